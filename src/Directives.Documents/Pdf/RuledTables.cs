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
            var table = TableOf(grid, inside.ToLookup(grid.CellOf));
            var hasRows = !table.Cells.Exists(cell => HasNumbers(cell, grid.Across[1]));
            tables.Add(hasRows ? table : new AlignedRows(PdfLine.Of(inside), Strips(grid), strokes).ToTable());
        }

        return tables;
    }

    // Several numbers in one cell: the table has lines between its columns, and none between its rows.
    private static bool HasNumbers(PdfCell cell, double end) => cell.Column == 0
        && cell.Lines.Count(line => line.Words[0] is var word && word.Right <= end
            && word.Text.Length <= 4 && word.Text.Trim('.').All(char.IsAsciiDigit) && (line.Words.Count == 1 || line.Words[1].Left > end)) > 1;

    private static List<PdfStrip> Strips(PdfGrid grid) => grid.Across.Skip(1).SkipLast(1).Select(x => new PdfStrip(x - 1, x + 1)).ToList();

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
