using Directives.Core;

namespace Directives.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [ContractFact]
    public async Task Ten_parallel_replacements_of_one_etag_have_exactly_one_winner()
    {
        var etag = await Write("k", "first");
        var won = await Winners(i => new RowChange.Replace("k", "writer " + i, etag));
        Assert.Equal("writer " + Assert.Single(won), (await Get("k"))!.Value);
    }

    [ContractFact]
    public async Task Ten_parallel_inserts_of_one_row_have_exactly_one_winner()
    {
        var won = await Winners(i => new RowChange.Insert("k", "writer " + i));
        Assert.Equal("writer " + Assert.Single(won), (await Get("k"))!.Value);
    }

    [ContractFact]
    public async Task Parallel_commits_one_of_which_conflicts_keep_all_the_others()
    {
        await Write("taken", "v");
        var conflicts = 0;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            try
            {
                RowChange second = i % 4 == 0 ? new RowChange.Insert("taken", "w") : new RowChange.Insert($"b{i:d2}", "v");
                await Commit(new RowChange.Insert($"a{i:d2}", "v"), second);
            }
            catch (StoreConflictException)
            {
                Interlocked.Increment(ref conflicts);
            }
        })));

        Assert.Equal(5, conflicts);
        var made = Enumerable.Range(0, 20).Where(i => i % 4 != 0).ToArray();
        string[] expected = [.. made.Select(i => $"a{i:d2}"), .. made.Select(i => $"b{i:d2}"), "taken"];
        Assert.Equal(expected, await KeysInRange());
    }

    [ContractFact]
    public async Task Counter_kept_by_re_reading_and_replacing_loses_no_step()
    {
        await Write("counter", "0");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var made = 0; made < 10;)
            {
                var row = (await Get("counter"))!;
                try
                {
                    await Commit(new RowChange.Replace("counter", (int.Parse(row.Value, null) + 1).ToString((IFormatProvider?)null), row.ETag));
                    made++;
                }
                catch (StoreConflictException)
                {
                }
            }
        })));

        Assert.Equal("40", (await Get("counter"))!.Value);
    }

    [ContractFact]
    public async Task Reader_never_sees_half_of_a_long_value()
    {
        await Write("k", new string('0', 100_000));
        var writing = Task.Run(async () =>
        {
            for (var i = 1; i < 20; i++) await Write("k", new string((char)('0' + i % 10), 100_000 - i));
        });

        do
        {
            var value = (await Get("k"))!.Value;
            Assert.Equal(value.Length, value.Count(c => c == value[0]));
        }
        while (!writing.IsCompleted);

        await writing;
    }

    [ContractFact]
    public async Task Cancelled_calls_throw_and_change_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.GetAsync(Table, partition, "k", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.CommitAsync(Table, partition, [new RowChange.Insert("k", "v")], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in Store.ScanAsync(Table, cancelled)) Assert.Fail(row.Key);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in Store.RangeAsync(Table, partition, "", null, cancelled)) Assert.Fail(row.Key);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in Store.RangeAsync(Table, partition, "", null, None).WithCancellation(cancelled)) Assert.Fail(row.Key);
        });
        Assert.Empty(await Range());
    }

    [ContractFact]
    public async Task Range_cancelled_on_its_way_ends_early()
    {
        await WriteMany(1_500);
        using var source = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Store.RangeAsync(Table, partition, "", null, source.Token))
            {
                if (++seen == 1) await source.CancelAsync();
            }
        });
        Assert.InRange(seen, 1, 1_499);
    }

    private async Task<int[]> Winners(Func<int, RowChange> change)
    {
        var attempts = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
        {
            try
            {
                await Commit(change(i));
                return i;
            }
            catch (StoreConflictException)
            {
                return -1;
            }
        })));
        return [.. attempts.Where(i => i >= 0)];
    }
}
