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
        foreach (var found in Workbook.Rows(content, SheetDates.AsWritten))
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
}
