namespace Directives.Core;

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
