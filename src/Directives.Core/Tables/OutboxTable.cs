using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Directives.Core;

public sealed record StoredNotice(Notice Value, string ETag, int Shard, string Key);

/// <summary>
/// Notices to send. Planned ones stand in order of their time; a notice is claimed before it is sent and its outcome recorded after, under a
/// key made of occasion and recipient, so that no copy and no restart can send the same notice twice.
/// </summary>
public sealed class OutboxTable(IPartitionedStore store)
{
    public const int Shards = 8;

    private const int Attempts = 5;

    /// <summary>Plans a notice, unless the same one was planned or has had its outcome.</summary>
    /// <returns>Whether this call planned it.</returns>
    public async Task<bool> PlanAsync(Notice notice, CancellationToken cancellationToken)
    {
        var shard = Keys.OutboxShard(ShardOf(notice));
        try
        {
            await store.CommitAsync(StoreTable.Outbox, shard, [.. Planned(notice)], cancellationToken);
            return true;
        }
        catch (StoreConflictException)
        {
            // Planned already by an earlier attempt at the same occasion, and perhaps sent.
            return false;
        }
    }

    /// <summary>As <see cref="PlanAsync(Notice, CancellationToken)"/>, of many.</summary>
    public async Task PlanAsync(IReadOnlyList<Notice> notices, CancellationToken cancellationToken)
    {
        foreach (var shard in notices.GroupBy(ShardOf))
        {
            foreach (var some in shard.Chunk(StoreLimits.RowsPerTransaction / 2))
            {
                try
                {
                    await store.CommitAsync(StoreTable.Outbox, Keys.OutboxShard(shard.Key), [.. some.SelectMany(Planned)], cancellationToken);
                }
                catch (StoreConflictException)
                {
                    // Some of them are planned already.
                    foreach (var notice in some) await PlanAsync(notice, cancellationToken);
                }
            }
        }
    }

    /// <summary>
    /// Lets a later day's message speak for one whose day was missed: that of the first day which is still to be sent. Nothing is done where another
    /// copy was first.
    /// </summary>
    /// <param name="missed">Not claimed.</param>
    /// <param name="days">The days to choose from, the first one first.</param>
    public async Task CarryOverAsync(StoredNotice missed, IEnumerable<DateOnly> days, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var shard = Keys.OutboxShard(missed.Shard);
        foreach (var day in days)
        {
            var id = IdOn(missed.Value, day);
            var known = await store.GetAsync(StoreTable.Outbox, shard, Keys.NoticeOutcome(id), cancellationToken);
            var next = missed.Value with
            {
                Id = id,
                Day = day,
                At = missed.Value.IsToGroup ? missed.Value.At : null,
                NotBefore = VietnamTime.On(day, VietnamTime.TimeOfDay(missed.Value.NotBefore)),
            };
            List<RowChange> changes =
            [
                new RowChange.Delete(missed.Key, missed.ETag),
                new RowChange.Upsert(Keys.NoticeOutcome(missed.Value.Id), StoredJson.Write(new NoticeOutcome(missed.Value, NoticeResult.CarriedOver, now, id))),
            ];
            if (known is null)
            {
                changes.AddRange(Planned(next));
            }
            else
            {
                var planned = StoredJson.Read<NoticeOutcome>(known).Notice;
                var key = Keys.PlannedNotice(planned.NotBefore, id);
                var waiting = await store.GetAsync(StoreTable.Outbox, shard, key, cancellationToken);
                var later = waiting is null ? null : StoredJson.Read<Notice>(waiting);
                if (waiting is null || later is not { ClaimedAt: null })
                {
                    // Sent, or just being sent. A group that has had a later one wants no second.
                    if (!missed.Value.IsToGroup) continue;
                }
                else if (missed.Value.Since < later.Since)
                {
                    changes.Add(new RowChange.Replace(key, StoredJson.Write(later with { Since = missed.Value.Since }), waiting.ETag));
                }
            }

            try
            {
                await store.CommitAsync(StoreTable.Outbox, shard, changes, cancellationToken);
            }
            catch (StoreConflictException)
            {
                // Another copy carried it over, or claimed the later one: whatever is left is seen again.
            }

            return;
        }
    }

