using Directives.Language.Messages;
using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>
/// "Giao các trường mầm non nộp báo cáo bếp ăn trước 15/12": a task without a document. It is shown with its doers and its date, and on a yes goes
/// the way that a directive's tasks go, as a directive of its own that names who assigned it.
/// </summary>
public sealed class AssignTask(DirectiveTable directives, PublishDirective publish, LaterLine later) : IUseCase
{
    private const int GroupWordsRead = 8;

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role == Role.Principal) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.leaderOrClerk")));
        if (command.Slots.Unit is null && GroupIn(turn) is { } group) command = command with { Slots = command.Slots with { Unit = group } };
        var slots = command.Slots;
        if (slots.Note is not { } text || !text.Any(char.IsLetterOrDigit) || slots.Unit is not { } named) return Form(slots, command.IsForm ? ["form.assign.error"] : []);
        if (command.IsForm && turn.Message.Filled.GetValueOrDefault(FilledForm.Until) is { Length: > 0 } && slots.Deadline is null) return Form(slots, ["form.day.error"]);
        var scope = UnitScope.Of(turn, named);
        if (scope.Refusal is { } refusal) return command.IsForm && refusal is SayReply { Lines: var why } ? Form(slots, why) : refusal;
        return command.Confirmed
            ? await PublishAsync(turn, command, text, named, cancellationToken)
            : Check(turn, command with { IsForm = false, Shown = Fingerprint.Of(turn.Operation) }, text, scope);
    }

    /// <summary>What, by whom, until when: to be filled in on a card, and looked at before it is assigned.</summary>
    private static FormReply Form(Slots slots, IReadOnlyList<Phrase> wrong) => new("assign.example")
    {
        Before = wrong,
        Heading = "form.assign",
        Fields =
        [
            new Field(FilledForm.Note, FieldKind.Words, "form.assign.what") { Value = slots.Note, IsRequired = true, Error = "form.assign.error" },
            new Field(FilledForm.Who, FieldKind.Line, "form.assign.who") { Value = slots.Unit, IsRequired = true, Error = "form.assign.error" },
            new Field(FilledForm.Until, FieldKind.Day, "fact.due") { Value = slots.Deadline is { } due ? FilledForm.Value(due) : null },
        ],
        Buttons = [new Choice("btn.assignCheck", new Command(Intent.AssignTask) { IsForm = true }), new Choice("btn.notYet", Command.At(Step.Nothing))],
    };

    /// <summary>
    /// "Giao tất cả các trường nộp ...": bare words for many name no unit by themselves, but here they may be a group of the roster; it is shown before
    /// anything is assigned.
    /// </summary>
    private static string? GroupIn(Turn turn)
    {
        if (turn.Message.Pressed is not null) return null;
        string[] words = turn.Message.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var from = Array.FindIndex(words, word => NameText.Folded(word) == "giao") + 1;
        if (from == 0) return null;
        if (from < words.Length && NameText.Folded(words[from]) == "cho") from++;
        var names = UnitNames.Of(turn.Roster);
        for (var count = Math.Min(GroupWordsRead, words.Length - from); count > 0; count--)
        {
            var name = string.Join(' ', words[from..(from + count)]).Trim(',', ':', ';', '.');
            if (names.Find(name, turn.Today) is { IsFound: true, Group: { } group }) return group.Name;
        }

        return null;
    }

    private static SayReply Check(Turn turn, Command command, string text, UnitScope scope)
    {
        var slots = command.Slots;
        var count = turn.Roster.Units.Count(unit => scope.Contains(unit.Id));
        List<Phrase> lines =
        [
            new Phrase("assign.check"),
            new Phrase("assign.task", ("title", Title(text))),
            count == 1 ? new Phrase("draft.who", ("names", scope.Name ?? slots.Unit!)) : new Phrase("assign.who", ("names", scope.Name ?? slots.Unit!), ("n", count)),
        ];
        if (slots.Deadline is { } passed && passed < turn.Today) lines.Add(new Phrase("assign.due.past", ("date", passed)));
        else if (slots.Deadline is { } due)
        {
            lines.Add(command.Doubts.Contains(Doubt.YearInferred)
                ? new Phrase("assign.due.year", ("date", due), ("year", new Year(due.Year)))
                : new Phrase("draft.due", ("date", due)));
        }
        else if (slots.Recurrence is null)
        {
            lines.Add("assign.noDue");
        }

        return new SayReply(lines)
        {
            Choices = [new Choice("btn.assign", command with { Confirmed = true, Doubts = [] }), new Choice("btn.notYet", Command.At(Step.Nothing))],
        };
    }

    private async Task<Reply> PublishAsync(Turn turn, Command command, string text, string unit, CancellationToken cancellationToken)
    {
        var slots = command.Slots;
        // Made of the question, else of the message: whichever comes again is the same directive, and assigns nothing twice.
        var id = command.Shown is { } shown ? "said " + shown : string.Join(' ', "said", turn.Message.Channel, turn.Message.MessageId);
        if (await directives.FindAsync(id, cancellationToken) is { Value: { PublishedAs: { } by } known } && by != turn.Operation) return await AgainAsync(turn, known, cancellationToken);
        var directive = new Directive
        {
            Id = id,
            Head = new DirectiveHead { Kind = $"{turn.Words["assign.kind"]} {turn.Sender.Name}", Issuer = turn.SenderUnitName, Issued = turn.Today },
            Stage = DirectiveStage.Draft,
            ImportedAt = turn.Now,
            ImportedBy = turn.Sender.Id,
        };
        var draft = new TaskDraft
        {
            No = 1,
            Text = text,
            Audience = [unit],
            Kind = slots.Recurrence is not null ? TaskKind.Recurring : slots.Deadline is null ? TaskKind.Ongoing : TaskKind.OneOff,
            Deadline = slots.Deadline,
            Time = slots.Time,
            Recurrence = slots.Recurrence,
            Source = new Source(0, text.Length),
        };
        try
        {
            await directives.AddDraftAsync(
                directive, [new DirectiveTask { DirectiveId = id, Number = 1, Title = Title(text), Draft = draft }], cancellationToken);
        }
        catch (StoreConflictException)
        {
            // Begun by an earlier delivery of this message.
        }

        if (await IsTakenBackAsync(turn, id, cancellationToken) || await publish.HandleAsync(id, turn, cancellationToken) is not { } published) return new SayReply("repeat.done");
        turn.Talk = turn.Talk with { UndoDirective = id };
        turn.Show(published.FirstTask);
        return new SayReply(
            new Phrase("assign.done", ("task", new TaskName(published.FirstTask, Title(text))), ("units", published.Plan.Units)),
            later.OfUnits(turn.Now + PublishDirective.NoticeDelay))
        {
            Buttons = [Choices.UndoPublishing(turn.Operation, id), Choices.Task(published.FirstTask)],
        };
    }

    // Pressed twice: who is told that nothing was done might assign it once more.
    private async Task<Reply> AgainAsync(Turn turn, Directive known, CancellationToken cancellationToken)
    {
        if (known.Stage != DirectiveStage.Published || await directives.TasksAsync(known.Id, cancellationToken) is not [var task, ..]) return StaleCard.Old(turn);
        turn.Show(task.Number);
        return new SayReply(new Phrase("assign.already", ("task", new TaskName(task.Number, task.Title))))
        {
            Buttons = [Choices.UndoPublishing(known.PublishedAs!, known.Id), Choices.Task(task.Number)],
        };
    }

    // Delivered again, the message must not assign what was taken back since.
    private async Task<bool> IsTakenBackAsync(Turn turn, string id, CancellationToken cancellationToken) =>
        (await directives.FindAsync(id, cancellationToken))?.Value is { TakenBack: not null } known && known.PublishedAs == turn.Operation;

    private static string Title(string text)
    {
        var title = TaskTitle.Of(
            new TaskDraft { No = 1, Text = text, Kind = TaskKind.OneOff, Source = new Source(0, text.Length) }, ImportDirective.TitleCharacters);
        return string.Concat(char.ToUpperInvariant(title[0]).ToString(), title.AsSpan(1));
    }
}
