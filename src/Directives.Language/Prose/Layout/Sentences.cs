namespace Directives.Language.Prose;

/// <summary>Cuts a paragraph into sentences.</summary>
internal static class Sentences
{
    /// <summary>The stretches of the sentences between two offsets, blanks trimmed.</summary>
    public static List<(int From, int To)> Split(string text, int from, int to)
    {
        var found = new List<(int, int)>();
        var start = from;
        var depth = 0;
        for (var i = from; i < to; i++)
        {
            var c = text[i];
            if (c is '(' or '[') depth++;
            else if (c is ')' or ']') depth = Math.Max(0, depth - 1);
            if (!(c is '.' or '!' or '?' && depth == 0 || c == '\n') || !EndsSentence(text, start, i, to)) continue;
            Add(found, text, start, c == '\n' ? i : i + 1);
            start = i + 1;
            depth = 0;
        }

        Add(found, text, start, to);
        return found;
    }

    private static void Add(List<(int From, int To)> found, string text, int from, int to)
    {
        (from, to) = Line.Trim(text, from, to);
        if (to > from && text.AsSpan(from, to - from).ContainsAnyExcept("./ ;")) found.Add((from, to));
    }

    private static bool EndsSentence(string text, int start, int at, int end)
    {
        var next = at + 1;
        if (text[at] == '.' && next < end && text[next] == '/') next++;
        if (next < end && text[next] == '.') return false;
        var afterMark = next;
        while (next < end && char.IsWhiteSpace(text[next])) next++;
        if (next >= end) return true;
        if (afterMark == next && text[at] != '\n') return false;
        var opens = text[next] is '“' or '"' or '-' or '+' or '(' || char.IsUpper(text[next]) || char.IsDigit(text[next]);
        return opens && (text[at] == '\n' || !IsAbbreviation(text, start, at));
    }

    // `TP. Hà Nội`, `Q. Long Biên`, `ThS. An`, and the number of an item inside a line (`1. `).
    private static bool IsAbbreviation(string text, int start, int at)
    {
        var from = at;
        while (from > start && char.IsLetterOrDigit(text[from - 1])) from--;
        var word = text.AsSpan(from, at - from);
        if (word.Length == 0) return false;
        if (word.Length <= 2 && from == start && word.ContainsAnyExceptInRange('0', '9') is false) return true;
        return word is "TP" or "Tp" or "tp" or "Q" or "P" or "H" or "TX" or "TT" or "ThS" or "TS" or "PGS" or "GS" or "BS" or "TM" or "KT" or "TL" or "TUQ" or "đ/c" or "Đ/c" or "c" && text[from - 1] == '/';
    }
}
