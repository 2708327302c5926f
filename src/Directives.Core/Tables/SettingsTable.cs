namespace Directives.Core;

/// <summary>What people chose for themselves: a row for each who chose anything, all in one partition, since a day's planning reads them all.</summary>
public sealed class SettingsTable(IPartitionedStore store)
{
    public async Task<PersonSettings> FindAsync(string personId, CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Agenda, Keys.Settings, Keys.SettingsOfPerson(personId), cancellationToken);
        return row is null ? new PersonSettings() : StoredJson.Read<PersonSettings>(row);
    }

    public Task WriteAsync(string personId, PersonSettings settings, CancellationToken cancellationToken) =>
        store.CommitAsync(StoreTable.Agenda, Keys.Settings, [new RowChange.Upsert(Keys.SettingsOfPerson(personId), StoredJson.Write(settings))], cancellationToken);

    public Task RemoveAsync(string personId, CancellationToken cancellationToken) =>
        store.CommitAsync(StoreTable.Agenda, Keys.Settings, [new RowChange.Delete(Keys.SettingsOfPerson(personId), null)], cancellationToken);

    /// <summary>By <see cref="Keys.SettingsOfPerson"/>.</summary>
    public async Task<IReadOnlyDictionary<string, PersonSettings>> AllAsync(CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, PersonSettings>(StringComparer.Ordinal);
        await foreach (var row in store.RangeAsync(StoreTable.Agenda, Keys.Settings, "", null, cancellationToken)) all[row.Key] = StoredJson.Read<PersonSettings>(row);
        return all;
    }
}