    /// <summary>Plans a group's digest for a day, or gives the one that waits on that day another time.</summary>
    /// <returns>False when that day's has had its outcome, or is just being sent.</returns>
    public async Task<bool> PlanOrMoveAsync(Notice notice, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var shard = Keys.OutboxShard(ShardOf(notice));
            var outcome = await store.GetAsync(StoreTable.Outbox, shard, Keys.NoticeOutcome(notice.Id), cancellationToken);
            List<RowChange> changes = [.. Planned(notice)];
            if (outcome is not null)
            {
                var known = StoredJson.Read<NoticeOutcome>(outcome);
                // Of what came to nothing nobody was told.
                if (known.Result is not (NoticeResult.Planned or NoticeResult.Void)) return false;
                var planned = new NoticeOutcome(notice, NoticeResult.Planned, notice.NotBefore, null);
                changes[0] = new RowChange.Replace(Keys.NoticeOutcome(notice.Id), StoredJson.Write(planned), outcome.ETag);
                if (known.Result == NoticeResult.Planned)
                {
                    var key = Keys.PlannedNotice(known.Notice.NotBefore, notice.Id);
                    var waiting = await store.GetAsync(StoreTable.Outbox, shard, key, cancellationToken);
                    if (waiting is null || StoredJson.Read<Notice>(waiting).ClaimedAt is not null) return false;
                    if (known.Notice.NotBefore == notice.NotBefore) changes[1] = new RowChange.Replace(key, StoredJson.Write(notice), waiting.ETag);
                    else changes.Add(new RowChange.Delete(key, waiting.ETag));
                }
            }

            try
            {
                await store.CommitAsync(StoreTable.Outbox, shard, changes, cancellationToken);
                return true;
            }
            catch (StoreConflictException)
            {
                // Another copy planned or claimed it at this moment.
            }
        }

