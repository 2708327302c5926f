using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Which words stand side by side in known phrases, and so which word a slip beside a known neighbour must have been.</summary>
internal sealed class WordPairs
{
    private const int ShortestWord = 5;
    private const string AnyNumber = "#";

    private readonly Dictionary<string, HashSet<string>> _after = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _before = new(StringComparer.Ordinal);

    /// <param name="phrases">Words separated by blanks, lower case with diacritics; # for a number.</param>
    internal WordPairs(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var at = 0; at + 1 < words.Length; at++)
            {
                var (word, next) = (Tokenizer.Comparable(words[at]), Tokenizer.Comparable(words[at + 1]));
                if (next.Length >= ShortestWord) Add(_after, VietnameseText.Fold(word), next);
                if (word.Length >= ShortestWord) Add(_before, VietnameseText.Fold(next), word);
            }
        }
    }

    /// <summary>The only word one slip away from the typed one that phrases join with a neighbour.</summary>
    internal string? Between(Token before, string typed, Token after)
    {
        string? found = null;
        return Search(_after, before, typed, ref found) && Search(_before, after, typed, ref found) ? found : null;
    }

    /// <summary>Whether there is still no more than one.</summary>
    private static bool Search(Dictionary<string, HashSet<string>> pairs, Token neighbour, string typed, ref string? found)
    {
        var key = neighbour.Kind switch { TokenKind.Word => neighbour.Key, TokenKind.Number => AnyNumber, _ => "" };
        if (!pairs.TryGetValue(key, out var words)) return true;
        foreach (var word in words)
        {
            if (word == found || !Slips.IsCarelessFormOf(typed, word)) continue;
            if (found is not null) return false;
            found = word;
        }

        return true;
    }

    private static void Add(Dictionary<string, HashSet<string>> pairs, string neighbour, string word)
    {
        if (!pairs.TryGetValue(neighbour, out var words)) pairs[neighbour] = words = new HashSet<string>(StringComparer.Ordinal);
        words.Add(word);
    }
}
