using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

public sealed class CalendarRequestTests
{
    [Theory]
    [InlineData("gửi lịch cho tôi", CalendarRequest.File)]
    [InlineData("gui lich cho em voi a", CalendarRequest.File)]
    [InlineData("gửi giúp em file lịch nhé", CalendarRequest.File)]
    [InlineData("send me my calendar", CalendarRequest.File)]
    [InlineData("lịch của tôi", CalendarRequest.Address)]
    [InlineData("lich cua em", CalendarRequest.Address)]
    [InlineData("cho tôi địa chỉ lịch", CalendarRequest.Address)]
    [InlineData("my calendar", CalendarRequest.Address)]
    [InlineData("đổi địa chỉ lịch", CalendarRequest.NewAddress)]
    [InlineData("doi dia chi lich giup em", CalendarRequest.NewAddress)]
    [InlineData("cho em địa chỉ lịch mới", CalendarRequest.NewAddress)]
    [InlineData("hủy địa chỉ lịch cũ", CalendarRequest.NoAddress)]
    public void Wish_for_a_calendar_is_read(string text, CalendarRequest request) => Assert.Equal(request, CalendarRequestReader.Read(text));

    [Theory]
    [InlineData("lịch tuần này")]
    [InlineData("lịch")]
    [InlineData("gửi lịch công tác cho các trường")]
    [InlineData("việc 3 xong rồi")]
    [InlineData("tải file lịch tháng 12")]
    [InlineData("xem lịch sử việc 15")]
    [InlineData("địa chỉ của tôi")]
    [InlineData("")]
    public void Other_words_are_none(string text) => Assert.Null(CalendarRequestReader.Read(text));
}
