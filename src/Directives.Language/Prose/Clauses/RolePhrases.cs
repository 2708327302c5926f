namespace Directives.Language.Prose;

/// <summary>The phrases that name helpers (<c>phối hợp với …</c>), receivers of reports (<c>báo cáo …</c>, <c>gửi … về …</c>) and labelled doers.</summary>
internal sealed class RolePhrases(IReadOnlyList<Word> words)
{
    /// <summary>Words between <c>gửi</c> and <c>về</c>: further apart they do not belong together.</summary>
    private const int ReportReach = 24;

    /// <summary>Words after a doer in which it shows that the sentence tells how things stand.</summary>
    private const int LongestStatement = 8;

    private readonly ActorReader _actors = new(words);

    public void Read(Clause clause, int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            if (_helping.Match(words, i, end) is var help && help > 0) ReadHelp(clause, at, i, help, end);
            else if (_leadingWith.Match(words, i, end) is var joint && joint > 0) AddNew(clause.Coordinating, _actors.ReadList(i + joint, end)?.Names ?? []);
            else if (_leading.Match(words, i, end) is var lead && lead > 0) ReadLeadLabel(clause, at, i + lead, end);
            else if ((words[i].Is("do") || words[i].Is("giao") || words[i].Is("được")) && !clause.HasDoers) ReadPassive(clause, i + 1, end);
            else if (words[i].Is("cùng") && (clause.HasDoers || clause.Predicate == i)) ReadCompany(clause, i, end);
            if (i > at && words[i - 1].IsSign is false && words[i].IsCapital && !_reporting.IsAt(words, i, Math.Min(end, i + 2))) continue;
            if (_reporting.Match(words, i, end) is var report && report > 0 && !IsPartOfNoun(at, i, report)) ReadReport(clause, i, report, end);
        }
    }

    /// <summary>Whether a word that could be a verb is a noun because of what follows (<c>Báo cáo của …</c>).</summary>
    public bool IsNounHere(int at, int end) =>
        _verbalNouns.Match(words, at, end) is var length && length > 0 && at + length < end && _afterNoun.IsAt(words, at + length, end);

    private void ReadHelp(Clause clause, int at, int i, int length, int end)
    {
        var next = i + length;
        while (_adverbs.Match(words, next, end) is var adverb && adverb > 0) next += adverb;
        if (next < end && words[next].Is(":")) next++;
        else next += _with.Match(words, next, end);
        if (_actors.ReadList(next, end) is { } list)
        {
            AddNew(clause.Coordinating, list.Names);
            return;
        }

        // `…, Phòng Y tế phối hợp`: those before the verb help, unless they are the clause's own doers.
        if (clause.DoersEnd == i) return;
        for (var start = i - 1; start > at; start--)
        {
            if (!(words[start].Is(",") || words[start].Is(";") || words[start].Is("và"))) continue;
            if (_actors.ReadList(start + 1, i) is { } before && EndsAt(before, i) && before.Names.All(name => !clause.Lead.Contains(name)))
            {
                AddNew(clause.Coordinating, [.. before.Names.SkipLast(1), before.Names[^1] with { To = words[i - 1].To }]);
            }
        }
    }

    private bool EndsAt(ActorList list, int at)
    {
        for (var i = list.End; i < at; i++)
        {
            if (words[i].IsSign || Verbs.Begins(words, i, at) || at - list.End > 3) return false;
        }

        return true;
    }

    // `Đơn vị chủ trì: Phòng Nội vụ`
    private void ReadLeadLabel(Clause clause, int at, int next, int end)
    {
        if (next >= end || !words[next].Is(":") || clause.DoersEnd > at) return;
        if (_actors.ReadList(next + 1, end) is { } list) AddNew(clause.Lead, list.Names);
    }

    // `do Phòng Nội vụ chủ trì`
    private void ReadPassive(Clause clause, int at, int end)
    {
        if (_actors.ReadList(at, end) is not { } list) return;
        if (!(words[at - 1].Is("được") ? MayBePassive(clause, at) && Verbs.ActionLength(words, list.End, end) > 0 && !_granting.IsAt(words, list.End, end) : _doing.IsAt(words, list.End, end))) return;
        clause.Lead.AddRange(list.Names);
        clause.DoersEnd = list.End;
        clause.IsPassive = words[at - 1].Is("được") || words[at - 1].Is("do") && !clause.HasPredicate && IsStatement(words, list.End, end);
        if (!clause.HasPredicate || clause.IsPassive) clause.Predicate = list.End;
    }

    /// <summary>Whether what follows a doer behind <c>do</c> tells what is laid down or how things stand, and asks for nothing.</summary>
    public static bool IsStatement(IReadOnlyList<Word> words, int at, int end) => ClauseWords.Competences.IsAt(words, at, end)
        || ClauseWords.ByRule.Occurs(words, at, end) || ClauseWords.Shortfalls.Occurs(words, at, Math.Min(end, at + LongestStatement));

    // `chương trình`, `cảnh báo`, and `Báo` as the name of a newspaper: no verb of telling.
    private bool IsPartOfNoun(int at, int i, int length) =>
        i > at && (_nounsBefore.IsAt(words, i - 1, i + 1) || length == 1 && words[i].IsCapital && words[i].Is("báo"));

    // `Danh sách được …`, `Báo cáo tiến độ được …`, but `rà soát nội dung được …` has its verb.
    private bool MayBePassive(Clause clause, int at)
    {
        if (!clause.HasPredicate) return true;
        if (!_verbalNouns.IsAt(words, clause.Predicate, at)) return false;
        for (var i = clause.Predicate; i < at; i++)
        {
            if (words[i].IsSign) return false;
        }

        return true;
    }

    // `Công an phường cùng các tổ dân phố …`
    private void ReadCompany(Clause clause, int i, int end)
    {
        // `chủ trì, cùng Phòng …` or straight after the doers; elsewhere `cùng` joins something else.
        var afterLead = (i >= 1 && words[i - 1].Is("trì")) || (i >= 2 && words[i - 1].Is(",") && words[i - 2].Is("trì"));
        if (i != clause.DoersEnd && i != clause.Predicate && !afterLead) return;
        var next = i + (i + 1 < end && words[i + 1].Is("với") ? 2 : 1);
        if (_actors.ReadList(next, end) is { } list) AddNew(clause.Coordinating, list.Names);
    }

    private void ReadReport(Clause clause, int i, int length, int end)
    {
        var next = i + length;
        if (_actors.ReadList(next, end) is { } direct)
        {
            // `báo cáo các trường hợp …` names what is reported: a receiver is followed by no verb of its own.
            AddNew(clause.ReportTo, direct.Names);
            ReadThrough(clause, next, direct.End, end);
            return;
        }

        for (var k = next; k < Math.Min(end, next + ReportReach); k++)
        {
            if (words[k].Is(";") || words[k].Is(":")) return;
            if (_toward.Match(words, k, end) is not (var to and > 0)) continue;
            if (_actors.ReadList(k + to, end) is not { } list) continue;
            AddNew(clause.ReportTo, list.Names);
            ReadThrough(clause, k + to, list.End, end);
            return;
        }
    }

    // `về UBND phường (qua Phòng Văn hóa - Xã hội)`
    private void ReadThrough(Clause clause, int from, int i, int end)
    {
        for (var k = from; k < Math.Min(end, i + 3); k++)
        {
            if (_through.Match(words, k, end) is var through && through > 0 && _actors.ReadList(k + through, end) is { } list) AddNew(clause.ReportTo, UpToParenthesis(list, end));
        }
    }

    // Inside brackets the name ends where they close, whatever words it holds.
    private IReadOnlyList<ActorName> UpToParenthesis(ActorList list, int end)
    {
        var close = list.End;
        while (close < end && close < list.End + 4 && !words[close].IsSign) close++;
        return close > list.End && close < end && words[close].Is(")") ? [.. list.Names.SkipLast(1), list.Names[^1] with { To = words[close - 1].To }] : list.Names;
    }

    private static void AddNew(List<ActorName> known, IReadOnlyList<ActorName> names)
    {
        foreach (var name in names)
        {
            if (!known.Contains(name)) known.Add(name);
        }
    }

    private static readonly PhraseSet _helping = new("phối hợp, phối hợp chặt chẽ, đơn vị phối hợp, cơ quan phối hợp, phối kết hợp, với sự phối hợp của, có sự phối hợp của, với sự tham gia của");
    private static readonly PhraseSet _with = new("với, cùng, cùng với, của, giữa");
    private static readonly PhraseSet _adverbs = new("chặt chẽ, thường xuyên, chủ động, đồng bộ, hiệu quả, kịp thời, tốt, thực hiện, triển khai, và hướng dẫn, có hiệu quả");
    private static readonly PhraseSet _leading = new(
        """
        chủ trì, đơn vị thực hiện, cơ quan thực hiện, người thực hiện, phân công thực hiện, bộ phận thực hiện, đơn vị phụ trách, người phụ trách, phụ trách
        """);
    private static readonly PhraseSet _doing = new("chủ trì, thực hiện, đảm nhiệm, đảm nhận, phụ trách, làm, tổ chức, triển khai, tham mưu, xây dựng, quản lý");
    private static readonly PhraseSet _leadingWith = new("chủ trì với");
    private static readonly PhraseSet _granting = new("giao, phân công, phê duyệt, ban hành, cho phép, ủy quyền, công nhận, đồng ý, thống nhất, quyết định, hỗ trợ, cấp, thông qua");
    private static readonly PhraseSet _reporting = new(
        """
        báo, báo ngay, báo tin cho, trả kết quả, trả kết quả cho, báo cáo, báo cáo ngay, báo cáo kịp thời, gửi, nộp, trình, phản ánh, gửi về, báo cáo về, nộp về
        báo cáo kết quả với, báo cáo kết quả cho, báo cáo với, báo cáo cho, báo cáo lên, tổng hợp báo cáo, gửi báo cáo, thông tin, báo cáo đề xuất, gửi đến, gửi tới, gửi cho
        gửi lên, nộp cho, thông báo cho, thông tin cho, thông báo về
        """);
    // Nouns whose second syllable is a verb of sending.
    private static readonly PhraseSet _nounsBefore = new(
        """
        chương trình, quy trình, công trình, giáo trình, lộ trình, tiến trình, quá trình, hành trình, giải trình, cảnh báo, thông báo, dự báo, tờ báo, khai báo, trang trình
        cao trình, tờ trình
        """);
    private static readonly PhraseSet _toward = new("về, cho, với, lên, tới, đến, gửi, trình, báo cáo, qua");
    private static readonly PhraseSet _through = new("qua, thông qua");
    private static readonly PhraseSet _verbalNouns = new("báo cáo, đề án, quy định, kế hoạch, đánh giá, thông báo, kết luận, hướng dẫn, quyết định, chương trình, đề xuất, hợp đồng, tổ chức");
    private static readonly PhraseSet _afterNoun = new("của, số, này, trên, phải, gồm, bao gồm, được, nêu rõ, cần, đảng, chính trị, đã");
}
