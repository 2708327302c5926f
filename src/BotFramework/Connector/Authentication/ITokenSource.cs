namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Gives the token that proves to a channel that the bot is itself.</summary>
internal interface ITokenSource
{
    public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);
}
