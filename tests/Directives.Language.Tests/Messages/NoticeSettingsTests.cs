using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>What people set of the messages they get unasked, and what only sounds like it.</summary>
public sealed class NoticeSettingsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 14, 0, TimeSpan.FromHours(7));

    private static readonly MessageReader Reader = new();

    [Theory]
    [InlineData("hôm qua tôi không nhận được thông báo")]
    [InlineData("không nhận được thông báo nữa")]
    [InlineData("không gửi báo cáo được")]
    [InlineData("sao tắt nhắc rồi")]
    [InlineData("ai tắt nhắc vậy")]
    [InlineData("đã tắt thông báo rồi mà vẫn nhắn")]
    [InlineData("bản tin gửi lúc mấy giờ")]
    [InlineData("mấy giờ gửi bản tin")]
    [InlineData("tắt nhắc việc 5 được không")]
    [InlineData("gửi tổng hợp cho chị Lan 7h sáng thứ hai hằng tuần")]
    [InlineData("gửi bản tin cho cô Mẫu hằng tuần")]
    public void What_is_told_or_asked_or_meant_for_somebody_else_changes_no_setting(string text) =>
        Assert.All([SenderRole.Leader, SenderRole.Principal], role => Assert.NotEqual(Intent.SetDigest, Reader.Read(text, Now, role).Intent));

    [Theory]
    [InlineData("tắt thông báo giúp em được không")]
    [InlineData("không nhận thông báo nữa")]
    [InlineData("tôi không muốn nhận bản tin nữa")]
    [InlineData("đừng nhắc nữa")]
    public void What_is_asked_for_turns_them_off(string text)
    {
        var frame = Reader.Read(text, Now, SenderRole.Principal);
        Assert.Equal((Intent.SetDigest, false), (frame.Intent, frame.Slots.Enabled));
    }

    [Theory]
    [InlineData("gửi tổng hợp cho tôi ngày 25 hằng tháng", 25)]
    [InlineData("gui tong hop cho toi 8h ngay 25 hang thang", 25)]
    [InlineData("gửi tổng hợp cho tôi cuối tháng hằng tháng", -1)]
    [InlineData("gửi tổng hợp cho tôi mỗi tháng", null)]
    public void Digest_of_every_month_has_the_day_that_is_said(string text, int? day)
    {
        var slots = Reader.Read(text, Now, SenderRole.Leader).Slots;
        Assert.Equal((DigestRhythm.Month, day), (slots.Every, slots.MonthDay));
        Assert.Null(slots.Recurrence);
    }

    [Theory]
    [InlineData("gửi tổng hợp cho tôi thứ 2 và thứ 5 hằng tuần")]
    [InlineData("gửi tổng hợp cho tôi 2 tuần một lần")]
    [InlineData("gửi tổng hợp cho tôi hàng quý")]
    public void Rhythm_that_no_digest_has_is_kept_as_it_was_said(string text) => Assert.NotNull(Reader.Read(text, Now, SenderRole.Leader).Slots.Recurrence);
}
