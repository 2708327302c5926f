using Directives.Bot.Hosting;
using Directives.Bot.Notices;
using Directives.Bot.Rendering;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Messages;

/// <summary>Joins the protocol and the domain: an activity in, the sender found, the assistant asked, its replies out as the channel shows them.</summary>
public sealed class DirectivesBot(Assistant assistant, Senders senders, SummaryPictures pictures, NoticeBell bell, ILogger<DirectivesBot> logger) : ActivityHandler
{
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        Sender found;
        try
        {
            found = await senders.FindAsync(turnContext, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            await turnContext.SendActivityAsync(Unavailable((Activity)activity, unavailable), cancellationToken);
            return;
        }

        if (found.Known is not { } sender)
        {
            await turnContext.SendActivityAsync(ToNobody((Activity)activity, Refusal(found)), cancellationToken);
            return;
        }

        // What was to be told before there was where to tell it.
        if (sender.IsNew) bell.Ring();
        if (sender.ByCode)
        {
            await turnContext.SendActivityAsync(ToActivity.Message(await senders.WelcomeAsync(sender, cancellationToken), sender.Words), cancellationToken);
            return;
        }

        var replies = await AnswerAsync((Activity)activity, sender, ToDomain.Command(activity.Value), cancellationToken);
        // A file that is only an address elsewhere, and no words: it cannot be opened, and silence would look like a yes.
        if (replies.Count == 0 && ToDomain.HasFileElsewhere(activity.Attachments) && string.IsNullOrWhiteSpace(activity.Text)) replies = [new SayReply("error.attachment")];
        if (replies.Count == 0) return;
        await turnContext.SendActivitiesAsync([.. replies.Select(reply => Message(reply, sender.Words, activity.ChannelId))], cancellationToken);
    }

    /// <summary>A button on a card: its answer takes the card's place.</summary>
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var activity = (Activity)turnContext.Activity;
        Sender found;
        try
        {
            found = await senders.FindAsync(turnContext, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            return ToActivity.Notice(Unavailable(activity, unavailable).Text);
        }

        if (found.Known is not { } sender) return ToActivity.Notice(ToNobody(activity, Refusal(found)).Text);
        if (sender.IsNew) bell.Ring();
        // A verb or data that no button of ours carries comes from a card of another version.
        var command = ToDomain.Command(invokeValue.Action.Data) ?? new Command(Language.Messages.Intent.None);
        var replies = await AnswerAsync(activity, sender, command, cancellationToken);
        return replies.Count == 0
            ? ToActivity.Notice(sender.Words["ask.again"])
            : ToActivity.Replacement(replies[0], sender.Words);
    }

    /// <summary>Remembers where the person can be written to, and has what waits for them sent.</summary>
    protected override async Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if ((await senders.FindAsync(turnContext, cancellationToken)).Known is not null) bell.Ring();
    }

    private Activity Message(Reply reply, Wording words, string channel)
    {
        var message = ToActivity.Message(reply, words);
        pictures.AddTo(message, reply, words, channel);
        return message;
    }

    private async Task<IReadOnlyList<Reply>> AnswerAsync(Activity activity, KnownSender sender, Command? pressed, CancellationToken cancellationToken)
    {
        try
        {
            return await assistant.HandleAsync(
                new IncomingMessage
                {
                    Channel = activity.ChannelId,
                    MessageId = string.Join(' ', activity.Conversation?.Id, activity.Id),
                    Sender = sender.Person,
                    Text = activity.RemoveRecipientMention() ?? "",
                    Pressed = pressed,
                    Files = ToDomain.Files(activity.Attachments),
                    CanAnswerWithFiles = activity.ChannelId == PageSettings.Channel,
                },
                cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            logger.StoreUnavailable(activity.ChannelId, unavailable);
            return [new SayReply("error.store")];
        }
        catch (UnreadableFileException unreadable)
        {
            return [new SayReply(new Phrase("error.file", ("name", activity.Attachments?[0].Name ?? ""), ("reason", (Phrase)unreadable.Reason)))];
        }
    }

    private static Phrase Refusal(Sender sender) => sender.Refusal switch
    {
        AccountRefusal.Group => "who.group",
        AccountRefusal.OtherTenant => "who.tenant",
        AccountRefusal.Guest => "who.guest",
        AccountRefusal.Unreachable => "who.later",
        AccountRefusal.NoMatch => "who.noMatch",
        AccountRefusal.Several => "who.several",
        AccountRefusal.Unlinked => "who.unlinked",
        AccountRefusal.Changed => "who.changed",
        AccountRefusal.WrongCode => "link.wrong",
        AccountRefusal.Paused => "link.paused",
        _ => "who.unknown",
    };

    private Activity Unavailable(Activity activity, StoreUnavailableException unavailable)
    {
        logger.StoreUnavailable(activity.ChannelId, unavailable);
        return ToNobody(activity, "error.store");
    }

    // To somebody whom nothing is known of, or nothing can be read of now.
    private static Activity ToNobody(Activity activity, Phrase phrase)
    {
        var texts = Texts.In(activity.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "vi");
        return MessageFactory.Text(new Wording(texts, null, DateOnly.MinValue).Say(phrase));
    }
}
