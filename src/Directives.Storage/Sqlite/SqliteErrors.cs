using Directives.Core;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Sqlite;

/// <summary>The one place where SQLite's result codes become the port's exception.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5, Locked = 6, OutOfMemory = 7, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static StoreUnavailableException ToUnavailable(SqliteException error)
    {
        var what = error.SqliteErrorCode switch
        {
            Busy or Locked => "another process held the database for too long",
            Full => "the disk is full",
            IoError => "the disk failed",
            ReadOnly => "the database may not be written",
            CannotOpen => "the database cannot be opened",
            Corrupt or NotADatabase => "the database is damaged",
            OutOfMemory => "out of memory",
            _ => "the database refused",
        };
        return new StoreUnavailableException($"SQLite: {what} (code {error.SqliteErrorCode}, extended {error.SqliteExtendedErrorCode}).", error);
    }
}
