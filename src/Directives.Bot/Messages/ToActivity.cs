using Directives.Bot.Rendering;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Directives.Bot.Messages;

/// <summary>A reply as a channel with cards shows it.</summary>
internal static class ToActivity
{
    public static Activity Message(Reply reply, Wording words)
    {
        if (reply is FileReply file)
        {
            // Within the message, as the page sends its files too: there is no address that others could open.
            var type = ContentType(file.Name);
            var address = $"data:{type};base64,{Convert.ToBase64String(file.Content.Span)}";
            return (Activity)MessageFactory.Attachment(new Attachment(type, address, name: file.Name), TextRenderer.Render(reply, words));
        }

        // One or two plain sentences read better as a message than as a card.
        if (reply is SayReply { Choices.Count: 0, Buttons.Count: 0 }) return MessageFactory.Text(TextRenderer.Render(reply, words));
        var message = (Activity)MessageFactory.Attachment(new Attachment(Card.ContentType, content: CardRenderer.Render(reply, words)));
        // What a notification and a client without cards show.
        message.Summary = FirstLine(TextRenderer.Render(reply, words));
        return message;
    }

    public static AdaptiveCardInvokeResponse Replacement(Reply reply, Wording words) => new()
    {
        StatusCode = StatusCodes.Status200OK,
        Type = Card.ContentType,
        Value = CardRenderer.Render(reply, words),
    };

    public static AdaptiveCardInvokeResponse Notice(string text) => new()
    {
        StatusCode = StatusCodes.Status200OK,
        Type = "application/vnd.microsoft.activity.message",
        Value = text,
    };

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".ics" => "text/calendar",
        _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}
