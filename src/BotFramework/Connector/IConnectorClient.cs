using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The channel service of a turn.</summary>
public interface IConnectorClient : IDisposable
{
    /// <summary>What proves to the channel service that the bot is itself. For requests to that service only.</summary>
    public ServiceClientCredentials Credentials { get; }
}
