using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Việc 5 xin gia hạn đến 15/1 vì chờ thẩm định": asked back with both dates, then sent up. The deadline stands until a leader decides.</summary>
public sealed class RequestExtension(TaskFinder finder, WorkTable work, ChangeAssignment change, LaterLine later) : IUseCase
{
    /// <summary>More is a slip of the finger.</summary>
    internal const int MaxYears = 2;

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Principal) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.principal")));
        if (command.UnitId is { } shown && shown != turn.Sender.UnitId) return StaleCard.OfAnother(turn, shown);
        var found = await finder.FindAsync(turn, turn.Sender.UnitId, command.Slots.Tasks, cancellationToken);
        if (NotFound.Reply(turn, turn.SenderUnitName, found, command) is { } unclear) return unclear;
        if (found.Found.Count > 1) return NotFound.Which("ask.which", [.. found.Found.Select(task => task.Value)], command);

        var stored = found.Found[0];
        var task = stored.Value;
        turn.Show(task.Task);
        var name = new TaskName(task.Task, task.Title);
        if (task.Ended is not null) return await EndedTask.RefuseAsync(work, task, command, cancellationToken);
        if (task.State.IsDone) return StaleCard.Check(turn, command, task) ?? new SayReply(new Phrase("report.same.never", ("task", name), ("state", task.State)));
        if (!task.IsOwed) return new SayReply(new Phrase("extend.notYours", ("task", name)));
        if (task.Due is not { } due) return new SayReply(new Phrase("task.deadline.none", ("task", name)));
        var day = NewDay(command.Slots, due);
        // What is asked for already was perhaps asked for by this very button.
        if (day is { } same && task.Extension is { } known && known.Until == same && (command.Confirmed || known.Reason == command.Slots.Note))
        {
            return new SayReply(new Phrase("extend.sent", ("task", name), ("date", due)), "repeat.done");
        }

        if (StaleCard.Check(turn, command, task) is { } stale) return stale;
        if (day is not { } until)
        {
            turn.Await(Awaited.Day, command with { Slots = command.Slots with { Tasks = [new TaskReference(task.Task)] } });
            return Form(task, due, command.IsForm ? ["form.day.error"] : []);
        }

        if (until > due.AddYears(MaxYears)) return Again(command, task, due, new Phrase("extend.tooFar", ("new", until), ("n", MaxYears)));
        if (until <= due) return Again(command, task, due, new Phrase("extend.notLater", ("new", until), ("old", due)));
        if (command is { IsForm: true, Slots.Note: null }) return Form(task, due, ["form.reason.error"]);
        // Filled in on a card that shows both days it says what it means.
        if (command is { Confirmed: false, IsForm: false }) return Check(turn, command, task, due, until, name);

        try
        {
            await change.HandleAsync(
                turn,
                stored,
                task with { Extension = new ExtensionRequest(until, command.Slots.Note, turn.Now, turn.Sender.Id) },
                HistoryKind.ExtensionAsked,
                command.Slots.Note,
                cancellationToken);
        }
        catch (StoreConflictException)
        {
            return new SayReply(new Phrase("report.changed", ("task", name), ("state", task.State)));
        }

        return new SayReply(
            new Phrase("extend.sent", ("task", name), ("date", due)),
            later.Of((Phrase)"whom.leaders", turn.Now + ReportStatus.UndoTime))
        {
            Buttons = [Choices.Undo(turn, task.UnitId), Choices.Task(task.Task), Choices.Open],
        };
    }

    private static Reply Again(Command command, Assignment task, DateOnly due, Phrase wrong) =>
        command.IsForm ? Form(task, due, [wrong]) : new SayReply(wrong);

    /// <summary>Until when, and why: on a card to be filled in, and not to be sent without a reason.</summary>
    private static FormReply Form(Assignment task, DateOnly due, IReadOnlyList<Phrase> wrong)
    {
        var name = new TaskName(task.Task, task.Title);
        return new FormReply(new Phrase("extend.askDate", ("task", name), ("date", due), ("no", task.Task)))
        {
            Before = wrong,
            Heading = new Phrase("form.extend", ("no", task.Task)),
            Facts =
            [
                new Fact("fact.task", new Phrase("btn.kept", ("words", ShortTitle.Of(task.Title)))),
                new Fact("fact.due", new Phrase("form.due", ("date", due), ("left", new Left(due)))),
            ],
            Fields =
            [
                new Field(FilledForm.Until, FieldKind.Day, "form.until") { IsRequired = true, From = due.AddDays(1), Error = "form.day.error" },
                new Field(FilledForm.Reason, FieldKind.Words, "fact.reason") { IsRequired = true, Error = "form.reason.error" },
            ],
            Buttons =
            [
                new Choice("btn.sendRequest", new Command(Intent.RequestExtension, Choices.Of(task.Task)) { IsForm = true }.Of(task)),
                new Choice("btn.notSend", Command.At(Step.Nothing)),
            ],
        };
    }

    private static SayReply Check(Turn turn, Command command, Assignment task, DateOnly due, DateOnly until, TaskName name)
    {
        List<Phrase> lines =
        [
            new Phrase("extend.check"),
            new Phrase("extend.task", ("task", name)),
            command.Doubts.Contains(Doubt.YearInferred)
                ? new Phrase("extend.line.year", ("old", due), ("new", until), ("n", until.DayNumber - due.DayNumber), ("year", new Year(until.Year)))
                : new Phrase("extend.line", ("old", due), ("new", until), ("n", until.DayNumber - due.DayNumber)),
        ];
        if (command.Slots.Note is { } reason) lines.Add(new Phrase("extend.reason", ("words", reason)));
        var send = (command with
        {
            Confirmed = true,
            Slots = command.Slots with { Tasks = [new TaskReference(task.Task)], Deadline = until, ExtendBy = null },
        }).Of(task);
        turn.Await(Awaited.Grounds, send with { Confirmed = false });
        return new SayReply(lines) { Choices = [new Choice("btn.sendRequest", send), new Choice("btn.notSend", Command.At(Step.Nothing))] };
    }

    /// <summary>The day asked for: named, or counted from the old one; a month that lacks the day ends on its last (BLDS 2015, Điều 148).</summary>
    internal static DateOnly? NewDay(Slots slots, DateOnly due)
    {
        if (slots.Deadline is { } day) return day;
        if (slots.ExtendBy is not ['P', .., var unit] duration || !int.TryParse(duration.AsSpan(1, duration.Length - 2), out var n) || n is < 1 or > 1_000) return null;
        return unit switch
        {
            'D' => due.AddDays(n),
            'W' => due.AddDays(7 * n),
            'M' => due.AddMonths(n),
            'Y' => due.AddYears(n),
            _ => null,
        };
    }
}
