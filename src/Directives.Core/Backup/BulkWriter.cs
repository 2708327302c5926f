namespace Directives.Core;

/// <summary>
/// Writes many rows, given partition by partition, in transactions within the limits, several at a time. Each change may be made twice: what
/// the store did not answer to is sent again.
/// </summary>
internal sealed class BulkWriter(IPartitionedStore store, TimeProvider time, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const int AtOnce = 16;
    private const int Attempts = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim free = new(AtOnce, AtOnce);
    private readonly List<RowChange> changes = [];
    private (StoreTable Table, string Partition) where;
    private int bytes;
    private Exception? failure;

    public Task UpsertAsync(StoreTable table, ScannedRow row) => AddAsync(table, row.Partition, new RowChange.Upsert(row.Key, row.Value), row.Value.Length * 2);

    public Task DeleteAsync(StoreTable table, ScannedRow row) => AddAsync(table, row.Partition, new RowChange.Delete(row.Key, null), 0);

    /// <summary>Returns when everything is written.</summary>
    public async Task CompleteAsync()
    {
        await SendAsync();
        for (var i = 0; i < AtOnce; i++) await free.WaitAsync(cancellationToken);
        free.Release(AtOnce);
        if (failure is not null) throw failure;
    }

    /// <summary>Waits for what is under way: whoever broke off must not find the store still changing.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < AtOnce; i++) await free.WaitAsync(CancellationToken.None);
        free.Dispose();
    }

    private async Task AddAsync(StoreTable table, string partition, RowChange change, int size)
    {
        if (changes.Count > 0 && ((table, partition) != where || changes.Count == StoreLimits.RowsPerTransaction || bytes + size > StoreLimits.TransactionBytes))
        {
            await SendAsync();
        }

        where = (table, partition);
        changes.Add(change);
        bytes += size;
    }

    private async Task SendAsync()
    {
        if (changes.Count == 0) return;
        RowChange[] transaction = [.. changes];
        changes.Clear();
        bytes = 0;
        await free.WaitAsync(cancellationToken);
        if (failure is not null)
        {
            free.Release();
            throw failure;
        }

        _ = CommitAsync(where.Table, where.Partition, transaction);
    }

    private async Task CommitAsync(StoreTable table, string partition, RowChange[] transaction)
    {
        await Task.Yield();
        try
        {
            var pause = FirstPause;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await store.CommitAsync(table, partition, transaction, cancellationToken);
                    return;
                }
                catch (StoreUnavailableException) when (attempt < Attempts)
                {
                    await Task.Delay(pause, time, cancellationToken);
                    pause *= 2;
                }
            }
        }
        catch (Exception failed)
        {
            failure ??= failed;
        }
        finally
        {
            free.Release();
        }
    }
}
