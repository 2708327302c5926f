using Directives.Core;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Sqlite;

/// <summary>
/// The tables of the file: one per <see cref="StoreTable"/> under its name, so that reordering the enumeration moves nothing.
/// Text is compared by its UTF-8 bytes (BINARY); keys hold no surrogates, so that is the ordinal order which the port promises.
/// </summary>
internal static class SqliteSchema
{
    private const int Version = 1;

    // Stands in the file's header, so that a database of another program is not taken for an empty one of ours. "DIRB" in ASCII.
    private const int ApplicationId = 0x44495242;

    private static readonly string Tables = string.Join('\n', Enum.GetNames<StoreTable>().Select(name =>
        $"""
         CREATE TABLE IF NOT EXISTS "{name}" (
           partition TEXT NOT NULL, key TEXT NOT NULL, etag INTEGER NOT NULL, value TEXT NOT NULL,
           PRIMARY KEY (partition, key)) STRICT, WITHOUT ROWID;
         """));

    // The last ETag given. It only grows, also over deletions, so a row that is made anew never gets an ETag it had before.
    private const string ETags =
        """
        CREATE TABLE IF NOT EXISTS etag (id INTEGER PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL) STRICT;
        INSERT INTO etag (id, last) VALUES (1, 0) ON CONFLICT DO NOTHING;
        """;

    public static void Ensure(SqliteConnection connection)
    {
        if (IsCurrent(connection)) return;

        // Write-ahead logging is what lets readers go on during a write; a file system without shared memory cannot give it.
        var mode = (string?)Scalar(connection, "PRAGMA journal_mode = WAL");
        if (mode != "wal") throw new InvalidDataException($"SQLite cannot use write-ahead logging here (journal mode {mode}).");

        // Another process may be making the same file: only one holds the write lock, the other finds the tables made.
        Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            Refuse(connection);
            Execute(connection, $"{Tables}\n{ETags}\nPRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}");
            Execute(connection, "COMMIT");
        }
        catch
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0) Execute(connection, "ROLLBACK");
            throw;
        }
    }

    private static bool IsCurrent(SqliteConnection connection)
    {
        Refuse(connection);
        if (Number(connection, "PRAGMA user_version") != Version) return false;
        var names = string.Join(',', Enum.GetNames<StoreTable>().Select(name => $"'{name}'"));
        return Number(connection, $"SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ({names})") == Enum.GetNames<StoreTable>().Length;
    }

    private static void Refuse(SqliteConnection connection)
    {
        var tables = Number(connection, "SELECT count(*) FROM sqlite_schema");
        if (tables > 0 && Number(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new InvalidDataException("The SQLite file belongs to another program.");
        }

        var version = Number(connection, "PRAGMA user_version");
        if (version > Version)
        {
            throw new InvalidDataException(
                $"The SQLite file has schema version {version}; this program knows versions up to {Version}. Use the program that wrote it, or a newer one.");
        }
    }

    private static long Number(SqliteConnection connection, string sql) => (long)Scalar(connection, sql)!;

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
