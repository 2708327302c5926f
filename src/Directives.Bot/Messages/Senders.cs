using Directives.Bot.Hosting;
using Directives.Core;
using Directives.Language.Messages;
using Directives.Zalo;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Directives.Bot.Messages;

/// <summary>A person of the roster and the words they are spoken to with.</summary>
/// <param name="IsNew">The account was linked in this turn.</param>
/// <param name="ByCode">It was linked by the code that the message says.</param>
public sealed record KnownSender(Person Person, Wording Words, bool IsNew = false, bool ByCode = false);

/// <summary>Why nobody is known as the sender.</summary>
public enum AccountRefusal
{
    /// <summary>The channel is none whose accounts can be anybody's.</summary>
    Unknown,

    /// <summary>Said where others hear it, on a channel whose groups the bot does not speak in.</summary>
    Group,

    /// <summary>Of a tenant that is not let in, or of none.</summary>
    OtherTenant,

    Guest,

    /// <summary>The channel did not say whose the account is.</summary>
    Unreachable,

    NoMatch,
    Several,
    Unlinked,
    Changed,
    WrongCode,
    Paused,
}

/// <param name="Known">Null where there is a refusal.</param>
public sealed record Sender(KnownSender? Known, AccountRefusal? Refusal);

/// <summary>
/// Who sent an activity, by the channel's own account of the sender and never by what a message says. Nobody is taken for somebody by guess. An account
/// that is linked is known by its link alone; only one that is nobody's is asked for at the channel.
/// </summary>
public sealed class Senders(
    RosterTable rosters,
    PersonalChats chats,
    LinkTable links,
    FindLinkedPerson find,
    LinkByAddress linkByAddress,
    RedeemLinkCode redeemLinkCode,
    TeamsMembers teams,
    MessageReader reader,
    PageSettings page,
    UnreadSettings unread,
    TimeProvider time,
    ILogger<Senders> logger)
{
    private const int MaxCodeCharacters = 200;

    public async Task<Sender> FindAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (activity.From?.Id is not { Length: > 0 } id) return new Sender(null, AccountRefusal.Unknown);
        var roster = await rosters.LoadAsync(cancellationToken);
        var sender = activity.ChannelId == PageSettings.Channel ? OfPage(id, roster) : await OfChannelAsync(turn, id, roster, cancellationToken);
        if (sender.Known is { } known)
        {
            if (known.IsNew) logger.AccountLinked(await links.NameAsync(activity.ChannelId, id, cancellationToken), activity.ChannelId);
            await chats.RememberAsync(activity, known.Person, known.IsNew, cancellationToken);
        }
        else if (sender.Refusal is { } refusal and not (AccountRefusal.Group or AccountRefusal.Unknown))
        {
            logger.AccountRefused(await links.NameAsync(activity.ChannelId, id, cancellationToken), activity.ChannelId, refusal);
        }

        return sender;
    }

    /// <summary>
    /// Who asks from a conversation that the bot need not be in, such as a chat of two people: known by the link of the account alone, since the channel tells
    /// nothing of who is there, and nothing is remembered of where it was.
    /// </summary>
    public async Task<Sender> FindLinkedAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is not { ChannelId: Channels.Msteams, From.Id: { Length: > 0 } id }) return new Sender(null, AccountRefusal.Unknown);
        if (teams.TenantOf(activity) is not { } tenant) return new Sender(null, AccountRefusal.OtherTenant);
        var user = new ChannelUser(activity.ChannelId, id) { TenantId = tenant, ObjectId = activity.From.AadObjectId };
        var linked = await find.HandleAsync(user, await rosters.LoadAsync(cancellationToken), time.Today(), cancellationToken);
        return linked.Person is { } person ? Known(person) : new Sender(null, linked.Standing == LinkStanding.Changed ? AccountRefusal.Changed : AccountRefusal.Unlinked);
    }

    /// <summary>What somebody is told whose account was linked by a code.</summary>
    public async Task<SayReply> WelcomeAsync(KnownSender sender, CancellationToken cancellationToken)
    {
        var roster = await rosters.LoadAsync(cancellationToken);
        var unit = roster.FindUnit(sender.Person.UnitId)?.Name ?? sender.Person.UnitId;
        return new SayReply(new Phrase("link.done", ("name", sender.Person.Name), ("unit", unit)));
    }

    /// <summary>Who the bot is, and what it keeps.</summary>
    public async Task<IReadOnlyList<Phrase>> HelloAsync(CancellationToken cancellationToken) =>
        [new Phrase("hello.who", ("body", (await rosters.LoadAsync(cancellationToken)).Body)), Welcome.Privacy(unread)];

    /// <summary>The code that the message says, if it says one.</summary>
    public string? Code(Activity activity) =>
        activity.Type == ActivityTypes.Message && Mentions.Words(activity) is { Length: > 0 and <= MaxCodeCharacters } text
            ? reader.Read(text, time.Now()).All.FirstOrDefault(request => request is { Intent: Intent.LinkAccount, Slots.Code: not null })?.Slots.Code
            : null;

    // The page is for trying out, on this machine only: there one is whom one chooses to be.
    private Sender OfPage(string id, Roster roster) =>
        page.Enabled && roster.FindPerson(id) is { } person && roster.IsActive(person, time.Today()) ? Known(person) : new Sender(null, AccountRefusal.Unknown);

    private async Task<Sender> OfChannelAsync(ITurnContext turn, string id, Roster roster, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var isTeams = activity.ChannelId == Channels.Msteams;
        // Of these the ids of users are the channel's own; elsewhere a client says who it is.
        if (!isTeams && activity.ChannelId != ZaloChannel.Id) return new Sender(null, AccountRefusal.Unknown);
        var isGroup = Groups.Is(activity);
        if (isGroup && !isTeams) return new Sender(null, AccountRefusal.Group);
        var tenant = isTeams ? teams.TenantOf(activity) : null;
        if (isTeams && tenant is null) return new Sender(null, AccountRefusal.OtherTenant);

        var user = new ChannelUser(activity.ChannelId, id) { TenantId = tenant, ObjectId = isTeams ? activity.From.AadObjectId : null };
        var linked = await find.HandleAsync(user, roster, time.Today(), cancellationToken);
        if (linked.Person is { } person) return Known(person);
        // Where others read it, a code links nobody.
        var code = isGroup ? null : Code(activity);
        if (code is null && linked.Standing == LinkStanding.Changed) return new Sender(null, AccountRefusal.Changed);
        if (isTeams)
        {
            var (member, refusal) = await teams.FetchAsync(turn, user, cancellationToken);
            if (member is null) return new Sender(null, refusal);
            user = member;
        }

        var outcome = code is not null
            ? await redeemLinkCode.HandleAsync(user, code, string.Join(' ', activity.ChannelId, activity.Conversation?.Id, activity.Id), roster, time.Now(), cancellationToken)
            : isTeams ? await linkByAddress.HandleAsync(user, roster, time.Now(), cancellationToken)
            : LinkRefusal.Unlinked;
        return outcome.Person is { } found ? Known(found, isNew: true, byCode: code is not null) : new Sender(null, Of(outcome.Refusal));
    }

    private static AccountRefusal Of(LinkRefusal? refusal) => refusal switch
    {
        LinkRefusal.NoMatch => AccountRefusal.NoMatch,
        LinkRefusal.Several => AccountRefusal.Several,
        LinkRefusal.Changed => AccountRefusal.Changed,
        LinkRefusal.WrongCode => AccountRefusal.WrongCode,
        LinkRefusal.Paused => AccountRefusal.Paused,
        _ => AccountRefusal.Unlinked,
    };

    private Sender Known(Person person, bool isNew = false, bool byCode = false) =>
        new(new KnownSender(person, new Wording(Texts.In(person.Language), person, time.Today()), isNew, byCode), null);
}
