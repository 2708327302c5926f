using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Who may talk to the bot, and what the bot shows when it talks to a channel. Made from configuration; not meant to be derived from.</summary>
public abstract class BotFrameworkAuthentication
{
    private protected BotFrameworkAuthentication()
    {
    }

    internal abstract TimeProvider Clock { get; }

    /// <summary>Throws <see cref="UnauthorizedAccessException"/>, whose message is the reason, for a request that proves nothing.</summary>
    internal abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity,
        string authHeader,
        CancellationToken cancellationToken);

    /// <summary>A client of the channel at that address, for the bot that the identity names.</summary>
    internal abstract ConnectorClient CreateConnectorClient(ClaimsIdentity claimsIdentity, string serviceUrl, string audience);
}
