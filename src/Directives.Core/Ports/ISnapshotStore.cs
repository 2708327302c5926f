namespace Directives.Core;

/// <summary>A store that can hold still: one moment of all its tables, while others go on writing.</summary>
public interface ISnapshotStore
{
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public IStoreSnapshot OpenSnapshot();
}

/// <summary>All rows as they were at one moment. Used by one caller at a time, and not for long: a store may keep what is removed meanwhile.</summary>
public interface IStoreSnapshot : IDisposable
{
    public IAsyncEnumerable<ScannedRow> ScanAsync(StoreTable table, CancellationToken cancellationToken);
}
