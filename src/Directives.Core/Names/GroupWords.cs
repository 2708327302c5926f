namespace Directives.Core;

/// <summary>Reads names that mean more than one unit.</summary>
internal static class GroupWords
{
    private static readonly List<NameWord>[] Plurals = Phrases("tất cả", "toàn bộ", "toàn thể", "toàn", "các", "những", "mọi", "khối", "nhóm", "hệ thống");

    private static readonly List<NameWord> OwnSchools = NameWords.Written("nhà trường");
    private static readonly List<NameWord> Learning = NameWords.Written("trường học");
    private static readonly List<NameWord> Concerned = NameWords.Written("liên quan");

    // Words that name no one: "các phòng, ban, ngành", "các cơ quan, đơn vị, tổ chức đoàn thể".
    private static readonly HashSet<string> Anyone = new(
        "phòng ban ngành đơn vị cơ quan tổ chức đoàn thể cá nhân bộ phận địa phương có khác".Split(' ').SelectMany(NameWords.Written).SelectMany(word => new[] { word.Text, word.Folded }),
        StringComparer.Ordinal);

    public static bool HasPlural(IReadOnlyList<NameWord> words) => Plurals.Any(plural => NameWords.Starts(words, plural));

    /// <summary>What is left when the words for many are gone: <c>các trường mầm non</c> and <c>khối MN</c> are both <c>mầm non</c>.</summary>
    public static List<NameWord> Key(IReadOnlyList<NameWord> words, OwnPlace place)
    {
        var key = place.Strip(words);
        foreach (var plural in Plurals) Remove(key, plural, plural.Count);
        Remove(key, OwnSchools, 1);
        Remove(key, Learning, 1, from: 1);
        while (key.Count > 1 && NameWords.IndexOf(key, KindWords.School) is >= 0 and var at) key.RemoveAt(at);
        return key;
    }

    /// <summary>The parts of a key, as commas and <c>và</c> divide it.</summary>
    public static List<List<NameWord>> Parts(IReadOnlyList<NameWord> key)
    {
        var parts = new List<List<NameWord>>();
        foreach (var word in key)
        {
            if (parts.Count == 0 || word.StartsPart) parts.Add([]);
            parts[^1].Add(word);
        }

        return parts;
    }

    public static bool IsSchools(IReadOnlyList<NameWord> key) => NameWords.Name(key, KindWords.School);

    /// <summary>Whether a name says that others are meant who are not listed.</summary>
    public static bool IsOpen(IReadOnlyList<NameWord> words, OwnPlace place) =>
        NameWords.IndexOf(words, Concerned) >= 0
        || (HasPlural(words) && Key(words, place) is var key && key.All(word => Anyone.Contains(word.Text)));

    private static void Remove(List<NameWord> words, List<NameWord> phrase, int count, int from = 0)
    {
        while (words.Count > count && NameWords.IndexOf(words, phrase) is >= 0 and var at) words.RemoveRange(at + from, count);
    }

    private static List<NameWord>[] Phrases(params string[] phrases) => [.. phrases.Select(NameWords.Written)];
}
