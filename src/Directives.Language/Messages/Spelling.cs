using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>
/// Puts words of one chat message right: chat spellings, keys of an input method left raw, missing or exchanged marks, slips of one edit.
/// A word that is known, or that could be a syllable of its own, stays as it is.
/// </summary>
internal sealed class Spelling : IWordRepair
{
    /// <summary>Words with fewer letters have too many neighbours to be guessed at.</summary>
    private const int ShortestGuess = 5;

    /// <summary>What a long text asks for stands at its head; the words after it are left as they are.</summary>
    private const int MostWords = 2 * MessageText.MostTokens;

    private const int LongestHead = 4000;

    private static readonly Dictionary<string, string> ChatSpellings = ReadChatSpellings(LanguageData.ReadEmbedded("abbreviations.txt"), "abbreviations.txt");

    /// <summary>Words of dates and numbers, which stand in the date grammar and not in the lexicon.</summary>
    private static readonly string[] OtherWords =
    [
        .. ("ngày hôm bữa tuần tháng quý năm học kỳ giờ phút sáng trưa chiều tối đêm thứ chủ nhật mùng mồng rằm giêng chạp tết nay mai mốt kia này sau tới trước qua nữa đầu giữa "
            + "cuối hằng hàng mỗi định lần một hai ba bốn tư năm sáu bảy tám chín mười lăm mươi chục trăm rưỡi nửa đến hết từ trong vòng tiên cùng kể chậm muộn nhất hạn bếp ăn "
            + "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december "
            + "today tomorrow yesterday morning afternoon evening weekly monthly quarterly before after day week month year hour every each next last this coming other within during since until till noon early late middle beginning start end "
            + "first second third one two three four five six seven eight nine ten eleven twelve days weeks months years quarter semester term working business half more than later ago").Split(' '),
    ];

    /// <summary>Words of dates beside each other; # is a number.</summary>
    private static readonly string[] OtherPairs =
    [
        "tháng #", "# tháng", "tháng này", "tháng sau", "tháng trước", "tháng tới", "tháng qua", "đầu tháng", "giữa tháng", "cuối tháng", "hết tháng", "trong tháng", "hằng tháng", "hàng tháng", "mỗi tháng",
        "tuần trước", "trước #", "trước ngày", "trước thứ", "trước tết", "chiều nay", "chiều mai", "chiều thứ", "# chiều", "# sáng", "trong tuần", "trong quý", "trong năm", "những trường", "trường #", "trong vòng",
        "chậm nhất", "muộn nhất", "năm trước", "trước khi", "quý trước", "hôm trước",
    ];

    private static readonly HashSet<string> Known = [.. Lexicon.Default.Words, .. OtherWords.Select(Tokenizer.Comparable)];
    private static readonly HashSet<string> KnownKeys = [.. Known.Select(VietnameseText.Fold)];
    private static readonly ILookup<string, string> KnownByKey = Known.ToLookup(VietnameseText.Fold, StringComparer.Ordinal);

    private static readonly Slips Slipped = new(Known);
    private static readonly WordPairs Pairs = new(Lexicon.Default.Phrases.Concat(OtherPairs));

    private readonly bool _hasRawKeys;
    private int _words;

    private Spelling(bool hasRawKeys) => _hasRawKeys = hasRawKeys;

    /// <summary>For one message: whether its sender's input method was off shows in the words that can be checked.</summary>
    internal static Spelling For(string composed)
    {
        var (hits, at) = (0, 0);
        while (at < Math.Min(composed.Length, LongestHead) && hits < 1)
        {
            if (!char.IsLetter(composed[at]))
            {
                at++;
                continue;
            }

            var to = at;
            while (to < composed.Length && char.IsLetterOrDigit(composed[to])) to++;
            if (to - at <= 12)
            {
                var word = Tokenizer.Comparable(composed[at..to]);
                if (!Known.Contains(word) && !KnownKeys.Contains(word) && !VietnameseText.HasDiacritics(word)
                    && TypingKeys.Read(word) is { } meant && Known.Contains(meant))
                {
                    hits++;
                }
            }

            at = to;
        }

        return new Spelling(hits > 0);
    }

    public Respelling? Respell(string typed)
    {
        if (++_words > MostWords) return null;
        if (ChatSpellings.TryGetValue(typed, out var meant)) return new Respelling(meant, RespellingKind.ChatSpelling);
        if (_hasRawKeys && !Syllables.IsPossible(typed) && TypingKeys.Type(typed) is { } raw && Known.Contains(raw)) return new Respelling(ChatSpellings.GetValueOrDefault(raw, raw), RespellingKind.RawKeys);
        if (Known.Contains(typed)) return null;
        if (HasRun(typed, out var shortened) && (Known.Contains(shortened) || KnownKeys.Contains(shortened) || ChatSpellings.ContainsKey(shortened)))
        {
            return new Respelling(ChatSpellings.GetValueOrDefault(shortened, shortened), RespellingKind.ChatSpelling);
        }

        if (_hasRawKeys && !KnownKeys.Contains(typed) && ReadKeys(typed) is { } keyed) return new Respelling(keyed, RespellingKind.RawKeys);
        if (!VietnameseText.HasDiacritics(typed)) return Guess(typed);
        if (Syllables.IsPossible(typed)) return null;
        return WithMarksPutRight(typed) is { } marked ? new Respelling(marked, RespellingKind.Slip) : Guess(typed);
    }

