using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Nhầm rồi, hoàn tác": takes back the sender's last report, as long as its undo time runs and nobody has reported since.</summary>
public sealed class UndoReport(WorkTable work, Projections projections, TakeBackPublishing takeBack, SetNotices setNotices) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Talk.UndoSetting is { } setting && IsMeant(setting, turn, command)) return await setNotices.UndoAsync(turn, setting, cancellationToken);
        if (command.DirectiveId is not null || (command.Shown is null && turn.Talk.UndoDirective is not null)) return await takeBack.HandleAsync(turn, command, cancellationToken);
        // A leader's decision stands in the unit that asked.
        var unitId = command.UnitId ?? turn.Talk.UndoUnit ?? turn.Sender.UnitId;
        // Delivered again after another report it must not take that one back.
        if (turn.IsRepeat && await work.HasRunAsync(unitId, turn.Operation, cancellationToken)) return new SayReply("repeat.done");
        var undo = await work.FindUndoableAsync(unitId, turn.Sender.Id, cancellationToken);
        // The button takes back what its card told of, and nothing that was recorded after it.
        var isOther = command.Shown is { } shown && (undo is null || Fingerprint.Of(undo.Operation) != shown);
        if (isOther && turn.Message.Pressed is not null) return new SayReply("undo.stale") { Buttons = SmallTalk.Menu(turn.Sender.Role) };
        // Whoever publishes may have forgotten, as this program may, what was said last.
        if (undo is null) return turn.Sender.Role == Role.Clerk ? await takeBack.HandleAsync(turn, command, cancellationToken) : new SayReply("undo.none");
        if (isOther) return new SayReply("undo.none");

        var changes = new List<(StoredAssignment Before, Assignment After, HistoryEvent Event)>();
        foreach (var change in undo.Changes)
        {
            var stored = (await work.FindAsync(unitId, change.Task, cancellationToken))!;
            var name = new TaskName(stored.Value.Task, stored.Value.Title);
            turn.Show(stored.Value.Task);
            if (stored.Value.Ended is { } ended) return new SayReply(EndedTask.Line(stored.Value.Task, stored.Value.Title, ended), "ended.nothing");
            if (turn.Now > undo.Until) return new SayReply(new Phrase("undo.late", ("task", name), ("state", stored.Value.State)));
            if (stored.Value.Version != change.Version) return new SayReply(new Phrase("undo.changed", ("task", name), ("state", stored.Value.State)));
            changes.Add(TakeBack(turn, stored, change));
        }

        if (command.Slots.Tasks is [{ Number: { } asked }] && changes.All(change => change.After.Task != asked)) return new SayReply("undo.none");
        turn.Show([.. changes.Select(change => change.After.Task)]);
        try
        {
            await projections.FollowAsync(
                unitId,
                [.. changes.Select(change => change.After)],
                turn.Operation,
                () => work.ChangeAsync(unitId, turn.Sender.Id, turn.Operation, changes, null, cancellationToken),
                cancellationToken);
        }
        catch (StoreConflictException)
        {
            if (await work.HasRunAsync(unitId, turn.Operation, cancellationToken)) return new SayReply("repeat.done");
            var task = (await work.FindAsync(unitId, changes[0].After.Task, cancellationToken))!.Value;
            return new SayReply(new Phrase("undo.changed", ("task", new TaskName(task.Task, task.Title)), ("state", task.State)));
        }

        turn.HasChanged = true;
        return new SayReply([.. changes.Select(change => Line(change.Before.Value, change.After))])
        {
            Buttons = [.. changes.Take(1).Select(change => Choices.Task(change.After.Task)), Choices.Open],
        };
    }

    /// <summary>What it takes to bring an assignment back from <paramref name="after"/> to <paramref name="before"/>.</summary>
    internal static UndoableChange Of(Assignment before, Assignment after) => new(after.Version, before);

    private static Phrase Line(Assignment before, Assignment after)
    {
        var name = ("task", (object)new TaskName(after.Task, after.Title));
        if (before.State != after.State) return new Phrase("undo.done", name, ("state", after.State));
        return after.Due is { } due && before.Due != after.Due
            ? new Phrase("undo.done.due", name, ("date", due))
            : new Phrase("undo.done.request", name);
    }

    private static bool IsMeant(SettingUndo setting, Turn turn, Command command) =>
        turn.Now - setting.At <= ReportStatus.UndoTime && command is { DirectiveId: null, UnitId: null, Slots.Tasks.Count: 0 }
        && (command.Shown is not { } shown || shown == Fingerprint.Of(setting.Operation));

    private static (StoredAssignment, Assignment, HistoryEvent) TakeBack(Turn turn, StoredAssignment stored, UndoableChange change)
    {
        var after = change.Before with { Version = stored.Value.Version + 1 };
        return (stored, after, new HistoryEvent
        {
            Kind = HistoryKind.Undone,
            At = turn.Now,
            By = turn.Sender.Id,
            Channel = turn.Message.Channel,
            MessageId = turn.Message.MessageId,
            Before = HistoryState.Of(stored.Value),
            After = HistoryState.Of(after),
        });
    }
}
