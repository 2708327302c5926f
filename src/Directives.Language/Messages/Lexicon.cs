using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>The phrases of <c>Data/phrases.txt</c> as a tree of words, and the words they consist of. Immutable.</summary>
internal sealed class Lexicon
{
    private readonly Node _root = new();
    private readonly List<string> _phrases = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    internal static Lexicon Default { get; } = Parse(LanguageData.ReadEmbedded("phrases.txt"), "phrases.txt");

    /// <summary>Every word of a phrase, in its comparable form.</summary>
    internal IReadOnlySet<string> Words => _words;

    /// <summary>Every phrase, as written.</summary>
    internal IEnumerable<string> Phrases => _phrases;

    /// <exception cref="FormatException">A line is not what it should be; the message names file and line.</exception>
    internal static Lexicon Parse(string text, string file)
    {
        var lexicon = new Lexicon();
        foreach (var (number, line) in LanguageData.Lines(text))
        {
            var fields = LanguageData.Fields(line);
            if (fields.Length != 2) throw LanguageData.Wrong(file, number, "expected \"loại | cụm từ, cụm từ\".");
            if (!Enum.TryParse<Cue>(fields[0], ignoreCase: true, out var cue) || char.IsDigit(fields[0][0]))
            {
                throw LanguageData.Wrong(file, number, $"there is no kind of phrase \"{fields[0]}\".");
            }

            foreach (var phrase in fields[1].Split(',', StringSplitOptions.TrimEntries))
            {
                if (phrase.Length == 0) throw LanguageData.Wrong(file, number, "an empty phrase between two commas.");
                lexicon.Add(phrase, CueSet.Of(cue));
            }
        }

        return lexicon;
    }

    /// <summary>Words that mean something only to whom looks for them: whether every word of a report or a decision is understood.</summary>
    private static readonly CueSet Small = CueSet.Of(Cue.ReportWord, Cue.DecisionWord, Cue.Deliverable, Cue.Step, Cue.Setback);

    /// <summary>The longest phrase that begins at the token and lies before the limit; where several are that long, the cues of all.</summary>
    internal CueMatch? Match(TokenList tokens, int at, int limit) => Match(tokens, at, limit, default);

    /// <param name="wanted">The kinds of small words to look for as well.</param>
    internal CueMatch? Match(TokenList tokens, int at, int limit, CueSet wanted)
    {
        var (end, cues) = (at, default(CueSet));
        Walk(_root, tokens, at, limit, new CueSet(Small.Bits & ~wanted.Bits), ref end, ref cues);
        return end > at ? new CueMatch(at, end, cues) : null;
    }

    private void Walk(Node node, TokenList tokens, int at, int limit, CueSet ignored, ref int end, ref CueSet cues)
    {
        if (!node.Cues.IsOnly(ignored))
        {
            if (at > end) (end, cues) = (at, node.Cues);
            else if (at == end) cues = cues.With(node.Cues);
        }

        if (at >= limit || node.Next is null || !node.Next.TryGetValue(tokens[at].Key, out var branches)) return;
        // In a text with diacritics a known word without any ("cho") is that word, and not another ("chờ") with its marks left out.
        var isExact = tokens.IsAccented && !tokens[at].HasDiacritics && Words.Contains(tokens[at].Text);
        foreach (var (word, next, needsMarks) in branches)
        {
            if (needsMarks && tokens[at].Text != word) continue;
            if (tokens[at].Text == word || (!isExact && tokens[at].Is(word))) Walk(next, tokens, at + 1, limit, ignored, ref end, ref cues);
        }
    }

    private void Add(string phrase, CueSet cues)
    {
        var node = _root;
        var needsMarks = phrase[0] == '=';
        var tokens = Tokenizer.Split(needsMarks ? phrase[1..] : phrase);
        _phrases.Add(tokens.Text);
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Word) _words.Add(token.Text);
            node.Next ??= new Dictionary<string, List<(string, Node, bool)>>(StringComparer.Ordinal);
            if (!node.Next.TryGetValue(token.Key, out var branches)) node.Next[token.Key] = branches = [];
            var found = branches.FindIndex(branch => branch.Word == token.Text && branch.NeedsMarks == needsMarks);
            if (found < 0)
            {
                branches.Add((token.Text, new Node(), needsMarks));
                found = branches.Count - 1;
            }

            node = branches[found].Next;
        }

        node.Cues = node.Cues.With(cues);
    }

    private sealed class Node
    {
        internal Dictionary<string, List<(string Word, Node Next, bool NeedsMarks)>>? Next { get; set; }
        internal CueSet Cues { get; set; }
    }
}
