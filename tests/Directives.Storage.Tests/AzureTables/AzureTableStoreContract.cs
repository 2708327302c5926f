using Directives.Core;
using Directives.Storage.AzureTables;
using Directives.Storage.Tests.Contract;

namespace Directives.Storage.Tests.AzureTables;

/// <remarks>
/// An emulator proves nothing about what it is laxer in than the service: partitions of a transaction, sizes, keys. Those are checked before
/// anything is sent, and the contract's facts on limits are about that.
/// </remarks>
[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class AzureTableStoreContract(Azurite azurite) : StoreContract, IAsyncLifetime
{
    private AzureTableStore? store;

    protected override IPartitionedStore Store => store!;

    protected override int ModelSteps => 60;

    public Task InitializeAsync() => ReopenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    protected override async Task ReopenAsync() =>
        store = await AzureTableStore.OpenAsync(new AzureTableOptions { ConnectionString = azurite.ConnectionString }, CancellationToken.None);
}
