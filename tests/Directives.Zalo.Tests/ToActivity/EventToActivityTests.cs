using Directives.Zalo.Tests.Webhook;
using Directives.Zalo.ToActivity;
using Microsoft.Bot.Schema;

namespace Directives.Zalo.Tests.ToActivity;

public sealed class EventToActivityTests
{
    private static Activity? Convert(string body) => EventToActivity.Convert(Samples.Read(body)!);

    [Fact]
    public void Text_becomes_a_message()
    {
        var activity = Convert(Samples.Text)!;
        Assert.Equal(ActivityTypes.Message, activity.Type);
        Assert.Equal("zalo", activity.ChannelId);
        Assert.Equal("mm1", activity.Id);
        Assert.Equal("Cho hỏi giá", activity.Text);
        Assert.Equal(TextFormatTypes.Plain, activity.TextFormat);
        Assert.Equal("zu1", activity.From.Id);
        Assert.Equal("oa1", activity.Recipient.Id);
        Assert.Equal("oa:oa1:zu1", activity.Conversation.Id);
        Assert.False(activity.Conversation.IsGroup);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1800000000000), activity.Timestamp);
    }

    [Fact]
    public void Message_can_be_answered_later()
    {
        var reference = Convert(Samples.Text)!.GetConversationReference();
        Assert.Equal("https://openapi.zalo.me/", reference.ServiceUrl);
        Assert.Equal("zu1", reference.User.Id);
        Assert.Equal("oa1", reference.Bot.Id);
    }

    [Fact]
    public void Quoted_message_is_the_one_replied_to()
    {
        var body = Samples.Text.Replace("\"msg_id\":\"mm1\"", "\"msg_id\":\"mm1\",\"quote_msg_id\":\"mm0\"", StringComparison.Ordinal);
        Assert.Equal("mm0", Convert(body)!.ReplyToId);
    }

    [Fact]
    public void Follow_adds_the_person_to_the_conversation()
    {
        var activity = Convert(Samples.Follow)!;
        Assert.Equal(ActivityTypes.ConversationUpdate, activity.Type);
        Assert.Equal("24684588352919792", Assert.Single(activity.MembersAdded).Id);
        Assert.Null(activity.MembersRemoved);
        Assert.Equal("oa:388613280878808645:24684588352919792", activity.Conversation.Id);
        Assert.Null(activity.Timestamp);
    }

    [Fact]
    public void Unfollow_takes_the_person_out_of_the_conversation()
    {
        var activity = Convert(Samples.Follow.Replace("\"follow\"", "\"unfollow\"", StringComparison.Ordinal))!;
        Assert.Equal("24684588352919792", Assert.Single(activity.MembersRemoved).Id);
        Assert.Null(activity.MembersAdded);
    }

    [Fact]
    public void Other_event_starts_nothing() => Assert.Null(Convert("""{"event_name":"user_seen_message","sender":{"id":"2"}}"""));
}
