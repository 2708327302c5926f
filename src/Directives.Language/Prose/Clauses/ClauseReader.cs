namespace Directives.Language.Prose;

/// <summary>
/// Reads a clause from its beginning: past circumstances and a topic, over the issuer and the word of order, to the doers, those they
/// direct, and the verb of what is to be done. Who helps and who is told is left to <see cref="RolePhrases"/>.
/// </summary>
internal sealed class ClauseReader(IReadOnlyList<Word> words)
{
    private const int MostSteps = 12;

    /// <summary>Unknown words between a name and its verb: more are a clause of their own.</summary>
    private const int LongestGap = 4;

    private const int LongestLabel = 8;

    private const int LongestState = 15;

    private readonly ActorReader _actors = new(words);
    private readonly RolePhrases _roles = new(words);

    public Clause Read(int at, int end)
    {
        var clause = new Clause();
        ReadMain(clause, at, end);
        _roles.Read(clause, at, end);
        return clause;
    }

    private void ReadMain(Clause clause, int at, int end)
    {
        var i = at;
        for (var step = 0; step < MostSteps && i < end; step++)
        {
            i = SkipTime(SkipLeading(i, end), end);
            if (TryOrder(clause, i, end) || TryDoers(clause, i, end) || TryBare(clause, ref i, end)) return;
            i = SkipCircumstance(clause, i, end);
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
            Chain(clause, doers, end);
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
            if (next + 1 < end) Chain(clause, list with { End = next + 1 }, end);
            return true;
        }

        if (words[next].Is(",") && next + 1 < end && (words[next + 1].Is("chủ") || words[next + 1].Is("phối") || words[next + 1].Is("căn"))) next++;
        if (Urged(list, end) is { } urged)
        {
            (clause.Lead, clause.Predicate, clause.HasModal, clause.IsUrged, clause.DoersEnd) = ([.. list.Names], urged, true, true, list.End);
            return true;
        }

        if (ToldApart(list, end) is { } further)
        {
            (clause.Lead, clause.Predicate, clause.IsToldApart, clause.DoersEnd) = ([.. list.Names], further, true, list.End);
            return true;
        }

        if (words[next].Is("cùng") && WithCompany(next, end) is { } after)
        {
            clause.DoersEnd = list.End;
            Chain(clause, list with { End = after }, end);
            return true;
        }

        if (PastComma(list, end) is { } whole)
        {
            list = whole;
            next = list.End;
        }

        if (Stretch(list, end) is { } longer)
        {
            list = longer;
            next = list.End;
        }

        if (words[next].Is("sẽ")) clause.IsAnnouncement = true;
        if (!Verbs.Begins(words, next, end) && !ClauseWords.Negations.IsAt(words, next, end) && !MayBeVerb(next)) return false;
        clause.DoersEnd = list.End;
        Chain(clause, list with { End = next }, end);
        return true;
    }

    // A verb without a doer: whoever was named before does it, unless it only leads up to the issuer's order.
    private bool TryBare(Clause clause, ref int i, int end)
    {
        if (ClauseWords.Negations.IsAt(words, i, end))
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
            if (OthersThan(adverb + directing, end) is { } lead) (clause.Lead, clause.Predicate) = ([.. lead.Names], lead.End < end ? lead.End : i);
        }

