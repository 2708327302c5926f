namespace Directives.Core;

/// <summary>
/// The roster that comes of the stored one and the lines of an import. Who is in the file is updated or added; who is not stays. Every line is
/// looked at before anything is refused, so that a clerk sees all that is wrong at once.
/// </summary>
internal sealed class RosterDraft
{
    private const int NameCharacters = 200;

    private readonly Roster _stored;
    private readonly List<SheetError> _errors = [];
    private readonly Dictionary<RosterSection, Dictionary<string, RosterLine>> _linesById = [];
    private readonly UnitReferences _units;

    private RosterDraft(Roster stored, IReadOnlyList<RosterLine> lines)
    {
        _stored = stored;
        var unitLines = Identify(lines, RosterSection.Units, stored.Units.Select(unit => (unit.Id, unit.Name, "")));
        var groupLines = Identify(lines, RosterSection.Groups, stored.Groups.Select(group => (group.Id, group.Name, "")));

        // Names first, then what refers to them: a parent may stand further down than its children.
        var named = Merge(stored.Units, unitLines, unit => unit.Id, NamedUnit);
        _units = new UnitReferences(named);
        var units = Merge(named, unitLines, unit => unit.Id, (id, line, unit) => unit! with { ParentId = Parent(id, line, unit), Successors = Successors(id, line, unit!) });
        CheckCircles(units, unitLines);
        var groups = Merge(stored.Groups, groupLines, group => group.Id, (id, line, group) => Group(id, line, group, units));
        var peopleLines = Identify(lines, RosterSection.People, stored.People.Select(person => (person.Id, person.Name, person.UnitId)));
        var people = Merge(stored.People, peopleLines, person => person.Id, Person);
        if (_errors.Count == 0) Roster = new Roster(Body(units), units, groups, people);
    }

    /// <summary>Null where there are errors.</summary>
    public Roster? Roster { get; }

    public IReadOnlyList<SheetError> Errors => _errors;

    public static RosterDraft Of(Roster stored, IReadOnlyList<RosterLine> lines) => new(stored, lines);

    /// <summary>Whether the file has that one; null where it has no line of its section.</summary>
    public bool? IsInFile(RosterSubject subject, string id)
    {
        var lines = _linesById[subject switch { RosterSubject.Unit => RosterSection.Units, RosterSubject.Group => RosterSection.Groups, _ => RosterSection.People }];
        return lines.Count == 0 ? null : lines.ContainsKey(id);
    }

    // The body is the top of the tree: the stored one as long as it is there, otherwise the first unit without a parent.
    private string Body(List<Unit> units)
    {
        var top = units.Where(unit => unit.ParentId is null).ToList();
        return (top.Find(unit => _stored.FindUnit(unit.Id)?.Name == _stored.Body) ?? top.FirstOrDefault())?.Name ?? _stored.Body;
    }

    /// <summary>Gives each line its id: the one it names, that of the stored one of its name, or one made of its name.</summary>
    private Dictionary<string, RosterLine> Identify(
        IReadOnlyList<RosterLine> lines, RosterSection section, IEnumerable<(string Id, string Name, string UnitId)> stored)
    {
        var identities = new RosterIdentities(section, stored, _units is null ? _ => "" : line => _units.Find(line[RosterField.Unit] ?? "")?.Id ?? "");
        var byId = identities.Assign([.. lines.Where(line => line.Section == section && HasName(line))]);
        _errors.AddRange(identities.Errors);
        return _linesById[section] = byId;
    }

    private bool HasName(RosterLine line)
    {
        if (NameText.Id(line.Name).Length == 0) _errors.Add(line.Error(RosterField.Name, "thiếu tên.", "the name is missing."));
        else if (line.Name.Length > NameCharacters) _errors.Add(line.Error(RosterField.Name, $"tên dài quá {NameCharacters} ký tự.", $"the name is longer than {NameCharacters} characters."));
        else return true;
        return false;
    }

    private static List<T> Merge<T>(IReadOnlyList<T> stored, Dictionary<string, RosterLine> lines, Func<T, string> id, Func<string, RosterLine, T?, T> read)
        where T : class
    {
        var known = stored.Select(id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. stored.Select(item => lines.TryGetValue(id(item), out var line) ? read(id(item), line, item) : item),
            .. lines.Where(line => !known.Contains(line.Key)).Select(line => read(line.Key, line.Value, null)),
        ];
    }

