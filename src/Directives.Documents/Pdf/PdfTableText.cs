using Directives.Language.Prose;

namespace Directives.Documents;

/// <summary>Writes a table of pages as the text of a document: its cells row by row, one over several rows pointing at its text from each.</summary>
internal static class PdfTableText
{
    /// <summary>Blanks between a cell's side and its text are no wider.</summary>
    private const double WidestMargin = 14;

    public static void AddTo(DocumentTextBuilder document, PdfTable table, int number, Func<string, string> restore)
    {
        var margins = Enumerable.Range(0, table.Columns.Count).Select(column => MarginOf(table, column)).ToArray();
        var pitch = PitchOf(table);
        var sources = new Dictionary<PdfCell, Source>();
        var rows = table.RowCount;
        var byRow = table.Cells.ToLookup(cell => cell.Row);
        var open = new List<PdfCell>();
        for (var row = 0; row < rows; row++)
        {
            open.RemoveAll(cell => cell.Row + cell.Rows <= row);
            foreach (var cell in open.Concat(byRow[row]).OrderBy(cell => cell.Column).ToList())
            {
                var place = new TablePlace(number, row, cell.Column, row == 0);
                if (sources.TryGetValue(cell, out var source)) document.AddMergedCell(source, place);
                else sources[cell] = document.AddCell(restore(CellLines.Join(cell.Lines, cell.Right - margins[cell.Column], pitch)), place);
            }

            open.AddRange(byRow[row].Where(cell => cell.Rows > 1));
        }
    }

    // Text keeps as far from the right side of its column as from the left one.
    private static double MarginOf(PdfTable table, int column)
    {
        var gaps = table.Cells.Where(cell => cell.Column == column && !cell.IsEmpty).Select(cell => cell.Lines.Min(line => line.Left) - cell.Left).ToList();
        return gaps.Count == 0 ? 0 : Math.Clamp(gaps.Min(), 0, WidestMargin);
    }

    // The lines of most cells stand as far from each other as those of one paragraph.
    private static double PitchOf(PdfTable table)
    {
        var gaps = table.Cells.SelectMany(cell => cell.Lines.Zip(cell.Lines.Skip(1))).Select(pair => pair.First.Baseline - pair.Second.Baseline).Where(gap => gap > 0).Order().ToList();
        return gaps.Count == 0 ? double.PositiveInfinity : gaps[gaps.Count / 4];
    }
}
