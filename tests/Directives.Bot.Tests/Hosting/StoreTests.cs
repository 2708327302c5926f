namespace Directives.Bot.Tests.Hosting;

/// <summary>Tests of the whole program that hold whatever it stores in.</summary>
public abstract class StoreTests
{
    /// <summary>The small ward in a store of its own.</summary>
    protected Task<RunningBot> StartAsync(DateTimeOffset? now = null, Action<Dictionary<string, string?>>? settings = null) =>
        Organisation.StartAsync(now, all =>
        {
            UseStore(all);
            settings?.Invoke(all);
        });

    /// <summary>Sets what makes the program use the store; nothing, for an SQLite file.</summary>
    protected virtual void UseStore(Dictionary<string, string?> settings)
    {
    }
}
