using System.Diagnostics;
using Directives.Core;
using Directives.Storage.AzureTables;
using Directives.Storage.Sqlite;
using Directives.Storage.Tests.AzureTables;
using Directives.Storage.Tests.Contract;
using Xunit.Abstractions;

namespace Directives.Storage.Tests.Backups;

/// <summary>
/// A backup from SQLite into Azure Tables and back. BACKUP_ASSIGNMENTS sets how many assignments; the emulator is slow, so the suite has few.
/// </summary>
[Collection(Azurite.Collection)]
[RequiresAzurite]
public sealed class BackupBetweenStoresTests(Azurite azurite, ITestOutputHelper output) : IDisposable
{
    private const int Tasks = 100;

    private readonly TemporaryFolder folder = new();
    private readonly Stopwatch watch = new();

    public void Dispose() => folder.Dispose();

    [ContractFact]
    public async Task Backup_restored_into_the_other_store_gives_an_equal_backup_each_way()
    {
        var assignments = int.TryParse(Environment.GetEnvironmentVariable("BACKUP_ASSIGNMENTS"), out var given) ? given : 5_000;
        await using var sqlite = SqliteStore.Open(folder.File("first.db"));
        watch.Restart();
        await new StoredOrganisation(sqlite, assignments / Tasks, Tasks).WriteAsync();
        Say($"wrote {assignments} assignments to SQLite");

        var first = await BackupAsync(sqlite, "first.gz");
        var tables = await AzureTableStore.OpenAsync(
            new AzureTableOptions
            {
                ConnectionString = azurite.ConnectionString,
                TablePrefix = "B" + Guid.NewGuid().ToString("n"),
                // The emulator sorts a whole table for each page of it.
                RequestTimeout = TimeSpan.FromMinutes(2),
            },
            default);
        await RestoreAsync("first.gz", tables);
        var second = await BackupAsync(tables, "second.gz");
        Assert.Equal(first.Sha256, second.Sha256);
        AssertSameBytes("first.gz", "second.gz");

        await using var back = SqliteStore.Open(folder.File("second.db"));
        await RestoreAsync("second.gz", back);
        await BackupAsync(back, "third.gz");
        AssertSameBytes("first.gz", "third.gz");
        await StoreSchema.Current.OpenAsync(back, default);
    }

    private async Task<BackupSummary> BackupAsync(IPartitionedStore store, string name)
    {
        watch.Restart();
        await using var file = File.Create(folder.File(name));
        var summary = await new CreateBackup(store).HandleAsync(file, default);
        Say($"backup from {store.GetType().Name}: {summary.Total} rows, {file.Length:#,0} bytes");
        return summary;
    }

    private async Task RestoreAsync(string name, IPartitionedStore store)
    {
        watch.Restart();
        await using var file = File.OpenRead(folder.File(name));
        var summary = await new RestoreBackup(store, StoreSchema.Current, TimeProvider.System).HandleAsync(file, replace: false, default);
        Say($"restore into {store.GetType().Name}: {summary.Total} rows");
    }

    private void AssertSameBytes(string one, string other) =>
        Assert.True(File.ReadAllBytes(folder.File(one)).AsSpan().SequenceEqual(File.ReadAllBytes(folder.File(other))), $"{one} and {other} differ");

    private void Say(string what)
    {
        var line = $"{what}: {watch.Elapsed.TotalSeconds:f1} s; {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB in use";
        output.WriteLine(line);
        Console.WriteLine(line);
    }
}
