using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Duyệt Hoa Sen", "không duyệt việc 12 vì ...": a leader's answer to a request for more time. A rejection needs its reason.</summary>
public sealed class DecideExtension(OpenRequests requests, WorkTable work, ChangeAssignment change) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Leader) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.leader")));
        var slots = command.Slots;
        var scope = UnitScope.Of(turn, slots.Unit);
        if (scope.Refusal is { } refusal) return refusal;
        OpenRequest[] open =
        [
            .. (await requests.FindAsync(turn, scope, cancellationToken)).Where(request => request.Progress.Extension is not null
                && (slots.Tasks.Count == 0 || slots.Tasks.Any(task => task.Number is not { } number || number == request.Task.Number))),
        ];
        if (open.Length == 0) return new SayReply(turn.IsRepeat ? "repeat.done" : "requests.none");
        if (open.Length > 1)
        {
            return new SayReply(
            [
                new Phrase("requests.head", ("n", open.Length)),
                .. open.Take(ListTasks.Page).Select(OpenRequests.Line),
                new Phrase("requests.example", ("unit", open[0].Unit.Name)),
            ]);
        }

        var request = open[0];
        if (await work.FindAsync(request.Unit.Id, request.Task.Number, cancellationToken) is not { Value: { Extension: { } asked, Due: { } due } } stored)
        {
            return new SayReply("requests.none");
        }

        turn.Show(request.Task.Number);
        // Delivered again, "duyệt" would fit the next request as well as it fitted the one that it was meant for.
        if (slots.Decision is null || command.Doubts.Count > 0 || turn.IsRepeat) return new SayReply(OpenRequests.Line(request)) { Choices = Offer(request) };
        var until = slots.Decision == Decision.Reject ? (DateOnly?)null : slots.Deadline ?? asked.Until;
        if (until is null && slots.Note is null)
        {
            return new SayReply(new Phrase("req.askReason"), new Phrase("req.example", ("no", request.Task.Number), ("unit", request.Unit.Name)));
        }

        if (until <= due) return new SayReply(new Phrase("extend.notLater", ("new", until.Value), ("old", due)));
        return await DecideAsync(turn, stored, new ExtensionDecision(asked.Until, until, slots.Note, turn.Now, turn.Sender.Id), request, cancellationToken);
    }

    /// <summary>Approve as asked, or say no.</summary>
    public static IReadOnlyList<Choice> Offer(OpenRequest request)
    {
        var slots = new Slots { Tasks = [new TaskReference(request.Task.Number)], Unit = request.Unit.Name };
        return
        [
            new Choice(
                new Phrase("btn.approveUntil", ("date", new ShortDate(request.Progress.Extension!.Until))),
                new Command(Intent.DecideExtension, slots with { Decision = Decision.Approve, Deadline = request.Progress.Extension.Until })),
            new Choice("btn.reject", new Command(Intent.DecideExtension, slots with { Decision = Decision.Reject })),
        ];
    }

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
                task with { Extension = null, Decision = decision, Due = decision.Until ?? task.Due },
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
