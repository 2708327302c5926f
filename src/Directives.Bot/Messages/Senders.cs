using System.Collections.Concurrent;
using Directives.Bot.Hosting;
using Directives.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Directives.Bot.Messages;

/// <summary>A person of the roster and the words they are spoken to with.</summary>
public sealed record KnownSender(Person Person, Wording Words);

/// <summary>
/// Who sent an activity, by the channel's own account of the sender and never by what a message says. Nobody is taken for somebody by guess.
/// </summary>
public sealed class Senders(RosterTable rosters, TalkTable talks, PageSettings page, TimeProvider time)
{
    /// <summary>So long an unchanged account is not written again; another copy of the program may meanwhile have seen the person elsewhere.</summary>
    private static readonly TimeSpan AccountAge = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, ChatAccount> _saved = new(StringComparer.Ordinal);

    /// <returns>Null for somebody the roster does not know.</returns>
    public async Task<KnownSender?> FindAsync(Activity activity, CancellationToken cancellationToken)
    {
        var roster = await rosters.LoadAsync(cancellationToken);
        // The page is for trying out, on this machine only: there one is whom one chooses to be.
        if (!page.Enabled || activity.ChannelId != PageSettings.Channel || activity.From?.Id is not { } id) return null;
        if (roster.FindPerson(id) is not { } person || !roster.IsActive(person, time.Today())) return null;

        if (activity is { Conversation.Id: { } conversation, ServiceUrl: { } serviceUrl })
        {
            await SaveAsync(
                new ChatAccount
                {
                    Channel = activity.ChannelId,
                    UserId = id,
                    PersonId = person.Id,
                    ConversationId = conversation,
                    ServiceUrl = serviceUrl,
                    BotId = activity.Recipient?.Id ?? "",
                    SeenAt = time.Now(),
                },
                cancellationToken);
        }

        return new KnownSender(person, new Wording(Texts.In(person.Language), person, time.Today()));
    }

    private async Task SaveAsync(ChatAccount account, CancellationToken cancellationToken)
    {
        if (_saved.TryGetValue(account.PersonId, out var saved) && saved with { SeenAt = account.SeenAt } == account
            && account.SeenAt - saved.SeenAt < AccountAge) return;
        await talks.SaveAccountAsync(account, cancellationToken);
        _saved[account.PersonId] = account;
    }
}
