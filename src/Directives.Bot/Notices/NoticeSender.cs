using System.Net;
using Directives.Bot.Hosting;
using Directives.Bot.Messages;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace Directives.Bot.Notices;

/// <summary>
/// Sends what the outbox holds: claim, compose, send, record. A notice whose outcome nobody knows is never repeated; one whose person cannot be
/// reached yet waits.
/// </summary>
public sealed class NoticeSender(
    OutboxTable outbox,
    TalkTable talks,
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

    // The adapter wants some id; without a registration nobody reads it.
    private const string NoAppId = "unregistered";

    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        var roster = await rosters.LoadAsync(cancellationToken);
        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            var due = new List<StoredNotice>();
            await foreach (var notice in outbox.DueAsync(shard, time.GetUtcNow(), cancellationToken)) due.Add(notice);
            foreach (var notice in due) await HandleAsync(notice, roster, cancellationToken);
        }
    }

    private async Task HandleAsync(StoredNotice notice, Roster roster, CancellationToken cancellationToken)
    {
        if (notice.Value.ClaimedAt is { } claimedAt)
        {
            if (time.GetUtcNow() - claimedAt > LongestSend) await FinishAsync(notice, NoticeResult.Unknown, "", "claimed and never finished", cancellationToken);
            return;
        }

        var accounts = await talks.AccountsAsync(notice.Value.PersonId, cancellationToken);
        if (accounts.Count == 0) return;
        // Somebody who has the page open is awake.
        if (accounts[0].Channel != PageSettings.Channel && settings.Value.IsQuiet(time.GetUtcNow())) return;
        if (await outbox.ClaimAsync(notice, time.GetUtcNow(), cancellationToken) is not { } claimed) return;
        var person = roster.FindPerson(notice.Value.PersonId);
        var reply = person is null || !person.IsValidOn(time.Today()) ? null : await compose.HandleAsync(notice.Value, person, cancellationToken);
        if (reply is null)
        {
            await FinishAsync(claimed, NoticeResult.Void, accounts[0].Channel, null, cancellationToken);
            return;
        }

        await SendAsync(claimed, accounts[0], ToActivity.Message(reply, new Wording(Texts.In(person!.Language), person, time.Today())), cancellationToken);
    }

    private async Task SendAsync(StoredNotice notice, ChatAccount account, Activity message, CancellationToken cancellationToken)
    {
        var reference = new ConversationReference
        {
            ChannelId = account.Channel,
            ServiceUrl = account.ServiceUrl,
            Conversation = new ConversationAccount { Id = account.ConversationId },
            User = new ChannelAccount { Id = account.UserId },
            Bot = new ChannelAccount { Id = account.BotId },
        };
        try
        {
            await ((BotAdapter)adapter).ContinueConversationAsync(
                configuration["MicrosoftAppId"] is { Length: > 0 } id ? id : NoAppId,
                reference,
                (turn, token) => turn.SendActivityAsync(message, token),
                cancellationToken);
        }
        catch (ErrorResponseException busy) when (busy.Response?.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.TooManyRequests)
        {
            // Nobody is at the other end now (on the page: no window is open), or the channel wants a pause. It goes out later.
            await outbox.HoldAsync(notice, cancellationToken);
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
            await outbox.HoldAsync(notice, cancellationToken);
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
        await outbox.FinishAsync(notice, new NoticeOutcome(notice.Value, result, time.GetUtcNow(), reason), cancellationToken);
        logger.NoticeDone(result, channel);
    }
}
