using System.Buffers;
using System.Text;

namespace Directives.Documents;

/// <summary>A line of text without the marks of Markdown: what a reader of the page would see.</summary>
/// <param name="Text">The words, with the indentation they stood at.</param>
/// <param name="HeadingLevel">The number of <c>#</c> before them, or 0.</param>
/// <param name="IsBold">Whether the whole line was emphasised: such a line stands alone.</param>
internal readonly record struct MarkdownLine(string Text, int HeadingLevel, bool IsBold)
{
    public static MarkdownLine Read(string line)
    {
        var text = line;
        var level = 0;
        var trimmed = text.TrimStart();
        if (trimmed.StartsWith('>')) trimmed = text = trimmed.TrimStart('>', ' ');
        if (trimmed.StartsWith('#'))
        {
            while (level < trimmed.Length && trimmed[level] == '#') level++;
            if (level <= 6 && level < trimmed.Length && trimmed[level] == ' ') text = trimmed[level..].Trim().TrimEnd('#').TrimEnd();
            else level = 0;
        }

        if (IsRule(text)) return new("", 0, false);
        var core = text.Trim();
        var bold = core.Length > 4 && core.StartsWith("**", StringComparison.Ordinal) && core.EndsWith("**", StringComparison.Ordinal)
            && core.IndexOf("**", 2, StringComparison.Ordinal) == core.Length - 2;
        return new(StripInline(text), level, bold || level > 0);
    }

    // `***`, `-----`, `___`, and the lone `*` under the issuer of a Party paper.
    private static bool IsRule(string text)
    {
        var core = text.Replace(" ", "", StringComparison.Ordinal);
        return core.Length > 0 && (core.Trim('-', '–', '—').Length == 0 || core.Trim('*').Length == 0 || core.Trim('_').Length == 0
            || core.Trim('=').Length == 0);
    }

    private static readonly SearchValues<char> _marks = SearchValues.Create("*_`\\&<[~");

    private static string StripInline(string text)
    {
        if (!text.AsSpan().ContainsAny(_marks)) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && i + 1 < text.Length && IsEscapable(text[i + 1])) kept.Append(text[++i]);
            else if (c is '*' or '_' && IsEmphasis(text, ref i)) continue;
            else if (c == '~' && i + 1 < text.Length && text[i + 1] == '~') i++;
            else if (c == '`') continue;
            else if (c == '<' && Tag(text, i) is { } end)
            {
                if (text.AsSpan(i).StartsWith("<br", StringComparison.OrdinalIgnoreCase)) kept.Append('\n');
                i = end;
            }
            else if (c == '&' && Entity(text, i) is var (length, value) && length > 0)
            {
                kept.Append(value);
                i += length - 1;
            }
            else if (c == '[' && Link(text, i) is var (shown, last) && last > 0)
            {
                kept.Append(StripInline(shown));
                i = last;
            }
            else
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private static bool IsEscapable(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));

    // A `*` or `_` run is a mark where it touches a word on one side only; `5 * 3` and `ma_so` keep theirs, and so does a bullet.
    private static bool IsEmphasis(string text, ref int i)
    {
        var mark = text[i];
        var end = i;
        while (end < text.Length && text[end] == mark) end++;
        var before = i > 0 ? text[i - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        var bullet = end - i == 1 && char.IsWhiteSpace(after) && text.AsSpan(0, i).IsWhiteSpace();
        var blanks = char.IsWhiteSpace(before) && char.IsWhiteSpace(after);
        var inWord = mark == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
        var blank = mark == '_' && end - i > 3;
        if (bullet || (blanks && end - i == 1) || inWord || blank) return false;
        i = end - 1;
        return true;
    }

    private static int? Tag(string text, int from)
    {
        if (from + 1 >= text.Length || !(char.IsAsciiLetter(text[from + 1]) || text[from + 1] == '/')) return null;
        var end = text.IndexOf('>', from);
        return end > 0 && end - from < 80 ? end : null;
    }

    private static (int Length, string Value) Entity(string text, int from)
    {
        foreach (var (name, value) in _entities)
        {
            if (text.AsSpan(from).StartsWith(name, StringComparison.Ordinal)) return (name.Length, value);
        }

        return (0, "");
    }

    private static readonly (string Name, string Value)[] _entities =
        [("&nbsp;", " "), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")];

    private static (string Shown, int Last) Link(string text, int from)
    {
        var close = text.IndexOf("](", from, StringComparison.Ordinal);
        if (close < 0 || close - from > 300) return ("", 0);
        var end = text.IndexOf(')', close);
        return end > 0 && end - close < 500 ? (text[(from + 1)..close], end) : ("", 0);
    }
}
