using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>Where one request ends and the next begins, and what only sounds like a further one.</summary>
public class RequestsTests
{
    private readonly MessageReader _reader = new();

    [Theory]
    [InlineData("tổng hợp tháng này, rồi đôn đốc các trường quá hạn", Intent.Summary, Intent.RemindUnits)]
    [InlineData("xuất excel tháng này xong rồi nhắc các trường chưa nộp việc 3", Intent.ExportReport, Intent.RemindUnits)]
    [InlineData("trường nào chưa nộp việc 3, sau đó tổng hợp tuần này", Intent.ListUnits, Intent.Summary)]
    [InlineData("đôn đốc các trường chưa nộp việc 5 rồi thứ sáu nhắc tôi việc 5", Intent.RemindUnits, Intent.SetReminder)]
    [InlineData("ghi chú việc 8: đã họp phụ huynh. Nhắc em việc 8 thứ hai tuần sau", Intent.AddNote, Intent.SetReminder)]
    [InlineData("liên kết 420691. Bot này xài sao vậy?", Intent.LinkAccount, Intent.Help)]
    [InlineData("nhắc MN Sao Mai việc 4, nhắc TH Lê Lợi việc 6", Intent.RemindUnits, Intent.RemindUnits)]
    [InlineData("when is task 3 due and who leads task 4", Intent.ShowTask, Intent.ShowTask)]
    public void Read_two_requests_in_one_message_gives_both(string text, Intent first, Intent second) =>
        Assert.Equal([first, second], Read(text).All.Select(request => request.Intent));

    [Theory]
    [InlineData("hai tuần qua các đơn vị thực hiện tới đâu, tổng hợp cho tôi", Intent.Summary)]
    [InlineData("việc 7 trước giờ cập nhật ra sao, cho xem lịch sử", Intent.ShowTask)]
    [InlineData("đơn vị nào đang chậm, liệt kê cho tôi", Intent.ListUnits)]
    [InlineData("việc 91 đơn vị nào còn chưa thực hiện", Intent.ListUnits)]
    [InlineData("cuối tuần này có việc nào tới hạn không, tui còn xếp lịch trực", Intent.ListTasks)]
    public void Read_a_verb_said_again_or_a_word_of_the_question_is_no_second_request(string text, Intent intent) =>
        Assert.Equal([intent], Read(text).All.Select(request => request.Intent));

    [Theory]
    [InlineData("cho xem hết các việc, xong hay chưa cũng liệt kê ra")]
    [InlineData("hiện toàn bộ nhiệm vụ, kể cả đã xong")]
    [InlineData("tôi cần danh sách tất cả các việc, cả xong lẫn chưa xong")]
    [InlineData("list all my tasks including the finished ones")]
    public void Read_a_list_of_whatever_state_asks_for_all_and_reports_nothing(string text)
    {
        var frame = Read(text);
        Assert.Equal((Intent.ListTasks, TaskFilter.All), (frame.Intent, frame.Slots.Filter));
    }

    [Theory]
    [InlineData("có nên đồng ý cho THCS Ái Mộ gia hạn không nhỉ")]
    [InlineData("should I approve the extension for TH Kim Đồng?")]
    [InlineData("ông Năm ở ấp 4 mới mất, gửi vòng hoa chưa hè")]
    [InlineData("mai ai đi ăn cưới cô Thảo không")]
    public void Read_counsel_and_private_matters_gives_none(string text) => Assert.Equal(Intent.None, Read(text).Intent);

    [Theory]
    [InlineData("việc khai giảng hạn bao giờ", "khai giảng")]
    [InlineData("việc Trung thu hạn ngày mấy", "Trung thu")]
    public void Read_a_named_day_behind_the_word_for_a_task_is_its_name(string text, string query)
    {
        var frame = Read(text);
        Assert.Equal((Intent.ShowTask, TaskAspect.Deadline), (frame.Intent, frame.Slots.Aspect));
        Assert.Equal([new TaskReference(Query: query)], frame.Slots.Tasks);
    }

    [Theory]
    [InlineData("tuần này và tuần tới có việc gì đến hạn", "2026-11-23", "2026-12-06")]
    [InlineData("hôm qua và hôm nay có việc nào đến hạn", "2026-11-24", "2026-11-25")]
    [InlineData("what's due in January and February", "2027-01-01", "2027-02-28")]
    [InlineData("thứ hai và thứ sáu có việc gì đến hạn", "2026-11-30", "2026-11-30")]
    public void Read_days_joined_without_a_gap_are_one_period(string text, string from, string to) =>
        Assert.Equal(new Period(DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd")), Read(text).Slots.Period);

    [Theory]
    [InlineData("giao các trường mỗi tháng nộp báo cáo bếp ăn trước ngày 25", "FREQ=MONTHLY;BYMONTHDAY=25")]
    [InlineData("giao các trường hằng tuần báo cáo sĩ số vào thứ hai", "FREQ=WEEKLY;BYDAY=MO")]
    public void Read_a_rhythm_and_its_day_apart_from_it_gives_one_rule(string text, string rule)
    {
        var slots = _reader.Read(text, MessageCase.At, SenderRole.Leader).Slots;
        Assert.Equal((rule, null), (slots.Recurrence, slots.Deadline));
    }

    private Frame Read(string text) => _reader.Read(text, MessageCase.At);
}
