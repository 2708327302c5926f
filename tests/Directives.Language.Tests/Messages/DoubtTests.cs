using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>What makes a reading one to ask about, by the table of misreadings in the README.</summary>
public class DoubtTests
{
    private readonly MessageReader _reader = new();

    [Theory]
    [InlineData("việc 3 chưa xong đâu", Doubt.Denial)]
    [InlineData("mai mới xong việc 12", Doubt.Plan)]
    [InlineData("chị Lan bảo việc 3 xong rồi", Doubt.Hearsay)]
    [InlineData("cô Hoa đã nộp báo cáo bếp ăn", Doubt.Hearsay)]
    [InlineData("việc 3 cơ bản xong", Doubt.Partial)]
    [InlineData("việc đó xong rồi nhé", Doubt.TaskImplied)]
    [InlineData("viec 3 hoan", Doubt.Homograph)]
    [InlineData("viec 5 xin gia han den 15/1", Doubt.YearInferred)]
    [InlineData("task 3 complted", Doubt.Misspelt)]
    [InlineData("xong hết rồi", Doubt.AllTasks)]
    [InlineData("việc 3 lơ mơ xong rồi", Doubt.UnknownWords)]
    [InlineData("viec 3 xong roi a", Doubt.MayAsk)]
    [InlineData("việc 3 xong rồi đang chờ hiệu trưởng ký", Doubt.Partial)]
    [InlineData("việc 3 hoàn thành 110%", Doubt.Partial)]
    [InlineData("việc 12 xong rồi thì tốt", Doubt.Plan)]
    [InlineData("việc 3 nộp rồi mà bị trả lại", Doubt.Denial)]
    public void Read_a_doubtful_message_says_why_it_is_to_be_asked_about(string text, Doubt doubt)
    {
        var frame = _reader.Read(text, MessageCase.At);
        Assert.Contains(doubt, frame.First.Doubts);
        Assert.True(doubt == Doubt.YearInferred || frame.Confidence is >= 0.5 and < 0.9);
    }

    [Theory]
    [InlineData("việc 3 xong rồi nhé")]
    [InlineData("viec 3 xong roi nhe")]
    [InlineData("việc 3 được 60%")]
    [InlineData("báo anh việc 41 đã xong")]
    [InlineData("trường em hoàn thành xong việc 73 hôm thứ hai")]
    [InlineData("trường nào chưa báo cáo việc 3")]
    public void Read_a_plain_message_has_no_doubt(string text)
    {
        var frame = _reader.Read(text, MessageCase.At);
        Assert.Empty(frame.First.Doubts);
        Assert.True(frame.Confidence >= 0.9);
    }
}
