using System.Globalization;

namespace Directives.Core;

/// <summary>
/// Cuts long words to what a phone shows, between words, never inside one or between a number and the word before it. A word that alone is too long is
/// cut between two characters as people see them: no half of a surrogate pair, no letter without its marks.
/// </summary>
public static class ShortTitle
{
    /// <summary>Of a title in a list or in a sentence.</summary>
    public const int InList = 48;

    /// <param name="max">UTF-16 code units, with the mark of the cut.</param>
    public static string Of(string text, int max = InList)
    {
        if (text.Length <= max) return text;
        var end = text.AsSpan(0, max).LastIndexOfAny(' ', '\n');
        if (end <= 0) end = WholeCharacters(text, max - 1);
        // "ngày 15" must not lose what it counts.
        while (end > 0 && end + 1 < text.Length && text[end] == ' ' && char.IsDigit(text[end + 1]))
        {
            var before = text.LastIndexOf(' ', end - 1);
            if (before <= 0) break;
            end = before;
        }

        return text[..end].TrimEnd(' ', '\n', ',', ';', '-', '–', ':') + "…";
    }

    private static int WholeCharacters(string text, int max)
    {
        var end = 0;
        while (end < max)
        {
            var next = StringInfo.GetNextTextElementLength(text.AsSpan(end));
            // Marks piled up on one letter without end are no character that anybody reads.
            if (end + next > max) return end > 0 ? end : char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
            end += next;
        }

        return end;
    }
}
