using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>
/// A file from a principal is evidence. Words that come with it may say of which task; otherwise that is asked, and the file is held meanwhile.
/// The status stays what it is: a picture is no report.
/// </summary>
public sealed class AttachEvidence(IFileStore files, WorkTable work, ChangeAssignment change, MessageReader reader) : IUseCase
{
    /// <summary>Files that may be held at once.</summary>
    private const int MaxHeld = 10;

    private const int Attempts = 3;
    private const int TasksShown = 5;

    private sealed record CheckedFile(ReadOnlyMemory<byte> Content, string Name, FileKind Kind);

    /// <summary>Answers which task the held files are for.</summary>
    public static Command To(int task) => Command.At(Step.AttachFiles) with { Slots = Choices.Of(task) };

    /// <summary>The files of a message.</summary>
    /// <param name="text">The words that came with them.</param>
    public async Task<Reply> ReceiveAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Principal) return Denied();
        var received = new List<CheckedFile>();
        foreach (var file in turn.Message.Files)
        {
            var name = FileName.Shown(file.Name);
            // All or none: of three pictures nobody should have to find out which one is missing.
            if (Refusal(file.Content) is { } reason) return new SayReply(new Phrase("error.file", ("name", name), ("reason", (Phrase)reason)));
            received.Add(new CheckedFile(file.Content, name, FileContent.KindOf(file.Content)!.Value));
        }

        if (await NamedAsync(turn, text, cancellationToken) is { } stored)
        {
            var evidence = new List<Evidence>();
            foreach (var file in received) evidence.Add(Of(turn, await files.KeepAsync(file.Content, cancellationToken), file.Name, file.Kind, file.Content.Length));
            return await AttachAsync(turn, stored, evidence, cancellationToken);
        }

        return await HoldAsync(turn, received, cancellationToken);
    }

    /// <summary>The answer to which task.</summary>
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Principal) return Denied();
        if (command.Step == Step.AddEvidence) return await WaitForFileAsync(turn, command, cancellationToken);
        var held = TalkState.IsFresh(turn.Talk.HeldAt, turn.Now) ? turn.Talk.Held : [];
        if (held.Count == 0) return new SayReply("evidence.gone");
        // Files that came after the card are not among those it asks about.
        if (command.Shown is { } shown && shown != Shows(held)) return await AskAsync(turn, ["card.old"], cancellationToken);
        if (command.Step == Step.DropFiles)
        {
            foreach (var file in held) await files.DropHeldAsync(file.Id, cancellationToken);
            turn.Talk = turn.Talk with { Held = [] };
            return new SayReply(new Phrase("evidence.dropped", ("n", held.Count)));
        }

        var number = command.Slots.Tasks is [{ Number: { } one }, ..] ? one : 0;
        if (await work.FindAsync(turn.Sender.UnitId, number, cancellationToken) is not { } stored)
        {
            return await AskAsync(turn, [new Phrase("task.unknown", ("unit", turn.SenderUnitName), ("no", number))], cancellationToken);
        }

        var evidence = new List<Evidence>();
        foreach (var file in held)
        {
            if (await files.KeepHeldAsync(file.Id, cancellationToken) is { } hash) evidence.Add(Of(turn, hash, file.Name, file.Kind, file.Size));
        }

        turn.Talk = turn.Talk with { Held = [] };
        return evidence.Count == 0 ? new SayReply("evidence.gone") : await AttachAsync(turn, stored, evidence, cancellationToken);
    }

    /// <summary>The next file that comes without words is for this task.</summary>
    private async Task<Reply> WaitForFileAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (command.Slots.Tasks is not [{ Number: { } number }] || await work.FindAsync(turn.Sender.UnitId, number, cancellationToken) is not { Value: var task }) return StaleCard.Old(turn);
        turn.Show(number);
        turn.Await(Awaited.File, command);
        return new SayReply(new Phrase("evidence.send", ("task", new TaskName(number, task.Title)))) { Buttons = [Choices.Task(number)] };
    }

    private async Task<Reply> AttachAsync(Turn turn, StoredAssignment stored, IReadOnlyList<Evidence> evidence, CancellationToken cancellationToken)
    {
        var number = stored.Value.Task;
        var operation = turn.Operation + " evidence";
        turn.Show(number);
        if (stored.Value.Ended is { } ended) return new SayReply(EndedTask.Line(number, stored.Value.Title, ended), "ended.nothing");
        // An earlier delivery did it, and its answer may not have arrived.
        if (turn.IsRepeat && await work.HasRunAsync(stored.Value.UnitId, operation, cancellationToken)) return Saved(turn, stored.Value, evidence.Count);
        for (var attempt = 1; ; attempt++)
        {
            var task = stored.Value;
            Evidence[] added = [.. evidence.DistinctBy(file => file.Hash).Where(file => task.Evidence.All(known => known.Hash != file.Hash))];
            var name = new TaskName(number, task.Title);
            if (added.Length == 0) return new SayReply(new Phrase("evidence.same", ("task", name)));
            if (task.Evidence.Count + added.Length > Evidence.MaxPerAssignment) return new SayReply(new Phrase("evidence.full", ("task", name), ("n", Evidence.MaxPerAssignment)));
            try
            {
                await change.HandleAsync(
                    turn,
                    stored,
                    task with { Evidence = [.. task.Evidence, .. added] },
                    HistoryKind.EvidenceAdded,
                    string.Join(", ", added.Select(file => file.Name)),
                    operation,
                    cancellationToken);
                return Saved(turn, task, added.Length);
            }
            catch (StoreConflictException) when (attempt < Attempts)
            {
                // Somebody of the unit was first.
                stored = (await work.FindAsync(task.UnitId, number, cancellationToken))!;
            }
        }
    }

    private static SayReply Saved(Turn turn, Assignment task, int count) =>
        new(new Phrase("evidence.saved", ("n", count), ("task", new TaskName(task.Task, task.Title)), ("state", task.State)))
        {
            Buttons = [Choices.Undo(turn, task.UnitId, turn.Operation + " evidence"), Choices.Task(task.Task)],
        };

    /// <summary>The one task that the words name, by its number or by its title.</summary>
    private async Task<StoredAssignment?> NamedAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (text.Length == 0 && turn.Talk is { Awaits: Awaited.File, AwaitedFor.Slots.Tasks: [{ Number: { } awaited }] } && TalkState.IsFresh(turn.Talk.AskedAt, turn.Now))
        {
            return await work.FindAsync(turn.Sender.UnitId, awaited, cancellationToken);
        }

        if (text.Length is 0 or > Assistant.MaxCharacters) return null;
        var numbers = reader.TasksNamed(text);
        if (numbers.Count > 0) return numbers is [var number] ? await work.FindAsync(turn.Sender.UnitId, number, cancellationToken) : null;
        var open = await work.OpenUntilAsync(turn.Sender.UnitId, null, cancellationToken);
        return TaskFinder.Best(open, text, task => task.Title, _ => "") is [var named] ? await work.FindAsync(turn.Sender.UnitId, named.Task, cancellationToken) : null;
    }

    private async Task<Reply> HoldAsync(Turn turn, IReadOnlyList<CheckedFile> received, CancellationToken cancellationToken)
    {
        // Pictures are often sent one by one, each a message of its own.
        List<HeldFile> held = [.. TalkState.IsFresh(turn.Talk.HeldAt, turn.Now) ? turn.Talk.Held : []];
        foreach (var file in received)
        {
            if (held.Exists(known => FileId.HashOfHeld(known.Id) == FileId.Hash(file.Content.Span))) continue;
            if (held.Count == MaxHeld) return new SayReply(new Phrase("evidence.tooMany", ("n", MaxHeld)));
            held.Add(new HeldFile(await files.HoldAsync(file.Content, turn.Now, cancellationToken), file.Name, file.Kind, file.Content.Length));
        }

        turn.Talk = turn.Talk with { Held = held, HeldAt = turn.Now };
        return await AskAsync(turn, [], cancellationToken);
    }

    private async Task<Reply> AskAsync(Turn turn, IReadOnlyList<Phrase> before, CancellationToken cancellationToken)
    {
        var open = await work.OpenUntilAsync(turn.Sender.UnitId, null, cancellationToken);
        // Evidence may come after the report.
        var tasks = open.Count > 0 ? open : await work.ListAsync(turn.Sender.UnitId, cancellationToken);
        if (tasks.Count == 0) return new SayReply(new Phrase("list.empty", ("unit", turn.SenderUnitName)));
        var shown = Shows(turn.Talk.Held);
        Assignment[] some = [.. tasks.OrderByDescending(task => turn.RecentlyShown.Contains(task.Task)).Take(TasksShown)];
        return new SayReply(
        [
            .. before,
            new Phrase("evidence.which", ("n", turn.Talk.Held.Count), ("time", turn.Talk.HeldAt)),
            .. some.Select(task => NotFound.Line(task.Task, task.Title, task.Due)),
            new Phrase("evidence.held"),
        ])
        {
            ChoosesTask = true,
            Choices = [.. some.Select(task => new Choice(new Phrase("btn.task", ("no", task.Task)), To(task.Task) with { Shown = shown }))],
            Buttons = [new Choice("btn.dropFiles", Command.At(Step.DropFiles) with { Shown = shown })],
        };
    }

    private static string Shows(IEnumerable<HeldFile> held) => Fingerprint.Of(held.Select(file => file.Id));

    private static string? Refusal(ReadOnlyMemory<byte> content) =>
        content.Length == 0 ? "file.empty" : content.Length > Evidence.MaxBytes ? "file.tooLarge" : FileContent.KindOf(content) is null ? "evidence.kind" : null;

    private static Evidence Of(Turn turn, string hash, string name, FileKind kind, int size) => new(hash, name, kind, size, turn.Now, turn.Sender.Id);

    private static SayReply Denied() => new(new Phrase("role.denied", ("role", (Phrase)"role.principal")));
}
