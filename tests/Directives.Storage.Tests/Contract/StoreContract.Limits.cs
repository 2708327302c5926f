using Directives.Core;

namespace Directives.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [ContractFact]
    public async Task Commit_of_a_hundred_rows_is_made_and_of_one_more_refused()
    {
        await Commit(Inserts(StoreLimits.RowsPerTransaction));
        Assert.Equal(StoreLimits.RowsPerTransaction, (await Range()).Count);

        await AssertRefused(Inserts(StoreLimits.RowsPerTransaction + 1));
    }

    [ContractFact]
    public async Task Commit_of_nothing_is_refused() => await AssertRefused();

    [ContractFact]
    public async Task Commit_of_one_row_twice_is_refused_and_changes_nothing()
    {
        await AssertRefused(new RowChange.Insert("k", "1"), new RowChange.Insert("l", "1"), new RowChange.Delete("k", null));
        Assert.Empty(await Range());
    }

    [ContractFact]
    public async Task Keys_have_at_most_their_characters()
    {
        var longest = new string('ệ', StoreLimits.KeyCharacters);
        await Store.CommitAsync(Table, partition.PadRight(StoreLimits.KeyCharacters, 'ệ'), [new RowChange.Insert(longest, "v")], None);
        await Commit(new RowChange.Insert(longest, "v"));
        Assert.Equal(longest, Assert.Single(await Range(longest)).Key);

        await AssertRefused(new RowChange.Insert(longest + "x", "v"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Get(longest + "x"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Range(longest + "x"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Range("", longest + "x"));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.CommitAsync(Table, longest + "x", [new RowChange.Insert("k", "v")], None));
    }

    [ContractFact]
    public async Task Keys_that_azure_tables_refuses_are_refused()
    {
        foreach (var key in new[] { "", "a/b", "a\\b", "a#b", "a?b", "a\tb", "\0", "\u001f", "\u007f", "\u0085", "\u009f", "\ud83d\ude00", "\ud83d" })
        {
            await AssertRefused(new RowChange.Insert(key, "v"));
            await AssertRefused(new RowChange.Insert("fine", "v"), new RowChange.Delete(key, null));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Get(key));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.GetAsync(Table, key, "k", None));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.CommitAsync(Table, key, [new RowChange.Insert("k", "v")], None));
        }

        Assert.Empty(await Range());
    }

    [ContractFact]
    public async Task Values_over_the_limit_of_a_row_are_refused_and_nothing_is_kept()
    {
        await AssertRefused(new RowChange.Insert("small", "v"), new RowChange.Insert("large", new string('x', StoreLimits.RowBytes / 2 + 1)));
        Assert.Empty(await Range());
    }

    [ContractFact]
    public async Task Values_up_to_the_limit_of_a_transaction_are_made_and_over_it_refused()
    {
        const int Rows = 10;
        var each = StoreLimits.TransactionBytes / 2 / Rows;
        await Commit([.. Enumerable.Range(0, Rows).Select(i => new RowChange.Upsert("k" + i, new string('ế', each)))]);
        Assert.Equal(Rows, (await Range()).Count);

        await AssertRefused([.. Enumerable.Range(0, Rows).Select(i => new RowChange.Upsert("l" + i, new string('ế', each + 1)))]);
        Assert.Equal(Rows, (await Range()).Count);
    }

    [ContractFact]
    public async Task Values_that_no_encoding_can_carry_are_refused()
    {
        foreach (var value in new[] { "\ud83d", "\ude00\ud83d", "a\0b" }) await AssertRefused(new RowChange.Upsert("k", value));
        Assert.Empty(await Range());
    }

    [ContractFact]
    public async Task Etags_that_no_store_gives_are_refused()
    {
        await Write("k", "v");
        foreach (var etag in new[] { "", "*" })
        {
            await AssertRefused(new RowChange.Replace("k", "w", etag));
            await AssertRefused(new RowChange.Delete("k", etag));
        }

        Assert.Equal("v", (await Get("k"))!.Value);
    }

    [ContractFact]
    public async Task Etags_of_another_kind_of_store_conflict()
    {
        await Write("k", "v");
        foreach (var etag in new[] { "nonsense", "007", "-1", "99999999999999999999", "W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"" })
        {
            await AssertConflict(new RowChange.Replace("k", "w", etag));
            await AssertConflict(new RowChange.Delete("k", etag));
        }

        Assert.Equal("v", (await Get("k"))!.Value);
    }

    [ContractFact]
    public async Task Nulls_are_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => Get(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Range(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Commit(null!));
        await AssertRefused(new RowChange.Insert("k", null!));
        await AssertRefused(new RowChange.Replace("k", "v", null!));
    }

    private static RowChange[] Inserts(int count) => [.. Enumerable.Range(0, count).Select(i => new RowChange.Insert($"k{i:d4}", "v" + i))];
}
