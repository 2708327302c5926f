namespace Directives.Core;

/// <summary>Up to which day everybody's reminders are planned, and how far the planning of the next one is.</summary>
public sealed record PlannedDays
{
    /// <summary>All is planned up to this day.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>The day that is being planned.</summary>
    public DateOnly? Going { get; init; }

    /// <summary>The last unit that is done for that day; null before the first.</summary>
    public string? After { get; init; }

    /// <summary>The copy of the program that plans it, and when it last said so.</summary>
    public string? By { get; init; }

    public DateTimeOffset? At { get; init; }
}

/// <summary>The days whose reminders are planned: one row, so that several copies plan a day once between them.</summary>
public sealed class AgendaTable(IPartitionedStore store)
{
    public async Task<(PlannedDays Value, string? ETag)> FindAsync(CancellationToken cancellationToken)
    {
        var row = await store.GetAsync(StoreTable.Agenda, Keys.Reminders, Keys.PlannedDays, cancellationToken);
        return row is null ? (new PlannedDays(), null) : (StoredJson.Read<PlannedDays>(row), row.ETag);
    }

    /// <returns>The new ETag; null when another copy was first.</returns>
    public async Task<string?> WriteAsync(PlannedDays days, string? etag, CancellationToken cancellationToken)
    {
        var value = StoredJson.Write(days);
        try
        {
            RowChange change = etag is null ? new RowChange.Insert(Keys.PlannedDays, value) : new RowChange.Replace(Keys.PlannedDays, value, etag);
            return (await store.CommitAsync(StoreTable.Agenda, Keys.Reminders, [change], cancellationToken))[0];
        }
        catch (StoreConflictException)
        {
            return null;
        }
    }
}
