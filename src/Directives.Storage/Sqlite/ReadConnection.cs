using Directives.Core;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Sqlite;

/// <summary>
/// A connection that reads, with its statements prepared. Used by one thread at a time. Every read sees the newest commit and leaves no
/// transaction open: a reader that stayed would keep the log from being emptied.
/// </summary>
internal sealed class ReadConnection(SqliteConnection connection) : IDisposable
{
    // In SQLite's order every blob comes after every text, so an empty one is the end of all keys.
    private static readonly byte[] AfterAllText = [];

    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    /// <summary>From here on every read sees the same moment. The transaction takes it with its first read, so that is done at once.</summary>
    public void BeginSnapshot()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN; SELECT count(*) FROM sqlite_schema";
        command.ExecuteScalar();
    }

    public StoredRow? Get(StoreTable table, string partition, string key)
    {
        var command = Prepared(SqliteStatements.Get(table), partition);
        command.Parameters.AddWithValue("$key", key);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new StoredRow(key, reader.GetString(1), SqliteETag.Format(reader.GetInt64(0))) : null;
    }

    /// <summary>At most <paramref name="rows"/> rows, fewer where the values together pass <paramref name="characters"/>.</summary>
    /// <returns>Whether the range may go on after the last row.</returns>
    public bool ReadPage(StoreTable table, string partition, string from, string? to, int rows, int characters, List<StoredRow> page)
    {
        var command = Prepared(SqliteStatements.Range(table), partition);
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", (object?)to ?? AfterAllText);
        command.Parameters.AddWithValue("$limit", rows);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var value = reader.GetString(2);
            page.Add(new StoredRow(reader.GetString(0), value, SqliteETag.Format(reader.GetInt64(1))));
            characters -= value.Length;
            if (characters < 0) return true;
        }

        return page.Count == rows;
    }

    /// <summary>The rows of the table that come after the given one, in pages as <see cref="ReadPage"/> gives them.</summary>
    /// <returns>Whether the table may go on after the last row.</returns>
    public bool ReadPage(StoreTable table, ScannedRow? after, int rows, int characters, List<ScannedRow> page)
    {
        // Keys are never empty, so every row comes after two empty ones.
        var command = Prepared(SqliteStatements.Scan(table), after?.Partition ?? "");
        command.Parameters.AddWithValue("$key", after?.Key ?? "");
        command.Parameters.AddWithValue("$limit", rows);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var row = new ScannedRow(reader.GetString(0), reader.GetString(1), reader.GetString(2));
            page.Add(row);
            characters -= row.Value.Length;
            if (characters < 0) return true;
        }

        return page.Count == rows;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepared(string sql, string partition)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            prepared.Add(sql, command);
        }

        command.Parameters.Clear();
        command.Parameters.AddWithValue("$partition", partition);
        return command;
    }
}
