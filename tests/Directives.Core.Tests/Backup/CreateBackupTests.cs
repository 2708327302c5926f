namespace Directives.Core.Tests.Backup;

public sealed class CreateBackupTests
{
    [Fact]
    public async Task Directives_that_change_under_it_are_read_again()
    {
        var store = new ChangingStore(changes: 1);
        var lines = BackupFiles.Lines(await BackupFiles.MakeAsync(store));

        Assert.Contains("""["Directives","index","counter","1"]""", lines);
        Assert.Contains("""["Work","p","a","1"]""", lines);
    }

    [Fact]
    public async Task Directives_that_never_hold_still_are_told_of() =>
        await Assert.ThrowsAsync<StoreUnavailableException>(() => BackupFiles.MakeAsync(new ChangingStore(changes: int.MaxValue)));

    /// <summary>Somebody publishes whenever Work is read.</summary>
    private sealed class ChangingStore(int changes) : IPartitionedStore
    {
        private readonly InMemoryStore inner = new();
        private int made;

        public Task<StoredRow?> GetAsync(StoreTable table, string partition, string rowKey, CancellationToken cancellationToken) =>
            inner.GetAsync(table, partition, rowKey, cancellationToken);

        public IAsyncEnumerable<StoredRow> RangeAsync(StoreTable table, string partition, string from, string? to, CancellationToken cancellationToken) =>
            inner.RangeAsync(table, partition, from, to, cancellationToken);

        public Task<IReadOnlyList<string?>> CommitAsync(
            StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken) =>
            inner.CommitAsync(table, partition, changes, cancellationToken);

        public async IAsyncEnumerable<ScannedRow> ScanAsync(
            StoreTable table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            if (table == StoreTable.Work && made < changes)
            {
                var number = (++made).ToString((IFormatProvider?)null);
                await inner.CommitAsync(StoreTable.Directives, "index", [new RowChange.Upsert("counter", number)], cancellationToken);
                await inner.CommitAsync(StoreTable.Work, "p", [new RowChange.Upsert("a", number)], cancellationToken);
            }

            await foreach (var row in inner.ScanAsync(table, cancellationToken)) yield return row;
        }
    }
}
