namespace Directives.Core;

/// <summary>
/// A backup is JSON lines, compressed by gzip. The first line names the format, its version and the schema version of the rows; then comes a
/// line a row, <c>["Work","partition","key","value"]</c>, tables in the order below, rows in ordinal order of partition and key; the last
/// line has the count of rows and the SHA-256 of all bytes before it. Nothing else is in it, no instant and no ETag: the same content gives
/// the same file.
/// </summary>
internal static class BackupFormat
{
    public const string Name = "directives-backup";
    public const int Version = 1;

    /// <summary>Bytes of a line: the longest value with every character escaped, and its keys.</summary>
    public const int LineBytes = 8 << 20;

    /// <summary>
    /// Every table but the one in which a store says what it is itself, and the messages that were not understood: a backup is kept longer than
    /// those may be, and an organisation lacks nothing without them. Where the store has no snapshot, the order matters: a change writes a
    /// marker (Agenda), then Work, then Progress and Outbox, then drops the marker. Read in this order, a change that Work shows and a
    /// projection lacks has its marker here too, and the sweep finishes it after a restore. A projection that is ahead of Work is left to a rebuild.
    /// </summary>
    public static IReadOnlyList<StoreTable> Tables { get; } =
    [
        StoreTable.Roster, StoreTable.Directives, StoreTable.Work, StoreTable.Agenda, StoreTable.Progress, StoreTable.Outbox, StoreTable.Talk, StoreTable.Seen,
    ];
}

/// <summary>The first line.</summary>
/// <param name="Row">What the fields of each further line are, for whoever opens the file without this program.</param>
internal sealed record BackupHead(string Format, int Version, int Schema, IReadOnlyList<string> Row);

/// <summary>The last line.</summary>
internal sealed record BackupEnd(IReadOnlyDictionary<string, long> Rows, string Sha256);

/// <summary>What a whole backup holds.</summary>
public sealed record BackupSummary(int Schema, IReadOnlyDictionary<string, long> Rows, string Sha256)
{
    public long Total => Rows.Values.Sum();
}

/// <summary>The file is no backup, a damaged one, or one that this program is too old for. Nothing was written.</summary>
public sealed class UnusableBackupException(string message, Exception? inner = null) : Exception(message, inner);
