namespace Directives.Language.Text;

/// <summary>Puts right a word as typed, or leaves it.</summary>
public interface IWordRepair
{
    /// <summary>
    /// The word meant by <paramref name="typed"/> (composed, comparable form; letters and digits), or null to leave it as it is.
    /// </summary>
    public Respelling? Respell(string typed);
}

/// <param name="Word">The comparable form of the word that is meant.</param>
public readonly record struct Respelling(string Word, RespellingKind Kind);

/// <summary>Why a word is not typed as it is spelt.</summary>
public enum RespellingKind
{
    /// <summary>It is typed as it is spelt.</summary>
    None,

    /// <summary>A chat spelling, such as <c>ko</c>: the sender's own word, to be shown as typed.</summary>
    ChatSpelling,

    /// <summary>Keys of an input method that was not switched on: to be shown as meant.</summary>
    RawKeys,

    /// <summary>A slip of the finger; what is meant is a guess.</summary>
    Slip,
}

/// <summary>Splits composed text into words, numbers and signs in one pass.</summary>
public static class Tokenizer
{
    /// <param name="composed">Text as <see cref="VietnameseText.Compose"/> gives it.</param>
    /// <param name="repair">Spelling repair for chat messages; null for documents, whose words stand as they are.</param>
    public static TokenList Split(string composed, IWordRepair? repair = null)
    {
        ArgumentNullException.ThrowIfNull(composed);
        var tokens = new List<Token>((composed.Length / 4) + 4);
        var at = 0;
        var glued = false;
        while (at < composed.Length)
        {
            var letter = composed[at];
            if (letter is '\n')
            {
                tokens.Add(new Token { Kind = TokenKind.Break, From = at, To = ++at });
                glued = false;
            }
            else if (char.IsWhiteSpace(letter))
            {
                at++;
                glued = false;
            }
            else
            {
                at = letter is >= '0' and <= '9' ? AddNumber(tokens, composed, at, glued)
                    : IsWordLetter(letter) ? AddWord(tokens, composed, at, glued, repair)
                    : AddSign(tokens, composed, at, glued);
                glued = true;
            }
        }

        return new TokenList(composed, [.. tokens]);
    }

    /// <summary>The comparable form of one word: lower case, tones placed, <c>kì</c> and <c>kỳ</c> made one.</summary>
    public static string Comparable(string word)
    {
        var comparable = VietnameseText.Comparable(word);
        return EndsInLooseI(comparable) ? WithFinalY(comparable) : comparable;
    }

    private static bool IsWordLetter(char letter) => char.IsLetter(letter) || VietnameseLetters.IsCombiningMark(letter);

    private static int AddNumber(List<Token> tokens, string text, int from, bool glued)
    {
        var to = from;
        while (to < text.Length && text[to] is >= '0' and <= '9') to++;
        var digits = text[from..to];
        tokens.Add(new Token
        {
            Kind = TokenKind.Number,
            From = from,
            To = to,
            Text = digits,
            Key = digits,
            IsGlued = glued,
            Value = digits.Length <= 9 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) : -1,
        });
        return to;
    }

    private static int AddSign(List<Token> tokens, string text, int from, bool glued)
    {
        var sign = text[from] switch { '–' or '—' or '−' or '‑' => "-", '“' or '”' or '«' or '»' => "\"", '’' or '‘' => "'", var other => other.ToString() };
        tokens.Add(new Token { Kind = TokenKind.Sign, From = from, To = from + 1, Text = sign, Key = sign, IsGlued = glued });
        return from + 1;
    }

    private static int AddWord(List<Token> tokens, string text, int from, bool glued, IWordRepair? repair)
    {
        var to = EndOfLetters(text, from);
        if (repair is not null)
        {
            // Raw VNI has digits inside the word: the whole run is tried first, but never when it only ends in a number (nv12).
            var end = to;
            while (end < text.Length && (IsWordLetter(text[end]) || text[end] is >= '0' and <= '9')) end++;
            if (end > to && end - from <= 12 && repair.Respell(Comparable(text[from..end])) is { } typed)
            {
                tokens.Add(Word(text, from, end, typed.Word, glued, typed.Kind));
                return end;
            }
        }

        var word = Comparable(text[from..to]);
        var fixedWord = repair is not null && word.Length <= 24 ? repair.Respell(word) : null;
        tokens.Add(Word(text, from, to, fixedWord?.Word ?? word, glued, fixedWord?.Kind ?? RespellingKind.None));
        return to;
    }

    private static Token Word(string text, int from, int to, string word, bool glued, RespellingKind respelling)
    {
        var hasDiacritics = VietnameseText.HasDiacritics(word);
        return new Token
        {
            Kind = TokenKind.Word,
            From = from,
            To = to,
            Text = word,
            Key = hasDiacritics ? VietnameseText.Fold(word) : word,
            HasDiacritics = hasDiacritics,
            IsCapitalised = char.IsUpper(text[from]),
            IsUpper = IsAllUpper(text.AsSpan(from, to - from)),
            IsGlued = glued,
            Respelling = respelling,
        };
    }

    private static bool IsAllUpper(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (char.IsLower(letter)) return false;
        }

        return true;
    }

    private static int EndOfLetters(string text, int from)
    {
        var to = from;
        while (to < text.Length && (IsWordLetter(text[to]) || IsInnerApostrophe(text, to))) to++;
        return to;
    }

    /// <summary>The apostrophe of <c>what's</c>.</summary>
    private static bool IsInnerApostrophe(string text, int at) =>
        text[at] is '\'' or '’' && at > 0 && at + 1 < text.Length && text[at - 1] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
        && text[at + 1] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    /// <summary>After h, k, l, m, s, t and qu, final i and y are two spellings of one sound.</summary>
    private static bool EndsInLooseI(string word)
    {
        if (word.Length is < 2 or > 3 || VietnameseLetters.WithTone(word[^1], 0) != 'i') return false;
        var onset = word[..^1];
        return onset is "qu" or "k" || (onset is "h" or "l" or "m" or "s" or "t" && VietnameseLetters.Tone(word[^1]) > 0);
    }

    private static string WithFinalY(string word) => word[..^1] + VietnameseLetters.WithTone('y', VietnameseLetters.Tone(word[^1]));
}
