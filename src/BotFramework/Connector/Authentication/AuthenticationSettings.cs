using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The configuration under the SDK's own keys, checked once at start-up.</summary>
internal sealed record AuthenticationSettings
{
    public string AppId { get; private init; }

    public string Password { get; private init; }

    /// <summary>Null where the proof is a secret.</summary>
    public ClientCertificate Certificate { get; private init; }

    public string TenantId { get; private init; }

    public bool IsManagedIdentity { get; private init; }

    public string LoginUrl { get; private init; }

    public string OAuthScope { get; private init; }

    public string ChannelTokenIssuer { get; private init; }

    public string ChannelMetadataUrl { get; private init; }

    public string TenantMetadataUrl { get; private init; }

    public string CallerId { get; private init; }

    /// <summary>Without an app id the bot has nothing to prove and can check nothing: for trying it out on one's own machine.</summary>
    public bool IsDisabled => AppId == null;

    public static AuthenticationSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string Value(string key) => string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key].Trim();
        string Required(string key, string appType) =>
            Value(key) ?? throw new InvalidOperationException($"{key} is required with MicrosoftAppType {appType}.");

        if (Value("ChannelService") != null) throw new NotSupportedException("ChannelService: only the public cloud is supported.");
        var appType = Value("MicrosoftAppType") ?? "MultiTenant";
        var isManagedIdentity = appType.Equals("UserAssignedMSI", StringComparison.OrdinalIgnoreCase);
        var isSingleTenant = appType.Equals("SingleTenant", StringComparison.OrdinalIgnoreCase);
        if (!isManagedIdentity && !isSingleTenant && !appType.Equals("MultiTenant", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException("MicrosoftAppType must be MultiTenant, SingleTenant or UserAssignedMSI.");
        }

        if (isManagedIdentity || isSingleTenant)
        {
            Required("MicrosoftAppId", appType);
            Required("MicrosoftAppTenantId", appType);
            if (isSingleTenant && Value("MicrosoftAppCertificateFile") == null) Required("MicrosoftAppPassword", appType);
        }

        if (Value("MicrosoftAppCertificateFile") != null && (isManagedIdentity || Value("MicrosoftAppPassword") != null))
        {
            throw new InvalidOperationException("MicrosoftAppCertificateFile: a managed identity or MicrosoftAppPassword is configured too.");
        }

        var tenantId = Value("MicrosoftAppTenantId");
        return new AuthenticationSettings
        {
            AppId = Value("MicrosoftAppId"),
            Password = Value("MicrosoftAppPassword"),
            Certificate = Value("MicrosoftAppCertificateFile") is { } file ? ClientCertificate.Load(file, Value("MicrosoftAppCertificatePassword")) : null,
            TenantId = tenantId,
            IsManagedIdentity = isManagedIdentity,
            LoginUrl = Value("ToChannelFromBotLoginUrl") ?? string.Format(
                CultureInfo.InvariantCulture,
                AuthenticationConstants.ToChannelFromBotLoginUrlTemplate,
                tenantId ?? AuthenticationConstants.DefaultChannelAuthTenant),
            OAuthScope = Value("ToChannelFromBotOAuthScope") ?? AuthenticationConstants.ToChannelFromBotOAuthScope,
            ChannelTokenIssuer = Value("ToBotFromChannelTokenIssuer") ?? AuthenticationConstants.ToBotFromChannelTokenIssuer,
            ChannelMetadataUrl = Value("ToBotFromChannelOpenIdMetadataUrl") ?? Value("BotOpenIdMetadata")
                ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
            TenantMetadataUrl = Value("ToBotFromEmulatorOpenIdMetadataUrl") ?? AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
            CallerId = Value("CallerId") ?? AuthenticationConstants.PublicAzureChannel,
        };
    }
}
