namespace Directives.Language.Prose;

/// <summary>
/// Reads a clause from its beginning: past circumstances and a topic, over the issuer and the word of order, to the doers, those they
/// direct, and the verb of what is to be done. Who helps and who is told is left to <see cref="RolePhrases"/>.
/// </summary>
internal sealed class ClauseReader(IReadOnlyList<Word> words)
{
    private const int MostSteps = 12;

    private const int LongestLabel = 8;

    private const int LongestCase = 5;

    private readonly ActorReader _actors = new(words);
    private readonly RolePhrases _roles = new(words);
    private readonly Circumstances _circumstances = new(words);
    private readonly Subject _subject = new(words);
    private readonly DirectingChain _chain = new(words);

    /// <param name="goesOn">The stretch goes on with a sentence about a doer: <c>…; phân công đảng viên phụ trách …</c> is what that doer does.</param>
    public Clause Read(int at, int end, bool goesOn = false)
    {
        var clause = new Clause();
        if (goesOn && at < end && ClauseWords.Delegating.IsAt(words, at, end))
        {
            clause.Predicate = at;
            _roles.Read(clause, at, end);
            return clause;
        }

        ReadMain(clause, at, end);
        _roles.Read(clause, at, end);
        return clause;
    }

    private void ReadMain(Clause clause, int at, int end)
    {
        var i = at;
        for (var step = 0; step < MostSteps && i < end; step++)
        {
            i = _circumstances.SkipTime(_circumstances.SkipLeading(i, end), end);
            if (TryOrder(clause, i, end) || TryTopic(clause, i, end) || TryDoers(clause, i, end) || TryBare(clause, ref i, end) || TryNeed(clause, i, end)) return;
            i = _circumstances.Skip(clause, i, end);
            if (i < 0) return;
        }
    }

    private bool TryOrder(Clause clause, int i, int end)
    {
        var order = Verbs.Orders.Match(words, i, end);
        if (order == 0) return false;
        var next = i + order;
        var doers = _actors.ReadList(next, end) ?? (words[i].Is("yêu") ? null : _actors.ReadUnknown(next, end));

        // `đề nghị khen thưởng` asks for something and orders nobody; `yêu cầu nghiêm túc thực hiện` orders those named before.
        if (doers is null && !Verbs.Begins(words, next, end) && next < end && !words[next].Is(":")) return false;
        clause.IsOrder = true;
        if (doers is not null)
        {
            clause.DoersEnd = doers.End;
            _chain.Read(clause, doers, end);
        }
        else if (next < end && !words[next].Is(":"))
        {
            clause.Predicate = next;
        }

        return true;
    }

    private bool TryDoers(Clause clause, int i, int end)
    {
        var list = _actors.ReadList(i, end);
        if (list is null) return false;
        var next = list.End;
        if (next < end && words[next].Is(",") && next + 1 < end && Verbs.Orders.Match(words, next + 1, end) > 0) next++;
        if (next >= end)
        {
            (clause.Lead, clause.DoersEnd) = ([.. list.Names], next);
            return true;
        }

        if (!(ClauseWords.OwnActs.Match(words, next, end) is var own && own > 0 && _actors.ReadList(next + own, end) is null && next + own < end && !words[next + own].Is(":"))
            && TryOrder(clause, next, end))
        {
            return true;
        }

        if (words[next].Is(":"))
        {
            clause.Lead = [.. list.Names];
            clause.DoersEnd = next;
            if (next + 1 < end) _chain.Read(clause, list with { End = next + 1 }, end);
            return true;
        }

        if (words[next].Is(",") && next + 1 < end && (words[next + 1].Is("chủ") || words[next + 1].Is("phối") || words[next + 1].Is("căn"))) next++;
        if (_subject.Urged(list, end) is { } urged)
        {
            (clause.Lead, clause.Predicate, clause.HasModal, clause.IsUrged, clause.DoersEnd) = ([.. list.Names], urged, true, true, list.End);
            return true;
        }

        if (_subject.ToldApart(list, end) is { } further)
        {
            (clause.Lead, clause.Predicate, clause.IsToldApart, clause.DoersEnd) = ([.. list.Names], further, true, list.End);
            return true;
        }

        if (words[next].Is("cùng") && _subject.WithCompany(next, end) is { } after)
        {
            clause.DoersEnd = list.End;
            _chain.Read(clause, list with { End = after }, end);
            return true;
        }

        if (_subject.PastComma(list, end) is { } whole)
        {
            list = whole;
            next = list.End;
        }

        if (_subject.Stretch(list, end) is { } longer)
        {
            list = longer;
            next = list.End;
        }

        // `Văn phòng ngày 05 và 20 hằng tháng gửi …`: when stands between the doer and the verb.
        if (_circumstances.SkipTime(next, end) is var timed && timed > next && timed < end && Verbs.Begins(words, timed, end)) next = timed;
        if (words[next].Is("sẽ")) clause.IsAnnouncement = true;
        if (!Verbs.Begins(words, next, end) && !ClauseWords.Negations.IsAt(words, next, end) && !_subject.MayBeVerb(next)) return false;
        clause.DoersEnd = list.End;
        _chain.Read(clause, list with { End = next }, end);
        return true;
    }

