using Directives.Core;

namespace Directives.Storage.Sqlite;

/// <summary>The SQL of each operation on each table, made once, so that it also serves as the key of the prepared statements.</summary>
internal static class SqliteStatements
{
    private static readonly string[] Gets = ForEachTable(name => $"""SELECT etag, value FROM "{name}" WHERE partition = $partition AND key = $key""");

    private static readonly string[] Ranges = ForEachTable(name =>
        $"""
         SELECT key, etag, value FROM "{name}"
         WHERE partition = $partition AND key >= $from AND key < $to ORDER BY key LIMIT $limit
         """);

    private static readonly string[] Scans = ForEachTable(name =>
        $"""
         SELECT partition, key, value FROM "{name}"
         WHERE (partition, key) > ($partition, $key) ORDER BY partition, key LIMIT $limit
         """);

    private static readonly string[] Inserts = ForEachTable(name =>
        $"""INSERT INTO "{name}" (partition, key, etag, value) VALUES ($partition, $key, $etag, $value) ON CONFLICT DO NOTHING""");

    private static readonly string[] Upserts = ForEachTable(name =>
        $"""
         INSERT INTO "{name}" (partition, key, etag, value) VALUES ($partition, $key, $etag, $value)
         ON CONFLICT DO UPDATE SET etag = excluded.etag, value = excluded.value
         """);

    private static readonly string[] Replaces = ForEachTable(name =>
        $"""UPDATE "{name}" SET etag = $etag, value = $value WHERE partition = $partition AND key = $key AND etag = $expected""");

    private static readonly string[] Deletes = ForEachTable(name => $"""DELETE FROM "{name}" WHERE partition = $partition AND key = $key""");

    private static readonly string[] KnownDeletes = ForEachTable(name =>
        $"""DELETE FROM "{name}" WHERE partition = $partition AND key = $key AND etag = $expected""");

    public static string Get(StoreTable table) => Gets[(int)table];

    public static string Range(StoreTable table) => Ranges[(int)table];

    public static string Scan(StoreTable table) => Scans[(int)table];

    public static string Insert(StoreTable table) => Inserts[(int)table];

    public static string Upsert(StoreTable table) => Upserts[(int)table];

    public static string Replace(StoreTable table) => Replaces[(int)table];

    public static string Delete(StoreTable table) => Deletes[(int)table];

    public static string DeleteKnown(StoreTable table) => KnownDeletes[(int)table];

    private static string[] ForEachTable(Func<string, string> sql) => [.. Enum.GetValues<StoreTable>().Select(table => sql(table.ToString()))];
}
