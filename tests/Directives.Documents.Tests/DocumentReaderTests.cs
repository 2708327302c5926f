using System.Text;
using Directives.Language.Prose;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents.Tests;

public class DocumentReaderTests
{
    private const string Sentence = "Giao Phòng Nội vụ rà soát đội ngũ giáo viên.";

    public static TheoryData<byte[]> Encodings => new()
    {
        Encoding.UTF8.GetBytes(Sentence),
        (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sentence + "\r\n")],
        (byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sentence)],
        (byte[])[.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Sentence)],
        Encoding.Unicode.GetBytes(Sentence),
        Encoding.UTF8.GetBytes("Giao Pho\u0300ng No\u0323\u0302i vu\u0323 ra\u0300 soa\u0301t đo\u0323\u0302i ngu\u0303 gia\u0301o vie\u0302n."),
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_in_any_encoding_comes_out_composed(byte[] content) => Assert.Equal(Sentence, DocumentReader.Read(content, "a.txt").Text);

    [Fact]
    public void Markdown_marks_are_not_text()
    {
        var read = Read("# KẾ HOẠCH\n\n**1. Về *công tác* dạy và học**  \n\n* Rà soát \\- bổ sung <br> ngay\n\n***\n\nXem [Kế hoạch](http://a.example/b).", "a.md");

        Assert.Equal(["KẾ HOẠCH", "1. Về công tác dạy và học", "* Rà soát - bổ sung\nngay", "Xem Kế hoạch."], read.Blocks.Select(block => read.Text[block.From..block.To]));
        Assert.Equal([BlockKind.Heading, BlockKind.ListItem, BlockKind.ListItem, BlockKind.Paragraph], read.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public void Sentence_broken_by_a_page_is_one_paragraph()
    {
        var read = Read("Tăng cường kỷ cương trong toàn\n\n2\n\nngành. Đảm bảo kịp thời.\n\nGiao Phòng A báo cáo.");

        Assert.Equal(["Tăng cường kỷ cương trong toàn ngành. Đảm bảo kịp thời.", "Giao Phòng A báo cáo."], Blocks(read));
    }

    [Fact]
    public void Lines_filled_to_the_margin_are_one_paragraph()
    {
        var read = Read("""
            Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an phường kiểm tra
            An toàn thực phẩm tại bếp ăn bán trú của các trường học trên địa bàn
            Phường An Lạc, hoàn thành trước ngày 31/10/2026.
            Công an phường bảo đảm trật tự.
            - Trạm Y tế cử người tham gia đoàn kiểm tra và báo cáo kết quả về Ủy ban
            nhân dân phường.
            """);

        Assert.Equal(3, read.Blocks.Count);
    }

    [Fact]
    public void Head_in_two_columns_is_read_column_by_column()
    {
        var read = Read("UBND PHƯỜNG AN LẠC          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTRƯỜNG THCS HOA SEN            Độc lập - Tự do - Hạnh phúc\n\nGiao Phòng A.");

        Assert.Equal(["UBND PHƯỜNG AN LẠC", "TRƯỜNG THCS HOA SEN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Giao Phòng A."], Blocks(read));
    }

    [Fact]
    public void Word_lists_come_with_the_numbers_Word_draws()
    {
        var file = new WordFile()
            .List([(NumberFormatValues.UpperRoman, "%1."), (NumberFormatValues.Decimal, "%2."), (NumberFormatValues.Bullet, "\uF0B7")],
                (0, "Nội dung"), (1, "Rà soát"), (2, "Bàn ghế"), (1, "Báo cáo"), (0, "Tổ chức"), (1, "Phân công"))
            .List([(NumberFormatValues.Decimal, "%1"), (NumberFormatValues.Decimal, "%1.%2.")], (0, "Một"), (1, "Một một"), (1, "Một hai"));

        Assert.Equal(
            ["I. Nội dung", "1. Rà soát", "- Bàn ghế", "2. Báo cáo", "II. Tổ chức", "1. Phân công", "1 Một", "1.1. Một một", "1.2. Một hai"],
            Blocks(DocumentReader.Read(file.ToBytes(), "a.docx")));
    }

    [Fact]
    public void Word_headings_are_known_by_their_style_and_its_base()
    {
        var read = DocumentReader.Read(new WordFile().Paragraph("Một", "Heading1").Paragraph("Hai", "Rieng").Paragraph("Ba").ToBytes(), "a.docx");

        Assert.Equal([BlockKind.Heading, BlockKind.Heading, BlockKind.Paragraph], read.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public void Insertions_are_text_and_deletions_are_not()
    {
        var paragraph = new Paragraph(
            WordFile.Run("Giao "),
            new DeletedRun(new Run(new DeletedText("Phòng Y tế"))),
            new InsertedRun(WordFile.Run("Phòng Nội vụ")),
            new Run(new RunProperties(new Vanish()), new Text(" (ẩn)")),
            WordFile.Run(" rà soát."));

        Assert.Equal(["Giao Phòng Nội vụ rà soát."], Blocks(DocumentReader.Read(new WordFile().Add(paragraph).ToBytes(), "a.docx")));
    }

    [Fact]
    public void Cell_merged_downwards_points_at_the_text_it_shares()
    {
        var read = DocumentReader.Read(new WordFile().Table(["Chủ trì", "Nội dung"], ["Phòng A", "Một"], [null, "Hai"]).ToBytes(), "a.docx");

        var merged = Assert.Single(read.Blocks, block => block.Place is { Row: 2, Column: 0 });
        Assert.Equal("Phòng A", read.Text[merged.From..merged.To]);
        Assert.Equal("Chủ trì\tNội dung\nPhòng A\tMột\nHai", read.Text);
    }

    [Fact]
    public void Footnotes_come_after_the_text() =>
        Assert.Equal(["Giao Phòng A.", "[1] Theo Kế hoạch số 5."], Blocks(DocumentReader.Read(new WordFile().Paragraph("Giao Phòng A.").Footnote("Theo Kế hoạch số 5.").ToBytes(), "a.docx")));

    [Fact]
    public void Annex_workbook_is_a_table_with_dates_as_written()
    {
        var file = SheetFile.Of("Phụ lục", [["STT", "Nội dung", "Chủ trì", "Thời hạn"], [1, "Rà soát bàn ghế", "Các trường", new DateTime(2026, 9, 30)]]);

        var task = Assert.Single(DirectiveReader.Read(DocumentReader.Read(file, "phu-luc.xlsx")).Tasks);

        Assert.Equal(new DateOnly(2026, 9, 30), task.Deadline);
        Assert.Equal(["Các trường"], task.Lead);
    }

    private static DocumentText Read(string text, string name = "a.txt") => DocumentReader.Read(Encoding.UTF8.GetBytes(text), name);

    private static IEnumerable<string> Blocks(DocumentText read) => read.Blocks.Select(block => read.Text[block.From..block.To]);
}
