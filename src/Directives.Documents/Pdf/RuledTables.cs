namespace Directives.Documents;

/// <summary>Takes the tables that have lines between their cells off a page.</summary>
internal static class RuledTables
{
    /// <param name="words">The words of the page; those of tables are taken away.</param>
    public static List<PdfTable> Take(List<PdfWord> words, PdfStrokes strokes)
    {
        var tables = new List<PdfTable>();
        foreach (var grid in PdfGrid.Of(strokes))
        {
            var inside = words.Where(grid.Holds).ToList();
            if (inside.Count == 0) continue;
            words.RemoveAll(grid.Holds);
            tables.Add(TableOf(grid, inside.ToLookup(grid.CellOf)));
        }

        return tables;
    }

    private static PdfTable TableOf(PdfGrid grid, ILookup<int, PdfWord> words)
    {
        var cells = grid.Cells().Select(cell => new PdfCell
        {
            Row = cell.Row,
            Rows = cell.Rows,
            Column = cell.Column,
            Columns = cell.Columns,
            Left = grid.Across[cell.Column],
            Right = grid.Across[cell.Column + cell.Columns],
            Lines = PdfLine.Of(words[cell.Root]),
        });
        return new PdfTable
        {
            Cells = cells.ToList(),
            Columns = grid.Across.Zip(grid.Across.Skip(1)).ToList(),
            Top = grid.Down[0],
            Bottom = grid.Down[^1],
        };
    }
}
