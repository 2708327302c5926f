using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>Words of a message that may be kept: without what tells who wrote them or whom they are about, on one line, and not long.</summary>
public static partial class MaskedText
{
    public const int MaxCharacters = 200;

    /// <summary>So much is looked at; the masks only make it shorter, and what is kept is far less.</summary>
    private const int ReadCharacters = 1_000;

    private const string NumberMask = "<số>";
    private const string MailMask = "<thư>";
    private const string LinkMask = "<liên kết>";

    public static string Of(string text, Roster roster)
    {
        var masked = Cut(Tidy(VietnameseText.Compose(text)), ReadCharacters);
        masked = Mention().Replace(masked, NamesInText.PersonMask);
        masked = Link().Replace(masked, LinkMask);
        masked = Mail().Replace(masked, MailMask);
        masked = Number().Replace(masked, found => DateOrSum().IsMatch(found.ValueSpan) ? found.Value : NumberMask);
        return Cut(NamesInText.Of(roster).Mask(masked), MaxCharacters);
    }

    /// <summary>What is equal for two spellings of one phrasing: its words without diacritics; where it has none, the signs themselves.</summary>
    public static string Key(string masked)
    {
        var folded = NameText.Folded(masked);
        return folded.Length > 0 ? folded : masked;
    }

    /// <summary>One line, and nothing in it that a terminal or a store would take for something else than a letter.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (tidy.Length > 0 && tidy[^1] != ' ') tidy.Append(' ');
            }
            else if (rune != Rune.ReplacementChar
                && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                tidy.Append(rune);
            }
        }

        return tidy.ToString().TrimEnd();
    }

    // Between words: half a word or half a number may still tell something.
    private static string Cut(string text, int characters)
    {
        if (text.Length <= characters) return text;
        var end = text.LastIndexOf(' ', characters - 1);
        if (end <= 0) end = char.IsHighSurrogate(text[characters - 2]) ? characters - 2 : characters - 1;
        return text[..end] + "…";
    }

    [GeneratedRegex("<at>.{0,200}?</at>|(?<![\\p{L}\\p{N}.])@[\\p{L}\\p{N}._]+(?: \\p{Lu}\\p{L}*){0,3}")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?:https?://|www\.|\b(?:zalo|m|fb|facebook|t)\.(?:me|com)/)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\s@<>,;:()]{1,64}@[^\s@<>,;:()]+")]
    private static partial Regex Mail();

    // Five digits running, or eight and more with dots, dashes and blanks among them, as telephone numbers are typed.
    [GeneratedRegex(@"\+?\(?\d(?:[ .()\u2010-\u2015-]{0,3}\d){7,}|\d{5,}")]
    private static partial Regex Number();

    // 15.12.2026, 10.000.000.
    [GeneratedRegex(@"^(?:\d{1,2}[ .-]{1,3}\d{1,2}[ .-]{1,3}\d{4}|[1-9]\d{0,2}(?:\.\d{3})*\.000)$")]
    private static partial Regex DateOrSum();
}
