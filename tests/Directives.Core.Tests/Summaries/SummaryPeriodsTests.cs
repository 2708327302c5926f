using Directives.Language.Messages;

namespace Directives.Core.Tests.Summaries;

public sealed class SummaryPeriodsTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 25);

    private readonly SummaryPeriods periods = new(new SummarySettings());

    [Theory]
    [InlineData("2026-11-23", "2026-11-29", "Tuần 23–29/11/2026")]
    [InlineData("2026-11-01", "2026-11-30", "Tháng 11/2026")]
    [InlineData("2026-10-01", "2026-12-31", "Quý IV/2026")]
    [InlineData("2026-07-01", "2026-12-31", "6 tháng cuối năm 2026")]
    [InlineData("2026-01-01", "2026-06-30", "6 tháng đầu năm 2026")]
    [InlineData("2026-01-01", "2026-12-31", "Năm 2026")]
    [InlineData("2026-09-05", "2027-05-31", "Năm học 2026–2027 (05/09/2026–31/05/2027)")]
    [InlineData("2026-09-05", "2027-01-15", "Học kỳ I năm học 2026–2027 (05/09/2026–15/01/2027)")]
    [InlineData("2027-01-16", "2027-05-31", "Học kỳ II năm học 2026–2027 (16/01–31/05/2027)")]
    [InlineData("2026-11-20", "2026-12-03", "Ngày 20/11–03/12/2026")]
    public void Span_of_the_calendar_has_the_name_that_offices_give_it(string from, string to, string name) =>
        Assert.Equal(name, Say(periods.Of(new Period(Day(from), Day(to)))));

    [Theory]
    [InlineData("2026-11-01", "2026-11-30", "Kỳ báo cáo tháng 11/2026 (15/10–14/11/2026)")]
    [InlineData("2026-01-01", "2026-03-31", "Kỳ báo cáo quý I/2026 (15/12/2025–14/03/2026)")]
    [InlineData("2026-10-01", "2026-12-31", "Kỳ báo cáo quý IV/2026 (15/09–14/12/2026)")]
    [InlineData("2026-01-01", "2026-06-30", "Kỳ báo cáo 6 tháng 2026 (15/12/2025–14/06/2026)")]
    [InlineData("2026-01-01", "2026-09-30", "Kỳ báo cáo 9 tháng 2026 (15/12/2025–14/09/2026)")]
    [InlineData("2026-01-01", "2026-12-31", "Kỳ báo cáo năm 2026 (15/12/2025–14/12/2026)")]
    public void Reporting_period_runs_from_the_15th_to_the_14th(string from, string to, string name)
    {
        var period = periods.Reported(new Period(Day(from), Day(to)))!;

        Assert.Equal(name, Say(period));
        Assert.Equal(period, periods.Of(period.Days));
    }

    [Theory]
    [InlineData("2026-11-14", 11)]
    [InlineData("2026-11-15", 12)]
    [InlineData("2027-01-31", 2)]
    [InlineData("2026-12-15", 1)]
    public void Day_lies_in_the_reporting_month_that_ends_next(string day, int month) =>
        Assert.Equal(month, periods.ReportingMonth(Day(day)).Days.To!.Value.Month);

    [Fact]
    public void Body_with_its_own_cut_off_day_counts_by_it_where_nothing_is_said()
    {
        var own = new SummaryPeriods(new SummarySettings { CutOffDay = 20 });

        Assert.Equal("Kỳ báo cáo tháng 12/2026 (21/11–20/12/2026)", Say(own.Current(Wednesday)));
        Assert.Equal("Tháng 11/2026", Say(periods.Current(Wednesday)));
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-29", "Tuần 16–22/11/2026")]
    [InlineData("2026-03-01", "2026-03-31", "Tháng 2/2026")]
    [InlineData("2026-01-01", "2026-03-31", "Quý IV/2025")]
    [InlineData("2026-09-05", "2027-01-15", "Học kỳ II năm học 2025–2026 (16/01–31/05/2026)")]
    [InlineData("2027-01-16", "2027-05-31", "Học kỳ I năm học 2026–2027 (05/09/2026–15/01/2027)")]
    [InlineData("2026-09-05", "2027-05-31", "Năm học 2025–2026 (05/09/2025–31/05/2026)")]
    [InlineData("2026-11-20", "2026-11-22", "Ngày 17–19/11/2026")]
    public void Period_before_is_of_the_same_kind(string from, string to, string before) =>
        Assert.Equal(before, Say(periods.Before(periods.Of(new Period(Day(from), Day(to))))!));

    [Fact]
    public void Reporting_months_follow_each_other_without_a_gap()
    {
        var month = periods.ReportingMonth(2027, 3);
        for (var i = 0; i < 24; i++)
        {
            var before = periods.Before(month)!;
            Assert.Equal(month.Days.From, before.Days.To!.Value.AddDays(1));
            month = before;
        }
    }

    [Fact]
    public void Period_open_at_one_end_has_none_before_it() => Assert.Null(periods.Before(periods.Of(new Period(null, Wednesday))));

    [Theory]
    [InlineData(0)]
    [InlineData(29)]
    public void Cut_off_day_that_not_every_month_has_is_refused(int day) => Assert.Throws<ArgumentOutOfRangeException>(() => new SummarySettings { CutOffDay = day });

    private static string Say(SummaryPeriod period) => new Wording(Texts.Vietnamese, null, Wednesday).Say(period.Name);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
