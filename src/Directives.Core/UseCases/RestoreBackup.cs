namespace Directives.Core;

/// <summary>
/// A backup into a store: what the store has and the backup lacks is removed, what differs is written. The backup is read through and found
/// whole before anything is written. A store in which this began and did not end says so, and no program works on it; the same command again
/// finishes it.
/// </summary>
public sealed class RestoreBackup(IPartitionedStore store, StoreSchema schema, TimeProvider time)
{
    /// <param name="file">The backup; it can be read twice.</param>
    /// <param name="replace">Whether a store with something in it may be changed.</param>
    /// <exception cref="UnusableBackupException">The backup cannot be used. Nothing was written.</exception>
    /// <exception cref="StoreNotEmptyException">The store is not empty. Nothing was written.</exception>
    /// <exception cref="InvalidDataException">The store is of a newer version. Nothing was written.</exception>
    /// <exception cref="StoreUnavailableException">The store did not answer; do it again.</exception>
    public async Task<BackupSummary> HandleAsync(Stream file, bool replace, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var summary = await BackupReader.VerifyAsync(file, schema.Version, cancellationToken);
        var about = new AboutTable(store);
        var (found, etag) = await about.ReadAsync(cancellationToken);
        schema.Refuse(found.Schema);
        // What an earlier attempt left is nothing that could be lost.
        if (found.IsWhole && !replace && await HasRowsAsync(cancellationToken)) throw new StoreNotEmptyException();

        await about.WriteAsync(new AboutStore { Schema = summary.Schema, Restoring = summary.Sha256 }, etag, cancellationToken);
        file.Position = 0;
        await WriteAsync(file, cancellationToken);
        await schema.MigrateAsync(store, cancellationToken);
        (found, etag) = await about.ReadAsync(cancellationToken);
        await about.WriteAsync(found with { Restoring = null }, etag, cancellationToken);
        return summary;
    }

    private async Task<bool> HasRowsAsync(CancellationToken cancellationToken)
    {
        foreach (var table in BackupFormat.Tables)
        {
            await foreach (var _ in store.ScanAsync(table, cancellationToken)) return true;
        }

        return false;
    }

    // Both are in the same order, so one walk over both finds all differences with a row of each in memory.
    private async Task WriteAsync(Stream file, CancellationToken cancellationToken)
    {
        await using var writer = new BulkWriter(store, time, cancellationToken);
        await using var backup = BackupReader.RowsAsync(file, schema.Version, _ => { }, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var more = await backup.MoveNextAsync();
        foreach (var table in BackupFormat.Tables)
        {
            await using var stored = store.ScanAsync(table, cancellationToken).GetAsyncEnumerator(cancellationToken);
            var has = await stored.MoveNextAsync();
            while (has || (more && backup.Current.Table == table))
            {
                var order = !has ? 1 : !more || backup.Current.Table != table ? -1 : RowOrder.Compare(stored.Current, backup.Current.Row);
                if (order < 0) await writer.DeleteAsync(table, stored.Current);
                else if (order > 0 || stored.Current.Value != backup.Current.Row.Value) await writer.UpsertAsync(table, backup.Current.Row);

                if (order <= 0) has = await stored.MoveNextAsync();
                if (order >= 0) more = await backup.MoveNextAsync();
            }
        }

        await writer.CompleteAsync();
    }
}

/// <summary>The store has something in it, and nobody said that it may be replaced.</summary>
public sealed class StoreNotEmptyException() : Exception("The store is not empty.");
