using System.Globalization;

namespace Directives.Core;

/// <summary>What differs between two rosters, in the words of the import's columns.</summary>
internal static class RosterDifference
{
    private static readonly (string Name, (string, string) Label)[] Labels =
    [
        ("Name", ("Tên", "Name")), ("Kind", ("Loại", "Kind")), ("Parent", ("Thuộc", "Parent")), ("Aliases", ("Tên khác", "Other names")),
        ("Members", ("Gồm", "Members")), ("Unit", ("Đơn vị", "Unit")), ("Role", ("Vai trò", "Role")), ("Post", ("Chức vụ", "Post")),
        ("Salutation", ("Xưng hô", "Salutation")), ("Language", ("Ngôn ngữ", "Language")),
        ("From", ("Từ ngày", "From")), ("To", ("Đến ngày", "To")), ("Successors", ("Sắp xếp thành", "Succeeded by")),
        ("Email", ("Thư điện tử", "Email")), ("TeamsAccount", ("Tài khoản Teams", "Teams account")),
    ];

    /// <param name="isInFile">Whether the file speaks of that unit, group or person; null for a section that the file does not have.</param>
    public static List<RosterChange> Between(Roster before, Roster after, Func<RosterSubject, string, bool?> isInFile) =>
    [
        .. Compare(RosterSubject.Unit, before.Units, after.Units, unit => unit.Id, unit => unit.Name, unit => unit.ValidTo, unit => Fields(unit, after, before), isInFile),
        .. Compare(RosterSubject.Group, before.Groups, after.Groups, group => group.Id, group => group.Name, _ => null, group => Fields(group, after, before), isInFile),
        .. Compare(RosterSubject.Person, before.People, after.People, person => person.Id, person => person.Name, person => person.ValidTo, person => Fields(person, after, before), isInFile),
    ];

    private static IEnumerable<RosterChange> Compare<T>(
        RosterSubject subject, IEnumerable<T> before, IEnumerable<T> after, Func<T, string> id, Func<T, string> name, Func<T, DateOnly?> end,
        Func<T, string[]> fields, Func<RosterSubject, string, bool?> isInFile)
    {
        var known = before.ToDictionary(id, StringComparer.Ordinal);
        foreach (var next in after)
        {
            if (!known.TryGetValue(id(next), out var last))
            {
                yield return new RosterChange(RosterChangeKind.Added, subject, id(next), name(next));
                continue;
            }

            var changed = Labels.Zip(fields(last), fields(next))
                .Where(field => field.Second != field.Third)
                .Select(field => new RosterFieldChange(field.First.Label, field.Second, field.Third))
                .ToList();
            if (changed.Count > 0)
            {
                var kind = end(next) is not null && end(next) != end(last) ? RosterChangeKind.Ended : RosterChangeKind.Changed;
                yield return new RosterChange(kind, subject, id(next), name(next)) { Fields = changed };
            }
            else if (isInFile(subject, id(next)) == false && end(next) is null)
            {
                yield return new RosterChange(RosterChangeKind.Missing, subject, id(next), name(next));
            }
        }
    }

    private static string[] Fields(Unit unit, Roster roster, Roster other) =>
    [
        unit.Name, unit.Kind, UnitName(unit.ParentId, roster, other), Join(unit.Aliases),
        "", "", "", "", "", "", Day(unit.ValidFrom), Day(unit.ValidTo), Join(unit.Successors.Select(id => UnitName(id, roster, other))), "", "",
    ];

    private static string[] Fields(UnitGroup group, Roster roster, Roster other) =>
    [
        group.Name, "", "", Join(group.Aliases), Join([.. group.Kinds, .. group.UnitIds.Select(id => UnitName(id, roster, other))]),
        "", "", "", "", "", "", "", "", "", "",
    ];

    private static string[] Fields(Person person, Roster roster, Roster other) =>
    [
        person.Name, "", "", "", "", UnitName(person.UnitId, roster, other), RosterValues.Word(person.Role), person.Post,
        RosterValues.Word(person.Salutation), person.Language, Day(person.ValidFrom), Day(person.ValidTo), "", person.Email ?? "", person.TeamsAccount ?? "",
    ];

    private static string UnitName(string? id, Roster roster, Roster other) =>
        id is null ? "" : (roster.FindUnit(id) ?? other.FindUnit(id))?.Name ?? id;

    private static string Join(IEnumerable<string> entries) => string.Join("; ", entries);

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";
}
