using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>A principal's list of the week: what falls due in it, what is overdue, and what the day has reminders of that falls due later.</summary>
public sealed class WeekList(WorkTable work, TimeProvider time)
{
    private const int Shown = 5;

    /// <param name="reminded">What the person is to be reminded of on this day.</param>
    /// <returns>Null when nothing is due and nothing overdue.</returns>
    public async Task<Reply?> ComposeAsync(Person person, Roster roster, IReadOnlyList<Assignment> reminded, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var monday = VietnamTime.Monday(today);
        Assignment[] owed = [.. (await work.OpenUntilAsync(person.UnitId, monday.AddDays(6), cancellationToken)).Where(task => task.IsOwed)];
        var overdue = owed.Where(task => task.Due < today).ToArray();
        var due = owed.Except(overdue).ToArray();
        if (owed.Length == 0) return null;
        var period = new PeriodName(new Period(monday, monday.AddDays(6)));
        List<Phrase> lines = [due.Length == 0
            ? new Phrase("list.none", ("period", period))
            : new Phrase("list.due", ("period", period), ("unit", roster.FindUnit(person.UnitId)?.Name ?? person.UnitId), ("n", due.Length))];
        lines.AddRange(due.Take(Shown).Select(Line));
        if (due.Length > Shown) lines.Add(new Phrase("notice.more", ("n", due.Length - Shown)));
        var later = reminded.Where(task => task.Due > monday.AddDays(6)).ToArray();
        if (later.Length > 0) lines.AddRange([new Phrase("list.later"), .. later.Take(Shown).Select(Line)]);
        if (later.Length > Shown) lines.Add(new Phrase("notice.more", ("n", later.Length - Shown)));
        if (overdue.Length > 0) lines.Add(new Phrase("list.alsoOverdue", ("tasks", Numbers(overdue))));
        return new SayReply(lines) { Buttons = overdue.Length > 0 ? [Choices.Open, Choices.Overdue()] : [Choices.Open] };
    }

    private static Phrase Line(Assignment task) => task.State.Percent is { } percent
        ? new Phrase("notice.week.percent", ("date", task.Due!.Value), ("no", task.Task), ("n", percent))
        : new Phrase("notice.week", ("date", task.Due!.Value), ("no", task.Task), ("state", task.State));

    private static object Numbers(Assignment[] tasks) => EarlierLines.Tasks([.. tasks.Select(task => task.Task)]);
}
