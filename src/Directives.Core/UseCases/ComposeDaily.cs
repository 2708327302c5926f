namespace Directives.Core;

/// <summary>
/// A day's one message to a person: the list or digest where one falls on the day, to a principal otherwise the reminders of the day, and of
/// days that were missed.
/// </summary>
public sealed class ComposeDaily(
    WorkTable work, SettingsTable settings, RosterTable rosters, ReminderPolicy policy, WeekList weekList, LeaderDigest leaderDigest, ListUndelivered undelivered, TimeProvider time)
{
    private const int Shown = 5;

    /// <returns>Null when there is nothing to say, the person wants nothing said, or another message says it.</returns>
    public async Task<Reply?> HandleAsync(Notice notice, Person person, CancellationToken cancellationToken)
    {
        var (now, today) = (time.Now(), time.Today());
        var own = await settings.FindAsync(person.Id, cancellationToken);
        if (own.IsMutedAt(now)) return null;
        var schedule = policy.ScheduleOf(own);
        if (notice.At is { } at && own.Digest?.Time != at) return null;
        // At the person's own time there is a message of its own.
        if (notice.At is null && own.Digest is { } chosen && policy.IsListDue(chosen, today, today)) return null;
        var roster = await rosters.LoadAsync(cancellationToken);
        var since = notice.Since ?? today;
        if (schedule is not null && policy.IsListDue(schedule, since, today) && await ListAsync(person, roster, schedule, since, cancellationToken) is { } list) return list;
        return person.Role == Role.Principal ? await RemindAsync(person, since, today, cancellationToken) : null;
    }

    private async Task<Reply?> ListAsync(Person person, Roster roster, DigestSchedule schedule, DateOnly since, CancellationToken cancellationToken) => person.Role switch
    {
        // The list stands for the day's reminders, so it has those too of what falls due after the week.
        Role.Principal => await weekList.ComposeAsync(person, roster, await RemindedAsync(person, since, time.Today(), cancellationToken), cancellationToken),
        Role.Leader => await leaderDigest.ComposeAsync(person, roster, schedule.Every, cancellationToken),
        _ => await undelivered.ComposeAsync(roster, cancellationToken),
    };

    private async Task<Reply?> RemindAsync(Person person, DateOnly since, DateOnly today, CancellationToken cancellationToken)
    {
        var tasks = await RemindedAsync(person, since, today, cancellationToken);
        if (tasks is [var only]) return new SayReply(Alone(only, today)) { Choices = [Choices.Done(only), Choices.Extend.On(only.Task)] };
        if (tasks.Length == 0) return null;
        List<Phrase> lines = [new Phrase("notice.several", ("n", tasks.Length)), .. tasks.Take(Shown).Select(Line)];
        if (tasks.Length > Shown) lines.Add(new Phrase("notice.more", ("n", tasks.Length - Shown)));
        return new SayReply(lines) { Buttons = [Choices.Open] };
    }

    private async Task<Assignment[]> RemindedAsync(Person person, DateOnly since, DateOnly today, CancellationToken cancellationToken)
    {
        var (from, until) = policy.DueDays(since, today);
        return
        [
            .. (await work.OpenBetweenAsync(person.UnitId, from, until, cancellationToken))
                .Where(task => policy.Reminds(task, since, today))
                // Today's first, then what comes, then what is past.
                .OrderBy(task => task.Due < today).ThenBy(task => task.Due).ThenBy(task => task.Task),
        ];
    }

    private static Phrase Alone(Assignment task, DateOnly today)
    {
        var (name, due) = (("task", (object)new TaskName(task.Task, task.Title)), ("date", (object)task.Due!.Value));
        if (task.Due == today) return new Phrase("notice.today", due, name, ("state", task.State));
        return task.Due < today
            ? new Phrase("notice.over", ("task", new TaskNumbers([task.Task])), due, ("no", task.Task))
            : new Phrase("notice.ahead", name, due, ("left", new Left(task.Due!.Value)), ("state", task.State));
    }

    private static Phrase Line(Assignment task) =>
        new("notice.line", ("task", new TaskName(task.Task, task.Title)), ("date", task.Due!.Value), ("left", new Left(task.Due!.Value)), ("state", task.State));
}
