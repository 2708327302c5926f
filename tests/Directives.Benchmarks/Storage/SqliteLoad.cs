using System.Diagnostics;
using System.Globalization;
using Directives.Core;
using Directives.Storage.Sqlite;

namespace Directives.Benchmarks.Storage;

/// <summary>The figures in src/Directives.Storage/README.md. The disk's own syncs stand beside them: they bound what one caller can get.</summary>
internal static class SqliteLoad
{
    private const int SeedCallers = 16;
    private const string Large = "large";

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    private static readonly string Value =
        "{\"title\":\"Báo cáo kết quả triển khai kế hoạch chuyển đổi số năm học 2026–2027\",\"status\":\"đang thực hiện\",\"note\":\""
        + string.Concat(Enumerable.Repeat("Nhà trường đã hoàn thành bước rà soát. ", 10)) + "\"}";

    public static async Task<int> RunAsync(string[] arguments)
    {
        var rows = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        var parent = arguments.Length > 1 ? arguments[1] : Path.GetTempPath();
        var folder = Path.Combine(parent, "directives-load-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            Console.WriteLine($"values of {Value.Length} characters; {Environment.ProcessorCount} processors");
            await SyncsAsync(Path.Combine(folder, "sync"));
            var path = Path.Combine(folder, "store.db");
            await using var store = SqliteStore.Open(path);
            await CommitsAsync(store);
            await SeedAsync(store, rows);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"file {new FileInfo(path).Length / 1e6:N0} MB"));
            await ReadsAsync(store, rows);
            await MixedAsync(store, rows);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resident {Process.GetCurrentProcess().WorkingSet64 / 1e6:N0} MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task SyncsAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[8192];
        await Load.RunAsync("(the disk: append 8 KB and sync)", 1, Duration, (_, _) =>
        {
            file.Write(page);
            file.Flush(flushToDisk: true);
            return Task.CompletedTask;
        });
    }

    private static async Task CommitsAsync(SqliteStore store)
    {
        foreach (var callers in new[] { 1, 8, 32, 128 })
        {
            await Load.RunAsync("durable commit of 1 row", callers, Duration, (caller, i) => store.CommitAsync(
                StoreTable.Seen, $"day-{callers}", [new RowChange.Insert($"m{caller:d3}-{i:d9}", Value)], default));
        }

        // As a turn does it: the assignment, an entry of its history, its due row, an operation.
        await Load.RunAsync("durable commit of 4 rows", 32, Duration, (caller, i) => store.CommitAsync(
            StoreTable.Work,
            $"unit-{caller:d3}",
            [
                new RowChange.Upsert($"a|{i % 200:d9}", Value), new RowChange.Insert($"h|{i:d9}", Value),
                new RowChange.Upsert($"due|{i % 200:d9}", "{}"), new RowChange.Insert($"op|{i:d9}", "{}"),
            ],
            default));
    }

    private static async Task SeedAsync(SqliteStore store, int rows)
    {
        var watch = Stopwatch.StartNew();
        var chunks = Enumerable.Range(0, rows).Chunk(StoreLimits.RowsPerTransaction);
        await Parallel.ForEachAsync(chunks, new ParallelOptions { MaxDegreeOfParallelism = SeedCallers }, async (chunk, cancellation) =>
            await store.CommitAsync(StoreTable.Progress, Large, [.. chunk.Select(i => new RowChange.Insert(Key(i), Value))], cancellation));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"seeded {rows:N0} rows by the hundred: {rows / watch.Elapsed.TotalSeconds:N0} rows/s"));
    }

    private static async Task ReadsAsync(SqliteStore store, int rows)
    {
        foreach (var callers in new[] { 1, 32 })
        {
            await Load.RunAsync("point read", callers, Duration, async (_, _) =>
            {
                var row = await store.GetAsync(StoreTable.Progress, Large, Key(Random.Shared.Next(rows)), default);
                if (row is null) throw new InvalidOperationException("A seeded row is missing.");
            });
            await Load.RunAsync("range of 100 rows", callers, Duration, (_, _) => ReadRangeAsync(store, rows));
        }
    }

    private static async Task MixedAsync(SqliteStore store, int rows)
    {
        await Load.RunAsync("durable commit of 1 row anywhere", 32, Duration, (_, _) => store.CommitAsync(
            StoreTable.Progress, Large, [new RowChange.Upsert(Key(Random.Shared.Next(rows)), Value)], default));
        var reads = Load.RunAsync("range of 100 rows, while written", 4, Duration, (_, _) => ReadRangeAsync(store, rows));
        var writes = Load.RunAsync("durable commit, while read", 32, Duration, (_, _) => store.CommitAsync(
            StoreTable.Progress, Large, [new RowChange.Upsert(Key(Random.Shared.Next(rows)), Value)], default));
        await Task.WhenAll(reads, writes);
    }

    private static async Task ReadRangeAsync(SqliteStore store, int rows)
    {
        var from = Random.Shared.Next(rows - 100);
        var count = 0;
        await foreach (var _ in store.RangeAsync(StoreTable.Progress, Large, Key(from), Key(from + 100), default)) count++;
        if (count != 100) throw new InvalidOperationException("A seeded row is missing.");
    }

    private static string Key(int i) => i.ToString("d9", CultureInfo.InvariantCulture);
}
