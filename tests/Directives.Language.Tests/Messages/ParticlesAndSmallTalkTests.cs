using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>What softens a share of the work, what only looks like a report, and whom a principal asks for or is called by.</summary>
public class ParticlesAndSmallTalkTests
{
    private readonly MessageReader _reader = new();

    [Theory]
    [InlineData("việc 5 được 50% rồi hè", 50)]
    [InlineData("việc 9 mới nhích được 25% à em", 25)]
    [InlineData("việc 2 làm được ba phần tư rồi em", 75)]
    [InlineData("we are about 40% through task 8", 40)]
    public void Read_a_share_behind_a_soft_particle_is_an_update(string text, int percent)
    {
        var request = _reader.Read(text, MessageCase.At).First;
        Assert.Equal(Intent.UpdateStatus, request.Intent);
        Assert.Equal(percent, request.Slots.Percent);
    }

    [Theory]
    [InlineData("việc 5 xong rồi hè")]
    [InlineData("việc 5 xong rồi hỉ")]
    [InlineData("viec 5 xong roi hi")]
    [InlineData("xong được việc 5 là tốt")]
    [InlineData("viec 5 cu xong roi, viec 5 moi nay lam gi a")]
    [InlineData("hieu pho ke viec tiem chung da xong tuan truoc")]
    [InlineData("viec 20 truong o man no xong")]
    [InlineData("đã có cơ sở vật chất cho việc 9")]
    [InlineData("xong muc 2 viec 2 roi a")]
    [InlineData("trích báo cáo: đã rồi")]
    [InlineData("cô Hoa kêu em việc 5 xong rồi")]
    public void Read_what_is_no_plain_report_is_not_done(string text) =>
        Assert.DoesNotContain(_reader.Read(text, MessageCase.At).All, request => request.Slots.Status == ReportedStatus.Done);

    [Theory]
    [InlineData("chị đang cho các cháu ăn, lát nói chuyện sau nhé")]
    [InlineData("trời bữa nay mưa dầm dề, học trò nghỉ gần nửa lớp")]
    [InlineData("bông điên điển năm nay trổ trễ ghê")]
    public void Read_small_talk_is_none(string text) => Assert.Equal(Intent.None, _reader.Read(text, MessageCase.At).First.Intent);

    [Theory]
    [InlineData("việc 7 ai đứng mũi chịu sào")]
    [InlineData("việc 9 do phòng nào đứng ra lo")]
    [InlineData("who is running the show on task 4?")]
    public void Read_who_has_a_task_in_hand_asks_its_lead(string text) => Assert.Equal(TaskAspect.Lead, _reader.Read(text, MessageCase.At).First.Slots.Aspect);

    [Theory]
    [InlineData("ngày kia 10 giờ sáng em kêu chị vụ việc 10 nhé")]
    [InlineData("4h chiều nay hú em vụ task 10")]
    public void Read_a_call_at_a_time_is_a_reminder(string text)
    {
        var request = _reader.Read(text, MessageCase.At).First;
        Assert.Equal(Intent.SetReminder, request.Intent);
        Assert.NotNull(request.Slots.Time);
    }
}
