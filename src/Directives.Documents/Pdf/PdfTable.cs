namespace Directives.Documents;

/// <summary>A cell of a table on a page.</summary>
internal sealed class PdfCell
{
    public required int Row { get; set; }

    /// <summary>How many rows it stands over.</summary>
    public int Rows { get; set; } = 1;

    public required int Column { get; set; }

    public int Columns { get; init; } = 1;

    /// <summary>The sides of its box.</summary>
    public required double Left { get; init; }

    public required double Right { get; init; }

    public List<PdfLine> Lines { get; init; } = [];

    public bool IsEmpty => Lines.Count == 0;

    public string Text => string.Join(' ', Lines.Select(line => line.Text));
}

/// <summary>A table as it stands on one page, or, put together, over several.</summary>
internal sealed class PdfTable : IPdfItem
{
    public required List<PdfCell> Cells { get; init; }

    /// <summary>The sides of its columns, from left to right.</summary>
    public required IReadOnlyList<(double Left, double Right)> Columns { get; init; }

    public required double Top { get; init; }

    public required double Bottom { get; init; }

    public double Left => Columns[0].Left;

    public double Right => Columns[^1].Right;

    public int RowCount => Cells.Count == 0 ? 0 : Cells.Max(cell => cell.Row + cell.Rows);

    public IEnumerable<PdfCell> RowAt(int row) => Cells.Where(cell => cell.Row == row).OrderBy(cell => cell.Column);
}
