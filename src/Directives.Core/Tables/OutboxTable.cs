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

    /// <summary>Plans a notice, unless the same one was planned or has had its outcome.</summary>
    public async Task PlanAsync(Notice notice, CancellationToken cancellationToken)
    {
        var shard = Keys.OutboxShard(ShardOf(notice.PersonId));
        var planned = new NoticeOutcome(notice, NoticeResult.Planned, notice.NotBefore, null);
        try
        {
            // The outcome's row stands from the planning on: its key has no time in it, so that one occasion is planned once whatever the time.
            await store.CommitAsync(
                StoreTable.Outbox,
                shard,
                [
                    new RowChange.Insert(Keys.NoticeOutcome(notice.Id), StoredJson.Write(planned)),
                    new RowChange.Insert(Keys.PlannedNotice(notice.NotBefore, notice.Id), StoredJson.Write(notice)),
                ],
                cancellationToken);
        }
        catch (StoreConflictException)
        {
            // Planned already by an earlier attempt at the same occasion, and perhaps sent.
        }
    }

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

    public Task FinishAsync(StoredNotice notice, NoticeOutcome outcome, CancellationToken cancellationToken) =>
        store.CommitAsync(
            StoreTable.Outbox,
            Keys.OutboxShard(notice.Shard),
            [
                new RowChange.Delete(notice.Key, notice.ETag),
                new RowChange.Upsert(Keys.NoticeOutcome(notice.Value.Id), StoredJson.Write(outcome)),
            ],
            cancellationToken);

    private static int ShardOf(string personId) => SHA256.HashData(Encoding.UTF8.GetBytes(personId))[0] % Shards;
}
