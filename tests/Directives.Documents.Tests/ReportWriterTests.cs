using Directives.Core;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents.Tests;

public sealed class ReportWriterTests
{
    [Fact]
    public void State_form_has_the_parts_of_nghi_dinh_30_in_their_order()
    {
        var file = new ReportWriter().Write(Page(ReportForm.State));

        Assert.Equal([], Problems(file));
        Assert.Equal(
            [
                "UBND THÀNH PHỐ MẪU", "ỦY BAN NHÂN DÂN PHƯỜNG SÔNG MÂY", "Số:          /BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                "Sông Mây, ngày 05 tháng 02 năm 2027", "BÁO CÁO", "Kết quả thực hiện", "I. KẾT QUẢ CHUNG", "Trong kỳ có 3 việc.", "- Hoàn thành: 1/3.", "TT", "Đơn vị", "1",
                "THCS Hoa Sen", "Nơi nhận:", "- Thường trực;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "……………………",
            ],
            Texts(file));
    }

    [Fact]
    public void Party_form_has_the_head_of_the_party()
    {
        var file = new ReportWriter().Write(Page(ReportForm.Party) with { Issuer = "Đảng ủy phường Sông Mây", Number = "Số          -BC/ĐU", Superior = null });

        Assert.Equal([], Problems(file));
        Assert.Equal(
            ["ĐẢNG ỦY PHƯỜNG SÔNG MÂY", "*", "Số          -BC/ĐU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Sông Mây, ngày 05 tháng 02 năm 2027", "BÁO CÁO", "Kết quả thực hiện", "-----"],
            Texts(file).Take(8));
    }

    [Theory]
    [InlineData(ReportForm.State)]
    [InlineData(ReportForm.Party)]
    public void Page_is_A4_with_the_margins_and_the_letters_of_the_rule(ReportForm form)
    {
        using var open = WordprocessingDocument.Open(new MemoryStream(new ReportWriter().Write(Page(form))), isEditable: false);
        var body = open.MainDocumentPart!.Document!.Body!;
        var (size, margin) = (body.Descendants<PageSize>().Single(), body.Descendants<PageMargin>().Single());

        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        Assert.InRange(margin.Top!.Value / 56.7, 20, 25);
        Assert.InRange(margin.Bottom!.Value / 56.7, 20, 25);
        Assert.InRange(margin.Left!.Value / 56.7, 30, 35);
        Assert.InRange(margin.Right!.Value / 56.7, 15, 20);
        Assert.All(body.Descendants<RunFonts>(), font => Assert.Equal("Times New Roman", font.Ascii!.Value));
        var prose = body.Descendants<Run>().Single(run => run.InnerText == "Trong kỳ có 3 việc.");
        Assert.Equal("28", prose.RunProperties!.FontSize!.Val!.Value);
        Assert.NotNull(body.Descendants<TableHeader>().Single());
    }

    [Fact]
    public void What_xml_cannot_hold_is_left_out()
    {
        var file = new ReportWriter().Write(Page(ReportForm.State) with { Body = [new ReportBlock.Paragraph("a\0b\u0001\ud800c <d> & \"e\"\nf")] });

        Assert.Equal([], Problems(file));
        Assert.Contains("abc <d> & \"e\"f", Texts(file));
    }

    [Fact]
    public void Document_is_read_again_as_it_was_written()
    {
        var text = DocumentReader.Read(new ReportWriter().Write(Page(ReportForm.State)), "bao-cao.docx").Text;

        Assert.Contains("Trong kỳ có 3 việc.", text, StringComparison.Ordinal);
        Assert.Contains("THCS Hoa Sen", text, StringComparison.Ordinal);
    }

    private static ReportPage Page(ReportForm form) => new()
    {
        Form = form,
        Superior = "UBND thành phố Mẫu",
        Issuer = "Ủy ban nhân dân phường Sông Mây",
        Number = "Số:          /BC-UBND",
        PlaceAndDay = "Sông Mây, ngày 05 tháng 02 năm 2027",
        Kind = "BÁO CÁO",
        Subject = "Kết quả thực hiện",
        Body =
        [
            new ReportBlock.Heading("I. KẾT QUẢ CHUNG"),
            new ReportBlock.Paragraph("Trong kỳ có 3 việc."),
            new ReportBlock.Item("Hoàn thành: 1/3."),
            new ReportBlock.Table([new ReportColumn("TT", 10, IsNumber: true), new ReportColumn("Đơn vị", 90)], [["1", "THCS Hoa Sen"]]),
        ],
        Recipients = ["Thường trực", "Lưu: VT"],
        Signature = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
    };

    private static string[] Texts(byte[] file)
    {
        using var open = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. open.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText).Where(text => text.Length > 0)];
    }

    private static string[] Problems(byte[] file)
    {
        using var open = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return [.. new OpenXmlValidator().Validate(open).Select(problem => $"{problem.Path?.XPath}: {problem.Description}")];
    }
}
