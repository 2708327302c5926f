using Microsoft.Data.Sqlite;

namespace Directives.Storage.Sqlite;

/// <summary>The database file: how it is made and how connections to it are opened.</summary>
internal sealed class SqliteFile
{
    // Rows are about 1 KB of JSON. In a table WITHOUT ROWID a row over a quarter of a page spills into pages of its own; at the
    // usual 4,096 bytes most rows would.
    private const int PageBytes = 8192;

    // A checkpoint writes the changed pages back and syncs the database itself, and commits wait for it. The reports of many units change pages all
    // over a large file: after 128 MB of log it is one pass through the file where SQLite's own 1,000 pages would make sixteen.
    private const int CheckpointPages = 16_000;

    // The writer reads a page before it changes one; SQLite's own 2 MB do not even hold the inner pages of a large file's tables.
    private const int WriterCacheKilobytes = 64_000;

    private readonly string connectionString;
    private readonly TimeSpan busyTimeout;

    /// <summary>Makes the file, its folder and its tables where they are missing.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be made.</exception>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    /// <exception cref="InvalidDataException">The file is another program's, or a newer version's.</exception>
    public SqliteFile(string path, TimeSpan busyTimeout)
    {
        this.busyTimeout = busyTimeout;
        var full = Path.GetFullPath(path);
        MakeFolder(Path.GetDirectoryName(full)!);
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = full,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
        }.ToString();

        using var connection = Open($"PRAGMA page_size = {PageBytes}");
        SqliteSchema.Ensure(connection);
    }

    /// <summary>A connection whose commits survive a power cut once they have returned.</summary>
    public SqliteConnection OpenForWriting() => Open($"PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = {CheckpointPages}; PRAGMA cache_size = -{WriterCacheKilobytes}");

    public SqliteConnection OpenForReading() => Open("PRAGMA query_only = ON");

    // What stands in the file is about people: a folder made for it is its owner's alone.
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private SqliteConnection Open(string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = FormattableString.Invariant($"PRAGMA busy_timeout = {(int)busyTimeout.TotalMilliseconds}; {pragmas}");
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
