namespace Directives.Language.Text;

/// <summary>
/// The 134 letters that Vietnamese adds to ASCII, and what each is made of. An own table, because in globalization-invariant mode the
/// platform neither composes nor decomposes.
/// </summary>
internal static class VietnameseLetters
{
    /// <summary>Tones in the order of the rows' columns: level, huyền, sắc, hỏi, ngã, nặng.</summary>
    internal const int ToneCount = 6;

    private const int TableSize = 0x1F00;

    /// <summary>A row a vowel; the first column is the vowel without a tone.</summary>
    private static readonly string[] Rows =
    [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
        "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
    ];

    private const string RowBases = "aaaeeiooouuy";

    private static readonly char[] FoldTable = new char[TableSize];
    private static readonly char[] LowerTable = new char[TableSize];

    /// <summary>Row number times 6 plus tone, plus one; 0 for a character that is no vowel. By lower-case character.</summary>
    private static readonly byte[] VowelTable = new byte[TableSize];

    static VietnameseLetters()
    {
        for (var code = 0; code < TableSize; code++)
        {
            LowerTable[code] = char.ToLowerInvariant((char)code);
            FoldTable[code] = LowerTable[code];
        }

        for (var row = 0; row < Rows.Length; row++)
        {
            for (var tone = 0; tone < ToneCount; tone++)
            {
                var lower = Rows[row][tone];
                var upper = char.ToUpperInvariant(lower);
                LowerTable[upper] = lower;
                FoldTable[lower] = FoldTable[upper] = RowBases[row];
                VowelTable[lower] = (byte)((row * ToneCount) + tone + 1);
            }
        }

        foreach (var d in "đĐðÐ") (LowerTable[d], FoldTable[d]) = ('đ', 'd');
    }

    internal static char Lower(char letter) => letter < TableSize ? LowerTable[letter] : char.ToLowerInvariant(letter);

    internal static char Fold(char letter) => letter < TableSize ? FoldTable[letter] : char.ToLowerInvariant(letter);

    internal static bool IsVowel(char lower) => lower < TableSize && VowelTable[lower] != 0;

    /// <summary>0 to 5; 0 for a letter without a tone.</summary>
    internal static int Tone(char lower) => IsVowel(lower) ? (VowelTable[lower] - 1) % ToneCount : 0;

    /// <summary>The same vowel, with its circumflex, breve or horn, under another tone.</summary>
    internal static char WithTone(char lower, int tone) => IsVowel(lower) ? Rows[(VowelTable[lower] - 1) / ToneCount][tone] : lower;

    /// <summary>Whether the letter carries a circumflex, a breve or a horn.</summary>
    internal static bool HasShape(char lower) => IsVowel(lower) && WithTone(lower, 0) > 'z';

    /// <summary>The letter with a combining mark put on it, or '\0' where Vietnamese has no such letter.</summary>
    internal static char Combine(char letter, char mark)
    {
        var lower = Lower(letter);
        if (!IsVowel(lower)) return '\0';
        var tone = ToneOfMark(mark);
        var combined = tone > 0 ? Tone(lower) == 0 ? WithTone(lower, tone) : '\0' : WithShape(lower, mark);
        return combined == '\0' || letter == lower ? combined : char.ToUpperInvariant(combined);
    }

    internal static bool IsCombiningMark(char mark) => mark is >= '\u0300' and <= '\u036F';

    private static int ToneOfMark(char mark) => mark switch
    {
        '\u0300' or '\u0340' => 1,
        '\u0301' or '\u0341' => 2,
        '\u0309' => 3,
        '\u0303' => 4,
        '\u0323' => 5,
        _ => 0,
    };

    private static char WithShape(char lower, char mark)
    {
        var shaped = (WithTone(lower, 0), mark) switch
        {
            ('a', '\u0306') => 'ă',
            ('a', '\u0302') => 'â',
            ('e', '\u0302') => 'ê',
            ('o', '\u0302') => 'ô',
            ('o', '\u031B') => 'ơ',
            ('u', '\u031B') => 'ư',
            _ => '\0',
        };
        return shaped == '\0' ? '\0' : WithTone(shaped, Tone(lower));
    }
}
