using System.Globalization;

namespace Directives.Documents;

/// <summary>Takes page numbers and the running heads and feet of pages away: what stands at the same edge of several pages, but for its figures.</summary>
internal static class PageFurniture
{
    /// <summary>Lines at either edge of a page that may be furniture.</summary>
    private const int Depth = 2;

    /// <summary>A line in that many pieces is the heading of a table that is repeated on each page.</summary>
    private const int TablePieces = 4;

    public static void Remove(List<PdfPage> pages)
    {
        foreach (var atTop in new[] { true, false })
        {
            for (var pass = 0; pass < Depth; pass++)
            {
                var edges = pages.Select(page => EdgeOf(page, atTop)).ToList();
                var keys = edges.Select(line => line is null || line.Pieces().Count >= TablePieces ? "" : KeyOf(line.Text)).ToList();
                var repeated = keys.Where(key => key.Length > 0).CountBy(key => key).Where(pair => pair.Value >= 2).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
                for (var i = 0; i < pages.Count; i++)
                {
                    if (edges[i] is { } line && (repeated.Contains(keys[i]) || IsPageNumber(line.Text))) pages[i].Lines.Remove(line);
                }
            }
        }
    }

    /// <summary>Whether a line says nothing but a page's number: <c>3</c>, <c>- 3 -</c>, <c>Trang 3/5</c>.</summary>
    public static bool IsPageNumber(string line)
    {
        var core = line.AsSpan().Trim().Trim('-').Trim();
        if (core.StartsWith("Trang ", StringComparison.OrdinalIgnoreCase)) core = core[6..];
        var slash = core.IndexOf('/');
        if (slash > 0 && !core[(slash + 1)..].ContainsAnyExceptInRange('0', '9')) core = core[..slash];
        return core.Length is > 0 and <= 3 && int.TryParse(core, NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    // The outermost line, where no table is further out.
    private static PdfLine? EdgeOf(PdfPage page, bool atTop)
    {
        if (page.Lines.Count == 0) return null;
        var line = page.Lines[atTop ? 0 : ^1];
        var isOutermost = page.Tables.TrueForAll(table => atTop ? line.Baseline >= table.Top : line.Baseline <= table.Bottom);
        return isOutermost ? line : null;
    }

    private static string KeyOf(string line) => string.Concat(line.Where(c => !char.IsWhiteSpace(c)).Select(c => char.IsAsciiDigit(c) ? '0' : c)).Replace("00", "0", StringComparison.Ordinal);
}
