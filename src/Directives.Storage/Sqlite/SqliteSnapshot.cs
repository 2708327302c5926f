using Directives.Core;
using Microsoft.Data.Sqlite;

namespace Directives.Storage.Sqlite;

/// <summary>One read transaction: it sees nothing of what is committed after it began. Until it ends, the log cannot be emptied.</summary>
internal sealed class SqliteSnapshot : IStoreSnapshot
{
    private readonly ReadConnection connection;

    public SqliteSnapshot(SqliteFile file)
    {
        try
        {
            connection = new ReadConnection(file.OpenForReading());
            connection.BeginSnapshot();
        }
        catch (SqliteException error)
        {
            connection?.Dispose();
            throw SqliteErrors.ToUnavailable(error);
        }
    }

    public IAsyncEnumerable<ScannedRow> ScanAsync(StoreTable table, CancellationToken cancellationToken) => SqliteScan.RowsAsync(
        (after, page) =>
        {
            try
            {
                return connection.ReadPage(table, after, SqliteScan.RowsPerPage, SqliteScan.CharactersPerPage, page);
            }
            catch (SqliteException error)
            {
                throw SqliteErrors.ToUnavailable(error);
            }
        },
        cancellationToken);

    public void Dispose() => connection.Dispose();
}
