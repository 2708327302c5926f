namespace Directives.Core;

/// <summary>How plainly a form of a name means its unit; only forms of the plainest kind that fits are compared with each other.</summary>
internal enum FormRank
{
    Name,
    Alias,

    /// <summary>Without <c>trường</c> and without the own place.</summary>
    Stripped,

    /// <summary>A part of the name, where only one unit has it.</summary>
    Short,
}

/// <summary>The forms in which one unit is written.</summary>
internal static class UnitForms
{
    // This many words after the kind are more than a coincidence.
    private const int TellingWords = 3;

    public static IEnumerable<(FormRank Rank, List<NameWord> Words)> Of(Unit unit, OwnPlace place)
    {
        var name = OfficeAbbreviations.WriteOut(NameWords.Written(unit.Name));
        var aliases = unit.Aliases.Select(alias => OfficeAbbreviations.WriteOut(NameWords.Written(alias))).ToList();
        yield return (FormRank.Name, name);
        foreach (var alias in aliases) yield return (FormRank.Alias, alias);

        foreach (var full in aliases.Prepend(name))
        {
            var stripped = Strip(full, place);
            yield return (FormRank.Stripped, stripped);
            foreach (var part in Parts(stripped)) yield return (FormRank.Short, part);
        }
    }

    /// <summary>The name's words as the forms have them: without <c>trường</c> before a name and without the own place after it.</summary>
    public static List<NameWord> Strip(IReadOnlyList<NameWord> words, OwnPlace place)
    {
        var stripped = place.Strip(words);
        return stripped.Count > 1 && NameWords.Starts(stripped, KindWords.School) ? stripped[1..] : stripped;
    }

    /// <summary>
    /// Forms made of first letters, without blanks: <c>phongvhxh</c>, <c>pvhxh</c>, <c>vhxh</c> and <c>phongvh</c> for Phòng Văn hóa – Xã hội.
    /// Offices only: nobody shortens the names of schools so.
    /// </summary>
    public static IEnumerable<string> Initials(IReadOnlyList<NameWord> stripped)
    {
        if (KindWords.IsSchool(stripped) || stripped.Count < 2) yield break;
        yield return Letters(stripped);
        var kind = KindWords.Count(stripped);
        if (kind == 0) yield break;
        var kindText = string.Concat(stripped.Take(kind).Select(word => word.Folded));
        var rest = stripped.Skip(kind).ToList();
        yield return kindText + Letters(rest);
        for (var at = 2; at < rest.Count; at++)
        {
            if (rest[at].StartsPart) yield return kindText + Letters(rest.Take(at));
        }

        if (KindWords.DroppableCount(stripped) > 0 && rest.Count > 1) yield return Letters(rest);
    }

    private static IEnumerable<List<NameWord>> Parts(List<NameWord> stripped)
    {
        if (KindWords.DroppableCount(stripped) is > 0 and var droppable && stripped[droppable..].Any(word => word.Text.Length > 1 && !char.IsDigit(word.Text[0])))
        {
            yield return stripped[droppable..];
        }

        if (KindWords.IsSchool(stripped)) yield break;
        var kind = KindWords.Count(stripped);
        if (kind == 0) yield break;
        for (var at = kind + 1; at < stripped.Count; at++)
        {
            if (stripped[at].StartsPart || at - kind >= TellingWords) yield return stripped[..at];
        }
    }

    private static string Letters(IEnumerable<NameWord> words) => string.Concat(words.Select(word => word.Folded[0]));
}
