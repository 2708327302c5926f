using Directives.Core;
using Directives.Storage.Sqlite;
using Directives.Storage.Tests.Processes;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Tests.Sqlite;

/// <summary>Processes that share a file, and that are killed on it.</summary>
public sealed class SqliteProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(5_000)]
    public async Task Killed_writer_leaves_every_acknowledged_row(int acknowledgements)
    {
        var path = folder.File("store.db");
        foreach (var partition in new[] { "first", "second" })
        {
            using var writer = new OtherProcess(Program.Write, path, partition);
            var acknowledged = new List<string>();
            while (acknowledged.Count < acknowledgements && await writer.ReadLineAsync() is { } name) acknowledged.Add(name);
            acknowledged.AddRange(await writer.KillAsync());
            Assert.True(acknowledged.Count >= acknowledgements);

            await using var store = SqliteStore.Open(path);
            var keys = new HashSet<string>();
            await foreach (var row in store.RangeAsync(StoreTable.Work, partition, "", null, default)) keys.Add(row.Key);
            Assert.All(acknowledged, name => Assert.Contains("a|" + name, keys));
            Assert.All(keys, key => Assert.Contains((key[0] == 'a' ? "b" : "a") + key[1..], keys));
        }

        Assert.Equal("ok", Scalar(path, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Processes_that_open_a_new_file_at_once_lose_no_write()
    {
        const int Steps = 50;
        var path = folder.File("new.db");
        using var first = new OtherProcess(Program.Count, path, $"{Steps}");
        using var second = new OtherProcess(Program.Count, path, $"{Steps}");
        await using var store = SqliteStore.Open(path);
        await Program.CountAsync(store, Steps);

        Assert.Equal(0, await first.ExitCodeAsync());
        Assert.Equal(0, await second.ExitCodeAsync());
        Assert.Equal($"{3 * Steps}", (await store.GetAsync(StoreTable.Work, Program.Counter, Program.Counter, default))!.Value);
    }

    private static object? Scalar(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
