using BotFramework.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

public class TurnContextTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task Sent_text_becomes_a_message_addressed_to_the_sender()
    {
        using var context = new TurnContext(_adapter, TestBot.Message());

        var response = await context.SendActivityAsync("chào");

        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(("message", "chào", "acceptingInput"), (sent.Type, sent.Text, sent.InputHint));
        Assert.Equal(("29:user", "in-1", "a:conversation"), (sent.Recipient.Id, sent.ReplyToId, sent.Conversation.Id));
        Assert.Equal("id-0", response.Id);
        Assert.Equal("id-0", sent.Id);
    }

    [Fact]
    public async Task Responded_is_set_by_a_reply_and_not_by_a_trace()
    {
        using var context = new TurnContext(_adapter, TestBot.Message());

        await context.SendActivityAsync(new Activity { Type = ActivityTypes.Trace });
        Assert.False(context.Responded);

        await context.SendActivityAsync("chào");
        Assert.True(context.Responded);
    }

    [Fact]
    public async Task Several_activities_get_one_response_each_in_order()
    {
        using var context = new TurnContext(_adapter, TestBot.Message());

        var responses = await context.SendActivitiesAsync([MessageFactory.Text("một"), MessageFactory.Text("hai")]);

        Assert.Equal(["id-0", "id-1"], responses.Select(response => response.Id));
        Assert.Equal(["một", "hai"], _adapter.Sent.Select(activity => activity.Text));
    }

    [Fact]
    public async Task Send_handlers_run_in_order_and_may_change_what_is_sent()
    {
        var order = new List<string>();
        using var context = new TurnContext(_adapter, TestBot.Message());
        context.OnSendActivities(async (_, activities, next) =>
        {
            order.Add("first");
            activities[0].Text += "!";
            var responses = await next();
            order.Add("first again");
            return responses;
        });
        context.OnSendActivities((_, _, next) =>
        {
            order.Add("second");
            return next();
        });

        await context.SendActivityAsync("chào");

        Assert.Equal(["first", "second", "first again"], order);
        Assert.Equal("chào!", _adapter.Sent[0].Text);
    }

    [Fact]
    public async Task Send_handler_that_does_not_go_on_sends_nothing()
    {
        using var context = new TurnContext(_adapter, TestBot.Message());
        context.OnSendActivities((_, _, _) => Task.FromResult(Array.Empty<ResourceResponse>()));

        var response = await context.SendActivityAsync("chào");

        Assert.Null(response.Id);
        Assert.Empty(_adapter.Sent);
        Assert.False(context.Responded);
    }

    [Fact]
    public async Task Expected_replies_are_kept_and_not_sent()
    {
        var message = TestBot.Message();
        message.DeliveryMode = DeliveryModes.ExpectReplies;
        using var context = new TurnContext(_adapter, message);

        await context.SendActivityAsync("chào");

        Assert.Empty(_adapter.Sent);
        Assert.Equal("chào", Assert.Single(context.BufferedReplyActivities).Text);
        Assert.True(context.Responded);
    }

    [Fact]
    public async Task Update_and_delete_go_through_their_handlers_to_the_adapter()
    {
        var seen = new List<string>();
        using var context = new TurnContext(_adapter, TestBot.Message());
        context.OnUpdateActivity((_, activity, next) =>
        {
            seen.Add("update " + activity.Id);
            return next();
        });
        context.OnDeleteActivity((_, reference, next) =>
        {
            seen.Add("delete " + reference.ActivityId);
            return next();
        });

        await context.UpdateActivityAsync(new Activity { Type = "message", Id = "out-7", Text = "sửa" });
        await context.DeleteActivityAsync("out-8");

        Assert.Equal(["update out-7", "delete out-8"], seen);
        Assert.Equal("a:conversation", _adapter.Updated[0].Conversation.Id);
        Assert.Equal("a:conversation", _adapter.Deleted[0].Conversation.Id);
    }

    [Fact]
    public async Task Empty_text_and_empty_list_are_refused()
    {
        using var context = new TurnContext(_adapter, TestBot.Message());

        await Assert.ThrowsAsync<ArgumentNullException>(() => context.SendActivityAsync(" "));
        await Assert.ThrowsAsync<ArgumentException>(() => context.SendActivitiesAsync([]));
    }

    [Fact]
    public void Turn_state_is_kept_by_key_and_by_type_and_ends_with_the_turn()
    {
        var thing = new Disposable();
        using (var context = new TurnContext(_adapter, TestBot.Message()))
        {
            context.TurnState.Add(thing);
            context.TurnState.Set("key", "value");

            Assert.Same(thing, context.TurnState.Get<Disposable>());
            Assert.Equal("value", context.TurnState.Get<string>("key"));
            Assert.Null(context.TurnState.Get<string>("other"));
            Assert.False(thing.IsDisposed);
        }

        Assert.True(thing.IsDisposed);
    }

    private sealed class Disposable : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
