using System.Globalization;
using Directives.Language.Dates;
using Directives.Language.Messages;

namespace Directives.Language.Tests.Dates;

/// <summary>Days that are named in another order, in several words or by what stands beside them.</summary>
public class DateWordingTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 25);

    [Theory]
    [InlineData("tuần sau thứ tư", "2026-12-02", "2026-12-02")]
    [InlineData("next week Friday", "2026-12-04", "2026-12-04")]
    [InlineData("tháng sau ngày 10", "2026-12-10", "2026-12-10")]
    [InlineData("thứ năm và thứ sáu tuần sau", "2026-12-03", "2026-12-03")]
    [InlineData("từ thứ năm đến thứ bảy tuần sau", "2026-12-03", "2026-12-05")]
    [InlineData("từ 15/12 đến cuối tháng", "2026-12-15", "2026-12-31")]
    [InlineData("từ thứ hai đến nay", "2026-11-23", "2026-11-25")]
    [InlineData("nửa đầu năm 2027", "2027-01-01", "2027-06-30")]
    [InlineData("first half of 2026", "2026-01-01", "2026-06-30")]
    [InlineData("sang năm", "2027-01-01", "2027-12-31")]
    [InlineData("sang nam", "2027-01-01", "2027-12-31")]
    [InlineData("qua tuần", "2026-11-30", "2026-12-06")]
    [InlineData("trong giai đoạn 2020-2025", "2020-01-01", "2025-12-31")]
    [InlineData("năm 2024 và 2025", "2024-01-01", "2025-12-31")]
    [InlineData("quý III, IV", "2026-07-01", "2026-12-31")]
    [InlineData("tháng 9, 10 và 11", "2026-09-01", "2026-11-30")]
    [InlineData("tháng 3 vừa rồi", "2026-03-01", "2026-03-31")]
    [InlineData("15/10 tới đây", "2027-10-15", "2027-10-15")]
    [InlineData("5/1 năm sau", "2027-01-05", "2027-01-05")]
    [InlineData("last week of December", "2026-12-28", "2026-12-31")]
    [InlineData("third quarter", "2026-07-01", "2026-09-30")]
    [InlineData("last week's", "2026-11-16", "2026-11-22")]
    public void Read_gives_the_days(string words, string from, string to)
    {
        var span = DateReader.Read(words, new DateContext(Wednesday, DatePurpose.Question))[0].Span;
        Assert.Equal(new Period(Day(from), Day(to)), span);
    }

    [Theory]
    [InlineData("chục ngày", "P10D")]
    [InlineData("two-week", "P2W")]
    [InlineData("một tháng rưỡi", "P45D")]
    [InlineData("another week", "P1W")]
    public void Read_gives_the_length(string words, string length) =>
        Assert.Equal(length, DateReader.Read(words, new DateContext(Wednesday, DatePurpose.Deadline))[0].Duration);

    [Theory]
    [InlineData("lúc 7 giờ 15 tối nay", "19:15")]
    [InlineData("at half past eight", "08:30")]
    [InlineData("at quarter to nine", "08:45")]
    [InlineData("at 7 in the evening", "19:00")]
    public void Read_gives_the_time(string words, string time) =>
        Assert.Equal(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), DateReader.Read(words, new DateContext(Wednesday, DatePurpose.Deadline))[0].Time);

    [Theory]
    [InlineData("ngày 5 và 20 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=5,20")]
    [InlineData("the 1st and 15th of every month", "FREQ=MONTHLY;BYMONTHDAY=1,15")]
    public void Read_gives_the_days_of_a_rhythm(string words, string rule) =>
        Assert.Equal(rule, DateReader.Read(words, new DateContext(Wednesday, DatePurpose.Deadline))[0].Recurrence);

    [Theory]
    [InlineData("kế hoạch giai đoạn 2021-2025")]
    [InlineData("tháng 11, 12 trường chưa nộp")]
    public void Read_takes_no_more_than_is_named(string words) =>
        Assert.All(DateReader.Read(words, new DateContext(Wednesday, DatePurpose.Question)), date => Assert.Equal(new Period(Day("2026-11-01"), Day("2026-11-30")), date.Span));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
