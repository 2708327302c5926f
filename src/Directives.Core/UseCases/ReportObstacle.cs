using System.Globalization;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>"Việc 5 vướng kinh phí, đề nghị phường cấp 20 triệu": kept with the unit's proposal, and told to the leaders once it can no longer be undone.</summary>
public sealed class ReportObstacle(TaskFinder finder, WorkTable work, ChangeAssignment change, LaterLine later) : IUseCase
{
    /// <summary>What all obstacles of a task may come to.</summary>
    private const int MaxCharacters = 2_000;

    private static readonly string[] ProposalWords = ["de nghi", "kien nghi", "xin ho tro", "mong"];

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Principal) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.principal")));
        if (command.UnitId is { } shown && shown != turn.Sender.UnitId) return StaleCard.OfAnother(turn, shown);
        var found = await finder.FindAsync(turn, turn.Sender.UnitId, command.Slots.Tasks, cancellationToken);
        if (NotFound.Reply(turn, turn.SenderUnitName, found, command) is { } unclear) return unclear;
        if (found.Found.Count > 1) return NotFound.Which("ask.which", [.. found.Found.Select(task => task.Value)], command);

        var stored = found.Found[0];
        var name = new TaskName(stored.Value.Task, stored.Value.Title);
        turn.Show(stored.Value.Task);
        if (stored.Value.Ended is not null) return await EndedTask.RefuseAsync(work, stored.Value, command, cancellationToken);
        if (StaleCard.Check(turn, command, stored.Value) is { } stale) return stale;
        // "Việc 9 vướng" says that there is an obstacle, and not which.
        if (command.Slots.Note is not { } words || (!command.IsForm && !words.Trim().Contains(' ', StringComparison.Ordinal)))
        {
            turn.Await(Awaited.Obstacle, command with { Slots = command.Slots with { Tasks = [new TaskReference(stored.Value.Task)] } });
            return Form(stored.Value, command.IsForm ? ["form.obstacle.error"] : []);
        }

        var (note, proposal) = command.IsForm ? (words, command.Proposal) : command.Proposal is { } own ? (words, own) : Split(words);
        // Said again it is no news, and the leaders are not told of it again.
        var known = stored.Value.IsOpen ? stored.Value.Obstacle : null;
        if (known is not null && Has(known.Note, note) && (proposal is null || (known.Proposal is { } wanted && Has(wanted, proposal))))
        {
            return new SayReply(new Phrase("obstacle.saved", ("task", name), ("note", note)), "repeat.done");
        }

        if (known is not null && known.Note.Length + note.Length > MaxCharacters) return new SayReply(new Phrase("obstacle.full", ("task", name)));
        // Leaders hear of no obstacle of a task that is done: either it is not, or the words are about another one.
        if (stored.Value.State.IsDone && !command.Confirmed)
        {
            var reopen = (command with { Confirmed = true, IsForm = false, Slots = command.Slots with { Tasks = [new TaskReference(stored.Value.Task)] } }).Of(stored.Value);
            return new SayReply(new Phrase("obstacle.isDone", ("task", name))) { Choices = [new Choice("btn.reopen", reopen), Choices.Nothing] };
        }

        var open = stored.Value.State.IsDone ? stored.Value.Reported(WorkState.InProgress(null), turn.Now, turn.Sender.Id) : stored.Value;
        try
        {
            await change.HandleAsync(
                turn,
                stored,
                open with { Obstacle = new Obstacle(Add(known?.Note, note, turn.Today)!, Add(known?.Proposal, proposal, turn.Today), turn.Now, turn.Sender.Id) },
                HistoryKind.ObstacleReported,
                words,
                cancellationToken);
        }
        catch (StoreConflictException)
        {
            return new SayReply(new Phrase("report.changed", ("task", name), ("state", stored.Value.State)));
        }

        List<Phrase> lines = [new Phrase("obstacle.saved", ("task", name), ("note", note))];
        if (proposal is not null) lines.Add(new Phrase("obstacle.proposal", ("words", proposal)));
        if (known is not null) lines.Add(new Phrase("obstacle.earlier", ("words", known.Note)));
        if (stored.Value.State.IsDone) lines.Add(new Phrase("obstacle.reopened", ("no", stored.Value.Task), ("state", open.State)));
        lines.Add(later.Of((Phrase)"whom.leaders", turn.Now + ReportStatus.UndoTime));
        return new SayReply(lines) { Buttons = [Choices.Undo(turn, stored.Value.UnitId), Choices.Task(stored.Value.Task), Choices.Open] };
    }

    private static FormReply Form(Assignment task, IReadOnlyList<Phrase> wrong) =>
        new(new Phrase("obstacle.askWhat", ("task", new TaskName(task.Task, task.Title)), ("no", task.Task)))
        {
            Before = wrong,
            Heading = new Phrase("form.obstacle", ("no", task.Task)),
            Facts = [new Fact("fact.task", new Phrase("btn.kept", ("words", ShortTitle.Of(task.Title))))],
            Fields =
            [
                new Field(FilledForm.Note, FieldKind.Words, "form.obstacle.note") { IsRequired = true, Error = "form.obstacle.error" },
                new Field(FilledForm.Proposal, FieldKind.Words, "form.obstacle.proposal"),
            ],
            Buttons =
            [
                new Choice("btn.sendObstacle", new Command(Intent.ReportObstacle, Choices.Of(task.Task)) { IsForm = true }.Of(task)),
                new Choice("btn.notSend", Command.At(Step.Nothing)),
            ],
        };

    /// <summary>A further obstacle does not take the place of the one before: whoever answers has to know both.</summary>
    private static string? Add(string? before, string? further, DateOnly day)
    {
        if (before is null || further is null || Has(before, further)) return before ?? further;
        return $"{before}; {day.ToString("dd'/'MM", CultureInfo.InvariantCulture)}: {further}";
    }

    private static bool Has(string notes, string note) =>
        notes == note || notes.StartsWith(note + "; ", StringComparison.Ordinal) || notes.EndsWith(": " + note, StringComparison.Ordinal) || notes.Contains($": {note}; ", StringComparison.Ordinal);

    /// <summary>The trouble and, after "đề nghị", what the unit proposes.</summary>
    private static (string Note, string? Proposal) Split(string words)
    {
        var folded = VietnameseText.Fold(words);
        foreach (var mark in ProposalWords)
        {
            var at = folded.IndexOf(mark, StringComparison.Ordinal);
            if (at <= 0 || at + mark.Length >= words.Length) continue;
            return (words[..at].TrimEnd(' ', ',', ';', '.', '-'), words[(at + mark.Length)..].Trim(' ', ':', ','));
        }

        return (words, null);
    }
}
