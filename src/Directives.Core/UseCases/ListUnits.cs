using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Trường nào chưa báo cáo việc 3", "bao nhiêu trường đã xong", "đơn vị nào đang chậm".</summary>
public sealed class ListUnits(TaskFinder finder, ProgressTable progress, DirectiveTable directives) : IUseCase
{
    private const int Shown = 12;

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var slots = command.Slots;
        if (turn.Sender.Role == Role.Principal) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.leaderOrClerk")));
        var scope = UnitScope.Of(turn, slots.Unit);
        if (scope.Refusal is { } refusal) return refusal;

        // "Đơn vị nào đang chậm" is about all tasks; "còn trường nào chưa xong", after one task was shown, about that one.
        var isOfOne = slots.Tasks.Count > 0 || (slots.Filter is not null and not TaskFilter.Overdue && turn.RecentlyShown.Count == 1);
        if (!isOfOne) return await OfAllTasksAsync(turn, slots, scope, command.After, cancellationToken);
        var (task, unclear) = await finder.FindPublishedAsync(turn, command, cancellationToken);
        if (task is null) return unclear!;
        return await OfTaskAsync(turn, slots, scope, task, cancellationToken);
    }

    private async Task<Reply> OfTaskAsync(Turn turn, Slots slots, UnitScope scope, IndexedTask task, CancellationToken cancellationToken)
    {
        var command = new Command(Intent.ListUnits, slots with { Tasks = [new TaskReference(task.Number)] });
        var units = (await progress.OfTaskAsync(task.Number, cancellationToken)).Where(unit => unit.IsOwed && scope.Contains(unit.UnitId)).ToArray();
        if (units.Length == 0) return task.Ended is { } ended ? EndedTask.Say(task.Number, task.Title, ended) : new SayReply(new Phrase("task.unknown.all", ("no", task.Number)));

        var done = units.Count(unit => unit.State.IsDone);
        var name = new TaskName(task.Number, task.Title);
        Phrase heading = (slots.Filter, task.Due) switch
        {
            (TaskFilter.Done, _) => new Phrase("units.head.done", ("task", name), ("n", done), ("total", units.Length)),
            (_, { } due) => new Phrase("units.head", ("task", name), ("n", units.Length - done), ("total", units.Length), ("date", due), ("left", new Left(due))),
            _ => new Phrase("units.head.noDue", ("task", name), ("n", units.Length - done), ("total", units.Length)),
        };
        var wantsDone = slots.Filter is TaskFilter.Done or TaskFilter.All;
        var wantsOpen = slots.Filter is not TaskFilter.Done;
        return new UnitsReply
        {
            Heading = heading,
            Count = new UnitCount(done, units.Length),
            // Whoever asks for those not started sees those under way as well: the heading counts both.
            Untouched = wantsOpen ? States(turn, units, WorkStatus.NotStarted) : [],
            Started = wantsOpen ? States(turn, units, WorkStatus.InProgress) : [],
            Done = wantsDone ? States(turn, units, WorkStatus.Done) : [],
            Shown = Shown,
            Buttons = done < units.Length ? [Choices.Nudge.On(task.Number), Choices.Source(task.Number)] : [Choices.Source(task.Number)],
            Refresh = command,
        };
    }

    // Which units have overdue (or open) tasks at all, those with the most first.
    private async Task<Reply> OfAllTasksAsync(
        Turn turn, Slots slots, UnitScope scope, ListPlace? after, CancellationToken cancellationToken)
    {
        var tasks = await directives.IndexAsync(cancellationToken);
        if (slots.Directive is { } words) tasks = TaskFinder.Best(tasks, words, task => task.DirectiveLabel, _ => "");
        var overdueOnly = slots.Filter is null or TaskFilter.Overdue;
        var (counts, loads) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, ClassCounts>(StringComparer.Ordinal));
        var byTask = await progress.OfTasksAsync([.. tasks.Select(task => task.Number)], cancellationToken);
        foreach (var task in tasks)
        {
            foreach (var unit in byTask[task.Number])
            {
                if (!unit.IsOwed || !scope.Contains(unit.UnitId)) continue;
                loads[unit.UnitId] = loads.GetValueOrDefault(unit.UnitId, ClassCounts.None).With(unit.ClassAt(turn.Today));
                if (unit.State.IsDone) continue;
                if (overdueOnly && unit.ClassAt(turn.Today) != DueClass.OpenOverdue) continue;
                if (slots.Period is { } period && (unit.Due is not { } due || due < (period.From ?? due) || due > (period.To ?? due))) continue;
                counts[unit.UnitId] = counts.GetValueOrDefault(unit.UnitId) + 1;
            }
        }

        if (counts.Count == 0) return new SayReply(overdueOnly ? "units.none" : "units.none.open");
        var all = counts.OrderByDescending(unit => unit.Value).ThenBy(unit => unit.Key, StringComparer.Ordinal).ToArray();
        // Where a page ended is said by its place: the units' order may have changed, their number hardly.
        var from = after is { } place && place.No < all.Length ? place.No : 0;
        var worst = all.Skip(from).Take(ListTasks.Page).ToArray();
        var left = all.Length - from - worst.Length;
        List<Phrase> lines =
        [
            new Phrase(overdueOnly ? "units.all" : "units.all.open", ("n", counts.Count)),
            .. worst.Select(unit => new Phrase("units.worst", ("unit", turn.Roster.FindUnit(unit.Key)?.Name ?? unit.Key), ("n", unit.Value))),
        ];
        if (left > 0) lines.Add(new Phrase("units.more", ("n", left)));
        return new UnitLoadsReply(lines)
        {
            Heading = lines[0],
            Units = [.. worst.Select(unit => new UnitLoad(turn.Roster.FindUnit(unit.Key)?.Name ?? unit.Key, loads[unit.Key]))],
            More = left,
            Choices = overdueOnly ? [Choices.Overdue(slots.Unit)] : [],
            Buttons = left > 0
                ? [Choices.Summary, new Choice("btn.more", new Command(Intent.ListUnits, slots) { Step = Step.More, After = new ListPlace(from + worst.Length, null) })]
                : [Choices.Summary],
            Refresh = from == 0 ? new Command(Intent.ListUnits, slots) : null,
        };
    }

    /// <summary>Those with the most overdue first, then those with the most to do.</summary>
    internal static IEnumerable<UnitLoad> Worst(Roster roster, IReadOnlyDictionary<string, ClassCounts> loads) => loads
        .OrderByDescending(unit => unit.Value.Overdue).ThenByDescending(unit => unit.Value.InTime).ThenBy(unit => unit.Key, StringComparer.Ordinal)
        .Select(unit => new UnitLoad(roster.FindUnit(unit.Key)?.Name ?? unit.Key, unit.Value));

    private static UnitState[] States(Turn turn, IEnumerable<UnitProgress> units, WorkStatus status) =>
    [
        .. units.Where(unit => unit.Status == status)
            .Select(unit => new UnitState(turn.Roster.FindUnit(unit.UnitId)?.Name ?? unit.UnitId, unit.State))
            .OrderBy(unit => unit.State.Share).ThenBy(unit => unit.Name, StringComparer.Ordinal),
    ];
}
