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
        RequireAlgorithm(token);
        if (token.Issuer == settings.ChannelTokenIssuer)
        {
            var keys = await KeysAsync(channelMetadata, token, cancellationToken).ConfigureAwait(false);
            RequireEndorsement(keys, token, channelId);
            var identity = await VerifyAsync(token, keys).ConfigureAwait(false);
            RequireServiceUrl(identity, serviceUrl);
            return identity;
        }

        if (_tenantIssuers.Contains(token.Issuer, StringComparer.Ordinal))
        {
            var keys = await KeysAsync(tenantMetadata, token, cancellationToken).ConfigureAwait(false);
            var identity = await VerifyAsync(token, keys).ConfigureAwait(false);
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

    /// <summary>The issuer's keys, the token's among them.</summary>
    private static async Task<SigningKeys> KeysAsync(OpenIdMetadata metadata, JsonWebToken token, CancellationToken cancellationToken)
    {
        var keys = await metadata.GetKeysAsync(cancellationToken).ConfigureAwait(false);
        if (!keys.Contains(token.Kid)) keys = await metadata.GetNewerKeysAsync(keys, cancellationToken).ConfigureAwait(false);
        if (!keys.Contains(token.Kid)) throw new UnauthorizedAccessException("the token's key is not one of its issuer's");
        return keys;
    }

    private async Task<ClaimsIdentity> VerifyAsync(JsonWebToken token, SigningKeys keys)
    {
        var result = await _handler.ValidateTokenAsync(token, Parameters(keys)).ConfigureAwait(false);
        if (!result.IsValid) throw new UnauthorizedAccessException(ReasonOf(result.Exception), result.Exception);
        RequireLifetime(token);
        return result.ClaimsIdentity;
    }

    /// <summary>Signature and audience are the library's to check; the issuer chose the keys, and the reason of a lifetime is told more exactly here.</summary>
    private TokenValidationParameters Parameters(SigningKeys keys) => new()
    {
        IssuerSigningKeys = keys.Keys,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        ValidAudience = settings.AppId,
        ValidateIssuer = false,
        ValidateLifetime = false,
    };

    /// <summary>Before anything else is done with it: no key is tried with an algorithm that the issuers do not use.</summary>
    private static void RequireAlgorithm(JsonWebToken token)
    {
        if (!AuthenticationConstants.AllowedSigningAlgorithms.Contains(token.Alg, StringComparer.Ordinal))
        {
            throw new UnauthorizedAccessException("the token's algorithm is not allowed");
        }
    }

    private static void RequireEndorsement(SigningKeys keys, JsonWebToken token, string channelId)
    {
        if (!keys.MaySignFor(token.Kid, channelId)) throw new UnauthorizedAccessException("the token's key is not endorsed for the channel");
    }

    private void RequireLifetime(JsonWebToken token)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (token.ValidTo == DateTime.MinValue) throw new UnauthorizedAccessException("the token says no time of expiry");
        if (now - ClockSkew >= token.ValidTo) throw new UnauthorizedAccessException("the token has expired");
        if (now + ClockSkew < token.ValidFrom) throw new UnauthorizedAccessException("the token is not valid yet");
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
        SecurityTokenInvalidSignatureException => "the token's signature is wrong",
        _ => "the token is not valid",
    };
}
