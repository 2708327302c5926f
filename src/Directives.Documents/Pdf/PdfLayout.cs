namespace Directives.Documents;

/// <summary>Puts what stands on pages in the order it is read in: from the top down, column after column where text runs in columns.</summary>
internal static class PdfLayout
{
    public static List<PdfPlaced> Read(List<PdfPage> pages)
    {
        var placed = new List<PdfPlaced>();
        var aligned = new AlignedTables();
        double? strip = null;
        for (var number = 0; number < pages.Count; number++)
        {
            var page = pages[number];
            var items = aligned.Take(page.Lines, page.Strokes).Concat(page.Tables).OrderByDescending(item => item.Top).ToList();
            strip = PlaceStretch(placed, number, (int)page.Width, items, strip);
        }

        return placed;
    }

    // Gives the strip that a next page's columns may be parted by.
    private static double? PlaceStretch(List<PdfPlaced> placed, int number, int width, List<IPdfItem> items, double? strip)
    {
        var found = PdfColumns.Find(items) ?? (strip is { } known ? PdfColumns.Again(items, known) : null);
        if (found is not { } gutter)
        {
            Place(placed, number, new PdfFrame(width, 0), items);
            return null;
        }

        PlaceStretch(placed, number, width, items.Where(item => item.Bottom >= gutter.Top).ToList(), null);
        var inside = items.Where(item => item.Bottom < gutter.Top && item.Top > gutter.Bottom).ToList();
        Place(placed, number, new PdfFrame(width, 1), inside.Select(item => Side(item, gutter.X, right: false)).OfType<IPdfItem>().ToList());
        Place(placed, number, new PdfFrame(width, 2), inside.Select(item => Side(item, gutter.X, right: true)).OfType<IPdfItem>().ToList());
        var below = items.Where(item => item.Top <= gutter.Bottom).ToList();
        if (below.Count > 0) PlaceStretch(placed, number, width, below, null);
        return gutter.X;
    }

    private static IPdfItem? Side(IPdfItem item, double x, bool right)
    {
        if (item is not PdfLine line) return item.Right > x == right ? item : null;
        var words = line.Words.Where(word => word.Middle > x == right).ToList();
        return words.Count == 0 ? null : new PdfLine(words);
    }

    private static void Place(List<PdfPlaced> placed, int page, PdfFrame frame, List<IPdfItem> items)
    {
        var lines = new List<PdfLine>();
        foreach (var item in items)
        {
            if (item is PdfLine line)
            {
                lines.Add(line);
                continue;
            }

            PlaceLines();
            placed.Add(new PdfPlaced(page, frame, item));
        }

        PlaceLines();

        void PlaceLines()
        {
            foreach (var (line, alone) in PdfBands.Unfold(lines)) placed.Add(new PdfPlaced(page, alone ? frame with { Column = PdfFrame.Alone } : frame, line));
            lines.Clear();
        }
    }
}
