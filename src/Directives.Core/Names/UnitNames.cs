using System.Runtime.CompilerServices;

namespace Directives.Core;

/// <summary>
/// Finds units and groups by the names that documents and people use. A match is a name with one plain reading; everything else is a question to
/// somebody: candidates where several fit, suggestions where none does. Immutable and safe for use by many callers at once.
/// </summary>
public sealed class UnitNames
{
    private static readonly ConditionalWeakTable<Roster, UnitNames> Known = [];

    private readonly Roster _roster;
    private readonly OwnPlace _place;
    private readonly Dictionary<string, List<(FormRank Rank, List<NameWord> Words, Unit Unit)>> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Unit>> _initials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(bool IsKey, List<NameWord> Words, UnitGroup Group)>> _groups = new(StringComparer.Ordinal);
    private readonly NearNames _near = new();

    private UnitNames(Roster roster)
    {
        _roster = roster;
        _place = new OwnPlace(roster.Units.Where(unit => unit.ParentId is null).Select(unit => unit.Name).Append(roster.Body));
        foreach (var unit in roster.Units) Add(unit);
        foreach (var group in roster.Groups) Add(group);
    }

    /// <summary>The names of that roster; made once for each.</summary>
    public static UnitNames Of(Roster roster) => Known.GetValue(roster, static roster => new UnitNames(roster));

    /// <param name="day">The day of the document or message: names are read as they were then.</param>
    public UnitMatch Find(string name, DateOnly day)
    {
        var written = NameWords.Written(name);
        if (written.Count == 0) return new UnitMatch(UnitMatchKind.None);
        var words = OfficeAbbreviations.WriteOut(written);
        return Read(written, words, day)
            ?? Behind(written, words, day)
            ?? (GroupWords.IsOpen(words, _place) ? new UnitMatch(UnitMatchKind.Open) : null)
            ?? new UnitMatch(UnitMatchKind.None) { Nearest = Nearest(words, day) };
    }

    private void Add(Unit unit)
    {
        var forms = UnitForms.Of(unit, _place).ToList();
        foreach (var (rank, words) in forms)
        {
            var sameKey = ListAt(_units, NameWords.Folded(words));
            if (!sameKey.Any(form => form.Unit == unit && form.Words.SequenceEqual(words))) sameKey.Add((rank, words, unit));
        }

        foreach (var initials in forms.Where(form => form.Rank == FormRank.Stripped).SelectMany(form => UnitForms.Initials(form.Words)).Distinct())
        {
            ListAt(_initials, initials).Add(unit);
        }

        _near.Add(unit.Name, unit.IsValidOn, forms.Where(form => !KindWords.IsKindOnly(form.Words)).Select(form => NameWords.Folded(form.Words)).DefaultIfEmpty(NameText.Folded(unit.Name)));
    }

    private void Add(UnitGroup group)
    {
        var names = group.Aliases.Prepend(group.Name).Select(name => OfficeAbbreviations.WriteOut(NameWords.Written(name))).ToList();
        foreach (var words in names)
        {
            ListAt(_groups, NameWords.Folded(words)).Add((false, words, group));
            var key = GroupWords.Key(words, _place);
            ListAt(_groups, NameWords.Folded(key)).Add((true, key, group));
        }

        _near.Add(group.Name, _ => true, names.Select(NameWords.Folded));
    }

    /// <summary>From the plainest reading to the freest; null where none fits.</summary>
    private UnitMatch? Read(IReadOnlyList<NameWord> written, List<NameWord> words, DateOnly day)
    {
        var stripped = UnitForms.Strip(words, _place);
        return Units(words, FormRank.Name, day)
            ?? Group(words, isKey: false, day)
            ?? Units(words, FormRank.Alias, day)
            ?? Units(stripped, FormRank.Stripped, day)
            ?? (GroupWords.IsOpen(words, _place) ? new UnitMatch(UnitMatchKind.Open) : null)
            ?? GroupByKey(words, day)
            ?? GroupsTogether(words, day)
            ?? Units(stripped, FormRank.Short, day)
            ?? Initials(written, day);
    }

    /// <summary>What stands behind posts that mean their unit.</summary>
    private UnitMatch? Behind(IReadOnlyList<NameWord> written, List<NameWord> words, DateOnly day)
    {
        if (HeadWords.Strip(words) is not { } rest) return null;
        var restWritten = HeadWords.Strip(written) ?? written;
        return Read(restWritten, rest, day) ?? Behind(restWritten, rest, day);
    }

    private UnitMatch? Units(List<NameWord> words, FormRank upTo, DateOnly day)
    {
        var fitting = _units.GetValueOrDefault(NameWords.Folded(words))?
            .Where(form => form.Rank <= upTo && form.Unit.IsValidOn(day) && NameWords.Name(words, form.Words))
            .ToList();
        if (fitting is not { Count: > 0 }) return null;
        var plainest = fitting.Min(form => form.Rank);
        return UnitMatch.Of([.. fitting.Where(form => form.Rank == plainest).Select(form => form.Unit).Distinct()]);
    }

    private UnitMatch? GroupByKey(List<NameWord> words, DateOnly day)
    {
        var key = GroupWords.Key(words, _place);

        // "trường" alone is somebody's own school, not all of them.
        return GroupWords.IsSchools(key) && !GroupWords.HasPlural(words) ? null : Group(key, isKey: true, day);
    }

    /// <summary><c>các trường mầm non, tiểu học</c>: all members of all these groups; one of them unknown, and it is no match.</summary>
    private UnitMatch? GroupsTogether(List<NameWord> words, DateOnly day)
    {
        if (!GroupWords.HasPlural(words)) return null;
        var parts = GroupWords.Parts(GroupWords.Key(words, _place)).Select(part => Group(part, isKey: true, day)).ToList();
        if (parts.Count < 2 || parts.Contains(null)) return null;
        var units = parts.SelectMany(part => part!.Units).Distinct().ToList();
        return new UnitMatch(UnitMatchKind.Found)
        {
            Units = units,
            Group = _roster.Groups.FirstOrDefault(group => units.ToHashSet().SetEquals(_roster.Members(group, day))),
        };
    }

    private UnitMatch? Group(List<NameWord> words, bool isKey, DateOnly day)
    {
        var groups = _groups.GetValueOrDefault(NameWords.Folded(words))?
            .Where(form => form.IsKey == isKey && NameWords.Name(words, form.Words))
            .Select(form => form.Group)
            .Distinct()
            .ToList();

        // Two groups of one name: neither is the plain reading.
        if (groups is not [var group]) return null;
        var members = _roster.Members(group, day).ToList();
        return members.Count == 0 ? null : new UnitMatch(UnitMatchKind.Found) { Units = members, Group = group };
    }

    private UnitMatch? Initials(IReadOnlyList<NameWord> written, DateOnly day)
    {
        var letters = string.Concat(UnitForms.Strip(written, _place).Select(word => word.Folded));
        var units = _initials.GetValueOrDefault(letters)?.Where(unit => unit.IsValidOn(day)).ToList();
        return units is { Count: > 0 } ? UnitMatch.Of(units) : null;
    }

    private IReadOnlyList<string> Nearest(List<NameWord> words, DateOnly day)
    {
        var folded = NameWords.Folded(words);
        var near = _near.Of(folded, day);
        var stripped = NameWords.Folded(UnitForms.Strip(words, _place));
        return near.Count > 0 || stripped == folded ? near : _near.Of(stripped, day);
    }

    private static List<T> ListAt<T>(Dictionary<string, List<T>> lists, string key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];
}
