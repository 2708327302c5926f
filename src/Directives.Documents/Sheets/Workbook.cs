using System.Globalization;
using Directives.Core;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Directives.Documents;

/// <summary>Rows out of an .xlsx workbook. Formulas give their stored value; nothing is computed.</summary>
internal static class Workbook
{
    /// <summary>A sheet may be declared a million rows deep: cells beyond this column are not a table of tasks or of people.</summary>
    private const int MaxColumns = 256;

    public static List<SheetRow> Rows(byte[] content) => Rows(content, SheetDates.Iso);

    public static List<SheetRow> Rows(byte[] content, Func<DateTime, string> showDate)
    {
        OfficePackage.Check(content, OfficeKind.Excel);
        try
        {
            using var file = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            return Rows(file, showDate);
        }
        catch (Exception bad) when (OfficePackage.IsParserFailure(bad))
        {
            throw new UnreadableDocumentException(UnreadableReason.Damaged, "the workbook is damaged", bad);
        }
    }

    private static List<SheetRow> Rows(SpreadsheetDocument file, Func<DateTime, string> showDate)
    {
        var book = file.WorkbookPart ?? throw new UnreadableDocumentException(UnreadableReason.Damaged, "the workbook is damaged");
        var values = new CellReader(book, showDate);
        var rows = new List<SheetRow>();
        long characters = 0;
        foreach (var sheet in book.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.State is { } state && state.Value != SheetStateValues.Visible) continue;
            if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part) continue;
            var merged = new MergedColumns(part);
            foreach (var row in SheetRows(part, sheet.Name?.Value ?? "", values, merged))
            {
                characters += row.Cells.Sum(cell => (long)cell.Length);
                if (characters > DocumentLimits.Characters)
                {
                    throw new UnreadableDocumentException(UnreadableReason.TooLarge, $"the text is longer than {DocumentLimits.Characters} characters");
                }

                rows.Add(row);
            }
        }

        return rows;
    }

    private static IEnumerable<SheetRow> SheetRows(WorksheetPart part, string sheet, CellReader values, MergedColumns merged)
    {
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            var row = (Row)reader.LoadCurrentElement()!;
            number = (int)(row.RowIndex?.Value ?? (uint)(number + 1));
            var cells = new List<string>();
            var next = 0;
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } place ? ColumnOf(place) : next;
                next = column + 1;
                if (column >= MaxColumns) continue;
                while (cells.Count <= column) cells.Add("");
                cells[column] = values.TextOf(cell).Trim();
            }

            merged.Fill(number, cells);
            while (cells.Count > 0 && cells[^1].Length == 0) cells.RemoveAt(cells.Count - 1);
            if (cells.Count > 0) yield return new SheetRow(sheet, number, cells);
        }
    }

    internal static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var c in place)
        {
            if (!char.IsAsciiLetter(c) || column > 100_000) break;
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return Math.Max(column - 1, 0);
    }

    internal static int RowOf(string place) =>
        int.TryParse(place.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"), CultureInfo.InvariantCulture, out var row) ? row : 0;
}
