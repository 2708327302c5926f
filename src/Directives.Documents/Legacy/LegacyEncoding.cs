using Directives.Language.Text;

namespace Directives.Documents;

/// <summary>
/// Recognises text in the encodings before Unicode, TCVN3 (ABC) and VNI-Windows. Read as Latin letters it makes no sense; it is taken for
/// one of them only where the converted text consists of Vietnamese syllables.
/// </summary>
internal static class LegacyEncoding
{
    private const int SampleCharacters = 20_000;
    private const double LeastForeign = 0.02;
    private const double LeastSyllables = 0.85;

    /// <summary>The conversion to Unicode that a text needs, or null for text that is Unicode already.</summary>
    public static Func<string, string>? Detect(string text)
    {
        var sample = text.Length <= SampleCharacters ? text : text[..SampleCharacters];
        if (!LooksForeign(sample)) return null;
        var before = ShareOfSyllables(sample);
        Func<string, string>[] conversions = [Tcvn3.ToUnicode, VniWindows.ToUnicode];
        var (convert, share) = conversions.Select(one => (one, ShareOfSyllables(one(sample)))).MaxBy(pair => pair.Item2);
        return share >= LeastSyllables && share > before ? convert : null;
    }

    public static string Restore(string text) => Detect(text) is { } convert ? convert(text) : text;

    // Letters of Unicode's Vietnamese that Latin-1 lacks are in every Unicode text of some length, and in no other.
    private static bool LooksForeign(string sample)
    {
        int foreign = 0, letters = 0;
        foreach (var c in sample)
        {
            if (c is >= '\u0102' and <= '\u01B0' or >= '\u1EA0' and <= '\u1EF9') return false;
            if (c is >= '\u00A1' and <= '\u00FF') foreign++;
            if (char.IsLetter(c) || c >= '\u00A1') letters++;
        }

        return foreign >= 3 && foreign >= letters * LeastForeign;
    }

    private static double ShareOfSyllables(string text)
    {
        int words = 0, syllables = 0;
        foreach (var word in text.Split([' ', '\n', '\r', '\t', ',', '.', ';', ':', '(', ')', '-', '/', '"', '“', '”', '!', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsAsciiDigit(word[0]) || IsAbbreviation(word)) continue;
            words++;
            if (IsSyllable(VietnameseText.Fold(word))) syllables++;
        }

        return words == 0 ? 0 : (double)syllables / words;
    }

    private static bool IsAbbreviation(string word) => word.Length > 1 && word.All(c => char.IsAsciiLetterUpper(c) || c == '&');

    private static bool IsSyllable(string folded)
    {
        if (folded.Length > 7) return false;
        foreach (var initial in _initials)
        {
            if (!folded.StartsWith(initial, StringComparison.Ordinal)) continue;
            var rest = folded.AsSpan(initial.Length);
            var vowels = 0;
            while (vowels < rest.Length && "aeiouy".Contains(rest[vowels])) vowels++;
            if (vowels is >= 1 and <= 3 && _finals.Contains(rest[vowels..].ToString())) return true;
        }

        return false;
    }

    private static readonly string[] _initials =
        ["ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""];

    private static readonly HashSet<string> _finals = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];
}
