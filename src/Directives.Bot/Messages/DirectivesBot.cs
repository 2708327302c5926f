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
    Assistant assistant, Senders senders, PersonalChats chats, Groups groups, IncomingFiles files, OfferedFiles offers, SummaryPictures pictures, TaskSearch search, NoticeBell bell,
    ILogger<DirectivesBot> logger) : TeamsActivityHandler
{
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (IsInGroup(turnContext))
        {
            await groups.AnswerAsync(
                turnContext, (known, token) => AnswerAsync(turnContext, known, ToDomain.Command(activity.Value), isRefresh: false, token), cancellationToken);
            return;
        }

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

        var replies = await AnswerAsync(turnContext, sender, ToDomain.Command(activity.Value), isRefresh: false, cancellationToken);
        // A file that is only an address elsewhere, and no words: it cannot be opened, and silence would look like a yes.
        if (replies.Count == 0 && IncomingFiles.HasUnknown((Activity)activity) && string.IsNullOrWhiteSpace(activity.Text)) replies = [new SayReply("error.attachment")];
        if (replies.Count == 0) return;
        foreach (var reply in replies)
        {
            var message = await offers.MessageAsync((Activity)activity, reply, sender, cancellationToken);
            pictures.AddTo(message, reply, sender.Words, activity.ChannelId);
            await turnContext.SendActivityAsync(message, cancellationToken);
        }
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
        // Data that no button of ours carries comes from a card of another form.
        var command = ToDomain.Command(invokeValue.Action.Data) ?? new Command(Language.Messages.Intent.None);
        // The client itself asks, where nobody pressed anything: for the card anew, as that user is to see it.
        var isRefresh = activity.Value is JObject value && string.Equals((value["trigger"] as JValue)?.Value as string, "automatic", StringComparison.OrdinalIgnoreCase);
        var replies = await AnswerAsync(turnContext, sender, command, isRefresh, cancellationToken);
        if (replies.Count == 0) return isRefresh ? ToActivity.NoRefresh() : ToActivity.Notice(sender.Words["ask.again"]);
        if (IsInGroup(turnContext) && !isRefresh) return ToActivity.Notice(await groups.AnswerPressAsync(activity, sender, replies, cancellationToken));
        if (replies[0] is not FileReply file) return ToActivity.Replacement(replies[0], sender.Words, ToActivity.Viewers(activity), follows: !isRefresh);
        // No card carries a file.
        await turnContext.SendActivityAsync(await offers.MessageAsync(activity, file, sender, cancellationToken), cancellationToken);
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

    protected override async Task OnConversationUpdateActivityAsync(
        ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.ChannelId == Channels.Msteams) await base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
        else await MeetAsync(turnContext, cancellationToken);
    }

    /// <summary>Only the bot's own coming counts: who the others in a group are, is asked when they speak.</summary>
    protected override Task OnTeamsMembersAddedDispatchAsync(
        IList<ChannelAccount> membersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HasBot(membersAdded, turnContext) ? ComeAsync(turnContext, cancellationToken) : Task.CompletedTask;

    protected override Task OnTeamsMembersRemovedDispatchAsync(
        IList<ChannelAccount> membersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HasBot(membersRemoved, turnContext) ? GoAsync(turnContext, cancellationToken) : Task.CompletedTask;

    protected override Task OnTeamsChannelDeletedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        channelInfo?.Id is { } channel ? groups.LeaveAsync(turnContext.Activity.ChannelId, channel, cancellationToken) : Task.CompletedTask;

    protected override Task OnTeamsTeamDeletedAsync(TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        teamInfo?.Id is { } team ? groups.LeaveTeamAsync(turnContext.Activity.ChannelId, team, cancellationToken) : Task.CompletedTask;

    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        ComeAsync(turnContext, cancellationToken);

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity.Action == "remove" ? GoAsync(turnContext, cancellationToken) : Task.CompletedTask;

    // Teams tells of it twice, and the Playground with each load of its page: said is what there is to say once.
    private async Task ComeAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (IsInGroup(turn)) await groups.JoinAsync(turn, cancellationToken);
        else await WelcomeAsync(turn, await MeetAsync(turn, cancellationToken), cancellationToken);
    }

    private Task GoAsync(ITurnContext turn, CancellationToken cancellationToken) => IsInGroup(turn)
        ? groups.LeaveAsync(turn.Activity, cancellationToken)
        : chats.ForgetAsync(turn.Activity, cancellationToken);

    /// <summary>Remembers where the person can be written to, and has what waits for them sent.</summary>
    private async Task<Sender> MeetAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var sender = await senders.FindAsync(turn, cancellationToken);
        if (sender.Known is not null) bell.Ring();
        return sender;
    }

    private async Task WelcomeAsync(ITurnContext turn, Sender sender, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        // Who cannot be asked for now is told when they write.
        if (sender.Refusal is AccountRefusal.Unreachable or AccountRefusal.Unknown || !await chats.TryWelcomeAsync(activity, cancellationToken)) return;
        if (sender.Known is { } known)
        {
            var replies = await AnswerAsync(turn, known, Command.At(Step.Welcome), isRefresh: false, cancellationToken);
            if (replies.Count > 0) await turn.SendActivitiesAsync([.. replies.Select(reply => ToActivity.Message(reply, known.Words))], cancellationToken);
            return;
        }

        var message = sender.Refusal is AccountRefusal.OtherTenant or AccountRefusal.Guest
            ? ToActivity.ToNobody(activity, Refusal(sender))
            : ToActivity.ToNobody(activity, [.. await senders.HelloAsync(cancellationToken), "link.ask"]);
        await turn.SendActivityAsync(message, cancellationToken);
    }

    private static bool IsInGroup(ITurnContext turn) => turn.Activity.ChannelId == Channels.Msteams && Groups.Is(turn.Activity);

    private static bool HasBot(IList<ChannelAccount> members, ITurnContext turn) => members.Any(member => member.Id == turn.Activity.Recipient?.Id);

    private async Task<IReadOnlyList<Reply>> AnswerAsync(ITurnContext turn, KnownSender sender, Command? pressed, bool isRefresh, CancellationToken cancellationToken)
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
                    Text = Mentions.Words(activity),
                    Pressed = pressed,
                    Filled = pressed is null ? new Dictionary<string, string>() : ToDomain.Filled(Data(activity)),
                    IsRefresh = isRefresh,
                    Files = received,
                    Group = IsInGroup(turn) ? new GroupAddress(activity.ChannelId, Groups.ConversationOf(activity)) : null,
                    CanAnswerWithFiles = activity.ChannelId is PageSettings.Channel or Channels.Msteams,
                },
                cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            logger.StoreUnavailable(activity.ChannelId, unavailable);
            return [new SayReply("error.store")];
        }
    }

    private static object? Data(Activity activity) => activity.Type == ActivityTypes.Invoke ? (activity.Value as JObject)?["action"]?["data"] : activity.Value;

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
