using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Duyệt Hoa Sen", "không duyệt việc 12 vì ...": a leader's answer to a request for more time. A rejection needs its reason.</summary>
public sealed class DecideExtension(OpenRequests requests, TaskFinder finder, WorkTable work, ChangeAssignment change) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Leader) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.leader")));
        var slots = command.Slots;
        var scope = UnitScope.Of(turn, slots.Unit);
        if (scope.Refusal is { } refusal) return refusal;
        var named = slots.Tasks.Count > 0 ? await finder.PublishedNumbersAsync(slots.Tasks, cancellationToken) : null;
        var open = (await WaitingAsync(turn, scope, cancellationToken)).Where(request => named is null || named.Contains(request.Task.Number)).ToArray();
        if (open.Length == 0)
        {
            if (turn.IsRepeat) return new SayReply("repeat.done");
            // Whoever names what nobody asked for has another request in mind than those that wait: none of them is decided, all are told.
            var others = await WaitingAsync(turn, UnitScope.Of(turn, null), cancellationToken);
            return others.Length == 0 ? new SayReply("requests.none") : Several("requests.noMatch", others);
        }

        if (open.Length > 1) return Several(new Phrase("requests.head", ("n", open.Length)), open);

        var request = open[0];
        if (await work.FindAsync(request.Unit.Id, request.Task.Number, cancellationToken) is not { Value: { Ended: null, Extension: { } asked, Due: { } due } } stored)
        {
            return new SayReply("requests.none");
        }

        turn.Show(request.Task.Number);
        // Delivered again, "duyệt" would fit the next request as well as it fitted the one that it was meant for. And a bare one is about the
        // request that was just put to the leader, and about no other.
        var isNamed = slots.Unit is not null || slots.Tasks.Count > 0 || WasOffered(turn, request);
        if (slots.Decision is null || command.Doubts.Count > 0 || turn.IsRepeat || !isNamed)
        {
            return new SayReply(OpenRequests.Line(request)) { Choices = Offer(request, slots.Deadline) };
        }

        var until = slots.Decision == Decision.Reject ? (DateOnly?)null : RequestExtension.NewDay(slots, due) ?? asked.Until;
        if (until is null && slots.Note is null)
        {
            turn.Await(Awaited.Reason, command with { Slots = slots with { Tasks = [new TaskReference(request.Task.Number)], Unit = request.Unit.Name } });
            return new SayReply("req.askReason");
        }

        if (command is { IsAnswered: true, Confirmed: false })
        {
            return new SayReply(OpenRequests.Line(request), new Phrase("decided.check", ("words", slots.Note!)))
            {
                Choices = [new Choice("btn.reject", command with { Confirmed = true }), Choices.Nothing],
            };
        }

        if (until <= due) return new SayReply(new Phrase("extend.notLater", ("new", until.Value), ("old", due)));
        return await DecideAsync(turn, stored, new ExtensionDecision(asked.Until, until, slots.Note, turn.Now, turn.Sender.Id), request, cancellationToken);
    }

    /// <summary>Approve, or say no.</summary>
    /// <param name="other">Another day than was asked for, if the leader named one.</param>
    public static IReadOnlyList<Choice> Offer(OpenRequest request, DateOnly? other = null)
    {
        var until = other ?? request.Progress.Extension!.Until;
        var slots = new Slots { Tasks = [new TaskReference(request.Task.Number)], Unit = request.Unit.Name };
        return
        [
            new Choice(
                new Phrase("btn.approveUntil", ("date", new ShortDate(until))),
                new Command(Intent.DecideExtension, slots with { Decision = Decision.Approve, Deadline = until })),
            new Choice("btn.reject", new Command(Intent.DecideExtension, slots with { Decision = Decision.Reject })),
        ];
    }

    private async Task<OpenRequest[]> WaitingAsync(Turn turn, UnitScope scope, CancellationToken cancellationToken) =>
        [.. (await requests.FindAsync(turn, scope, cancellationToken)).Where(request => request.Progress.Extension is not null)];

    private static SayReply Several(Phrase heading, OpenRequest[] open) => new([heading, .. open.Take(ListTasks.Page).Select(OpenRequests.Line), OpenRequests.Example(open)]);

    private static bool WasOffered(Turn turn, OpenRequest request) =>
        TalkState.IsFresh(turn.Talk.AskedAt, turn.Now) && turn.Talk.Choices.Select(choice => choice.Command).Append(turn.Talk.AwaitedFor).Any(command =>
        command is { Intent: Intent.DecideExtension, Slots: { Unit: { } unit, Tasks: [{ Number: { } task }] } }
        && unit == request.Unit.Name
        && task == request.Task.Number);

    private async Task<Reply> DecideAsync(
        Turn turn, StoredAssignment stored, ExtensionDecision decision, OpenRequest request, CancellationToken cancellationToken)
    {
        var task = stored.Value;
        var name = new TaskName(task.Task, task.Title);
        try
        {
            await change.HandleAsync(
                turn,
                stored,
                (decision.Until is { } granted ? task.WithDue(granted, decision.At) : task) with { Extension = null, Decision = decision },
                decision.Until is null ? HistoryKind.ExtensionRejected : HistoryKind.ExtensionApproved,
                decision.Reason,
                cancellationToken);
        }
        catch (StoreConflictException)
        {
            return new SayReply(new Phrase("report.changed", ("task", name), ("state", task.State)));
        }

        return new SayReply(
            decision.Until is { } until
                ? new Phrase("decided.approved", ("unit", request.Unit.Name), ("task", name), ("date", until))
                : new Phrase("decided.rejected", ("unit", request.Unit.Name), ("task", name), ("date", task.Due!.Value)),
            new Phrase("later", ("whom", request.Unit.Name), ("time", turn.Now + ReportStatus.UndoTime)))
        {
            Buttons = [Choices.Undo],
        };
    }
}
