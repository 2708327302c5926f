namespace Directives.Core;

/// <summary>Who there is: the tree of units, their groups and their people. Immutable; read anew when the stored roster changes.</summary>
public sealed class Roster
{
    private readonly Dictionary<string, Unit> _units;
    private readonly Dictionary<string, Person> _people;
    private readonly ILookup<string?, Unit> _children;

    public Roster(string body, IReadOnlyList<Unit> units, IReadOnlyList<UnitGroup> groups, IReadOnlyList<Person> people)
    {
        Body = body;
        Units = units;
        Groups = groups;
        People = people;
        _units = units.ToDictionary(unit => unit.Id, StringComparer.Ordinal);
        _people = people.ToDictionary(person => person.Id, StringComparer.Ordinal);
        _children = units.ToLookup(unit => unit.ParentId, StringComparer.Ordinal);
    }

    public static Roster Empty { get; } = new("", [], [], []);

    /// <summary>The name of the body whose roster this is, as the bot introduces itself with (<c>Đảng ủy phường Sông Mây</c>).</summary>
    public string Body { get; }

    public IReadOnlyList<Unit> Units { get; }

    public IReadOnlyList<UnitGroup> Groups { get; }

    public IReadOnlyList<Person> People { get; }

    public Unit? FindUnit(string id) => _units.GetValueOrDefault(id);

    public Person? FindPerson(string id) => _people.GetValueOrDefault(id);

    /// <summary>The unit and all below it, parents before children.</summary>
    public IEnumerable<Unit> Branch(string unitId)
    {
        if (FindUnit(unitId) is not { } top) yield break;
        var waiting = new Queue<Unit>([top]);
        while (waiting.TryDequeue(out var unit))
        {
            yield return unit;
            foreach (var child in _children[unit.Id]) waiting.Enqueue(child);
        }
    }

    /// <summary>Whether this person may see what that unit owes: the own unit, a leader's branch, everything for a clerk.</summary>
    public bool MaySee(Person person, string unitId) => person.Role switch
    {
        Role.Clerk => true,
        Role.Leader => IsWithin(unitId, person.UnitId),
        _ => person.UnitId == unitId,
    };

    /// <summary>The members of a group on a day: units of its kinds, and those named one by one.</summary>
    public IEnumerable<Unit> Members(UnitGroup group, DateOnly day) => Units.Where(unit =>
        unit.IsValidOn(day)
        && (group.Kinds.Contains(unit.Kind, StringComparer.OrdinalIgnoreCase) || group.UnitIds.Contains(unit.Id, StringComparer.Ordinal)));

    private bool IsWithin(string unitId, string branchId)
    {
        for (var unit = FindUnit(unitId); unit is not null; unit = unit.ParentId is null ? null : FindUnit(unit.ParentId))
        {
            if (unit.Id == branchId) return true;
        }

        return false;
    }
}
