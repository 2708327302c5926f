using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Tuần này có việc gì đến hạn?", "việc nào quá hạn", "còn việc gì": of one unit, or for a leader of all units by task.</summary>
public sealed class ListTasks(WorkTable work, ProgressTable progress, DirectiveTable directives) : IUseCase
{
    /// <summary>What an answer holds without scrolling on a phone.</summary>
    public const int Page = 5;

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var scope = UnitScope.Of(turn, command.Slots.Unit);
        if (scope.Refusal is { } refusal) return refusal;
        IReadOnlyList<int> listed = command is { Step: Step.More, After: null } ? turn.Talk.Listed : [];
        return scope.Unit is { } unit
            ? await OfUnitAsync(turn, command, unit, listed, cancellationToken)
            : await OfAllAsync(turn, command, scope, listed, cancellationToken);
    }

    private async Task<Reply> OfUnitAsync(Turn turn, Command command, Unit unit, IReadOnlyList<int> listed, CancellationToken cancellationToken)
    {
        var slots = command.Slots;
        // What is due later is read only where there is nothing to list: a unit may owe a hundred tasks.
        var last = slots is { Period.To: { } to, Directive: null } && Query(slots) is null ? (to > turn.Today ? to : turn.Today) : (DateOnly?)null;
        var open = await work.OpenUntilAsync(unit.Id, last, cancellationToken);
        var all = slots.Filter is TaskFilter.Done or TaskFilter.All ? [.. (await work.ListAsync(unit.Id, cancellationToken)).Where(task => task.Ended is null)] : open;
        if (slots.Directive is { } words) all = TaskFinder.Best(all, words, task => task.DirectiveLabel, _ => "");
        if (Query(slots) is { } query)
        {
            all = TaskFinder.Best(all, query, task => task.Title, task => task.Text);
            if (all.Count == 0) return new SayReply(new Phrase("list.noMatch", ("words", query)));
        }

        // Who helps is not late: that is the lead's.
        var overdue = open.Where(task => task.IsOwed && task.ClassAt(turn.Today) == DueClass.OpenOverdue).Select(task => task.Task).ToArray();
        var matching = all
            .Where(task => (task.IsOwed || slots.Filter != TaskFilter.Overdue) && Fits(slots, task.State, task.Due, turn.Today))
            .Select(task => Row(task, turn.Today))
            .OrderBy(row => row.Due ?? DateOnly.MaxValue).ThenBy(row => row.No)
            .ToArray();
        listed = Before(command, matching, listed);
        var rows = matching.Where(row => !listed.Contains(row.No)).Take(Page).ToArray();
        if (rows.Length == 0 && command.Step == Step.More) return new SayReply("more.end");

        var mine = unit.Id == turn.Sender.UnitId && turn.Sender.Role == Role.Principal;
        var reply = new TaskListReply
        {
            Heading = rows.Length == 0 ? Empty(slots, unit.Name) : Heading(slots, unit.Name, matching.Length),
            Rows = rows,
            More = matching.Count(row => !listed.Contains(row.No)) - rows.Length,
            AlsoOverdue = slots.Period is null ? [] : [.. overdue.Except(matching.Select(row => row.No))],
            Next = rows.Length == 0 && slots.Period is not null
                ? (last is null ? open : await work.OpenUntilAsync(unit.Id, null, cancellationToken))
                    .Where(task => task.Due >= turn.Today).Select(task => Row(task, turn.Today)).FirstOrDefault()
                : null,
            Choices = mine && rows is [{ State.IsDone: false, Class: DueClass.OpenOverdue, Duty: Duty.Lead or Duty.Owe } only]
                ? [Choices.Done(open.First(task => task.Task == only.No))]
                : [],
            Buttons = !mine ? []
                : [.. rows.Length > 0 ? [Choices.Progress] : Array.Empty<Choice>(), .. overdue.Length > 0 && slots.Filter != TaskFilter.Overdue ? [Choices.Overdue(slots.Unit)] : Array.Empty<Choice>()],
        };
        return Remember(turn, command, reply, listed);
    }

    private async Task<Reply> OfAllAsync(Turn turn, Command command, UnitScope scope, IReadOnlyList<int> listed, CancellationToken cancellationToken)
    {
        var slots = command.Slots;
        var tasks = await directives.IndexAsync(cancellationToken);
        if (slots.Directive is { } words) tasks = TaskFinder.Best(tasks, words, task => task.DirectiveLabel, _ => "");
        if (Query(slots) is { } query)
        {
            tasks = TaskFinder.Best(tasks, query, task => task.Title, _ => "");
            if (tasks.Count == 0) return new SayReply(new Phrase("list.noMatch", ("words", query)));
        }

        var matching = new List<TaskRow>();
        var byTask = await progress.OfTasksAsync([.. tasks.Select(task => task.Number)], cancellationToken);
        foreach (var task in tasks)
        {
            var units = byTask[task.Number].Where(unit => unit.IsOwed && scope.Contains(unit.UnitId)).ToArray();
            if (units.Any(unit => Fits(slots, unit.State, unit.Due, turn.Today))) matching.Add(Row(task, units, turn.Today));
        }

        matching.Sort((one, other) => (one.Due ?? DateOnly.MaxValue, one.No).CompareTo((other.Due ?? DateOnly.MaxValue, other.No)));
        listed = Before(command, matching, listed);
        var rows = matching.Where(row => !listed.Contains(row.No)).Take(Page).ToArray();
        if (rows.Length == 0 && command.Step == Step.More) return new SayReply("more.end");
        var reply = new TaskListReply
        {
            Heading = rows.Length == 0 ? Empty(slots, null) : HeadingOfAll(slots, matching.Count),
            Rows = rows,
            More = matching.Count(row => !listed.Contains(row.No)) - rows.Length,
            Buttons = [Choices.Summary],
        };
        return Remember(turn, command, reply, listed);
    }

    private static TaskListReply Remember(Turn turn, Command command, TaskListReply reply, IReadOnlyList<int> listed)
    {
        int[] shown = [.. reply.Rows.Select(row => row.No)];
        // Of an empty list all tasks that were named are shown: "việc đó" may be any of them.
        turn.Show(shown.Length > 0 ? shown : reply.Next is { } next ? [next.No, .. reply.AlsoOverdue] : reply.AlsoOverdue);
        var list = command with { Step = Step.None, After = null };
        turn.Talk = turn.Talk with { List = list, Listed = [.. listed, .. shown] };
        return reply with
        {
            MoreCommand = reply.More > 0 ? list with { Step = Step.More, After = new ListPlace(reply.Rows[^1].No, reply.Rows[^1].Due) } : null,
            Refresh = listed.Count == 0 ? list : null,
        };
    }

    // A card's "xem thêm" goes on behind its own last row, whatever list was shown since.
    private static IReadOnlyList<int> Before(Command command, IEnumerable<TaskRow> matching, IReadOnlyList<int> listed) => command.After is not { } last
        ? listed
        : [.. matching.Where(row => (row.Due ?? DateOnly.MaxValue, row.No).CompareTo((last.Due ?? DateOnly.MaxValue, last.No)) <= 0).Select(row => row.No)];

    private static string? Query(Slots slots) => slots.Tasks.FirstOrDefault(task => task.Query is not null)?.Query;

    private static bool Fits(Slots slots, WorkState state, DateOnly? due, DateOnly today) =>
        (slots.Filter switch
        {
            TaskFilter.All => true,
            TaskFilter.Done => state.IsDone,
            TaskFilter.InProgress => state.Status == WorkStatus.InProgress,
            TaskFilter.NotStarted => state.Status == WorkStatus.NotStarted,
            TaskFilter.Overdue => !state.IsDone && due < today,
            _ => !state.IsDone,
        })
        && (slots.Period is not { } period || (due is { } day && (period.From ?? day) <= day && day <= (period.To ?? day)));

    private static Phrase Heading(Slots slots, string unit, int count)
    {
        if (Query(slots) is { } words) return new Phrase("list.matching", ("unit", unit), ("n", count), ("words", words));
        if (slots.Filter is null or TaskFilter.Open && slots.Period is { } period)
        {
            return new Phrase("list.due", ("period", new PeriodName(period)), ("unit", unit), ("n", count));
        }

        var key = slots.Filter switch
        {
            TaskFilter.Overdue => "list.overdue",
            TaskFilter.Done => "list.done",
            TaskFilter.All => "list.all",
            TaskFilter.InProgress => "list.started",
            TaskFilter.NotStarted => "list.untouched",
            _ => "list.open",
        };
        return new Phrase(key, ("unit", unit), ("n", count));
    }

    private static Phrase HeadingOfAll(Slots slots, int count) => slots switch
    {
        { Filter: null or TaskFilter.Open, Period: { } period } => new Phrase("list.due.all", ("period", new PeriodName(period)), ("n", count)),
        { Filter: TaskFilter.Overdue } => new Phrase("list.overdue.all", ("n", count)),
        { Filter: null or TaskFilter.Open } => new Phrase("list.open.all", ("n", count)),
        _ => new Phrase("list.other.all", ("n", count)),
    };

    private static Phrase Empty(Slots slots, string? unit)
    {
        if (slots.Period is { } period && slots.Filter is null or TaskFilter.Open) return new Phrase("list.none", ("period", new PeriodName(slots.Period!)));
        var isOverdue = slots.Filter == TaskFilter.Overdue;
        if (unit is null) return isOverdue ? "list.empty.all.overdue" : "list.empty.all";
        return new Phrase(isOverdue ? "list.empty.overdue" : "list.empty", ("unit", unit));
    }

    internal static TaskRow Row(Assignment task, DateOnly today) => new()
    {
        No = task.Task,
        Title = task.Title,
        Due = task.Due,
        State = task.State,
        Class = task.ClassAt(today),
        Duty = task.Duty,
    };

    internal static TaskRow Row(IndexedTask task, IReadOnlyList<UnitProgress> units, DateOnly today)
    {
        var done = units.Count(unit => unit.State.IsDone);
        var share = units.Count == 0 ? 0 : (int)units.Average(unit => unit.State.Share);
        return new TaskRow
        {
            No = task.Number,
            Title = task.Title,
            Due = task.Due,
            State = units.Count > 0 && done == units.Count ? WorkState.Done
                : units.All(unit => unit.Status == WorkStatus.NotStarted) ? WorkState.NotStarted
                : WorkState.InProgress(Math.Clamp(share, 1, 99)),
            Class = units.Any(unit => unit.ClassAt(today) == DueClass.OpenOverdue) ? DueClass.OpenOverdue
                : units.Any(unit => unit.ClassAt(today) == DueClass.OpenInTime) ? DueClass.OpenInTime
                : units.Any(unit => unit.ClassAt(today) == DueClass.DoneLate) ? DueClass.DoneLate
                : task.Due is null ? DueClass.NoDeadline : DueClass.DoneOnTime,
            Units = new UnitCount(done, units.Count),
        };
    }
}
