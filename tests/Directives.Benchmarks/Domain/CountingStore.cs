using System.Runtime.CompilerServices;
using Directives.Core;

namespace Directives.Benchmarks.Domain;

/// <summary>
/// Counts what is asked of a store: what one report costs there does not depend on the machine. A range counts as often as a table service has to be
/// asked for it, which answers with a thousand rows at a time.
/// </summary>
internal sealed class CountingStore(IPartitionedStore store) : IPartitionedStore
{
    private const int RowsPerAnswer = 1000;

    private int _commits, _unsynced, _rows, _reads;

    public int Calls => _commits + _unsynced + _reads;

    public void Reset() => (_commits, _unsynced, _rows, _reads) = (0, 0, 0, 0);

    public override string ToString() => FormattableString.Invariant($"{_commits} synced commits, {_unsynced} not synced, of {_rows} rows together, {_reads} reads");

    public Task<StoredRow?> GetAsync(StoreTable table, string partition, string rowKey, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return store.GetAsync(table, partition, rowKey, cancellationToken);
    }

    public async IAsyncEnumerable<StoredRow> RangeAsync(
        StoreTable table, string partition, string from, string? to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        var rows = 0;
        await foreach (var row in store.RangeAsync(table, partition, from, to, cancellationToken))
        {
            if (++rows % RowsPerAnswer == 0) Interlocked.Increment(ref _reads);
            yield return row;
        }
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
