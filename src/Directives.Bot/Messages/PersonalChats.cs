using System.Collections.Concurrent;
using System.Net;
using Directives.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Directives.Bot.Messages;

/// <summary>Where people can be written to: each person's chat with the bot alone, and never a group, so that no notice is ever read by others.</summary>
public sealed class PersonalChats(TalkTable talks, LinkTable links, TimeProvider time)
{
    /// <summary>So long an unchanged account is not written again; another copy of the program may meanwhile have seen the person elsewhere, or nobody there.</summary>
    private static readonly TimeSpan AccountAge = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Channel, string UserId), ChatAccount> _saved = [];

    /// <summary>Remembers where the activity comes from, if that is the person's own chat.</summary>
    /// <param name="isNew">The account was linked just now: what was known of it before may have been erased.</param>
    public async Task RememberAsync(Activity activity, Person person, bool isNew, CancellationToken cancellationToken)
    {
        if (isNew) _saved.TryRemove((activity.ChannelId, activity.From.Id), out _);
        if (Groups.Is(activity) || activity is not { Conversation.Id: { } conversation, ServiceUrl: { } serviceUrl }) return;
        await RememberAsync(
            new ChatAccount
            {
                Channel = activity.ChannelId,
                UserId = activity.From.Id,
                PersonId = person.Id,
                ConversationId = conversation,
                ServiceUrl = serviceUrl,
                BotId = activity.Recipient?.Id ?? "",
                SeenAt = time.Now(),
            },
            cancellationToken);
    }

    public async Task RememberAsync(ChatAccount account, CancellationToken cancellationToken)
    {
        var key = (account.Channel, account.UserId);
        if (_saved.TryGetValue(key, out var saved) && saved with { SeenAt = account.SeenAt } == account && account.SeenAt - saved.SeenAt < AccountAge) return;
        await talks.SaveAccountAsync(account, cancellationToken);
        _saved[key] = account;
    }

    public Task<ChatAccount?> FindAsync(string channel, string userId, Person person, CancellationToken cancellationToken) =>
        talks.FindAccountAsync(person.Id, channel, userId, cancellationToken);

    /// <summary>
    /// Whether the channel takes nothing for the account until the person is heard of again: the bot was blocked, removed or forbidden, or, in Teams, the user
    /// is no more. Elsewhere "not found" may mean that nobody is there now.
    /// </summary>
    public static bool IsClosed(string channel, ErrorResponseException refused) => refused.Response?.StatusCode switch
    {
        HttpStatusCode.Forbidden => true,
        HttpStatusCode.NotFound => channel == Channels.Msteams,
        _ => false,
    };

    /// <summary>Nothing more is sent there until the person is heard of again.</summary>
    public async Task CloseAsync(ChatAccount account, ErrorResponseException refused, CancellationToken cancellationToken)
    {
        _saved.TryRemove((account.Channel, account.UserId), out _);
        var reason = refused.Body?.Error?.Code is { Length: > 0 } code ? code : refused.Response?.StatusCode.ToString() ?? "";
        await talks.MarkUnreachableAsync(account, reason, cancellationToken);
    }

    /// <summary>The bot was removed from the chat. Whose the account is stays known, so that nothing is to be done when it comes back.</summary>
    public async Task ForgetAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is not { ChannelId: { } channel, From.Id: { } userId }) return;
        _saved.TryRemove((channel, userId), out _);
        if (await links.FindAsync(channel, userId, cancellationToken) is { } link) await talks.ForgetAccountAsync(link.Value.PersonId, channel, userId, cancellationToken);
        await talks.ForgetWelcomeAsync(channel, userId, cancellationToken);
    }

    /// <returns>False when the account was welcomed before and the bot not removed since.</returns>
    public Task<bool> TryWelcomeAsync(Activity activity, CancellationToken cancellationToken) =>
        talks.TryWelcomeAsync(activity.ChannelId, activity.From.Id, time.Now(), cancellationToken);
}
