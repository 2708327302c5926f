namespace Directives.Documents;

/// <summary>Puts a table that goes on over a page break together: its heading is there again, and a row may be broken between the pages.</summary>
internal static class PdfTables
{
    /// <summary>How far columns of the two parts may lie from each other.</summary>
    private const double SameColumn = 0.6;

    public static void Join(List<PdfPlaced> placed)
    {
        for (var i = placed.Count - 1; i > 0; i--)
        {
            if (placed[i].Item is not PdfTable next || placed[i - 1].Item is not PdfTable table || placed[i].Page == placed[i - 1].Page) continue;
            if (ColumnsOf(next, table) is not { } columns) continue;
            placed[i - 1] = placed[i - 1] with { Item = Together(table, next, columns) };
            placed.RemoveAt(i);
        }
    }

    // Which column of the table each column of its next part is; null where they are not parts of one.
    private static int[]? ColumnsOf(PdfTable next, PdfTable table)
    {
        var columns = new int[next.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var (left, right) = next.Columns[i];
            columns[i] = -1;
            for (var j = i > 0 ? columns[i - 1] + 1 : 0; j < table.Columns.Count; j++)
            {
                var shared = Math.Min(right, table.Columns[j].Right) - Math.Max(left, table.Columns[j].Left);
                if (shared < SameColumn * Math.Min(right - left, table.Columns[j].Right - table.Columns[j].Left)) continue;
                columns[i] = j;
                break;
            }

            if (columns[i] < 0) return null;
        }

        return columns;
    }

    private static PdfTable Together(PdfTable table, PdfTable next, int[] columns)
    {
        var cells = next.Cells.ToList();
        foreach (var cell in cells) cell.Column = columns[cell.Column];
        var first = RowsAgain(table, next);
        cells.RemoveAll(cell => cell.Row < first);
        var last = table.RowCount - 1;
        var shift = last + 1 - first;
        if (GoesOn(table, last, next, first))
        {
            foreach (var cell in cells.Where(cell => cell.Row == first).ToList()) GoOn(table, last, cell);
            cells.RemoveAll(cell => cell.Row == first);
            shift--;
        }

        foreach (var cell in cells) cell.Row += shift;
        CarryDown(table, cells, last + 1);
        return new PdfTable { Cells = [.. table.Cells, .. cells], Columns = table.Columns, Top = table.Top, Bottom = next.Bottom };
    }

    // How many rows at the top are those at the top of the table.
    private static int RowsAgain(PdfTable table, PdfTable next)
    {
        var rows = 0;
        while (rows < Math.Min(table.RowCount, next.RowCount - 1) && TextAt(table, rows) is { Length: > 0 } text && text == TextAt(next, rows)) rows++;
        return rows;
    }

    private static string TextAt(PdfTable table, int row) => string.Join('\t', table.RowAt(row).Where(cell => !cell.IsEmpty).Select(cell => cell.Text));

    // The rest of a broken row has no number of its own; without numbers, its words begin inside a sentence.
    private static bool GoesOn(PdfTable table, int last, PdfTable next, int first)
    {
        var rest = next.RowAt(first).Where(cell => !cell.IsEmpty).ToList();
        if (rest.Count == 0 || rest.Exists(cell => cell.Columns > 1 && cell.Columns >= table.Columns.Count - 1)) return false;
        var key = KeyColumn(table);
        if (key >= 0) return !rest.Exists(cell => cell.Column <= key) && (CellOver(table, last, key)?.IsEmpty == false);
        return rest.Exists(cell => char.IsLower(cell.Text[0]) && CellOver(table, last, cell.Column) is { IsEmpty: false } above && above.Text[^1] is not ('.' or ';'));
    }

    /// <summary>The first column, where it is short and filled in nearly every row: that of the numbers. Less than 0 for none.</summary>
    private static int KeyColumn(PdfTable table)
    {
        var cells = table.Cells.Where(cell => cell.Column == 0 && cell.Columns == 1).ToList();
        var filled = cells.Count(cell => !cell.IsEmpty);
        var numbers = cells.Count(cell => cell.Text.Length is > 0 and <= 6 && cell.Text.Any(char.IsAsciiDigit));
        return filled > 0 && numbers * 2 >= filled && filled * 10 >= cells.Count * 7 ? 0 : -1;
    }

    private static PdfCell? CellOver(PdfTable table, int row, int column) =>
        table.Cells.Find(cell => cell.Row <= row && cell.Row + cell.Rows > row && cell.Column <= column && cell.Column + cell.Columns > column);

    private static void GoOn(PdfTable table, int last, PdfCell rest)
    {
        if (rest.IsEmpty) return;
        if (CellOver(table, last, rest.Column) is { } above) above.Lines.AddRange(rest.Lines);
        else
        {
            rest.Row = last;
            table.Cells.Add(rest);
        }
    }

    // An empty cell at the top of a page that stands over several rows, here or above, is the rest of the one above.
    private static void CarryDown(PdfTable table, List<PdfCell> cells, int row)
    {
        foreach (var cell in cells.Where(cell => cell.Row == row && cell.IsEmpty).ToList())
        {
            if (CellOver(table, row - 1, cell.Column) is not { IsEmpty: false } above || above.Columns != cell.Columns || (cell.Rows == 1 && above.Rows == 1)) continue;
            above.Rows += cell.Rows;
            cells.Remove(cell);
        }
    }
}