        return true;
    }

    private int? Urged(ActorList list, int end)
    {
        if (!ClauseWords.States.IsAt(words, list.End, end)) return null;
        for (var i = list.End + 1; i < Math.Min(end, list.End + LongestState) && !words[i].IsSign; i++)
        {
            if (ClauseWords.Urging.IsAt(words, i, end) && !words[i - 1].Is("và")) return i;
        }

        return null;
    }

    // `Các trường đã nộp báo cáo kiểm tra lại số liệu … trước ngày …`: the verb after the one that tells them apart.
    private int? ToldApart(ActorList list, int end)
    {
        if (!list.Names[^1].IsGroup || !ClauseWords.Done.IsAt(words, list.End, end) || !ClauseWords.Bounds.Occurs(words, list.End, end)) return null;
        var first = list.End + ClauseWords.Done.Match(words, list.End, end);
        if (Verbs.Length(words, first, end) is not (var known and > 0)) return null;
        for (var i = first + known + 1; i < Math.Min(end, first + LongestState) && !words[i].IsSign; i++)
        {
            if (Verbs.ActionLength(words, i, end) > 0) return i;
        }

        return null;
    }

    // `Công an phường cùng các trường duy trì …`: to the verb; who comes along is read as a helper.
    private int? WithCompany(int at, int end)
    {
        var first = at + 1 < end && words[at + 1].Is("với") ? at + 2 : at + 1;
        return _actors.ReadList(first, end) is { } company && (Verbs.Begins(words, company.End, end) || MayBeVerb(company.End)) ? company.End : null;
    }

    // `Bộ phận thiết bị, thư viện kiểm kê …`: a name that goes on after a comma with the common nouns of names, up to its verb.
    private ActorList? PastComma(ActorList list, int end)
    {
        var i = list.End + 1;
        if (i >= end || !words[list.End].Is(",")) return null;
        while (i < Math.Min(end, list.End + LongestGap + 1) && Verbs.Length(words, i, end) == 0 && Actors.Inner.Match(words, i, end) is var inner and > 0) i += inner;
        if (i == list.End + 1 || Verbs.ActionLength(words, i, end) == 0) return null;
        return new ActorList([.. list.Names.SkipLast(1), list.Names[^1] with { To = words[i - 1].To }], i);
    }

    // `Báo cáo định kỳ: các trường gửi …`, `Nộp kế hoạch cá nhân: toàn tổ`: a label, then who does it.
    private bool ReadAfterLabel(Clause clause, int i, int end)
    {
        var colon = NextColon(i, Math.Min(end, i + LongestLabel));
        if (colon < 0 || _actors.ReadList(colon + 1, end) is not { } list) return false;
        if (list.End < end && !words[list.End].IsSign) return TryDoers(clause, colon + 1, end);
        (clause.Lead, clause.Predicate) = ([.. list.Names], i);
        return true;
    }

    // A name with words in it that the lexicon lacks: it goes on where a plain verb of doing stands close behind.
    private ActorList? Stretch(ActorList list, int end)
    {
        if (!MayBeVerb(list.End) || Verbs.Begins(words, list.End, end)) return null;
        for (var i = list.End; i < Math.Min(end, list.End + LongestGap) && (MayBeVerb(i) || ClauseWords.Negations.IsAt(words, i, end)); i++)
        {
            if (Verbs.Length(words, i, end) < 2 && !(list.Names[^1].IsGroup && i > list.End && ClauseWords.Negations.IsAt(words, i, end))) continue;
            var last = list.Names[^1] with { To = words[i - 1].To };
            return new ActorList([.. list.Names.Take(list.Names.Count - 1), last], i);
        }

        return null;
    }

    // A verb that the lexicon lacks: the word after a doer, unless it tells of a state or leads on to something else.
    private bool MayBeVerb(int at) => at < words.Count && !words[at].IsSign && !words[at].IsCapital && char.IsLetter(words[at].Form[0])
        && !ClauseWords.NeverVerbs.IsAt(words, at, words.Count);

    private int? LaterOrder(int i, int end)
    {
        var preamble = ClauseWords.Preambles.IsAt(words, i, end);
        for (var comma = NextComma(i, end); comma >= 0; comma = NextComma(comma + 1, end))
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

    private void Chain(Clause clause, ActorList doers, int end)
    {
        var next = doers.End;
        if (next + 2 < end && words[next].Is("phụ") && words[next + 2].Is(",")) next += 3;
        if (next < end && words[next].Is(":")) next++;
        if (next + 1 < end && words[next].Is(",") && Verbs.Begins(words, next + 1, end)) next++;
        clause.HasModal = Verbs.Modals.IsAt(words, next, end) || (next + 1 < end && words[next].Is("chủ") && words[next + 1].Is("trì"));
        clause.Predicate = next < end && (Verbs.Begins(words, next, end) || ClauseWords.Negations.IsAt(words, next, end) || MayBeVerb(next)) ? next : -1;
        var verb = next;
        while (verb < end && Verbs.Directing.Match(words, verb, end) == 0 && Verbs.Modals.Match(words, verb, end) is var modal && modal > 0) verb += modal;
        if (Verbs.Directing.Match(words, verb, end) is var directing && directing > 0)
        {
            var others = OthersThan(verb + directing, end);

            // `lãnh đạo thực hiện tốt …`, with nobody to lead: the doer's own duty. `chỉ đạo thực hiện …` is for others, named or not.
            if (others is null && ClauseWords.Leading.Occurs(words, verb, verb + directing) && !ClauseWords.Chief.Occurs(words, verb, Math.Min(end, verb + 5)))
            {
                clause.Lead = [.. doers.Names];
                return;
            }

            clause.Directing = [.. doers.Names];
            clause.Predicate = verb;
            if (others is null) return;
            clause.Lead = [.. others.Names];
            clause.Predicate = others.End;
            clause.DoersEnd = others.End;
            return;
        }

        clause.Lead = [.. doers.Names];
    }

    /// <summary>Those whom the one who directs sets to work: names with a verb after them.</summary>
    private ActorList? OthersThan(int at, int end)
    {
        var i = at;
        while (i < end && (words[i].Is(",") || words[i].Is("và") || ClauseWords.WithDirecting.IsAt(words, i, end))) i += Math.Max(1, ClauseWords.WithDirecting.Match(words, i, end));
        var list = _actors.ReadList(i, end);
        if (list is null) return null;
        var next = list.End;

        // `chỉ đạo các trường tiểu học và yêu cầu các trường THPT thực hiện …`
        if (next + 1 < end && words[next].Is("và") && Verbs.Orders.Match(words, next + 1, end) is var order && order > 0 && _actors.ReadList(next + 1 + order, end) is { } more)
        {
            list = new ActorList([.. list.Names, .. more.Names], more.End);
            next = list.End;
        }

        if (next < end && (words[next].Is(",") || words[next].Is(":"))) next++;
        return Verbs.Begins(words, next, end) || next >= end || (next == list.End && MayBeVerb(next)) ? list with { End = next } : null;
    }

    private int SkipLeading(int i, int end)
    {
        while (i < end)
        {
            var length = ClauseWords.Connectives.Match(words, i, end);
            if (length > 0) i += length;
            else if (words[i].IsSign && !words[i].Is("(")) i++;
            else if (words[i].Is("(") && i + 2 < end && words[i + 2].Is(")")) i += 3;
            else break;
        }

        return i;
    }

    // `Định kỳ ngày 20 hằng tháng gửi …`: a time before the verb, with no comma after it.
    private int SkipTime(int i, int end)
    {
        if (!ClauseWords.Times.IsAt(words, i, end) || _actors.ReadName(i, end, out _) > 0) return i;
        var next = i;
        while (next < end && (ClauseWords.Times.IsAt(words, next, end) || char.IsAsciiDigit(words[next].Form[0]) || (words[next].IsSign && !words[next].Is(",") && !words[next].Is(":")) || words[next].IsAllCaps && words[next].Form.Length < 4))
        {
            next += Math.Max(1, ClauseWords.Times.Match(words, next, end));
        }

        return next < end && (words[next].Is(",") || Verbs.Begins(words, next, end) || _actors.ReadList(next, end) is not null) ? next : i;
    }

    // To the main clause: over `Về …:`, `Trong tháng …,`, `Căn cứ …,`.
    private int SkipCircumstance(Clause clause, int i, int end)
    {
        if (ClauseWords.Concerning.Match(words, i, end) is var concerning && concerning > 0 && _actors.ReadList(i + concerning, end) is { } list)
        {
            clause.Concerned.AddRange(list.Names);
            if (list.End >= end) clause.DoersEnd = end;
        }

        var colon = NextColon(i, end);
        var comma = NextComma(i, end);
        if (colon >= 0 && colon + 1 < end && (comma < 0 || colon < comma || words[i].Is("về") || words[i].Is("đối"))) return colon + 1;
        return comma < 0 ? -1 : comma + 1;
    }

    private int NextComma(int from, int end) => Next(",", from, end);

    private int NextColon(int from, int end) => Next(":", from, end);

    private int Next(string sign, int from, int end)
    {
        var depth = 0;
        for (var i = from; i < end; i++)
        {
            if (words[i].Is("(")) depth++;
            else if (words[i].Is(")")) depth = Math.Max(0, depth - 1);
            else if (depth == 0 && words[i].Is(sign)) return i;
        }

        return -1;
    }

    /// <summary>What an issuer says of itself before the items: those after it are told, not the issuer.</summary>
    public static bool IsIssuerSpeaking(IReadOnlyList<Word> words, Clause clause) =>
        !clause.IsOrder && clause.HasPredicate && ClauseWords.Issuing.IsAt(words, clause.Predicate, words.Count);
}
