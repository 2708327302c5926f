using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Directives.Core;

/// <summary>Reads a backup row by row, and says of the whole whether it can be used.</summary>
internal static class BackupReader
{
    /// <summary>Reads everything and keeps nothing: whether each line is what it should be, and all of them together what was written.</summary>
    /// <param name="schema">The newest schema version that can be restored.</param>
    /// <exception cref="UnusableBackupException">It cannot be used; the message says why.</exception>
    public static async Task<BackupSummary> VerifyAsync(Stream file, int schema, CancellationToken cancellationToken)
    {
        BackupSummary? summary = null;
        await foreach (var _ in RowsAsync(file, schema, end => summary = end, cancellationToken))
        {
        }

        return summary!;
    }

    /// <summary>The rows in the file's order. What they are worth is known only after the last one: verify first.</summary>
    /// <exception cref="UnusableBackupException">It cannot be used; the message says why.</exception>
    public static async IAsyncEnumerable<(StoreTable Table, ScannedRow Row)> RowsAsync(
        Stream file, int schema, Action<BackupSummary> ended, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var gzip = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var lines = new BackupLines(gzip);
        var head = Head(await FirstAsync(lines, cancellationToken), schema, hash);
        var counts = BackupFormat.Tables.ToDictionary(table => table.ToString(), _ => 0L);
        (StoreTable Table, ScannedRow Row)? last = null;
        while (true)
        {
            var line = await NextAsync(lines, cancellationToken) ?? throw Damaged("it ends too early");
            if (line.Span[0] == (byte)'{')
            {
                ended(End(line.Span, head, counts, hash));
                break;
            }

            var row = Row(line.Span);
            if (last is { } before && !RowOrder.IsAscending(before, row)) throw Damaged("its rows are out of order");
            hash.AppendData(line.Span);
            counts[row.Table.ToString()]++;
            last = row;
            yield return row;
        }

        if (await NextAsync(lines, cancellationToken) is not null) throw Damaged("something stands after its end");
    }

    private static async ValueTask<ReadOnlyMemory<byte>?> FirstAsync(BackupLines lines, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.ReadAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            // Not even compressed: some other file.
            return null;
        }
    }

    // Apart from the iterator, which may not yield inside a try block with a catch.
    private static async ValueTask<ReadOnlyMemory<byte>?> NextAsync(BackupLines lines, CancellationToken cancellationToken)
    {
        try
        {
            return await lines.ReadAsync(cancellationToken);
        }
        catch (InvalidDataException damaged)
        {
            throw Damaged("it is cut off or altered", damaged);
        }
    }

    private static BackupHead Head(ReadOnlyMemory<byte>? line, int schema, IncrementalHash hash)
    {
        BackupHead? head = null;
        try
        {
            if (line is { } first) head = JsonSerializer.Deserialize(first.Span, BackupJson.Default.BackupHead);
        }
        catch (JsonException)
        {
            // Not ours: said below.
        }

        if (head?.Format != BackupFormat.Name) throw new UnusableBackupException("The file is no backup of this program.");
        if (head.Version > BackupFormat.Version)
        {
            throw new UnusableBackupException(
                $"The backup has format version {head.Version}; this program reads versions up to {BackupFormat.Version}. Use a newer program.");
        }

        if (head.Schema > schema)
        {
            throw new UnusableBackupException(
                $"The backup has schema version {head.Schema}; this program knows versions up to {schema}. Use a newer program.");
        }

        hash.AppendData(line!.Value.Span);
        return head;
    }

    private static (StoreTable Table, ScannedRow Row) Row(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartArray) throw Damaged("a line is no row");
            var (table, partition, key, value) = (Text(ref json), Text(ref json), Text(ref json), Text(ref json));
            if (!json.Read() || json.TokenType != JsonTokenType.EndArray || json.Read()) throw Damaged("a line is no row");
            if (!Enum.TryParse<StoreTable>(table, out var known) || !BackupFormat.Tables.Contains(known)) throw Damaged($"it names a table that is not known: {table}");
            if (partition.Length is 0 or > StoreLimits.KeyCharacters || key.Length is 0 or > StoreLimits.KeyCharacters || value.Length * 2L > StoreLimits.RowBytes)
            {
                throw Damaged("a row is over the limits");
            }

            return (known, new ScannedRow(partition, key, value));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw Damaged("a line is no row", broken);
        }
    }

    private static string Text(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.String ? json.GetString()! : throw new JsonException("Not a text.");

    private static BackupSummary End(ReadOnlySpan<byte> line, BackupHead head, Dictionary<string, long> counts, IncrementalHash hash)
    {
        BackupEnd? end;
        try
        {
            end = JsonSerializer.Deserialize(line, BackupJson.Default.BackupEnd);
        }
        catch (JsonException broken)
        {
            throw Damaged("its last line cannot be read", broken);
        }

        if (end?.Sha256 != Convert.ToHexStringLower(hash.GetCurrentHash())) throw Damaged("its checksum is another one");
        if (end.Rows is null || counts.Any(count => end.Rows.GetValueOrDefault(count.Key) != count.Value)) throw Damaged("its counts are others");
        return new BackupSummary(head.Schema, counts, end.Sha256);
    }

    private static UnusableBackupException Damaged(string how, Exception? cause = null) => new($"The backup is damaged: {how}. Nothing was restored.", cause);
}
