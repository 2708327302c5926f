namespace Directives.Core;

/// <summary>A sheet of a workbook, or a file of comma-separated values, that a roster is imported from.</summary>
/// <param name="Name">The sheet's name, or the file's.</param>
public sealed record RosterSheet(string Name, IReadOnlyList<RosterRow> Rows);

/// <param name="Row">The row's number as the clerk sees it, from 1.</param>
/// <param name="Cells">From column A; a row may end early.</param>
public sealed record RosterRow(int Row, IReadOnlyList<string> Cells);
