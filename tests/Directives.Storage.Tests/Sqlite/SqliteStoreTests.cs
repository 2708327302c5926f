using Directives.Core;
using Directives.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Tests.Sqlite;

/// <summary>What the SQLite store promises beyond the contract.</summary>
public sealed class SqliteStoreTests : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    private readonly TemporaryFolder folder = new();
    private readonly string path;

    public SqliteStoreTests() => path = folder.File("store.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Open_makes_the_folders_on_the_way_for_their_owner_alone()
    {
        var deep = Path.Combine(folder.Path, "a", "b", "store.db");
        await using (var store = SqliteStore.Open(deep)) await Insert(store, "k");
        Assert.True(File.Exists(deep));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(deep)!));
    }

    [Fact]
    public async Task Open_of_a_newer_schema_is_refused_with_both_versions()
    {
        await SqliteStore.Open(path).DisposeAsync();
        Execute("PRAGMA user_version = 7");
        var refusal = Assert.Throws<InvalidDataException>(() => SqliteStore.Open(path));
        Assert.Contains("version 7", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("up to 1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_of_another_programs_database_is_refused_and_leaves_it_alone()
    {
        Execute("CREATE TABLE theirs (id INTEGER)");
        Assert.Throws<InvalidDataException>(() => SqliteStore.Open(path));
        Assert.Equal(1L, Execute("SELECT count(*) FROM sqlite_schema"));
        Assert.Equal("delete", Execute("PRAGMA journal_mode"));
    }

    [Fact]
    public void Open_of_a_file_that_is_no_database_is_unavailable()
    {
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("not a database ", 1000)));
        Assert.Throws<StoreUnavailableException>(() => SqliteStore.Open(path));
    }

    [Fact]
    public void Open_below_a_file_is_unavailable()
    {
        File.WriteAllText(path, "");
        Assert.Throws<StoreUnavailableException>(() => SqliteStore.Open(Path.Combine(path, "store.db")));
    }

    [Fact]
    public async Task Open_of_a_file_that_lacks_a_newer_table_makes_it()
    {
        await using (var store = SqliteStore.Open(path)) await Insert(store, "k");
        Execute("DROP TABLE Talk");
        await using var again = SqliteStore.Open(path);
        await again.CommitAsync(StoreTable.Talk, "p", [new RowChange.Insert("k", "v")], default);
        Assert.NotNull(await again.GetAsync(StoreTable.Work, "p", "k", default));
    }

    [Fact]
    public async Task Tables_are_in_key_order_in_a_file_with_write_ahead_logging()
    {
        await SqliteStore.Open(path).DisposeAsync();
        Assert.Equal("wal", Execute("PRAGMA journal_mode"));
        Assert.Equal(1L, Execute("PRAGMA user_version"));
        Assert.Equal("UTF-8", Execute("PRAGMA encoding"));
        var tables = (long)Enum.GetValues<StoreTable>().Length;
        Assert.Equal(tables, Execute("SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%WITHOUT ROWID%'"));
    }

    [Fact]
    public void Connections_that_write_sync_every_commit()
    {
        const long Full = 2;
        using var connection = new SqliteFile(path, Short).OpenForWriting();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        Assert.Equal(Full, command.ExecuteScalar());
    }

    [Fact]
    public async Task Dispose_makes_what_was_asked_for_and_leaves_one_file()
    {
        var store = SqliteStore.Open(path);
        var commits = Enumerable.Range(0, 500).Select(i => Insert(store, $"k{i:d3}")).ToArray();
        await store.DisposeAsync();
        await Task.WhenAll(commits);

        Assert.Equal([path], Directory.GetFiles(folder.Path));
        await using var again = SqliteStore.Open(path);
        Assert.Equal(500, await Count(again));
    }

    [Fact]
    public void Dispose_by_a_host_that_can_only_wait_leaves_one_file()
    {
        using (var store = SqliteStore.Open(path)) _ = Insert(store, "k");
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Disposed_store_says_so()
    {
        var store = SqliteStore.Open(path);
        await store.DisposeAsync();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Insert(store, "k"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.GetAsync(StoreTable.Work, "p", "k", default));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Count(store));
    }

    [Fact]
    public async Task Range_left_in_the_middle_keeps_nothing_open()
    {
        var store = SqliteStore.Open(path);
        await Task.WhenAll(Enumerable.Range(0, 700).Select(i => Insert(store, $"k{i:d3}")));
        await foreach (var row in store.RangeAsync(StoreTable.Work, "p", "", null, default))
        {
            if (row.Key == "k600") break;
        }

        await store.DisposeAsync();
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Snapshot_sees_one_moment_of_all_tables()
    {
        await using var store = SqliteStore.Open(path);
        await Task.WhenAll(Enumerable.Range(0, 700).Select(i => Insert(store, $"k{i:d3}")));
        using var snapshot = store.OpenSnapshot();
        await Insert(store, "later");
        await store.CommitAsync(StoreTable.Seen, "p", [new RowChange.Insert("later", "v")], default);

        var seen = new List<string>();
        await foreach (var row in snapshot.ScanAsync(StoreTable.Work, default))
        {
            seen.Add(row.Key);
            await store.CommitAsync(StoreTable.Work, "p", [new RowChange.Delete(row.Key, null)], default);
        }

        Assert.Equal(Enumerable.Range(0, 700).Select(i => $"k{i:d3}"), seen);
        await foreach (var row in snapshot.ScanAsync(StoreTable.Seen, default)) Assert.Fail(row.Key);
    }

    [Fact]
    public async Task Reads_go_on_while_another_process_writes()
    {
        await using var store = SqliteStore.Open(path);
        await Insert(store, "k");
        using var other = new WriteLock(path);
        Assert.NotNull(await store.GetAsync(StoreTable.Work, "p", "k", default));
        Assert.Equal(1, await Count(store));
    }

    [Fact]
    public async Task Commit_waits_for_another_process_to_finish()
    {
        await using var store = SqliteStore.Open(path);
        Task commit;
        using (new WriteLock(path)) commit = Insert(store, "k");
        await commit;
        Assert.Equal(1, await Count(store));
    }

    [Fact]
    public async Task Commit_is_unavailable_when_another_process_does_not_finish_and_works_afterwards()
    {
        await using var store = SqliteStore.Open(path, Short);
        using (new WriteLock(path)) await Assert.ThrowsAsync<StoreUnavailableException>(() => Insert(store, "k"));
        Assert.Equal(0, await Count(store));

        await Insert(store, "k");
        Assert.Equal(1, await Count(store));
    }

    [Fact]
    public async Task Commit_cancelled_while_it_waits_its_turn_is_not_made()
    {
        await using var store = SqliteStore.Open(path);
        using var source = new CancellationTokenSource();
        Task[] ahead;
        using (new WriteLock(path))
        {
            // More than one batch holds, so the last one certainly still waits.
            ahead = [.. Enumerable.Range(0, 1000).Select(i => Insert(store, $"k{i:d4}"))];
            var last = store.CommitAsync(StoreTable.Work, "p", [new RowChange.Insert("last", "v")], source.Token);
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => last);
        }

        await Task.WhenAll(ahead);
        Assert.Null(await store.GetAsync(StoreTable.Work, "p", "last", default));
        Assert.Equal(1000, await Count(store));
    }

    [Fact]
    public async Task Damage_found_by_a_read_is_unavailable()
    {
        await using (var store = SqliteStore.Open(path))
        {
            for (var i = 0; i < 50; i++)
            {
                await store.CommitAsync(StoreTable.Work, "p", [new RowChange.Insert($"k{i:d2}", new string('v', 5000))], default);
            }
        }

        var bytes = await File.ReadAllBytesAsync(path);
        bytes.AsSpan(8192 * 3).Fill(0xA5);
        await File.WriteAllBytesAsync(path, bytes);

        await using var damaged = SqliteStore.Open(path);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Count(damaged));
    }

    private static Task<IReadOnlyList<string?>> Insert(SqliteStore store, string key) =>
        store.CommitAsync(StoreTable.Work, "p", [new RowChange.Insert(key, "v")], default);

    private static async Task<int> Count(SqliteStore store)
    {
        var count = 0;
        await foreach (var _ in store.RangeAsync(StoreTable.Work, "p", "", null, default)) count++;
        return count;
    }

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>A write that somebody else has begun and not ended.</summary>
    private sealed class WriteLock : IDisposable
    {
        private readonly SqliteConnection connection;

        public WriteLock(string path)
        {
            connection = new SqliteConnection($"Data Source={path};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            command.ExecuteNonQuery();
        }

        public void Dispose() => connection.Dispose();
    }
}
