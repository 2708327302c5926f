using Directives.Bot.Messages;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Directives.Bot.Tests.Teams;

public sealed class TeamsTextTests
{
    private const string Words = "Không có việc nào khớp \"*_gấp_* <b>[nhé](http://a.example)</b>\".\n1. Hai";

    [Fact]
    public async Task Words_are_no_formatting_in_Teams_and_each_line_stays_one()
    {
        var message = await SendAsync(Channels.Msteams);

        Assert.Equal("Không có việc nào khớp \"\\*\\_gấp\\_\\* &lt;b>\\[nhé](http://a.example)&lt;/b>\".\n\n1\\. Hai", message.Text);
        Assert.Equal(TextFormatTypes.Markdown, message.TextFormat);
    }

    [Fact]
    public async Task Other_channels_get_the_words_as_they_are()
    {
        var message = await SendAsync("zalo");

        Assert.Equal(Words, message.Text);
        Assert.Null(message.TextFormat);
    }

    private static async Task<IMessageActivity> SendAsync(string channel)
    {
        var adapter = new TestAdapter(channel).Use(new TeamsText());
        await adapter.SendTextToBotAsync("việc", (turn, token) => turn.SendActivityAsync(MessageFactory.Text(Words), token), default);
        return adapter.ActiveQueue.Dequeue().AsMessageActivity();
    }
}
