namespace Directives.Core;

/// <summary>The words that say what kind of unit a name is of.</summary>
internal static class KindWords
{
    public static readonly List<NameWord> School = NameWords.Written("trường");

    private static readonly List<NameWord>[] Schools = Phrases(
        "tiểu học trung học cơ sở", "trung học cơ sở trung học phổ thông", "mầm non", "mẫu giáo", "tiểu học", "trung học cơ sở", "trung học phổ thông");

    // What is left of these names still says which office is meant: "Nội vụ". It does not with "văn phòng", which every body has.
    private static readonly List<NameWord>[] Offices = Phrases("phòng", "ban", "trung tâm", "trạm");

    private static readonly List<NameWord>[] Bodies = Phrases(
        "văn phòng", "công an", "ủy ban nhân dân", "hội đồng nhân dân", "đảng ủy", "quận ủy", "chi bộ", "hội", "đoàn", "sở");

    public static bool IsSchool(IReadOnlyList<NameWord> name) => Schools.Any(kind => NameWords.Starts(name, kind));

    /// <summary>How many words at the start only say the kind, where the rest is a name of its own; 0 otherwise.</summary>
    public static int DroppableCount(IReadOnlyList<NameWord> name) => Count(name, [.. Schools, .. Offices]);

    /// <summary>How many words at the start only say the kind.</summary>
    public static int Count(IReadOnlyList<NameWord> name) => Count(name, [.. Schools, .. Offices, .. Bodies]);

    /// <summary>Whether the words say no more than a kind.</summary>
    public static bool IsKindOnly(IReadOnlyList<NameWord> name) =>
        ((List<NameWord>[])[.. Schools, .. Offices, .. Bodies]).Any(kind => NameWords.Name(name, kind));

    private static int Count(IReadOnlyList<NameWord> name, List<NameWord>[] kinds) =>
        kinds.Where(kind => name.Count > kind.Count && NameWords.Starts(name, kind)).Select(kind => kind.Count).DefaultIfEmpty().Max();

    private static List<NameWord>[] Phrases(params string[] phrases) => [.. phrases.Select(NameWords.Written)];
}
