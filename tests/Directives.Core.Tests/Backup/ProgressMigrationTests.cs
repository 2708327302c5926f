using System.Globalization;
using Directives.Core.Tests.Faults;

namespace Directives.Core.Tests.Backup;

/// <summary>A store of version 3 has a partition of progress per task.</summary>
public sealed class ProgressMigrationTests
{
    [Fact]
    public async Task Progress_of_an_older_store_is_found_in_its_new_place()
    {
        var rehearsal = await Rehearsal.OfAsync();
        var right = await ProgressAsync(rehearsal);
        await MakeOlderAsync(rehearsal.Store);
        Assert.Empty(await ProgressAsync(rehearsal));

        await StoreSchema.Current.OpenAsync(rehearsal.Store, default);

        Assert.Equal(right, await ProgressAsync(rehearsal));
        Assert.Empty((await rehearsal.Parts.Get<RebuildProjections>().HandleAsync(repair: false, default)).Differences);
        Assert.Equal(right.Count, await CountAsync(rehearsal.Store));
    }

    [Fact]
    public async Task Row_that_another_copy_moved_and_projected_since_is_left_as_it_is()
    {
        var rehearsal = await Rehearsal.OfAsync();
        await MakeOlderAsync(rehearsal.Store);
        await StoreSchema.Current.OpenAsync(rehearsal.Store, default);
        var stale = await ProgressAsync(rehearsal);
        await rehearsal.SayAsync(Ward.Principal, "việc 3 xong rồi");
        var right = await ProgressAsync(rehearsal);
        foreach (var old in stale) await PutOldAsync(rehearsal.Store, old);

        await ProgressMigration.ApplyAsync(rehearsal.Store, default);

        Assert.Equal(right, await ProgressAsync(rehearsal));
        Assert.Equal(right.Count, await CountAsync(rehearsal.Store));
    }

    private static async Task<IReadOnlyList<UnitProgress>> ProgressAsync(Rehearsal rehearsal) =>
        [.. (await rehearsal.Parts.Get<ProgressTable>().OfTasksAsync([.. Enumerable.Range(1, 7)], default)).SelectMany(task => task)];

    private static async Task MakeOlderAsync(IPartitionedStore store)
    {
        var rows = new List<ScannedRow>();
        await foreach (var row in store.ScanAsync(StoreTable.Progress, default)) rows.Add(row);
        foreach (var row in rows)
        {
            await store.CommitAsync(StoreTable.Progress, row.Partition, [new RowChange.Delete(row.Key, null)], default);
            await PutOldAsync(store, StoredJson.Read<UnitProgress>(row.Value));
        }

        await new AboutTable(store).WriteAsync(new AboutStore { Schema = 3 }, null, default);
    }

    private static Task PutOldAsync(IPartitionedStore store, UnitProgress progress) => store.CommitAsync(
        StoreTable.Progress,
        progress.Task.ToString("d9", CultureInfo.InvariantCulture),
        [new RowChange.Insert(KeyText.Escape(progress.UnitId), StoredJson.Write(progress))],
        default);

    private static async Task<int> CountAsync(IPartitionedStore store)
    {
        var count = 0;
        await foreach (var _ in store.ScanAsync(StoreTable.Progress, default)) count++;
        return count;
    }
}