    private Unit NamedUnit(string id, RosterLine line, Unit? stored)
    {
        if (!line.HasText(RosterField.Kind) && (stored is null || line[RosterField.Kind] is not null))
        {
            _errors.Add(line.Error(RosterField.Kind, $"thiếu loại của \"{line.Name}\".", $"the kind of \"{line.Name}\" is missing."));
        }

        var (from, to) = Days(line, stored?.ValidFrom, stored?.ValidTo);
        return new Unit(id, line.Name, line[RosterField.Kind] ?? stored?.Kind ?? "", stored?.ParentId, from, to)
        {
            Aliases = Aliases(line, stored?.Aliases),
            Successors = stored?.Successors ?? [],
        };
    }

    private IReadOnlyList<string> Successors(string id, RosterLine line, Unit unit)
    {
        if (line[RosterField.Successors] is null) return unit.Successors;
        string[] successors = [.. line.List(RosterField.Successors).Select(name => FindUnit(line, RosterField.Successors, name)?.Id).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (successors.Contains(id, StringComparer.Ordinal))
        {
            _errors.Add(line.Error(RosterField.Successors, $"\"{line.Name}\" không thể sắp xếp thành chính nó.", $"\"{line.Name}\" cannot succeed itself."));
        }
        else if (successors.Length > 0 && unit.ValidTo is null)
        {
            _errors.Add(line.Error(RosterField.Successors, $"\"{line.Name}\" có đơn vị kế tục nhưng chưa ghi đến ngày nào.", $"\"{line.Name}\" has successors but no last day."));
        }

        return successors;
    }

    private string? Parent(string id, RosterLine line, Unit? stored)
    {
        if (line[RosterField.Parent] is not { } name) return stored?.ParentId;
        if (name.Length == 0) return null;
        if (FindUnit(line, RosterField.Parent, name) is not { } parent) return null;
        if (parent.Id != id) return parent.Id;
        _errors.Add(line.Error(RosterField.Parent, $"\"{line.Name}\" không thể thuộc chính nó.", $"\"{line.Name}\" cannot stand under itself."));
        return null;
    }

    private Unit? FindUnit(RosterLine line, RosterField field, string name)
    {
        if (_units.Find(name) is { } unit) return unit;
        var isAmbiguous = _units.IsAmbiguous(name);
        var near = _units.Nearest(name);
        _errors.Add(isAmbiguous
            ? line.Error(field, $"có nhiều đơn vị tên \"{name}\"; hãy ghi tên đầy đủ hoặc mã.", $"several units are called \"{name}\"; give the full name or the id.")
            : line.Error(
                field,
                $"không có đơn vị \"{name}\"{(near is null ? "" : $" (gần giống \"{near}\")")}.",
                $"there is no unit \"{name}\"{(near is null ? "" : $" (similar: \"{near}\")")}."));
        return null;
    }

    private void CheckCircles(List<Unit> units, Dictionary<string, RosterLine> lines)
    {
        var parents = units.ToDictionary(unit => unit.Id, unit => unit.ParentId, StringComparer.Ordinal);
        var settled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            var path = new List<string>();
            for (var id = unit.Id; id is not null && !settled.Contains(id); id = parents.GetValueOrDefault(id))
            {
                if (path.IndexOf(id) is >= 0 and var start)
                {
                    ReportCircle(path[start..], units, lines);
                    break;
                }

                path.Add(id);
            }

            settled.UnionWith(path);
        }
    }

    private void ReportCircle(List<string> circle, List<Unit> units, Dictionary<string, RosterLine> lines)
    {
        var names = string.Join(" → ", circle.Append(circle[0]).Select(id => units.First(unit => unit.Id == id).Name));
        var line = lines[circle.First(lines.ContainsKey)];
        _errors.Add(line.Error(RosterField.Parent, $"các đơn vị thuộc nhau thành vòng: {names}.", $"units stand under each other in a circle: {names}."));
    }

    private UnitGroup Group(string id, RosterLine line, UnitGroup? stored, List<Unit> units)
    {
        var group = new UnitGroup(id, line.Name) { Aliases = Aliases(line, stored?.Aliases), Kinds = stored?.Kinds ?? [], UnitIds = stored?.UnitIds ?? [] };
        if (line[RosterField.Members] is null && stored is not null) return group;

        if (units.Any(unit => NameText.Key(unit.Name) == NameText.Key(line.Name)))
        {
            _errors.Add(line.Error(RosterField.Name, $"đã có đơn vị tên \"{line.Name}\".", $"a unit is called \"{line.Name}\" already."));
        }

        var kinds = units.Select(unit => unit.Kind).DistinctBy(NameText.Key).ToDictionary(NameText.Key, StringComparer.Ordinal);
        var members = line.List(RosterField.Members).Select(entry => (Kind: kinds.GetValueOrDefault(NameText.Key(entry)), Entry: entry)).ToList();
        if (members.Count == 0)
        {
            _errors.Add(line.Error(
                RosterField.Members, $"\"{line.Name}\" chưa ghi gồm loại hoặc đơn vị nào.", $"\"{line.Name}\" names no kind and no unit that belongs to it."));
        }

        return group with
        {
            Kinds = [.. members.Select(member => member.Kind).OfType<string>().Distinct()],
            UnitIds = [.. members.Where(member => member.Kind is null).Select(member => FindUnit(line, RosterField.Members, member.Entry)?.Id).OfType<string>().Distinct()],
        };
    }

