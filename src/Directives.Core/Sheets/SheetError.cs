namespace Directives.Core;

/// <summary>What is wrong with one cell, in both languages.</summary>
/// <param name="Row">0 where a whole sheet or file is meant.</param>
/// <param name="Column">The column's letter; empty where a whole row or sheet is meant.</param>
public sealed record SheetError(string Sheet, int Row, string Column, string Vietnamese, string English)
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
