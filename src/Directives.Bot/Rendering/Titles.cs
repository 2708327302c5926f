namespace Directives.Bot.Rendering;

/// <summary>Cuts long words to what a phone shows, between words, never inside one or a number.</summary>
internal static class Titles
{
    private const int ListCharacters = 48;
    private const int QuoteCharacters = 400;

    public static string InList(string title) => Cut(title, ListCharacters);

    public static string Quote(string text) => Cut(text, QuoteCharacters);

    private static string Cut(string text, int max)
    {
        if (text.Length <= max) return text;
        var end = text.LastIndexOf(' ', max - 1);
        if (end <= 0) end = max - 1;
        // "ngày 15" must not lose what it counts: a number stays with the word before it.
        while (end > 0 && end + 1 < text.Length && char.IsDigit(text[end + 1]))
        {
            var before = text.LastIndexOf(' ', end - 1);
            if (before <= 0) break;
            end = before;
        }

        return text[..end].TrimEnd(' ', ',', ';', '-', '–', ':') + "…";
    }
}