    /// <summary>
    /// Puts right a word that no phrase knows where, one slip away, stands a word that phrases join with its neighbour: <c>các tường</c>,
    /// <c>tông báo</c>, <c>táng này</c>. The word may be a syllable of its own, so it takes a neighbour to tell.
    /// </summary>
    internal static TokenList InContext(TokenList tokens)
    {
        Token[]? revised = null;
        for (var at = 0; at < Math.Min(tokens.Count, MessageText.MostTokens); at++)
        {
            var token = tokens[at];
            if (token.Text == "đã" && token.Respelling != RespellingKind.None && tokens[at + 1].Is("tạ"))
            {
                // "đa tạ": here the word is itself.
                revised ??= tokens.AsSpan().ToArray();
                revised[at] = token.RespeltAs("đa");
            }

            if (token.Kind != TokenKind.Word || token.Respelling != RespellingKind.None || token.Length < ShortestGuess - 1) continue;
            if ((token.IsCapitalised && tokens.HasBothCases) || Known.Contains(token.Text) || (!token.HasDiacritics && KnownKeys.Contains(token.Key))) continue;
            if (Pairs.Between(tokens[at - 1], token.Text, tokens[at + 1]) is not { } meant) continue;
            revised ??= tokens.AsSpan().ToArray();
            revised[at] = token.RespeltAs(meant);
        }

        return revised is null ? tokens : new TokenList(tokens.Text, revised);
    }

    private static string? ReadKeys(string typed)
    {
        if (TypingKeys.Type(typed) is not { } word) return null;
        if (ChatSpellings.TryGetValue(word, out var meant)) return meant;
        if (Known.Contains(word)) return word;

        // "viecj" writes "viẹc": the sender left out a key as well.
        if (WithMarksPutRight(word) is { } marked) return marked;
        return Syllables.IsPossible(typed) || !Syllables.IsPossible(word) ? null : word;
    }

    /// <summary>A known word with the same letters, of whose marks some are left out, or hỏi and ngã are exchanged.</summary>
    private static string? WithMarksPutRight(string typed)
    {
        string? found = null;
        foreach (var word in KnownByKey[VietnameseText.Fold(typed)])
        {
            if (!IsCarelessFormOf(typed, word)) continue;
            if (found is not null) return null;
            found = word;
        }

        return found;
    }

    private static bool IsCarelessFormOf(string typed, string word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            var (letter, right) = (typed[at], word[at]);
            if (letter == right || letter == VietnameseLetters.Fold(right)) continue;
            if (VietnameseLetters.Fold(letter) != VietnameseLetters.Fold(right)) return false;
            var (tone, rightTone) = (VietnameseLetters.Tone(letter), VietnameseLetters.Tone(right));
            var (shape, rightShape) = (VietnameseLetters.WithTone(letter, 0), VietnameseLetters.WithTone(right, 0));
            var isShapeCareless = shape == rightShape || shape < 'z';
            var isToneCareless = tone == rightTone || tone == 0 || (tone is 3 or 4 && rightTone is 3 or 4);
            if (!isShapeCareless || !isToneCareless) return false;
        }

        return true;
    }

    /// <summary>A known word that is one slip away; only for what is no syllable.</summary>
    private static Respelling? Guess(string typed)
    {
        var isMarked = VietnameseText.HasDiacritics(typed);
        if (typed.Length is < ShortestGuess - 1 or > 14 || (!isMarked && KnownKeys.Contains(typed)) || Syllables.IsPossible(typed)) return null;
        foreach (var letter in typed)
        {
            if (!char.IsLetter(letter)) return null;
        }

        return Slipped.Nearest(typed) is { } meant ? new Respelling(meant, RespellingKind.Slip) : null;
    }

    /// <summary>Whether a letter stands three times or more in a row, as in <c>okkk</c>.</summary>
    private static bool HasRun(string typed, out string shortened)
    {
        shortened = typed;
        for (var at = 2; at < typed.Length; at++)
        {
            if (typed[at] != typed[at - 1] || typed[at] != typed[at - 2]) continue;
            var kept = new System.Text.StringBuilder(typed.Length);
            foreach (var letter in typed)
            {
                if (kept.Length == 0 || kept[^1] != letter) kept.Append(letter);
            }

            shortened = kept.ToString();
            return true;
        }

        return false;
    }

    private static Dictionary<string, string> ReadChatSpellings(string text, string file)
    {
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (number, line) in LanguageData.Lines(text))
        {
            var fields = LanguageData.Fields(line);
            if (fields.Length != 2) throw LanguageData.Wrong(file, number, "expected \"từ đầy đủ | cách viết, cách viết\".");
            foreach (var spelling in fields[1].Split(',', StringSplitOptions.TrimEntries))
            {
                if (spelling.Length == 0 || spelling.Contains(' ')) throw LanguageData.Wrong(file, number, $"\"{spelling}\" is not one word.");
                if (!spellings.TryAdd(Tokenizer.Comparable(spelling), Tokenizer.Comparable(fields[0])))
                {
                    throw LanguageData.Wrong(file, number, $"\"{spelling}\" stands here twice.");
                }
            }
        }

        return spellings;
    }
}
