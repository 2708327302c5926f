using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>What a publishing did to tasks that were there before.</summary>
/// <param name="Superseded">The tasks of earlier directives that nobody owes any longer.</param>
/// <param name="Extended">Those that got more time.</param>
/// <param name="ByUnit">Of each unit, the tasks that changed.</param>
public sealed record SupersededTasks(IReadOnlyList<int> Superseded, IReadOnlyList<int> Extended, IReadOnlyDictionary<string, IReadOnlyList<int>> ByUnit);

/// <summary>
/// Carries out what a directive does to earlier ones: open assignments are superseded or get more time, finished ones stay finished, and the
/// history keeps everything. Each change carries the name of the publishing, so that it can be gone on with after a crash, and taken back with it.
/// </summary>
public sealed class SupersedeTasks(DirectiveTable directives, ProgressTable progress, AmendAssignments amend)
{
    private sealed record Change(Ending? Ended, DateOnly? Until);

    /// <param name="directive">With its earlier directives fixed.</param>
    /// <param name="tasks">Its tasks, with their numbers.</param>
    public async Task<SupersededTasks> HandleAsync(Directive directive, IReadOnlyList<DirectiveTask> tasks, CancellationToken cancellationToken)
    {
        var changes = await ChangesAsync(directive, tasks, cancellationToken);
        if (changes.Count == 0) return new SupersededTasks([], [], new Dictionary<string, IReadOnlyList<int>>());
        foreach (var (number, change) in changes) await directives.MarkAsync(number, task => Marked(task, change, directive), cancellationToken);
        var changed = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);
        foreach (var (unitId, owed) in await UnitsAsync(changes.Keys, cancellationToken))
        {
            var some = await amend.HandleAsync(unitId, owed, Publishing(directive), task => Changed(task, changes[task.Task], directive), cancellationToken);
            int[] now = [.. some.Where(task => task.Ended?.Operation == directive.Publishing || (task.IsOpen && task.Moved?.Operation == directive.Publishing)).Select(task => task.Task)];
            if (now.Length > 0) changed[unitId] = now;
        }

