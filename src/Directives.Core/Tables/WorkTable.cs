using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

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

    /// <summary>As <see cref="TasksPerReport"/>, for <see cref="AmendAsync"/>.</summary>
    public const int TasksPerAmendment = 20;

    private const int Attempts = 5;

    private const string NoDueDay = "99991231";

    public async Task<StoredAssignment?> FindAsync(string unitId, int task, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Work, Keys.Work(unitId), Keys.Assignment(task), cancellationToken);
        return row is null ? null : new StoredAssignment(StoredJson.Read<Assignment>(row), row.ETag);
    }

    public async Task<IReadOnlyList<Assignment>> ListAsync(string unitId, CancellationToken cancellationToken) =>
        [.. (await ListStoredAsync(unitId, cancellationToken)).Select(stored => stored.Value)];

    /// <summary>As <see cref="ListAsync"/>, for a change of one of them without another read.</summary>
    public async Task<IReadOnlyList<StoredAssignment>> ListStoredAsync(string unitId, CancellationToken cancellationToken)
    {
        var assignments = new List<StoredAssignment>();
        await foreach (var row in store.RangeAsync(StoreTable.Work, Keys.Work(unitId), "a|", Keys.After("a|"), cancellationToken))
        {
            assignments.Add(new StoredAssignment(StoredJson.Read<Assignment>(row), row.ETag));
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

    /// <summary>As <see cref="OpenUntilAsync"/>, of tasks that are due on these days, both included.</summary>
    public async Task<IReadOnlyList<Assignment>> OpenBetweenAsync(string unitId, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var open = new List<Assignment>();
        await foreach (var row in store.RangeAsync(StoreTable.Work, Keys.Work(unitId), Keys.Due(from, 0), Keys.Due(until, int.MaxValue), cancellationToken))
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

    /// <summary>
    /// Assigns tasks to a unit. What it was assigned before, by an attempt that was broken off, is left as it is; what was assigned and taken back
    /// is assigned anew.
    /// </summary>
    /// <returns>The assignments as they now are.</returns>
    public async Task<IReadOnlyList<Assignment>> AssignAsync(
        string unitId, IReadOnlyList<(Assignment Assignment, HistoryEvent Event)> assigned, CancellationToken cancellationToken)
    {
        var stored = new List<Assignment>();
        foreach (var some in assigned.Chunk(StoreLimits.RowsPerTransaction / 3))
        {
            try
            {
                await store.CommitAsync(StoreTable.Work, Keys.Work(unitId), [.. some.SelectMany(Rows)], cancellationToken);
                stored.AddRange(some.Select(one => one.Assignment));
            }
            catch (StoreConflictException)
            {
                foreach (var one in some) stored.Add(await AssignOneAsync(unitId, one, cancellationToken));
            }
        }

        return stored;

        static IEnumerable<RowChange> Rows((Assignment Assignment, HistoryEvent Event) one) =>
        [
            new RowChange.Insert(Keys.Assignment(one.Assignment.Task), StoredJson.Write(one.Assignment)),
            new RowChange.Insert(DueKey(one.Assignment), StoredJson.Write(Indexed(one.Assignment))),
            new RowChange.Insert(Keys.HistoryEvent(one.Assignment.Task, one.Event.At, one.Event.MessageId), StoredJson.Write(one.Event)),
        ];
    }

    private async Task<Assignment> AssignOneAsync(string unitId, (Assignment Assignment, HistoryEvent Event) one, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var known = await FindAsync(unitId, one.Assignment.Task, cancellationToken);
            if (known is { Value: { Ended: not { Kind: EndingKind.TakenBack } } there }) return there;
            // Of an attempt at the publishing that was taken back: it is over.
            if (known?.Value.Ended is { } ended && ended.At > one.Event.At) return known.Value;
            var assignment = one.Assignment with { Version = (known?.Value.Version ?? 0) + 1 };
            try
            {
                await store.CommitAsync(
                    StoreTable.Work,
                    Keys.Work(unitId),
                    [
                        known is null
                            ? new RowChange.Insert(Keys.Assignment(assignment.Task), StoredJson.Write(assignment))
                            : new RowChange.Replace(Keys.Assignment(assignment.Task), StoredJson.Write(assignment), known.ETag),
                        new RowChange.Upsert(DueKey(assignment), StoredJson.Write(Indexed(assignment))),
                        new RowChange.Insert(Keys.HistoryEvent(assignment.Task, one.Event.At, one.Event.MessageId), StoredJson.Write(one.Event)),
                    ],
                    cancellationToken);
                return assignment;
            }
            catch (StoreConflictException) when (attempt < Attempts)
            {
                // Another copy that finishes the same publishing was first.
            }
        }
    }

    /// <summary>Writes what becomes of some of a unit's assignments by what was done to their directive: nobody of the unit can take it back.</summary>
    /// <param name="operation">What was done; what it has changed already is not among the changes.</param>
    /// <exception cref="StoreConflictException">An assignment changed since it was read.</exception>
    public Task AmendAsync(
        string unitId, string operation, IReadOnlyList<(StoredAssignment Before, Assignment After, HistoryEvent Event)> changes, CancellationToken cancellationToken)
    {
        var rows = new List<RowChange>();
        foreach (var (before, after, happened) in changes)
        {
            rows.Add(new RowChange.Replace(Keys.Assignment(after.Task), StoredJson.Write(after), before.ETag));
            rows.Add(new RowChange.Insert(Keys.HistoryEvent(after.Task, happened.At, operation), StoredJson.Write(happened)));
            rows.AddRange(DueChanges(before.Value, after));
        }

        return store.CommitAsync(StoreTable.Work, Keys.Work(unitId), rows, cancellationToken);
    }

    /// <summary>Writes the changes of one operation, with their history, all or none.</summary>
    /// <param name="undo">What the person can take back from now on; null when this was the taking back.</param>
    /// <exception cref="StoreConflictException">An assignment changed since it was read, or the operation has already been carried out.</exception>
    public async Task ChangeAsync(
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
            rows.AddRange(DueChanges(before.Value, after));
        }

        rows.Add(undo is null
            ? new RowChange.Delete(Keys.Undo(personId), null)
            : new RowChange.Upsert(Keys.Undo(personId), StoredJson.Write(undo)));
        try
        {
            await store.CommitAsync(StoreTable.Work, Keys.Work(unitId), rows, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // The answer may have been lost and not the change: the operation's own row tells. If it cannot be read either, nobody knows.
            if (!await HasRunAsync(unitId, operation, cancellationToken)) throw;
        }
    }

    /// <summary>Every unit that was ever assigned anything, whether the roster still has it or not: a walk through the whole table.</summary>
    public async Task<IReadOnlyList<string>> UnitsAsync(CancellationToken cancellationToken)
    {
        var units = new List<string>();
        string? partition = null;
        await foreach (var row in store.ScanAsync(StoreTable.Work, cancellationToken))
        {
            if (row.Partition == partition || !row.Key.StartsWith("a|", StringComparison.Ordinal)) continue;
            partition = row.Partition;
            units.Add(StoredJson.Read<Assignment>(row.Value).UnitId);
        }

        return units;
    }

    /// <summary>The unit's index rows of open due dates, to be held against its assignments.</summary>
    public async Task<IReadOnlyList<StoredRow>> DueRowsAsync(string unitId, CancellationToken cancellationToken)
    {
        var rows = new List<StoredRow>();
        await foreach (var row in store.RangeAsync(StoreTable.Work, Keys.Work(unitId), "due|", Keys.After("due|"), cancellationToken)) rows.Add(row);
        return rows;
    }

    /// <summary>The index row that an assignment should have; null when nothing is left to do.</summary>
    public static (string Key, string Value)? DueRow(Assignment assignment) =>
        assignment.IsOpen ? (DueKey(assignment), StoredJson.Write(Indexed(assignment))) : null;

    /// <summary>Sets an assignment's index row right, and removes those that are wrong.</summary>
    /// <exception cref="StoreConflictException">The assignment changed since it was read, and with it its index row.</exception>
    public Task RepairDueAsync(StoredAssignment stored, IReadOnlyList<string> wrong, CancellationToken cancellationToken)
    {
        // Written as it is, so that a change made meanwhile is noticed.
        var rows = new List<RowChange> { new RowChange.Replace(Keys.Assignment(stored.Value.Task), StoredJson.Write(stored.Value), stored.ETag) };
        var right = DueRow(stored.Value);
        if (right is { } row) rows.Add(new RowChange.Upsert(row.Key, row.Value));
        rows.AddRange(wrong.Where(key => key != right?.Key).Select(key => new RowChange.Delete(key, null)));
        return store.CommitAsync(StoreTable.Work, Keys.Work(stored.Value.UnitId), rows, cancellationToken);
    }

    private static IEnumerable<RowChange> DueChanges(Assignment before, Assignment after)
    {
        if (!after.IsOpen || DueKey(before) != DueKey(after)) yield return new RowChange.Delete(DueKey(before), null);
        if (after.IsOpen) yield return new RowChange.Upsert(DueKey(after), StoredJson.Write(Indexed(after)));
    }

    private static string DueKey(Assignment assignment) => assignment.Due is { } due
        ? Keys.Due(due, assignment.Task)
        : string.Join('|', "due", NoDueDay, Keys.Number(assignment.Task));

    // The index row answers lists on its own; the long words stay in the assignment's row.
    private static Assignment Indexed(Assignment assignment) => assignment with { Text = "", Coordinating = [], ReportTo = [], Evidence = [] };
}
