using Directives.Bot.Messages;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Tests.Teams;

public sealed class MentionsTests
{
    [Theory]
    [InlineData("<at>Trợ lý</at> việc 3 xong", "việc 3 xong")]
    [InlineData("việc 3 xong <at>Trợ lý</at>", "việc 3 xong")]
    [InlineData("việc 3 <at>Trợ lý</at>&nbsp;xong\n", "việc 3 xong")]
    [InlineData("<at>Trợ lý</at> việc 3 <at>Trợ lý</at> xong", "việc 3 xong")]
    [InlineData("<at>Trợ lý</at>", "")]
    [InlineData("trợ lý nhắc việc 3", "trợ lý nhắc việc 3")]
    public void Name_of_the_bot_is_taken_out_wherever_it_stands(string text, string expected) =>
        Assert.Equal(expected, Mentions.Words(Message(text, ("28:bot", "<at>Trợ lý</at>"))));

    [Fact]
    public void Names_of_others_stay_as_words() => Assert.Equal(
        "giao việc 3 cho Đinh Thị Mẫu và Ngô Văn Ví Dụ",
        Mentions.Words(Message(
            "<at>Trợ lý</at> giao việc 3 cho <at>Đinh Thị Mẫu</at> và <at id=\"2\">Ngô Văn Ví Dụ</at>",
            ("28:bot", "<at>Trợ lý</at>"),
            ("29:mau", "<at>Đinh Thị Mẫu</at>"),
            ("29:du", "<at id=\"2\">Ngô Văn Ví Dụ</at>"))));

    [Fact]
    public void Somebody_called_like_the_bot_keeps_the_name() => Assert.Equal(
        "An đã xong chưa",
        Mentions.Words(Message("<at>An</at> <at>An</at> đã xong chưa", ("28:bot", "<at>An</at>"), ("29:an", "<at>An</at>"))));

    [Theory]
    [InlineData("28:bot", true)]
    [InlineData("28:Bot", false)]
    [InlineData("29:an", false)]
    public void Bot_is_named_by_its_account(string id, bool expected) => Assert.Equal(expected, Mentions.NameBot(Message("Trợ lý", (id, "<at>Trợ lý</at>"))));

    [Fact]
    public void What_is_no_mention_names_nobody()
    {
        var message = Message("việc 3");
        message.Entities = [JObject.Parse("""{"type":"mention","mentioned":"28:bot"}""").ToObject<Entity>()!, new Entity("clientInfo")];

        Assert.False(Mentions.NameBot(message));
        Assert.Equal("việc 3", Mentions.Words(message));
    }

    private static Activity Message(string text, params (string Id, string Text)[] mentions) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = "msteams",
        Recipient = new ChannelAccount("28:bot"),
        Text = text,
        Entities = [.. mentions.Select(mention => JObject.FromObject(new Mention { Type = "mention", Text = mention.Text, Mentioned = new ChannelAccount(mention.Id) }).ToObject<Entity>()!)],
    };
}
