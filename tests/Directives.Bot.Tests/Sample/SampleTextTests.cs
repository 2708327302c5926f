using System.Globalization;
using Directives.Bot.Sample;

namespace Directives.Bot.Tests.Sample;

public sealed class SampleTextTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 25);

    /// <summary>Four years, a leap year and four Tết in them.</summary>
    private static IEnumerable<DateOnly> EveryDay => Enumerable.Range(0, 1461).Select(new DateOnly(2026, 1, 1).AddDays);

    [Theory]
    [InlineData("{{+3}}", "28/11/2026")]
    [InlineData("{{-4}}", "21/11/2026")]
    [InlineData("{{+0}}", "25/11/2026")]
    [InlineData("{{+40}}", "04/01/2027")]
    [InlineData("{{tuần này}}", "27/11/2026")]
    [InlineData("{{tháng sau 15}}", "15/12/2026")]
    [InlineData("{{tháng sau cuối}}", "31/12/2026")]
    [InlineData("{{-24:dài}}", "01 tháng 11 năm 2026")]
    [InlineData("{{+40:dài}}", "04 tháng 01 năm 2027")]
    [InlineData("{{tháng sau cuối:tháng}}", "12/2026")]
    [InlineData("{{+0:năm}}", "2026")]
    [InlineData("{{+0:năm học}}", "2026-2027")]
    [InlineData("trước ngày {{+3}}, sau ngày {{-4}}.", "trước ngày 28/11/2026, sau ngày 21/11/2026.")]
    [InlineData("không có ngày {nào}", "không có ngày {nào}")]
    public void Placeholder_becomes_a_day(string template, string expected) => Assert.Equal(expected, SampleText.Resolve(template, Wednesday));

    [Theory]
    [InlineData("{{mai}}")]
    [InlineData("{{}}")]
    [InlineData("{{tháng sau 0}}")]
    [InlineData("{{tháng sau đầu}}")]
    [InlineData("{{+3:ngắn}}")]
    public void Placeholder_that_is_not_known_is_refused(string template) =>
        Assert.Throws<FormatException>(() => SampleText.Resolve(template, Wednesday));

    [Theory]
    [InlineData("2026-11-23", "27/11/2026")]
    [InlineData("2026-11-27", "27/11/2026")]
    [InlineData("2026-11-28", "29/11/2026")]
    [InlineData("2026-11-29", "29/11/2026")]
    [InlineData("2026-12-31", "01/01/2027")]
    public void This_week_is_friday_or_when_that_is_past_sunday(string today, string expected) =>
        Assert.Equal(expected, SampleText.Resolve("{{tuần này}}", DateOnly.Parse(today, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2027-01-31", "28/02/2027")]
    [InlineData("2028-01-31", "29/02/2028")]
    [InlineData("2026-12-31", "31/01/2027")]
    public void Next_month_ends_on_its_last_day(string today, string expected)
    {
        var day = DateOnly.Parse(today, CultureInfo.InvariantCulture);

        Assert.Equal(expected, SampleText.Resolve("{{tháng sau cuối}}", day));
        Assert.Equal(expected, SampleText.Resolve("{{tháng sau 31}}", day));
    }

    [Theory]
    [InlineData("2027-05-31", "2026-2027")]
    [InlineData("2027-07-31", "2026-2027")]
    [InlineData("2027-08-01", "2027-2028")]
    [InlineData("2027-02-06", "2026-2027")]
    public void School_year_begins_in_august(string today, string expected) =>
        Assert.Equal(expected, SampleText.Resolve("{{+0:năm học}}", DateOnly.Parse(today, CultureInfo.InvariantCulture)));

    [Fact]
    public void Whatever_the_day_something_is_overdue_due_this_week_and_due_next_month()
    {
        foreach (var today in EveryDay)
        {
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            Assert.InRange(Day("{{tuần này}}", today), today, monday.AddDays(6));
            Assert.True(Day("{{-2}}", today) < today);
            foreach (var next in (string[])["{{tháng sau 15}}", "{{tháng sau 20}}", "{{tháng sau cuối}}"])
            {
                Assert.Equal((today.AddMonths(1).Year, today.AddMonths(1).Month), (Day(next, today).Year, Day(next, today).Month));
            }
        }
    }

    [Fact]
    public void Every_sample_directive_resolves_whatever_the_day()
    {
        var templates = Samples(".txt").ToList();

        Assert.NotEmpty(templates);
        foreach (var today in EveryDay)
        {
            foreach (var template in templates)
            {
                var text = SampleText.Resolve(template, today);
                Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
                Assert.DoesNotContain("}}", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Sample_directives_hold_what_is_overdue_due_this_week_and_due_next_month()
    {
        var all = string.Concat(Samples(".txt"));

        Assert.Contains("trước ngày {{-5}}", all, StringComparison.Ordinal);
        Assert.Contains("ngày {{tuần này}}", all, StringComparison.Ordinal);
        Assert.Contains("{{tháng sau 15}}", all, StringComparison.Ordinal);
    }

    private static DateOnly Day(string template, DateOnly today) =>
        DateOnly.ParseExact(SampleText.Resolve(template, today), "dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Samples(string ending)
    {
        var assembly = typeof(SampleText).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("sample/", StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
