namespace Directives.Core;

/// <summary>The order of rows in a backup: by table as the format lists them, then by partition and key.</summary>
internal static class RowOrder
{
    public static int Compare(ScannedRow one, ScannedRow other)
    {
        var partitions = string.CompareOrdinal(one.Partition, other.Partition);
        return partitions != 0 ? partitions : string.CompareOrdinal(one.Key, other.Key);
    }

    public static int Place(StoreTable table) => BackupFormat.Tables.TakeWhile(other => other != table).Count();

    public static bool IsAscending((StoreTable Table, ScannedRow Row) before, (StoreTable Table, ScannedRow Row) after) =>
        before.Table == after.Table ? Compare(before.Row, after.Row) < 0 : Place(before.Table) < Place(after.Table);
}
