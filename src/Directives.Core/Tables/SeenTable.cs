namespace Directives.Core;

/// <param name="Answered">Set when the turn was finished; a message that was begun and not finished is taken up again.</param>
public sealed record SeenMessage(DateTimeOffset At, bool Answered);

/// <summary>The messages already handled, so that a second delivery changes nothing.</summary>
public sealed class SeenTable(IPartitionedStore store)
{
    /// <summary>Notes that a message is being handled.</summary>
    /// <returns>False when it has been answered already.</returns>
    public async Task<bool> BeginAsync(string channel, string messageId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(new RowChange.Insert(Keys.SeenMessage(messageId), StoredJson.Write(new SeenMessage(now, false))), channel, now, cancellationToken);
            return true;
        }
        catch (StoreConflictException)
        {
            var row = await store.GetAsync(
                StoreTable.Seen, Keys.Seen(channel, VietnamTime.Day(now)), Keys.SeenMessage(messageId), cancellationToken);
            return row is null || !StoredJson.Read<SeenMessage>(row).Answered;
        }
    }

    public Task EndAsync(string channel, string messageId, DateTimeOffset begun, CancellationToken cancellationToken) =>
        WriteAsync(new RowChange.Upsert(Keys.SeenMessage(messageId), StoredJson.Write(new SeenMessage(begun, true))), channel, begun, cancellationToken);

    // By day, so that old markers can be dropped as whole partitions. A message that is delivered again after midnight is looked for under
    // the new day; the operation row beside the work it did keeps it from doing that work twice.
    private Task WriteAsync(RowChange change, string channel, DateTimeOffset day, CancellationToken cancellationToken) =>
        store.CommitAsync(StoreTable.Seen, Keys.Seen(channel, VietnamTime.Day(day)), [change], cancellationToken);
}
