namespace Directives.Language.Text;

public enum TokenKind
{
    /// <summary>Stands before the first and after the last token.</summary>
    None,
    Word,
    Number,

    /// <summary>One punctuation mark or other sign.</summary>
    Sign,

    /// <summary>A line end.</summary>
    Break,
}

/// <summary>A word, a run of digits or a sign, with its place in the composed text.</summary>
public sealed class Token
{
    internal static readonly Token None = new() { Kind = TokenKind.None };

    public required TokenKind Kind { get; init; }

    /// <summary>Offset of the first character in the composed text.</summary>
    public int From { get; init; }

    /// <summary>Offset after the last character.</summary>
    public int To { get; init; }

    /// <summary>The word in its comparable form: lower case, tones placed, i and y levelled, slips put right.</summary>
    public string Text { get; init; } = "";

    /// <summary><see cref="Text"/> without diacritics.</summary>
    public string Key { get; init; } = "";

    /// <summary>The number that the digits make; -1 for anything but up to nine digits.</summary>
    public int Value { get; init; } = -1;

    /// <summary>Whether the word was typed with any Vietnamese diacritic.</summary>
    public bool HasDiacritics { get; init; }

    public bool IsCapitalised { get; init; }

    /// <summary>Whether all letters are capitals.</summary>
    public bool IsUpper { get; init; }

    /// <summary>Whether it follows the token before it without a blank.</summary>
    public bool IsGlued { get; init; }

    /// <summary>Whether and why <see cref="Text"/> is not the word as typed.</summary>
    public RespellingKind Respelling { get; init; }

    public int Length => To - From;

    /// <summary>
    /// Whether this is that word (given in lower case with its diacritics): a word typed with diacritics must agree letter by letter, one
    /// typed without may stand for any word with the same letters.
    /// </summary>
    public bool Is(string word)
    {
        if (word.Length != Text.Length) return false;
        for (var at = 0; at < word.Length; at++)
        {
            var letter = Text[at];
            if (letter != word[at] && (HasDiacritics || letter != VietnameseLetters.Fold(word[at]))) return false;
        }

        return Kind is TokenKind.Word or TokenKind.Sign;
    }

    public bool IsAny(string first, string second) => Is(first) || Is(second);

    public bool IsAny(string first, string second, string third) => Is(first) || Is(second) || Is(third);

    public bool IsAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(word)) return true;
        }

        return false;
    }

    /// <summary>The same token with the word that is meant by its slip.</summary>
    internal Token RespeltAs(string word) => new()
    {
        Kind = Kind,
        From = From,
        To = To,
        Text = word,
        Key = VietnameseText.Fold(word),
        HasDiacritics = HasDiacritics,
        IsCapitalised = IsCapitalised,
        IsUpper = IsUpper,
        IsGlued = IsGlued,
        Respelling = RespellingKind.Slip,
    };

    public bool IsSign(char sign) => Kind == TokenKind.Sign && Text[0] == sign;

    public override string ToString() => Text;
}
