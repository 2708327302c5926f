using Directives.Bot.Rendering;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Messages;

/// <summary>A reply as a channel with cards shows it.</summary>
internal static class ToActivity
{
    private const int SummaryCharacters = 200;

    /// <param name="viewers">See <see cref="CardRenderer.Render"/>.</param>
    public static Activity Message(Reply reply, Wording words, IReadOnlyList<string>? viewers = null)
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
        if (CardSize.Fit(CardRenderer.Render(reply, words, viewers)) is not { } card) return MessageFactory.Text(TextRenderer.Render(reply, words));
        var message = (Activity)MessageFactory.Attachment(new Attachment(Card.ContentType, content: card));
        // What a notification and a client without cards show: the card's text.
        message.Summary = ShortTitle.Of(FirstLine((string)card["fallbackText"]!), SummaryCharacters);
        return message;
    }

    /// <summary>To somebody whom nothing is known of, or nothing can be read of now.</summary>
    public static Activity ToNobody(Activity activity, params IReadOnlyList<Phrase> phrases) =>
        MessageFactory.Text(string.Join('\n', phrases.Select(WordsOf(activity).Say)));

    /// <summary>The words for whoever sent the activity, of whom nothing is known but the language of their client.</summary>
    public static Wording WordsOf(Activity activity) =>
        new(Texts.In(activity.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "vi"), null, DateOnly.MinValue);

    /// <summary>Teams asks for a card anew when one of these users looks at it again; the page and other channels do not.</summary>
    public static IReadOnlyList<string> Viewers(Activity activity) => activity.ChannelId == Channels.Msteams && activity.From?.Id is { } id ? [id] : [];

    /// <param name="follows">A button was pressed: the card that is shown instead has one too.</param>
    public static AdaptiveCardInvokeResponse Replacement(Reply reply, Wording words, IReadOnlyList<string>? viewers, bool follows) => new()
    {
        StatusCode = StatusCodes.Status200OK,
        Type = Card.ContentType,
        Value = CardSize.Fit(CardRenderer.Render(reply, words, viewers, follows)) ?? Plain(reply, words),
    };

    public static AdaptiveCardInvokeResponse Notice(string text) => new()
    {
        StatusCode = StatusCodes.Status200OK,
        Type = "application/vnd.microsoft.activity.message",
        Value = text,
    };

    /// <summary>Nothing to show anew: the client leaves the card as it is.</summary>
    public static AdaptiveCardInvokeResponse NoRefresh() => new()
    {
        StatusCode = StatusCodes.Status400BadRequest,
        Type = "application/vnd.microsoft.error",
        Value = new JObject { ["code"] = "BadRequest", ["message"] = "This card does not change by itself." },
    };

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".ics" => "text/calendar",
        _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    // A card's place can only be taken by a card: the text as one, with the way on.
    private static JObject Plain(Reply reply, Wording words)
    {
        var text = TextRenderer.Render(reply, words);
        return Card.Of(words.Language, text, text.Split('\n').Select(Card.Line), [CardButtons.Of(Choices.Menu, words)]);
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}
