namespace Directives.Language.Text;

/// <summary>Which letter sequences can be a Vietnamese syllable.</summary>
public static class Syllables
{
    private static readonly string[] Onsets =
    [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
    ];

    private static readonly HashSet<string> Rhymes = Words(
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
        + "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oa oac oach oai oan oang oanh oao oap oat oay oăc oăm "
        + "oăn oăng oăt oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh "
        + "uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyt uyu uyên uyêt uyp ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm "
        + "yên yêng yêt yêu ynh yt");

    /// <summary>The same without circumflex, breve and horn, for words typed without diacritics.</summary>
    private static readonly HashSet<string> PlainRhymes = [.. Rhymes.Select(VietnameseText.Fold)];

    /// <summary>Whether lower-case composed letters can be one syllable, with its diacritics or wholly without.</summary>
    public static bool IsPossible(string lower)
    {
        ArgumentNullException.ThrowIfNull(lower);
        if (lower.Length is 0 or > 7) return false;
        Span<char> bare = stackalloc char[lower.Length];
        var tones = 0;
        for (var at = 0; at < lower.Length; at++)
        {
            if (VietnameseLetters.Tone(lower[at]) > 0) tones++;
            bare[at] = VietnameseLetters.WithTone(lower[at], 0);
        }

        if (tones > 1) return false;

        // A syllable that ends in a stop has a rising or a heavy tone: "viêc", "nôp" are written by mistake.
        if (VietnameseText.HasDiacritics(lower) && EndsInStop(bare) && !HasStopTone(lower)) return false;
        var rhymes = VietnameseText.HasDiacritics(lower) ? Rhymes : PlainRhymes;
        var set = rhymes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (set.Contains(bare)) return true;
        foreach (var onset in Onsets)
        {
            if (!bare.StartsWith(onset, StringComparison.Ordinal)) continue;
            if (set.Contains(bare[onset.Length..]) && CanStand(onset, bare[onset.Length])) return true;

            // The i of "gì", "gìn", "giếng" is both the consonant's and the vowel.
            if (onset == "gi" && set.Contains(bare[1..])) return true;
        }

        return false;
    }

    /// <summary>Before e, ê, i and y the sounds of c, g and ng are written k, gh and ngh, and only there.</summary>
    private static bool CanStand(string onset, char vowel) => onset switch
    {
        "k" or "gh" or "ngh" => vowel is 'e' or 'ê' or 'i' or 'y',
        "c" or "g" or "ng" => vowel is not ('e' or 'ê' or 'i' or 'y'),
        _ => true,
    };

    private static bool EndsInStop(ReadOnlySpan<char> bare) => bare[^1] is 'c' or 'p' or 't' || bare.EndsWith("ch", StringComparison.Ordinal);

    private static bool HasStopTone(string lower)
    {
        foreach (var letter in lower)
        {
            if (VietnameseLetters.Tone(letter) is 2 or 5) return true;
        }

        return false;
    }

    private static HashSet<string> Words(string list) => [.. list.Split(' ')];
}
