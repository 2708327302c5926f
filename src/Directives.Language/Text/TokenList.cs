namespace Directives.Language.Text;

/// <summary>A composed text and its tokens. Indexing past either end gives a token of kind <see cref="TokenKind.None"/>.</summary>
public sealed class TokenList
{
    private readonly Token[] _tokens;

    internal TokenList(string text, Token[] tokens)
    {
        Text = text;
        _tokens = tokens;
        var (words, marked) = (0, 0);
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word) continue;
            words++;
            HasBothCases |= !token.IsCapitalised;
            if (token.HasDiacritics && token.Respelling != RespellingKind.ChatSpelling) marked++;
        }

        IsAccented = marked * 3 >= words && marked > 0;
    }

    /// <summary>The composed text that all offsets count in.</summary>
    public string Text { get; }

    /// <summary>Whether any word begins with a small letter: only then does a capital say something.</summary>
    internal bool HasBothCases { get; }

    public int Count => _tokens.Length;

    /// <summary>Whether the text is typed with diacritics: then a word without them is likely to be just that word.</summary>
    public bool IsAccented { get; }

    /// <summary>All tokens.</summary>
    internal ReadOnlySpan<Token> AsSpan() => _tokens;

    public Token this[int index] => (uint)index < (uint)_tokens.Length ? _tokens[index] : Token.None;

    /// <summary>The first tokens of a long text, with the same offsets.</summary>
    internal TokenList Head(int count) => count >= Count ? this : new TokenList(Text, _tokens[..count]);

    /// <summary>The characters from the start of one token to the end of another (exclusive index), as they were typed.</summary>
    public string Slice(int from, int to) => to <= from ? "" : Text[_tokens[from].From.._tokens[to - 1].To];
}
