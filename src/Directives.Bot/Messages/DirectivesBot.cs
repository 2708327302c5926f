using Directives.Bot.Files;
using Directives.Bot.Hosting;
using Directives.Bot.Notices;
using Directives.Bot.Rendering;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Messages;

/// <summary>Joins the protocol and the domain: an activity in, the sender found, the assistant asked, its replies out as the channel shows them.</summary>
public sealed class DirectivesBot(
    Assistant assistant, Senders senders, IncomingFiles files, OfferedFiles offers, TaskSearch search, NoticeBell bell, ILogger<DirectivesBot> logger) : TeamsActivityHandler
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
            await turnContext.SendActivityAsync(ToActivity.ToNobody((Activity)activity, Refusal(found)), cancellationToken);
            return;
        }

        // What was to be told before there was where to tell it.
        if (sender.IsNew) bell.Ring();
        if (sender.ByCode)
        {
            await turnContext.SendActivityAsync(ToActivity.Message(await senders.WelcomeAsync(sender, cancellationToken), sender.Words), cancellationToken);
            return;
        }

        var replies = await AnswerAsync(turnContext, sender, ToDomain.Command(activity.Value), cancellationToken);
        // A file that is only an address elsewhere, and no words: it cannot be opened, and silence would look like a yes.
        if (replies.Count == 0 && ToDomain.HasFileElsewhere(activity.Attachments) && string.IsNullOrWhiteSpace(activity.Text)) replies = [new SayReply("error.attachment")];
        if (replies.Count == 0) return;
        foreach (var reply in replies) await turnContext.SendActivityAsync(await MessageAsync((Activity)activity, reply, sender, cancellationToken), cancellationToken);
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

        if (found.Known is not { } sender) return ToActivity.Notice(ToActivity.ToNobody(activity, Refusal(found)).Text);
        if (sender.IsNew) bell.Ring();
        // A verb or data that no button of ours carries comes from a card of another version.
        var command = ToDomain.Command(invokeValue.Action.Data) ?? new Command(Language.Messages.Intent.None);
        var replies = await AnswerAsync(turnContext, sender, command, cancellationToken);
        if (replies.Count == 0) return ToActivity.Notice(sender.Words["ask.again"]);
        if (replies[0] is not FileReply file) return ToActivity.Replacement(replies[0], sender.Words);
        // No card carries a file.
        await turnContext.SendActivityAsync(await MessageAsync(activity, file, sender, cancellationToken), cancellationToken);
        return ToActivity.Notice(sender.Words.Say(file.Line));
    }

    protected override Task OnTeamsFileConsentAcceptAsync(
        ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        AnswerConsentAsync(turnContext, fileConsentCardResponse, cancellationToken);

    protected override Task OnTeamsFileConsentDeclineAsync(
        ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        AnswerConsentAsync(turnContext, fileConsentCardResponse, cancellationToken);

    protected override Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
        search.AnswerAsync(turnContext, query, cancellationToken);

    private async Task AnswerConsentAsync(ITurnContext turnContext, FileConsentCardResponse response, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        try
        {
            var found = await senders.FindAsync(turnContext, cancellationToken);
            if (found.Known is { } sender) await offers.AnswerAsync(turnContext, response, sender, cancellationToken);
            else await turnContext.SendActivityAsync(ToActivity.ToNobody(activity, Refusal(found)), cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            await turnContext.SendActivityAsync(Unavailable(activity, unavailable), cancellationToken);
        }
    }

    /// <summary>Remembers where the person can be written to, and has what waits for them sent.</summary>
    protected override async Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if ((await senders.FindAsync(turnContext, cancellationToken)).Known is not null) bell.Ring();
    }

    /// <summary>A reply as the channel shows it; a file as it carries one.</summary>
    private async Task<Activity> MessageAsync(Activity activity, Reply reply, KnownSender sender, CancellationToken cancellationToken)
    {
        if (reply is not FileReply file || activity.ChannelId != Channels.Msteams) return ToActivity.Message(reply, sender.Words);
        try
        {
            return await offers.OfferAsync(file, sender, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            logger.StoreUnavailable(activity.ChannelId, unavailable);
            return ToActivity.Message(new SayReply("error.store"), sender.Words);
        }
    }

    private async Task<IReadOnlyList<Reply>> AnswerAsync(ITurnContext turn, KnownSender sender, Command? pressed, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        try
        {
            var (received, refusal) = await files.ReadAsync(turn, sender.Words, cancellationToken);
            if (refusal is not null) return [new SayReply(refusal)];
            return await assistant.HandleAsync(
                new IncomingMessage
                {
                    Channel = activity.ChannelId,
                    MessageId = string.Join(' ', activity.Conversation?.Id, activity.Id),
                    Sender = sender.Person,
                    Text = activity.RemoveRecipientMention() ?? "",
                    Pressed = pressed,
                    Files = received,
                    CanAnswerWithFiles = activity.ChannelId == PageSettings.Channel || OfferedFiles.CanBeOffered(activity),
                },
                cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            logger.StoreUnavailable(activity.ChannelId, unavailable);
            return [new SayReply("error.store")];
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
        return ToActivity.ToNobody(activity, "error.store");
    }
}
