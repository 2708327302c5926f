using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Nhắc tôi việc 5 lúc 8h sáng thứ hai": the person is reminded of a task at a time of the own choice, unless it is done by then.</summary>
public sealed class SetReminder(TaskFinder finder, OutboxTable outbox, ReminderPolicy policy, SendingHours hours) : IUseCase
{
    /// <summary>When somebody is reminded of what they plan to finish on a day: while there is time left on it.</summary>
    public static readonly TimeOnly PlannedAt = new(16, 0);

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var (task, unclear) = await FindAsync(turn, command, cancellationToken);
        if (task is null) return unclear!;
        turn.Show(task.No);
        var slots = command.Slots;
        if (slots is { Deadline: null, Time: null })
        {
            var next = policy.NextWorkingDay(turn.Today);
            return Offer(task.No, next, policy.DailyAt, [Ask(task.No, next, policy.DailyAt)]);
        }

        var asked = slots.Time ?? policy.DailyAt;
        var time = hours.IsQuiet(asked) ? hours.QuietUntil : asked;
        var day = slots.Deadline ?? (VietnamTime.On(turn.Today, asked) > turn.Now ? turn.Today : turn.Today.AddDays(1));
        // The quiet hours that begin in the evening end in the next morning.
        if (time < asked) day = day.AddDays(1);
        var at = VietnamTime.On(day, time);
        if (at <= turn.Now) return new SayReply(new Phrase("remind.past", ("time", at), ("date", day)));
        if (await PlanAsync(turn, task.No, at, cancellationToken) is not { } notice) return new SayReply("repeat.done");
        turn.Talk = turn.Talk with { UndoSetting = new SettingUndo(turn.Operation, turn.Now, null, notice) };
        turn.HasChanged = true;
        List<Phrase> lines = [new Phrase("remind.set", ("task", task), ("time", at), ("date", day))];
        if (time != asked) lines.Add(new Phrase("digest.quiet", ("from", hours.QuietFrom), ("until", hours.QuietUntil)));
        return new SayReply([.. lines, new Phrase("undo.hint", ("time", turn.Now + ReportStatus.UndoTime))]) { Buttons = [Choices.UndoSetting(turn)] };
    }

    /// <summary>One reminder of a task at a time, however often it is asked for: its id has no message in it, but how often it was taken back before.</summary>
    /// <returns>Null for a message that comes again, whose reminder was taken back since.</returns>
    private async Task<Notice?> PlanAsync(Turn turn, int task, DateTimeOffset at, CancellationToken cancellationToken)
    {
        for (var takenBack = 0; ; takenBack++)
        {
            var id = string.Join(' ', NoticeKind.OwnReminder, turn.Sender.Id, Keys.Number(task), Keys.Instant(at), Keys.Number(takenBack));
            var known = await outbox.FindAsync(turn.Sender.Id, id, cancellationToken);
            if (known is { Result: NoticeResult.Void })
            {
                if (known.Notice.SetAs == turn.Operation) return null;
                continue;
            }

            var notice = known?.Notice ?? new Notice
            {
                Id = id,
                Kind = NoticeKind.OwnReminder,
                PersonId = turn.Sender.Id,
                UnitId = turn.Sender.UnitId,
                NotBefore = at,
                Tasks = [task],
                SetAs = turn.Operation,
            };
            if (known is null) await outbox.PlanAsync(notice, cancellationToken);
            return notice;
        }
    }

    /// <summary>The question whether the person is to be reminded.</summary>
    public static SayReply Offer(int task, DateOnly day, TimeOnly time, IReadOnlyList<Phrase> lines) => new(lines)
    {
        Choices =
        [
            new Choice("btn.remindMe", new Command(Intent.SetReminder, Choices.Of(task) with { Deadline = day, Time = time })),
            new Choice("btn.noNeed", Command.At(Step.Nothing)),
        ],
    };

    private static Phrase Ask(int task, DateOnly day, TimeOnly time) => new("remind.offer", ("task", new TaskNumbers([task])), ("time", time), ("date", day));

    private async Task<(TaskName? Task, Reply? Unclear)> FindAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Principal)
        {
            var (published, which) = await finder.FindPublishedAsync(turn, command, cancellationToken);
            if (published is null) return (null, which);
            return published.Ended is { } over
                ? (null, EndedTask.Say(published.Number, published.Title, over))
                : (new TaskName(published.Number, published.Title), null);
        }

        var unit = turn.Roster.FindUnit(turn.Sender.UnitId);
        if (unit is null) return (null, new SayReply(new Phrase("unit.unknown", ("words", turn.Sender.UnitId))));
        var found = await finder.FindAsync(turn, unit.Id, command.Slots.Tasks, cancellationToken);
        if (NotFound.Reply(turn, unit.Name, found, command) is { } unclear) return (null, unclear);
        if (found.Found is not [{ Value: var task }]) return (null, NotFound.Which("ask.which", [.. found.Found.Select(one => one.Value)], command));
        if (task.Ended is { } ended) return (null, EndedTask.Say(task.Task, task.Title, ended));
        var name = new TaskName(task.Task, task.Title);
        return task.State.IsDone ? (null, new SayReply(new Phrase("remind.done", ("task", name)))) : (name, null);
    }
}
