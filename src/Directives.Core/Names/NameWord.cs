using Directives.Language.Text;

namespace Directives.Core;

/// <summary>A word of a name in the form in which names are compared.</summary>
/// <param name="Text">Lower case with its diacritics; one form for <c>hoà</c> and <c>hòa</c>, for <c>kỹ</c> and <c>kĩ</c>.</param>
/// <param name="StartsPart">Stands behind a comma, a dash, <c>&amp;</c> or <c>và</c>: a new part of a name such as <c>Văn hóa – Xã hội</c>.</param>
/// <param name="IsUpper">Was written in capitals only, as abbreviations are.</param>
/// <param name="IsCapital">Was written with a capital at its start, as proper names are.</param>
internal readonly record struct NameWord(string Text, bool StartsPart, bool IsUpper, bool IsCapital)
{
    public string Folded => VietnameseText.Fold(Text);

    /// <summary>
    /// Whether this word, as somebody wrote it, is that word of a name: the same, or the same without any diacritics. <c>co</c> is <c>cỏ</c>,
    /// <c>cọ</c> is not.
    /// </summary>
    public bool Names(NameWord other) => Text == other.Text || (!VietnameseText.HasDiacritics(Text) && Text == other.Folded);
}

/// <summary>Sequences of words.</summary>
internal static class NameWords
{
    private const string ConsonantsBeforeY = "hklmst";
    private const string Y = "yỳýỷỹỵ";
    private const string I = "iìíỉĩị";

    /// <summary>The words of a name as they are written, without <c>và</c> and what is no letter or digit.</summary>
    public static List<NameWord> Written(string text)
    {
        var composed = VietnameseText.Compose(text);
        var comparable = VietnameseText.Comparable(composed);
        var words = new List<NameWord>();
        var startsPart = false;
        for (var at = 0; at < composed.Length; at++)
        {
            if (!char.IsLetterOrDigit(composed[at]))
            {
                startsPart |= !char.IsWhiteSpace(composed[at]) && composed[at] != '.';
                continue;
            }

            var from = at;
            while (at + 1 < composed.Length && char.IsLetterOrDigit(composed[at + 1])) at++;
            var word = comparable[from..(at + 1)];
            if (word is "và" or "va")
            {
                startsPart = true;
                continue;
            }

            words.Add(new NameWord(WithI(word), startsPart && words.Count > 0, IsUpper(composed.AsSpan(from, word.Length)), char.IsUpper(composed[from])));
            startsPart = false;
        }

        return words;
    }

    public static bool Name(IReadOnlyList<NameWord> written, IReadOnlyList<NameWord> name) =>
        written.Count == name.Count && Ends(written, name);

    /// <summary>Whether the first words of what is written are these.</summary>
    public static bool Starts(IReadOnlyList<NameWord> written, IReadOnlyList<NameWord> words) =>
        written.Count >= words.Count && Enumerable.Range(0, words.Count).All(i => written[i].Names(words[i]));

    /// <summary>Whether the last words of what is written are these.</summary>
    public static bool Ends(IReadOnlyList<NameWord> written, IReadOnlyList<NameWord> words) =>
        written.Count >= words.Count && Enumerable.Range(1, words.Count).All(i => written[^i].Names(words[^i]));

    /// <summary>Where these words first stand in what is written, or -1.</summary>
    public static int IndexOf(IReadOnlyList<NameWord> written, IReadOnlyList<NameWord> words)
    {
        for (var from = 0; from + words.Count <= written.Count; from++)
        {
            if (Enumerable.Range(0, words.Count).All(i => written[from + i].Names(words[i]))) return from;
        }

        return -1;
    }

    public static string Folded(IEnumerable<NameWord> words) => string.Join(' ', words.Select(word => word.Folded));

    private static bool IsUpper(ReadOnlySpan<char> written)
    {
        foreach (var letter in written)
        {
            if (!char.IsUpper(letter)) return false;
        }

        return written.Length > 1;
    }

    // Both spellings of one sound at the end of a syllable are in use; it never tells two names apart.
    private static string WithI(string word) =>
        word.Length > 1 && ConsonantsBeforeY.Contains(word[^2]) && Y.IndexOf(word[^1], StringComparison.Ordinal) is >= 0 and var tone
            ? word[..^1] + I[tone]
            : word;
}
