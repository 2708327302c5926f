using System.Globalization;
using System.Text.RegularExpressions;

namespace Directives.Bot.Sample;

/// <summary>
/// Puts days into a sample text, counted from the day it is loaded on, so that there is always something overdue, something due this week and
/// something due next month.
/// </summary>
/// <remarks>
/// A day stands between double braces: <c>+3</c>, <c>-4</c> (days from today), <c>tuần này</c> (Friday of this week, or Sunday when Friday is
/// past), <c>tháng sau 15</c>, <c>tháng sau cuối</c> (a day of next month, its last). Behind a colon its form: none for <c>25/11/2026</c>,
/// <c>dài</c> for <c>25 tháng 11 năm 2026</c>, <c>tháng</c> for <c>11/2026</c>, <c>năm</c>, <c>năm học</c> for <c>2026-2027</c>.
/// </remarks>
internal static partial class SampleText
{
    // School years are counted from here: pupils come back in August.
    private const int FirstMonthOfSchoolYear = 8;

    /// <exception cref="FormatException">The template holds a placeholder that is not known.</exception>
    public static string Resolve(string template, DateOnly today) =>
        Placeholder().Replace(template, match => Format(Day(match.Groups["day"].Value.Trim(), today), match.Groups["form"].Value.Trim()));

    private static DateOnly Day(string day, DateOnly today)
    {
        const string NextMonth = "tháng sau ";
        if (day == "tuần này") return ThisWeek(today);
        if (day.StartsWith(NextMonth, StringComparison.Ordinal)) return InMonth(today.AddMonths(1), day[NextMonth.Length..]);
        return int.TryParse(day, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days)
            ? today.AddDays(days)
            : throw new FormatException($"Not a day of a sample text: {day}");
    }

    private static DateOnly ThisWeek(DateOnly today)
    {
        // Monday begins the week, as in every office's calendar.
        var sinceMonday = ((int)today.DayOfWeek + 6) % 7;
        const int Friday = 4;
        const int Sunday = 6;
        return today.AddDays((sinceMonday <= Friday ? Friday : Sunday) - sinceMonday);
    }

    private static DateOnly InMonth(DateOnly month, string day)
    {
        var last = DateTime.DaysInMonth(month.Year, month.Month);
        if (day == "cuối") return new DateOnly(month.Year, month.Month, last);
        return int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new DateOnly(month.Year, month.Month, Math.Min(number, last))
            : throw new FormatException($"Not a day of a month in a sample text: {day}");
    }

    private static string Format(DateOnly day, string form) => form switch
    {
        "" => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        "dài" => LongForm(day),
        "tháng" => day.ToString("MM/yyyy", CultureInfo.InvariantCulture),
        "năm" => day.ToString("yyyy", CultureInfo.InvariantCulture),
        "năm học" => SchoolYear(day),
        _ => throw new FormatException($"Not a form of a day in a sample text: {form}"),
    };

    // Official letters write days under 10 and the months 1 and 2 with a zero, so that nobody can put a digit before them.
    private static string LongForm(DateOnly day) => string.Create(
        CultureInfo.InvariantCulture, $"{day.Day:d2} tháng {(day.Month <= 2 ? $"{day.Month:d2}" : $"{day.Month}")} năm {day.Year}");

    private static string SchoolYear(DateOnly day)
    {
        var first = day.Month >= FirstMonthOfSchoolYear ? day.Year : day.Year - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{first}-{first + 1}");
    }

    [GeneratedRegex(@"\{\{(?<day>[^{}:]*)(?::(?<form>[^{}]*))?\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
