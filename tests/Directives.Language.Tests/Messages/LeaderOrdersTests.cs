using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>Orders and decisions of those who follow many units, where the order of the words is not the usual one.</summary>
public class LeaderOrdersTests
{
    private static readonly MessageReader Reader = new();

    [Theory]
    [InlineData("việc 9 đơn vị nào chưa làm thì đôn đốc cho tôi")]
    [InlineData("khối tiểu học trường nào quá hạn việc 3 thì nhắn nhắc hộ em một lượt")]
    [InlineData("đã họp ba lần rồi, đồng chí đôn đốc các trường chưa nộp việc 6")]
    public void Read_an_order_behind_whom_it_concerns_urges_the_units(string text) => Assert.Equal(Intent.RemindUnits, Read(text).Intent);

    [Fact]
    public void Read_an_order_with_words_to_pass_on_takes_nothing_from_them()
    {
        var request = Read("nhắc TH Ngọc Lâm việc 12 kèm lời: thiếu chữ ký hiệu trưởng");
        Assert.Null(request.Slots.Filter);
        Assert.Equal("thiếu chữ ký hiệu trưởng", request.Slots.Note);
    }

    [Theory]
    [InlineData("Trạm y tế phường phun khử khuẩn các điểm trường. Hạn 30/11. Giao ngay.", "Trạm y tế phường", "phun khử khuẩn các điểm trường")]
    [InlineData("khối mầm non báo cáo sĩ số vào thứ tư hằng tuần, giao luôn", "khối mầm non", "báo cáo sĩ số")]
    [InlineData("Lệnh: các trường THCS rà soát học sinh bỏ học, xong trước 10/12", "các trường THCS", "rà soát học sinh bỏ học")]
    public void Read_an_assignment_with_the_order_last_or_first_keeps_unit_and_task(string text, string unit, string note)
    {
        var request = Read(text);
        Assert.Equal((Intent.AssignTask, unit, note), (request.Intent, request.Slots.Unit, request.Slots.Note));
    }

    [Theory]
    [InlineData("tổng hợp theo văn bản")]
    [InlineData("tong hop theo van ban")]
    [InlineData("tình hình thực hiện nghị quyết")]
    public void Read_a_message_that_ends_with_the_word_for_a_document_names_none(string text)
    {
        var request = Read(text);
        Assert.Equal((Intent.Summary, null), (request.Intent, request.Slots.Directive));
    }

    [Theory]
    [InlineData("nghị quyết chuyển đổi số các nơi triển khai được bao nhiêu phần rồi", "nghị quyết chuyển đổi số")]
    [InlineData("đề án sáp nhập trường gồm những việc gì", "đề án sáp nhập trường")]
    [InlineData("Xin cho biết văn bản quy chế dân chủ giao những nhiệm vụ nào.", "quy chế dân chủ")]
    public void Read_a_document_named_by_words_finds_it(string text, string directive) => Assert.Equal(directive, Read(text).Slots.Directive);

    [Theory]
    [InlineData("nếu trường nộp đủ hồ sơ việc 4, tôi duyệt")]
    [InlineData("chị Hà nhắn việc 4 xong, tôi đồng ý gia hạn")]
    [InlineData("việc 4 mai họp xong, tôi duyệt")]
    [InlineData("THCS Ái Mộ xin gia hạn, tôi đồng ý không?")]
    public void Read_a_decision_that_hangs_on_something_is_none(string text) => Assert.NotEqual(Intent.DecideExtension, Read(text).Intent);

    [Fact]
    public void Read_a_decision_behind_its_grounds_is_to_be_asked_about()
    {
        var frame = Reader.Read("MN Bình Minh xin gia hạn hả, thôi khỏi, không duyệt", MessageCase.At, SenderRole.Leader);
        Assert.Equal((Intent.DecideExtension, Decision.Reject, "MN Bình Minh"), (frame.First.Intent, frame.First.Slots.Decision, frame.First.Slots.Unit));
        Assert.True(frame.Confidence < 0.9);
    }

    private static Request Read(string text) => Reader.Read(text, MessageCase.At, SenderRole.Leader).First;
}
