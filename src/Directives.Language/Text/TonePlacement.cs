namespace Directives.Language.Text;

/// <summary>Puts the tone mark of each syllable where the traditional spelling has it.</summary>
internal static class TonePlacement
{
    /// <summary>Works in place on lower-case composed text; never changes its length.</summary>
    internal static void Apply(Span<char> lower)
    {
        var start = -1;
        for (var at = 0; at <= lower.Length; at++)
        {
            if (at < lower.Length && char.IsLetter(lower[at]))
            {
                if (start < 0) start = at;
                continue;
            }

            if (start >= 0 && at - start is > 1 and <= 8) ApplyToSyllable(lower[start..at]);
            start = -1;
        }
    }

    private static void ApplyToSyllable(Span<char> syllable)
    {
        var from = 0;
        while (from < syllable.Length && !VietnameseLetters.IsVowel(syllable[from])) from++;
        var to = from;
        while (to < syllable.Length && VietnameseLetters.IsVowel(syllable[to])) to++;
        if (to - from < 2) return;

        // A second group of vowels: a foreign word, or two syllables written as one.
        for (var at = to; at < syllable.Length; at++)
        {
            if (VietnameseLetters.IsVowel(syllable[at])) return;
        }

        var (tone, marked) = FindTone(syllable[from..to]);
        if (tone == 0 || marked < 0) return;
        if (from > 0 && IsGlide(syllable, from)) from++;
        var vowels = syllable[from..to];
        for (var at = from - 1; at < to; at++)
        {
            if (at >= 0) syllable[at] = VietnameseLetters.WithTone(syllable[at], 0);
        }

        var place = Place(vowels, isClosed: to < syllable.Length);
        vowels[place] = VietnameseLetters.WithTone(vowels[place], tone);
    }

    /// <summary>The u of <c>qu</c> and the i of <c>gi</c> before another vowel belong to the consonant.</summary>
    private static bool IsGlide(ReadOnlySpan<char> syllable, int from) =>
        (syllable[from - 1], VietnameseLetters.WithTone(syllable[from], 0)) is ('q', 'u') or ('g', 'i');

    private static (int Tone, int Place) FindTone(ReadOnlySpan<char> vowels)
    {
        var (tone, place) = (0, -1);
        for (var at = 0; at < vowels.Length; at++)
        {
            if (VietnameseLetters.Tone(vowels[at]) is not (> 0 and var found)) continue;
            if (tone > 0) return (0, -1);
            (tone, place) = (found, at);
        }

        return (tone, place);
    }

    private static int Place(ReadOnlySpan<char> vowels, bool isClosed)
    {
        for (var at = vowels.Length - 1; at >= 0; at--)
        {
            if (VietnameseLetters.HasShape(vowels[at])) return at;
        }

        return vowels.Length switch
        {
            1 => 0,
            2 => isClosed ? 1 : 0,
            _ => 1,
        };
    }
}
