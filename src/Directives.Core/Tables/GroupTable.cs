namespace Directives.Core;

/// <param name="ETag">Of the row, to replace just that one.</param>
public sealed record StoredGroup(GroupConversation Value, string ETag);

/// <summary>The groups and channels that the bot is in. Who is in them is the channel's to say, at every turn.</summary>
public sealed class GroupTable(IPartitionedStore store)
{
    /// <summary>Replies to older messages than these are not known as such.</summary>
    private const int OwnMessagesKept = 20;

    public async Task<StoredGroup?> FindAsync(string channel, string conversationId, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Talk, Keys.Groups, Keys.Group(channel, conversationId), cancellationToken);
        return row is null ? null : new StoredGroup(StoredJson.Read<GroupConversation>(row), row.ETag);
    }

    /// <returns>False when it is there already: of several who add it at once, one is told true.</returns>
    public async Task<bool> TryAddAsync(GroupConversation group, CancellationToken cancellationToken)
    {
        try
        {
            await store.CommitAsync(
                StoreTable.Talk, Keys.Groups, [new RowChange.Insert(Keys.Group(group.Channel, group.ConversationId), StoredJson.Write(group))], cancellationToken);
            return true;
        }
        catch (StoreConflictException)
        {
            return false;
        }
    }

    /// <summary>Adds a message of the bot's, and takes over the address by which the group was reached now.</summary>
    public async Task NoteMessageAsync(string channel, string conversationId, string serviceUrl, string messageId, CancellationToken cancellationToken)
    {
        if (await FindAsync(channel, conversationId, cancellationToken) is not { } known) return;
        var group = known.Value with { ServiceUrl = serviceUrl, OwnMessages = [.. known.Value.OwnMessages.Append(messageId).TakeLast(OwnMessagesKept)] };
        try
        {
            await store.CommitAsync(
                StoreTable.Talk, Keys.Groups, [new RowChange.Replace(Keys.Group(channel, conversationId), StoredJson.Write(group), known.ETag)], cancellationToken);
        }
        catch (StoreConflictException)
        {
            // Another answer was noted at the same moment. What this one costs is that a reply to it needs the bot's name.
        }
    }

    public Task RemoveAsync(string channel, string conversationId, CancellationToken cancellationToken) =>
        store.CommitAsync(StoreTable.Talk, Keys.Groups, [new RowChange.Delete(Keys.Group(channel, conversationId), null)], cancellationToken);

    public async IAsyncEnumerable<GroupConversation> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.RangeAsync(StoreTable.Talk, Keys.Groups, "", null, cancellationToken)) yield return StoredJson.Read<GroupConversation>(row);
    }
}
