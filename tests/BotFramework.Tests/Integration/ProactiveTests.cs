using BotFramework.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Integration;

public sealed class ProactiveTests : IAsyncLifetime
{
    private FakeConnector _connector;
    private FakeLogin _login;

    public async Task InitializeAsync()
    {
        _connector = await FakeConnector.StartAsync();
        _login = await FakeLogin.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _login.DisposeAsync();
    }

    [Fact]
    public async Task Continued_conversation_is_written_to_with_the_bots_token()
    {
        Activity seen = null;

        await Adapter().ContinueConversationAsync(
            TestBot.AppId,
            Reference(),
            async (context, token) =>
            {
                seen = context.Activity;
                await context.SendActivityAsync("nhắc việc", cancellationToken: token);
            },
            default);

        Assert.Equal(("event", "ContinueConversation", "29:user"), (seen.Type, seen.Name, seen.From.Id));
        var call = Assert.Single(_connector.Calls);
        Assert.Equal("Bearer token-1", call.Authorization);
        Assert.Equal("29:user", (string)call.Body["recipient"]["id"]);

        // As with the SDK, the reply is to the made-up activity that started the turn.
        Assert.Equal($"/teams/v3/conversations/a%3Aconversation/activities/{seen.Id}", call.Target);
    }

    [Fact]
    public async Task Continued_conversation_runs_the_middleware_and_the_error_handler()
    {
        var adapter = Adapter();
        var order = new List<string>();
        adapter.Use(new Listener(order));
        adapter.OnTurnError = (_, exception) =>
        {
            order.Add(exception.Message);
            return Task.CompletedTask;
        };

        await adapter.ContinueConversationAsync(TestBot.AppId, Reference(), (_, _) => throw new FormatException("hỏng"), default);

        Assert.Equal(["middleware", "hỏng"], order);
    }

    [Fact]
    public async Task Refused_send_reaches_whoever_continued_the_conversation()
    {
        _connector.AnswerNextWith(403, body: """{"error":{"code":"MessageWritesBlocked"}}""");

        var exception = await Assert.ThrowsAsync<ErrorResponseException>(() => Adapter().ContinueConversationAsync(
            TestBot.AppId,
            Reference(),
            (context, token) => context.SendActivityAsync("nhắc việc", cancellationToken: token),
            default));

        Assert.Equal("MessageWritesBlocked", exception.Body.Error.Code);
    }

    [Fact]
    public async Task Other_bot_than_the_configured_one_cannot_be_spoken_for()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Adapter().ContinueConversationAsync("another", Reference(), (_, _) => Task.CompletedTask, default));
    }

    [Fact]
    public async Task Without_an_app_id_any_bot_id_does_and_no_token_is_shown()
    {
        var adapter = new CloudAdapter(BotHost.Authentication(null));

        await adapter.ContinueConversationAsync(
            "anything",
            Reference(),
            (context, token) => context.SendActivityAsync("nhắc việc", cancellationToken: token),
            default);

        Assert.Null(Assert.Single(_connector.Calls).Authorization);
        Assert.Empty(_login.Requests);
    }

    [Fact]
    public async Task Created_conversation_is_asked_for_and_then_written_to()
    {
        Activity seen = null;
        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Bot = new ChannelAccount(id: "28:bot"),
            Members = [new ChannelAccount(id: "29:user")],
            TenantId = TestBot.TenantId,
        };

        await Adapter().CreateConversationAsync(
            TestBot.AppId,
            "msteams",
            _connector.Url,
            null,
            parameters,
            async (context, token) =>
            {
                seen = context.Activity;
                await context.SendActivityAsync("chào", cancellationToken: token);
            },
            default);

        var calls = _connector.Calls.ToArray();
        Assert.Equal("/teams/v3/conversations", calls[0].Target);
        Assert.Equal("29:user", (string)calls[0].Body["members"][0]["id"]);
        Assert.Equal(TestBot.TenantId, (string)calls[0].Body["tenantId"]);
        Assert.StartsWith("/teams/v3/conversations/sent-1/activities", calls[1].Target, StringComparison.Ordinal);
        Assert.Equal(("event", "CreateConversation", "28:bot", "msteams"), (seen.Type, seen.Name, seen.Recipient.Id, seen.ChannelId));
    }

    private ConversationReference Reference() => TestBot.Message(serviceUrl: _connector.Url).GetConversationReference();

    private CloudAdapter Adapter() => new(BotHost.Authentication(
        null,
        ("MicrosoftAppId", TestBot.AppId),
        ("MicrosoftAppPassword", "secret"),
        ("ToChannelFromBotLoginUrl", _login.Url)));

    private sealed class Listener(List<string> order) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            order.Add("middleware");
            return next(cancellationToken);
        }
    }
}
