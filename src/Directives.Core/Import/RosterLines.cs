namespace Directives.Core;

/// <summary>Finds the header of each sheet and gives its rows as lines; columns and sheets it does not know are named, not refused.</summary>
internal sealed class RosterLines
{
    // A title, an address and a date may stand above the header.
    private const int RowsSearchedForHeader = 20;

    private readonly List<RosterLine> _lines = [];
    private readonly List<SheetError> _errors = [];
    private readonly List<string> _ignored = [];

    private RosterLines()
    {
    }

    public IReadOnlyList<RosterLine> Lines => _lines;

    public IReadOnlyList<SheetError> Errors => _errors;

    /// <summary>False where a header is wrong: the rows under it would only repeat that.</summary>
    public bool HasHeaders { get; private set; } = true;

    /// <summary>Sheets and columns that the import takes nothing from, such as telephone numbers.</summary>
    public IReadOnlyList<string> Ignored => _ignored;

    public static RosterLines Of(IReadOnlyList<RosterSheet> sheets)
    {
        var result = new RosterLines();
        var unknown = new List<SheetError>();
        foreach (var sheet in sheets)
        {
            var rows = sheet.Rows.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))).ToList();
            if (rows.Count == 0) continue;
            if (result.AddSheet(sheet.Name, rows) is { } error) unknown.Add(error);
        }

        // A workbook may hold a sheet of instructions. Where nothing at all is a roster, say what was looked for.
        if (result._lines.Count == 0 && result._errors.Count == 0) result.AddHeaderErrors(unknown.Count > 0 ? unknown : [NothingIn(sheets)]);
        else result._ignored.AddRange(unknown.Select(error => error.Sheet));
        return result;
    }

    /// <summary>Whether any sheet is, by its name or its header, one of units, groups or people.</summary>
    public static bool IsRoster(IReadOnlyList<RosterSheet> sheets) => sheets.Any(sheet =>
        RosterColumns.SectionOf(sheet.Name) is not null || sheet.Rows.Take(RowsSearchedForHeader).Any(row => IsHeader(row, null)));

    private static SheetError NothingIn(IReadOnlyList<RosterSheet> sheets) => new(
        sheets.Count > 0 ? sheets[0].Name : "", 0, "", "tệp không có dòng nào.", "the file has no rows.");

    private SheetError? AddSheet(string name, List<RosterRow> rows)
    {
        var sectionOfSheet = RosterColumns.SectionOf(name);
        var at = rows.Take(RowsSearchedForHeader).ToList().FindIndex(row => IsHeader(row, sectionOfSheet));
        if (at < 0)
        {
            var error = new SheetError(name, rows[0].Row, "", "không thấy dòng tiêu đề có cột \"Tên\".", "no header row with a column \"Name\" was found.");
            if (sectionOfSheet is null) return error;
            AddHeaderErrors([error]);
            return null;
        }

        var columns = Columns(name, rows[at], sectionOfSheet);
        if (columns.ContainsKey(RosterField.Section)) sectionOfSheet = null;
        else sectionOfSheet ??= SectionByColumns(columns);
        if (sectionOfSheet is { } section) CheckColumns(name, rows[at].Row, section, columns);

        foreach (var row in rows.Skip(at + 1)) AddLine(name, row, sectionOfSheet, columns);
        return null;
    }

    private static bool IsHeader(RosterRow row, RosterSection? section)
    {
        var fields = row.Cells.Select(cell => FieldOf(cell, section)).OfType<RosterField>().ToHashSet();
        return fields.Contains(RosterField.Name) && fields.Count > 1;
    }

    // On the sheet of units, "Đơn vị" heads the names; elsewhere it says where somebody belongs.
    private static RosterField? FieldOf(string header, RosterSection? section) =>
        (RosterColumns.FieldOf(header), section) switch
        {
            (RosterField.Unit, RosterSection.Units) => RosterField.Name,
            (RosterField.Parent, RosterSection.People) => RosterField.Unit,
            var (field, _) => field,
        };

    private static RosterSection? SectionByColumns(Dictionary<RosterField, int> columns) =>
        columns.ContainsKey(RosterField.Role) ? RosterSection.People
        : columns.ContainsKey(RosterField.Members) ? RosterSection.Groups
        : columns.ContainsKey(RosterField.Kind) ? RosterSection.Units
        : null;

    private Dictionary<RosterField, int> Columns(string sheet, RosterRow header, RosterSection? section)
    {
        var columns = new Dictionary<RosterField, int>();
        for (var column = 0; column < header.Cells.Count; column++)
        {
            var text = NameText.Tidy(header.Cells[column]);
            if (text.Length == 0) continue;
            if (FieldOf(text, section) is not { } field)
            {
                _ignored.Add($"{sheet}: {text}");
            }
            else if (!columns.TryAdd(field, column))
            {
                AddHeaderErrors([new SheetError(sheet, header.Row, RosterColumns.Letters(column), $"cột \"{text}\" có hai lần.", $"the column \"{text}\" is there twice.")]);
            }
        }

        return columns;
    }

    private void CheckColumns(string sheet, int row, RosterSection section, Dictionary<RosterField, int> columns)
    {
        (RosterField Field, string Vietnamese, string English)[] needed = section switch
        {
            RosterSection.Units => [(RosterField.Kind, "Loại", "Kind")],
            RosterSection.Groups => [(RosterField.Members, "Gồm", "Members")],
            _ => [(RosterField.Unit, "Đơn vị", "Unit"), (RosterField.Role, "Vai trò", "Role")],
        };
        foreach (var (field, vietnamese, english) in needed)
        {
            if (columns.ContainsKey(field)) continue;
            AddHeaderErrors([new SheetError(sheet, row, "", $"thiếu cột \"{vietnamese}\".", $"the column \"{english}\" is missing.")]);
        }
    }

    private void AddLine(string sheet, RosterRow row, RosterSection? sectionOfSheet, Dictionary<RosterField, int> columns)
    {
        var cells = columns.ToDictionary(
            column => column.Key,
            column => (column.Value, Text: column.Value < row.Cells.Count ? Cell(column.Key, row.Cells[column.Value]) : ""));
        if (cells.Values.All(cell => cell.Text.Length == 0)) return;
        if (sectionOfSheet is null && cells.TryGetValue(RosterField.Section, out var named)) sectionOfSheet = RosterColumns.SectionOf(named.Text);
        if (sectionOfSheet is not { } section)
        {
            _errors.Add(new RosterLine(sheet, row.Row, default, cells).Error(
                RosterField.Section, "cột \"Dòng\" cần là đơn vị, khối hoặc cán bộ.", "the column \"Row\" must say unit, group or person."));
            return;
        }

        // In one sheet for everything, a person's unit stands in the column that holds a unit's parent.
        if (section == RosterSection.People && !cells.ContainsKey(RosterField.Unit) && cells.Remove(RosterField.Parent, out var parent)) cells[RosterField.Unit] = parent;
        var line = new RosterLine(sheet, row.Row, section, cells);
        _lines.Add(line);
        _errors.AddRange(line.CellErrors());
    }

    private void AddHeaderErrors(IEnumerable<SheetError> errors)
    {
        HasHeaders = false;
        _errors.AddRange(errors);
    }

    private static string Cell(RosterField field, string text) =>
        field is RosterField.Aliases or RosterField.Members ? text.Trim() : NameText.Tidy(text);
}
