namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Stands in the constructor of the authentication as in the SDK; rules for skills, which the bot does not have.</summary>
public class AuthenticationConfiguration
{
    internal AuthenticationConfiguration()
    {
    }
}
