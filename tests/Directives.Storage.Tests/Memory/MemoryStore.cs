using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Directives.Core;

namespace Directives.Storage.Tests.Memory;

/// <summary>A store in memory, correct but for the one flaw it is given: what the contract itself is tested with.</summary>
public sealed class MemoryStore(Flaw flaw) : IPartitionedStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(StoreTable, string), SortedDictionary<string, StoredRow>> partitions = [];
    private int lastETag;

    public void Reopen()
    {
        if (flaw == Flaw.ForgetsOnReopening) partitions.Clear();
    }

    public async Task<StoredRow?> GetAsync(StoreTable table, string partition, string rowKey, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (flaw != Flaw.ChecksNoArguments)
        {
            StoreArguments.CheckKey(partition, nameof(partition));
            StoreArguments.CheckKey(rowKey, nameof(rowKey));
        }

        if (flaw != Flaw.IgnoresCancellation) cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            return Rows(table, partition).TryGetValue(Stored(rowKey), out var row) ? row with { Key = rowKey } : null;
        }
    }

    public async IAsyncEnumerable<StoredRow> RangeAsync(
        StoreTable table, string partition, string from, string? to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (flaw != Flaw.ChecksNoArguments)
        {
            StoreArguments.CheckKey(partition, nameof(partition));
            StoreArguments.CheckRange(from, to);
        }

        List<StoredRow> found;
        lock (gate)
        {
            found = [.. Rows(table, partition).Values.Where(row =>
                string.CompareOrdinal(row.Key, from) >= 0
                && (to is null || string.CompareOrdinal(row.Key, to) < (flaw == Flaw.RangeHasItsEnd ? 1 : 0)))];
        }

        if (flaw == Flaw.OrdersByLength) found = [.. found.OrderBy(row => row.Key.Length)];
        if (flaw == Flaw.EndsRangeAtAThousand) found = [.. found.Take(1000)];
        if (flaw != Flaw.IgnoresCancellation) cancellationToken.ThrowIfCancellationRequested();
        foreach (var row in found)
        {
            yield return row;
            if (flaw != Flaw.IgnoresCancellation) cancellationToken.ThrowIfCancellationRequested();
        }

        await Task.CompletedTask;
    }

    public async IAsyncEnumerable<ScannedRow> ScanAsync(StoreTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<ScannedRow> found;
        lock (gate)
        {
            var inTable = partitions.Where(partition => partition.Key.Item1 == table);
            if (flaw != Flaw.ScansPartitionsAsTheyCame) inTable = inTable.OrderBy(partition => partition.Key.Item2, StringComparer.Ordinal);
            found =
            [
                .. inTable.SelectMany(partition => partition.Value.Values.Select(row => new ScannedRow(partition.Key.Item2, row.Key, row.Value))),
            ];
        }

        if (flaw == Flaw.EndsScanAtAThousand) found = [.. found.Take(1000)];
        if (flaw == Flaw.ScansOnePartition) found = [.. found.TakeWhile(row => row.Partition == found[0].Partition)];
        if (flaw != Flaw.IgnoresCancellation) cancellationToken.ThrowIfCancellationRequested();
        foreach (var row in found)
        {
            yield return row;
            if (flaw != Flaw.IgnoresCancellation) cancellationToken.ThrowIfCancellationRequested();
        }

        await Task.CompletedTask;
    }

    public async Task<IReadOnlyList<string?>> CommitAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        if (flaw != Flaw.ChecksNoArguments)
        {
            StoreArguments.CheckKey(partition, nameof(partition));
            changes = StoreArguments.CheckChanges(changes);
        }

        if (flaw != Flaw.IgnoresCancellation) cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var rows = Rows(table, partition);
            foreach (var change in changes)
            {
                if (IsAsExpected(rows, change))
                {
                    if (flaw == Flaw.KeepsHalfATransaction) Write(rows, change);
                    continue;
                }

                if (flaw == Flaw.SaysConflictInOtherWords) throw new InvalidOperationException("conflict");
                throw new StoreConflictException(change.Key);
            }

            if (flaw == Flaw.KeepsHalfATransaction) return [.. changes.Select(change => change is RowChange.Delete ? null : rows[change.Key].ETag)];
            if (flaw != Flaw.ChecksThenWritesLater) return [.. changes.Select(change => Write(rows, change))];
        }

        // A yield goes to the end of the queue, so others that started at the same time have checked as well before this one writes.
        for (var i = 0; i < 200; i++) await Task.Yield();
        lock (gate)
        {
            var rows = Rows(table, partition);
            return [.. changes.Select(change => Write(rows, change))];
        }
    }

    private bool IsAsExpected(SortedDictionary<string, StoredRow> rows, RowChange change)
    {
        var row = rows.GetValueOrDefault(Stored(change.Key));
        return change switch
        {
            RowChange.Insert => row is null || flaw == Flaw.InsertOverwrites,
            RowChange.Upsert => row is not null || flaw != Flaw.UpsertNeedsARow,
            RowChange.Replace replace => HasETag(row, replace.ETag),
            RowChange.Delete { ETag: null } => row is not null || flaw != Flaw.DeleteOfMissingRowConflicts,
            RowChange.Delete { ETag: { } etag } => HasETag(row, etag) || flaw == Flaw.DeleteIgnoresETag,
            _ => throw new ArgumentException(change.GetType().Name),
        };
    }

    private bool HasETag(StoredRow? row, string etag) =>
        row is null ? flaw == Flaw.TakesETagOfMissingRow : row.ETag == etag || flaw == Flaw.TakesStaleETags;

    private string? Write(SortedDictionary<string, StoredRow> rows, RowChange change)
    {
        var key = Stored(change.Key);
        var value = change switch
        {
            RowChange.Insert insert => insert.Value,
            RowChange.Upsert upsert => upsert.Value,
            RowChange.Replace replace => replace.Value,
            _ => null,
        };
        if (value is null)
        {
            rows.Remove(key);
            return null;
        }

        var etag = NextETag(rows.GetValueOrDefault(key), value);
        rows[key] = new StoredRow(key, Stored(value, flaw), etag);
        return etag;
    }

    private string NextETag(StoredRow? old, string value) => flaw switch
    {
        Flaw.ETagIsTheValuesHash => value.GetHashCode(StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture),
        Flaw.ETagRestartsWithTheRow => (old is null ? 1 : int.Parse(old.ETag, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture),
        _ => (++lastETag).ToString(CultureInfo.InvariantCulture),
    };

    private SortedDictionary<string, StoredRow> Rows(StoreTable table, string partition)
    {
        var key = flaw == Flaw.JoinsPartitionAndKey ? (table, partition.Split('|')[0]) : (table, partition);
        if (!partitions.TryGetValue(key, out var rows)) partitions[key] = rows = new SortedDictionary<string, StoredRow>(StringComparer.Ordinal);
        return rows;
    }

    private string Stored(string key) => flaw switch
    {
        Flaw.FoldsCaseOfKeys => key.ToLowerInvariant(),
        Flaw.TrimsKeys => key.Trim(' '),
        Flaw.DecodesKeys => Uri.UnescapeDataString(key),
        _ => key,
    };

    private static string Stored(string value, Flaw flaw) => flaw switch
    {
        Flaw.CutsLongValues => value[..Math.Min(value.Length, 32_768)],
        Flaw.TrimsValues => value.Trim(),
        Flaw.SplitsSurrogatePairs => string.Concat(value.Chunk(32_000).Select(part => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(part)))),
        _ => value,
    };
}
