using System.Net;
using System.Security.Cryptography;
using System.Text;
using BotFramework.Tests.Support;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace BotFramework.Tests.Authentication;

/// <summary>
/// What every token is held against, whoever issued it. A request comes over HTTP to a bot that reads its issuers' keys over HTTP; each token has
/// one defect alone, and the log tells it from the others.
/// </summary>
public abstract class TokenContract : IAsyncLifetime
{
    private BotHost _host;
    private string _callerId;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    private protected FakeIssuer Channel { get; private set; }

    private protected FakeIssuer Tenant { get; private set; }

    /// <summary>The one whose tokens are looked at.</summary>
    private protected abstract FakeIssuer Issuer { get; }

    public async Task InitializeAsync()
    {
        Channel = await FakeIssuer.StartAsync(Clock);
        Tenant = await StartTenantAsync();
        _host = await BotHost.StartAsync(
            new TestBot((context, _) =>
            {
                _callerId = context.Activity.CallerId;
                return Task.CompletedTask;
            }),
            Clock,
            ("MicrosoftAppId", TestBot.AppId),
            ("MicrosoftAppPassword", "secret"),
            ("MicrosoftAppTenantId", TestBot.TenantId),
            ("MicrosoftAppType", "SingleTenant"),
            ("BotOpenIdMetadata", Channel.MetadataUrl),
            ("ToBotFromEmulatorOpenIdMetadataUrl", Tenant.MetadataUrl));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await Channel.DisposeAsync();
        await Tenant.DisposeAsync();
    }

    [Fact]
    public Task Good_token_is_accepted_and_names_the_caller() => AssertAcceptedAsync(Issuer.Token());

    [Fact]
    public async Task Caller_in_the_body_is_not_believed()
    {
        var message = TestBot.Message();
        message.CallerId = "urn:botframework:aadappid:someone";

        await AssertAcceptedAsync(Issuer.Token(), message);
    }

    [Fact]
    public Task Other_audience_is_refused() =>
        AssertRefusedAsync(Issuer.Token(audience: "another-app"), "the token is for another audience");

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://sts.windows.net/99999999-aaaa-bbbb-cccc-444444444444/")]
    [InlineData("https://login.microsoftonline.com/99999999-aaaa-bbbb-cccc-444444444444/v2.0")]
    public Task Other_issuer_is_refused(string issuer) =>
        AssertRefusedAsync(Issuer.Token(issuer: issuer), "the token's issuer is not known");

    [Fact]
    public Task Signature_of_another_key_under_the_same_name_is_refused() =>
        AssertRefusedAsync(Issuer.Token(key: Issuer.OtherKey), "the token's signature is wrong");

    [Fact]
    public async Task Changed_claims_are_refused()
    {
        var parts = Issuer.Token(audience: "another-app").Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("another-app", TestBot.AppId, StringComparison.Ordinal);

        await AssertRefusedAsync($"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}", "the token's signature is wrong");
    }

    [Fact]
    public async Task Missing_signature_is_refused()
    {
        var parts = Issuer.Token().Split('.');

        await AssertRefusedAsync($"{parts[0]}.{parts[1]}.", "the token's signature is wrong");
    }

    [Fact]
    public Task Expired_token_is_refused() => AssertRefusedAsync(
        Issuer.Token(from: TimeSpan.FromHours(-2), until: TimeSpan.FromMinutes(-5)), "the token has expired");

    [Fact]
    public Task Token_not_yet_valid_is_refused() =>
        AssertRefusedAsync(Issuer.Token(from: TimeSpan.FromSeconds(301)), "the token is not valid yet");

    [Fact]
    public Task Token_without_an_end_is_refused() => AssertRefusedAsync(Issuer.Token(endless: true), "the token says no time of expiry");

    [Fact]
    public async Task Clocks_may_differ_by_five_minutes()
    {
        await AssertAcceptedAsync(Issuer.Token(from: TimeSpan.FromHours(-1), until: TimeSpan.FromSeconds(-299)));
        await AssertAcceptedAsync(Issuer.Token(from: TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public async Task Algorithm_none_is_refused()
    {
        var claims = Issuer.Token().Split('.')[1];
        var header = Base64UrlEncoder.Encode($$"""{"alg":"none","typ":"JWT","kid":"{{Issuer.KeyId}}"}""");

        await AssertRefusedAsync($"{header}.{claims}.", "the token's algorithm is not allowed");
    }

    [Fact]
    public async Task Symmetric_signature_with_the_public_key_is_refused()
    {
        var claims = Issuer.Token().Split('.')[1];
        var header = Base64UrlEncoder.Encode($$"""{"alg":"HS256","typ":"JWT","kid":"{{Issuer.KeyId}}"}""");
        var secret = Issuer.Key.ExportSubjectPublicKeyInfo();
        var signature = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"{header}.{claims}"));

        await AssertRefusedAsync($"{header}.{claims}.{Base64UrlEncoder.Encode(signature)}", "the token's algorithm is not allowed");
    }

    [Fact]
    public Task Other_algorithm_with_the_right_key_is_refused() =>
        AssertRefusedAsync(Issuer.Token(algorithm: SecurityAlgorithms.RsaSsaPssSha256), "the token's algorithm is not allowed");

    [Fact]
    public async Task Token_that_names_no_key_is_refused()
    {
        var parts = Issuer.Token().Split('.');
        var header = Base64UrlEncoder.Encode("""{"alg":"RS256","typ":"JWT"}""");
        var signed = Encoding.ASCII.GetBytes($"{header}.{parts[1]}");
        var signature = Issuer.Key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        await AssertRefusedAsync($"{header}.{parts[1]}.{Base64UrlEncoder.Encode(signature)}", "the token names no key");
    }

    [Fact]
    public async Task Key_of_the_other_issuer_is_refused()
    {
        // Both know a key of this name, and it is not the same one.
        var other = Issuer == Channel ? Tenant : Channel;

        await AssertRefusedAsync(Issuer.Token(key: other.Key, keyId: other.KeyId), "the token's signature is wrong");
    }

    [Fact]
    public async Task New_key_is_accepted_at_its_first_use_and_the_old_one_no_more()
    {
        var old = Issuer.Token(until: TimeSpan.FromDays(1));
        await AssertAcceptedAsync(old);

        Issuer.Rotate();
        Clock.Advance(TimeSpan.FromMinutes(6));

        await AssertAcceptedAsync(Issuer.Token());
        await AssertRefusedAsync(old, "the token's key is not one of its issuer's");
    }

    private protected abstract Task<FakeIssuer> StartTenantAsync();

    private protected async Task AssertAcceptedAsync(string token, Activity activity = null)
    {
        _callerId = "no turn";
        using var response = await _host.PostAsync(activity ?? TestBot.Message(), token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("urn:botframework:azure", _callerId);
    }

    private protected async Task AssertRefusedAsync(string token, string reason, Activity activity = null)
    {
        _callerId = "no turn";
        _host.Logged.Clear();
        using var response = await _host.PostAsync(activity ?? TestBot.Message(), token);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("no turn", _callerId);
        Assert.StartsWith($"A request was refused with 401: {reason} ", Assert.Single(_host.Logged), StringComparison.Ordinal);
    }
}
