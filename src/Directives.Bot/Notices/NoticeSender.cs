using System.Collections.Concurrent;
using System.Net;
using Directives.Bot.Hosting;
using Directives.Bot.Messages;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace Directives.Bot.Notices;

/// <summary>
/// Sends what the outbox holds: compose, claim, send, record. A notice whose outcome nobody knows is never repeated; one whose person cannot be
/// reached yet waits.
/// </summary>
public sealed class NoticeSender(
    OutboxTable outbox,
    TalkTable talks,
    PersonalChats chats,
    FindLinkedPerson find,
    RosterTable rosters,
    ComposeNotice compose,
    IBotFrameworkHttpAdapter adapter,
    IConfiguration configuration,
    IOptions<NoticeSettings> settings,
    TimeProvider time,
    ILogger<NoticeSender> logger)
{
    /// <summary>A claim older than this was left by a process that died while it was sending.</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromMinutes(5);

    // Claims of this process whose end the store has not confirmed, and that end; null to give the claim back. What was not sent must not be
    // taken, when the claim grows old, for something that may have been.
    private readonly ConcurrentDictionary<string, NoticeOutcome?> _unconfirmed = new(StringComparer.Ordinal);

    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        string[] earlier = [.. _unconfirmed.Keys];
        var roster = await rosters.LoadAsync(cancellationToken);
        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            var due = new List<StoredNotice>();
            await foreach (var notice in outbox.DueAsync(shard, time.GetUtcNow(), cancellationToken)) due.Add(notice);
            foreach (var notice in due)
            {
                try
                {
                    await HandleAsync(notice, roster, cancellationToken);
                }
                catch (Exception failed) when (failed is not (OperationCanceledException or StoreUnavailableException))
                {
                    // One that cannot be sent keeps no other from being sent.
                    logger.NoticeFailed(failed);
                }
            }
        }

        // All that is claimed has been seen: what was not among it had reached its end after all.
        foreach (var claim in earlier) _unconfirmed.TryRemove(claim, out _);
    }

    private async Task HandleAsync(StoredNotice notice, Roster roster, CancellationToken cancellationToken)
    {
        if (notice.Value.ClaimedAt is { } claimedAt)
        {
            if (notice.Value.ClaimedBy is { } own && _unconfirmed.TryGetValue(own, out var end))
            {
                await EndAsync(notice, end, cancellationToken);
                return;
            }

            if (time.GetUtcNow() - claimedAt > LongestSend) await FinishAsync(notice, NoticeResult.Unknown, "", "claimed and never finished", cancellationToken);
            return;
        }

        var accounts = await talks.AccountsAsync(notice.Value.PersonId, cancellationToken);
        if (accounts.Count == 0) return;
        var person = roster.FindPerson(notice.Value.PersonId);
        var isInOffice = person is not null && roster.IsActive(person, time.Today());
        var account = isInOffice ? await OwnAsync(accounts, roster, cancellationToken) : accounts[0];
        if (account is null) return;
        // Somebody who has the page open is awake.
        if (account.Channel != PageSettings.Channel && settings.Value.IsQuiet(time.GetUtcNow())) return;
        var reply = isInOffice ? await compose.HandleAsync(notice.Value, person!, cancellationToken) : null;
        if (reply is null)
        {
            await FinishAsync(notice, NoticeResult.Void, account.Channel, null, cancellationToken);
            return;
        }

        if (await ClaimAsync(notice, cancellationToken) is not { } claimed) return;
        string[] viewers = account.Channel == Channels.Msteams ? [account.UserId] : [];
        await SendAsync(claimed, account, ToActivity.Message(reply, new Wording(Texts.In(person!.Language), person, time.Today()), viewers), cancellationToken);
    }

    /// <summary>The latest conversation that takes messages, of an account that still is the person's: one that was theirs may by now be somebody else's.</summary>
    private async Task<ChatAccount?> OwnAsync(IReadOnlyList<ChatAccount> accounts, Roster roster, CancellationToken cancellationToken)
    {
        foreach (var account in accounts.Where(account => account.Unreachable is null))
        {
            if (account.Channel == PageSettings.Channel) return account;
            var linked = await find.HandleAsync(new ChannelUser(account.Channel, account.UserId), roster, time.Today(), cancellationToken);
            if (linked.Person?.Id == account.PersonId) return account;
        }

        return null;
    }

    private async Task<StoredNotice?> ClaimAsync(StoredNotice notice, CancellationToken cancellationToken)
    {
        var claim = Guid.NewGuid().ToString("n");
        try
        {
            return await outbox.ClaimAsync(notice, claim, time.GetUtcNow(), cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            _unconfirmed[claim] = null;
            throw;
        }
    }

    private async Task SendAsync(StoredNotice notice, ChatAccount account, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            await ((BotAdapter)adapter).ContinueConversationAsync(
                Unasked.AppId(configuration),
                Unasked.Reference(account),
                (turn, token) => turn.SendActivityAsync(message, token),
                cancellationToken);
        }
        catch (ErrorResponseException closed) when (account.Channel != PageSettings.Channel && PersonalChats.IsClosed(account.Channel, closed))
        {
            // It was not taken, and nothing will be there: it goes to another account of the person, or waits until they are heard of.
            logger.NoticeRefused(account.Channel, closed);
            await chats.CloseAsync(account, closed, cancellationToken);
            await EndAsync(notice, null, cancellationToken);
            return;
        }
        catch (ErrorResponseException busy) when (busy.Response?.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.TooManyRequests)
        {
            // Nobody is at the other end now (on the page: no window is open), or the channel wants a pause. It goes out later.
            await EndAsync(notice, null, cancellationToken);
            return;
        }
        catch (ErrorResponseException unclear) when (unclear.Response is null or { StatusCode: HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError })
        {
            await FinishAsync(notice, NoticeResult.Unknown, account.Channel, unclear.Message, CancellationToken.None);
            return;
        }
        catch (ErrorResponseException refused)
        {
            logger.NoticeRefused(account.Channel, refused);
            await FinishAsync(notice, NoticeResult.Refused, account.Channel, refused.Message, cancellationToken);
            return;
        }
        catch (HttpRequestException unreachable) when (unreachable.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.UserAuthenticationError)
        {
            // The request never left this machine.
            await EndAsync(notice, null, cancellationToken);
            return;
        }
        catch (Exception unclear) when (unclear is HttpRequestException or TaskCanceledException or IOException)
        {
            await FinishAsync(notice, NoticeResult.Unknown, account.Channel, unclear.Message, CancellationToken.None);
            return;
        }

        await FinishAsync(notice, NoticeResult.Sent, account.Channel, null, cancellationToken);
    }

    private async Task FinishAsync(StoredNotice notice, NoticeResult result, string channel, string? reason, CancellationToken cancellationToken)
    {
        await EndAsync(notice, new NoticeOutcome(notice.Value, result, time.GetUtcNow(), reason), cancellationToken);
        logger.NoticeDone(result, channel);
    }

    private async Task EndAsync(StoredNotice notice, NoticeOutcome? end, CancellationToken cancellationToken)
    {
        try
        {
            if (end is null) await outbox.HoldAsync(notice, cancellationToken);
            else await outbox.FinishAsync(notice, end, cancellationToken);
        }
        catch (StoreUnavailableException) when (notice.Value.ClaimedBy is { } claim)
        {
            _unconfirmed[claim] = end;
            throw;
        }

        if (notice.Value.ClaimedBy is { } confirmed) _unconfirmed.TryRemove(confirmed, out _);
    }
}
