using Directives.Core;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Directives.Documents.Tests;

public sealed class WorkbookWriterTests
{
    [Fact]
    public void Sheet_is_a_valid_workbook_and_its_rows_come_back()
    {
        var file = Write(Page(
            [new SheetCell.Number(7), new SheetCell.Words("Nộp báo cáo"), new SheetCell.Day(new(2026, 12, 31)), new SheetCell.Time(new(16, 30)), new SheetCell.Words("b")],
            [SheetCell.Nothing, new SheetCell.Words("hai\ndòng")]));

        Assert.Equal([], Problems(file));
        var rows = SheetReader.Read(new MemoryStream(file), "x.xlsx");
        Assert.Equal([(1, "Bảng"), (2, "Ngày|01/02/2026"), (3, "Số|Nội dung|Hạn|Giờ|Chọn"), (4, "7|Nộp báo cáo|2026-12-31|0.6875|b"), (5, "|hai\ndòng")],
            rows.Select(row => (row.Row, string.Join('|', row.Cells))).Select(row => (row.Row, row.Item2.Replace("2026-02-01", "01/02/2026"))));
        Assert.All(rows, row => Assert.Equal("Việc", row.Sheet));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")")]
    [InlineData("+84 24")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    public void Text_that_begins_like_a_formula_stays_text(string text)
    {
        var file = Write(Page([SheetCell.Nothing, new SheetCell.Words(text)]));

        using var open = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var sheet = open.WorkbookPart!.WorksheetParts.First().Worksheet!;
        Assert.Empty(sheet.Descendants<CellFormula>());
        var cell = sheet.Descendants<Cell>().Single(cell => cell.CellReference == "B4");
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        var format = open.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        Assert.True(format.QuotePrefix!.Value);
        Assert.Contains(SheetReader.Read(new MemoryStream(file), "x.xlsx"), row => row.Cells.Contains(text));
    }

    [Fact]
    public void Heading_stays_in_view_is_printed_on_each_page_and_cells_offer_choices()
    {
        using var open = SpreadsheetDocument.Open(new MemoryStream(Write(Page())), isEditable: false);
        var sheet = open.WorkbookPart!.WorksheetParts.First().Worksheet!;

        Assert.Equal("A4", sheet.Descendants<Pane>().Single().TopLeftCell!.Value);
        Assert.Equal("'Việc'!$3:$3", open.WorkbookPart.Workbook!.DefinedNames!.Elements<DefinedName>().Single().Text);
        var choice = sheet.Descendants<DataValidation>().Single(validation => validation.Type?.Value == DataValidationValues.List);
        Assert.Equal(("E4:E1003", "'Danh mục'!$A$1:$A$2"), (choice.SequenceOfReferences!.InnerText, choice.Formula1!.Text));
        Assert.Equal((9u, OrientationValues.Landscape), (sheet.Descendants<PageSetup>().Single().PaperSize!.Value, sheet.Descendants<PageSetup>().Single().Orientation!.Value));
    }

    [Fact]
    public void Filter_goes_over_the_heading_and_all_rows()
    {
        var file = Write(Page([new SheetCell.Number(1)], [new SheetCell.Number(2)]) with { HasFilter = true });

        Assert.Equal([], Problems(file));
        using var open = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Equal("A3:E5", open.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.Equal("'Việc'!$A$3:$E$5", open.WorkbookPart.Workbook!.DefinedNames!.Elements<DefinedName>().First(name => name.Name == "_xlnm._FilterDatabase").Text);
    }

    [Fact]
    public void What_a_cell_cannot_hold_is_left_out_or_refused()
    {
        var file = Write(Page([SheetCell.Nothing, new SheetCell.Words("a\0b\u0001\ud800c😀")]));
        Assert.Contains(SheetReader.Read(new MemoryStream(file), "x.xlsx"), row => row.Cells.Contains("abc😀"));
        Assert.Throws<InvalidDataException>(() => Write(Page([SheetCell.Nothing, new SheetCell.Words(new string('a', 32_768))])));
    }

    private static byte[] Write(SheetPage page) => new WorkbookWriter().Write([page]);

    private static SheetPage Page(params IReadOnlyList<SheetCell>[] rows) => new()
    {
        Name = "Việc",
        Above =
        [
            new SheetLine(new SheetPlace(0, 5, new SheetCell.Words("Bảng"), SheetStyle.Title)),
            new SheetLine(new SheetPlace(0, 1, new SheetCell.Words("Ngày"), SheetStyle.Label), new SheetPlace(1, 1, new SheetCell.Day(new(2026, 2, 1)))),
        ],
        Columns =
        [
            new SheetColumn("Số", 6, SheetFormat.Number),
            new SheetColumn("Nội dung", 40) { Hint = "Việc gì" },
            new SheetColumn("Hạn", 11, SheetFormat.Day),
            new SheetColumn("Giờ", 7, SheetFormat.Time),
            new SheetColumn("Chọn", 12, SheetFormat.Literal) { Choices = ["a", "b"], OnlyChoices = true },
        ],
        Rows = rows,
        BlankRows = 2,
    };

    private static IEnumerable<string> Problems(byte[] file)
    {
        using var open = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. new OpenXmlValidator().Validate(open).Select(problem => $"{problem.Path?.XPath}: {problem.Description}")];
    }
}
