namespace Directives.Core;

/// <summary>Who there is: the tree of units, their groups and their people. Immutable; read anew when the stored roster changes.</summary>
public sealed class Roster
{
    private readonly Dictionary<string, Unit> _units;
    private readonly Dictionary<string, Person> _people;
    private readonly ILookup<string?, Unit> _children;
    private readonly Lazy<ILookup<string, Person>> _addresses;

    public Roster(string body, IReadOnlyList<Unit> units, IReadOnlyList<UnitGroup> groups, IReadOnlyList<Person> people)
    {
        Body = body;
        Units = units;
        Groups = groups;
        People = people;
        _units = units.ToDictionary(unit => unit.Id, StringComparer.Ordinal);
        _people = people.ToDictionary(person => person.Id, StringComparer.Ordinal);
        _children = units.ToLookup(unit => unit.ParentId, StringComparer.Ordinal);
        _addresses = new Lazy<ILookup<string, Person>>(() => people
            .SelectMany(person => new[] { person.Email, person.TeamsAccount }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase), (person, address) => (person, address))
            .ToLookup(row => row.address, row => row.person, StringComparer.OrdinalIgnoreCase));
    }

    public static Roster Empty { get; } = new("", [], [], []);

    /// <summary>The name of the body whose roster this is, as the bot introduces itself with (<c>Đảng ủy phường Sông Mây</c>).</summary>
    public string Body { get; }

    public IReadOnlyList<Unit> Units { get; }

    public IReadOnlyList<UnitGroup> Groups { get; }

    public IReadOnlyList<Person> People { get; }

    public Unit? FindUnit(string id) => _units.GetValueOrDefault(id);

    public Person? FindPerson(string id) => _people.GetValueOrDefault(id);

    /// <summary>Who has the address and acts for anybody on that day: with the end of an office its mailbox may be the next one's.</summary>
    public IEnumerable<Person> InOffice(string address, DateOnly day) => _addresses.Value[address].Where(person => IsActive(person, day));

    /// <summary>The unit and all below it, parents before children.</summary>
    public IEnumerable<Unit> Branch(string unitId) => FindUnit(unitId) is { } top ? Below([top]) : [];

    /// <summary>All units, parents before children.</summary>
    public IEnumerable<Unit> TopDown()
    {
        // A unit whose parent is not there stands at the top, so that nothing is left out.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in Below(Units.Where(unit => unit.ParentId is null || FindUnit(unit.ParentId) is null)))
        {
            seen.Add(unit.Id);
            yield return unit;
        }

        foreach (var unit in Units.Where(unit => !seen.Contains(unit.Id))) yield return unit;
    }

    /// <summary>Whether the person acts for anybody on a day: with the end of a unit its people lose their access, unless they are moved to another one.</summary>
    public bool IsActive(Person person, DateOnly day) => person.IsValidOn(day) && FindUnit(person.UnitId)?.HasEndedBy(day) != true;

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

    // An import refuses a circle of parents, but one could stand in the store while a large import is half written: neither walk may hang on it.
    private IEnumerable<Unit> Below(IEnumerable<Unit> tops)
    {
        var waiting = new Queue<Unit>(tops);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var unit))
        {
            if (!seen.Add(unit.Id)) continue;
            yield return unit;
            foreach (var child in _children[unit.Id]) waiting.Enqueue(child);
        }
    }

    private bool IsWithin(string unitId, string branchId)
    {
        var steps = 0;
        for (var unit = FindUnit(unitId); unit is not null && steps <= Units.Count; unit = unit.ParentId is null ? null : FindUnit(unit.ParentId))
        {
            if (unit.Id == branchId) return true;
            steps++;
        }

        return false;
    }
}
