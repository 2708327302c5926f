using System.Runtime.CompilerServices;
using Directives.Core;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Sqlite;

/// <summary>
/// The store in one SQLite file on a local disk. Several processes may use the file at once, on one machine: write-ahead logging needs shared
/// memory, which network file systems do not give. A commit that has returned survives a kill and a power cut. Safe for concurrent use.
/// </summary>
public sealed class SqliteStore : IPartitionedStore, ISnapshotStore, IAsyncDisposable, IDisposable
{
    private const int RowsPerPage = 500;
    private const int CharactersPerPage = 1 << 20;

    private static readonly TimeSpan DefaultBusyTimeout = TimeSpan.FromSeconds(10);

    private readonly SqliteFile file;
    private readonly SqliteReaders readers;
    private readonly SqliteWriter writer;

    private SqliteStore(SqliteFile file)
    {
        this.file = file;
        readers = new SqliteReaders(file);
        writer = new SqliteWriter(file);
    }

    /// <summary>Opens the file, made with its folder where there is none.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="busyTimeout">
    /// How long a commit waits for another process's before it gives up with <see cref="StoreUnavailableException"/>; over 0, and 10 seconds where
    /// it is not given.
    /// </param>
    /// <exception cref="StoreUnavailableException">The file or its folder cannot be opened or made.</exception>
    /// <exception cref="InvalidDataException">The file is another program's, or of a newer version of this one.</exception>
    public static SqliteStore Open(string path, TimeSpan? busyTimeout = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var timeout = busyTimeout ?? DefaultBusyTimeout;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero, nameof(busyTimeout));
        try
        {
            return new SqliteStore(new SqliteFile(path, timeout));
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.ToUnavailable(error);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw new StoreUnavailableException("The folder of the SQLite file cannot be made.", error);
        }
    }

    /// <inheritdoc/>
    public Task<StoredRow?> GetAsync(StoreTable table, string partition, string rowKey, CancellationToken cancellationToken)
    {
        StoreArguments.CheckKey(partition, nameof(partition));
        StoreArguments.CheckKey(rowKey, nameof(rowKey));
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<StoredRow?>(cancellationToken);
        try
        {
            return Task.FromResult(readers.Read(connection => connection.Get(table, partition, rowKey)));
        }
        catch (StoreUnavailableException error)
        {
            return Task.FromException<StoredRow?>(error);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Read in pages, each as of its own moment: a row changed meanwhile is seen as it was or as it is.</remarks>
    public IAsyncEnumerable<StoredRow> RangeAsync(
        StoreTable table, string partition, string from, string? to, CancellationToken cancellationToken)
    {
        StoreArguments.CheckKey(partition, nameof(partition));
        StoreArguments.CheckRange(from, to);
        return PagesAsync(table, partition, from, to, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Read in pages, as a range is; <see cref="OpenSnapshot"/> gives one moment of all tables.</remarks>
    public IAsyncEnumerable<ScannedRow> ScanAsync(StoreTable table, CancellationToken cancellationToken) => SqliteScan.RowsAsync(
        (after, page) => readers.Read(connection => connection.ReadPage(table, after, SqliteScan.RowsPerPage, SqliteScan.CharactersPerPage, page)),
        cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// A call cancelled while it waits its turn is not made; once it is being made, it is seen through. After <see cref="StoreUnavailableException"/>
    /// nobody knows whether it was made.
    /// </remarks>
    public Task<IReadOnlyList<string?>> CommitAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        StoreArguments.CheckKey(partition, nameof(partition));
        return writer.CommitAsync(new PendingCommit(table, partition, StoreArguments.CheckChanges(changes)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string?>> CommitUnsyncedAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        StoreArguments.CheckKey(partition, nameof(partition));
        return writer.CommitAsync(new PendingCommit(table, partition, StoreArguments.CheckChanges(changes), isSynced: false), cancellationToken);
    }

    /// <inheritdoc/>
    public IStoreSnapshot OpenSnapshot() => new SqliteSnapshot(file);

    /// <summary>Makes the commits that were asked for, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        readers.Dispose();
        await writer.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>As <see cref="DisposeAsync"/>, for a host that can only wait.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async IAsyncEnumerable<StoredRow> PagesAsync(
        StoreTable table, string partition, string from, string? to,
        CancellationToken callToken, [EnumeratorCancellation] CancellationToken enumerationToken = default)
    {
        var page = new List<StoredRow>();
        string? last = null;
        for (var more = true; more;)
        {
            callToken.ThrowIfCancellationRequested();
            enumerationToken.ThrowIfCancellationRequested();
            page.Clear();
            more = readers.Read(connection => connection.ReadPage(table, partition, last ?? from, to, RowsPerPage, CharactersPerPage, page));
            foreach (var row in page)
            {
                // A page begins where the last one ended: that row was given already, unless it was removed meanwhile.
                if (row.Key == last) continue;
                yield return row;
            }

            if (page.Count > 0) last = page[^1].Key;
            if (more) await Task.Yield(); // A long range must not keep a thread to itself.
        }
    }
}
