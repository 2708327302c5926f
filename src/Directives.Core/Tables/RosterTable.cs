namespace Directives.Core;

/// <summary>A roster as it stood in the store when it was read, with what is needed to replace just that one.</summary>
/// <param name="Version">Counts the complete imports; 0 before the first.</param>
/// <param name="Partial">An import was under way, or ended before its last row was written; importing again completes it.</param>
/// <param name="ETag">Of the head row; null where there is none yet.</param>
public sealed record StoredRoster(Roster Roster, int Version, bool Partial, string? ETag);

/// <summary>
/// The roster: one partition with a head row and a row per unit, group and person. Every transaction that changes a row also replaces the
/// head row by its ETag. So whoever holds the head's ETag knows every row, two imports can never mix, and an import that ends in the middle
/// leaves a head marked as partial from which the next one goes on. Safe for use by many callers at once.
/// </summary>
public sealed class RosterTable(IPartitionedStore store) : IDisposable
{
    // A read that an import overtakes starts again. An import is a clerk's act, so a few attempts outlast any.
    private const int ReadAttempts = 20;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile StoredRoster? _latest;

    /// <summary>
    /// The roster, from memory as long as the store's head row has not changed: one point read a call. While an import is under way, what was
    /// there before it.
    /// </summary>
    public async Task<Roster> LoadAsync(CancellationToken cancellationToken)
    {
        var head = await store.GetAsync(StoreTable.Roster, Keys.RosterTree, Keys.RosterHead, cancellationToken).ConfigureAwait(false);
        if (head is null) return Roster.Empty;
        if (UsableFor(head) is { } known) return known;

        // One caller reads a changed roster; the others wait for what it found.
        await _reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return UsableFor(head) ?? (await ReadAsync(cancellationToken).ConfigureAwait(false)).Roster;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The roster as it stands in the store now, complete or not, as the basis of a change.</summary>
    public async Task<StoredRoster> ReadAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < ReadAttempts; attempt++)
        {
            var head = await store.GetAsync(StoreTable.Roster, Keys.RosterTree, Keys.RosterHead, cancellationToken).ConfigureAwait(false);
            if (head is null) return new StoredRoster(Roster.Empty, 0, Partial: false, ETag: null);

            var read = await ReadRowsAsync(head, cancellationToken).ConfigureAwait(false);
            var after = await store.GetAsync(StoreTable.Roster, Keys.RosterTree, Keys.RosterHead, cancellationToken).ConfigureAwait(false);
            if (after?.ETag == head.ETag) return _latest = read;
        }

        throw new StoreUnavailableException("The roster kept changing while it was read.");
    }

    /// <summary>Writes what differs between the roster that <paramref name="basis"/> holds and the next one.</summary>
    /// <exception cref="StoreConflictException">Somebody changed the roster after <paramref name="basis"/> was read; nothing of this was written,
    /// or, when it happens between two transactions, a part that the next import completes.</exception>
    public async Task<StoredRoster> ReplaceAsync(Roster next, StoredRoster basis, CancellationToken cancellationToken)
    {
        var changes = RosterRows.Differences(basis.Roster, next);
        if (changes.Count == 0 && !basis.Partial && basis.ETag is not null && basis.Roster.Body == next.Body) return basis;

        var etag = basis.ETag;
        var version = basis.Version + 1;
        const int RowsBesideHead = StoreLimits.RowsPerTransaction - 1;
        for (var from = 0; from == 0 || from < changes.Count; from += RowsBesideHead)
        {
            var isLast = from + RowsBesideHead >= changes.Count;
            var head = RosterRows.Write(isLast ? new RosterHead(next.Body, version, Partial: false) : new RosterHead(next.Body, basis.Version, Partial: true));
            var transaction = changes.Skip(from).Take(RowsBesideHead)
                .Prepend(etag is null ? new RowChange.Insert(Keys.RosterHead, head) : new RowChange.Replace(Keys.RosterHead, head, etag))
                .ToList();
            var etags = await store.CommitAsync(StoreTable.Roster, Keys.RosterTree, transaction, cancellationToken).ConfigureAwait(false);
            etag = etags[0];
        }

        return new StoredRoster(next, version, Partial: false, etag);
    }

    public void Dispose() => _reading.Dispose();

    private Roster? UsableFor(StoredRow head) =>
        _latest is { } latest && (latest.ETag == head.ETag || RosterRows.ReadHead(head).Partial) ? latest.Roster : null;

    private async Task<StoredRoster> ReadRowsAsync(StoredRow headRow, CancellationToken cancellationToken)
    {
        var units = new List<Unit>();
        var groups = new List<UnitGroup>();
        var people = new List<Person>();
        await foreach (var row in store.RangeAsync(StoreTable.Roster, Keys.RosterTree, "", null, cancellationToken).ConfigureAwait(false))
        {
            if (RosterRows.IsUnit(row)) units.Add(RosterRows.ReadUnit(row));
            else if (RosterRows.IsGroup(row)) groups.Add(RosterRows.ReadGroup(row));
            else if (RosterRows.IsPerson(row)) people.Add(RosterRows.ReadPerson(row));
        }

        var head = RosterRows.ReadHead(headRow);
        return new StoredRoster(new Roster(head.Body, units, groups, people), head.Version, head.Partial, headRow.ETag);
    }
}
