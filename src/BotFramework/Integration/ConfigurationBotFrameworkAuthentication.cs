using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// Authentication by the keys MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId and MicrosoftAppType. Made once; the addresses of
/// the issuers and of the login can be configured too, under the SDK's keys.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly AuthenticationSettings _settings;
    private readonly IHttpClientFactory _httpClientFactory;
    private readonly ILogger _logger;
    private readonly TokenValidator _validator;
    private readonly ITokenSource _tokens;

    public ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration,
        ServiceClientCredentialsFactory credentialsFactory = null,
        AuthenticationConfiguration authConfiguration = null,
        IHttpClientFactory httpClientFactory = null,
        ILogger logger = null)
        : this(configuration, httpClientFactory, logger, TimeProvider.System)
    {
    }

    internal ConfigurationBotFrameworkAuthentication(
        IConfiguration configuration,
        IHttpClientFactory httpClientFactory,
        ILogger logger,
        TimeProvider clock)
    {
        Clock = clock;
        _settings = AuthenticationSettings.Read(configuration);
        _httpClientFactory = httpClientFactory;
        _logger = logger ?? NullLogger.Instance;
        if (_settings.IsDisabled) return;

        // Issuers and login are asked about once a day: a client of our own, so that no handler meant for channels sees the secret.
        _validator = new TokenValidator(_settings, Metadata(_settings.ChannelMetadataUrl), Metadata(_settings.TenantMetadataUrl), clock);
        _tokens = _settings.IsManagedIdentity
            ? new ManagedIdentityTokenSource(_settings)
            : new LoginTokenSource(_settings, SharedHttpClient.Instance, clock, _logger);
    }

    internal override TimeProvider Clock { get; }

    internal override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity,
        string authHeader,
        CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(authHeader))
        {
            if (!_settings.IsDisabled) throw new UnauthorizedAccessException("the request has no authorization header");
            return new AuthenticateRequestResult(new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType), null);
        }

        // A token that cannot be checked is worth less than none.
        if (_settings.IsDisabled) throw new UnauthorizedAccessException("the request has a token, and MicrosoftAppId is not configured");
        var identity = await _validator.ValidateAsync(authHeader, activity.ChannelId, activity.ServiceUrl, cancellationToken).ConfigureAwait(false);
        return new AuthenticateRequestResult(identity, _settings.CallerId);
    }

    internal override ConnectorClient CreateConnectorClient(ClaimsIdentity claimsIdentity, string serviceUrl, string audience)
    {
        if (audience != null && audience != _settings.OAuthScope)
        {
            throw new NotSupportedException("The audience of a message is the channel service; other bots are not supported.");
        }

        if (!_settings.IsDisabled && BotAppId(claimsIdentity) != _settings.AppId) throw new InvalidOperationException("Invalid appId.");
        var http = _httpClientFactory?.CreateClient() ?? SharedHttpClient.Instance;
        return new ConnectorClient(serviceUrl, http, _tokens, Clock, _logger);
    }

    private static string BotAppId(ClaimsIdentity identity) =>
        (identity.FindFirst(AuthenticationConstants.AudienceClaim) ?? identity.FindFirst(AuthenticationConstants.AppIdClaim))?.Value;

    private OpenIdMetadata Metadata(string address) => new(address, SharedHttpClient.Instance, Clock, _logger);
}
