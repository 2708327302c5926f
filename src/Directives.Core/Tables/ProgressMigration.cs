namespace Directives.Core;

/// <summary>
/// Up to version 3 progress had a partition per task; it now has one per block of tasks. A row is written in its new place before the old one goes. One that
/// is there already was moved by another copy, and may have been projected since.
/// </summary>
internal static class ProgressMigration
{
    private const string NewPartitions = "b|";

    public static async Task ApplyAsync(IPartitionedStore store, CancellationToken cancellationToken)
    {
        var work = new WorkTable(store);
        var some = new List<(ScannedRow Old, UnitProgress Progress)>();
        await foreach (var row in store.ScanAsync(StoreTable.Progress, cancellationToken))
        {
            if (row.Partition.StartsWith(NewPartitions, StringComparison.Ordinal)) continue;
            if (some.Count == StoreLimits.RowsPerTransaction || (some.Count > 0 && some[0].Old.Partition != row.Partition)) await MoveAsync();
            some.Add((row, await CurrentAsync(StoredJson.Read<UnitProgress>(row.Value))));
        }

        if (some.Count > 0) await MoveAsync();

        // How it ended was not projected.
        async Task<UnitProgress> CurrentAsync(UnitProgress progress)
        {
            if (progress.EndedAt is null) return progress;
            return await work.FindAsync(progress.UnitId, progress.Task, cancellationToken) is { Value: var assignment } ? UnitProgress.Of(assignment) : progress;
        }

        async Task MoveAsync()
        {
            var partition = Keys.Progress(some[0].Progress.Task);
            RowChange[] rows =
                [.. some.Select(one => new RowChange.Insert(Keys.ProgressOfUnit(one.Progress.Task, one.Progress.UnitId), StoredJson.Write(one.Progress)))];
            if (!await InsertAsync(partition, rows))
            {
                foreach (var row in rows) await InsertAsync(partition, [row]);
            }

            await store.CommitAsync(
                StoreTable.Progress, some[0].Old.Partition, [.. some.Select(one => new RowChange.Delete(one.Old.Key, null))], cancellationToken);
            some.Clear();
        }

        async Task<bool> InsertAsync(string partition, RowChange[] rows)
        {
            try
            {
                await store.CommitAsync(StoreTable.Progress, partition, rows, cancellationToken);
                return true;
            }
            catch (StoreConflictException)
            {
                return false;
            }
        }
    }
}
