using Directives.Core;

namespace Directives.Documents;

/// <summary>Rows out of an .xlsx workbook or a .csv file.</summary>
public static class SheetReader
{
    /// <summary>The rows that hold any text, in order, of every visible sheet.</summary>
    /// <exception cref="UnreadableDocumentException">The file cannot be read, or holds no text.</exception>
    public static IReadOnlyList<SheetRow> Read(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(fileName);
        var content = FileContent.ReadAll(stream);
        var rows = FileContent.ExtensionOf(fileName) switch
        {
            ".xlsx" => Workbook.Rows(content),
            ".csv" => Csv.Rows(TextDecoder.Decode(content)),
            var other => throw new UnreadableDocumentException(
                UnreadableReason.UnsupportedKind, $"{(other.Length == 0 ? "a file without an extension" : other)} cannot be read as a sheet: use .xlsx or .csv"),
        };
        SecrecyStamp.Refuse(rows);
        return rows.Count > 0 ? rows : throw new UnreadableDocumentException(UnreadableReason.NoText, "the sheet holds no text");
    }
}
