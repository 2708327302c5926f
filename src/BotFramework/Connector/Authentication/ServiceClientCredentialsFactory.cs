namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Stands in the constructor of the authentication as in the SDK; the bot's credentials come from configuration.</summary>
public abstract class ServiceClientCredentialsFactory
{
    private protected ServiceClientCredentialsFactory()
    {
    }
}
