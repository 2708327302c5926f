using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>A report of completion or a decision is taken as one only where every word of it is understood.</summary>
public class PlainReportTests
{
    private readonly MessageReader _reader = new();

    [Theory]
    [InlineData("như đã hứa, việc 6 trường em hoàn thành rồi ạ")]
    [InlineData("việc 5 xong thật rồi, không phải gần xong đâu")]
    [InlineData("hôm qua việc 12 chưa xong chứ hôm nay xong rồi ạ")]
    [InlineData("sao cứ hỏi việc 3 xong chưa, việc 3 xong rồi nhé")]
    [InlineData("hồ sơ việc 5 đã gửi đầy đủ qua hệ thống")]
    [InlineData("việc 3 em nộp rồi, có gì sai anh báo em sửa")]
    [InlineData("khỏi nhắc nữa nha, việc 7 xong rồi")]
    [InlineData("Please be informed that task 7 has been completed")]
    public void Read_a_chatty_report_is_done(string text)
    {
        var frame = _reader.Read(text, MessageCase.At);
        Assert.Equal(ReportedStatus.Done, frame.First.Slots.Status);
        Assert.Empty(frame.Also);
    }

    [Theory]
    [InlineData("in xong biểu mẫu của việc 11 rồi")]
    [InlineData("lập xong kế hoạch làm việc 13")]
    [InlineData("họp hội đồng xong rồi, giờ mới bắt tay vào việc 3")]
    [InlineData("mai là việc 3 xong rồi")]
    [InlineData("việc 4 năm ngoái xong rồi")]
    [InlineData("> việc 4 xong rồi nhé")]
    [InlineData("việc 8 nộp rồi, rút về sửa")]
    [InlineData("da gui viec 7 nhung gui nham dia chi")]
    [InlineData("CV 12 đã ký xong, còn việc 12 thì chưa ai làm")]
    [InlineData("copy từ zalo nhóm: Việc 10 xong. Việc 11 xong")]
    [InlineData("nobody has completed task 11")]
    [InlineData("task 4 is as good as done")]
    public void Read_a_report_with_a_word_too_many_is_not_done(string text) =>
        Assert.DoesNotContain(_reader.Read(text, MessageCase.At).All, request => request.Slots.Status == ReportedStatus.Done);

    [Fact]
    public void Read_a_report_that_is_not_understood_says_so() =>
        Assert.Equal([Doubt.UnknownWords], _reader.Read("việc 3 lơ mơ xong rồi", MessageCase.At).First.Doubts);

    [Theory]
    [InlineData("I might approve task 7, let me think about it")]
    [InlineData("tôi chưa đồng ý việc 10 đâu nhé, đợi họp đã")]
    [InlineData("muốn từ chối một đề nghị thì nhắn thế nào")]
    [InlineData("fw từ anh Thanh: không duyệt việc 7 nhé")]
    [InlineData("duyệt gia hạn là chuyện của chủ tịch")]
    [InlineData("phường duyệt thì mình mới duyệt")]
    public void Read_a_musing_is_no_decision(string text) =>
        Assert.DoesNotContain(_reader.Read(text, MessageCase.At, SenderRole.Leader).All, request => request.Intent == Intent.DecideExtension);

    [Theory]
    [InlineData("khỏi hỏi nữa, duyệt gia hạn cho THCS Ái Mộ", Decision.Approve)]
    [InlineData("nghĩ kỹ rồi, không đồng ý gia hạn việc 9", Decision.Reject)]
    [InlineData("gia hạn cho TH Lê Lợi thêm 3 ngày, tôi đồng ý", Decision.Approve)]
    public void Read_a_decision_with_an_opening_decides(string text, Decision decision)
    {
        var frame = _reader.Read(text, MessageCase.At, SenderRole.Leader);
        Assert.Equal((Intent.DecideExtension, decision), (frame.Intent, frame.Slots.Decision));
    }
}
