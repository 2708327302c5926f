namespace Directives.Core;

/// <summary>A sheet of a workbook, or a file of comma-separated values, that a roster is imported from.</summary>
/// <param name="Name">The sheet's name, or the file's.</param>
public sealed record RosterSheet(string Name, IReadOnlyList<RosterRow> Rows);

/// <param name="Row">The row's number as the clerk sees it, from 1.</param>
/// <param name="Cells">From column A; a row may end early.</param>
public sealed record RosterRow(int Row, IReadOnlyList<string> Cells);

/// <summary>What is wrong with one cell, in both languages.</summary>
/// <param name="Row">0 where a whole sheet or file is meant.</param>
/// <param name="Column">The column's letter; empty where a whole row or sheet is meant.</param>
public sealed record RosterError(string Sheet, int Row, string Column, string Vietnamese, string English)
{
    /// <summary>The sentence with its place before it: <c>Đơn vị, dòng 5, cột D: không có đơn vị "UBND xã".</c></summary>
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    public string Text(string language)
    {
        var isEnglish = language == "en";
        var (row, column) = isEnglish ? ("row", "column") : ("dòng", "cột");
        string[] place = [Sheet, Row > 0 ? $"{row} {Row}" : "", Column.Length > 0 ? $"{column} {Column}" : ""];
        return $"{string.Join(", ", place.Where(part => part.Length > 0))}: {(isEnglish ? English : Vietnamese)}";
    }
}
