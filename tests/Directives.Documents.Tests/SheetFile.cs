using Directives.Core;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Directives.Documents.Tests;

/// <summary>Builds .xlsx files for tests: text, numbers and real dates, with merged areas.</summary>
internal static class SheetFile
{
    public static byte[] Of(string sheet, object?[][] rows, params string[] merged)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.Workbook = new Workbook();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 22 }));
            var part = book.AddNewPart<WorksheetPart>();
            var data = new SheetData(rows.Select((cells, r) => new Row(cells.Select((value, c) => Cell(value, r, c)).Where(cell => cell is not null)!) { RowIndex = (uint)(r + 1) }));
            part.Worksheet = new Worksheet(data);
            if (merged.Length > 0) part.Worksheet.AppendChild(new MergeCells(merged.Select(area => new MergeCell { Reference = area })));
            book.Workbook.AppendChild(new Sheets(new Sheet { Id = book.GetIdOfPart(part), SheetId = 1, Name = sheet }));
        }

        return stream.ToArray();
    }

    private static Cell? Cell(object? value, int row, int column)
    {
        var place = $"{SheetRow.ColumnLetters(column)}{row + 1}";
        return value switch
        {
            null => null,
            string text => new Cell(new InlineString(new Text(text))) { CellReference = place, DataType = CellValues.InlineString },
            DateTime date => new Cell(new CellValue(date.ToOADate().ToString(System.Globalization.CultureInfo.InvariantCulture)))
            {
                CellReference = place,
                StyleIndex = date.TimeOfDay == TimeSpan.Zero ? 1u : 2u,
            },
            var number => new Cell(new CellValue(Convert.ToString(number, System.Globalization.CultureInfo.InvariantCulture)!)) { CellReference = place },
        };
    }
}
