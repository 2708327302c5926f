namespace Directives.Language.Prose;

/// <summary>Items numbered inside a paragraph: <c>… thực hiện: (1) rà soát …; (2) báo cáo …. Văn phòng …</c></summary>
/// <param name="LeadTo">Where the lead-in ends, after its colon.</param>
/// <param name="Rest">Where the sentence after the last item begins; the end of the paragraph where there is none.</param>
internal sealed record InlineList(int LeadTo, IReadOnlyList<(int From, int To)> Items, int Rest)
{
    private const int LongestMark = 6;

    /// <summary>A paragraph with more beginnings of lists than these is no prose, and reading each to the end would take too long.</summary>
    private const int MostTries = 8;

    /// <summary>The first list in a paragraph that has at least two items, counted from the first.</summary>
    public static InlineList? Read(string text, int from, int to)
    {
        var tries = 0;
        for (var colon = text.IndexOf(':', from, to - from); colon >= 0 && tries < MostTries; colon = text.IndexOf(':', colon + 1, to - colon - 1))
        {
            var first = SkipBlanks(text, colon + 1, to);
            if (MarkAt(text, first, to) is not { Ordinal: 1 } mark) continue;
            tries++;
            if (Starts(text, first, to, mark) is { Count: > 1 } starts) return Build(text, colon + 1, starts, to);
        }

        return null;
    }

    private static InlineList Build(string text, int leadTo, List<int> starts, int to)
    {
        var sentences = Sentences.Split(text, starts[^1], to);
        var last = sentences.Count > 0 ? sentences[0].To : to;
        var rest = sentences.Count > 1 ? sentences[1].From : to;
        var items = new List<(int, int)>();
        for (var i = 0; i < starts.Count; i++) items.Add(Line.Trim(text, starts[i], i + 1 < starts.Count ? starts[i + 1] : last));
        return new(leadTo, items, rest);
    }

    // Where the items begin: marks of one style, counted on, each after a sign.
    private static List<int> Starts(string text, int first, int to, Mark style)
    {
        var starts = new List<int> { first };
        for (var i = first + 1; i < to; i++)
        {
            if (text[i - 1] != ' ' || MarkAt(text, i, to) is not { } mark || mark.Form != style.Form || mark.Ordinal != starts.Count + 1) continue;
            var before = i - 1;
            while (before > first && text[before] == ' ') before--;
            if (text[before] is ';' or ',' or '.') starts.Add(i);
        }

        return starts;
    }

    private readonly record struct Mark(char Form, int Ordinal);

    private static Mark? MarkAt(string text, int at, int to)
    {
        var i = at < to && text[at] == '(' ? at + 1 : at;
        var close = text.IndexOf(')', i, Math.Min(LongestMark, to - i));
        if (close <= i || close + 1 >= to || text[close + 1] != ' ') return null;
        var token = text.AsSpan(i, close - i);
        if (int.TryParse(token, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)) return new('1', number);
        if (token.Length == 1 && Letters.IndexOf(token[0], StringComparison.Ordinal) is var letter and >= 0) return new('a', letter + 1);
        return null;
    }

    private const string Letters = "abcdđeghiklmnopqrstuvxy";

    private static int SkipBlanks(string text, int at, int to)
    {
        while (at < to && text[at] == ' ') at++;
        return at;
    }
}
