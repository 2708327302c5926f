using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>A unit's open request or obstacle, as a leader reads it.</summary>
public sealed record OpenRequest(Unit Unit, IndexedTask Task, UnitProgress Progress);

/// <summary>Finds what waits for a leader, among the units that the asker may see.</summary>
public sealed class OpenRequests(ProgressTable progress, DirectiveTable directives, WorkTable work)
{
    /// <summary>What a request for more time was shown with: another day, another due day or a request made anew make its buttons stale.</summary>
    public static string Shows(ExtensionRequest asked, DateOnly? due) =>
        Fingerprint.Of(Keys.Instant(asked.At), Keys.Day(asked.Until), due is { } day ? Keys.Day(day) : "");

    /// <summary>What an obstacle was shown with: one reported anew, or further, makes its button stale.</summary>
    public static string Shows(Obstacle met) => Fingerprint.Of(Keys.Instant(met.At), met.Note);

    /// <summary>The requests as a card shows them: with what there is to decide them by, and their answers for a leader.</summary>
    /// <param name="lines">How the same is said in text.</param>
    public async Task<RequestsReply> ShowAsync(Turn turn, Phrase heading, IReadOnlyList<OpenRequest> open, IReadOnlyList<Phrase> lines, CancellationToken cancellationToken)
    {
        var shown = open.Take(ListTasks.Page).ToArray();
        var blocks = new List<RequestBlock>();
        foreach (var request in shown) blocks.Add(await BlockAsync(request, turn.Today, turn.Sender.Role == Role.Leader, shown.Length == 1, cancellationToken));
        return new RequestsReply(lines)
        {
            Heading = heading,
            Blocks = blocks,
            More = open.Count - shown.Length,
            Fields = shown is [var one] && turn.Sender.Role == Role.Leader ? [FieldOf(one)] : [],
            Refresh = shown is [var only] ? Again(only) : null,
        };
    }

    /// <summary>One request, for the leader whom a notice tells of it.</summary>
    public async Task<RequestsReply> ShowOneAsync(Phrase heading, OpenRequest request, DateOnly today, IReadOnlyList<Phrase> lines, CancellationToken cancellationToken) => new(lines)
    {
        Heading = heading,
        Blocks = [await BlockAsync(request, today, true, true, cancellationToken)],
        Fields = [FieldOf(request)],
        Choices = request.Progress.Extension is not null ? DecideExtension.Offer(request) : [],
        Refresh = Again(request),
    };

    // Answered meanwhile, perhaps by another leader, it waits no longer.
    private static Command Again(OpenRequest request) => new(Intent.ListRequests, Choices.Of(request.Task.Number) with { Unit = request.Unit.Name });

    private static Field FieldOf(OpenRequest request) =>
        request.Progress.Extension is null ? AnswerObstacle.Words : new Field(FilledForm.Reason, FieldKind.Words, "form.rejectReason");

    private async Task<RequestBlock> BlockAsync(OpenRequest request, DateOnly today, bool decides, bool alone, CancellationToken cancellationToken)
    {
        var progress = request.Progress;
        return new RequestBlock
        {
            Unit = request.Unit.Name,
            Task = new TaskRow
            {
                No = request.Task.Number,
                Title = request.Task.Title,
                Due = progress.Due,
                State = progress.State,
                Class = progress.ClassAt(today),
            },
            Until = progress.Extension?.Until,
            Words = progress.Extension is { } asked ? asked.Reason : progress.Obstacle!.Note,
            Proposal = progress.Extension is null ? progress.Obstacle!.Proposal : null,
            Times = progress.Extension is null ? null : await TimesAsync(request, cancellationToken),
            Choices = !decides ? [] : progress.Extension is not null ? DecideExtension.OfBlock(request, alone) : [AnswerObstacle.OfBlock(request, alone)],
        };
    }

    // What was taken back was not asked: only the last change can be.
    private async Task<int> TimesAsync(OpenRequest request, CancellationToken cancellationToken)
    {
        var happened = new Stack<HistoryKind>();
        await foreach (var one in work.HistoryAsync(request.Unit.Id, request.Task.Number, cancellationToken))
        {
            if (one.Kind != HistoryKind.Undone) happened.Push(one.Kind);
            else if (happened.Count > 0) happened.Pop();
        }

        return Math.Max(1, happened.Count(kind => kind == HistoryKind.ExtensionAsked));
    }

    public async Task<IReadOnlyList<OpenRequest>> FindAsync(Turn turn, UnitScope scope, CancellationToken cancellationToken)
    {
        var open = new List<OpenRequest>();
        var tasks = await directives.IndexAsync(cancellationToken);
        var byTask = await progress.OfTasksAsync([.. tasks.Select(task => task.Number)], cancellationToken);
        foreach (var task in tasks)
        {
            foreach (var unit in byTask[task.Number])
            {
                if (unit is { Extension: null, Obstacle: null } || !scope.Contains(unit.UnitId)) continue;
                if (turn.Roster.FindUnit(unit.UnitId) is not { } known) continue;
                // A request and an obstacle of one task are two things to answer.
                if (unit.Extension is not null) open.Add(new OpenRequest(known, task, unit with { Obstacle = null }));
                if (unit.Obstacle is not null) open.Add(new OpenRequest(known, task, unit with { Extension = null }));
            }
        }

        return [.. open.OrderBy(request => request.Progress.Extension?.At ?? request.Progress.Obstacle!.At)];
    }

    /// <summary>How to decide one of them in words: by the unit where it has but one, else by the task too.</summary>
    public static Phrase Example(IReadOnlyList<OpenRequest> open)
    {
        var first = open[0];
        return open.Count(request => request.Unit == first.Unit) == 1
            ? new Phrase("requests.example", ("unit", first.Unit.Name))
            : new Phrase("requests.example.task", ("unit", first.Unit.Name), ("no", first.Task.Number));
    }

    public static Phrase Heading(OpenRequest request) =>
        new(request.Progress.Extension is null ? "request.obstacle.head" : "request.head", ("unit", request.Unit.Name), ("no", request.Task.Number));

    public static Phrase Line(OpenRequest request) => request.Progress.Extension is { } asked
        ? new Phrase(
            asked.Reason is null ? "request.extension.bare" : "request.extension",
            ("unit", request.Unit.Name),
            ("no", request.Task.Number),
            ("date", asked.Until),
            ("words", asked.Reason ?? ""))
        : new Phrase("request.obstacle", ("unit", request.Unit.Name), ("no", request.Task.Number), ("words", request.Progress.Obstacle!.Note));
}
