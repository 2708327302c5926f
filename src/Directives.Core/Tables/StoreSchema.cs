namespace Directives.Core;

/// <summary>One step forward of what is stored. A step that was broken off is taken again, so it must bear that; and so must two copies taking it at once.</summary>
/// <param name="From">The version it starts at; it leads to the next one.</param>
public sealed record Migration(int From, Func<IPartitionedStore, CancellationToken, Task> ApplyAsync);

/// <summary>
/// The version of what is stored, whatever it is stored on: the keys of <see cref="Keys"/> and the values of <see cref="StoredJson"/>. A change
/// that an older program could not read raises it and adds a migration.
/// </summary>
public sealed class StoreSchema(int version, IReadOnlyList<Migration> migrations)
{
    public static StoreSchema Current { get; } = new(
        4,
        [
            // Assignments may have ended, and a publishing may be being taken back: to an older program they would be owed, and it would go on publishing.
            // What it wrote itself stands as it is.
            new Migration(1, (_, _) => Task.CompletedTask),

            // Accounts are linked to people, and a link may be taken back: an older program would go on writing to where it was, and drop the
            // addresses of the roster with the next import.
            new Migration(2, (_, _) => Task.CompletedTask),

            // Progress of several tasks stands in one partition. An older program would drop the deadlines that were in force before.
            new Migration(3, ProgressMigration.ApplyAsync),
        ]);

    public int Version => version;

    /// <summary>Makes sure that the program can work on the store, migrating it where it is older.</summary>
    /// <exception cref="InvalidDataException">It is of a newer version, or a backup is half restored into it.</exception>
    public async Task OpenAsync(IPartitionedStore store, CancellationToken cancellationToken)
    {
        var about = new AboutTable(store);
        var (found, etag) = await about.ReadAsync(cancellationToken);
        if (!found.IsWhole) throw new InvalidDataException("A backup was not restored to its end into this store. Run restore again.");
        if (etag is null || found.Schema != version) await MigrateAsync(store, cancellationToken);
    }

    /// <summary>Takes the steps that are left, one version after the other.</summary>
    /// <exception cref="InvalidDataException">The store is of a newer version.</exception>
    public async Task MigrateAsync(IPartitionedStore store, CancellationToken cancellationToken)
    {
        var about = new AboutTable(store);
        while (true)
        {
            var (found, etag) = await about.ReadAsync(cancellationToken);
            Refuse(found.Schema);
            if (found.Schema == version && etag is not null) return;
            var next = found.Schema;
            if (next < version)
            {
                await migrations.Single(step => step.From == next).ApplyAsync(store, cancellationToken);
                next++;
            }

            try
            {
                await about.WriteAsync(found with { Schema = next }, etag, cancellationToken);
            }
            catch (StoreConflictException)
            {
                // Another copy took the same step: go on from where it is now.
            }
        }
    }

    public void Refuse(int schema)
    {
        if (schema > version)
        {
            throw new InvalidDataException(
                $"The store has schema version {schema}; this program knows versions up to {version}. Use the program that wrote it, or a newer one.");
        }
    }
}
