namespace Directives.Documents;

/// <summary>
/// Finds tables that have no lines between their cells: lines of words with the same empty strips through all of them, at least two.
/// </summary>
internal sealed class AlignedTables
{
    private const int FewestColumns = 3;
    private const int FewestLines = 3;

    /// <summary>In parts of the letters' size: a gap that may stand between columns.</summary>
    private const double PieceGap = 0.9;

    /// <summary>Lines that cross the strips may stand between lines that keep them: what a group of rows is called.</summary>
    private const int LongestSection = 2;

    private const double WidestLineGap = 5;

    /// <summary>A line further down than that with little in it is no row of the table.</summary>
    private const double WideLineGap = 1.8;

    private const int HeadingLines = 2;
    private const int FewestBodyLines = 8;
    private const double FinerStrip = 0.6;

    /// <summary>The lines of the last table's heading, which a next page may begin with again.</summary>
    private List<string> _heading = [];

    public List<IPdfItem> Take(List<PdfLine> lines, PdfStrokes strokes)
    {
        var items = new List<IPdfItem>();
        for (var i = 0; i < lines.Count;)
        {
            if (Find(lines, i) is not { } found)
            {
                items.Add(lines[i++]);
                continue;
            }

            var table = lines.GetRange(i, found.Count);
            var again = _heading.Count > 0 && table.Take(_heading.Count).Select(line => line.Text).SequenceEqual(_heading) ? _heading.Count : 0;
            var rows = new AlignedRows(table, found.Strips, strokes, again);
            if (again == 0) _heading = table.Take(rows.FirstRowLines).Select(line => line.Text).ToList();
            items.Add(rows.ToTable());
            i += found.Count;
        }

        return items;
    }

    // A table that begins with a line: how many lines it has, and its strips.
    private static (int Count, List<PdfStrip> Strips)? Find(List<PdfLine> lines, int from)
    {
        var pieces = lines[from].Pieces(PieceGap);
        if (pieces.Count < FewestColumns) return null;
        var free = pieces.Zip(pieces.Skip(1)).Select(pair => new FreeStrip(pair.First.Right, pair.Second.Left)).ToList();
        var (count, kept, crossed) = (1, 1, 0);
        for (var i = from + 1; i < lines.Count && lines[i - 1].Baseline - lines[i].Baseline < WidestLineGap * lines[i].Size; i++)
        {
            var isFree = free.TrueForAll(strip => strip.IsKeptBy(lines[i]));
            var columns = isFree ? AlignedRows.ColumnsOf(lines[i], free.ConvertAll(strip => strip.Widest)).Distinct().Count() : 0;

            // After a line over all columns a row begins, and a row has something in most of them.
            var isFar = crossed > 0 || lines[i - 1].Baseline - lines[i].Baseline > WideLineGap * lines[i].Size;
            if (isFree && (!isFar || columns >= FewestColumns))
            {
                foreach (var strip in free) strip.Keep(lines[i]);
                (count, kept, crossed) = (i - from + 1, kept + 1, 0);
            }
            else if (++crossed > LongestSection)
            {
                break;
            }
        }

        var table = lines.GetRange(from, count);
        var strips = Finer(table, free.ConvertAll(strip => strip.Widest));
        return kept < FewestLines || !IsFilled(table, strips) ? null : (count, strips);
    }

    // A heading over two columns hides the strip between them: what every line under the heading leaves empty is one too.
    private static List<PdfStrip> Finer(List<PdfLine> lines, List<PdfStrip> strips)
    {
        var body = lines.Skip(HeadingLines).Where(line => !AlignedRows.IsSection(line, strips)).ToList();
        if (body.Count < FewestBodyLines) return strips;
        var finer = new List<PdfStrip>();
        var end = double.NaN;
        foreach (var word in body.SelectMany(line => line.Words).OrderBy(word => word.Left))
        {
            if (word.Left - end > FinerStrip * word.Size) finer.Add(new(end, word.Left));
            end = double.IsNaN(end) ? word.Right : Math.Max(end, word.Right);
        }

        return finer.Count > strips.Count && strips.TrueForAll(strip => finer.Exists(one => one.From < strip.To && one.To > strip.From)) ? finer : strips;
    }

    // Running text has no line with something in three columns; the foot of a paper has none either.
    private static bool IsFilled(List<PdfLine> lines, List<PdfStrip> strips) =>
        lines.Count(line => AlignedRows.ColumnsOf(line, strips).Distinct().Count() >= FewestColumns) >= FewestLines - 1;
}
