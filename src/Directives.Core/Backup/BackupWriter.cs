using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Directives.Core;

/// <summary>Writes a backup to a stream, a row at a time.</summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    // What the compressor is given at once is part of what it makes: it depends on the content alone.
    private const int BlockBytes = 1 << 18;

    private readonly GZipStream gzip;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> block = new(BlockBytes * 2);
    private readonly Utf8JsonWriter json;
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly int schema;
    private (StoreTable Table, ScannedRow Row)? last;

    public BackupWriter(Stream output, int schema)
    {
        this.schema = schema;
        gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true);
        // Vietnamese letters as they are: the file is read by people too.
        json = new Utf8JsonWriter(block, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var table in BackupFormat.Tables) counts.Add(table.ToString(), 0);
        JsonSerializer.Serialize(
            json, new BackupHead(BackupFormat.Name, BackupFormat.Version, schema, ["table", "partition", "key", "value"]), BackupJson.Default.BackupHead);
        EndLine();
    }

    /// <exception cref="InvalidOperationException">The row does not come after the one before.</exception>
    public async ValueTask WriteAsync(StoreTable table, ScannedRow row, CancellationToken cancellationToken)
    {
        // What a restore and every comparison of two backups rests on.
        if (last is { } before && !RowOrder.IsAscending(before, (table, row))) throw new InvalidOperationException($"The store's scan of {table} is out of order.");
        last = (table, row);
        json.WriteStartArray();
        json.WriteStringValue(table.ToString());
        json.WriteStringValue(row.Partition);
        json.WriteStringValue(row.Key);
        json.WriteStringValue(row.Value);
        json.WriteEndArray();
        EndLine();
        counts[table.ToString()]++;
        if (block.WrittenCount >= BlockBytes) await FlushAsync(hashed: true, cancellationToken);
    }

    public async Task<BackupSummary> EndAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(hashed: true, cancellationToken);
        var sha256 = Convert.ToHexStringLower(hash.GetCurrentHash());
        JsonSerializer.Serialize(json, new BackupEnd(counts, sha256), BackupJson.Default.BackupEnd);
        EndLine();
        await FlushAsync(hashed: false, cancellationToken);
        return new BackupSummary(schema, counts, sha256);
    }

    public async ValueTask DisposeAsync()
    {
        await json.DisposeAsync();
        hash.Dispose();
        await gzip.DisposeAsync();
    }

    private void EndLine()
    {
        json.Flush();
        json.Reset();
        block.Write("\n"u8);
    }

    private async ValueTask FlushAsync(bool hashed, CancellationToken cancellationToken)
    {
        if (hashed) hash.AppendData(block.WrittenSpan);
        await gzip.WriteAsync(block.WrittenMemory, cancellationToken);
        block.ResetWrittenCount();
    }
}
