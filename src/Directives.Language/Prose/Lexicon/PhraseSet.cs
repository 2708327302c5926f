using Directives.Language.Text;

namespace Directives.Language.Prose;

/// <summary>Phrases that can be found at a place in a run of words.</summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<string, List<string[]>> _byFirst = new(StringComparer.Ordinal);

    /// <param name="phrases">Phrases between commas or line ends.</param>
    public PhraseSet(params ReadOnlySpan<string> phrases)
    {
        foreach (var list in phrases)
        {
            foreach (var phrase in list.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Add(phrase);
        }

        foreach (var tails in _byFirst.Values) tails.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>How many words from a place on make the longest phrase there, or 0.</summary>
    public int Match(IReadOnlyList<Word> words, int at, int end)
    {
        if (at >= end || !_byFirst.TryGetValue(words[at].Form, out var phrases)) return 0;
        foreach (var phrase in phrases)
        {
            if (at + phrase.Length <= end && Fits(words, at, phrase)) return phrase.Length;
        }

        return 0;
    }

    public bool IsAt(IReadOnlyList<Word> words, int at, int end) => Match(words, at, end) > 0;

    /// <summary>The first place from which a phrase stands, or -1.</summary>
    public int Find(IReadOnlyList<Word> words, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (Match(words, i, end) > 0) return i;
        }

        return -1;
    }

    public bool Occurs(IReadOnlyList<Word> words, int from, int end) => Find(words, from, end) >= 0;

    public bool OccursIn(string text)
    {
        var words = Word.Split(text, 0, text.Length);
        return Occurs(words, 0, words.Count);
    }

    private static bool Fits(IReadOnlyList<Word> words, int at, string[] phrase)
    {
        for (var i = 1; i < phrase.Length; i++)
        {
            if (!words[at + i].Is(phrase[i])) return false;
        }

        return true;
    }

    private void Add(string phrase)
    {
        var words = VietnameseText.Comparable(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!_byFirst.TryGetValue(words[0], out var same)) _byFirst[words[0]] = same = [];
        same.Add(words);
    }
}
