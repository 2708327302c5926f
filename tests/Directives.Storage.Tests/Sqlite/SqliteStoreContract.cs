using Directives.Core;
using Directives.Storage.Sqlite;
using Directives.Storage.Tests.Contract;

namespace Directives.Storage.Tests.Sqlite;

public sealed class SqliteStoreContract : StoreContract, IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private SqliteStore? store;

    protected override IPartitionedStore Store => store!;

    public Task InitializeAsync()
    {
        store = SqliteStore.Open(folder.File("store.db"));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await store!.DisposeAsync();

    public void Dispose() => folder.Dispose();

    protected override async Task ReopenAsync()
    {
        await store!.DisposeAsync();
        await InitializeAsync();
    }
}