        int[] all = [.. changed.Values.SelectMany(numbers => numbers).Distinct().Order()];
        return new SupersededTasks(
            [.. all.Where(number => changes[number].Ended is not null)], [.. all.Where(number => changes[number].Ended is null)], changed);
    }

    /// <summary>Gives back what the publishing did to earlier tasks, where nothing has happened to them since.</summary>
    public async Task RestoreAsync(Directive directive, IReadOnlyList<DirectiveTask> tasks, CancellationToken cancellationToken)
    {
        var changes = await ChangesAsync(directive, tasks, cancellationToken);
        var (operation, taken) = (TakingBack(directive), directive.TakenBack!);
        foreach (var (unitId, owed) in await UnitsAsync(changes.Keys, cancellationToken)) await amend.HandleAsync(unitId, owed, operation, Restored, cancellationToken);
        foreach (var number in changes.Keys) await directives.MarkAsync(number, Unmarked, cancellationToken);

        IndexedTask Unmarked(IndexedTask task) => task switch
        {
            { Ended: { } end } when end.Operation == directive.Publishing => task with { Ended = null },
            { Moved: { } moved } when moved.Operation == directive.Publishing => task with { Due = moved.From, Moved = null },
            _ => task,
        };

        (Assignment, HistoryEvent)? Restored(Assignment task)
        {
            Assignment? before = task switch
            {
                { Ended: { } end } when end.Operation == directive.Publishing => task with { Ended = null },
                { Moved: { } moved } when moved.Operation == directive.Publishing && task.Due == moved.Until =>
                    task with { Due = moved.From, DueBefore = [.. task.DueBefore.SkipLast(1)], Moved = null },
                { Moved: { } moved } when moved.Operation == directive.Publishing => task with { Moved = null },
                _ => null,
            };
            return before is null ? null : (before, Event(HistoryKind.Restored, taken.At, taken.By, directive, task) with { After = HistoryState.Of(before) });
        }
    }

    /// <summary>Ends what units owe of some tasks, whatever they have reported.</summary>
    /// <param name="openOnly">Only what is still to be done; else all of it.</param>
    /// <returns>The units that owed any of them.</returns>
    public async Task<IReadOnlyList<string>> EndAsync(
        Directive directive, IReadOnlyList<int> tasks, Ending ending, HistoryKind kind, bool openOnly, CancellationToken cancellationToken)
    {
        var units = new List<string>();
        foreach (var (unitId, owed) in await UnitsAsync(tasks, cancellationToken))
        {
            var some = await amend.HandleAsync(unitId, owed, ending.Operation, End, cancellationToken);
            if (some.Any(task => task.Ended?.Operation == ending.Operation)) units.Add(unitId);
        }

        return units;

        (Assignment, HistoryEvent)? End(Assignment task) => task.Ended is not null || (openOnly && !task.IsOpen)
            ? null
            : (task with { Ended = ending }, Event(kind, ending.At, ending.By, directive, task) with { Note = ending.Reason });
    }

    private async Task<Dictionary<int, Change>> ChangesAsync(Directive directive, IReadOnlyList<DirectiveTask> tasks, CancellationToken cancellationToken)
    {
        var changes = new Dictionary<int, Change>();
        foreach (var task in tasks)
        {
            foreach (var earlier in task.Supersedes) changes.TryAdd(earlier, new Change(EndedBy(directive, task.Number), null));
        }

        foreach (var earlier in directive.Earlier)
        {
            if (earlier is { Document: { Effect: DirectiveEffect.Replaces }, DirectiveId: { } replaced })
            {
                foreach (var task in await directives.TasksOfPaperAsync(replaced, cancellationToken))
                {
                    changes.TryAdd(task.Number, new Change(EndedBy(directive, tasks.FirstOrDefault(one => one.Title == task.Title)?.Number), null));
                }
            }

            if (earlier is not { Document: { Effect: DirectiveEffect.Extends, Until: { } until }, Tasks: { } extended }) continue;
            foreach (var number in extended) changes.TryAdd(number, new Change(null, until));
        }

        // None of its own: numbers are written by people.
        foreach (var task in tasks) changes.Remove(task.Number);
        return changes;
    }

    private static Ending EndedBy(Directive directive, int? by) => new(EndingKind.Superseded, directive.PublishedAt!.Value, directive.PublishedBy)
    {
        Operation = directive.Publishing,
        DirectiveLabel = directive.Label,
        Task = by,
    };

    private static IndexedTask Marked(IndexedTask task, Change change, Directive directive) => (task, change) switch
    {
        // What an earlier publishing ended stays ended by that one.
        ({ Ended: null }, { Ended: { } ended }) => task with { Ended = ended },
        ({ Ended: null, Due: { } due }, { Until: { } until }) when due < until => task with { Due = until, Moved = Move(directive, due, until) },
        _ => task,
    };

    private static DeadlineMove Move(Directive directive, DateOnly from, DateOnly until) => new(directive.Publishing, directive.Label, from, until, directive.PublishedAt!.Value);

    private static (Assignment, HistoryEvent)? Changed(Assignment task, Change change, Directive directive)
    {
        if (!task.IsOpen) return null;
        var at = directive.PublishedAt!.Value;
        if (change.Ended is { } ended) return (task with { Ended = ended }, Event(HistoryKind.Superseded, at, directive.PublishedBy, directive, task));
        if (change.Until is not { } until || task.Due is not { } due || due >= until) return null;
        var moved = task.WithDue(until, at) with { Moved = Move(directive, due, until) };
        return (moved, Event(HistoryKind.DeadlineMoved, at, directive.PublishedBy, directive, task) with { After = HistoryState.Of(moved) });
    }

    private static HistoryEvent Event(HistoryKind kind, DateTimeOffset at, string? by, Directive directive, Assignment task) => new()
    {
        Kind = kind,
        At = at,
        By = by,
        Channel = "publish",
        MessageId = directive.Id,
        Before = HistoryState.Of(task),
        After = HistoryState.Of(task),
        Note = directive.Label,
    };

    private async Task<Dictionary<string, List<int>>> UnitsAsync(IEnumerable<int> tasks, CancellationToken cancellationToken)
    {
        var units = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var task in await progress.OfTasksAsync([.. tasks], cancellationToken))
        {
            foreach (var unit in task)
            {
                if (!units.TryGetValue(unit.UnitId, out var owed)) units[unit.UnitId] = owed = [];
                owed.Add(unit.Task);
            }
        }

        return units;
    }

    private static string Publishing(Directive directive) => "publish " + directive.Publishing;

    private static string TakingBack(Directive directive) => string.Join(' ', "take back", directive.Id, directive.TakenBack!.Operation);
}
