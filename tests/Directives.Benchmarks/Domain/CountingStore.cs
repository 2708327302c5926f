using Directives.Core;

namespace Directives.Benchmarks.Domain;

/// <summary>Counts what is asked of a store: what one report costs there does not depend on the machine.</summary>
internal sealed class CountingStore(IPartitionedStore store) : IPartitionedStore
{
    private int _commits, _unsynced, _rows, _reads;

    public void Reset() => (_commits, _unsynced, _rows, _reads) = (0, 0, 0, 0);

    public override string ToString() => FormattableString.Invariant($"{_commits} synced commits, {_unsynced} not synced, of {_rows} rows together, {_reads} reads");

    public Task<StoredRow?> GetAsync(StoreTable table, string partition, string rowKey, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return store.GetAsync(table, partition, rowKey, cancellationToken);
    }

    public IAsyncEnumerable<StoredRow> RangeAsync(StoreTable table, string partition, string from, string? to, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return store.RangeAsync(table, partition, from, to, cancellationToken);
    }

    public IAsyncEnumerable<ScannedRow> ScanAsync(StoreTable table, CancellationToken cancellationToken) => store.ScanAsync(table, cancellationToken);

    public Task<IReadOnlyList<string?>> CommitAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _commits);
        Interlocked.Add(ref _rows, changes.Count);
        return store.CommitAsync(table, partition, changes, cancellationToken);
    }

    public Task<IReadOnlyList<string?>> CommitUnsyncedAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _unsynced);
        Interlocked.Add(ref _rows, changes.Count);
        return store.CommitUnsyncedAsync(table, partition, changes, cancellationToken);
    }
}
