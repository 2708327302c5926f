namespace Directives.Core.Tests.Rosters;

public sealed class RosterTableTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Load_before_any_import_is_the_empty_roster()
    {
        using var table = new RosterTable(new InMemoryStore());

        Assert.Empty((await table.LoadAsync(None)).Units);
    }

    [Fact]
    public async Task Load_gives_every_field_back_as_it_was_stored()
    {
        var store = new InMemoryStore();
        var unit = new Unit("thcs-hoa-sen", "THCS Hoa Sen", "THCS", "ubnd", new DateOnly(2001, 9, 5), new DateOnly(2030, 6, 30)) { Aliases = ["Hoa Sen"] };
        var group = new UnitGroup("cac-truong", "Các trường") { Aliases = ["các nhà trường"], Kinds = ["THCS"], UnitIds = ["ubnd"] };
        var person = new Person("dinh-thi-mau", "Đinh Thị Mẫu", "thcs-hoa-sen", Role.Principal, "Hiệu trưởng", Salutation.Cô, "en") { ValidFrom = new DateOnly(2024, 1, 2) };

        await Replace(store, new Roster("Đảng ủy phường Sông Mây", [unit, new Unit("ubnd", "UBND", "ubnd", null)], [group], [person]));

        using var table = new RosterTable(store);
        var loaded = await table.LoadAsync(None);
        Assert.Equal("Đảng ủy phường Sông Mây", loaded.Body);
        Assert.Equivalent(unit, loaded.FindUnit("thcs-hoa-sen"), strict: true);
        Assert.Equivalent(group, Assert.Single(loaded.Groups), strict: true);
        Assert.Equal(person, Assert.Single(loaded.People));
    }

    [Fact]
    public async Task Load_of_an_unchanged_roster_costs_one_point_read()
    {
        var store = new FaultyStore(new InMemoryStore());
        await Replace(store, Schools(3));
        using var table = new RosterTable(store);
        var first = await table.LoadAsync(None);
        var (reads, ranges) = (store.Reads, store.Ranges);

        Assert.Same(first, await table.LoadAsync(None));
        Assert.Equal((reads + 1, ranges), (store.Reads, store.Ranges));
    }

    [Fact]
    public async Task Load_sees_what_another_copy_of_the_program_imported()
    {
        var store = new InMemoryStore();
        await Replace(store, Schools(3));
        using var table = new RosterTable(store);
        await table.LoadAsync(None);

        await Replace(store, Schools(4));

        Assert.Equal(5, (await table.LoadAsync(None)).Units.Count);
    }

    [Fact]
    public async Task Replace_writes_only_what_differs()
    {
        var store = new FaultyStore(new InMemoryStore());
        await Replace(store, Schools(250));
        var before = store.Commits;

        await Replace(store, Schools(251));

        Assert.Equal(6, before);
        Assert.Equal(before + 1, store.Commits);
    }

    [Fact]
    public async Task Replace_by_an_equal_roster_writes_nothing()
    {
        var store = new FaultyStore(new InMemoryStore());
        await Replace(store, Schools(5));
        var before = store.Commits;

        await Replace(store, Schools(5));

        Assert.Equal(before, store.Commits);
    }

    [Fact]
    public async Task Replace_removes_what_the_next_roster_lacks()
    {
        var store = new InMemoryStore();
        await Replace(store, Schools(5));

        await Replace(store, Schools(2));

        using var table = new RosterTable(store);
        Assert.Equal(3, (await table.LoadAsync(None)).Units.Count);
    }

    [Theory]
    [InlineData(1, false), InlineData(1, true), InlineData(2, false), InlineData(2, true), InlineData(3, false), InlineData(3, true)]
    public async Task Replace_that_fails_in_the_middle_is_completed_by_the_next(int commit, bool afterwards)
    {
        var memory = new InMemoryStore();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Replace(new FaultyStore(memory) { FailAt = commit, FailAfterwards = afterwards }, Schools(250)));

        await Replace(memory, Schools(250));

        using var table = new RosterTable(memory);
        var healed = await table.ReadAsync(None);
        Assert.False(healed.Partial);
        Assert.Equal(Schools(250).Units.Select(unit => unit.Id).Order(StringComparer.Ordinal), healed.Roster.Units.Select(unit => unit.Id));
        Assert.Equal(250, healed.Roster.People.Count);
    }

    [Fact]
    public async Task Replace_on_a_basis_that_somebody_changed_conflicts_and_writes_nothing()
    {
        var store = new InMemoryStore();
        using var table = new RosterTable(store);
        var basis = await table.ReadAsync(None);
        await Replace(store, Schools(2));

        await Assert.ThrowsAsync<StoreConflictException>(() => table.ReplaceAsync(Schools(150), basis, None));

        Assert.Equal(3, (await table.LoadAsync(None)).Units.Count);
    }

    [Fact]
    public async Task Replace_overtaken_between_two_transactions_conflicts_and_never_mixes()
    {
        var memory = new InMemoryStore();
        var slow = new FaultyStore(memory);
        slow.BeforeCommit = async () =>
        {
            if (slow.Commits == 2) await Replace(memory, Schools(1));
        };

        await Assert.ThrowsAsync<StoreConflictException>(() => Replace(slow, Schools(250)));

        using var table = new RosterTable(memory);
        Assert.Equal(2, (await table.LoadAsync(None)).Units.Count);
    }

    [Fact]
    public async Task Load_while_an_import_is_half_done_gives_the_roster_before_it()
    {
        var memory = new InMemoryStore();
        await Replace(memory, Schools(3));
        using var table = new RosterTable(memory);
        await table.LoadAsync(None);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Replace(new FaultyStore(memory) { FailAt = 2 }, Schools(250)));

        Assert.Equal(4, (await table.LoadAsync(None)).Units.Count);
    }

    [Fact]
    public async Task Differences_name_parents_before_children()
    {
        var store = new FaultyStore(new InMemoryStore()) { FailAt = 2 };
        var deep = Enumerable.Range(0, 150).Select(i => new Unit($"u{i:d3}", $"Đơn vị {i}", "ban", i == 0 ? null : $"u{i - 1:d3}")).Reverse().ToList();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => Replace(store, new Roster("Đơn vị 0", deep, [], [])));

        using var table = new RosterTable(store);
        var half = (await table.ReadAsync(None)).Roster;
        Assert.Equal(99, half.Units.Count);
        Assert.All(half.Units, unit => Assert.True(unit.ParentId is null || half.FindUnit(unit.ParentId) is not null));
    }

    private static Roster Schools(int count) => new(
        "Đảng ủy",
        [new Unit("dang-uy", "Đảng ủy", "đảng ủy", null), .. Enumerable.Range(1, count).Select(i => new Unit($"mn-{i}", $"MN {i}", "mầm non", "dang-uy"))],
        [],
        [.. Enumerable.Range(1, count).Select(i => new Person($"p-{i}", $"Người {i}", $"mn-{i}", Role.Principal, "Hiệu trưởng", Salutation.Cô))]);

    private static async Task Replace(IPartitionedStore store, Roster next)
    {
        using var table = new RosterTable(store);
        await table.ReplaceAsync(next, await table.ReadAsync(None), None);
    }
}
