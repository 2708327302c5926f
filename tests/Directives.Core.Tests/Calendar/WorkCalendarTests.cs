namespace Directives.Core.Tests.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Usual = new();

    [Theory]
    [InlineData("2026-08-28", DayKind.Working)]
    [InlineData("2026-08-29", DayKind.Rest)]
    [InlineData("2026-08-31", DayKind.SwappedOff)]
    [InlineData("2026-08-22", DayKind.SwappedOn)]
    [InlineData("2026-09-01", DayKind.Holiday)]
    [InlineData("2026-09-03", DayKind.Working)]
    [InlineData("2026-02-13", DayKind.Working)]
    [InlineData("2026-02-16", DayKind.Holiday)]
    [InlineData("2026-02-22", DayKind.Rest)]
    [InlineData("2024-05-04", DayKind.SwappedOn)]
    [InlineData("2025-04-26", DayKind.SwappedOn)]
    [InlineData("2026-11-24", DayKind.Working)]
    public void Day_is_what_was_announced(string day, DayKind kind) => Assert.Equal(kind, Usual.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Kind);

    [Fact]
    public void Every_announced_day_has_a_name_and_a_source_and_every_swap_its_other_day()
    {
        foreach (var year in new[] { 2024, 2025, 2026 })
        {
            Assert.True(Usual.IsAnnounced(year));
            var days = Enumerable.Range(0, 366).Select(i => Usual.Of(new DateOnly(year, 1, 1).AddDays(i))).Where(day => day.Day.Year == year).ToArray();
            Assert.DoesNotContain(days, day => day.Kind is not (DayKind.Working or DayKind.Rest) && (string.IsNullOrEmpty(day.Name) || string.IsNullOrEmpty(day.Source)));
            // 1/1, Tết 5, Giỗ Tổ, 30/4, 1/5, Quốc khánh 2.
            Assert.True(days.Count(day => day.Kind == DayKind.Holiday) >= 11, $"{year}");
            var off = days.Where(day => day.Kind == DayKind.SwappedOff).ToArray();
            Assert.All(off, day => Assert.Equal((DayKind.SwappedOn, day.Day), (Usual.Of(day.Other!.Value).Kind, Usual.Of(day.Other!.Value).Other!.Value)));
            Assert.NotEmpty(off);
        }
    }

    [Fact]
    public void Year_without_an_announcement_is_reckoned_from_the_law_and_says_so()
    {
        Assert.False(Usual.IsAnnounced(2027));
        // Tết 2027 is Saturday 6/2: from the last day of the old year, with Saturday and Sunday made up for.
        var off = Enumerable.Range(0, 59).Select(i => new DateOnly(2027, 1, 1).AddDays(i)).Where(day => Usual.Of(day).Kind == DayKind.Holiday).ToArray();
        Assert.Equal(
            ["2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11"],
            off.Select(day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(DayKind.Working, Usual.Of(new DateOnly(2027, 9, 1)).Kind);
    }

    [Theory]
    [InlineData(2018, 4, 25)]
    [InlineData(2019, 4, 14)]
    [InlineData(2023, 4, 29)]
    [InlineData(2028, 4, 4)]
    [InlineData(2030, 4, 12)]
    public void Kings_day_is_the_tenth_of_the_third_month_of_the_Vietnamese_calendar(int year, int month, int day) =>
        Assert.Equal("Giỗ Tổ Hùng Vương", Usual.Of(new DateOnly(year, month, day)).Name);

    [Fact]
    public void Own_file_adds_overrides_and_switches()
    {
        var own = WorkCalendar.Of(
            [DayOfWeek.Sunday],
            ("own.json", """
            {
              "years": { "2027": "Thông báo 1" },
              "days": [
                { "from": "2027-04-19", "name": "nghỉ bù", "workedOn": "2027-04-25", "source": "Thông báo 1" },
                { "from": "2026-08-31", "name": "làm bình thường", "isWorked": true, "source": "Quyết định riêng" }
              ],
              "later": [ { "day": "11-24", "since": 2026, "isOff": true, "name": "Ngày Văn hóa Việt Nam", "source": "Luật sửa đổi" } ]
            }
            """));

        Assert.True(own.IsAnnounced(2027));
        Assert.Equal(DayKind.Working, own.Of(new DateOnly(2026, 8, 29)).Kind);
        Assert.Equal(DayKind.SwappedOn, own.Of(new DateOnly(2027, 4, 25)).Kind);
        Assert.Equal(DayKind.SwappedOn, own.Of(new DateOnly(2026, 8, 31)).Kind);
        Assert.Equal(DayKind.Holiday, own.Of(new DateOnly(2026, 11, 24)).Kind);
        Assert.Equal(DayKind.Holiday, own.Of(new DateOnly(2029, 11, 24)).Kind);
        Assert.Equal(DayKind.Working, own.Of(new DateOnly(2025, 11, 24)).Kind);
    }

    [Theory]
    [InlineData("{", "own.json")]
    [InlineData("""{"days":[{"from":"2026-02-30","name":"x","source":"y"}]}""", "own.json")]
    [InlineData("""{"days":[{"from":"2026-03-02","to":"2026-03-01","name":"x","source":"y"}]}""", "ends before")]
    [InlineData("""{"days":[{"from":"2026-03-02","name":"","source":"y"}]}""", "no name")]
    [InlineData("""{"years":{"26":"x"}}""", "no year")]
    [InlineData("""{"later":[{"day":"13-01","since":2026,"isOff":true,"name":"x","source":"y"}]}""", "no day")]
    public void File_that_is_not_one_is_refused_by_name(string json, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => WorkCalendar.Of([DayOfWeek.Sunday], ("own.json", json))).Message, StringComparison.Ordinal);

    [Fact]
    public void Working_day_before_and_after_a_break_is_found()
    {
        var tet = new DateOnly(2026, 2, 17);
        Assert.Equal((new DateOnly(2026, 2, 13), new DateOnly(2026, 2, 23)), (Usual.OnOrBefore(tet), Usual.OnOrAfter(tet)));
        Assert.Equal(9, Usual.BreakNear(tet)!.Count);
        Assert.Null(Usual.BreakNear(new DateOnly(2026, 11, 21)));
    }
}
