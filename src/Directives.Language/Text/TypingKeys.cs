using System.Text;

namespace Directives.Language.Text;

/// <summary>What the keys of the Telex and VNI methods would have written, had the input method been switched on.</summary>
public static class TypingKeys
{
    private const string TelexTones = "\0fsrxj";
    private const string VniTones = "\021345";

    /// <summary>The comparable form of what a lower-case run of keys writes, or null where it writes no Vietnamese syllable with diacritics.</summary>
    public static string? Read(string keys) => Type(keys) is { } word && Syllables.IsPossible(word) ? word : null;

    /// <summary>What the keys write, be it a syllable or not; null where it has no diacritics.</summary>
    public static string? Type(string keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Length is < 2 or > 12) return null;
        var hasDigit = false;
        foreach (var key in keys)
        {
            if (key is >= '0' and <= '9') hasDigit = true;
            else if (!char.IsLetter(key)) return null;
        }

        if (keys[0] is >= '0' and <= '9') return null;
        var written = Write(keys, hasDigit);
        if (written is null || !VietnameseText.HasDiacritics(written)) return null;
        return Tokenizer.Comparable(written);
    }

    private static string? Write(string keys, bool isVni)
    {
        var word = new StringBuilder(keys.Length);
        var tone = 0;
        foreach (var key in keys)
        {
            var toneOfKey = (isVni ? VniTones : TelexTones).IndexOf(key);
            if (toneOfKey > 0 && HasVowel(word))
            {
                if (tone > 0) return null;
                tone = toneOfKey;
            }
            else if (!(isVni ? ShapeByDigit(word, key) : ShapeByLetter(word, key)))
            {
                if (isVni && key is >= '0' and <= '9') return null;
                word.Append(key);
            }
        }

        return tone == 0 || PutTone(word, tone) ? word.ToString() : null;
    }

    private static bool ShapeByDigit(StringBuilder word, char key) => key switch
    {
        '6' => Change(word, "aeo", "âêô"),
        '7' => Horn(word),
        '8' => Change(word, "a", "ă"),
        '9' => Bar(word),
        _ => false,
    };

    private static bool ShapeByLetter(StringBuilder word, char key)
    {
        switch (key)
        {
            case 'w':
                return Horn(word) || Change(word, "a", "ă") || word.Append('ư').Length > 0;
            case 'd':
                return word.Length > 0 && word[0] == 'd' && Bar(word);
            case 'a' or 'e' or 'o':
                // The second one of a pair, beside the first or at the end of the syllable.
                return Change(word, key.ToString(), key switch { 'a' => "â", 'e' => "ê", _ => "ô" });
            default:
                return false;
        }
    }

    private static bool Bar(StringBuilder word)
    {
        if (word.Length == 0 || word[0] != 'd') return false;
        word[0] = 'đ';
        return true;
    }

    /// <summary><c>uo</c> becomes <c>ươ</c> as a whole; otherwise the last o or u.</summary>
    private static bool Horn(StringBuilder word)
    {
        for (var at = word.Length - 1; at >= 0; at--)
        {
            if (word[at] == 'o' || (word[at] == 'ơ' && at > 0 && word[at - 1] == 'u'))
            {
                word[at] = 'ơ';
                if (at > 0 && word[at - 1] == 'u' && !(at > 1 && word[at - 2] == 'q')) word[at - 1] = 'ư';
                return true;
            }

            if (word[at] == 'u' && !(at > 0 && word[at - 1] == 'q') && !(at + 1 < word.Length && word[at + 1] == 'a' && at + 2 < word.Length))
            {
                word[at] = 'ư';
                return true;
            }
        }

        return false;
    }

    private static bool Change(StringBuilder word, string from, string to)
    {
        for (var at = word.Length - 1; at >= 0; at--)
        {
            var which = from.IndexOf(word[at]);
            if (which < 0) continue;
            word[at] = to[which];
            return true;
        }

        return false;
    }

    private static bool HasVowel(StringBuilder word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            if (VietnameseLetters.IsVowel(word[at])) return true;
        }

        return false;
    }

    /// <summary>On any vowel: the comparable form moves it to its place.</summary>
    private static bool PutTone(StringBuilder word, int tone)
    {
        for (var at = word.Length - 1; at >= 0; at--)
        {
            if (!VietnameseLetters.IsVowel(word[at])) continue;
            word[at] = VietnameseLetters.WithTone(word[at], tone);
            return true;
        }

        return false;
    }
}
