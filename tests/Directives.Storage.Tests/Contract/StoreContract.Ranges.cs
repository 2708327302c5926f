using Directives.Core;

namespace Directives.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [ContractFact]
    public async Task Range_is_in_ordinal_order_of_the_keys()
    {
        string[] keys = ["b", "B", "a", "Z", "z", "aa", "a|", "a0", "đ", "e", "\u1ebf", "e\u0302\u0301", "\ue000", "\uff21", "~", "10", "9"];
        foreach (var key in keys) await Write(key, "v");
        Assert.Equal(keys.Order(StringComparer.Ordinal), await KeysInRange());
    }

    [ContractFact]
    public async Task Range_has_its_start_and_not_its_end()
    {
        foreach (var key in new[] { "a", "b", "c", "d" }) await Write(key, "v");
        Assert.Equal(["b", "c"], await KeysInRange("b", "d"));
        Assert.Equal(["b", "c", "d"], await KeysInRange("b"));
        Assert.Equal(["b", "c"], await KeysInRange("aa", "cc"));
        Assert.Equal(["a"], await KeysInRange("", "b"));
        Assert.Empty(await KeysInRange("b", "b"));
        Assert.Empty(await KeysInRange("d", "b"));
        Assert.Empty(await KeysInRange("e"));
        Assert.Empty(await KeysInRange("", ""));
    }

    [ContractFact]
    public async Task Range_of_a_prefix_has_just_the_keys_with_that_prefix()
    {
        foreach (var key in new[] { "a", "a|1", "a|ế", "a|\uffe6", "a}", "b|1", "aa|1" }) await Write(key, "v");
        Assert.Equal(["a|1", "a|ế", "a|\uffe6"], await KeysInRange("a|", Keys.After("a|")));
    }

    [ContractFact]
    public async Task Range_bounds_may_hold_what_keys_may_not()
    {
        await Write("a'b", "v");
        Assert.Equal(["a'b"], await KeysInRange("a'", "a/"));
        Assert.Equal(["a'b"], await KeysInRange("a'", "a'c"));
        Assert.Empty(await KeysInRange("a/"));
    }

    [ContractFact]
    public async Task Range_of_an_unknown_partition_is_empty() => Assert.Empty(await Range());

    [ContractFact]
    public async Task Range_gives_more_than_a_thousand_rows_once_each()
    {
        await WriteMany(1_234);
        var rows = await Range();
        Assert.Equal(Enumerable.Range(0, 1_234).Select(i => $"k{i:d5}"), rows.Select(row => row.Key));
        Assert.All(rows, row => Assert.Equal("v" + row.Key, row.Value));
        Assert.Equal(1_034, (await Range("k00100", "k01134")).Count);
    }

    [ContractFact]
    public async Task Range_of_large_values_gives_all_of_them()
    {
        for (var i = 0; i < 8; i++) await Write("k" + i, new string((char)('a' + i), 400_000));
        Assert.Equal("abcdefgh", string.Concat((await Range()).Select(row => row.Value[399_999])));
    }

    [ContractFact]
    public async Task Range_goes_on_when_rows_are_removed_and_added_under_it()
    {
        await WriteMany(1_100);
        var seen = new List<string>();
        await foreach (var row in Store.RangeAsync(Table, partition, "", null, None))
        {
            seen.Add(row.Key);
            await Commit(new RowChange.Delete(row.Key, row.ETag));
        }

        Assert.Equal(Enumerable.Range(0, 1_100).Select(i => $"k{i:d5}"), seen);
        Assert.Empty(await Range());
    }

    private async Task WriteMany(int count)
    {
        foreach (var keys in Enumerable.Range(0, count).Select(i => $"k{i:d5}").Chunk(StoreLimits.RowsPerTransaction))
        {
            await Commit([.. keys.Select(key => new RowChange.Insert(key, "v" + key))]);
        }
    }
}
