namespace Directives.Documents;

/// <summary>Takes page numbers and the running heads and feet of pages away: what stands at the same edge of several pages, but for its figures.</summary>
internal static class PageFurniture
{
    /// <summary>Lines at either edge of a page that may be furniture.</summary>
    private const int Depth = 2;

    public static void Remove(List<List<PdfLine>> pages)
    {
        if (pages.Count < 2) return;
        foreach (var atTop in new[] { true, false })
        {
            for (var pass = 0; pass < Depth; pass++)
            {
                var keys = pages.Select(page => page.Count > 0 ? KeyOf(page[atTop ? 0 : ^1].Text) : "").ToList();
                var repeated = keys.Where(key => key.Length > 0).CountBy(key => key).Where(pair => pair.Value >= 2).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
                for (var i = 0; i < pages.Count; i++)
                {
                    if (repeated.Contains(keys[i])) pages[i].RemoveAt(atTop ? 0 : pages[i].Count - 1);
                }
            }
        }
    }

    private static string KeyOf(string line) => string.Concat(line.Where(c => !char.IsWhiteSpace(c)).Select(c => char.IsAsciiDigit(c) ? '0' : c)).Replace("00", "0", StringComparison.Ordinal);
}
