using Directives.Core;

namespace Directives.Bot.Hosting;

/// <summary>The offices' calendar as configured: <c>Calendar:Rest</c>, the weekly days of rest; <c>Calendar:File</c>, a file of one's own.</summary>
internal static class Calendars
{
    private const string WeeklyRest = "Saturday Sunday";

    /// <exception cref="FormatException">A setting or the file is not what it should be.</exception>
    public static WorkCalendar Open(IConfiguration configuration)
    {
        var rest = (configuration["Calendar:Rest"] is { Length: > 0 } words ? words : WeeklyRest).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var path = configuration["Calendar:File"];
        return WorkCalendar.Of(rest.Select(Day), string.IsNullOrEmpty(path) ? null : (path, File.ReadAllText(path)));
    }

    private static DayOfWeek Day(string word) => Enum.TryParse<DayOfWeek>(word, ignoreCase: true, out var day) && !char.IsAsciiDigit(word[0])
        ? day
        : throw new FormatException($"Calendar:Rest is not a day such as Saturday: {word}");
}
