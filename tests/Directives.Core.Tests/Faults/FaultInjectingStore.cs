namespace Directives.Core.Tests.Faults;

/// <summary>The process is dead: nothing of it runs on until new parts are made on the same store.</summary>
internal sealed class ProcessKilledException() : Exception("Killed.");

public enum Fault
{
    /// <summary>One write is not made, and the store says so.</summary>
    FailBefore,

    /// <summary>One write is made, and its answer is lost.</summary>
    FailAfter,

    /// <summary>From this write on the store is away.</summary>
    OutageBefore,

    /// <summary>This write is made, its answer is lost, and from then on the store is away.</summary>
    OutageAfter,

    KillBefore,
    KillAfter,
}

/// <summary>A store that goes wrong at the n-th write, and counts the writes.</summary>
internal sealed class FaultInjectingStore(IPartitionedStore inner, int at, Fault fault) : IPartitionedStore
{
    private bool _gone;

    /// <summary>Whether there was such a write.</summary>
    public bool HasFailed { get; private set; }

    public int Writes { get; private set; }

    /// <summary>Whether the process that has this store is dead, and not just without its store for a while.</summary>
    public bool IsKilled => HasFailed && fault is Fault.KillBefore or Fault.KillAfter;

    /// <summary>The outage is over.</summary>
    public void Return() => _gone = false;

    public Task<StoredRow?> GetAsync(StoreTable table, string partition, string rowKey, CancellationToken cancellationToken)
    {
        if (_gone) throw Gone();
        return inner.GetAsync(table, partition, rowKey, cancellationToken);
    }

    public IAsyncEnumerable<StoredRow> RangeAsync(StoreTable table, string partition, string from, string? to, CancellationToken cancellationToken)
    {
        if (_gone) throw Gone();
        return inner.RangeAsync(table, partition, from, to, cancellationToken);
    }

    public IAsyncEnumerable<ScannedRow> ScanAsync(StoreTable table, CancellationToken cancellationToken)
    {
        if (_gone) throw Gone();
        return inner.ScanAsync(table, cancellationToken);
    }

    public async Task<IReadOnlyList<string?>> CommitAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        if (_gone) throw Gone();
        if (++Writes != at) return await inner.CommitAsync(table, partition, changes, cancellationToken);
        HasFailed = true;
        _gone = fault is not (Fault.FailBefore or Fault.FailAfter);
        if (fault is Fault.FailAfter or Fault.OutageAfter or Fault.KillAfter) await inner.CommitAsync(table, partition, changes, cancellationToken);
        throw Gone();
    }

    private Exception Gone() => fault is Fault.KillBefore or Fault.KillAfter
        ? new ProcessKilledException()
        : new StoreUnavailableException("The store is away.");
}
