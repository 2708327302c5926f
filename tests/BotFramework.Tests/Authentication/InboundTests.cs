using System.Net;
using System.Security.Cryptography;
using System.Text;
using BotFramework.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace BotFramework.Tests.Authentication;

/// <summary>Who gets in: a request comes over HTTP to a bot that reads a fake issuer's keys over HTTP.</summary>
public sealed class InboundTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    private FakeIssuer _issuer;
    private BotHost _host;
    private string _callerId;

    public async Task InitializeAsync()
    {
        _issuer = await FakeIssuer.StartAsync(_clock);
        _host = await BotHost.StartAsync(
            new TestBot((context, _) =>
            {
                _callerId = context.Activity.CallerId;
                return Task.CompletedTask;
            }),
            _clock,
            ("MicrosoftAppId", TestBot.AppId),
            ("MicrosoftAppPassword", "secret"),
            ("MicrosoftAppTenantId", TestBot.TenantId),
            ("MicrosoftAppType", "SingleTenant"),
            ("BotOpenIdMetadata", _issuer.MetadataUrl),
            ("ToBotFromEmulatorOpenIdMetadataUrl", _issuer.MetadataUrl));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task Channels_token_is_accepted_and_names_the_caller()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token()));
        Assert.Equal("urn:botframework:azure", _callerId);
    }

    [Fact]
    public async Task Caller_in_the_body_is_not_believed()
    {
        var message = TestBot.Message();
        message.CallerId = "urn:botframework:aadappid:someone";

        await _host.PostAsync(message, _issuer.Token());

        Assert.Equal("urn:botframework:azure", _callerId);
    }

    [Fact]
    public async Task Missing_header_is_refused() => await AssertRefusedAsync(null);

    [Fact]
    public async Task Other_scheme_than_bearer_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _host.Address);
        request.Content = new StringContent("""{"type":"message"}""");
        request.Headers.TryAddWithoutValidation("Authorization", "Basic " + _issuer.Token());

        using var response = await _host.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.AAAA")]
    public async Task Text_that_is_no_token_is_refused(string text) => await AssertRefusedAsync(text);

    [Fact]
    public async Task Other_audience_is_refused() => await AssertRefusedAsync(_issuer.Token(audience: "another-app"));

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://sts.windows.net/99999999-aaaa-bbbb-cccc-444444444444/")]
    public async Task Other_issuer_is_refused(string issuer) => await AssertRefusedAsync(_issuer.Token(issuer: issuer));

    [Fact]
    public async Task Signature_of_another_key_under_the_same_name_is_refused() =>
        await AssertRefusedAsync(_issuer.Token(key: _issuer.OtherKey));

    [Fact]
    public async Task Changed_claims_are_refused()
    {
        var parts = _issuer.Token(audience: "another-app").Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("another-app", TestBot.AppId, StringComparison.Ordinal);

        await AssertRefusedAsync($"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}");
    }

    [Fact]
    public async Task Expired_token_is_refused() =>
        await AssertRefusedAsync(_issuer.Token(from: TimeSpan.FromHours(-2), until: TimeSpan.FromMinutes(-6)));

    [Fact]
    public async Task Token_not_yet_valid_is_refused() => await AssertRefusedAsync(_issuer.Token(from: TimeSpan.FromMinutes(6)));

    [Fact]
    public async Task Clocks_may_differ_by_five_minutes()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token(from: TimeSpan.FromHours(-1), until: TimeSpan.FromMinutes(-4))));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token(from: TimeSpan.FromMinutes(4))));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.example/APAC/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Token_for_another_service_url_is_refused(string serviceUrl) =>
        await AssertRefusedAsync(_issuer.Token(serviceUrl: serviceUrl));

    [Fact]
    public async Task Algorithm_none_is_refused()
    {
        var claims = _issuer.Token().Split('.')[1];
        var header = Base64UrlEncoder.Encode($$"""{"alg":"none","typ":"JWT","kid":"{{_issuer.KeyId}}"}""");

        await AssertRefusedAsync($"{header}.{claims}.");
    }

    [Fact]
    public async Task Symmetric_signature_with_the_public_key_is_refused()
    {
        var claims = _issuer.Token().Split('.')[1];
        var header = Base64UrlEncoder.Encode($$"""{"alg":"HS256","typ":"JWT","kid":"{{_issuer.KeyId}}"}""");
        var secret = _issuer.Key.ExportSubjectPublicKeyInfo();
        var signature = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"{header}.{claims}"));

        await AssertRefusedAsync($"{header}.{claims}.{Base64UrlEncoder.Encode(signature)}");
    }

    [Fact]
    public async Task Key_endorsed_for_other_channels_only_is_refused()
    {
        _issuer.Endorsements = ["webchat", "directline"];

        await AssertRefusedAsync(_issuer.Token());
    }

    [Fact]
    public async Task Key_endorsed_for_the_channel_is_accepted()
    {
        _issuer.Endorsements = ["webchat", "msteams"];

        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token()));
    }

    [Fact]
    public async Task Keys_are_read_once_for_many_requests()
    {
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token()));

        Assert.Equal(1, _issuer.KeyReads);
    }

    [Fact]
    public async Task New_key_is_accepted_at_its_first_use_and_the_old_one_no_more()
    {
        var old = _issuer.Token(until: TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(old));

        _issuer.Rotate();
        _clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token()));
        await AssertRefusedAsync(old);
    }

    [Fact]
    public async Task Made_up_key_names_do_not_make_the_bot_ask_again_and_again()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token()));
        for (var i = 0; i < 5; i++) await AssertRefusedAsync(_issuer.Token(keyId: "made-up-" + i));
        Assert.Equal(1, _issuer.KeyReads);

        _clock.Advance(TimeSpan.FromMinutes(6));
        for (var i = 0; i < 5; i++) await AssertRefusedAsync(_issuer.Token(keyId: "made-up-" + i));
        Assert.Equal(2, _issuer.KeyReads);
    }

    [Fact]
    public async Task Keys_are_read_again_after_a_day()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token()));
        _clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token()));

        Assert.Equal(2, _issuer.KeyReads);
    }

    [Fact]
    public async Task Nobody_is_believed_while_the_keys_cannot_be_read()
    {
        _issuer.IsBroken = true;
        await AssertRefusedAsync(_issuer.Token());

        _issuer.IsBroken = false;
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token()));
    }

    [Fact]
    public async Task Keys_that_cannot_be_renewed_stay_good_for_a_second_day_only()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token()));
        _issuer.IsBroken = true;

        _clock.Advance(TimeSpan.FromHours(47));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token()));

        _clock.Advance(TimeSpan.FromHours(2));
        await AssertRefusedAsync(_issuer.Token());
    }

    [Theory]
    [InlineData("https://sts.windows.net/" + TestBot.TenantId + "/", "1.0", "appid")]
    [InlineData("https://login.microsoftonline.com/" + TestBot.TenantId + "/v2.0", "2.0", "azp")]
    public async Task Own_tenants_token_is_accepted_for_the_bot_itself_only(string issuer, string version, string claim)
    {
        string Token(string app) => _issuer.Token(
            issuer: issuer,
            serviceUrl: null,
            claims: new Dictionary<string, object> { ["ver"] = version, [claim] = app });

        Assert.Equal(HttpStatusCode.OK, await PostAsync(Token(TestBot.AppId)));
        await AssertRefusedAsync(Token("another-app"));
    }

    [Fact]
    public async Task Token_shown_to_a_bot_without_an_app_id_is_refused()
    {
        await using var open = await BotHost.StartAsync(TestBot.Silent);

        using var with = await open.PostAsync(TestBot.Message(), _issuer.Token());
        using var without = await open.PostAsync(TestBot.Message());

        Assert.Equal(HttpStatusCode.Unauthorized, with.StatusCode);
        Assert.Equal(HttpStatusCode.OK, without.StatusCode);
    }

    private async Task AssertRefusedAsync(string token)
    {
        _callerId = "no turn";
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(token));
        Assert.Equal("no turn", _callerId);
    }

    private async Task<HttpStatusCode> PostAsync(string token)
    {
        using var response = await _host.PostAsync(TestBot.Message(), token);
        return response.StatusCode;
    }
}
