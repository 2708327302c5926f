using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Directives.Core.Tests.Backup;

/// <summary>Backups in memory: made of a store, put into one, and made by hand.</summary>
internal static class BackupFiles
{
    public const string Head = """{"format":"directives-backup","version":1,"schema":1,"row":["table","partition","key","value"]}""";

    public static async Task<byte[]> MakeAsync(IPartitionedStore store)
    {
        using var file = new MemoryStream();
        await new CreateBackup(store).HandleAsync(file, default);
        return file.ToArray();
    }

    public static Task<BackupSummary> RestoreAsync(byte[] file, IPartitionedStore store, bool replace = false, StoreSchema? schema = null) =>
        new RestoreBackup(store, schema ?? StoreSchema.Current, TimeProvider.System).HandleAsync(new MemoryStream(file), replace, default);

    public static string[] Lines(byte[] file)
    {
        using var text = new StreamReader(new GZipStream(new MemoryStream(file), CompressionMode.Decompress), Encoding.UTF8);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A file of these lines with the last line that belongs to them.</summary>
    public static byte[] Of(params string[] lines)
    {
        var body = string.Concat(lines.Select(line => line + '\n'));
        var counts = Enum.GetNames<StoreTable>().ToDictionary(table => table, table => lines.Count(line => line.StartsWith($"[\"{table}\"", StringComparison.Ordinal)));
        var rows = string.Join(',', counts.Where(count => count.Key is not (nameof(StoreTable.About) or nameof(StoreTable.Unread))).Select(count => $"\"{count.Key}\":{count.Value}"));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        return Compressed($"{body}{{\"rows\":{{{rows}}},\"sha256\":\"{sha256}\"}}\n");
    }

    public static byte[] Compressed(string text)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return file.ToArray();
    }
}
