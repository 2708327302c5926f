namespace Directives.Language.Prose;

/// <summary>What stands between the doers at the head of a clause and its verb: more of the name, a state that tells them apart, company.</summary>
internal sealed class Subject(IReadOnlyList<Word> words)
{
    /// <summary>Unknown words between a name and its verb: more are a clause of their own.</summary>
    private const int LongestGap = 4;

    private const int LongestState = 15;

    private readonly ActorReader _actors = new(words);

    public int? Urged(ActorList list, int end)
    {
        if (!ClauseWords.States.IsAt(words, list.End, end)) return null;

        // `đã chủ động tham mưu`: straight after the state it is how a thing was done.
        for (var i = list.End + 2; i < Math.Min(end, list.End + LongestState) && !words[i].IsSign; i++)
        {
            if (ClauseWords.Urging.Match(words, i, end) is var urging and > 0 && !words[i - 1].Is("và") && IsUrgedOn(i, urging, end)) return i;
        }

        return null;
    }

    // `khẩn trương hoàn thiện`; in `đã trực gác nghiêm túc` nothing follows.
    private bool IsUrgedOn(int at, int length, int end) =>
        at + length < end && (Verbs.Begins(words, at + length, end) || words[at].Is("hoàn") || words[at].Is("phải") || words[at].Is("cần")
            || words[at + length].Is(",") && ClauseWords.Urging.IsAt(words, at + length + 1, end));

    // `Các trường đã nộp báo cáo kiểm tra lại số liệu … trước ngày …`: the verb after the one that tells them apart.
    public int? ToldApart(ActorList list, int end)
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
    public int? WithCompany(int at, int end)
    {
        var first = at + 1 < end && words[at + 1].Is("với") ? at + 2 : at + 1;
        return _actors.ReadList(first, end) is { } company && (Verbs.Begins(words, company.End, end) || MayBeVerb(company.End)) ? company.End : null;
    }

    // `Bộ phận thiết bị, thư viện kiểm kê …`: a name that goes on after a comma with the common nouns of names, up to its verb.
    public ActorList? PastComma(ActorList list, int end)
    {
        var i = list.End + 1;
        if (i >= end || !words[list.End].Is(",")) return null;
        while (i < Math.Min(end, list.End + LongestGap + 1) && Verbs.Length(words, i, end) == 0 && Actors.Inner.Match(words, i, end) is var inner and > 0) i += inner;
        if (i == list.End + 1 || Verbs.ActionLength(words, i, end) == 0) return null;
        return new ActorList([.. list.Names.SkipLast(1), list.Names[^1] with { To = words[i - 1].To }], i);
    }

    // A name with words in it that the lexicon lacks: it goes on where a plain verb of doing stands close behind.
    public ActorList? Stretch(ActorList list, int end)
    {
        if (!MayBeVerb(list.End) || IsLetting(list.End) || Verbs.Begins(words, list.End, end)) return null;
        for (var i = list.End; i < Math.Min(end, list.End + LongestGap) && (MayBeVerb(i) || ClauseWords.Negations.IsAt(words, i, end)); i++)
        {
            if (Verbs.Length(words, i, end) < 2 && !(list.Names[^1].IsGroup && i > list.End && ClauseWords.Negations.IsAt(words, i, end))) continue;
            var last = list.Names[^1] with { To = words[i - 1].To };
            return new ActorList([.. list.Names.Take(list.Names.Count - 1), last], i);
        }

        return null;
    }

    // A verb that the lexicon lacks: the word after a doer, unless it tells of a state or leads on to something else.
    public bool MayBeVerb(int at) => at < words.Count && !words[at].IsSign && !words[at].IsCapital && char.IsLetter(words[at].Form[0])
        && (!ClauseWords.NeverVerbs.IsAt(words, at, words.Count) || IsLetting(at));

    // `cho các thôn ký cam kết`: who lets others do a thing sees to it.
    private bool IsLetting(int at) => words[at].Is("cho") && _actors.ReadList(at + 1, words.Count) is { } others && Verbs.ActionLength(words, others.End, words.Count) > 0;
}
