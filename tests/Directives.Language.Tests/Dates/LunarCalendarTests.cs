using System.Globalization;
using Directives.Language.Dates;

namespace Directives.Language.Tests.Dates;

public class LunarCalendarTests
{
    [Theory]
    [InlineData("1968-01-29")]
    [InlineData("1985-01-21")]
    [InlineData("2007-02-17")]
    [InlineData("2019-02-05")]
    [InlineData("2020-01-25")]
    [InlineData("2021-02-12")]
    [InlineData("2022-02-01")]
    [InlineData("2023-01-22")]
    [InlineData("2024-02-10")]
    [InlineData("2025-01-29")]
    [InlineData("2026-02-17")]
    [InlineData("2027-02-06")]
    [InlineData("2030-02-02")]
    public void Tet_of_a_year_is_the_Vietnamese_one(string day)
    {
        var expected = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        Assert.Equal(expected, LunarCalendar.Tet(expected.Year));
    }

    [Theory]
    [InlineData(2025, 8, 15, "2025-10-06")]
    [InlineData(2025, 3, 10, "2025-04-07")]
    [InlineData(2025, 12, 23, "2026-02-10")]
    public void ToSolar_after_a_leap_month_finds_the_day(int year, int month, int day, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, CultureInfo.InvariantCulture), LunarCalendar.ToSolar(year, month, day));

    [Fact]
    public void Months_of_three_centuries_follow_each_other()
    {
        for (var year = 1900; year < 2199; year++)
        {
            var length = LunarCalendar.Tet(year + 1).DayNumber - LunarCalendar.Tet(year).DayNumber;
            Assert.InRange(length, 353, 385);
            for (var month = 1; month <= 12; month++)
            {
                var (from, to) = LunarCalendar.MonthSpan(year, month);
                Assert.InRange(to.DayNumber - from.DayNumber + 1, 29, 30);
            }
        }
    }
}
