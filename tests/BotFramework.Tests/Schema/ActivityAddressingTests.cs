using BotFramework.Tests.Support;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Schema;

public class ActivityAddressingTests
{
    [Fact]
    public void Reply_goes_back_to_whoever_sent_the_activity()
    {
        var activity = TestBot.Message();
        activity.Locale = "vi-VN";

        var reply = activity.CreateReply("chào");

        Assert.Equal("message", reply.Type);
        Assert.Equal("chào", reply.Text);
        Assert.Equal("28:bot", reply.From.Id);
        Assert.Equal("29:user", reply.Recipient.Id);
        Assert.Equal("in-1", reply.ReplyToId);
        Assert.Equal("a:conversation", reply.Conversation.Id);
        Assert.Equal("vi-VN", reply.Locale);
        Assert.NotNull(reply.Timestamp);
        Assert.Empty(reply.Attachments);
    }

    [Fact]
    public void Reference_addresses_a_message_out_and_in()
    {
        var reference = TestBot.Message().GetConversationReference();

        var outgoing = new Activity { Type = "message" }.ApplyConversationReference(reference);
        var incoming = new Activity { Type = "message" }.ApplyConversationReference(reference, isIncoming: true);

        Assert.Equal(("28:bot", "29:user", "in-1", null), (outgoing.From.Id, outgoing.Recipient.Id, outgoing.ReplyToId, outgoing.Id));
        Assert.Equal(("29:user", "28:bot", null, "in-1"), (incoming.From.Id, incoming.Recipient.Id, incoming.ReplyToId, incoming.Id));
        Assert.Equal(TestBot.ServiceUrl, outgoing.ServiceUrl);
    }

    [Theory]
    [InlineData("directline", null)]
    [InlineData("webchat", null)]
    [InlineData("msteams", "in-1")]
    public void Conversation_update_has_an_id_to_reply_to_except_in_Direct_Line(string channel, string expected)
    {
        var update = TestBot.Message();
        update.Type = ActivityTypes.ConversationUpdate;
        update.ChannelId = channel;

        Assert.Equal(expected, update.GetConversationReference().ActivityId);
        Assert.Equal(expected, update.CreateReply().ReplyToId);
    }

    [Fact]
    public void Continuation_is_an_event_with_an_id_of_its_own()
    {
        var reference = TestBot.Message().GetConversationReference();

        var continuation = reference.GetContinuationActivity();

        Assert.Equal(("event", "ContinueConversation"), (continuation.Type, continuation.Name));
        Assert.Equal("29:user", continuation.From.Id);
        Assert.Same(reference, continuation.RelatesTo);
        Assert.NotEqual("in-1", continuation.Id);
        Assert.NotNull(continuation.Id);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message", true)]
    [InlineData("message/poll", true)]
    [InlineData("messageReaction", false)]
    [InlineData(null, false)]
    public void Type_matches_in_any_case_and_with_a_subtype(string type, bool expected)
    {
        Assert.Equal(expected, new Activity { Type = type }.AsMessageActivity() != null);
    }

    [Fact]
    public void HasContent_is_false_for_a_message_with_nothing_to_see()
    {
        Assert.False(new Activity { Text = " " }.HasContent());
        Assert.True(new Activity { Text = "a" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
    }
}
