using System.Net;
using BotFramework.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace BotFramework.Tests.Authentication;

/// <summary>What comes before a token is looked at: the header, and the issuer's keys, read over HTTP.</summary>
public sealed class InboundTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    private FakeIssuer _issuer;
    private BotHost _host;
    private int _turns;

    public async Task InitializeAsync()
    {
        _issuer = await FakeIssuer.StartAsync(_clock);
        _host = await BotHost.StartAsync(
            new TestBot((_, _) =>
            {
                _turns++;
                return Task.CompletedTask;
            }),
            _clock,
            ("MicrosoftAppId", TestBot.AppId),
            ("BotOpenIdMetadata", _issuer.MetadataUrl));
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public Task Missing_header_is_refused() => AssertRefusedAsync(null, "the request has no authorization header");

    [Fact]
    public async Task Other_scheme_than_bearer_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _host.Address);
        request.Content = new StringContent("""{"type":"message"}""");
        request.Headers.TryAddWithoutValidation("Authorization", "Basic " + _issuer.Token());

        using var response = await _host.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        AssertReason("the authorization header has no bearer token");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.x.AAAA")]
    public Task Text_that_is_no_token_is_refused(string text) => AssertRefusedAsync(text, "the token cannot be read");

    [Fact]
    public async Task Tenants_token_is_refused_when_no_tenant_is_configured()
    {
        var issuer = $"https://sts.windows.net/{TestBot.TenantId}/";
        await using var tenant = await FakeIssuer.StartTenantAsync(_clock, issuer, "1.0", "appid");

        await AssertRefusedAsync(tenant.Token(), "the token's issuer is not known");
    }

    [Fact]
    public async Task Keys_are_read_once_for_many_requests()
    {
        for (var i = 0; i < 5; i++) await AssertAcceptedAsync();

        Assert.Equal(1, _issuer.KeyReads);
    }

    [Fact]
    public async Task Made_up_key_names_do_not_make_the_bot_ask_again_and_again()
    {
        await AssertAcceptedAsync();
        for (var i = 0; i < 5; i++) await AssertKeyUnknownAsync("made-up-" + i);
        Assert.Equal(1, _issuer.KeyReads);

        _clock.Advance(TimeSpan.FromMinutes(6));
        for (var i = 0; i < 5; i++) await AssertKeyUnknownAsync("made-up-" + i);
        Assert.Equal(2, _issuer.KeyReads);
    }

    [Fact]
    public async Task Keys_are_read_again_after_a_day()
    {
        await AssertAcceptedAsync();
        _clock.Advance(TimeSpan.FromHours(25));
        await AssertAcceptedAsync();

        Assert.Equal(2, _issuer.KeyReads);
    }

    [Fact]
    public async Task Nobody_is_believed_while_the_keys_cannot_be_read()
    {
        _issuer.IsBroken = true;
        await AssertRefusedAsync(_issuer.Token(), "the issuer's signing keys cannot be read");

        _issuer.IsBroken = false;
        _clock.Advance(TimeSpan.FromSeconds(6));
        await AssertAcceptedAsync();
    }

    [Fact]
    public async Task Keys_that_cannot_be_renewed_stay_good_for_a_second_day_only()
    {
        await AssertAcceptedAsync();
        _issuer.IsBroken = true;

        _clock.Advance(TimeSpan.FromHours(47));
        await AssertAcceptedAsync();

        _clock.Advance(TimeSpan.FromHours(2));
        await AssertRefusedAsync(_issuer.Token(), "the issuer's signing keys cannot be read");
    }

    [Fact]
    public async Task Token_shown_to_a_bot_without_an_app_id_is_refused()
    {
        await using var open = await BotHost.StartAsync(TestBot.Silent);

        using var with = await open.PostAsync(TestBot.Message(), _issuer.Token());
        using var without = await open.PostAsync(TestBot.Message());

        Assert.Equal(HttpStatusCode.Unauthorized, with.StatusCode);
        Assert.Contains(open.Logged, line => line.Contains("the request has a token, and MicrosoftAppId is not configured", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, without.StatusCode);
    }

    private async Task AssertAcceptedAsync()
    {
        using var response = await _host.PostAsync(TestBot.Message(), _issuer.Token());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Task AssertKeyUnknownAsync(string keyId) => AssertRefusedAsync(_issuer.Token(keyId: keyId), "the token's key is not one of its issuer's");

    private async Task AssertRefusedAsync(string token, string reason)
    {
        var turns = _turns;
        using var response = await _host.PostAsync(TestBot.Message(), token);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(turns, _turns);
        AssertReason(reason);
    }

    private void AssertReason(string reason) =>
        Assert.StartsWith($"A request was refused with 401: {reason} ", _host.Logged.Last(), StringComparison.Ordinal);
}
