using Directives.Language.Prose;

namespace Directives.Documents.Tests;

public class PdfTableTests
{
    private static readonly double[] _edges = [60, 100, 300, 420, 540];

    [Fact]
    public void Table_with_lines_between_its_cells_is_read_cell_by_cell()
    {
        var file = new PdfFile().Page();
        Row(file, 80, 100, "STT", "Nhiệm vụ", "Chủ trì", "Thời hạn");
        Row(file, 100, 140, "1", "Kiểm tra bếp ăn bán trú của các\ntrường trên địa bàn", "Trạm Y tế", "30/9/2026");
        Close(file, 140);

        Assert.Equal(["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "1", "Kiểm tra bếp ăn bán trú của các trường trên địa bàn", "Trạm Y tế", "30/9/2026"], Cells(Read(file)));
    }

    [Fact]
    public void Table_over_a_page_break_is_one_table_and_the_row_broken_there_one_row()
    {
        var file = new PdfFile().Page();
        Row(file, 700, 720, "STT", "Nhiệm vụ", "Chủ trì", "Thời hạn");
        Row(file, 720, 760, "1", "Kiểm tra bếp ăn bán trú của các", "Trạm Y tế", "30/9/2026");
        Close(file, 760).Text(300, 810, "1").Page();
        Row(file, 80, 100, "STT", "Nhiệm vụ", "Chủ trì", "Thời hạn");
        Row(file, 100, 120, "", "trường trên địa bàn", "", "");
        Row(file, 120, 140, "2", "Tiêm vắc xin sởi cho học sinh", "Trạm Y tế", "31/10/2026");
        Close(file, 140).Text(300, 810, "2");

        var document = Read(file);

        Assert.Equal([0, 1, 2], document.Blocks.Select(block => block.Place!.Row).Distinct());
        Assert.Contains("Kiểm tra bếp ăn bán trú của các trường trên địa bàn", Cells(document));
    }

    [Fact]
    public void Cell_over_two_rows_is_the_doer_of_both()
    {
        var file = new PdfFile().Page();
        Row(file, 80, 100, "STT", "Nhiệm vụ", "Chủ trì", "Thời hạn");
        Row(file, 100, 120, "1", "Kiểm tra bếp ăn bán trú", "Trạm Y tế", "30/9/2026");
        Row(file, 120, 140, "2", "Tiêm vắc xin cho học sinh", null, "31/10/2026");
        Close(file, 140);

        var draft = DirectiveReader.Read(Read(file));

        Assert.All(draft.Tasks, task => Assert.Equal(["Trạm Y tế"], task.Lead));
        Assert.Equal(2, draft.Tasks.Count);
    }

    [Fact]
    public void Table_without_lines_is_told_by_the_strips_between_its_columns()
    {
        var file = new PdfFile().Page();
        Words(file, 80, "STT", "Nội dung công việc", "Chủ trì", "Thời hạn");
        Words(file, 96, "1", "Kiểm tra bếp ăn bán trú của các", "Trạm Y tế", "30/9/2026");
        Words(file, 112, "", "trường trên địa bàn");
        file.Text(60, 128, "II. NHIỆM VỤ VỀ GIÁO DỤC VÀ ĐÀO TẠO");
        Words(file, 144, "2", "Tập huấn học bạ số", "Phòng Văn hóa -", "Tháng 10/2026");
        Words(file, 160, "", "", "Xã hội");

        var draft = DirectiveReader.Read(Read(file));

        Assert.Equal(["Kiểm tra bếp ăn bán trú của các trường trên địa bàn", "Tập huấn học bạ số"], draft.Tasks.Select(task => task.Text));
        Assert.Equal(["Trạm Y tế", "Phòng Văn hóa - Xã hội"], draft.Tasks.SelectMany(task => task.Lead));
        Assert.Equal([new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 31)], draft.Tasks.Select(task => task.Deadline!.Value));
    }

    [Fact]
    public void Names_on_lines_of_their_own_stay_apart_in_a_cell()
    {
        var file = new PdfFile().Page();
        Row(file, 80, 100, "STT", "Nhiệm vụ", "Chủ trì", "Thời hạn");
        Row(file, 100, 150, "1", "Kiểm tra bếp ăn", "Trạm Y tế\nCông an\nphường", "30/9/2026");
        Close(file, 150);

        Assert.Contains("Trạm Y tế\nCông an phường", Cells(Read(file)));
    }

    [Fact]
    public void Text_in_two_columns_is_read_down_the_left_one_and_goes_on_in_the_right_one()
    {
        var file = new PdfFile().Page();
        for (var line = 0; line < 8; line++)
        {
            var number = line + 1;
            file.Text(60, 100 + (16 * line), line < 7 ? $"- Việc số {number} của các trường trên địa bàn." : "- Giao Trạm Y tế khám sức khỏe cho học", 11);
            file.Text(320, 104 + (16 * line), line == 0 ? "sinh các trường trước ngày 30/9/2026." : $"- Việc số {number + 10} của các trường, các lớp học.", 11);
        }

        var document = Read(file);
        var paragraphs = document.Blocks.Select(block => document.Text[block.From..block.To]).ToArray();

        Assert.Equal("- Giao Trạm Y tế khám sức khỏe cho học sinh các trường trước ngày 30/9/2026.", paragraphs[7]);
        Assert.Equal(15, paragraphs.Length);
    }

    // A cell without text of its own (null) belongs to the one above.
    private static void Row(PdfFile file, double top, double bottom, params string?[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is not null) file.Line(_edges[i], top, _edges[i + 1], top);
            var lines = (cells[i] ?? "").Split('\n');
            for (var line = 0; line < lines.Length; line++) file.Text(_edges[i] + 4, top + 14 + (16 * line), lines[line]);
        }

        foreach (var edge in _edges) file.Line(edge, top, edge, bottom);
    }

    private static PdfFile Close(PdfFile file, double at) => file.Line(_edges[0], at, _edges[^1], at);

    private static void Words(PdfFile file, double at, params string[] cells)
    {
        for (var i = 0; i < cells.Length; i++) file.Text(_edges[i], at, cells[i]);
    }

    private static DocumentText Read(PdfFile file) => DocumentReader.Read(file.ToBytes(), "a.pdf");

    private static string[] Cells(DocumentText document) =>
        document.Blocks.Where(block => block.Kind == BlockKind.TableCell).Select(block => document.Text[block.From..block.To]).ToArray();
}
