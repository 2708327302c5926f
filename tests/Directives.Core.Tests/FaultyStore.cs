namespace Directives.Core.Tests;

/// <summary>A store that fails at one commit: before it is made, or after it, so that the caller cannot know.</summary>
internal sealed class FaultyStore(IPartitionedStore inner) : IPartitionedStore
{
    public int Commits { get; private set; }

    public int Reads { get; private set; }

    public int Ranges { get; private set; }

    /// <summary>The number, from 1, of the commit that fails; 0 for none.</summary>
    public int FailAt { get; set; }

    public bool FailAfterwards { get; set; }

    /// <summary>Runs before a commit is made.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    public Task<StoredRow?> GetAsync(StoreTable table, string partition, string rowKey, CancellationToken cancellationToken)
    {
        Reads++;
        return inner.GetAsync(table, partition, rowKey, cancellationToken);
    }

    public IAsyncEnumerable<StoredRow> RangeAsync(StoreTable table, string partition, string from, string? to, CancellationToken cancellationToken)
    {
        Ranges++;
        return inner.RangeAsync(table, partition, from, to, cancellationToken);
    }

    public IAsyncEnumerable<ScannedRow> ScanAsync(StoreTable table, CancellationToken cancellationToken) => inner.ScanAsync(table, cancellationToken);

    public async Task<IReadOnlyList<string?>> CommitAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        Commits++;
        if (BeforeCommit is { } before) await before();
        if (Commits == FailAt && !FailAfterwards) throw new StoreUnavailableException("refused");
        var etags = await inner.CommitAsync(table, partition, changes, cancellationToken);
        if (Commits == FailAt) throw new StoreUnavailableException("lost");
        return etags;
    }
}
