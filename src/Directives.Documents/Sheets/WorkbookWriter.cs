using System.Globalization;
using Directives.Core;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Directives.Documents;

/// <summary>
/// Sheets as an .xlsx file to work in and to print: the headings stay in view and come again on each A4 page, text wraps, days are days, and
/// what a column offers is listed in its cells.
/// </summary>
public sealed class WorkbookWriter : IWorkbookWriter
{
    private const int CellCharacters = 32_767;

    /// <summary>How far down a column offers its choices: rows are added under the table.</summary>
    private const int OfferedRows = 1_000;

    private const string ChoicesSheet = "Danh mục";
    private const double LineHeight = 14.5;
    private const double HighestRow = 409;

    public byte[] Write(IReadOnlyList<SheetPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            var styles = new CellStyles();
            var choices = new ChoiceLists(ChoicesSheet);
            var sheets = new Sheets();
            var names = new DefinedNames();
            foreach (var page in pages)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Sheet(page, styles, choices);
                if (page.HasFilter) names.AppendChild(FilteredPlace(page, sheets.Count()));
                if (page.HasHeader) names.AppendChild(PrintTitles(page, sheets.Count()));
                sheets.AppendChild(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.Count() + 1, Name = page.Name });
            }

            if (choices.Lists.Count > 0)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(choices.ToRows());
                sheets.AppendChild(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.Count() + 1, Name = ChoicesSheet, State = SheetStateValues.Hidden });
            }

            book.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.ToStylesheet();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(sheets);
            if (names.HasChildren) book.Workbook.AppendChild(names);
        }

        return stream.ToArray();
    }

    // The order of the parts of a sheet is the format's: another order is a damaged file.
    private static Worksheet Sheet(SheetPage page, CellStyles styles, ChoiceLists choices)
    {
        var header = page.Above.Count + 1;
        var rows = new SheetData();
        var merged = new MergeCells();
        for (var i = 0; i < page.Above.Count; i++) rows.AppendChild(Line(page, i, styles, merged));
        if (page.HasHeader) rows.AppendChild(Header(page, header, styles));
        var next = page.HasHeader ? header + 1 : header;
        foreach (var cells in page.Rows) rows.AppendChild(TableRow(page, next++, cells, styles));
        for (var i = 0; i < page.BlankRows; i++) rows.AppendChild(TableRow(page, next++, [], styles));

        var sheet = new Worksheet(new SheetProperties(new PageSetupProperties { FitToPage = true }), View(page, header));
        sheet.AppendChild(new SheetFormatProperties { DefaultRowHeight = HeightOf(1) });
        sheet.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Columns(page.Columns.Select((column, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = column.Width,
            CustomWidth = true,
            // A row that is added below takes days as days too.
            Style = styles.Of(new CellLook(column.Format)),
        })));
        sheet.AppendChild(rows);
        if (page.HasFilter) sheet.AppendChild(new AutoFilter { Reference = Filtered(page, absolute: false) });
        if (merged.HasChildren) sheet.AppendChild(merged);
        if (page.HasHeader && Validations(page, header, choices) is { HasChildren: true } validations) sheet.AppendChild(validations);
        sheet.AppendChild(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        sheet.AppendChild(new PageSetup
        {
            PaperSize = 9,
            Orientation = page.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = 0,
        });
        sheet.AppendChild(new HeaderFooter(new OddFooter("&C&P/&N")));
        return sheet;
    }

    private static SheetViews View(SheetPage page, int header)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = page.HasHeader };
        if (page.HasHeader)
        {
            var first = $"A{header + 1}";
            view.AppendChild(new Pane { VerticalSplit = header, TopLeftCell = first, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
            view.AppendChild(new Selection { Pane = PaneValues.BottomLeft, ActiveCell = first, SequenceOfReferences = new ListValue<StringValue> { InnerText = first } });
        }

        return new SheetViews(view);
    }

    private static Row Line(SheetPage page, int index, CellStyles styles, MergeCells merged)
    {
        var row = new Row { RowIndex = (uint)index + 1 };
        var lines = 1;
        foreach (var place in page.Above[index].Places.OrderBy(place => place.Column))
        {
            row.AppendChild(Cell(place.Cell, place.Column, index + 1, new CellLook(FormatOf(place.Cell), place.Style), styles));
            if (place.Columns > 1) merged.AppendChild(new MergeCell { Reference = $"{Place(place.Column, index + 1)}:{Place(place.Column + place.Columns - 1, index + 1)}" });
            if (place.Cell is not SheetCell.Words { Text: { } text }) continue;
            lines = Math.Max(lines, Lines(text, page.Columns.Skip(place.Column).Take(place.Columns).Sum(column => column.Width), place.Style));
        }

        // What is merged is never fitted by a program: this height stays.
        if (row.HasChildren) (row.Height, row.CustomHeight) = (HeightOf(lines) + (page.Above[index].Places.Any(place => place.Style == SheetStyle.Title) ? 10 : 0), true);
        return row;
    }

    private static Row Header(SheetPage page, int number, CellStyles styles)
    {
        var row = new Row { RowIndex = (uint)number, Height = HeightOf(page.Columns.Max(column => Lines(column.Heading, column.Width, SheetStyle.Heading))) + 4, CustomHeight = true };
        for (var i = 0; i < page.Columns.Count; i++)
        {
            row.AppendChild(Cell(new SheetCell.Words(page.Columns[i].Heading), i, number, new CellLook(SheetFormat.Words, SheetStyle.Heading, IsRuled: true), styles));
        }

        return row;
    }

    private static Row TableRow(SheetPage page, int number, IReadOnlyList<SheetCell> cells, CellStyles styles)
    {
        // Programs differ in whether they fit a row to its text when they open a file; each does when a cell is changed.
        var lines = cells.Select((cell, i) => cell is SheetCell.Words { Text: { } text } ? Lines(text, page.Columns[i].Width, SheetStyle.Plain) : 1).DefaultIfEmpty(1).Max();
        var row = new Row { RowIndex = (uint)number, Height = HeightOf(lines) };
        for (var i = 0; i < page.Columns.Count; i++)
        {
            var look = new CellLook(page.Columns[i].Format, IsRuled: page.HasHeader);
            row.AppendChild(Cell(i < cells.Count ? cells[i] : SheetCell.Nothing, i, number, look, styles));
        }

        return row;
    }

    private static Cell Cell(SheetCell value, int column, int row, CellLook look, CellStyles styles)
    {
        var cell = new Cell { CellReference = Place(column, row) };
        switch (value)
        {
            case SheetCell.Words { Text: { Length: > 0 } written }:
                var text = Shown(written);
                // Without this mark a cell that is merely opened and left again would become a formula.
                if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@') look = look with { IsQuoted = true };
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
                break;
            case SheetCell.Number number:
                cell.CellValue = new CellValue(number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case SheetCell.Day day:
                cell.CellValue = new CellValue(day.Value.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture));
                break;
            case SheetCell.Time time:
                cell.CellValue = new CellValue((time.Value.Ticks / (double)TimeSpan.TicksPerDay).ToString("R", CultureInfo.InvariantCulture));
                break;
            default:
                break;
        }

        cell.StyleIndex = styles.Of(look);
        return cell;
    }

    /// <summary>Over how many lines a text goes, about: letters differ in width.</summary>
    private static int Lines(string text, double width, SheetStyle style)
    {
        var room = width * style switch { SheetStyle.Title => 0.75, SheetStyle.Plain => 1.12, _ => 0.95 };
        var lines = 0;
        foreach (var paragraph in text.Split('\n'))
        {
            lines++;
            var used = 0.0;
            foreach (var word in paragraph.Split(' '))
            {
                if (used > 0 && used + word.Length > room) (lines, used) = (lines + 1, 0);
                used += word.Length + 1;
            }
        }

        return lines;
    }

    private static double HeightOf(int lines) => Math.Min((lines * LineHeight) + 3, HighestRow);

    private static string Shown(string text) => text.Length <= CellCharacters
        ? XmlText.Shown(text)
        : throw new InvalidDataException($"Một ô không chứa được quá {CellCharacters} ký tự: \"{text[..40]}…\"");

    private static DataValidations Validations(SheetPage page, int header, ChoiceLists choices)
    {
        var validations = new DataValidations();
        for (var i = 0; i < page.Columns.Count; i++)
        {
            var column = page.Columns[i];
            if (column.Choices.Count == 0 && column.Hint is null) continue;
            var validation = new DataValidation
            {
                AllowBlank = true,
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Place(i, header + 1)}:{Place(i, header + OfferedRows)}" },
            };
            if (column.Hint is { } hint) (validation.ShowInputMessage, validation.PromptTitle, validation.Prompt) = (true, column.Heading, hint);
            if (column.Choices.Count > 0)
            {
                validation.Type = DataValidationValues.List;
                validation.ShowErrorMessage = column.OnlyChoices;
                validation.Formula1 = new Formula1(choices.Add(column.Choices));
            }

            validations.AppendChild(validation);
        }

        validations.Count = (uint)validations.ChildElements.Count;
        return validations;
    }

    private static DefinedName PrintTitles(SheetPage page, int sheet) => new($"{Quoted(page.Name)}!${page.Above.Count + 1}:${page.Above.Count + 1}")
    {
        Name = "_xlnm.Print_Titles",
        LocalSheetId = (uint)sheet,
    };

    // Programs find a sheet's filter again by this name, which they never show.
    private static DefinedName FilteredPlace(SheetPage page, int sheet) => new($"{Quoted(page.Name)}!{Filtered(page, absolute: true)}")
    {
        Name = "_xlnm._FilterDatabase",
        LocalSheetId = (uint)sheet,
        Hidden = true,
    };

    private static string Filtered(SheetPage page, bool absolute)
    {
        var (mark, header) = (absolute ? "$" : "", page.Above.Count + 1);
        return $"{mark}A{mark}{header}:{mark}{SheetRow.ColumnLetters(page.Columns.Count - 1)}{mark}{header + Math.Max(1, page.Rows.Count)}";
    }

    private static string Quoted(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private static SheetFormat FormatOf(SheetCell cell) => cell switch
    {
        SheetCell.Day => SheetFormat.Day,
        SheetCell.Time => SheetFormat.Time,
        SheetCell.Number => SheetFormat.Number,
        _ => SheetFormat.Literal,
    };

    private static string Place(int column, int row) => SheetRow.ColumnLetters(column) + row.ToString(CultureInfo.InvariantCulture);
}
