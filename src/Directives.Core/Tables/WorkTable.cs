using System.Text.Json.Serialization;
using System.Runtime.CompilerServices;

namespace Directives.Core;

/// <summary>An assignment and the ETag it was read with.</summary>
public sealed record StoredAssignment(Assignment Value, string ETag);

/// <summary>The last report a person can take back: all tasks of one message together.</summary>
public sealed record UndoableReport
{
    public required string Operation { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset Until { get; init; }
    public required IReadOnlyList<UndoableChange> Changes { get; init; }
}

/// <param name="Version">The version that the change made; with a later one it is no longer the last word.</param>
/// <param name="Before">The assignment as it was.</param>
public sealed record UndoableChange(int Version, Assignment Before)
{
    [JsonIgnore]
    public int Task => Before.Task;
}

/// <summary>
/// What each unit owes, with history, undo and an index of open due dates: the truth that every projection follows. Everything one report
/// changes stands in one partition and is written in one transaction.
/// </summary>
public sealed class WorkTable(IPartitionedStore store)
{
    /// <summary>A report of more tasks would not fit one transaction.</summary>
    public const int TasksPerReport = 15;

    private const string NoDueDay = "99991231";

    public async Task<StoredAssignment?> FindAsync(string unitId, int task, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Work, Keys.Work(unitId), Keys.Assignment(task), cancellationToken);
        return row is null ? null : new StoredAssignment(StoredJson.Read<Assignment>(row), row.ETag);
    }

    public async Task<IReadOnlyList<Assignment>> ListAsync(string unitId, CancellationToken cancellationToken)
    {
        var assignments = new List<Assignment>();
        await foreach (var row in store.RangeAsync(StoreTable.Work, Keys.Work(unitId), "a|", Keys.After("a|"), cancellationToken))
        {
            assignments.Add(StoredJson.Read<Assignment>(row));
        }

        return assignments;
    }

    /// <summary>The unit's open tasks that are due up to a day, in order of their due days: one range read.</summary>
    /// <param name="until">The last day, or null for all, those without a deadline last.</param>
    public async Task<IReadOnlyList<Assignment>> OpenUntilAsync(string unitId, DateOnly? until, CancellationToken cancellationToken)
    {
        var end = until is { } day ? Keys.Due(day, int.MaxValue) : Keys.After("due|");
        var open = new List<Assignment>();
        await foreach (var row in store.RangeAsync(StoreTable.Work, Keys.Work(unitId), "due|", end, cancellationToken))
        {
            open.Add(StoredJson.Read<Assignment>(row));
        }

        return open;
    }

    public async Task<UndoableReport?> FindUndoableAsync(string unitId, string personId, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Work, Keys.Work(unitId), Keys.Undo(personId), cancellationToken);
        return row is null ? null : StoredJson.Read<UndoableReport>(row);
    }

    public async IAsyncEnumerable<HistoryEvent> HistoryAsync(string unitId, int task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = string.Join('|', "h", Keys.Number(task)) + "|";
        await foreach (var row in store.RangeAsync(StoreTable.Work, Keys.Work(unitId), prefix, Keys.After(prefix), cancellationToken))
        {
            yield return StoredJson.Read<HistoryEvent>(row);
        }
    }

    /// <summary>Whether this operation (a message, a publishing) has already been carried out on the unit.</summary>
    public async Task<bool> HasRunAsync(string unitId, string operation, CancellationToken cancellationToken) =>
        await store.GetAsync(StoreTable.Work, Keys.Work(unitId), Keys.Operation(operation), cancellationToken) is not null;

    /// <summary>Assigns tasks to a unit. What it was assigned before, by an attempt that was broken off, is left as it is.</summary>
    public async Task AssignAsync(string unitId, IReadOnlyList<(Assignment Assignment, HistoryEvent Event)> assigned, CancellationToken cancellationToken)
    {
        foreach (var some in assigned.Chunk(StoreLimits.RowsPerTransaction / 3))
        {
            try
            {
                await store.CommitAsync(StoreTable.Work, Keys.Work(unitId), [.. some.SelectMany(Rows)], cancellationToken);
            }
            catch (StoreConflictException)
            {
                foreach (var one in some)
                {
                    if (await FindAsync(unitId, one.Assignment.Task, cancellationToken) is not null) continue;
                    await store.CommitAsync(StoreTable.Work, Keys.Work(unitId), [.. Rows(one)], cancellationToken);
                }
            }
        }

        static IEnumerable<RowChange> Rows((Assignment Assignment, HistoryEvent Event) one) =>
        [
            new RowChange.Insert(Keys.Assignment(one.Assignment.Task), StoredJson.Write(one.Assignment)),
            new RowChange.Insert(DueKey(one.Assignment), StoredJson.Write(Indexed(one.Assignment))),
            new RowChange.Insert(Keys.HistoryEvent(one.Assignment.Task, one.Event.At, one.Event.MessageId), StoredJson.Write(one.Event)),
        ];
    }

    /// <summary>Writes the changes of one operation, with their history, all or none.</summary>
    /// <param name="undo">What the person can take back from now on; null when this was the taking back.</param>
    /// <exception cref="StoreConflictException">An assignment changed since it was read, or the operation has already been carried out.</exception>
    public Task ChangeAsync(
        string unitId,
        string personId,
        string operation,
        IReadOnlyList<(StoredAssignment Before, Assignment After, HistoryEvent Event)> changes,
        UndoableReport? undo,
        CancellationToken cancellationToken)
    {
        var rows = new List<RowChange> { new RowChange.Insert(Keys.Operation(operation), "{}") };
        foreach (var (before, after, happened) in changes)
        {
            rows.Add(new RowChange.Replace(Keys.Assignment(after.Task), StoredJson.Write(after), before.ETag));
            rows.Add(new RowChange.Insert(Keys.HistoryEvent(after.Task, happened.At, operation), StoredJson.Write(happened)));
            if (after.State.IsDone || DueKey(before.Value) != DueKey(after)) rows.Add(new RowChange.Delete(DueKey(before.Value), null));
            if (!after.State.IsDone) rows.Add(new RowChange.Upsert(DueKey(after), StoredJson.Write(Indexed(after))));
        }

        rows.Add(undo is null
            ? new RowChange.Delete(Keys.Undo(personId), null)
            : new RowChange.Upsert(Keys.Undo(personId), StoredJson.Write(undo)));
        return store.CommitAsync(StoreTable.Work, Keys.Work(unitId), rows, cancellationToken);
    }

    private static string DueKey(Assignment assignment) => assignment.Due is { } due
        ? Keys.Due(due, assignment.Task)
        : string.Join('|', "due", NoDueDay, Keys.Number(assignment.Task));

    // The index row answers lists on its own; the long words stay in the assignment's row.
    private static Assignment Indexed(Assignment assignment) => assignment with { Text = "", Coordinating = [], ReportTo = [], Evidence = [] };
}
