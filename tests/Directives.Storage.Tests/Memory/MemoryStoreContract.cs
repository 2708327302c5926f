using Directives.Core;
using Directives.Storage.Tests.Contract;

namespace Directives.Storage.Tests.Memory;

/// <summary>The contract on a store without a flaw: what it demands can be met.</summary>
public sealed class MemoryStoreContract : FlawedStoreContract;

/// <summary>The contract on a store with one flaw, or none. Abstract, so that it runs only where a test runs it.</summary>
public abstract class FlawedStoreContract(Flaw flaw = Flaw.None) : StoreContract
{
    private readonly MemoryStore store = new(flaw);

    protected override IPartitionedStore Store => store;

    protected override Task ReopenAsync()
    {
        store.Reopen();
        return Task.CompletedTask;
    }
}