    private Person Person(string id, RosterLine line, Person? stored)
    {
        // A cell that is not read stands in the errors, so the value taken in its place is never stored.
        var unitId = line[RosterField.Unit] is { } unit ? FindUnit(line, RosterField.Unit, unit)?.Id ?? "" : stored?.UnitId ?? "";
        var role = Read(line, RosterField.Role, stored?.Role, RosterValues.Role, "thủ trưởng, lãnh đạo hoặc văn thư", "principal, leader or clerk");
        var salutation = Read(line, RosterField.Salutation, stored?.Salutation ?? Salutation.Unknown, RosterValues.Salutation, "thầy, cô, anh, chị hoặc đồng chí", "thầy, cô, anh, chị or đồng chí");
        var (from, to) = Days(line, stored?.ValidFrom, stored?.ValidTo);
        var language = stored?.Language ?? "vi";
        if (line[RosterField.Language] is { } languageText)
        {
            language = RosterValues.Language(languageText) ?? language;
            if (RosterValues.Language(languageText) is null) _errors.Add(Unreadable(line, RosterField.Language, languageText, "vi hoặc en", "vi or en"));
        }

        return new Person(id, line.Name, unitId, role ?? default, line[RosterField.Post] ?? stored?.Post ?? "", salutation ?? default, language)
        {
            Email = Address(line, RosterField.Email, stored?.Email),
            TeamsAccount = Address(line, RosterField.TeamsAccount, stored?.TeamsAccount),
            ValidFrom = from,
            ValidTo = to,
        };
    }

    // Two people may share one: then an account is told apart by a code.
    private string? Address(RosterLine line, RosterField field, string? stored)
    {
        if (line[field] is not { } text) return stored;
        if (text.Length == 0) return null;
        var address = RosterValues.Address(text);
        if (address is null) _errors.Add(Unreadable(line, field, text, "một địa chỉ, ví dụ hoa.nv@songmay.gov.vn", "one address, such as hoa.nv@songmay.gov.vn"));
        return address;
    }

    private T? Read<T>(RosterLine line, RosterField field, T? stored, Func<string, T?> read, string vietnamese, string english)
        where T : struct
    {
        if (line[field] is not { } text && stored is not null) return stored;
        var value = read(line[field] ?? "");
        if (value is null) _errors.Add(Unreadable(line, field, line[field] ?? "", vietnamese, english));
        return value;
    }

    private (DateOnly? From, DateOnly? To) Days(RosterLine line, DateOnly? storedFrom, DateOnly? storedTo)
    {
        var from = Day(line, RosterField.ValidFrom, storedFrom);
        var to = Day(line, RosterField.ValidTo, storedTo);
        if (from > to) _errors.Add(line.Error(RosterField.ValidTo, "ngày kết thúc trước ngày bắt đầu.", "the last day is before the first."));
        return (from, to);
    }

    private DateOnly? Day(RosterLine line, RosterField field, DateOnly? stored)
    {
        if (line[field] is not { } text) return stored;
        if (text.Length == 0) return null;
        var day = RosterValues.Day(text);
        if (day is null) _errors.Add(Unreadable(line, field, text, "ngày, ví dụ 01/07/2025", "a day, such as 01/07/2025"));
        return day;
    }

    private static SheetError Unreadable(RosterLine line, RosterField field, string text, string vietnamese, string english) =>
        text.Length == 0
            ? line.Error(field, $"ô trống; cần {vietnamese}.", $"the cell is empty; it needs {english}.")
            : line.Error(field, $"không hiểu \"{text}\"; cần {vietnamese}.", $"\"{text}\" is not understood; it needs {english}.");

    private static IReadOnlyList<string> Aliases(RosterLine line, IReadOnlyList<string>? stored) =>
        line[RosterField.Aliases] is null ? stored ?? [] : [.. line.List(RosterField.Aliases).DistinctBy(NameText.Key)];
}
