using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Duyệt Hoa Sen", "không duyệt việc 12 vì ...": a leader's answer to a request for more time. A rejection needs its reason.</summary>
public sealed class DecideExtension(OpenRequests requests, TaskFinder finder, WorkTable work, ChangeAssignment change, LaterLine later) : IUseCase
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
            if (command.Shown is not null) return await GoneAsync(turn, scope, slots, cancellationToken);
            // Whoever names what nobody asked for has another request in mind than those that wait: none of them is decided, all are told.
            var others = await WaitingAsync(turn, UnitScope.Of(turn, null), cancellationToken);
            return others.Length == 0 ? new SayReply("requests.none") : await SeveralAsync(turn, "requests.noMatch", others, cancellationToken);
        }

        if (open.Length > 1) return await SeveralAsync(turn, new Phrase("requests.head", ("n", open.Length)), open, cancellationToken);

        var request = open[0];
        if (await work.FindAsync(request.Unit.Id, request.Task.Number, cancellationToken) is not { Value: { Ended: null, Extension: { } asked, Due: { } due } } stored)
        {
            return new SayReply("requests.none");
        }

        turn.Show(request.Task.Number);
        request = request with { Progress = UnitProgress.Of(stored.Value) with { Obstacle = null } };
        if (command.Shown is { } shown && shown != OpenRequests.Shows(asked, due)) return await ShowAsync(turn, request, null, ["card.old"], cancellationToken);
        if (command.Step == Step.ChooseDay) return OtherDay(request, due, []);
        // Delivered again, "duyệt" would fit the next request as well as it fitted the one that it was meant for. And a bare one is about the
        // request that was just put to the leader, and about no other.
        var isNamed = slots.Unit is not null || slots.Tasks.Count > 0 || WasOffered(turn, request);
        if (slots.Decision is null || command.Doubts.Count > 0 || turn.IsRepeat || !isNamed)
        {
            return await ShowAsync(turn, request, slots.Deadline, [], cancellationToken);
        }

        if (command.IsForm && slots is { Decision: Decision.Approve, Deadline: null }) return OtherDay(request, due, ["form.day.error"]);

        var until = slots.Decision == Decision.Reject ? (DateOnly?)null : RequestExtension.NewDay(slots, due) ?? asked.Until;
        if (until is null && slots.Note is null)
        {
            turn.Await(Awaited.Reason, command with { IsForm = false, Slots = slots with { Tasks = [new TaskReference(request.Task.Number)], Unit = request.Unit.Name } });
            return await requests.ShowAsync(turn, OpenRequests.Heading(request), [request], ["req.askReason"], cancellationToken) with { Before = command.IsForm ? ["form.rejectReason.error"] : [] };
        }

        if (command is { IsAnswered: true, Confirmed: false })
        {
            return new SayReply(OpenRequests.Line(request), new Phrase("decided.check", ("words", slots.Note!)))
            {
                Choices = [new Choice("btn.reject", command with { Confirmed = true }), Choices.Nothing],
            };
        }

        Phrase? wrong = until is not { } day ? null
            : day <= due ? new Phrase("extend.notLater", ("new", day), ("old", due))
            // What was asked for was looked at when it was asked for.
            : day != asked.Until && day > due.AddYears(RequestExtension.MaxYears) ? new Phrase("decided.tooFar", ("new", day), ("n", RequestExtension.MaxYears))
            : null;
        if (wrong is not null) return command.IsForm ? OtherDay(request, due, [wrong]) : new SayReply(wrong);

        return await DecideAsync(turn, stored, new ExtensionDecision(asked.Until, until, slots.Note, turn.Now, turn.Sender.Id), request, cancellationToken);
    }

    // Perhaps by this very button, pressed twice: what was decided is told.
    private async Task<Reply> GoneAsync(Turn turn, UnitScope scope, Slots slots, CancellationToken cancellationToken)
    {
        var decided = scope.Unit is { } unit && slots.Tasks is [{ Number: { } task }] ? (await work.FindAsync(unit.Id, task, cancellationToken))?.Value : null;
        return new SayReply(["request.gone", .. decided is { Extension: null, Decision: not null } ? ShowTask.Decided(turn, decided) : []]) { Buttons = [Choices.Requests, Choices.Summary] };
    }

    /// <summary>Approve, or say no.</summary>
    /// <param name="other">Another day than was asked for, if the leader named one.</param>
    public static IReadOnlyList<Choice> Offer(OpenRequest request, DateOnly? other = null)
    {
        return [Approve(request, other ?? request.Progress.Extension!.Until), new Choice("btn.reject", Decides(request, Decision.Reject))];
    }

    /// <summary>The buttons of one request on a card. Among several the reason is asked for on the card of the one.</summary>
    internal static IReadOnlyList<Choice> OfBlock(OpenRequest request, bool alone) =>
    [
        Approve(request, request.Progress.Extension!.Until),
        new Choice("btn.otherDate", Decides(request, Decision.Approve) with { Step = Step.ChooseDay }),
        new Choice("btn.reject", Decides(request, Decision.Reject) with { IsForm = alone }),
    ];

    private static Choice Approve(OpenRequest request, DateOnly until)
    {
        var command = Decides(request, Decision.Approve);
        return new Choice(new Phrase("btn.approveUntil", ("date", new ShortDate(until))), command with { Slots = command.Slots with { Deadline = until } });
    }

    private static Command Decides(OpenRequest request, Decision decision) =>
        new(Intent.DecideExtension, new Slots { Tasks = [new TaskReference(request.Task.Number)], Unit = request.Unit.Name, Decision = decision })
        {
            Shown = OpenRequests.Shows(request.Progress.Extension!, request.Progress.Due),
        };

    private async Task<OpenRequest[]> WaitingAsync(Turn turn, UnitScope scope, CancellationToken cancellationToken) =>
        [.. (await requests.FindAsync(turn, scope, cancellationToken)).Where(request => request.Progress.Extension is not null)];

    private Task<RequestsReply> SeveralAsync(Turn turn, Phrase heading, OpenRequest[] open, CancellationToken cancellationToken) =>
        requests.ShowAsync(turn, heading, open, [heading, .. open.Take(ListTasks.Page).Select(OpenRequests.Line), OpenRequests.Example(open)], cancellationToken);

    private async Task<Reply> ShowAsync(Turn turn, OpenRequest request, DateOnly? other, IReadOnlyList<Phrase> before, CancellationToken cancellationToken) =>
        await requests.ShowAsync(turn, OpenRequests.Heading(request), [request], [OpenRequests.Line(request)], cancellationToken) with { Before = before, Choices = Offer(request, other) };

    /// <summary>Another day than was asked for, chosen on a card.</summary>
    private static FormReply OtherDay(OpenRequest request, DateOnly due, IReadOnlyList<Phrase> wrong) => new(OpenRequests.Line(request), "extend.otherDay")
    {
        Before = wrong,
        Heading = OpenRequests.Heading(request),
        Facts =
        [
            new Fact("fact.task", new Phrase("btn.kept", ("words", ShortTitle.Of(request.Task.Title)))),
            new Fact("fact.due", new Phrase("date.plain", ("date", due))),
            new Fact("fact.asked", new Phrase("date.plain", ("date", request.Progress.Extension!.Until))),
        ],
        Fields = [new Field(FilledForm.Until, FieldKind.Day, "form.otherDay") { IsRequired = true, From = due.AddDays(1), Error = "form.day.error" }],
        Buttons = [new Choice("btn.approve", Decides(request, Decision.Approve) with { IsForm = true }), Choices.Requests],
    };

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
            later.Of(request.Unit.Name, turn.Now + ReportStatus.UndoTime))
        {
            Buttons = [Choices.Undo(turn, task.UnitId), Choices.Requests],
        };
    }
}
