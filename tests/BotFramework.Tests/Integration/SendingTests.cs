using System.Net;
using BotFramework.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Integration;

public sealed class SendingTests : IAsyncLifetime
{
    private readonly ImpatientClock _clock = new();
    private FakeConnector _connector;

    public async Task InitializeAsync() => _connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await _connector.DisposeAsync();

    [Fact]
    public async Task Reply_is_posted_to_the_conversation_under_the_message()
    {
        await using var host = await BotHost.StartAsync(TestBot.Echo);

        using var response = await host.PostAsync(Message());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        var call = Assert.Single(_connector.Calls);
        Assert.Equal(("POST", "/teams/v3/conversations/a%3Aconversation/activities/in-1"), (call.Method, call.Target));
        Assert.Null(call.Authorization);
        Assert.Equal("Đã nhận: việc 12", (string)call.Body["text"]);
        Assert.Equal("29:user", (string)call.Body["recipient"]["id"]);
        Assert.Equal("in-1", (string)call.Body["replyToId"]);
        Assert.Null(call.Body["id"]);
    }

    [Fact]
    public async Task Conversation_id_with_reserved_characters_is_one_segment_of_the_path()
    {
        await using var host = await BotHost.StartAsync(TestBot.Echo);
        var message = Message();
        message.Conversation.Id = "19:x@thread.tacv2;messageid=1/../2?a#b";
        message.Id = null;

        await host.PostAsync(message);

        Assert.Equal(
            "/teams/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1%2F..%2F2%3Fa%23b/activities",
            Assert.Single(_connector.Calls).Target);
    }

    [Fact]
    public async Task Ids_of_what_was_sent_are_the_channels()
    {
        var ids = new List<string>();
        await using var host = await BotHost.StartAsync(new TestBot(async (context, token) =>
        {
            var text = MessageFactory.Text("một");
            var responses = await context.SendActivitiesAsync([text, MessageFactory.Text("hai")], token);
            ids.AddRange(responses.Select(response => response.Id));
            ids.Add(text.Id);
        }));

        await host.PostAsync(Message());

        Assert.Equal(["sent-1", "sent-2", "sent-1"], ids);
    }

    [Fact]
    public async Task Trace_and_delay_are_not_sent()
    {
        await using var host = await BotHost.StartAsync(
            new TestBot(async (context, token) =>
            {
                await context.SendActivityAsync(new Activity { Type = ActivityTypes.Trace }, token);
                await context.SendActivityAsync(new Activity { Type = ActivityTypesEx.Delay, Value = 700L }, token);
                await context.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, token);
            }),
            _clock);

        await host.PostAsync(Message());

        Assert.Equal("typing", (string)Assert.Single(_connector.Calls).Body["type"]);
        Assert.Equal(TimeSpan.FromMilliseconds(700), Assert.Single(_clock.Waits));
    }

    [Fact]
    public async Task Update_and_delete_reach_the_activity_by_its_id()
    {
        await using var host = await BotHost.StartAsync(new TestBot(async (context, token) =>
        {
            await context.UpdateActivityAsync(new Activity { Type = "message", Id = "out/1", Text = "sửa" }, token);
            await context.DeleteActivityAsync("out/2", token);
        }));

        await host.PostAsync(Message());

        Assert.Equal(
            [("PUT", "/teams/v3/conversations/a%3Aconversation/activities/out%2F1"), ("DELETE", "/teams/v3/conversations/a%3Aconversation/activities/out%2F2")],
            _connector.Calls.Select(call => (call.Method, call.Target)));
    }

    [Fact]
    public async Task Refusal_carries_the_channels_own_code()
    {
        _connector.AnswerNextWith(403, body: """{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the conversation roster."}}""");

        var exception = await SendAndFailAsync();

        Assert.Equal(HttpStatusCode.Forbidden, exception.Response.StatusCode);
        Assert.Equal("BotNotInConversationRoster", exception.Body.Error.Code);
        Assert.Contains("roster", exception.Response.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_without_JSON_is_still_a_refusal()
    {
        _connector.AnswerNextWith(404, body: "<html>gone</html>");

        var exception = await SendAndFailAsync();

        Assert.Null(exception.Body);
        Assert.Equal("<html>gone</html>", exception.Response.Content);
    }

    [Fact]
    public async Task Turn_goes_on_when_the_channel_closes_its_connection()
    {
        var closed = new TaskCompletionSource();
        var turnToken = new TaskCompletionSource<CancellationToken>();
        var sent = new TaskCompletionSource();
        await using var host = await BotHost.StartAsync(new TestBot(async (context, token) =>
        {
            turnToken.SetResult(token);
            await closed.Task;
            try
            {
                await context.SendActivityAsync("vẫn gửi", cancellationToken: token);
            }
            finally
            {
                sent.SetResult();
            }
        }));
        using var leaving = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Address)
        {
            Content = new StringContent(JObject.FromObject(Message()).ToString()),
        };

        var answer = host.SendAsync(request, leaving.Token);
        var token = await turnToken.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        closed.SetResult();
        await sent.Task;

        Assert.False(token.CanBeCanceled);
        Assert.Equal("vẫn gửi", (string)Assert.Single(_connector.Calls).Body["text"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not a url")]
    [InlineData("file:///etc/passwd")]
    public async Task Reply_without_a_usable_service_url_fails_and_goes_nowhere(string serviceUrl)
    {
        Exception caught = null;
        await using var host = await BotHost.StartAsync(new TestBot(async (context, token) =>
            caught = await Record.ExceptionAsync(() => context.SendActivityAsync("chào", cancellationToken: token))));

        await host.PostAsync(TestBot.Message(serviceUrl: serviceUrl));

        Assert.IsType<InvalidOperationException>(caught);
    }

    private Activity Message() => TestBot.Message(serviceUrl: _connector.Url);

    private async Task<ErrorResponseException> SendAndFailAsync()
    {
        Exception caught = null;
        await using var host = await BotHost.StartAsync(
            new TestBot(async (context, token) =>
                caught = await Record.ExceptionAsync(() => context.SendActivityAsync("chào", cancellationToken: token))),
            _clock);
        using var response = await host.PostAsync(Message());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Assert.IsType<ErrorResponseException>(caught);
    }
}
