using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Directives.Documents;

/// <summary>
/// Carries the value of cells merged downwards into the rows below: a doer written once for three tasks is the doer of each. Cells merged
/// sideways are left alone: a title over the whole table is one text, not one a column.
/// </summary>
internal sealed class MergedColumns
{
    private readonly List<(int Column, int From, int To)> _spans = [];
    private readonly Dictionary<(int Column, int From), string> _values = [];

    public MergedColumns(WorksheetPart part)
    {
        // Merged areas stand after the rows in the part, so they are read in a pass of their own.
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SheetData)) reader.Skip();
            if (reader.ElementType != typeof(MergeCell) || !reader.IsStartElement) continue;
            var area = ((MergeCell)reader.LoadCurrentElement()!).Reference?.Value?.Split(':');
            if (area is not [var first, var last]) continue;
            var (from, to) = (Workbook.RowOf(first), Workbook.RowOf(last));
            if (to > from && _spans.Count < 10_000) _spans.Add((Workbook.ColumnOf(first), from, to));
        }

        _spans.Sort((a, b) => a.From.CompareTo(b.From));
    }

    public void Fill(int row, List<string> cells)
    {
        foreach (var (column, from, to) in _spans)
        {
            if (from > row) break;
            if (row > to) continue;
            if (row == from) _values[(column, from)] = column < cells.Count ? cells[column] : "";
            else if (_values.TryGetValue((column, from), out var value) && value.Length > 0)
            {
                while (cells.Count <= column) cells.Add("");
                if (cells[column].Length == 0) cells[column] = value;
            }
        }
    }
}
