using Directives.Core;

namespace Directives.Storage.Tests.Contract;

/// <summary>
/// What every <see cref="IPartitionedStore"/> must do, whatever it stands on. Each fact uses a partition of its own, so stores may be shared.
/// </summary>
public abstract partial class StoreContract
{
    private const StoreTable Table = StoreTable.Work;

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly string partition = "p" + Guid.NewGuid().ToString("N");

    protected abstract IPartitionedStore Store { get; }

    /// <summary>Closes the store and opens it again on the same data.</summary>
    protected abstract Task ReopenAsync();

    private Task<StoredRow?> Get(string key) => Store.GetAsync(Table, partition, key, None);

    private Task<IReadOnlyList<string?>> Commit(params RowChange[] changes) => Store.CommitAsync(Table, partition, changes, None);

    private async Task<string> Write(string key, string value) => (await Commit(new RowChange.Upsert(key, value)))[0]!;

    private async Task<List<StoredRow>> Range(string from = "", string? to = null)
    {
        var rows = new List<StoredRow>();
        await foreach (var row in Store.RangeAsync(Table, partition, from, to, None)) rows.Add(row);
        return rows;
    }

    private async Task<string[]> KeysInRange(string from = "", string? to = null) => [.. (await Range(from, to)).Select(row => row.Key)];

    private async Task AssertConflict(params RowChange[] changes)
    {
        var conflict = await Assert.ThrowsAsync<StoreConflictException>(() => Commit(changes));
        Assert.StartsWith("Etag conflict", conflict.Message, StringComparison.Ordinal);
    }

    private async Task AssertRefused(params RowChange[] changes) => await Assert.ThrowsAnyAsync<ArgumentException>(() => Commit(changes));
}
