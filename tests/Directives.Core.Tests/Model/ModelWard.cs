namespace Directives.Core.Tests.Model;

/// <summary>What one unit owes of one task, as simply as it can be said.</summary>
internal sealed record ModelTask(WorkState State, DateOnly? Due, bool IsOwed)
{
    public DateOnly? DoneOn { get; init; }
    public DateOnly? Asked { get; init; }
    public string? Trouble { get; init; }

    /// <summary>Superseded or withdrawn.</summary>
    public bool IsEnded { get; init; }

    public int Changes { get; init; } = 1;
}

/// <summary>
/// What should come of everything people do, without stores, versions or messages: each operation gives the tasks it changes, or none. An undo
/// is what one person did last in one unit; it ends after ten minutes, or when anybody changes one of its tasks.
/// </summary>
internal sealed class ModelWard
{
    private sealed record Undoable(DateTimeOffset Until, IReadOnlyList<(int Task, ModelTask Before, int Changes)> Tasks);

    private readonly Dictionary<(string Unit, string Person), Undoable> _undo = [];

    /// <summary>A leader takes back where he decided last.</summary>
    private readonly Dictionary<string, string> _lastUnit = [];

    private readonly Dictionary<string, (string Words, DateTimeOffset At)> _lastWords = [];

    public Dictionary<(string Unit, int Task), ModelTask> Tasks { get; } = [];

    private readonly HashSet<int> _ended = [];

    /// <summary>Reports in words: the same ones by the same person within a minute, with no other change of that person between, are one.</summary>
    public void Report(Person by, IReadOnlyList<int> tasks, WorkState state, string words, DateTimeOffset at)
    {
        if (IsRepeated(by, words, at)) return;
        if (tasks.Any(task => !Tasks.ContainsKey((by.UnitId, task)))) return;
        if (tasks.Any(task => Tasks[(by.UnitId, task)].IsEnded)) return;
        var news = tasks.Where(task => Tasks[(by.UnitId, task)].State != state).ToArray();
        if (news.Length == 0) return;
        // Less than done, of what was done, is asked about.
        var isAsked = tasks.Count > 1 || (Tasks[(by.UnitId, tasks[0])].State.IsDone && !state.IsDone);
        Change(by, by.UnitId, news, task => task with { State = state, DoneOn = state.IsDone ? VietnamTime.Day(at) : null, Asked = state.IsDone ? null : task.Asked }, at);
        _lastUnit.Remove(by.Id);
        _lastWords[by.Id] = (isAsked ? "1" : words, at);
    }

    public void Undo(Person by, string words, DateTimeOffset at)
    {
        if (IsRepeated(by, words, at)) return;
        var unit = _lastUnit.GetValueOrDefault(by.Id, by.UnitId);
        if (!_undo.TryGetValue((unit, by.Id), out var undo) || at > undo.Until) return;
        if (undo.Tasks.Any(one => Tasks[(unit, one.Task)].Changes != one.Changes)) return;
        foreach (var (task, before, changes) in undo.Tasks) Tasks[(unit, task)] = before with { Changes = changes + 1 };
        _undo.Remove((unit, by.Id));
        _lastWords[by.Id] = (words, at);
    }

    public void AskForTime(Person by, int task, DateOnly until, DateTimeOffset at)
    {
        if (!Tasks.TryGetValue((by.UnitId, task), out var owed)) return;
        if (owed.IsEnded || owed.State.IsDone || !owed.IsOwed || owed.Due is not { } due || until <= due || owed.Asked == until) return;
        Change(by, by.UnitId, [task], one => one with { Asked = until }, at);
        Pressed(by, by.UnitId);
    }

    public void Decide(Person by, string unit, int task, bool approves, DateTimeOffset at)
    {
        if (!Tasks.TryGetValue((unit, task), out var owed) || owed.Asked is not { } asked || owed.IsEnded) return;
        if (approves && asked <= owed.Due) return;
        Change(by, unit, [task], one => one with { Asked = null, Due = approves ? asked : one.Due }, at);
        Pressed(by, unit);
    }

    public void MeetTrouble(Person by, int task, string trouble, DateTimeOffset at)
    {
        if (!Tasks.TryGetValue((by.UnitId, task), out var owed) || owed.IsEnded || owed.State.IsDone) return;
        if (owed.Trouble?.Contains(trouble, StringComparison.Ordinal) == true) return;
        var day = VietnamTime.Day(at).ToString("dd'/'MM", System.Globalization.CultureInfo.InvariantCulture);
        Change(by, by.UnitId, [task], one => one with { Trouble = one.Trouble is { } before ? $"{before}; {day}: {trouble}" : trouble }, at);
        Pressed(by, by.UnitId);
    }

    /// <summary>A later directive takes the task's place, in every unit that has not finished it.</summary>
    public void Supersede(int task)
    {
        _ended.Add(task);
        foreach (var key in Tasks.Keys.Where(key => key.Task == task && !Tasks[key].State.IsDone && !Tasks[key].IsEnded).ToArray())
        {
            Tasks[key] = Tasks[key] with { IsEnded = true, Changes = Tasks[key].Changes + 1 };
        }
    }

    /// <summary>A task is withdrawn once, and not when every unit has finished it.</summary>
    public void Withdraw(int task)
    {
        if (_ended.Contains(task) || Tasks.Where(one => one.Key.Task == task).All(one => one.Value.State.IsDone)) return;
        Supersede(task);
    }

    public ClassCounts Summary(DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        var counts = new ClassCounts(0, 0, 0, 0, 0);
        foreach (var task in Tasks.Values.Where(task => task.IsOwed && !task.IsEnded))
        {
            if (task.Due is not { } due) counts = counts with { NoDeadline = counts.NoDeadline + 1 };
            else if (due >= first.AddMonths(1) || (due < first && task.DoneOn < first)) continue;
            else if (task.DoneOn is { } done) counts = done <= due ? counts with { OnTime = counts.OnTime + 1 } : counts with { Late = counts.Late + 1 };
            else counts = today <= due ? counts with { InTime = counts.InTime + 1 } : counts with { Overdue = counts.Overdue + 1 };
        }

        return counts;
    }

    private bool IsRepeated(Person by, string words, DateTimeOffset at) =>
        _lastWords.TryGetValue(by.Id, out var last) && last.Words == words && at - last.At < TimeSpan.FromMinutes(1);

    private void Pressed(Person by, string unit)
    {
        if (unit == by.UnitId) _lastUnit.Remove(by.Id);
        else _lastUnit[by.Id] = unit;
        _lastWords.Remove(by.Id);
    }

    private void Change(Person by, string unit, IReadOnlyList<int> tasks, Func<ModelTask, ModelTask> change, DateTimeOffset at)
    {
        var before = tasks.Select(task => (Task: task, Before: Tasks[(unit, task)])).ToArray();
        foreach (var (task, was) in before) Tasks[(unit, task)] = change(was) with { Changes = was.Changes + 1 };
        _undo[(unit, by.Id)] = new Undoable(at + TimeSpan.FromMinutes(10), [.. before.Select(one => (one.Task, one.Before, one.Before.Changes + 1))]);
    }
}
