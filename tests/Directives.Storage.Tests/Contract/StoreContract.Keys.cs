using Directives.Core;

namespace Directives.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    // NFC and NFD of one word are written as escapes: an editor must not make one of them into the other.
    private static readonly string[] AllowedKeys =
    [
        "a_b", "A_b", "a_B", "a-b", "a.b", ".", "..", "a b", " a", "a ", "a+b", "a%2fb", "a%2Fb", "a%b", "%", "a~002fb", "a~b", "a|b", "a'b", "''",
        "a\"b", "a*b", "a:b", "a;b", "a@b", "a&b", "a=b", "a,b", "(a)", "[a]", "{a}", "a$b", "a!b", "a^b", "a`b", "<a>", "null", "true", "0", "00",
        "tr\u01b0\u1eddng", "tru\u031bo\u031b\u0300ng", "TR\u01af\u1edcNG", "đ", "Đ", "d", "ß", "ss", "i", "ı", "İ", "I", "\uff21", "\ufb01", "fi",
        "\u00e9", "e\u0301", "\u200b", "a\u200bb", "\u00a0", "\ue000", "\u4e2d",
    ];

    private static readonly string[] HostileNames =
    [
        "a/b", "a\\b", "a_b", "a%2fb", "a%2Fb", "a~002fb", "a~2fb", "a#b", "a?b", "a|b", "a~b", "a~~b", "A/b", "a/B", "../..", "\t", "\n", "a\r\nb", "\0",
        "\u0085", "\u007f", "\ud83d\ude00", "\ud83d", "\ude00", "\uffff", "\ufffe", "\ufdd0", "\ufeff", "tr\u01b0\u1eddng", "tru\u031bo\u031b\u0300ng",
    ];

    [ContractFact]
    public async Task Keys_that_look_alike_are_different_rows()
    {
        foreach (var key in AllowedKeys) await Commit(new RowChange.Insert(key, "value of " + key));
        foreach (var key in AllowedKeys) Assert.Equal("value of " + key, (await Get(key))?.Value);

        Assert.Equal(AllowedKeys.Order(StringComparer.Ordinal), await KeysInRange());
    }

    [ContractFact]
    public async Task Keys_that_look_alike_are_replaced_and_deleted_apart()
    {
        foreach (var key in AllowedKeys)
        {
            var etag = await Write(key, "first");
            await Commit(new RowChange.Replace(key, "second", etag));
        }

        foreach (var key in AllowedKeys)
        {
            await Commit(new RowChange.Delete(key, (await Get(key))!.ETag));
            Assert.Null(await Get(key));
        }

        Assert.Empty(await KeysInRange());
    }

    [ContractFact]
    public async Task Hostile_names_escaped_never_collide()
    {
        foreach (var name in HostileNames) await Commit(new RowChange.Insert(KeyText.Escape(name), "{}"));

        var names = (await KeysInRange()).Select(KeyText.Unescape).ToHashSet(StringComparer.Ordinal);
        Assert.True(names.SetEquals(HostileNames));
    }

    [ContractFact]
    public async Task Partitions_that_look_alike_and_tables_are_apart()
    {
        string[] partitions = [partition + "A", partition + "a", partition, partition + "'", partition + "%41", partition + " ", partition + "|a"];
        foreach (var name in partitions) await Store.CommitAsync(Table, name, [new RowChange.Insert("k", name)], None);
        await Store.CommitAsync(StoreTable.Seen, partition, [new RowChange.Insert("k", "other table")], None);

        foreach (var name in partitions)
        {
            var rows = new List<StoredRow>();
            await foreach (var row in Store.RangeAsync(Table, name, "", null, None)) rows.Add(row);
            Assert.Equal(name, Assert.Single(rows).Value);
        }

        Assert.Equal("other table", (await Store.GetAsync(StoreTable.Seen, partition, "k", None))!.Value);
    }

    [ContractFact]
    public async Task Every_table_can_be_written()
    {
        foreach (var table in Enum.GetValues<StoreTable>())
        {
            await Store.CommitAsync(table, partition, [new RowChange.Insert("k", table.ToString())], None);
            Assert.Equal(table.ToString(), (await Store.GetAsync(table, partition, "k", None))!.Value);
        }
    }
}
