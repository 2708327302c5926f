using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>Open tasks as events of a calendar, in the words of whoever reads it.</summary>
internal static class TaskEvents
{
    /// <summary>Of one unit, for its own people.</summary>
    public static CalendarEvent? Of(Assignment task, Period? period, Wording words)
    {
        var from = task.Issued ?? task.OwedFrom ?? DateOnly.FromDateTime(task.ReportedAt?.DateTime ?? DateTime.UnixEpoch);
        if (Begin(task.Due, task.Recurrence, from) is not var (day, rule) || !IsIn(period, day, rule)) return null;
        DateTimeOffset?[] changes = [task.ReportedAt, task.Moved?.At, task.Decision?.At, task.Extension?.At, task.Obstacle?.At, task.Answer?.At, task.Evidence.LastOrDefault()?.At];
        var about = words.Say("ics.task", ("directive", task.DirectiveLabel), ("state", task.State), ("no", task.Task));
        return new CalendarEvent(
            $"{task.Task}-{task.UnitId}-{task.DirectiveId}@directives.bot", task.Version - 1, changes.Max() ?? Midnight(from), day, rule, Name(task.Task, task.Title, words), about);
    }

    /// <summary>Of all units that a leader sees: one event for the task, as long as any unit owes it.</summary>
    public static CalendarEvent? Of(IGrouping<int, SummaryRow> rows, Period? period, Wording words)
    {
        var (task, owed) = (rows.First().Task, rows.Where(row => row.Progress.IsOwed).ToArray());
        var open = owed.Where(row => row.Progress.IsOpen).ToArray();
        // Units may have got different deadlines: the first that is still open is what a leader waits for.
        if (open.Min(row => row.Progress.Due) is not { } due || !IsIn(period, due, null)) return null;
        return new CalendarEvent(
            $"{task.Number}-{task.DirectiveId}@directives.bot",
            // Each change of any unit makes this one more.
            rows.Sum(row => row.Progress.Version - 1),
            Midnight(rows.Max(row => row.Progress.DoneOn ?? row.Progress.OwedFrom) ?? DateOnly.FromDateTime(DateTime.UnixEpoch)),
            due,
            null,
            Name(task.Number, task.Title, words),
            words.Say("ics.units", ("directive", task.DirectiveLabel), ("done", owed.Length - open.Length), ("units", owed.Length), ("no", task.Number)));
    }

    // A task that comes again begins on a day of its rule: its deadline where that is one, else the first one since it was assigned.
    private static (DateOnly Day, string? Rule)? Begin(DateOnly? due, string? rule, DateOnly from)
    {
        if (due is { } last) return (last, rule is not null && RuleDays.First(rule, last) == last ? rule : null);
        return rule is not null && RuleDays.First(rule, from) is { } first ? (first, rule) : null;
    }

    private static bool IsIn(Period? period, DateOnly day, string? rule) => period is null || rule is not null || (!(day < period.From) && !(day > period.To));

    private static string Name(int no, string title, Wording words) => words.Say("ics.title", ("no", no), ("title", ShortTitle.Of(title, 80)));

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), VietnamTime.Offset);
}
