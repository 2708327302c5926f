namespace Directives.Core;

public sealed record StoredOffer(FileOffer Value, string ETag);

/// <summary>The files that wait for a person's consent: rows beside their talk, few, and gone when the next one is made.</summary>
public sealed class FileOfferTable(IPartitionedStore store)
{
    /// <summary>So long an answer that comes again is answered as it was.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Adds an offer, and removes the person's old ones.</summary>
    public async Task AddAsync(string personId, FileOffer offer, CancellationToken cancellationToken)
    {
        List<RowChange> changes = [new RowChange.Insert(Keys.FileOffer(offer.Id), StoredJson.Write(offer))];
        await foreach (var row in store.RangeAsync(StoreTable.Talk, Keys.Talk(personId), Keys.FileOffers, Keys.After(Keys.FileOffers), cancellationToken))
        {
            if (offer.At - StoredJson.Read<FileOffer>(row).At > Kept && changes.Count < StoreLimits.RowsPerTransaction) changes.Add(new RowChange.Delete(row.Key, null));
        }

        await store.CommitAsync(StoreTable.Talk, Keys.Talk(personId), changes, cancellationToken);
    }

    public async Task<StoredOffer?> FindAsync(string personId, string id, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Talk, Keys.Talk(personId), Keys.FileOffer(id), cancellationToken);
        return row is null ? null : new StoredOffer(StoredJson.Read<FileOffer>(row), row.ETag);
    }

    /// <exception cref="StoreConflictException">It was changed meanwhile.</exception>
    public Task ReplaceAsync(string personId, StoredOffer stored, FileOffer changed, CancellationToken cancellationToken) =>
        store.CommitAsync(
            StoreTable.Talk, Keys.Talk(personId), [new RowChange.Replace(Keys.FileOffer(changed.Id), StoredJson.Write(changed), stored.ETag)], cancellationToken);
}
