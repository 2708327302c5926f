using Directives.Core;

namespace Directives.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [ContractFact]
    public async Task Scan_is_in_ordinal_order_of_partition_and_key()
    {
        string[] partitions = ["|b", "|a", "", "|B", "|đ", "|a|1", "|10", "|9", "|\u1ebf", "|e\u0302\u0301", "'", " ", "|\uff21"];
        string[] keys = ["b", "a", "B", "đ", "a|", "10", "9", "\ue000"];
        foreach (var name in partitions) await Store.CommitAsync(Table, partition + name, [.. keys.Select(key => new RowChange.Insert(key, name + key))], None);

        var expected = partitions.Order(StringComparer.Ordinal).SelectMany(name =>
            keys.Order(StringComparer.Ordinal).Select(key => new ScannedRow(partition + name, key, name + key)));
        Assert.Equal(expected, await Scan());
    }

    [ContractFact]
    public async Task Scan_gives_more_than_a_thousand_rows_once_each_over_partitions()
    {
        var names = Enumerable.Range(0, 7).Select(i => $"{partition}|{i}").ToArray();
        foreach (var name in names)
        {
            foreach (var keys in Enumerable.Range(0, 190).Select(i => $"k{i:d5}").Chunk(StoreLimits.RowsPerTransaction))
            {
                await Store.CommitAsync(Table, name, [.. keys.Select(key => new RowChange.Insert(key, name))], None);
            }
        }

        Assert.Equal(names.SelectMany(name => Enumerable.Range(0, 190).Select(i => new ScannedRow(name, $"k{i:d5}", name))), await Scan());
    }

    [ContractFact]
    public async Task Scan_of_large_values_gives_all_of_them()
    {
        for (var i = 0; i < 5; i++) await Write("k" + i, new string((char)('a' + i), 400_000));
        Assert.Equal("abcde", string.Concat((await Scan()).Select(row => row.Value[399_999])));
    }

    [ContractFact]
    public async Task Scan_has_the_rows_of_its_table_only()
    {
        await Write("k", "v");
        await Store.CommitAsync(StoreTable.Seen, partition, [new RowChange.Insert("other", "v")], None);
        Assert.Equal([new ScannedRow(partition, "k", "v")], await Scan());
    }

    [ContractFact]
    public async Task Scan_goes_on_when_rows_are_removed_under_it()
    {
        await WriteMany(1_100);
        var seen = new List<string>();
        await foreach (var row in Store.ScanAsync(Table, None))
        {
            if (row.Partition != partition) continue;
            seen.Add(row.Key);
            await Commit(new RowChange.Delete(row.Key, null));
        }

        Assert.Equal(Enumerable.Range(0, 1_100).Select(i => $"k{i:d5}"), seen);
        Assert.Empty(await Scan());
    }

    // Others may use the same store at the same time; what is theirs is left out.
    private async Task<List<ScannedRow>> Scan()
    {
        var rows = new List<ScannedRow>();
        await foreach (var row in Store.ScanAsync(Table, None))
        {
            if (row.Partition.StartsWith(partition, StringComparison.Ordinal)) rows.Add(row);
        }

        return rows;
    }
}
