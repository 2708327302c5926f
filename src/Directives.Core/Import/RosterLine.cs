namespace Directives.Core;

/// <summary>One row of the import with its cells under their headers, and where they stand.</summary>
internal sealed class RosterLine(string sheet, int row, RosterSection section, IReadOnlyDictionary<RosterField, (int Column, string Text)> cells)
{
    private const int CellCharacters = 2000;

    public RosterSection Section { get; } = section;

    public string Name => this[RosterField.Name] ?? "";

    /// <summary>The cell's text; empty where the clerk left it so; null where the sheet has no such column, and what is stored stays.</summary>
    public string? this[RosterField field] => cells.TryGetValue(field, out var cell) ? cell.Text : null;

    public bool HasText(RosterField field) => !string.IsNullOrEmpty(this[field]);

    public string PlaceInVietnamese => $"{sheet}, dòng {row}";

    public string PlaceInEnglish => $"{sheet}, row {row}";

    /// <summary>The entries of a cell that holds a list: separated by semicolons or lines, because names contain commas.</summary>
    public IReadOnlyList<string> List(RosterField field) =>
        [.. (this[field] ?? "").Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(NameText.Tidy).Where(entry => entry.Length > 0)];

    public SheetError Error(RosterField field, string vietnamese, string english) =>
        new(sheet, row, cells.TryGetValue(field, out var cell) ? RosterColumns.Letters(cell.Column) : "", vietnamese, english);

    /// <summary>Errors that a cell can have whatever it holds.</summary>
    public IEnumerable<SheetError> CellErrors() => cells
        .Where(cell => cell.Value.Text.Length > CellCharacters)
        .Select(cell => Error(cell.Key, $"ô dài quá {CellCharacters} ký tự.", $"the cell is longer than {CellCharacters} characters."));
}
