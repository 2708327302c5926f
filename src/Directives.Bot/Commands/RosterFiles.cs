using Directives.Core;
using Directives.Documents;

namespace Directives.Bot.Commands;

/// <summary>Spreadsheet files as the roster import takes them.</summary>
internal static class RosterFiles
{
    /// <exception cref="UnreadableDocumentException">A file is no spreadsheet.</exception>
    public static IReadOnlyList<RosterSheet> Read(IEnumerable<string> paths)
    {
        var sheets = new List<RosterSheet>();
        foreach (var path in paths)
        {
            using var stream = File.OpenRead(path);
            sheets.AddRange(Read(stream, Path.GetFileName(path)));
        }

        return sheets;
    }

    public static IEnumerable<RosterSheet> Read(Stream stream, string fileName) => SheetsOf(SheetReader.Read(stream, fileName));

    public static IEnumerable<RosterSheet> SheetsOf(IReadOnlyList<SheetRow> rows) => rows
        .GroupBy(row => row.Sheet, StringComparer.Ordinal)
        .Select(sheet => new RosterSheet(sheet.Key, [.. sheet.Select(row => new RosterRow(row.Row, row.Cells))]));
}
