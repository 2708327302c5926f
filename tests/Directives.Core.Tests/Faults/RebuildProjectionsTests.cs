namespace Directives.Core.Tests.Faults;

public sealed class RebuildProjectionsTests
{
    [Fact]
    public async Task Rebuild_of_what_is_right_finds_nothing()
    {
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, "việc 3 xong rồi");

        var rebuilt = await rehearsal.Parts.Get<RebuildProjections>().HandleAsync(repair: true, default);

        Assert.Empty(rebuilt.Differences);
        Assert.Equal(18, rebuilt.Assignments);
    }

    [Fact]
    public async Task Rebuild_reports_and_sets_right_whatever_was_damaged()
    {
        var rehearsal = await Rehearsal.OfAsync();
        await rehearsal.SayAsync(Ward.Principal, "việc 3 xong rồi");
        var right = await rehearsal.Parts.Get<ProgressTable>().OfTaskAsync(3, default);
        var stale = StoredJson.Write(right.Single(row => row.UnitId == "thcs-hoa-sen") with { Status = WorkStatus.NotStarted, Version = 99 });
        await CommitAsync(StoreTable.Progress, Keys.Progress(3), new RowChange.Upsert(Keys.ProgressOfUnit(3, "thcs-hoa-sen"), stale));
        await CommitAsync(StoreTable.Progress, Keys.Progress(1), new RowChange.Delete(Keys.ProgressOfUnit(1, "mn-sao-mai"), null));
        await CommitAsync(StoreTable.Progress, Keys.Progress(2), new RowChange.Upsert(Keys.ProgressOfUnit(2, "mn-sao-mai"), stale.Replace("thcs-hoa-sen", "mn-sao-mai", StringComparison.Ordinal).Replace("\"task\":3", "\"task\":2", StringComparison.Ordinal)));
        await CommitAsync(StoreTable.Work, Keys.Work("th-co-may"), new RowChange.Delete(Keys.Due(new DateOnly(2026, 12, 15), 4), null));
        var rebuild = rehearsal.Parts.Get<RebuildProjections>();

        var found = (await rebuild.HandleAsync(repair: false, default)).Differences;
        var again = (await rebuild.HandleAsync(repair: true, default)).Differences;

        ProjectionDifference[] expected =
        [
            new("mn-sao-mai", 1, ProjectionFault.ProgressMissing),
            new("th-co-may", 4, ProjectionFault.DueIndexDiffers),
            new("thcs-hoa-sen", 3, ProjectionFault.ProgressDiffers),
            new("mn-sao-mai", 2, ProjectionFault.ProgressWithoutWork),
        ];
        Assert.Equal(expected, found);
        Assert.Equal(expected, again);
        Assert.Empty((await rebuild.HandleAsync(repair: false, default)).Differences);
        Assert.Equal(right, await rehearsal.Parts.Get<ProgressTable>().OfTaskAsync(3, default));

        Task CommitAsync(StoreTable table, string partition, RowChange change) => rehearsal.Store.CommitAsync(table, partition, [change], default);
    }
}
