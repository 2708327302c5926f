using UglyToad.PdfPig.Content;

namespace Directives.Documents;

/// <summary>What stands on a page at some place: a line or a table.</summary>
internal interface IPdfItem
{
    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }
}

/// <summary>A page: the lines that stand free, and the tables with lines between their cells.</summary>
internal sealed class PdfPage
{
    public required double Width { get; init; }

    public required List<PdfLine> Lines { get; init; }

    public required List<PdfTable> Tables { get; init; }

    public required PdfStrokes Strokes { get; init; }

    public static PdfPage Of(Page page)
    {
        var words = PdfWords.Of(page);
        var strokes = PdfStrokes.Of(page);
        var tables = RuledTables.Take(words, strokes);
        return new PdfPage { Width = page.Width, Lines = PdfLine.Of(words), Tables = tables, Strokes = strokes };
    }
}

/// <summary>The stretch of a page that lines are filled to: its whole width, or a column of running text.</summary>
/// <param name="Page">How wide the page is.</param>
/// <param name="Column">From 0; less for a line that stands alone, in the head or foot of a paper.</param>
internal readonly record struct PdfFrame(int Page, int Column)
{
    public const int Alone = -1;
}

/// <summary>A line or a table in its place in reading order.</summary>
internal readonly record struct PdfPlaced(int Page, PdfFrame Frame, IPdfItem Item);
