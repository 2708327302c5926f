using Directives.Core;

namespace Directives.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [ContractFact]
    public async Task Get_of_a_missing_row_is_null() => Assert.Null(await Get("none"));

    [ContractFact]
    public async Task Insert_gives_a_row_with_its_key_value_and_etag()
    {
        var etags = await Commit(new RowChange.Insert("k", "v"));

        var row = await Get("k");
        Assert.Equal(new StoredRow("k", "v", Assert.Single(etags)!), row);
        Assert.NotEmpty(row!.ETag);
    }

    [ContractFact]
    public async Task Insert_of_an_existing_row_conflicts_and_changes_nothing()
    {
        await Write("k", "first");
        await AssertConflict(new RowChange.Insert("k", "second"));
        Assert.Equal("first", (await Get("k"))!.Value);
    }

    [ContractFact]
    public async Task Replace_with_the_current_etag_replaces_and_gives_another_etag()
    {
        var old = await Write("k", "first");
        var fresh = Assert.Single(await Commit(new RowChange.Replace("k", "second", old)));
        Assert.NotEqual(old, fresh);
        Assert.Equal(new StoredRow("k", "second", fresh!), await Get("k"));
    }

    [ContractFact]
    public async Task Replace_with_a_stale_etag_conflicts_and_changes_nothing()
    {
        var stale = await Write("k", "first");
        await Write("k", "second");
        await AssertConflict(new RowChange.Replace("k", "third", stale));
        Assert.Equal("second", (await Get("k"))!.Value);
    }

    [ContractFact]
    public async Task Replace_by_the_same_value_still_changes_the_etag()
    {
        var old = await Write("k", "same");
        Assert.NotEqual(old, await Write("k", "same"));
        await AssertConflict(new RowChange.Replace("k", "same", old));
    }

    [ContractFact]
    public async Task Replace_of_a_missing_row_conflicts()
    {
        var etag = await Write("k", "v");
        await Commit(new RowChange.Delete("k", null));
        await AssertConflict(new RowChange.Replace("k", "v", etag));
        Assert.Null(await Get("k"));
    }

    [ContractFact]
    public async Task Replace_of_a_row_made_anew_with_the_etag_of_its_former_self_conflicts()
    {
        var former = await Write("k", "v");
        await Commit(new RowChange.Delete("k", null));
        await Commit(new RowChange.Insert("k", "v"));
        await AssertConflict(new RowChange.Replace("k", "w", former));
    }

    [ContractFact]
    public async Task Upsert_writes_whether_or_not_there_is_a_row()
    {
        await Commit(new RowChange.Upsert("k", "first"));
        Assert.Equal("first", (await Get("k"))!.Value);
        await Commit(new RowChange.Upsert("k", "second"));
        Assert.Equal("second", (await Get("k"))!.Value);
    }

    [ContractFact]
    public async Task Upsert_by_a_shorter_value_leaves_nothing_of_the_longer_one()
    {
        await Write("k", new string('x', 100_000));
        await Write("k", "short");
        Assert.Equal("short", (await Get("k"))!.Value);
    }

    [ContractFact]
    public async Task Delete_without_an_etag_removes_the_row_whatever_it_is()
    {
        await Write("k", "v");
        Assert.Equal([null], await Commit(new RowChange.Delete("k", null)));
        Assert.Null(await Get("k"));
    }

    [ContractFact]
    public async Task Delete_without_an_etag_of_a_missing_row_is_no_error_alone_or_among_others()
    {
        await Commit(new RowChange.Delete("none", null));
        var etags = await Commit(new RowChange.Insert("a", "1"), new RowChange.Delete("none", null), new RowChange.Insert("b", "2"));

        Assert.Equal([(await Get("a"))!.ETag, null, (await Get("b"))!.ETag], etags);
    }

    [ContractFact]
    public async Task Delete_with_an_etag_removes_the_row_only_when_it_is_current()
    {
        var stale = await Write("k", "first");
        var current = await Write("k", "second");
        await AssertConflict(new RowChange.Delete("k", stale));
        Assert.Equal("second", (await Get("k"))!.Value);

        await Commit(new RowChange.Delete("k", current));
        Assert.Null(await Get("k"));
    }

    [ContractFact]
    public async Task Delete_with_an_etag_of_a_missing_row_conflicts()
    {
        var etag = await Write("k", "v");
        await Commit(new RowChange.Delete("k", etag));
        await AssertConflict(new RowChange.Delete("k", etag));
    }

    [ContractFact]
    public async Task Commit_keeps_nothing_when_its_last_row_conflicts()
    {
        await Write("kept", "old");
        await Write("gone", "old");
        await Write("there", "old");
        await AssertConflict(
            new RowChange.Insert("new", "v"),
            new RowChange.Upsert("kept", "v"),
            new RowChange.Delete("gone", null),
            new RowChange.Insert("there", "v"));

        Assert.Equal(["gone", "kept", "there"], await KeysInRange());
        Assert.All(await Range(), row => Assert.Equal("old", row.Value));
    }

    [ContractFact]
    public async Task Commit_gives_the_etags_in_the_order_of_the_changes()
    {
        var known = await Write("b", "1");
        await Write("c", "1");
        var etags = await Commit(
            new RowChange.Insert("d", "2"), new RowChange.Delete("c", null), new RowChange.Replace("b", "2", known), new RowChange.Upsert("a", "2"));

        Assert.Equal([(await Get("d"))!.ETag, null, (await Get("b"))!.ETag, (await Get("a"))!.ETag], etags);
    }

    [ContractFact]
    public async Task Reopened_store_has_every_row_and_etag_it_had()
    {
        var etag = await Write("k", "giữ nguyên");
        await Write("gone", "v");
        await Commit(new RowChange.Delete("gone", null));

        await ReopenAsync();

        Assert.Equal([new StoredRow("k", "giữ nguyên", etag)], await Range());
        Assert.NotEqual(etag, Assert.Single(await Commit(new RowChange.Replace("k", "v", etag))));
    }
}
