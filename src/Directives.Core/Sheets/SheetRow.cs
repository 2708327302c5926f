namespace Directives.Core;

/// <summary>One row of a sheet that holds any text.</summary>
/// <param name="Sheet">The sheet's name; empty for a .csv file.</param>
/// <param name="Row">The row's number as the sheet shows it, from 1.</param>
/// <param name="Cells">The cells from column A on, trimmed; an absent cell is empty. A cell that holds a date comes as <c>yyyy-MM-dd</c>,
/// one with a time of day too as <c>yyyy-MM-ddTHH:mm</c>, whatever the sheet displays.</param>
public sealed record SheetRow(string Sheet, int Row, IReadOnlyList<string> Cells)
{
    /// <summary>The letters of a column counted from 0, as in messages to people: 0 is A, 26 is AA.</summary>
    public static string ColumnLetters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
