using BotFramework.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

public class TestFlowTests
{
    private const uint Short = 1;

    [Fact]
    public async Task Conversation_as_written_passes()
    {
        await new TestFlow(new TestAdapter(), TestBot.Echo)
            .Send("một").AssertReply("Đã nhận: một")
            .Test("hai", "Đã nhận: hai")
            .Test("ba", reply => Assert.Equal("user1", reply.Recipient.Id))
            .Test("bốn", MessageFactory.Text("Đã nhận: bốn"))
            .Send("năm").AssertReplyContains("năm")
            .Send("sáu").AssertReplyOneOf(["Đã nhận: bảy", "Đã nhận: sáu"])
            .StartTestAsync();
    }

    [Fact]
    public async Task Nothing_happens_before_the_start()
    {
        var turns = 0;
        var flow = new TestFlow(new TestAdapter(), (_, _) =>
        {
            turns++;
            return Task.CompletedTask;
        }).Send("một").Send("hai");
        Assert.Equal(0, turns);

        await flow.StartTestAsync();
        Assert.Equal(2, turns);
    }

    [Fact]
    public async Task Other_reply_fails_with_both_texts()
    {
        var flow = new TestFlow(new TestAdapter(), TestBot.Echo).Test("một", "hai", "trả lời");

        var exception = await Assert.ThrowsAnyAsync<Exception>(flow.StartTestAsync);

        Assert.Contains("trả lời", exception.Message, StringComparison.Ordinal);
        Assert.Contains("hai", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Đã nhận: một", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_reply_fails_after_the_timeout()
    {
        var flow = new TestFlow(new TestAdapter(), TestBot.Silent).Send("một").AssertReply("một", timeout: Short);

        var exception = await Assert.ThrowsAsync<TimeoutException>(flow.StartTestAsync);
        Assert.Contains("một", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssertNoReply_passes_for_silence_and_fails_for_a_reply()
    {
        await new TestFlow(new TestAdapter(), TestBot.Silent).Send("một").AssertNoReply(timeout: Short).StartTestAsync();

        var flow = new TestFlow(new TestAdapter(), TestBot.Echo).Send("một").AssertNoReply(timeout: Short);
        await Assert.ThrowsAnyAsync<Exception>(flow.StartTestAsync);
    }

    [Fact]
    public async Task Conversation_update_adds_the_user()
    {
        await new TestFlow(new TestAdapter(), (context, token) => context.SendActivityAsync(context.Activity.MembersAdded.Single().Id, cancellationToken: token))
            .SendConversationUpdate().AssertReply("user1")
            .StartTestAsync();
    }

    [Fact]
    public async Task Activity_is_sent_in_the_conversation_of_the_adapter()
    {
        var adapter = new TestAdapter(TestAdapter.CreateConversation("phòng", "An", "Bot"));

        await new TestFlow(adapter, TestBot.Echo)
            .Send(new Activity { Text = "một" })
            .AssertReply(reply =>
            {
                Assert.Equal("phòng", reply.Conversation.Id);
                Assert.Equal("an", reply.Recipient.Id);
                Assert.Equal("0", reply.ReplyToId);
            })
            .StartTestAsync();
    }

    [Fact]
    public async Task Reply_that_comes_after_the_turn_is_waited_for()
    {
        var adapter = new TestAdapter();
        var reference = adapter.Conversation;

        var next = adapter.GetNextReplyAsync();
        Assert.False(next.IsCompleted);
        await adapter.ContinueConversationAsync("bot", reference, (context, token) => context.SendActivityAsync("nhắc việc", cancellationToken: token), default);

        Assert.Equal("nhắc việc", ((Activity)await next).Text);
        Assert.Null(adapter.GetNextReply());
    }

    [Fact]
    public async Task Reply_can_be_replaced_and_deleted_while_it_waits()
    {
        var adapter = new TestAdapter();
        await adapter.SendTextToBotAsync(
            "một",
            async (context, token) =>
            {
                var first = await context.SendActivityAsync("a", cancellationToken: token);
                var second = await context.SendActivityAsync("b", cancellationToken: token);
                await context.UpdateActivityAsync(new Activity { Type = "message", Id = first.Id, Text = "a2" }, token);
                await context.DeleteActivityAsync(second.Id, token);
            },
            default);

        Assert.Equal("a2", Assert.Single(adapter.ActiveQueue).Text);
    }

    [Fact]
    public async Task Trace_is_a_reply_only_when_asked_for()
    {
        static Task Trace(ITurnContext context, CancellationToken token) => context.SendActivityAsync(new Activity { Type = ActivityTypes.Trace }, token);
        var quiet = new TestAdapter();
        var tracing = new TestAdapter(sendTraceActivity: true);

        await quiet.SendTextToBotAsync("một", Trace, default);
        await tracing.SendTextToBotAsync("một", Trace, default);

        Assert.Empty(quiet.ActiveQueue);
        Assert.Single(tracing.ActiveQueue);
    }

    [Fact]
    public async Task Middleware_sees_the_turn()
    {
        var seen = new List<string>();
        await new TestFlow(new TestAdapter().Use(new Listener(seen)), TestBot.Echo).Test("một", "Đã nhận: một").StartTestAsync();

        Assert.Equal(["một"], seen);
    }

    private sealed class Listener(List<string> seen) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            seen.Add(turnContext.Activity.Text);
            return next(cancellationToken);
        }
    }
}
