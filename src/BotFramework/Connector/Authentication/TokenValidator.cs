using System.Globalization;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Checks the token of a request: from the channel service, or from the bot's own tenant, which the local test clients use with
/// the bot's own credentials. Every doubt refuses.
/// </summary>
internal sealed class TokenValidator(
    AuthenticationSettings settings,
    OpenIdMetadata channelMetadata,
    OpenIdMetadata tenantMetadata,
    TimeProvider clock)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly string[] _tenantIssuers = TenantIssuers(settings.TenantId);

    public async Task<ClaimsIdentity> ValidateAsync(
        string authHeader,
        string channelId,
        string serviceUrl,
        CancellationToken cancellationToken)
    {
        var token = Parse(authHeader);
        if (token.Issuer == settings.ChannelTokenIssuer)
        {
            var identity = await ValidateAsync(token, token.Issuer, channelMetadata, channelId, cancellationToken).ConfigureAwait(false);
            RequireServiceUrl(identity, serviceUrl);
            return identity;
        }

        if (_tenantIssuers.Contains(token.Issuer, StringComparer.Ordinal))
        {
            var identity = await ValidateAsync(token, token.Issuer, tenantMetadata, null, cancellationToken).ConfigureAwait(false);
            RequireOwnApp(identity);
            return identity;
        }

        throw new UnauthorizedAccessException("the token's issuer is not known");
    }

    private JsonWebToken Parse(string authHeader)
    {
        const string Scheme = "Bearer ";
        if (!authHeader.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new UnauthorizedAccessException("the authorization header has no bearer token");
        }

        try
        {
            var token = _handler.ReadJsonWebToken(authHeader[Scheme.Length..].Trim());

            // Without a key id the channels a key may sign for could not be checked.
            return string.IsNullOrEmpty(token.Kid) ? throw new UnauthorizedAccessException("the token names no key") : token;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or FormatException)
        {
            throw new UnauthorizedAccessException("the token cannot be read", exception);
        }
    }

    private async Task<ClaimsIdentity> ValidateAsync(
        JsonWebToken token,
        string issuer,
        OpenIdMetadata metadata,
        string channelId,
        CancellationToken cancellationToken)
    {
        var keys = await metadata.GetKeysAsync(cancellationToken).ConfigureAwait(false);
        if (!keys.Contains(token.Kid)) keys = await metadata.GetNewerKeysAsync(keys, cancellationToken).ConfigureAwait(false);
        if (!keys.Contains(token.Kid)) throw new UnauthorizedAccessException("the token's key is not one of its issuer's");
        if (!keys.MaySignFor(token.Kid, channelId)) throw new UnauthorizedAccessException("the token's key is not endorsed for the channel");

        var result = await _handler.ValidateTokenAsync(token, Parameters(issuer, keys)).ConfigureAwait(false);
        if (!result.IsValid) throw new UnauthorizedAccessException(ReasonOf(result.Exception), result.Exception);
        return result.ClaimsIdentity;
    }

    private TokenValidationParameters Parameters(string issuer, SigningKeys keys) => new()
    {
        ValidIssuer = issuer,
        ValidAudience = settings.AppId,
        IssuerSigningKeys = keys.Keys,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = AuthenticationConstants.AllowedSigningAlgorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = IsAlive,
    };

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires != null && now - ClockSkew < expires && (notBefore == null || now + ClockSkew >= notBefore);
    }

    /// <summary>A stolen token of one channel instance must not make the bot send its replies, with its own token, elsewhere.</summary>
    private static void RequireServiceUrl(ClaimsIdentity identity, string serviceUrl)
    {
        var claim = identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        if (string.IsNullOrWhiteSpace(claim) || !string.Equals(claim, serviceUrl, StringComparison.Ordinal))
        {
            throw new UnauthorizedAccessException("the token was issued for another service URL");
        }
    }

    /// <summary>Only who holds the bot's own secret gets a token of its tenant for this audience in the bot's own name.</summary>
    private void RequireOwnApp(ClaimsIdentity identity)
    {
        var claimType = identity.FindFirst(AuthenticationConstants.VersionClaim)?.Value == "2.0"
            ? AuthenticationConstants.AuthorizedParty
            : AuthenticationConstants.AppIdClaim;
        if (identity.FindFirst(claimType)?.Value != settings.AppId)
        {
            throw new UnauthorizedAccessException("the token was issued to another application");
        }
    }

    private static string[] TenantIssuers(string tenantId) => tenantId == null
        ? []
        :
        [
            string.Format(CultureInfo.InvariantCulture, AuthenticationConstants.ValidTokenIssuerUrlTemplateV1, tenantId),
            string.Format(CultureInfo.InvariantCulture, AuthenticationConstants.ValidTokenIssuerUrlTemplateV2, tenantId),
        ];

    private static string ReasonOf(Exception exception) => exception switch
    {
        SecurityTokenInvalidAudienceException => "the token is for another audience",
        SecurityTokenInvalidIssuerException => "the token's issuer is not known",
        SecurityTokenInvalidLifetimeException => "the token is not valid at this time",
        SecurityTokenInvalidAlgorithmException => "the token's algorithm is not allowed",
        SecurityTokenInvalidSignatureException => "the token's signature is wrong",
        _ => "the token is not valid",
    };
}
