namespace Directives.Core;

/// <summary>That an account was told once who the bot is.</summary>
public sealed record Welcomed(DateTimeOffset At);

/// <summary>What was last said to each person, and where they can be written to.</summary>
public sealed class TalkTable(IPartitionedStore store)
{
    public async Task<TalkState> LoadAsync(string personId, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Talk, Keys.Talk(personId), Keys.TalkState, cancellationToken);
        return row is null ? new TalkState() : StoredJson.Read<TalkState>(row);
    }

    public Task SaveAsync(string personId, TalkState state, CancellationToken cancellationToken) =>
        store.CommitAsync(
            StoreTable.Talk, Keys.Talk(personId), [new RowChange.Upsert(Keys.TalkState, StoredJson.Write(state))], cancellationToken);

    /// <summary>Remembers where a person writes from; the latest conversation wins.</summary>
    public Task SaveAccountAsync(ChatAccount account, CancellationToken cancellationToken) =>
        store.CommitAsync(
            StoreTable.Talk,
            Keys.Talk(account.PersonId),
            [new RowChange.Upsert(Keys.ChatAccount(account.Channel, account.UserId), StoredJson.Write(account))],
            cancellationToken);

    public async Task<ChatAccount?> FindAccountAsync(string personId, string channel, string userId, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Talk, Keys.Talk(personId), Keys.ChatAccount(channel, userId), cancellationToken);
        return row is null ? null : StoredJson.Read<ChatAccount>(row);
    }

    public Task ForgetAccountAsync(string personId, string channel, string userId, CancellationToken cancellationToken) =>
        store.CommitAsync(StoreTable.Talk, Keys.Talk(personId), [new RowChange.Delete(Keys.ChatAccount(channel, userId), null)], cancellationToken);

    /// <summary>
    /// Forgets what was said, where the person can be written to, and files that wait for their consent. The rows that find the person's accounts stay: by them the
    /// accounts are unlinked, and stay so.
    /// </summary>
    public async Task ForgetAsync(string personId, CancellationToken cancellationToken)
    {
        var changes = new List<RowChange> { new RowChange.Delete(Keys.TalkState, null) };
        foreach (var kind in new[] { "chat|", Keys.FileOffers })
        {
            await foreach (var row in store.RangeAsync(StoreTable.Talk, Keys.Talk(personId), kind, Keys.After(kind), cancellationToken))
            {
                changes.Add(new RowChange.Delete(row.Key, null));
            }
        }

        foreach (var some in changes.Chunk(StoreLimits.RowsPerTransaction)) await store.CommitAsync(StoreTable.Talk, Keys.Talk(personId), some, cancellationToken);
    }

    /// <summary>Notes that the account was refused, unless the person was seen there since.</summary>
    public async Task MarkUnreachableAsync(ChatAccount refused, string reason, CancellationToken cancellationToken)
    {
        var (partition, key) = (Keys.Talk(refused.PersonId), Keys.ChatAccount(refused.Channel, refused.UserId));
        if (await store.GetAsync(StoreTable.Talk, partition, key, cancellationToken) is not { } row) return;
        var known = StoredJson.Read<ChatAccount>(row);
        if (known.SeenAt > refused.SeenAt || known.ConversationId != refused.ConversationId) return;
        try
        {
            await store.CommitAsync(
                StoreTable.Talk, partition, [new RowChange.Replace(key, StoredJson.Write(known with { Unreachable = reason }), row.ETag)], cancellationToken);
        }
        catch (StoreConflictException)
        {
            // Seen at this moment.
        }
    }

    /// <returns>False when the account was welcomed before: of several greetings at once, one is told true.</returns>
    public async Task<bool> TryWelcomeAsync(string channel, string userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await store.CommitAsync(
                StoreTable.Talk, Keys.Account(channel, userId), [new RowChange.Insert(Keys.Welcomed, StoredJson.Write(new Welcomed(now)))], cancellationToken);
            return true;
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    public Task ForgetWelcomeAsync(string channel, string userId, CancellationToken cancellationToken) =>
        store.CommitAsync(StoreTable.Talk, Keys.Account(channel, userId), [new RowChange.Delete(Keys.Welcomed, null)], cancellationToken);

    /// <summary>Where the person can be written to, the latest used first.</summary>
    public async Task<IReadOnlyList<ChatAccount>> AccountsAsync(string personId, CancellationToken cancellationToken)
    {
        var accounts = new List<ChatAccount>();
        await foreach (var row in store.RangeAsync(StoreTable.Talk, Keys.Talk(personId), "chat|", Keys.After("chat|"), cancellationToken))
        {
            accounts.Add(StoredJson.Read<ChatAccount>(row));
        }

        return [.. accounts.OrderByDescending(account => account.SeenAt)];
    }
}