    // `Việc di dời … giao UBND xã chủ trì`: the thing stands first, and who is to do it behind.
    private bool TryTopic(Clause clause, int i, int end)
    {
        if (i >= end || !words[i].Is("việc")) return false;
        var comma = _circumstances.NextComma(i, end);
        for (var k = i + 1; k < (comma < 0 ? end : comma); k++)
        {
            var told = words[k].Is("do") ? 1 : words[k].Is("giao") ? Verbs.Orders.Match(words, k, end) : 0;
            if (told == 0 || _actors.ReadList(k + told, end) is not { } list || list.End >= end || Verbs.ActionLength(words, list.End, end) == 0) continue;
            clause.DoersEnd = list.End;
            _chain.Read(clause, list, end);
            clause.IsPassive = words[k].Is("do") && RolePhrases.IsStatement(words, list.End, end);
            return true;
        }

        return false;
    }

    // A verb without a doer: whoever was named before does it, unless it only leads up to the issuer's order.
    private bool TryBare(Clause clause, ref int i, int end)
    {
        // Nothing but a mark: a dash that stands for a text that is still to come.
        if (i >= end) return false;
        if (ClauseWords.Negations.IsAt(words, i, end))
        {
            clause.Predicate = i;
            return true;
        }

        // `Cùng Công an phường kiểm tra …`: whoever was named before, and those who help.
        if (i < end && words[i].Is("cùng") && _subject.WithCompany(i, end) is not null)
        {
            clause.Predicate = i;
            return true;
        }

        if (ClauseWords.Circumstances.IsAt(words, i, end) || Verbs.Length(words, i, end) == 0) return false;
        if (ReadAfterLabel(clause, i, end)) return true;
        if (LaterOrder(i, end) is { } later)
        {
            i = later;
            return TryOrder(clause, i, end) || TryDoers(clause, i, end);
        }

        if (_roles.IsNounHere(i, end)) return false;
        clause.Predicate = i;
        var adverb = i;
        while (adverb < end && Verbs.Modals.Match(words, adverb, end) is var modal and > 0) adverb += modal;
        if (Verbs.Directing.Match(words, adverb, end) is var directing && directing > 0)
        {
            clause.IsBareDirecting = true;
            if (_chain.Others(adverb + directing, end) is { } lead) (clause.Lead, clause.Predicate) = ([.. lead.Names], lead.End < end ? lead.End : i);
        }

        return true;
    }

    // `Báo cáo định kỳ: các trường gửi …`, `Nộp kế hoạch cá nhân: toàn tổ`: a label, then who does it.
    private bool ReadAfterLabel(Clause clause, int i, int end)
    {
        var colon = _circumstances.NextColon(i, Math.Min(end, i + LongestLabel));
        if (colon < 0 || _actors.ReadList(colon + 1, end) is not { } list) return false;
        if (list.End < end && !words[list.End].IsSign) return TryDoers(clause, colon + 1, end);
        (clause.Lead, clause.Predicate) = ([.. list.Names], i);
        return true;
    }

    private int? LaterOrder(int i, int end)
    {
        // `Tiếp nhận khiếu nại: giao Ủy ban Kiểm tra chủ trì …`
        if (_circumstances.NextColon(i, end) is var colon && colon >= 0 && Verbs.Orders.Match(words, colon + 1, end) is var told && told > 0
            && _actors.ReadList(colon + 1 + told, end) is not null)
        {
            return colon + 1;
        }

        var preamble = ClauseWords.Preambles.IsAt(words, i, end);
        for (var comma = _circumstances.NextComma(i, end); comma >= 0; comma = _circumstances.NextComma(comma + 1, end))
        {
            var list = _actors.ReadList(comma + 1, end);
            var order = list?.End ?? comma + 1;
            if ((list is not null || preamble) && Verbs.Orders.Match(words, order, end) is var length && length > 0
                && (_actors.ReadList(order + length, end) is not null || words[Math.Min(order + length, end - 1)].Is(":") || list is not null))
            {
                return comma + 1;
            }

            if (preamble && list is not null && Verbs.Modals.Match(words, list.End, end) > 0) return comma + 1;
        }

        return null;
    }

    // `Vắng họp phải báo trước`: what must be done, said of a case and not of a doer.
    private bool TryNeed(Clause clause, int i, int end)
    {
        for (var k = i + 1; k < Math.Min(end - 1, i + LongestCase); k++)
        {
            if (words[k].IsSign || ClauseWords.NeverVerbs.IsAt(words, k, end)) return false;
            if (!words[k].Is("phải") || Verbs.ActionLength(words, k + 1, end) == 0) continue;
            clause.Predicate = k;
            return true;
        }

        return false;
    }

    /// <summary>What an issuer says of itself before the items: those after it are told, not the issuer.</summary>
    public static bool IsIssuerSpeaking(IReadOnlyList<Word> words, Clause clause) =>
        !clause.IsOrder && clause.HasPredicate && ClauseWords.Issuing.IsAt(words, clause.Predicate, words.Count);
}
