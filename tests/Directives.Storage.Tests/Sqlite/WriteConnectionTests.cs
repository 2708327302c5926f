using Directives.Core;
using Directives.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Tests.Sqlite;

public sealed class WriteConnectionTests : IDisposable
{
    private const int Full = 13;

    private readonly TemporaryFolder folder = new();
    private readonly SqliteFile file;

    public WriteConnectionTests() => file = new SqliteFile(folder.File("store.db"), TimeSpan.FromSeconds(1));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Batch_keeps_all_but_the_transactions_that_conflict()
    {
        using (var writer = new WriteConnection(file.OpenForWriting()))
        {
            var outcomes = writer.Commit(
            [
                Commit(new RowChange.Insert("a", "1")),
                Commit(new RowChange.Insert("b", "2"), new RowChange.Insert("a", "2")),
                Commit(new RowChange.Delete("a", "1")),
                Commit(new RowChange.Insert("a", "4")),
            ]);
            Assert.Equal([null, "a", null, null], outcomes.Select(outcome => outcome.Conflict?.Message[^1..]));
        }

        Assert.Equal("4", Read("a"));
        Assert.Null(Read("b"));
    }

    [Fact]
    public void Batch_that_meets_a_full_disk_half_way_leaves_nothing()
    {
        var connection = file.OpenForWriting();
        using (var limit = connection.CreateCommand())
        {
            limit.CommandText = "PRAGMA max_page_count = 30";
            limit.ExecuteNonQuery();
        }

        using (var writer = new WriteConnection(connection))
        {
            var error = Assert.Throws<SqliteException>(() => writer.Commit(
                [Commit(new RowChange.Insert("small", "v")), Commit(new RowChange.Insert("large", new string('v', 400_000)))]));
            Assert.Equal(Full, error.SqliteErrorCode);
        }

        Assert.Null(Read("small"));
        using (var writer = new WriteConnection(file.OpenForWriting())) writer.Commit([Commit(new RowChange.Insert("small", "v"))]);
        Assert.Equal("v", Read("small"));
    }

    [Fact]
    public void Batch_is_synced_when_anything_in_it_asks_for_it()
    {
        const long Normal = 1, Always = 2;
        var connection = file.OpenForWriting();
        using var mode = connection.CreateCommand();
        mode.CommandText = "PRAGMA synchronous";
        using var writer = new WriteConnection(connection);

        var modes = new List<long>();
        foreach (var batch in new PendingCommit[][] { [Unsynced("a")], [Unsynced("b"), Commit(new RowChange.Insert("c", "v"))], [Unsynced("d"), Unsynced("e")] })
        {
            writer.Commit([.. batch]);
            modes.Add((long)mode.ExecuteScalar()!);
        }

        Assert.Equal([Normal, Always, Normal], modes);
        Assert.All(["a", "b", "c", "d", "e"], key => Assert.Equal("v", Read(key)));
    }

    private static PendingCommit Unsynced(string key) => new(StoreTable.Work, "p", [new RowChange.Insert(key, "v")], isSynced: false);

    private static PendingCommit Commit(params RowChange[] changes) => new(StoreTable.Work, "p", changes);

    private string? Read(string key)
    {
        using var reader = new ReadConnection(file.OpenForReading());
        return reader.Get(StoreTable.Work, "p", key)?.Value;
    }
}
