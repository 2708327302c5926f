using System.Security.Cryptography;
using System.Text;

namespace Directives.Core;

/// <summary>
/// Everything that is stored, into one file, while the program may run. Of a store with snapshots it is one moment. Of another one, each row is
/// as it was when it was read: a roster or directives that changed meanwhile make it start again; an assignment that changed meanwhile may be
/// half in it, which a sweep (where its marker is in it too) or a rebuild of the projections sets right after a restore.
/// </summary>
public sealed class CreateBackup(IPartitionedStore store)
{
    private const int Attempts = 5;

    // Their rows only make sense together.
    private static readonly StoreTable[] Together = [StoreTable.Roster, StoreTable.Directives];

    /// <param name="output">Empty, and such that it can be emptied again.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer, or never held still.</exception>
    public async Task<BackupSummary> HandleAsync(Stream output, CancellationToken cancellationToken)
    {
        if (store is ISnapshotStore source)
        {
            using var snapshot = source.OpenSnapshot();
            return (await WriteAsync(snapshot.ScanAsync, output, cancellationToken)).Summary;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            output.SetLength(0);
            var (summary, seen) = await WriteAsync(store.ScanAsync, output, cancellationToken);
            if (seen == await DigestAsync(cancellationToken)) return summary;
        }

        throw new StoreUnavailableException("The roster or the directives kept changing while they were read.");
    }

    private static async Task<(BackupSummary Summary, string Seen)> WriteAsync(
        Func<StoreTable, CancellationToken, IAsyncEnumerable<ScannedRow>> scan, Stream output, CancellationToken cancellationToken)
    {
        using var seen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var writer = new BackupWriter(output, StoreSchema.Current.Version);
        foreach (var table in BackupFormat.Tables)
        {
            await foreach (var row in scan(table, cancellationToken))
            {
                if (Together.Contains(table)) Append(seen, row);
                await writer.WriteAsync(table, row, cancellationToken);
            }
        }

        return (await writer.EndAsync(cancellationToken), Convert.ToHexString(seen.GetCurrentHash()));
    }

    private async Task<string> DigestAsync(CancellationToken cancellationToken)
    {
        using var seen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in BackupFormat.Tables.Where(Together.Contains))
        {
            await foreach (var row in store.ScanAsync(table, cancellationToken)) Append(seen, row);
        }

        return Convert.ToHexString(seen.GetCurrentHash());
    }

    // Keys hold no control characters, values no U+0000.
    private static void Append(IncrementalHash hash, ScannedRow row) =>
        hash.AppendData(Encoding.UTF8.GetBytes($"{row.Partition}\n{row.Key}\n{row.Value}\0"));
}
