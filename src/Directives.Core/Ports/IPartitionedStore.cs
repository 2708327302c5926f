namespace Directives.Core;

/// <summary>
/// Rows by (table, partition, row key), as Azure Tables has them and as an SQLite file can give them. Keys are exact strings in ordinal order;
/// this port neither folds nor trims them. Everything else that the program stores is written once above it.
/// </summary>
public interface IPartitionedStore
{
    /// <summary>The row, or null where there is none.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public Task<StoredRow?> GetAsync(StoreTable table, string partition, string rowKey, CancellationToken cancellationToken);

    /// <summary>The rows of one partition with <paramref name="from"/> ≤ key &lt; <paramref name="to"/>, in ordinal order of their keys.</summary>
    /// <param name="to">The end, not included; null for the end of the partition.</param>
    public IAsyncEnumerable<StoredRow> RangeAsync(
        StoreTable table, string partition, string from, string? to, CancellationToken cancellationToken);

    /// <summary>
    /// Every row of a table, in ordinal order of partition and key: for what goes through everything, such as a backup. No turn needs it.
    /// A row that is changed meanwhile is given as it was or as it is; one that is neither added nor removed meanwhile is given once.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public IAsyncEnumerable<ScannedRow> ScanAsync(StoreTable table, CancellationToken cancellationToken);

    /// <summary>
    /// Makes all changes, or none, durably: 1 to <see cref="StoreLimits.RowsPerTransaction"/> rows of one partition, each row once.
    /// </summary>
    /// <returns>The new ETags in the order of the changes; null for a deletion.</returns>
    /// <exception cref="StoreConflictException">A row exists that was to be inserted, or its ETag is another than was expected, or it is gone.</exception>
    /// <exception cref="ArgumentException">A limit of <see cref="StoreLimits"/> is exceeded; nothing was sent.</exception>
    public Task<IReadOnlyList<string?>> CommitAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken);

    /// <summary>
    /// The same, for what may be gone after a power cut as if the process had been killed before it: it survives a kill, and every later
    /// <see cref="CommitAsync"/> of this process makes it as durable as itself. A store to which that is no difference has this one way.
    /// </summary>
    public Task<IReadOnlyList<string?>> CommitUnsyncedAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken) =>
        CommitAsync(table, partition, changes, cancellationToken);
}

public enum StoreTable
{
    Roster,
    Directives,
    Work,
    Progress,
    Agenda,
    Outbox,
    Seen,

    /// <summary>What was last said to a person and what was asked of them; partition and row: person.</summary>
    Talk,

    /// <summary>Messages that were not understood, of nobody: no part of a backup.</summary>
    Unread,

    /// <summary>What the store says of itself, not of the organisation: no part of a backup.</summary>
    About,
}

/// <param name="Value">JSON, written and read by the typed tables.</param>
public sealed record StoredRow(string Key, string Value, string ETag);

/// <summary>A row as a scan of its table gives it.</summary>
public sealed record ScannedRow(string Partition, string Key, string Value);

/// <summary>One row's change within a transaction.</summary>
public abstract record RowChange(string Key)
{
    /// <summary>A new row; a conflict where one exists.</summary>
    public sealed record Insert(string Key, string Value) : RowChange(Key);

    /// <summary>Replaces the row whose ETag is <paramref name="ETag"/>; a conflict where it has another or is gone.</summary>
    public sealed record Replace(string Key, string Value, string ETag) : RowChange(Key);

    /// <summary>Writes the row whatever was there.</summary>
    public sealed record Upsert(string Key, string Value) : RowChange(Key);

    /// <summary>Removes the row. With an ETag, a conflict where it has another or is gone; without one, a missing row is no error.</summary>
    public sealed record Delete(string Key, string? ETag) : RowChange(Key);
}

/// <summary>The limits of Azure Tables, which both stores keep, checked before anything is sent.</summary>
public static class StoreLimits
{
    public const int RowsPerTransaction = 100;

    /// <summary>
    /// Characters of a partition or row key. The service takes 512, but both keys come back in one header line of each row of a transaction's
    /// answer, a Vietnamese letter as nine characters, and its client reads lines of at most 4,096.
    /// </summary>
    public const int KeyCharacters = 200;

    /// <summary>Bytes of one row's value in UTF-16, the form Azure Tables counts in.</summary>
    public const int RowBytes = 960 * 1024;

    /// <summary>
    /// Bytes of all values of one transaction in UTF-16. The service takes 4 MiB of JSON, in which a Vietnamese letter may take six bytes: three
    /// times its size here.
    /// </summary>
    public const int TransactionBytes = 1_200 * 1024;
}

/// <summary>Somebody else changed the row first, or it is not there. Re-read and decide again.</summary>
public sealed class StoreConflictException(string message, Exception? inner = null) : Exception("Etag conflict: " + message, inner);

/// <summary>The store did not answer, or not in time: nobody knows yet whether the change was made.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
