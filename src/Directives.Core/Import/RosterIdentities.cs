namespace Directives.Core;

/// <summary>
/// Decides which stored unit, group or person each line of an import speaks of. Without an id in the file a unit or group is known by its name,
/// a person by name and unit. A person of that name elsewhere is somebody else: taking the two for one would hand over a chat account.
/// </summary>
internal sealed class RosterIdentities
{
    private readonly RosterSection _section;
    private readonly Func<RosterLine, string> _unitOf;
    private readonly Dictionary<string, string> _idsByIdentity = new(StringComparer.Ordinal);
    private readonly HashSet<string> _storedIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RosterLine> _linesById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RosterLine> _linesByIdentity = new(StringComparer.Ordinal);
    private readonly List<SheetError> _errors = [];

    /// <param name="unitOf">The id of the unit that a person's line names; empty where there is none.</param>
    public RosterIdentities(RosterSection section, IEnumerable<(string Id, string Name, string UnitId)> stored, Func<RosterLine, string> unitOf)
    {
        _section = section;
        _unitOf = section == RosterSection.People ? unitOf : _ => "";
        foreach (var (id, name, unitId) in stored)
        {
            _storedIds.Add(id);
            _idsByIdentity.TryAdd(Identity(name, unitId), id);
        }
    }

    public IReadOnlyList<SheetError> Errors => _errors;

    public Dictionary<string, RosterLine> Assign(IReadOnlyList<RosterLine> lines)
    {
        var distinct = lines.Where(line => !IsRepeated(line)).ToList();

        // A unit that the file gives another name by its id leaves its old name free for a new one.
        var given = distinct.Where(line => line.HasText(RosterField.Id)).Select(line => NameText.Id(line[RosterField.Id]!)).ToHashSet(StringComparer.Ordinal);
        foreach (var (identity, id) in _idsByIdentity.ToList())
        {
            if (given.Contains(id)) _idsByIdentity.Remove(identity);
        }

        // Given and stored ids first, so that an id made of a name never takes one of them.
        var unnamed = new List<RosterLine>();
        foreach (var line in distinct)
        {
            if (line.HasText(RosterField.Id)) AssignGiven(line);
            else if (_idsByIdentity.TryGetValue(Identity(line), out var stored)) Add(stored, line);
            else unnamed.Add(line);
        }

        foreach (var line in unnamed) Add(NameText.FreeId(line.Name, id => _storedIds.Contains(id) || _linesById.ContainsKey(id)), line);
        return _linesById;
    }

    private static string Identity(string name, string unitId) => NameText.Key(name) + "|" + unitId;

    private string Identity(RosterLine line) => Identity(line.Name, _unitOf(line));

    private bool IsRepeated(RosterLine line)
    {
        // Two people of one name in one unit are told apart by their ids.
        var identity = _section == RosterSection.People && line.HasText(RosterField.Id) ? Identity(line) + "|" + line[RosterField.Id] : Identity(line);
        if (_linesByIdentity.TryAdd(identity, line)) return false;
        var first = _linesByIdentity[identity];
        _errors.Add(_section == RosterSection.People
            ? line.Error(RosterField.Name, $"\"{line.Name}\" của đơn vị này đã có ở {first.PlaceInVietnamese}.", $"\"{line.Name}\" of this unit is already at {first.PlaceInEnglish}.")
            : line.Error(RosterField.Name, $"tên \"{line.Name}\" đã có ở {first.PlaceInVietnamese}.", $"the name \"{line.Name}\" is already at {first.PlaceInEnglish}."));
        return true;
    }

    private void AssignGiven(RosterLine line)
    {
        var id = NameText.Id(line[RosterField.Id]!);
        if (id.Length == 0)
        {
            _errors.Add(line.Error(RosterField.Id, "mã cần có chữ hoặc số.", "an id needs letters or digits."));
        }
        else if (_section != RosterSection.People && _idsByIdentity.TryGetValue(Identity(line), out var other))
        {
            _errors.Add(line.Error(RosterField.Id, $"\"{line.Name}\" đã có với mã \"{other}\".", $"\"{line.Name}\" exists with the id \"{other}\"."));
        }
        else
        {
            Add(id, line);
        }
    }

    private void Add(string id, RosterLine line)
    {
        if (_linesById.TryAdd(id, line)) return;
        _errors.Add(line.Error(RosterField.Id, $"mã \"{id}\" đã có ở {_linesById[id].PlaceInVietnamese}.", $"the id \"{id}\" is already at {_linesById[id].PlaceInEnglish}."));
    }
}
