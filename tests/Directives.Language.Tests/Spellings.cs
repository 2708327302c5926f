using System.Text;
using Directives.Language.Text;

namespace Directives.Language.Tests;

/// <summary>The same words as other people's phones and habits would write them.</summary>
internal static class Spellings
{
    private const string Rows = "aàáảãạ ăằắẳẵặ âầấẩẫậ eèéẻẽẹ êềếểễệ iìíỉĩị oòóỏõọ ôồốổỗộ ơờớởỡợ uùúủũụ ưừứửữự yỳýỷỹỵ";
    private static readonly string[] Vowels = Rows.Split(' ');
    private const string ToneMarks = "\0\u0300\u0301\u0309\u0303\u0323";

    internal static string WithoutDiacritics(string text) => Spell(text, (vowel, _) => vowel.ToString(), "d");

    internal static string Decompose(string text)
    {
        var spelt = new StringBuilder();
        foreach (var letter in text)
        {
            var (row, tone) = Find(letter);
            if (row < 0)
            {
                spelt.Append(letter);
                continue;
            }

            var (vowel, shape) = Shape(row);
            spelt.Append(char.IsUpper(letter) ? char.ToUpperInvariant(vowel) : vowel);
            if (shape != '\0') spelt.Append(shape switch { '^' => '\u0302', '(' => '\u0306', _ => '\u031B' });
            if (tone > 0) spelt.Append(ToneMarks[tone]);
        }

        return spelt.ToString();
    }

    /// <summary>Keys of the Telex method, tone at the end of the word, as an input method that is switched off leaves them.</summary>
    internal static string Telex(string text) => Keys(text, shape => shape switch { '^' => "\0", '(' => "w", _ => "w" }, "dd", " fsrxj");

    /// <summary>Keys of the VNI method.</summary>
    internal static string Vni(string text) => Keys(text, shape => shape switch { '^' => "6", '(' => "8", _ => "7" }, "d9", " 21345");

    /// <summary>The tone on the second letter of oa, oe, uy.</summary>
    internal static string NewTonePlacement(string text) => text
        .Replace("òa", "oà").Replace("óa", "oá").Replace("ỏa", "oả").Replace("õa", "oã").Replace("ọa", "oạ")
        .Replace("òe", "oè").Replace("óe", "oé").Replace("ỏe", "oẻ").Replace("ọe", "oẹ")
        .Replace("ùy", "uỳ").Replace("úy", "uý").Replace("ủy", "uỷ").Replace("ũy", "uỹ").Replace("ụy", "uỵ");

    /// <summary>
    /// One slip of the finger in one of the longer words (five letters and more): two letters exchanged, one left out, one doubled.
    /// Which word and which slip hang on the text alone. A text without so long a word stays as it is.
    /// </summary>
    internal static string WithSlip(string text)
    {
        var words = text.Split(' ');
        var seed = text.Sum(letter => letter);
        int[] longer = [.. Enumerable.Range(0, words.Length).Where(at => words[at].Length >= 5 && words[at].All(char.IsLower))];
        if (longer.Length == 0) return text;
        var chosen = longer[seed % longer.Length];
        var word = words[chosen];
        var place = 1 + (seed / 7 % (word.Length - 2));
        words[chosen] = (seed % 3) switch
        {
            0 => word[..place] + word[place + 1] + word[place] + word[(place + 2)..],
            1 => word[..place] + word[(place + 1)..],
            _ => word[..place] + word[place] + word[place..],
        };
        return string.Join(' ', words);
    }

    /// <summary>Expressions whose words without diacritics are other words.</summary>
    internal static bool LosesItsMeaning(string text) => text is "hôm kìa" or "mốt" or "mai mốt" or "tháng sáu" || text.Contains("âm lịch", StringComparison.Ordinal);

    private static string Keys(string text, Func<char, string> shapeKey, string barred, string toneKeys)
    {
        var typed = new StringBuilder();
        var word = new StringBuilder();
        var tone = 0;
        void Flush()
        {
            typed.Append(word);
            if (tone > 0) typed.Append(toneKeys[tone]);
            word.Clear();
            tone = 0;
        }

        foreach (var letter in text)
        {
            if (!char.IsLetter(letter))
            {
                Flush();
                typed.Append(letter);
                continue;
            }

            if (letter is 'đ' or 'Đ')
            {
                word.Append(letter == 'Đ' ? barred.ToUpperInvariant() : barred);
                continue;
            }

            var (row, found) = Find(letter);
            if (row < 0)
            {
                word.Append(letter);
                continue;
            }

            if (found > 0) tone = found;
            var (vowel, shape) = Shape(row);
            var written = char.IsUpper(letter) ? char.ToUpperInvariant(vowel) : vowel;
            word.Append(written);
            if (shape != '\0') word.Append(shapeKey(shape) == "\0" ? written.ToString() : shapeKey(shape));
        }

        Flush();
        return typed.ToString();
    }

    private static string Spell(string text, Func<char, int, string> vowelText, string barred)
    {
        var spelt = new StringBuilder();
        foreach (var letter in text)
        {
            var (row, tone) = Find(letter);
            if (letter is 'đ' or 'Đ') spelt.Append(letter == 'Đ' ? barred.ToUpperInvariant() : barred);
            else if (row < 0) spelt.Append(letter);
            else
            {
                var written = vowelText(Shape(row).Vowel, tone);
                spelt.Append(char.IsUpper(letter) ? written.ToUpperInvariant() : written);
            }
        }

        return spelt.ToString();
    }

    private static (int Row, int Tone) Find(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        for (var row = 0; row < Vowels.Length; row++)
        {
            var tone = Vowels[row].IndexOf(lower);
            if (tone >= 0) return (row, tone);
        }

        return (-1, 0);
    }

    private static (char Vowel, char Shape) Shape(int row) => row switch
    {
        0 => ('a', '\0'),
        1 => ('a', '('),
        2 => ('a', '^'),
        3 => ('e', '\0'),
        4 => ('e', '^'),
        5 => ('i', '\0'),
        6 => ('o', '\0'),
        7 => ('o', '^'),
        8 => ('o', '+'),
        9 => ('u', '\0'),
        10 => ('u', '+'),
        _ => ('y', '\0'),
    };
}
