using Azure.Core;
using Azure.Identity;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The bot's token by the managed identity of the machine it runs on, which needs no secret. The library keeps and renews it.</summary>
internal sealed class ManagedIdentityTokenSource(AuthenticationSettings settings) : ITokenSource
{
    private readonly ManagedIdentityCredential _credential = new(ManagedIdentityId.FromUserAssignedClientId(settings.AppId));
    private readonly TokenRequestContext _request = new([settings.OAuthScope + "/.default"]);

    public async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await _credential.GetTokenAsync(_request, cancellationToken).ConfigureAwait(false)).Token;
        }
        catch (AuthenticationFailedException exception)
        {
            throw TokenFailure.Because("the managed identity gives none", exception);
        }
    }
}
