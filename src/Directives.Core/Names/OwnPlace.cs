namespace Directives.Core;

/// <summary>
/// The place that a roster is about, as the top of its tree names it. Inside <c>quận Long Biên</c> people write <c>phòng Nội vụ</c>,
/// <c>phòng Nội vụ quận</c> and <c>phòng Nội vụ quận Long Biên</c> for one office; another district's name makes another office.
/// </summary>
internal sealed class OwnPlace
{
    private static readonly List<NameWord>[] Levels =
        [.. ((string[])["phường", "xã", "thị trấn", "đặc khu", "quận", "huyện", "thị xã", "thành phố", "tỉnh"]).Select(NameWords.Written)];

    // A committee's name holds the level in its first word.
    private static readonly (List<NameWord> Committee, List<NameWord> Level)[] Committees =
        [.. (((string, string)[])[("quận ủy", "quận"), ("huyện ủy", "huyện"), ("thành ủy", "thành phố"), ("tỉnh ủy", "tỉnh"), ("thị ủy", "thị xã")])
            .Select(row => (NameWords.Written(row.Item1), NameWords.Written(row.Item2)))];

    private static readonly List<NameWord>[] Connectors =
        [.. ((string[])["trên địa bàn", "trực thuộc", "thuộc", "của", "trong"]).Select(NameWords.Written)];

    private readonly List<(List<NameWord> Level, List<NameWord> Place)> _places = [];

    public OwnPlace(IEnumerable<string> topNames)
    {
        foreach (var name in topNames) Learn(OfficeAbbreviations.WriteOut(NameWords.Written(name)));
    }

    /// <summary>The words without the own place, its level and what joins them to the name; never nothing.</summary>
    public List<NameWord> Strip(IReadOnlyList<NameWord> words)
    {
        var left = words.ToList();
        while (StripOnce(left))
        {
        }

        return left;
    }

    private void Learn(List<NameWord> name)
    {
        foreach (var (committee, level) in Committees)
        {
            if (NameWords.Starts(name, committee) && name.Count > committee.Count) _places.Add((level, name[committee.Count..]));
        }

        foreach (var level in Levels)
        {
            var at = NameWords.IndexOf(name, level);
            if (at <= 0 || at + level.Count >= name.Count) continue;

            // A place has a name of its own: "xã hội" is none.
            if (name[at + level.Count].IsCapital) _places.Add((level, name[(at + level.Count)..]));
        }
    }

    private bool StripOnce(List<NameWord> words)
    {
        foreach (var (level, place) in _places)
        {
            if (CutEnd(words, [.. level, .. place]) || CutEnd(words, level)) return true;
            if (Committees.Any(row => NameWords.Ends(words, [.. row.Committee, .. place])) && CutEnd(words, place)) return true;
        }

        return Connectors.Any(connector => CutEnd(words, connector));
    }

    private static bool CutEnd(List<NameWord> words, List<NameWord> end)
    {
        if (words.Count <= end.Count || !NameWords.Ends(words, end)) return false;
        words.RemoveRange(words.Count - end.Count, end.Count);
        return true;
    }
}
