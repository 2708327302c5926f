using System.Text;

namespace Directives.Language.Prose;

/// <summary>Writes the long form of a time of day (<c>10 giờ 30 phút</c>, <c>10 giờ 00</c>) as the short one (<c>10h30</c>) that the date grammar reads.</summary>
internal static class ClockTimes
{
    private const string Hour = "giờ";
    private const string Minute = "phút";

    // `trực 24/24 giờ` tells no time of day, and nights come as days do.
    private static readonly (string Written, string Plain)[] _others =
    [
        ("24/24 giờ", "24/24"), ("24/24h", "24/24"), ("24/24 h", "24/24"), ("hằng đêm", "hằng ngày"), ("lần trong năm học", "lần, trong năm học"),
        ("hàng đêm", "hằng ngày"), ("mỗi đêm", "hằng ngày"), ("hằng tối", "hằng ngày"),
    ];

    public static string Compact(string text)
    {
        foreach (var (written, plain) in _others) text = text.Replace(written, plain, StringComparison.OrdinalIgnoreCase);
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
