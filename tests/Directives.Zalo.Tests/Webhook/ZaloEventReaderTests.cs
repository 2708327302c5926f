using System.Text;
using Directives.Zalo.Webhook;

namespace Directives.Zalo.Tests.Webhook;

public sealed class ZaloEventReaderTests
{
    [Fact]
    public void Text_is_read_with_sender_account_and_moment()
    {
        var text = Assert.IsType<UserText>(Samples.Read(Samples.ConsoleText));
        Assert.Equal("user_send_text", text.Name);
        Assert.Equal("4339761418830368433", text.UserId);
        Assert.Equal("2197174064623873199", text.AccountId);
        Assert.Equal("This is message id", text.Id);
        Assert.Equal("This is testing message", text.Text);
        Assert.Null(text.QuotedId);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1609984527175), text.At);
    }

    [Fact]
    public void Text_that_answers_a_message_names_it()
    {
        var body = Samples.Text.Replace("\"msg_id\":\"mm1\"", "\"msg_id\":\"mm1\",\"quote_msg_id\":\"mm0\"", StringComparison.Ordinal);
        Assert.Equal("mm0", Assert.IsType<UserText>(Samples.Read(body)).QuotedId);
    }

    [Fact]
    public void Ids_and_timestamps_may_be_numbers_of_any_size()
    {
        var body = Samples.Text
            .Replace("\"zu1\"", "9007199254740993123", StringComparison.Ordinal)
            .Replace("\"1800000000000\"", "1800000000000", StringComparison.Ordinal);
        var text = Assert.IsType<UserText>(Samples.Read(body));
        Assert.Equal("9007199254740993123", text.UserId);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1800000000000), text.At);
    }

    [Fact]
    public void Follow_is_read_and_its_short_timestamp_is_no_moment()
    {
        var change = Assert.IsType<FollowChange>(Samples.Read(Samples.Follow));
        Assert.Equal("24684588352919792", change.UserId);
        Assert.Equal("388613280878808645", change.AccountId);
        Assert.True(change.Follows);
        Assert.Null(change.At);
        Assert.Equal("follow 154397978274 24684588352919792", change.Id);
    }

    [Fact]
    public void Unfollow_is_told_from_follow() =>
        Assert.False(Assert.IsType<FollowChange>(Samples.Read(Samples.Follow.Replace("\"follow\"", "\"unfollow\"", StringComparison.Ordinal))).Follows);

    [Theory]
    [InlineData("""{"event_name":"user_send_location","sender":{"id":"1"},"recipient":{"id":"2"},"message":{"msg_id":"m","text":"Sân trường","attachments":[{"type":"location"}]}}""")]
    [InlineData("""{"event_name":"user_seen_message","sender":{"id":"2"},"recipient":{"id":"1"},"message":{"msg_ids":["m1","m2","m2"]}}""")]
    [InlineData("""{"event_name":"oa_send_text","sender":{"id":"2"},"recipient":{"id":"1"},"message":{"msg_id":"m","text":"của chính em"}}""")]
    [InlineData("""{"event_name":"add_user_to_tag","oa_id":"2","tag":{"user_ids":["1"],"name":"hiệu trưởng"},"timestamp":"15503500848"}""")]
    [InlineData("""{"event_name":"something_new"}""")]
    [InlineData("""{"event_name":"user_send_text"}""")]
    [InlineData("""{"event_name":"user_send_text","sender":"1","recipient":[],"message":null}""")]
    [InlineData("""{"event_name":"user_send_text","sender":{"id":"1"},"recipient":{"id":"2"},"message":{"msg_id":"m","text":{}}}""")]
    [InlineData("""{"event_name":"follow","oa_id":"2"}""")]
    public void Other_or_broken_event_stays_unknown(string body) => Assert.IsType<UnknownEvent>(Samples.Read(body));

    [Theory]
    [InlineData("")]
    [InlineData("BODY")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"event_name\":null}")]
    [InlineData("{\"event_name\":\"\"}")]
    [InlineData("{\"event_name\":\"user_send_text\"")]
    [InlineData("{\"event_name\":\"\\ud83d\"}")]
    public void Body_that_is_no_event_is_none(string body) => Assert.Null(Samples.Read(body));

    [Fact]
    public void Bytes_that_are_no_text_are_no_event() => Assert.Null(ZaloEventReader.Read(new byte[] { 0x7b, 0xff, 0xfe, 0x00 }));

    [Fact]
    public void Deeply_nested_body_is_no_event() =>
        Assert.Null(ZaloEventReader.Read(Encoding.UTF8.GetBytes("{\"event_name\":\"x\",\"a\":" + new string('[', 5_000) + new string(']', 5_000) + "}")));

    [Fact]
    public void Event_delivered_again_has_the_same_id()
    {
        Assert.Equal(Samples.Read(Samples.Text)!.Id, Samples.Read(Samples.Text)!.Id);
        Assert.NotEqual(Samples.Read(Samples.Follow)!.Id, Samples.Read(Samples.Follow.Replace("154397978274", "154397978275", StringComparison.Ordinal))!.Id);
    }
}
