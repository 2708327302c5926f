using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Sqlite;

/// <summary>
/// Read connections, one per read that is under way at the same time. A read is not awaited: it is a few pages, mostly from memory, and in
/// write-ahead logging it never waits for a writer.
/// </summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private readonly ConcurrentBag<ReadConnection> idle = [];
    private volatile bool disposed;

    public T Read<T>(Func<ReadConnection, T> read)
    {
        ObjectDisposedException.ThrowIf(disposed, typeof(SqliteStore));
        ReadConnection? connection = null;
        try
        {
            if (!idle.TryTake(out connection)) connection = new ReadConnection(file.OpenForReading());
            var result = read(connection);
            Return(connection);
            return result;
        }
        catch (Exception error)
        {
            connection?.Dispose();
            if (error is SqliteException sqlite) throw SqliteErrors.ToUnavailable(sqlite);
            throw;
        }
    }

    public void Dispose()
    {
        disposed = true;
        while (idle.TryTake(out var connection)) connection.Dispose();
    }

    private void Return(ReadConnection connection)
    {
        idle.Add(connection);
        // Disposed meanwhile: whoever comes last clears up.
        if (disposed) Dispose();
    }
}
