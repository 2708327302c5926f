using Directives.Language.Prose;

namespace Directives.Documents.Tests;

public class PdfReaderTests
{
    private const double Full = 545;

    [Fact]
    public void Lines_filled_to_the_margin_are_one_paragraph()
    {
        var file = new PdfFile().Page();
        Line(file, 113, 80, "Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với các trường rà soát cơ sở");
        Line(file, 85, 100, "vật chất của Trường Tiểu học Hoa Sen và báo cáo kết quả về UBND phường,");
        file.Text(85, 120, "hoàn thành trong tháng 9.");
        file.Text(113, 140, "Các trường nộp báo cáo.");

        Assert.Equal(
            [
                "Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với các trường rà soát cơ sở vật chất của Trường Tiểu học Hoa Sen và báo cáo kết quả về UBND phường, hoàn thành trong tháng 9.",
                "Các trường nộp báo cáo.",
            ],
            Paragraphs(file));
    }

    [Fact]
    public void Item_goes_on_over_a_page_break_and_page_numbers_and_running_heads_are_dropped()
    {
        var file = new PdfFile().Page().Text(85, 40, "Kế hoạch số 12/KH-UBND");
        Line(file, 85, 80, "1. Giao Trạm Y tế khám sức khỏe cho học sinh các trường trên địa bàn");
        file.Text(300, 800, "1").Page().Text(85, 40, "Kế hoạch số 12/KH-UBND");
        file.Text(85, 80, "phường trước ngày 30/9/2026.").Text(85, 100, "2. Các trường phối hợp.").Text(300, 800, "2");

        Assert.Equal(["1. Giao Trạm Y tế khám sức khỏe cho học sinh các trường trên địa bàn phường trước ngày 30/9/2026.", "2. Các trường phối hợp."], Paragraphs(file));
    }

    [Fact]
    public void Head_in_two_columns_is_read_column_by_column()
    {
        var file = new PdfFile().Page().Text(85, 80, "ỦY BAN NHÂN DÂN").Text(330, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 10);
        file.Text(85, 98, "PHƯỜNG SÔNG MÂY").Text(330, 98, "Độc lập - Tự do - Hạnh phúc", 10).Text(85, 116, "Số: 12/TB-UBND").Text(330, 116, "Sông Mây, ngày 05 tháng 10 năm 2026", 10);
        file.Text(250, 150, "THÔNG BÁO").Text(85, 180, "Giao Trạm Y tế khám sức khỏe học sinh.");

        var head = DirectiveReader.Read(DocumentReader.Read(file.ToBytes(), "a.pdf")).Head;

        Assert.Equal(("Thông báo", "12/TB-UBND", "Ủy ban nhân dân phường Sông Mây", new DateOnly(2026, 10, 5)), (head.Kind, head.Number, head.Issuer, head.Issued));
    }

    [Fact]
    public void Decomposed_letters_and_torn_words_are_put_together()
    {
        var file = new PdfFile().Page();
        Line(file, 85, 80, "Giao Pho\u0300ng Nô\u0323i vu\u0323 quản lý tài khoản của các trường trong hệ thống manage-");
        file.Text(85, 100, "ment trước ngày 30/9/2026.");

        Assert.Equal("Giao Phòng Nội vụ quản lý tài khoản của các trường trong hệ thống management trước ngày 30/9/2026.", Assert.Single(Paragraphs(file)));
    }

    // Letters as wide as the line needs to end at the margin.
    private static void Line(PdfFile file, double x, double y, string text) => file.Text(x, y, text, (Full - x) * 2 / text.Count(c => c is < '\u0300' or > '\u036F'));

    private static string[] Paragraphs(PdfFile file)
    {
        var document = DocumentReader.Read(file.ToBytes(), "a.pdf");
        return document.Blocks.Select(block => document.Text[block.From..block.To]).ToArray();
    }
}
