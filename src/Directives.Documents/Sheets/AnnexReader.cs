using Directives.Core;
using Directives.Language.Prose;
using Directives.Language.Text;

namespace Directives.Documents;

/// <summary>An annex table of tasks in a workbook, as the text of a document: every sheet is a table.</summary>
internal static class AnnexReader
{
    public static DocumentText Read(byte[] content)
    {
        var document = new DocumentTextBuilder();
        var (table, sheet, row) = (-1, (string?)null, 0);
        var rows = Workbook.Rows(content, SheetDates.AsWritten);
        if (rows.Count > DocumentLimits.AnnexRows)
        {
            throw new UnreadableDocumentException(UnreadableReason.TooLarge, $"the workbook has more than {DocumentLimits.AnnexRows} rows");
        }

        if (rows.Any(IsOfTable) && !rows.Any(row => IsOfTable(row) && MayBeHeader(row)))
        {
            throw new UnreadableDocumentException(UnreadableReason.NoHeader, "no row of the workbook names its columns");
        }

        foreach (var found in rows)
        {
            if (found.Sheet != sheet) (table, sheet, row) = (table + 1, found.Sheet, 0);
            for (var column = 0; column < found.Cells.Count; column++)
            {
                document.AddCell(VietnameseText.Compose(found.Cells[column]), new TablePlace(table, row, column, row == 0));
            }

            row++;
        }

        return document.ToDocumentText();
    }

    private static bool IsOfTable(SheetRow row) => row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) >= 3;

    /// <summary>The names of columns are words: a row with a figure or a day in it is one of the table's own.</summary>
    private static bool MayBeHeader(SheetRow row) => !row.Cells.Any(cell => cell.TrimStart() is [>= '0' and <= '9', ..]);
}
