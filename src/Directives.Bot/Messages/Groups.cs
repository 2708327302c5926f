using Directives.Bot.Files;
using Directives.Bot.Notices;
using Directives.Bot.Rendering;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Messages;

/// <summary>
/// Group chats and channels of Teams. There the bot acts on what is said to it alone, by the rights of whoever says it, and shows only what all may read:
/// everything else goes to the person's own chat.
/// </summary>
public sealed class Groups(
    GroupTable groups, LinkCodeTable codes, RosterTable rosters, Senders senders, PrivateReplies privately, OfferedFiles offers, NoticeBell bell, TimeProvider time,
    ILogger<Groups> logger)
{
    // Of a thread in a channel: what stands before it is the channel, what comes behind it the message that the thread began with.
    private const string Thread = ";messageid=";

    // The message that is quoted, in a chat.
    private const string Quoted = "messageReference";

    /// <summary>Whether others than the sender read what is said there. What does not say that it is one person's chat is none.</summary>
    public static bool Is(Activity activity) => activity.Conversation is { IsGroup: true }
        || (activity.ChannelId == Channels.Msteams ? activity.Conversation?.ConversationType != "personal" : activity.Conversation is { ConversationType: not (null or "personal") })
        || TeamOf(activity) is not null;

    /// <summary>Answers a message in a group, if it is meant for the bot.</summary>
    public async Task AnswerAsync(
        ITurnContext turn, Func<KnownSender, CancellationToken, Task<IReadOnlyList<Reply>>> answerAsync, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        try
        {
            // A code is for the bot whether it is named or not; by now others have read it.
            if (senders.Code(activity) is { } code)
            {
                await codes.VoidCodeAsync(code, cancellationToken);
                var isNew = await groups.TryAddAsync(Described(activity, null), cancellationToken);
                await SayAsync(turn, isNew, null, [ToActivity.WordsOf(activity).Say("group.code")], cancellationToken);
                return;
            }

            if (!await IsForBotAsync(activity, cancellationToken)) return;
            var found = await senders.FindAsync(turn, cancellationToken);
            if (found.Known is not { } sender)
            {
                var unknown = ToActivity.ToNobody(activity, found.Refusal == AccountRefusal.Unreachable ? "who.later" : "group.unknown");
                // Of a group of another organisation nothing is remembered, and it is told nothing of this one.
                if (found.Refusal == AccountRefusal.OtherTenant) await turn.SendActivityAsync(unknown, cancellationToken);
                else await SayAsync(turn, await groups.TryAddAsync(Described(activity, null), cancellationToken), null, [unknown.Text], cancellationToken);
                return;
            }

            if (sender.IsNew) bell.Ring();
            // Before the answer, which may be about the group itself.
            var isFirst = await groups.TryAddAsync(Described(activity, sender.Person), cancellationToken);
            var replies = await answerAsync(sender, cancellationToken);
            if (replies.Count > 0) await SayAsync(turn, isFirst, sender.Words, await LinesAsync(activity, sender, replies, cancellationToken), cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            logger.StoreUnavailable(activity.ChannelId, unavailable);
            await turn.SendActivityAsync(MessageFactory.Text(ToActivity.WordsOf(activity).Say("error.store")), cancellationToken);
        }
    }

    /// <summary>A button of a card that stands in a group: its answer is for whoever pressed it.</summary>
    /// <returns>What is said of it there.</returns>
    public async Task<string> AnswerPressAsync(Activity activity, KnownSender sender, IReadOnlyList<Reply> replies, CancellationToken cancellationToken) =>
        string.Join('\n', await LinesAsync(activity, sender, replies, cancellationToken));

    /// <summary>The bot came into a group: it says once how it is spoken to there.</summary>
    public async Task JoinAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var sender = await senders.FindAsync(turn, cancellationToken);
        if (sender.Refusal == AccountRefusal.OtherTenant) return;
        var isFirst = await groups.TryAddAsync(Described(turn.Activity, sender.Known?.Person), cancellationToken);
        await SayAsync(turn, isFirst, sender.Known?.Words, [], cancellationToken);
    }

    /// <summary>The bot was removed from a group: of a team, from all its channels.</summary>
    public async Task LeaveAsync(Activity activity, CancellationToken cancellationToken)
    {
        await LeaveAsync(activity.ChannelId, ConversationOf(activity), cancellationToken);
        if (TeamOf(activity) is { } team) await LeaveTeamAsync(activity.ChannelId, team, cancellationToken);
    }

    /// <summary>A channel is no more.</summary>
    public Task LeaveAsync(string channel, string conversationId, CancellationToken cancellationToken) => groups.RemoveAsync(channel, conversationId, cancellationToken);

    /// <summary>A team is no more, and none of its channels.</summary>
    public async Task LeaveTeamAsync(string channel, string teamId, CancellationToken cancellationToken)
    {
        var gone = new List<string>();
        await foreach (var group in groups.ListAsync(cancellationToken))
        {
            if (group.Channel == channel && group.TeamId == teamId) gone.Add(group.ConversationId);
        }

        foreach (var conversation in gone) await groups.RemoveAsync(channel, conversation, cancellationToken);
    }

    /// <summary>The group as a whole, whatever thread of it the activity is in.</summary>
    public static string ConversationOf(Activity activity) => PartsOf(activity)[0];

    // Named, or answered: Teams delivers nothing else unless the app may read everything, and then it is none of the bot's concern.
    private async Task<bool> IsForBotAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Mentions.NameBot(activity)) return true;
        string[] answered = [.. Answered(activity)];
        return answered.Length > 0
            && await groups.FindAsync(activity.ChannelId, ConversationOf(activity), cancellationToken) is { } group
            && answered.Any(group.Value.OwnMessages.Contains);
    }

    private static string[] PartsOf(Activity activity) => (activity.Conversation?.Id ?? "").Split(Thread, 2);

    private static IEnumerable<string> Answered(Activity activity)
    {
        if (activity.ReplyToId is { Length: > 0 } reply) yield return reply;
        if (PartsOf(activity) is [_, var root]) yield return root;
        foreach (var attachment in activity.Attachments ?? [])
        {
            if (attachment.ContentType == Quoted && QuotedId(attachment.Content) is { } quoted) yield return quoted;
        }
    }

    // The content of a quote comes as text.
    private static string? QuotedId(object? content)
    {
        try
        {
            var quote = content as JObject ?? (content is string text ? JObject.Parse(text) : null);
            return quote?["messageId"] is JValue { Type: JTokenType.String } id ? (string?)id.Value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> LinesAsync(Activity activity, KnownSender sender, IReadOnlyList<Reply> replies, CancellationToken cancellationToken)
    {
        var roster = await rosters.LoadAsync(cancellationToken);
        var unit = roster.FindUnit(sender.Person.UnitId)?.Name ?? sender.Person.UnitId;
        var (lines, own) = (new List<string>(), new List<Activity>());
        foreach (var reply in replies)
        {
            if (GroupRenderer.Render(reply, sender.Words, sender.Person, unit) is { } line) lines.Add(line);
            else own.Add(await offers.MessageAsync(activity, reply, sender, cancellationToken));
        }

        if (own.Count == 0) return lines;
        lines.Add(sender.Words.Say(await privately.SendAsync(activity, sender.Person, own, cancellationToken) switch
        {
            PrivateDelivery.Sent => "group.private",
            PrivateDelivery.Closed => "group.closed",
            _ => "group.unsure",
        }));
        return lines;
    }

    // The first thing that it says in a group is how it is spoken to there.
    private async Task SayAsync(ITurnContext turn, bool isFirst, Wording? words, IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (isFirst)
        {
            var roster = await rosters.LoadAsync(cancellationToken);
            lines = [(words ?? ToActivity.WordsOf(activity)).Say("group.hello", ("body", roster.Body)), .. lines];
        }

        if (lines.Count == 0) return;
        var sent = await turn.SendActivityAsync(MessageFactory.Text(string.Join('\n', lines)), cancellationToken);
        if (string.IsNullOrEmpty(sent?.Id)) return;
        try
        {
            await groups.NoteMessageAsync(activity.ChannelId, ConversationOf(activity), activity.ServiceUrl, sent.Id, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            // It was said; only a reply to it needs the bot's name.
            logger.StoreUnavailable(activity.ChannelId, unavailable);
        }
    }

    private GroupConversation Described(Activity activity, Person? by) => new()
    {
        Channel = activity.ChannelId,
        ConversationId = ConversationOf(activity),
        IsChannel = TeamOf(activity) is not null || activity.Conversation.ConversationType == "channel",
        TeamId = TeamOf(activity),
        TenantId = activity.Conversation.TenantId,
        ServiceUrl = activity.ServiceUrl,
        BotId = activity.Recipient?.Id ?? "",
        Name = NameOf(activity),
        AddedBy = by?.Id,
        AddedAt = time.Now(),
    };

    // Teams says it with some activities, and never of a team's first channel.
    private static string? NameOf(Activity activity)
    {
        if (TeamOf(activity) is null) return string.IsNullOrWhiteSpace(activity.Conversation.Name) ? null : activity.Conversation.Name;
        var data = activity.GetChannelData<TeamsChannelData>();
        string[] names = [.. new[] { data.Team?.Name, data.Channel?.Name }.OfType<string>().Where(name => !string.IsNullOrWhiteSpace(name))];
        return names.Length == 0 ? null : string.Join(" / ", names);
    }

    private static string? TeamOf(Activity activity) =>
        activity.ChannelId == Channels.Msteams && activity.TryGetChannelData<TeamsChannelData>(out var data) ? data?.Team?.Id : null;
}
