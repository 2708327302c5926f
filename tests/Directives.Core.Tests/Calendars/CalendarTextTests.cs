using System.Text;
using CsCheck;
using Ical.Net.DataTypes;

namespace Directives.Core.Tests.Calendars;

/// <summary>What is written, as another program reads it.</summary>
public sealed class CalendarTextTests
{
    private static readonly DateTimeOffset Stamp = new(2026, 11, 25, 9, 14, 0, TimeSpan.FromHours(7));

    [Fact]
    public void Another_program_reads_what_was_written()
    {
        var calendar = Ical.Net.Calendar.Load(CalendarText.Write(
            "Việc của THCS Hoa Sen",
            [new CalendarEvent("12-hoa-sen@x", 3, Stamp, new(2026, 11, 27), null, "Việc 12: Kiểm tra; bếp ăn, nước\\uống", "Dòng một\nDòng hai")]))!;

        var one = Assert.Single(calendar.Events);
        Assert.Equal(("12-hoa-sen@x", 3, "Việc 12: Kiểm tra; bếp ăn, nước\\uống", "Dòng một\nDòng hai"), (one.Uid, one.Sequence, one.Summary, one.Description));
        Assert.True(one.IsAllDay);
        Assert.Equal((new DateOnly(2026, 11, 27), new DateOnly(2026, 11, 28)), (one.Start!.Date, one.End!.Date));
        Assert.Equal(Stamp.UtcDateTime, one.DtStamp!.AsUtc);
        Assert.Empty(one.Alarms);
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=25", 2026, 11, 25, 2026, 12, 25)]
    [InlineData("FREQ=WEEKLY;BYDAY=MO", 2026, 11, 30, 2026, 12, 7)]
    [InlineData("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15", 2027, 6, 15, 2028, 6, 15)]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", 2026, 11, 24, 2027, 2, 24)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", 2026, 11, 30, 2026, 12, 31)]
    public void Task_that_comes_again_begins_on_a_day_of_its_rule(string rule, int year, int month, int day, int nextYear, int nextMonth, int nextDay)
    {
        var first = RuleDays.First(rule, new DateOnly(2026, 11, 24));
        Assert.Equal(new DateOnly(year, month, day), first);

        var calendar = Ical.Net.Calendar.Load(CalendarText.Write("x", [new CalendarEvent("1", 0, Stamp, first!.Value, rule, "a", "b")]))!;
        var days = calendar.Events[0]!.GetOccurrences(new CalDateTime(2026, 11, 24)).Take(2).Select(one => one.Period.StartTime.Date);
        Assert.Equal([new DateOnly(year, month, day), new DateOnly(nextYear, nextMonth, nextDay)], days);
    }

    [Theory]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1")]
    [InlineData("FREQ=HOURLY")]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("hằng tháng")]
    [InlineData("")]
    public void Rule_whose_days_cannot_be_told_gives_none(string rule) => Assert.Null(RuleDays.First(rule, new DateOnly(2026, 11, 24)));

    [Fact]
    public void Lines_end_as_they_must_and_none_is_longer_than_75_octets()
    {
        var text = Gen.String[Gen.Char["aăđẪựờ😀\\;,\n\r\u0001 \ud83d"], 0, 300];
        text.Select(text).Sample(pair =>
        {
            var written = CalendarText.Write("x", [new CalendarEvent("1", 0, Stamp, new(2026, 11, 27), null, pair.Item1, pair.Item2)]);

            Assert.EndsWith("END:VCALENDAR\r\n", written, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', written.Replace("\r\n", "", StringComparison.Ordinal));
            Assert.DoesNotContain('\r', written.Replace("\r\n", "", StringComparison.Ordinal));
            Assert.All(written.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            // No letter was torn apart.
            Assert.Equal(written.Replace("\r\n ", "", StringComparison.Ordinal), Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(written)).Replace("\r\n ", "", StringComparison.Ordinal));
        });
    }
}
