using Directives.Core;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents;

/// <summary>
/// An administrative document as .docx: A4, Times New Roman, margins 20, 20, 30 and 15 mm (top, bottom, left, right), page numbers in the middle above from the second
/// page on (Nghị định 30/2020/NĐ-CP, Phụ lục I, which the Party's Hướng dẫn 36-HD/VPTW differs from in the head, the foot and some sizes).
/// </summary>
public sealed class ReportWriter : IReportWriter
{
    // In twentieths of a point; 1 mm is 56.7.
    private const int PageWidth = 11906;
    private const int PageHeight = 16838;
    private const int VerticalMargin = 1134;
    private const int LeftMargin = 1701;
    private const int RightMargin = 851;
    private const int TextWidth = PageWidth - LeftMargin - RightMargin;
    private const int FirstLine = 567;

    public byte[] Write(ReportPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = ReportText.Styles();
            var numbers = main.AddNewPart<HeaderPart>();
            numbers.Header = new Header(ReportText.PageNumber());
            var body = new Body();
            body.Append(ReportHead.Of(page, TextWidth));
            body.Append(page.Body.SelectMany(Block));
            body.Append(ReportFoot.Of(page, TextWidth));
            body.AppendChild(Section(main.GetIdOfPart(numbers)));
            main.Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Block(ReportBlock block) => block switch
    {
        ReportBlock.Heading heading => [ReportText.Line(heading.Text, 14, bold: true, before: 120, after: 60, firstLine: FirstLine, keepNext: true)],
        ReportBlock.Paragraph paragraph => [ReportText.Line(paragraph.Text, 14, JustificationValues.Both, before: 60, after: 60, firstLine: FirstLine)],
        ReportBlock.Item item => [ReportText.Line("- " + item.Text, 14, JustificationValues.Both, before: 40, after: 40, firstLine: FirstLine)],
        // A table that stands right before another one would become one with it.
        ReportBlock.Table table => [TableOf(table), ReportText.Line("", 6)],
        _ => throw new ArgumentException($"No such block: {block.GetType().Name}."),
    };

    private static Table TableOf(ReportBlock.Table table)
    {
        var shares = table.Columns.Sum(column => column.Share);
        var widths = table.Columns.Select(column => TextWidth * column.Share / shares).ToArray();
        var rows = new Table(
            new TableProperties(
                new TableWidth { Width = $"{TextWidth}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        // The headings come again on each page, and no row is torn apart.
        rows.AppendChild(ReportTable.Row(
            new TableRowProperties(new CantSplit(), new TableHeader()),
            Cells(table, widths, [.. table.Columns.Select(column => column.Heading)], isHeading: true)));
        foreach (var row in table.Rows) rows.AppendChild(ReportTable.Row(new TableRowProperties(new CantSplit()), Cells(table, widths, row, isHeading: false)));
        return rows;
    }

    private static IEnumerable<TableCell> Cells(ReportBlock.Table table, int[] widths, IReadOnlyList<string> texts, bool isHeading) =>
        table.Columns.Select((column, i) => new TableCell(
            new TableCellProperties(
                new TableCellWidth { Width = $"{widths[i]}", Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            ReportText.Line(
                i < texts.Count ? texts[i] : "", 12, isHeading || column.IsNumber ? JustificationValues.Center : JustificationValues.Left, bold: isHeading, before: 30, after: 30)));

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    private static SectionProperties Section(string numbers) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = numbers },
        new PageSize { Width = PageWidth, Height = PageHeight },
        new PageMargin { Top = VerticalMargin, Bottom = VerticalMargin, Left = LeftMargin, Right = RightMargin, Header = 567, Footer = 567, Gutter = 0 },
        // The first page has no number.
        new TitlePage());
}
