namespace Directives.Language.Prose;

/// <summary>Passes over what a clause says before its subject: joining words, times, grounds, a topic.</summary>
internal sealed class Circumstances(IReadOnlyList<Word> words)
{
    private readonly ActorReader _actors = new(words);

    public int SkipLeading(int i, int end)
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
    public int SkipTime(int i, int end)
    {
        if (i >= end || words[i].Is("là") || !ClauseWords.Times.IsAt(words, i, end) || _actors.ReadName(i, end, out _) > 0) return i;
        var next = i;
        while (next < end && IsOfTime(next, end))
        {
            next += Math.Max(1, ClauseWords.Times.Match(words, next, end));

            // `trước ngày 15 tháng 6 và ngày 15 tháng 12 hằng năm`
            if (next + 1 < end && words[next].Is("và") && (ClauseWords.Times.IsAt(words, next + 1, end) || char.IsAsciiDigit(words[next + 1].Form[0]))) next++;
        }

        return next < end && (words[next].Is(",") || Verbs.Begins(words, next, end) || _actors.ReadList(next, end) is not null) ? next : i;
    }

    private bool IsOfTime(int i, int end) => ClauseWords.Times.IsAt(words, i, end) || char.IsAsciiDigit(words[i].Form[0])
        || (words[i].IsSign && !words[i].Is(",") && !words[i].Is(":")) || words[i].IsAllCaps && words[i].Form.Length < 4;

    // To the main clause: over `Về …:`, `Trong tháng …,`, `Căn cứ …,`.
    public int Skip(Clause clause, int i, int end)
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

    public int NextComma(int from, int end) => Next(",", from, end);

    public int NextColon(int from, int end) => Next(":", from, end);

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
}
