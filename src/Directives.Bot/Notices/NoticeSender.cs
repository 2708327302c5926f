using System.Collections.Concurrent;
using Directives.Bot.Hosting;
using Directives.Bot.Messages;
using Directives.Core;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Options;

namespace Directives.Bot.Notices;

/// <summary>
/// Sends what the outbox holds: compose, claim, send, record. A notice whose outcome nobody knows is never repeated; one whose person cannot be
/// reached yet waits, and a day's message that waited too long goes into a later day's.
/// </summary>
public sealed class NoticeSender(
    OutboxTable outbox,
    RosterTable rosters,
    ComposeNotice compose,
    NoticeTalk talk,
    NoticeAccounts accounts,
    NoticeDelivery delivery,
    EndGroupDigest groupDigests,
    SendPaces paces,
    SendingHours hours,
    IOptions<NoticeSettings> settings,
    TimeProvider time,
    ILogger<NoticeSender> logger)
{
    /// <summary>A claim older than this was left by a process that died while it was sending.</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromMinutes(5);

    /// <summary>What was found true longer ago than this is looked at again before it is sent.</summary>
    private static readonly TimeSpan StillTrue = TimeSpan.FromSeconds(1);

    /// <summary>From so many on, copies of the program begin at different ones, so as not to meet at each.</summary>
    private const int Many = 64;

    // Claims of this process whose end the store has not confirmed, and that end; null to give the claim back. What was not sent must not be
    // taken, when the claim grows old, for something that may have been.
    private readonly ConcurrentDictionary<string, NoticeOutcome?> _unconfirmed = new(StringComparer.Ordinal);

    /// <summary>Somebody has turned up: whoever could not be reached is tried again.</summary>
    public void Heard() => accounts.Forget();

    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        string[] earlier = [.. _unconfirmed.Keys];
        var due = new List<StoredNotice>();
        var undelivered = new ConcurrentDictionary<string, Undelivered>(StringComparer.Ordinal);
        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            var before = due.Count;
            await foreach (var notice in outbox.DueAsync(shard, time.GetUtcNow(), cancellationToken)) due.Add(notice);
            if (due.Count == before) continue;
            foreach (var one in await outbox.UndeliveredAsync(shard, cancellationToken)) undelivered[one.PersonId] = one;
        }

        if (due.Count > 0)
        {
            var pass = new Pass(await rosters.LoadAsync(cancellationToken), undelivered);
            // One person is told one thing after the other.
            var people = due.GroupBy(Target, StringComparer.Ordinal).Select(person => person.OrderBy(notice => notice.Value.NotBefore).ToArray()).ToArray();
            var start = people.Length > Many ? Random.Shared.Next(people.Length) : 0;
            await Parallel.ForEachAsync(
                people.Skip(start).Concat(people.Take(start)),
                new ParallelOptions { MaxDegreeOfParallelism = settings.Value.AtOnce, CancellationToken = cancellationToken },
                (person, cancellation) => HandleAsync(person, pass, cancellation));
        }

        // All that is claimed has been seen: what was not among it had reached its end after all.
        foreach (var claim in earlier) _unconfirmed.TryRemove(claim, out _);
    }

    private static string Target(StoredNotice notice) =>
        notice.Value is { IsToGroup: true, Group: { } group } ? Keys.Group(group.Channel, group.ConversationId) : notice.Value.PersonId;

    private async ValueTask HandleAsync(StoredNotice[] person, Pass pass, CancellationToken cancellationToken)
    {
        foreach (var notice in person)
        {
            try
            {
                await HandleAsync(notice, pass, cancellationToken);
            }
            catch (StoreConflictException)
            {
                // Another copy was faster.
            }
            catch (Exception failed) when (failed is not (OperationCanceledException or StoreUnavailableException))
            {
                // One that cannot be sent keeps no other from being sent.
                logger.NoticeFailed(failed);
            }
        }
    }

    private async Task HandleAsync(StoredNotice notice, Pass pass, CancellationToken cancellationToken)
    {
        var (value, now, today) = (notice.Value, time.GetUtcNow(), time.Today());
        if (value.ClaimedAt is { } claimedAt)
        {
            if (value.ClaimedBy is { } own && _unconfirmed.TryGetValue(own, out var end)) await EndAsync(notice, end, pass, cancellationToken);
            else if (now - claimedAt > LongestSend) await FinishAsync(notice, pass, NoticeResult.Unknown, null, "claimed and never finished", [], cancellationToken);
            return;
        }

        if (pass.Roster.FindPerson(value.PersonId) is not { } person || !pass.Roster.IsActive(person, today))
        {
            await FinishAsync(notice, pass, NoticeResult.Void, null, null, [], cancellationToken);
            return;
        }

        if (value.Day < today)
        {
            if (hours.IsOpen(now)) await outbox.CarryOverAsync(notice, Days(today), now, cancellationToken);
            return;
        }

        if (value.IsToGroup)
        {
            await SendToGroupAsync(notice, person, pass, cancellationToken);
            return;
        }

        var reachable = await accounts.FindAsync(person.Id, pass.Roster, cancellationToken);
        if (reachable.Open.Count == 0)
        {
            await WaitAsync(notice, pass, reachable, cancellationToken);
            return;
        }

        // Somebody who has the page open is awake; on no other channel anything is tried meanwhile.
        if (!MayGo(value.Kind, now)) reachable = reachable with { Open = [.. reachable.Open.TakeWhile(account => account.Channel == PageSettings.Channel)] };
        if (reachable.Open.Count == 0) return;
        var words = new Wording(Texts.In(person.Language), person, today);
        var reply = await compose.HandleAsync(value, person, cancellationToken);
        if (reply is not null && await PaceAsync(reachable.Open[0], cancellationToken) > StillTrue) reply = await compose.HandleAsync(value, person, cancellationToken);
        if (reply is null)
        {
            await FinishAsync(notice, pass, NoticeResult.Void, null, null, [], cancellationToken);
            return;
        }

        reply = await talk.FitAsync(person, reply, time.Now(), cancellationToken);
        if (await ClaimAsync(notice, cancellationToken) is not { } claimed) return;
        string[] viewers = [.. reachable.Open.Where(account => account.Channel == Channels.Msteams).Select(account => account.UserId)];
        if (!await SendAsync(claimed, pass, reachable.Open, ToActivity.Message(reply, words, viewers), cancellationToken)) return;
        await talk.RememberAsync(person, reply, words, time.Now(), cancellationToken);
    }

    private async Task SendToGroupAsync(StoredNotice notice, Person owner, Pass pass, CancellationToken cancellationToken)
    {
        if (!MayGo(notice.Value.Kind, time.GetUtcNow())) return;
        var reply = await compose.HandleAsync(notice.Value, owner, cancellationToken);
        if (reply is null || await groupDigests.FindAsync(notice.Value, cancellationToken) is not { } group)
        {
            await FinishAsync(notice, pass, NoticeResult.Void, null, null, [], cancellationToken);
            return;
        }

        await paces.WaitAsync(group.ServiceUrl, settings.Value.Channels.GetValueOrDefault(group.Channel)?.PerSecond ?? 0, cancellationToken);
        if (await ClaimAsync(notice, cancellationToken) is not { } claimed) return;
        var message = ToActivity.Message(reply, new Wording(Texts.In(owner.Language), owner, time.Today()));
        var (acceptance, reason) = await delivery.SendAsync(group, message, cancellationToken);
        switch (acceptance)
        {
            case Acceptance.NotNow:
                await EndAsync(claimed, null, pass, cancellationToken);
                return;
            case Acceptance.Closed:
                await groupDigests.EndAsync(claimed.Value, owner, cancellationToken);
                break;
        }

        var result = acceptance switch { Acceptance.Accepted => NoticeResult.Sent, Acceptance.Unknown => NoticeResult.Unknown, _ => NoticeResult.Refused };
        await FinishAsync(claimed, pass, result, group.Channel, reason, [], acceptance == Acceptance.Unknown ? CancellationToken.None : cancellationToken);
    }

    /// <summary>A day's message is over with its day; all else waits for the person.</summary>
    private async Task WaitAsync(StoredNotice notice, Pass pass, ReachableAccounts reachable, CancellationToken cancellationToken)
    {
        if (notice.Value.Day is not null)
        {
            await FinishAsync(notice, pass, NoticeResult.Unreachable, reachable.Closed, reachable.Reason, [], cancellationToken);
            return;
        }

        if (pass.Undelivered.ContainsKey(notice.Value.PersonId)) return;
        var now = time.GetUtcNow();
        var undelivered = new Undelivered(notice.Value.PersonId, NoticeResult.Unreachable, notice.Value.Kind, reachable.Closed, reachable.Reason, now, now, 1);
        await outbox.MarkAsync(undelivered, cancellationToken);
        pass.Undelivered[notice.Value.PersonId] = undelivered;
    }

    private bool MayGo(NoticeKind kind, DateTimeOffset now) => kind switch
    {
        // Its day is the person's own choice.
        NoticeKind.OwnReminder => !hours.IsQuiet(now),
        NoticeKind.Daily or NoticeKind.GroupDigest => hours.IsOpen(now),
        _ => hours.IsOpenForNews(now),
    };

    private static IEnumerable<DateOnly> Days(DateOnly today) => Enumerable.Range(0, 14).Select(today.AddDays);

    private Task<TimeSpan> PaceAsync(ChatAccount account, CancellationToken cancellationToken) =>
        paces.WaitAsync(account.ServiceUrl, settings.Value.Channels.GetValueOrDefault(account.Channel)?.PerSecond ?? 0, cancellationToken);

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

    /// <returns>Whether a channel took it.</returns>
    private async Task<bool> SendAsync(StoredNotice notice, Pass pass, IReadOnlyList<ChatAccount> open, Microsoft.Bot.Schema.Activity message, CancellationToken cancellationToken)
    {
        var attempts = new List<NoticeAttempt>();
        for (var i = 0; i < open.Count; i++)
        {
            var (account, isLast) = (open[i], i == open.Count - 1);
            var (acceptance, reason) = await delivery.SendAsync(account, message, cancellationToken);
            switch (acceptance)
            {
                case Acceptance.Accepted:
                    await FinishAsync(notice, pass, NoticeResult.Sent, account.Channel, null, attempts, cancellationToken);
                    return true;
                case Acceptance.Unknown:
                    await FinishAsync(notice, pass, NoticeResult.Unknown, account.Channel, reason, attempts, CancellationToken.None);
                    return false;
                case Acceptance.NotNow when isLast && attempts.Count == 0:
                    await EndAsync(notice, null, pass, cancellationToken);
                    return false;
                // Of a service that is busy the other channel is not to pay: the message waits. A page that is closed is another matter.
                case Acceptance.NotNow when account.Channel != PageSettings.Channel:
                    await EndAsync(notice, null, pass, cancellationToken);
                    return false;
                case Acceptance.NotNow:
                    continue;
                // The next pass finds the account closed, and says so where there is no other.
                case Acceptance.Closed when isLast:
                    await EndAsync(notice, null, pass, cancellationToken);
                    return false;
                default:
                    attempts.Add(new NoticeAttempt(account.Channel, time.GetUtcNow(), reason ?? ""));
                    break;
            }
        }

        var last = attempts.LastOrDefault();
        await FinishAsync(notice, pass, NoticeResult.Refused, last?.Channel, last?.Reason, attempts, cancellationToken);
        return false;
    }

    private async Task FinishAsync(
        StoredNotice notice, Pass pass, NoticeResult result, string? channel, string? reason, IReadOnlyList<NoticeAttempt> attempts, CancellationToken cancellationToken)
    {
        await EndAsync(notice, new NoticeOutcome(notice.Value, result, time.GetUtcNow(), reason, channel, attempts.Count > 0 ? attempts : null), pass, cancellationToken);
        logger.NoticeDone(result, channel ?? "none");
    }

    private async Task EndAsync(StoredNotice notice, NoticeOutcome? end, Pass pass, CancellationToken cancellationToken)
    {
        try
        {
            if (end is null) await outbox.HoldAsync(notice, cancellationToken);
            else await outbox.FinishAsync(notice, end, cancellationToken, pass.Undelivered.GetValueOrDefault(notice.Value.PersonId));
        }
        catch (StoreUnavailableException) when (notice.Value.ClaimedBy is { } claim)
        {
            _unconfirmed[claim] = end;
            throw;
        }

        if (notice.Value.ClaimedBy is { } confirmed) _unconfirmed.TryRemove(confirmed, out _);
    }

    private sealed record Pass(Roster Roster, ConcurrentDictionary<string, Undelivered> Undelivered);
}
