namespace Directives.Core;

/// <param name="ETag">Of the row, to replace just that one.</param>
public sealed record StoredGroup(GroupConversation Value, string ETag);

/// <summary>The groups and channels that the bot is in. Who is in them is the channel's to say, at every turn.</summary>
public sealed class GroupTable(IPartitionedStore store)
{
    /// <summary>Replies to older messages than these are not known as such.</summary>
    private const int OwnMessagesKept = 20;

    private const int Attempts = 5;

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

    /// <summary>Sets or ends the digest that goes there.</summary>
    /// <param name="change">From the digest that goes there now, to the one that is to; the same one changes nothing.</param>
    /// <returns>The group as it was before; null when the bot is not there.</returns>
    public async Task<GroupConversation?> ChangeDigestAsync(GroupAddress group, Func<GroupDigest?, GroupDigest?> change, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(group.Channel, group.ConversationId, cancellationToken) is not { } known) return null;
            var after = change(known.Value.Digest);
            if (after == known.Value.Digest) return known.Value;
            try
            {
                var row = new RowChange.Replace(Keys.Group(group.Channel, group.ConversationId), StoredJson.Write(known.Value with { Digest = after }), known.ETag);
                await store.CommitAsync(StoreTable.Talk, Keys.Groups, [row], cancellationToken);
                return known.Value;
            }
            catch (StoreConflictException)
            {
                // A message of the bot's was noted at the same moment.
            }
        }

        throw new StoreUnavailableException("The row of a group kept changing.");
    }

    public Task RemoveAsync(string channel, string conversationId, CancellationToken cancellationToken) =>
        store.CommitAsync(StoreTable.Talk, Keys.Groups, [new RowChange.Delete(Keys.Group(channel, conversationId), null)], cancellationToken);

    public async IAsyncEnumerable<GroupConversation> ListAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.RangeAsync(StoreTable.Talk, Keys.Groups, "", null, cancellationToken)) yield return StoredJson.Read<GroupConversation>(row);
    }
}
