using System.Globalization;

namespace Directives.Zalo.ToZalo;

/// <summary>Cuts a text into messages that Zalo takes. They follow each other and carry no numbers: read one after the other they are the text.</summary>
public static class ZaloText
{
    /// <summary>What one message may hold; a longer one is refused (error -210).</summary>
    public const int MaxCharacters = 2_000;

    /// <returns>The messages in order, none of them blank; none at all for a blank text.</returns>
    public static IReadOnlyList<string> Split(string text) => Split(text, MaxCharacters);

    internal static IReadOnlyList<string> Split(string text, int limit)
    {
        // Fewer could not hold a character outside the basic plane.
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 2);
        var messages = new List<string>();
        var rest = text.AsSpan().Trim();
        while (rest.Length > limit)
        {
            var end = Border(rest, limit);
            messages.Add(rest[..end].TrimEnd().ToString());
            rest = rest[end..].TrimStart();
        }

        if (rest.Length > 0) messages.Add(rest.ToString());
        return messages;
    }

    /// <summary>Where the first message ends: after a line if one ends there, else after a word, else where it must.</summary>
    private static int Border(ReadOnlySpan<char> text, int limit)
    {
        // A blank just behind the limit is not sent, so what stands before it fits.
        var window = text[..(limit + 1)];
        var line = window.LastIndexOf('\n');
        if (line > 0) return line;
        for (var i = limit; i > 0; i--)
        {
            if (char.IsWhiteSpace(text[i])) return i;
        }

        var end = limit;
        while (end > 0 && IsInsideCharacter(text, end)) end--;
        // Nothing but marks: they may be parted, a surrogate pair may not.
        return end > 0 ? end : char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }

    private static bool IsInsideCharacter(ReadOnlySpan<char> text, int position) =>
        char.IsLowSurrogate(text[position])
        || char.GetUnicodeCategory(text[position]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
