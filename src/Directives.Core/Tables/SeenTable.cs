namespace Directives.Core;

/// <param name="Answered">Set when the turn was finished; a message that was begun and not finished is taken up again.</param>
public sealed record SeenMessage(DateTimeOffset At, bool Answered);

public enum Delivery
{
    First,

    /// <summary>Begun before and not finished: by a process that died, or by another copy at this moment.</summary>
    Repeated,

    Answered,
}

/// <summary>The messages already handled, so that a second delivery changes nothing.</summary>
public sealed class SeenTable(IPartitionedStore store)
{
    /// <summary>For so long after midnight a message is looked for under the day before, too.</summary>
    private static readonly TimeSpan LateDelivery = TimeSpan.FromHours(6);

    /// <summary>Notes that a message is being handled.</summary>
    public async Task<Delivery> BeginAsync(string channel, string messageId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(new RowChange.Insert(Keys.SeenMessage(messageId), StoredJson.Write(new SeenMessage(now, false))), channel, now, cancellationToken);
        }
        catch (StoreConflictException)
        {
            return await FindAsync(channel, messageId, VietnamTime.Day(now), cancellationToken) ?? Delivery.Repeated;
        }

        return VietnamTime.At(now).TimeOfDay < LateDelivery
            ? await FindAsync(channel, messageId, VietnamTime.Day(now).AddDays(-1), cancellationToken) ?? Delivery.First
            : Delivery.First;
    }

    public Task EndAsync(string channel, string messageId, DateTimeOffset begun, CancellationToken cancellationToken) =>
        WriteAsync(new RowChange.Upsert(Keys.SeenMessage(messageId), StoredJson.Write(new SeenMessage(begun, true))), channel, begun, cancellationToken);

    private async Task<Delivery?> FindAsync(string channel, string messageId, DateOnly day, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Seen, Keys.Seen(channel, day), Keys.SeenMessage(messageId), cancellationToken);
        return row is null ? null : StoredJson.Read<SeenMessage>(row).Answered ? Delivery.Answered : Delivery.Repeated;
    }

    // By day, so that old markers can be dropped as whole partitions. Not synced: whatever a turn does is committed durably after its beginning was
    // noted, and a turn whose end is lost is known by what it did, as that of a process that was killed.
    private Task WriteAsync(RowChange change, string channel, DateTimeOffset day, CancellationToken cancellationToken) =>
        store.CommitUnsyncedAsync(StoreTable.Seen, Keys.Seen(channel, VietnamTime.Day(day)), [change], cancellationToken);
}
