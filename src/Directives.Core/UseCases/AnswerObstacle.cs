using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Trả lời Hoa Sen việc 7: phường sẽ cấp 20 triệu": a leader's answer to an obstacle, told to the unit once it can no longer be undone.</summary>
public sealed class AnswerObstacle(OpenRequests requests, WorkTable work, ChangeAssignment change, LaterLine later) : IUseCase
{
    public static Command Of(AnsweringObstacle answering) => Command.At(Step.AnswerObstacle) with
    {
        Slots = new Slots { Tasks = answering.Task is { } task ? [new TaskReference(task)] : [], Unit = answering.Unit, Note = answering.Words },
    };

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Leader) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.leader")));
        var slots = command.Slots;
        var scope = UnitScope.Of(turn, slots.Unit);
        if (scope.Refusal is { } refusal) return refusal;
        var task = slots.Tasks is [{ Number: { } number }] ? number : (int?)null;
        var open = (await WaitingAsync(turn, scope, cancellationToken)).Where(request => task is null || request.Task.Number == task).ToArray();
        if (open.Length == 0) return await NoneAsync(turn, command, scope, task, cancellationToken);
        if (open.Length > 1) return await SeveralAsync(turn, new Phrase("obstacle.which", ("n", open.Length)), open, cancellationToken);

        var request = open[0];
        turn.Show(request.Task.Number);
        if (await work.FindAsync(request.Unit.Id, request.Task.Number, cancellationToken) is not { Value: { IsOpen: true, Obstacle: { } met } } stored)
        {
            return new SayReply("obstacle.none");
        }

        request = request with { Progress = UnitProgress.Of(stored.Value) with { Extension = null } };
        if (command.Shown is { } shown && shown != OpenRequests.Shows(met)) return await ShowAsync(turn, request, ["card.old"], cancellationToken);
        // Delivered again, the words would fit the unit's next obstacle as well as they fitted the one that they were meant for.
        if (turn.IsRepeat) return await ShowAsync(turn, request, [], cancellationToken);
        if (slots.Note is not { } words) return await ShowAsync(turn, request, command.IsForm || command.Shown is null ? ["form.answer.error"] : [], cancellationToken);
        if (words.Length > FilledForm.MaxCharacters)
        {
            return await ShowAsync(turn, request, [new Phrase("obstacle.answer.long", ("n", FilledForm.MaxCharacters))], cancellationToken);
        }

        return await AnswerAsync(turn, stored, new ObstacleAnswer(met.Note, words, turn.Now, turn.Sender.Id), request, cancellationToken);
    }

    /// <summary>How to answer it in words.</summary>
    public static Phrase Example(OpenRequest request) => new("obstacle.example", ("unit", request.Unit.Name), ("no", request.Task.Number));

    /// <summary>The answer as the unit reads it.</summary>
    internal static Phrase Line(Assignment task, ObstacleAnswer answer, string leader) =>
        new("obstacle.answer", ("leader", leader), ("task", new TaskName(task.Task, task.Title)), ("answer", answer.Words));

    internal static Field Words { get; } = new(FilledForm.Answer, FieldKind.Words, "form.answer") { IsRequired = true, Error = "form.answer.error" };

    /// <summary>The button of one obstacle on a card. Among several the words are asked for on the card of the one.</summary>
    internal static Choice OfBlock(OpenRequest request, bool alone) => new("btn.answer", Command.At(Step.AnswerObstacle) with
    {
        Slots = Choices.Of(request.Task.Number) with { Unit = request.Unit.Name },
        Shown = OpenRequests.Shows(request.Progress.Obstacle!),
        IsForm = alone,
    });

    // Answered already, perhaps by this very button pressed twice, or done meanwhile: what there is now is told.
    private async Task<Reply> NoneAsync(Turn turn, Command command, UnitScope scope, int? task, CancellationToken cancellationToken)
    {
        if (turn.IsRepeat) return new SayReply("repeat.done");
        var stored = scope.Unit is { } unit && task is { } number ? (await work.FindAsync(unit.Id, number, cancellationToken))?.Value : null;
        Phrase heading = command.Shown is null ? "obstacle.none" : "obstacle.gone";
        if (stored is not null) return new SayReply(heading, Present(turn, stored)) { Buttons = [Choices.Requests, Choices.Summary] };
        if (command.Shown is not null) return new SayReply(heading) { Buttons = [Choices.Requests, Choices.Summary] };
        var others = await WaitingAsync(turn, UnitScope.Of(turn, null), cancellationToken);
        return others.Length == 0 ? new SayReply(heading) : await SeveralAsync(turn, "obstacle.noMatch", others, cancellationToken);
    }

    private static Phrase Present(Turn turn, Assignment task)
    {
        if (task.Ended is { } ended) return EndedTask.Line(task.Task, task.Title, ended);
        if (task is { IsOpen: true, Answer: { } answer }) return Line(task, answer, turn.Roster.FindPerson(answer.By)?.Name ?? answer.By);
        var name = ("task", (object)new TaskName(task.Task, task.Title));
        return task.ReportedAt is { } at
            ? new Phrase("task.state", name, ("state", task.State), ("time", at), ("date", VietnamTime.Day(at)))
            : new Phrase("task.state.never", name, ("state", task.State));
    }

    private async Task<OpenRequest[]> WaitingAsync(Turn turn, UnitScope scope, CancellationToken cancellationToken) =>
        [.. (await requests.FindAsync(turn, scope, cancellationToken)).Where(request => request.Progress.Obstacle is not null)];

    private Task<RequestsReply> SeveralAsync(Turn turn, Phrase heading, OpenRequest[] open, CancellationToken cancellationToken) =>
        requests.ShowAsync(turn, heading, open, [heading, .. open.Take(ListTasks.Page).Select(OpenRequests.Line), Example(open[0])], cancellationToken);

    private async Task<Reply> ShowAsync(Turn turn, OpenRequest request, IReadOnlyList<Phrase> before, CancellationToken cancellationToken) =>
        await requests.ShowAsync(turn, OpenRequests.Heading(request), [request], [OpenRequests.Line(request), Example(request)], cancellationToken) with
        {
            Before = before,
        };

    private async Task<Reply> AnswerAsync(Turn turn, StoredAssignment stored, ObstacleAnswer answer, OpenRequest request, CancellationToken cancellationToken)
    {
        var (task, name) = (stored.Value, new TaskName(stored.Value.Task, stored.Value.Title));
        try
        {
            await change.HandleAsync(turn, stored, task with { Obstacle = null, Answer = answer }, HistoryKind.ObstacleAnswered, answer.Words, cancellationToken);
        }
        catch (StoreConflictException)
        {
            return new SayReply(new Phrase("report.changed", ("task", name), ("state", task.State)));
        }

        return new SayReply(
            new Phrase("obstacle.answered", ("unit", request.Unit.Name), ("task", name), ("answer", answer.Words)),
            later.Of(request.Unit.Name, turn.Now + ReportStatus.UndoTime))
        {
            Buttons = [Choices.Undo(turn, task.UnitId), Choices.Requests],
        };
    }
}
