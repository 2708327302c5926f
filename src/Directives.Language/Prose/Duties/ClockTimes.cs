using System.Text;

namespace Directives.Language.Prose;

/// <summary>Writes the long form of a time of day (<c>10 giờ 30 phút</c>, <c>10 giờ 00</c>) as the short one (<c>10h30</c>) that the date grammar reads.</summary>
internal static class ClockTimes
{
    private const string Hour = "giờ";
    private const string Minute = "phút";

    public static string Compact(string text)
    {
        if (!text.Contains(Hour, StringComparison.Ordinal)) return text;
        var shown = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (LengthAt(text, i) is var (length, minutes) && length > 0 && EndsWithNumber(shown))
            {
                while (shown[^1] == ' ') shown.Length--;
                shown.Append('h').Append(minutes);
                i += length - 1;
            }
            else
            {
                shown.Append(text[i]);
            }
        }

        return shown.ToString();
    }

    // `giờ 30 phút`, `giờ 30`: from the word on.
    private static (int Length, string Minutes) LengthAt(string text, int at)
    {
        if (!text.AsSpan(at).StartsWith(Hour)) return (0, "");
        var i = at + Hour.Length;
        while (i < text.Length && text[i] == ' ') i++;
        if (i + 2 > text.Length || !char.IsAsciiDigit(text[i]) || !char.IsAsciiDigit(text[i + 1]) || (i + 2 < text.Length && IsPartOfDate(text[i + 2]))) return (0, "");
        var minutes = text[i..(i + 2)];
        i += 2;
        var after = i;
        while (after < text.Length && text[after] == ' ') after++;
        return text.AsSpan(after).StartsWith(Minute) ? (after + Minute.Length - at, minutes) : (i - at, minutes);
    }

    private static bool IsPartOfDate(char c) => c is '/' or '-' or '.' || char.IsLetterOrDigit(c);

    private static bool EndsWithNumber(StringBuilder text)
    {
        var at = text.Length - 1;
        while (at >= 0 && text[at] == ' ') at--;
        return at >= 0 && char.IsAsciiDigit(text[at]);
    }
}
