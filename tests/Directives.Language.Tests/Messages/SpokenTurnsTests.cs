using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>What stands around a request in speech: chatter before it, a setting, an ellipsis behind it; and what only sounds like a report.</summary>
public class SpokenTurnsTests
{
    private static readonly MessageReader Reader = new();

    [Theory]
    [InlineData("sáng giờ bận đón đoàn, à mà việc 18 trường tôi nộp rồi nhé")]
    [InlineData("việc 18 kế toán trường em vừa nộp xong")]
    [InlineData("việc 18 đã được tổ chuyên môn của trường hoàn thành")]
    [InlineData("việc 18 bọn em chốt sổ rồi nhé")]
    [InlineData("vậy là xong việc 18")]
    [InlineData("mới nộp xong việc 18 hồi 8h sáng nay")]
    [InlineData("We closed out task 18 yesterday, no loose ends left")]
    public void Read_a_true_report_in_speech_is_done(string text)
    {
        var request = Read(text).First;

        Assert.Equal((Intent.UpdateStatus, ReportedStatus.Done), (request.Intent, request.Slots.Status));
        Assert.Equal([new TaskReference(18)], request.Slots.Tasks);
    }

    [Theory]
    [InlineData("chị Lan kể là, à mà việc 7 đã xong")]
    [InlineData("nếu kịp, à mà việc 7 xong rồi thì em báo")]
    [InlineData("việc 6 bấm nộp là xong")]
    [InlineData("việc 11 hết nợ mới là xong")]
    [InlineData("việc 20 rồi cũng xong")]
    [InlineData("việc 5 tối nay 8h mới nộp xong")]
    [InlineData("thầy phó trường bên làm xong việc 31 rồi")]
    [InlineData("việc 9 cần được kế toán trường em hoàn thành")]
    public void Read_what_only_sounds_like_a_report_is_never_done(string text) => Assert.DoesNotContain(Read(text).All, request => request.Slots.Status == ReportedStatus.Done);

    [Theory]
    [InlineData("duyệt cho MN Sao Mai, còn việc 4 thì thôi")]
    [InlineData("việc 3 đồng ý gia hạn, việc 4 thì không")]
    public void Read_a_bare_denial_behind_a_decision_refuses_the_other(string text)
    {
        var also = Assert.Single(Read(text, SenderRole.Leader).Also);

        Assert.Equal((Intent.DecideExtension, Decision.Reject), (also.Intent, also.Slots.Decision));
        Assert.Equal([new TaskReference(4)], also.Slots.Tasks);
    }

    [Theory]
    [InlineData("trong các việc hạn tuần trước, đơn vị nào chậm")]
    [InlineData("với các việc tháng này, trường nào chưa nộp")]
    [InlineData("riêng việc 5, đơn vị nào chưa nộp")]
    public void Read_a_setting_before_a_question_is_part_of_it(string text)
    {
        var frame = Read(text, SenderRole.Leader);

        Assert.Equal(Intent.ListUnits, frame.First.Intent);
        Assert.Empty(frame.Also);
    }

    [Fact]
    public void Read_a_share_of_people_behind_a_report_is_its_result()
    {
        var slots = Read("việc 22 đã xong, kết quả 98% phụ huynh đồng ý").First.Slots;

        Assert.Equal((ReportedStatus.Done, null, "98% phụ huynh đồng ý"), (slots.Status, slots.Percent, slots.Note));
    }

    private static Frame Read(string text, SenderRole role = SenderRole.Principal) => Reader.Read(text, MessageCase.At, role);
}
