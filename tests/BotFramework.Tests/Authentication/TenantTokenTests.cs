using BotFramework.Tests.Support;

namespace BotFramework.Tests.Authentication;

/// <summary>Tokens that Entra issued, in the bot's own tenant, to who holds the bot's own secret.</summary>
public abstract class TenantTokenTests(string issuer, string version, string appClaim) : TokenContract
{
    private protected override FakeIssuer Issuer => Tenant;

    [Theory]
    [InlineData("another-app")]
    [InlineData(null)]
    public Task Token_of_another_application_is_refused(string app) =>
        AssertRefusedAsync(Tenant.Token(claim: (appClaim, app)), "the token was issued to another application");

    private protected override Task<FakeIssuer> StartTenantAsync() => FakeIssuer.StartTenantAsync(Clock, issuer, version, appClaim);
}

public sealed class TenantTokenOfVersion1Tests() : TenantTokenTests($"https://sts.windows.net/{TestBot.TenantId}/", "1.0", "appid");

public sealed class TenantTokenOfVersion2Tests() : TenantTokenTests($"https://login.microsoftonline.com/{TestBot.TenantId}/v2.0", "2.0", "azp");
