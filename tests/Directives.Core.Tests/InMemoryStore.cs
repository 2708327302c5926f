using System.Globalization;
using System.Runtime.CompilerServices;

namespace Directives.Core.Tests;

/// <summary>The port's contract in a dictionary, for tests.</summary>
internal sealed class InMemoryStore : IPartitionedStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(StoreTable, string), SortedDictionary<string, StoredRow>> _partitions = [];
    private long _lastETag;

    public Task<StoredRow?> GetAsync(StoreTable table, string partition, string rowKey, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            return Task.FromResult(_partitions.GetValueOrDefault((table, partition))?.GetValueOrDefault(rowKey));
        }
    }

    public async IAsyncEnumerable<StoredRow> RangeAsync(
        StoreTable table, string partition, string from, string? to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<StoredRow> rows;
        lock (_lock)
        {
            rows = _partitions.GetValueOrDefault((table, partition))?.Values
                .Where(row => string.CompareOrdinal(row.Key, from) >= 0 && (to is null || string.CompareOrdinal(row.Key, to) < 0))
                .ToList() ?? [];
        }

        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }

        await Task.CompletedTask;
    }

    public async IAsyncEnumerable<ScannedRow> ScanAsync(StoreTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<ScannedRow> rows;
        lock (_lock)
        {
            rows =
            [
                .. _partitions.Where(partition => partition.Key.Item1 == table).OrderBy(partition => partition.Key.Item2, StringComparer.Ordinal)
                    .SelectMany(partition => partition.Value.Values.Select(row => new ScannedRow(partition.Key.Item2, row.Key, row.Value))),
            ];
        }

        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }

        await Task.CompletedTask;
    }

    public Task<IReadOnlyList<string?>> CommitAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        CheckLimits(partition, changes);
        lock (_lock)
        {
            if (!_partitions.TryGetValue((table, partition), out var rows))
            {
                _partitions[(table, partition)] = rows = new SortedDictionary<string, StoredRow>(StringComparer.Ordinal);
            }

            // All are checked before any is made.
            foreach (var change in changes) CheckExpectation(rows.GetValueOrDefault(change.Key), change);
            return Task.FromResult<IReadOnlyList<string?>>([.. changes.Select(change => Make(rows, change))]);
        }
    }

    private static void CheckExpectation(StoredRow? existing, RowChange change)
    {
        var holds = change switch
        {
            RowChange.Insert => existing is null,
            RowChange.Replace replace => existing?.ETag == replace.ETag,
            RowChange.Delete { ETag: { } etag } => existing?.ETag == etag,
            _ => true,
        };
        if (!holds) throw new StoreConflictException(change.Key);
    }

    private static void CheckLimits(string partition, IReadOnlyList<RowChange> changes)
    {
        Check(changes.Count is >= 1 and <= StoreLimits.RowsPerTransaction, "rows of a transaction");
        Check(changes.DistinctBy(change => change.Key, StringComparer.Ordinal).Count() == changes.Count, "each row once");
        Check(partition.Length <= StoreLimits.KeyCharacters && changes.All(change => change.Key.Length <= StoreLimits.KeyCharacters), "key characters");
        var sizes = changes.Select(change => 2L * (ValueOf(change)?.Length ?? 0)).ToList();
        Check(sizes.All(size => size <= StoreLimits.RowBytes), "row bytes");
        Check(sizes.Sum() <= StoreLimits.TransactionBytes, "transaction bytes");
    }

    private static void Check(bool holds, string limit)
    {
        if (!holds) throw new ArgumentException($"Limit exceeded: {limit}.");
    }

    private static string? ValueOf(RowChange change) => change switch
    {
        RowChange.Insert insert => insert.Value,
        RowChange.Replace replace => replace.Value,
        RowChange.Upsert upsert => upsert.Value,
        _ => null,
    };

    private string? Make(SortedDictionary<string, StoredRow> rows, RowChange change)
    {
        if (ValueOf(change) is not { } value)
        {
            rows.Remove(change.Key);
            return null;
        }

        var etag = (++_lastETag).ToString(CultureInfo.InvariantCulture);
        rows[change.Key] = new StoredRow(change.Key, value, etag);
        return etag;
    }
}
