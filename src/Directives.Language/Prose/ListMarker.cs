namespace Directives.Language.Prose;

/// <summary>The style of a mark that opens an item: items of one style under one parent are siblings.</summary>
public enum MarkerStyle
{
    /// <summary><c>Phần</c>, <c>Chương</c>.</summary>
    Part,

    /// <summary><c>Mục</c>, <c>Điều</c>.</summary>
    Article,

    /// <summary><c>A.</c></summary>
    UpperLetter,

    /// <summary><c>II.</c></summary>
    Roman,

    /// <summary><c>Thứ nhất</c>, <c>Một là</c>.</summary>
    Ordinal,

    /// <summary><c>2.</c> or, with a depth, <c>2.1.</c></summary>
    Arabic,

    /// <summary><c>2)</c></summary>
    ArabicParenthesis,

    /// <summary><c>(2)</c></summary>
    Bracketed,

    /// <summary><c>a)</c></summary>
    LowerLetter,

    /// <summary><c>-</c></summary>
    Dash,

    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>•</c>, <c>*</c> and other signs.</summary>
    Dot,
}

/// <summary>A mark at the beginning of a line that makes it an item.</summary>
/// <param name="Depth">1 for <c>2.</c>, 2 for <c>2.1.</c>; 1 for other styles.</param>
/// <param name="Length">Characters of the mark with the blanks around it.</param>
public readonly record struct ListMarker(MarkerStyle Style, int Depth, int Length)
{
    private const string Dashes = "-–—−‒";
    private const string Dots = "•●▪■○◦◆♦✓✔➢➤*·o";

    /// <summary>Whether the mark is a sign and not a number: what it opens is an item, never a numbered heading.</summary>
    public bool IsBullet => Style is MarkerStyle.Dash or MarkerStyle.Plus or MarkerStyle.Dot;

    /// <summary>The mark that opens a line, or null for a line that is plain text.</summary>
    public static ListMarker? Read(ReadOnlySpan<char> line)
    {
        var start = line.Length - line.TrimStart().Length;
        var rest = line[start..];
        if (rest.Length < 2) return null;
        var found = ReadBullet(rest) ?? ReadNumber(rest) ?? ReadLetters(rest) ?? ReadWord(rest);
        if (found is not { } marker) return null;
        var end = start + marker.Length;
        while (end < line.Length && char.IsWhiteSpace(line[end])) end++;
        return end < line.Length ? marker with { Length = end } : null;
    }

    private static ListMarker? ReadBullet(ReadOnlySpan<char> text)
    {
        var (sign, next) = (text[0], text[1]);
        if (Dashes.Contains(sign)) return Dashes.Contains(next) || char.IsAsciiDigit(next) ? null : new(MarkerStyle.Dash, 1, 1);
        if (sign == '+') return char.IsAsciiDigit(next) ? null : new(MarkerStyle.Plus, 1, 1);
        return Dots.Contains(sign) && char.IsWhiteSpace(next) ? new ListMarker(MarkerStyle.Dot, 1, 1) : null;
    }

    private static ListMarker? ReadNumber(ReadOnlySpan<char> text)
    {
        var bracketed = text[0] == '(';
        var i = bracketed ? 1 : 0;
        var depth = 0;
        while (true)
        {
            var digits = 0;
            while (i + digits < text.Length && char.IsAsciiDigit(text[i + digits])) digits++;
            if (digits is 0 or > 2) break;
            depth++;
            i += digits;
            if (i >= text.Length) return null;
            if (text[i] != '.') break;
            i++;
            if (i >= text.Length || !char.IsAsciiDigit(text[i])) return After(text, i) && depth < 5 ? new(MarkerStyle.Arabic, depth, i) : null;
        }

        if (depth == 0) return null;
        if (bracketed) return text[i] == ')' ? new(MarkerStyle.Bracketed, 1, i + 1) : null;
        if (text[i] == ')') return new(MarkerStyle.ArabicParenthesis, 1, i + 1);
        if (text[i] == '-' && depth == 1 && i + 1 < text.Length && text[i + 1] == ' ') return new(MarkerStyle.Arabic, 1, i + 1);
        if (text[i] is '/' or ':' && depth == 1) return After(text, i + 1) ? new(MarkerStyle.Arabic, 1, i + 1) : null;

        // `2.1 Nội dung`: the last full stop is often left out, but `12.5 tỷ đồng` and `2 trường` are figures.
        return depth > 1 && char.IsWhiteSpace(text[i]) && i + 1 < text.Length && char.IsUpper(text[i + 1]) ? new(MarkerStyle.Arabic, depth, i) : null;
    }

    // A number or letter is a mark only before text that begins a phrase.
    private static bool After(ReadOnlySpan<char> text, int i) =>
        i < text.Length && (char.IsWhiteSpace(text[i]) || char.IsUpper(text[i]) || text[i] is '“' or '"');

    private static ListMarker? ReadLetters(ReadOnlySpan<char> text)
    {
        var bracketed = text[0] == '(';
        var from = bracketed ? 1 : 0;
        var i = from;
        while (i < text.Length && i - from < 6 && "IVXLC".Contains(text[i])) i++;
        if (i > from && i < text.Length && !bracketed && (i - from > 1 || text[from] is 'I' or 'V' or 'X') && (text[i] is '.' or ')' or '/' or '-' || text[i] is ' ' && StartsDash(text, i)) && After(text, i + 1))
        {
            return new(MarkerStyle.Roman, 1, i + 1);
        }

        if (text.Length < from + 2 || !char.IsLetter(text[from])) return null;
        var (letter, close) = (text[from], text[from + 1]);
        if (bracketed) return close == ')' && char.IsLower(letter) ? new(MarkerStyle.LowerLetter, 1, 3) : null;
        if (close is not ('.' or ')' or '/') || !After(text, from + 2)) return null;
        return char.IsLower(letter) ? new(MarkerStyle.LowerLetter, 1, 2)
            : close != '/' && char.IsAsciiLetterUpper(letter) ? new ListMarker(MarkerStyle.UpperLetter, 1, 2) : null;
    }

    private static bool StartsDash(ReadOnlySpan<char> text, int i) => i + 2 < text.Length && Dashes.Contains(text[i + 1]) && text[i + 2] == ' ';

    private static ListMarker? ReadWord(ReadOnlySpan<char> text)
    {
        foreach (var (word, style) in _words)
        {
            if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            if (style == MarkerStyle.Ordinal) return new(style, 1, word.Length);
            var i = word.Length;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || "IVXLC".Contains(text[i]))) i++;
            if (i > word.Length && i < text.Length && text[i] is '.' or ':') return new(style, 1, i + 1);
        }

        return null;
    }

    private static readonly (string Word, MarkerStyle Style)[] _words =
    [
        ("Điều ", MarkerStyle.Article), ("Mục ", MarkerStyle.Article), ("Phần ", MarkerStyle.Part), ("Chương ", MarkerStyle.Part),
        ("Một là,", MarkerStyle.Ordinal), ("Hai là,", MarkerStyle.Ordinal), ("Ba là,", MarkerStyle.Ordinal), ("Bốn là,", MarkerStyle.Ordinal),
        ("Năm là,", MarkerStyle.Ordinal), ("Sáu là,", MarkerStyle.Ordinal), ("Bảy là,", MarkerStyle.Ordinal), ("Tám là,", MarkerStyle.Ordinal),
        ("Thứ nhất,", MarkerStyle.Ordinal), ("Thứ hai,", MarkerStyle.Ordinal), ("Thứ ba,", MarkerStyle.Ordinal), ("Thứ tư,", MarkerStyle.Ordinal),
        ("Thứ năm,", MarkerStyle.Ordinal), ("Thứ sáu,", MarkerStyle.Ordinal), ("Thứ bảy,", MarkerStyle.Ordinal),
    ];
}
