using Directives.EndToEnd.Playground.Client;

namespace Directives.EndToEnd.Playground;

/// <summary>
/// A principal and a leader, each at a Playground of their own, as in life at two computers; every test gives them a program of its own to talk to.
/// </summary>
public sealed class TwoUsers : IAsyncLifetime
{
    internal TeamsUser Principal { get; private set; } = null!;

    internal TeamsUser Leader { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (AgentsPlayground.Missing is not null) return;
        var users = await Task.WhenAll(TeamsUser.StartAsync(TeamsWard.Principal), TeamsUser.StartAsync(TeamsWard.Leader));
        (Principal, Leader) = (users[0], users[1]);
    }

    public async Task DisposeAsync()
    {
        if (Principal is not null) await Principal.DisposeAsync();
        if (Leader is not null) await Leader.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class Playgrounds : ICollectionFixture<TwoUsers>
{
    public const string Name = "Playground";
}