        throw new StoreUnavailableException("The digest of a group kept changing.");
    }

    /// <returns>What became of a notice; null where none was planned under that id.</returns>
    public async Task<NoticeOutcome?> FindAsync(string personId, string id, CancellationToken cancellationToken) =>
        await store.GetAsync(StoreTable.Outbox, Keys.OutboxShard(ShardOf(personId)), Keys.NoticeOutcome(id), cancellationToken) is { } row ? StoredJson.Read<NoticeOutcome>(row) : null;

    /// <summary>Takes a planned notice back before it is sent.</summary>
    /// <returns>Whether it was still there.</returns>
    public async Task<bool> CancelAsync(Notice notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (shard, key) = (ShardOf(notice), Keys.PlannedNotice(notice.NotBefore, notice.Id));
        if (await store.GetAsync(StoreTable.Outbox, Keys.OutboxShard(shard), key, cancellationToken) is not { } row || StoredJson.Read<Notice>(row).ClaimedAt is not null) return false;
        try
        {
            await FinishAsync(new StoredNotice(notice, row.ETag, shard, key), new NoticeOutcome(notice, NoticeResult.Void, now, "taken back"), cancellationToken);
            return true;
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    /// <summary>Who did not get what they were to be told, and nothing since.</summary>
    public async Task<IReadOnlyList<Undelivered>> UndeliveredAsync(CancellationToken cancellationToken)
    {
        var people = new List<Undelivered>();
        for (var shard = 0; shard < Shards; shard++) people.AddRange(await UndeliveredAsync(shard, cancellationToken));
        return people;
    }

    public async Task<IReadOnlyList<Undelivered>> UndeliveredAsync(int shard, CancellationToken cancellationToken)
    {
        var people = new List<Undelivered>();
        await foreach (var row in store.RangeAsync(StoreTable.Outbox, Keys.OutboxShard(shard), "u|", Keys.After("u|"), cancellationToken)) people.Add(StoredJson.Read<Undelivered>(row));
        return people;
    }

    /// <summary>Keeps that a person cannot be reached with what waits for them.</summary>
    public Task MarkAsync(Undelivered undelivered, CancellationToken cancellationToken) =>
        store.CommitAsync(
            StoreTable.Outbox,
            Keys.OutboxShard(ShardOf(undelivered.PersonId)),
            [new RowChange.Upsert(Keys.Undelivered(undelivered.PersonId), StoredJson.Write(undelivered))],
            cancellationToken);

    /// <summary>Notices whose time has come, oldest first.</summary>
    public async IAsyncEnumerable<StoredNotice> DueAsync(int shard, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var end = Keys.PlannedNotice(now.AddTicks(1), "");
        await foreach (var row in store.RangeAsync(StoreTable.Outbox, Keys.OutboxShard(shard), "p|", end, cancellationToken))
        {
            yield return new StoredNotice(StoredJson.Read<Notice>(row), row.ETag, shard, row.Key);
        }
    }

    /// <summary>Claims a notice for this copy of the program.</summary>
    /// <param name="claim">A name that no other claim has.</param>
    /// <returns>The claimed notice, or null when another copy was first.</returns>
    public async Task<StoredNotice?> ClaimAsync(StoredNotice notice, string claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claimed = notice.Value with { ClaimedAt = now, ClaimedBy = claim };
        try
        {
            var etags = await store.CommitAsync(
                StoreTable.Outbox,
                Keys.OutboxShard(notice.Shard),
                [new RowChange.Replace(notice.Key, StoredJson.Write(claimed), notice.ETag)],
                cancellationToken);
            return notice with { Value = claimed, ETag = etags[0]! };
        }
        catch (StoreConflictException)
        {
            return null;
        }
    }

    /// <summary>Gives a claim back: the person cannot be reached now, and the notice waits.</summary>
    public Task HoldAsync(StoredNotice notice, CancellationToken cancellationToken) =>
        store.CommitAsync(
            StoreTable.Outbox,
            Keys.OutboxShard(notice.Shard),
            [new RowChange.Replace(notice.Key, StoredJson.Write(notice.Value with { ClaimedAt = null, ClaimedBy = null }), notice.ETag)],
            cancellationToken);

    /// <param name="undelivered">What is known of messages that did not reach the person: with this outcome it ends, goes on, or begins.</param>
    public Task FinishAsync(StoredNotice notice, NoticeOutcome outcome, CancellationToken cancellationToken, Undelivered? undelivered = null)
    {
        List<RowChange> changes = [new RowChange.Delete(notice.Key, notice.ETag), new RowChange.Upsert(Keys.NoticeOutcome(notice.Value.Id), StoredJson.Write(outcome))];
        var key = Keys.Undelivered(notice.Value.PersonId);
        if (notice.Value.IsToGroup) undelivered = null;
        else if (outcome.Result is NoticeResult.Refused or NoticeResult.Unknown or NoticeResult.Unreachable)
        {
            var now = new Undelivered(
                notice.Value.PersonId, outcome.Result, notice.Value.Kind, outcome.Channel, outcome.Reason, undelivered?.Since ?? outcome.At, outcome.At, (undelivered?.Count ?? 0) + 1);
            changes.Add(new RowChange.Upsert(key, StoredJson.Write(now)));
        }
        else if (outcome.Result == NoticeResult.Sent && undelivered is not null)
        {
            changes.Add(new RowChange.Delete(key, null));
        }

        return store.CommitAsync(StoreTable.Outbox, Keys.OutboxShard(notice.Shard), changes, cancellationToken);
    }

    private static string IdOn(Notice missed, DateOnly day) =>
        missed is { IsToGroup: true, Group: { } group } ? PlanGroupDigests.Id(group, day) : PlanReminders.DailyId(missed.PersonId, day);

    // The outcome's row stands from the planning on: its key has no time in it, so that one occasion is planned once whatever the time.
    private static IEnumerable<RowChange> Planned(Notice notice) =>
    [
        new RowChange.Insert(Keys.NoticeOutcome(notice.Id), StoredJson.Write(new NoticeOutcome(notice, NoticeResult.Planned, notice.NotBefore, null))),
        new RowChange.Insert(Keys.PlannedNotice(notice.NotBefore, notice.Id), StoredJson.Write(notice)),
    ];

    // A group's, whoever has it sent: one occasion is one row.
    private static int ShardOf(Notice notice) => ShardOf(notice is { IsToGroup: true, Group: { } group } ? Keys.Group(group.Channel, group.ConversationId) : notice.PersonId);

    internal static int ShardOf(string personId) => SHA256.HashData(Encoding.UTF8.GetBytes(personId))[0] % Shards;
}
