using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>
/// On which days what is to be said. What is ahead and falls on a day off comes on the working day before, what is past on the next one after; a
/// list whose day is off comes on the next working day.
/// </summary>
public sealed class ReminderPolicy(ReminderSettings settings, WorkCalendar calendar)
{
    public TimeOnly DailyAt => settings.DailyAt;

    public TimeOnly WeeklyAt => settings.WeeklyAt;

    public bool IsEnabled => settings.Enabled;

    public bool IsWorking(DateOnly day) => calendar.IsWorking(day);

    public DateOnly NextWorkingDay(DateOnly after) => calendar.OnOrAfter(after.AddDays(1));

    public DateOnly LastWorkingDay(DateOnly before) => calendar.OnOrBefore(before.AddDays(-1));

    public DigestSchedule? ScheduleOf(PersonSettings own) => own.NoDigest ? null : own.Digest ?? new DigestSchedule(DigestRhythm.Week, 1, settings.WeeklyAt);

    /// <summary>Whether a list falls on one of these days.</summary>
    public bool IsListDue(DigestSchedule schedule, DateOnly since, DateOnly day)
    {
        for (var nominal = calendar.OnOrBefore(since.AddDays(-1)).AddDays(1); nominal <= day; nominal = nominal.AddDays(1))
        {
            if (IsNominal(schedule, nominal) && calendar.OnOrAfter(nominal) <= day) return true;
        }

        return false;
    }

    /// <summary>The next list of a schedule.</summary>
    public DateTimeOffset NextList(DigestSchedule schedule, DateTimeOffset now)
    {
        for (var day = VietnamTime.Day(now); ; day = day.AddDays(1))
        {
            var at = VietnamTime.On(day, schedule.Time);
            if (at > now && calendar.IsWorking(day) && IsListDue(schedule, day, day)) return at;
        }
    }

    /// <summary>Whether a unit's task is to be said on one of these days. A unit that waits for a decision is not reminded.</summary>
    public bool Reminds(Assignment task, DateOnly since, DateOnly day)
    {
        if (!task.IsOwed || !task.IsOpen || task.Extension is not null || task.Obstacle is not null || task.Due is not { } due) return false;
        // Of what was assigned on that day or later the unit was told then.
        var assigned = task.AssignedAt is { } at ? VietnamTime.Day(at) : DateOnly.MinValue;
        return Occasions(due).Any(occasion => since <= occasion && occasion <= day && occasion > assigned);
    }

    /// <summary>The due days, both included, of which <see cref="Reminds"/> may be true.</summary>
    public (DateOnly From, DateOnly Until) DueDays(DateOnly since, DateOnly day) => (
        calendar.OnOrBefore(since.AddDays(-1)).AddDays(1 - settings.DaysAfter.Append(0).Max()),
        calendar.OnOrAfter(day.AddDays(1)).AddDays(settings.DaysBefore.Append(0).Max() - 1));

    private IEnumerable<DateOnly> Occasions(DateOnly due)
    {
        foreach (var before in settings.DaysBefore) yield return calendar.OnOrBefore(due.AddDays(-before));
        foreach (var after in settings.DaysAfter) yield return calendar.OnOrAfter(due.AddDays(after));
    }

    private static bool IsNominal(DigestSchedule schedule, DateOnly day) => schedule.Every switch
    {
        DigestRhythm.Day => true,
        DigestRhythm.Week => VietnamTime.IsoWeekday(day) == (schedule.Weekday ?? 1),
        _ => day.Day == DayOfMonth(schedule.MonthDay ?? 1, DateTime.DaysInMonth(day.Year, day.Month)),
    };

    private static int DayOfMonth(int day, int days) => Math.Clamp(day < 0 ? days + 1 + day : day, 1, days);
}
