using System.Globalization;

namespace Directives.Core;

/// <summary>The days that a recurrence rule (RFC 5545) gives, as far as the rules of tasks go: by day, week, month or year, on days of the month or the week.</summary>
internal static class RuleDays
{
    /// <summary>A rule that gives no day in so many days gives none that anybody plans for.</summary>
    private const int LookedAhead = 4 * 366;

    private static readonly string[] Weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    /// <summary>The first day of the rule, not before another one: the day that an event must begin on for the rule to hold.</summary>
    /// <returns>Null for a rule that is none of days, or whose days cannot be told from the rule alone.</returns>
    public static DateOnly? First(string rule, DateOnly notBefore)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in rule.Split(';'))
        {
            if (part.Split('=', 2) is not [var name, var value] || !parts.TryAdd(name, value.ToUpperInvariant())) return null;
        }

        if (parts.GetValueOrDefault("FREQ") is not ("DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY") || parts.ContainsKey("BYSETPOS") || parts.ContainsKey("COUNT")) return null;
        var (months, days, weekdays) = (Parts(parts, "BYMONTH"), Parts(parts, "BYMONTHDAY"), Parts(parts, "BYDAY"));
        // "The first Monday" depends on more than the day itself.
        if (weekdays.Any(day => !Weekdays.Contains(day))) return null;
        for (var day = notBefore; day.DayNumber < notBefore.DayNumber + LookedAhead; day = day.AddDays(1))
        {
            if (Fits(months, day.Month) && (weekdays.Length == 0 || weekdays.Contains(Weekdays[(int)day.DayOfWeek])) && IsDayOfMonth(days, day)) return day;
        }

        return null;
    }

    private static string[] Parts(Dictionary<string, string> parts, string name) => parts.TryGetValue(name, out var value) ? value.Split(',') : [];

    private static bool IsDayOfMonth(string[] days, DateOnly day) =>
        Fits(days, day.Day) || days.Contains((day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1).ToString(CultureInfo.InvariantCulture));

    private static bool Fits(string[] allowed, int number) => allowed.Length == 0 || allowed.Contains(number.ToString(CultureInfo.InvariantCulture));
}
