namespace Directives.Core;

/// <summary>Cuts long words to what a phone shows, between words, never inside one or between a number and the word before it.</summary>
public static class ShortTitle
{
    /// <summary>Of a title in a list or in a sentence.</summary>
    public const int InList = 48;

    public static string Of(string text, int max = InList)
    {
        if (text.Length <= max) return text;
        var end = text.LastIndexOf(' ', max - 1);
        if (end <= 0) end = max - 1;
        // "ngày 15" must not lose what it counts.
        while (end > 0 && end + 1 < text.Length && char.IsDigit(text[end + 1]))
        {
            var before = text.LastIndexOf(' ', end - 1);
            if (before <= 0) break;
            end = before;
        }

        return text[..end].TrimEnd(' ', ',', ';', '-', '–', ':') + "…";
    }
}
