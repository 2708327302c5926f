using System.Text;

namespace Directives.Language.Text;

/// <summary>
/// Vietnamese text made comparable. Every method is a pure function of its argument and independent of culture and ICU.
/// </summary>
public static class VietnameseText
{
    /// <summary>
    /// Composed text (NFC for all Vietnamese letters), with the Icelandic Eth that old fonts used for Đ put right, zero-width characters
    /// removed and every kind of blank made a plain space. Line ends stay. All offsets of the language layer count in composed text.
    /// </summary>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsComposed(text)) return text;
        var composed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '\u00D0':
                    composed.Append('Đ');
                    break;
                case '\u00F0':
                    composed.Append('đ');
                    break;
                case var blank when IsOddBlank(blank):
                    composed.Append(' ');
                    break;
                case var gone when IsZeroWidth(gone):
                    break;
                case var mark when VietnameseLetters.IsCombiningMark(mark):
                    Attach(composed, mark);
                    break;
                default:
                    composed.Append(letter);
                    break;
            }
        }

        return composed.ToString();
    }

    /// <summary>
    /// Lower case without diacritics, đ as d; one character out for each character in, so that offsets into composed text stay valid.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (folded, source) =>
        {
            for (var at = 0; at < folded.Length; at++) folded[at] = VietnameseLetters.Fold(source[at]);
        });
    }

    /// <summary>The letter in lower case without its diacritics.</summary>
    public static char Fold(char letter) => VietnameseLetters.Fold(letter);

    /// <summary>Lower case with diacritics kept, one character out for each character in.</summary>
    public static string Lower(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (lower, source) =>
        {
            for (var at = 0; at < lower.Length; at++) lower[at] = VietnameseLetters.Lower(source[at]);
        });
    }

    /// <summary>
    /// The form in which composed words are compared: lower case, with every tone mark on the letter where the traditional rule puts it
    /// (<c>hoà</c> and <c>hòa</c>, <c>qúy</c> and <c>quý</c>, <c>nghịêm</c> and <c>nghiệm</c> become one). Length is kept.
    /// </summary>
    public static string Comparable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (lower, source) =>
        {
            for (var at = 0; at < lower.Length; at++) lower[at] = VietnameseLetters.Lower(source[at]);
            TonePlacement.Apply(lower);
        });
    }

    /// <summary>Whether any letter carries a Vietnamese diacritic (a tone, a circumflex, breve or horn, or the bar of đ).</summary>
    public static bool HasDiacritics(ReadOnlySpan<char> composed)
    {
        foreach (var letter in composed)
        {
            if (letter > 127 && char.IsLetter(letter) && VietnameseLetters.Fold(letter) < 128) return true;
        }

        return false;
    }

    private static bool IsComposed(string text)
    {
        foreach (var letter in text)
        {
            if (letter < 128) continue;
            if (letter is '\u00D0' or '\u00F0' || IsOddBlank(letter) || IsZeroWidth(letter) || VietnameseLetters.IsCombiningMark(letter)) return false;
        }

        return true;
    }

    private static bool IsOddBlank(char letter) => letter is '\u00A0' or '\u202F' or '\u3000' or (>= '\u2000' and <= '\u200A');

    private static bool IsZeroWidth(char letter) => letter is '\u00AD' or '\u180E' or '\u2060' or '\uFEFF' or (>= '\u200B' and <= '\u200F');

    /// <summary>Marks come in any order, also on letters that are partly composed: <c>ê</c> + acute is <c>ế</c>.</summary>
    private static void Attach(StringBuilder composed, char mark)
    {
        if (composed.Length > 0)
        {
            var combined = VietnameseLetters.Combine(composed[^1], mark);
            if (combined != '\0')
            {
                composed[^1] = combined;
                return;
            }
        }

        composed.Append(mark);
    }
}
