using System.Text.Json;
using Directives.Language.Prose;

namespace Directives.Language.Tests.Prose;

/// <summary>The forms in which a draft is shown: JSON, a table, a title.</summary>
public class DraftTests
{
    [Theory]
    [InlineData("–")]
    [InlineData("-")]
    public void Text_of_nothing_but_a_mark_is_its_own_title(string text) =>
        Assert.Equal(text.Trim(), TaskTitle.Of(new TaskDraft { No = 1, Text = text, Kind = TaskKind.OneOff, Source = new Source(0, 0) }, 80).Trim());

    [Fact]
    public void Json_has_every_field_and_readable_letters()
    {
        var draft = DirectiveReader.Read(Papers.Of("Số: 5/TB-UBND", "Sông Mây, ngày 05 tháng 10 năm 2026", "THÔNG BÁO", "Giao Phòng GD&ĐT nộp báo cáo trước 16h00 ngày 05/12/2026."));

        var json = DraftJson.Write(draft);

        Assert.Contains("\"Phòng GD&ĐT\"", json, StringComparison.Ordinal);
        using var read = JsonDocument.Parse(json);
        var task = read.RootElement.GetProperty("tasks")[0];
        Assert.Equal(
            ["no", "section", "text", "directing", "lead", "coordinating", "audience", "reportTo", "kind", "deadline", "time", "start", "recurrence", "target", "source"],
            task.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("oneOff", "2026-12-05", "16:00"), (task.GetProperty("kind").GetString(), task.GetProperty("deadline").GetString(), task.GetProperty("time").GetString()));
        Assert.Equal(JsonValueKind.Null, task.GetProperty("target").ValueKind);
        Assert.Equal("2026-10-05", read.RootElement.GetProperty("directive").GetProperty("issued").GetString());
    }

    [Fact]
    public void Source_points_at_the_words_of_the_task()
    {
        var paper = Papers.Of("Yêu cầu thực hiện:", "- Các trường tự kiểm tra.", "- Trạm Y tế khám sức khỏe.");

        Assert.All(DirectiveReader.Read(paper).Tasks, task => Assert.Equal(task.Text, paper.Text[task.Source.From..task.Source.To]));
    }

    [Fact]
    public void Document_without_text_gives_an_empty_list() => Assert.Empty(DirectiveReader.Read(new DocumentText("", [])).Tasks);

    [Fact]
    public void Table_names_who_when_and_what_is_unclear()
    {
        var table = DraftTable.Write(DirectiveReader.Read(Papers.Of("Yêu cầu thực hiện:", "- Các trường tự kiểm tra bếp ăn trước ngày 05/12/2026.", "- Sửa chữa cổng trường.")));

        Assert.Contains("Tự kiểm tra bếp ăn", table, StringComparison.Ordinal);
        Assert.Contains("05/12/2026", table, StringComparison.Ordinal);
        Assert.Contains("người, thời", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Giao UBND phường chỉ đạo Phòng Nội vụ phối hợp với các trường rà soát, đánh giá đội ngũ.", 80, "Rà soát, đánh giá đội ngũ")]
    [InlineData("Về bếp ăn: Giao UBND phường chỉ đạo việc duy trì kiểm tra bếp ăn.", 80, "Duy trì kiểm tra bếp ăn")]
    [InlineData("Yêu cầu các trường nộp báo cáo trước ngày 30/11/2026 về Phòng Văn hóa - Xã hội.", 40, "Nộp báo cáo…")]
    [InlineData("Công an phường cần bố trí 25 chiến sĩ trực tại các cổng trường.", 22, "Bố trí 25 chiến sĩ…")]
    public void Title_is_verb_and_object(string text, int room, string title) => Assert.Equal(title, TaskTitle.Of(TaskOf(text), room));

    [Fact]
    public void Title_is_never_longer_than_asked()
    {
        for (var room = 2; room < 120; room++)
        {
            Assert.InRange(TaskTitle.Of(TaskOf("Giao Phòng Nội vụ rà soát 1.250 hồ sơ của Trường Tiểu học Hoa Sen trước ngày 30/11/2026, báo cáo."), room).Length, 1, room);
        }
    }

    private static TaskDraft TaskOf(string text) => new() { No = 1, Text = text, Kind = TaskKind.OneOff, Source = new Source(0, text.Length) };
}
