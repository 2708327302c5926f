using BotFramework.Tests.Support;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Time.Testing;

namespace BotFramework.Tests.Authentication;

public sealed class OutboundTokenTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    private FakeConnector _connector;
    private FakeLogin _login;
    private CloudAdapter _adapter;

    public async Task InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        _login = await FakeLogin.StartAsync();
        _adapter = new CloudAdapter(BotHost.Authentication(
            _clock,
            ("MicrosoftAppId", TestBot.AppId),
            ("MicrosoftAppPassword", "bí mật&=+"),
            ("ToChannelFromBotLoginUrl", _login.Url)));
    }

    public async Task DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _login.DisposeAsync();
    }

    [Fact]
    public async Task Token_is_asked_for_with_the_client_secret()
    {
        await SendAsync();

        var request = Assert.Single(_login.Requests);
        Assert.Equal("/tenant/oauth2/v2.0/token", request["path"]);
        Assert.Equal("client_credentials", request["grant_type"]);
        Assert.Equal(TestBot.AppId, request["client_id"]);
        Assert.Equal("bí mật&=+", request["client_secret"]);
        Assert.Equal("https://api.botframework.com/.default", request["scope"]);
    }

    [Fact]
    public async Task Token_is_kept_and_renewed_ahead_of_its_end()
    {
        await SendAsync();
        _clock.Advance(TimeSpan.FromMinutes(54));
        await SendAsync();
        Assert.Single(_login.Requests);

        _clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], _connector.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task Many_sends_at_once_ask_for_one_token()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SendAsync()));

        Assert.Single(_login.Requests);
        Assert.Equal(10, _connector.Calls.Count);
    }

    [Fact]
    public async Task Failed_renewal_harms_nothing_while_the_token_is_good()
    {
        await SendAsync();
        _login.IsBroken = true;
        _clock.Advance(TimeSpan.FromMinutes(57));
        await SendAsync();
        Assert.Equal("Bearer token-1", _connector.Calls.Last().Authorization);

        _clock.Advance(TimeSpan.FromMinutes(4));
        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);
    }

    [Fact]
    public async Task Refused_secret_is_told_with_the_logins_own_word()
    {
        _login.IsBroken = true;

        var exception = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal("The bot cannot get a token: the login answers 401 invalid_client", exception.Message);
        Assert.Equal(HttpRequestError.UserAuthenticationError, exception.HttpRequestError);
        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task Login_that_cannot_be_reached_is_told_from_a_message_whose_fate_is_unknown()
    {
        await _login.DisposeAsync();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal(HttpRequestError.UserAuthenticationError, exception.HttpRequestError);
        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task Missing_secret_is_told_when_it_is_needed()
    {
        _adapter = new CloudAdapter(BotHost.Authentication(_clock, ("MicrosoftAppId", TestBot.AppId)));

        var exception = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Contains("MicrosoftAppPassword", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turn_gives_the_token_for_requests_of_the_bots_own_to_the_channel_service()
    {
        using var request = new HttpRequestMessage();
        await _adapter.ContinueConversationAsync(
            TestBot.AppId,
            TestBot.Message(serviceUrl: _connector.Url).GetConversationReference(),
            (context, token) => context.TurnState.Get<IConnectorClient>().Credentials.ProcessHttpRequestAsync(request, token),
            default);

        Assert.Equal("Bearer token-1", request.Headers.Authorization?.ToString());
    }

    private Task SendAsync() => _adapter.ContinueConversationAsync(
        TestBot.AppId,
        TestBot.Message(serviceUrl: _connector.Url).GetConversationReference(),
        (context, token) => context.SendActivityAsync("nhắc việc", cancellationToken: token),
        default);
}
