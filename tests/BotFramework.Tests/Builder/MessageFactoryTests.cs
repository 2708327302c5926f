using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

public class MessageFactoryTests
{
    [Fact]
    public void Text_makes_a_message_that_accepts_input()
    {
        var message = MessageFactory.Text("chào");

        Assert.Equal(("message", "chào", "acceptingInput", null), (message.Type, message.Text, message.InputHint, message.Speak));
    }

    [Fact]
    public void Attachment_makes_a_message_with_a_list_of_attachments()
    {
        var message = MessageFactory.Attachment(new Attachment(contentType: "image/png"), "ảnh");

        Assert.Equal(("ảnh", "list", 1), (message.Text, message.AttachmentLayout, message.Attachments.Count));
    }
}
