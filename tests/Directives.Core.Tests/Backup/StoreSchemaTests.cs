namespace Directives.Core.Tests.Backup;

public sealed class StoreSchemaTests
{
    private readonly InMemoryStore store = new();

    [Fact]
    public async Task Opened_store_has_the_version_of_the_program()
    {
        await StoreSchema.Current.OpenAsync(store, default);
        Assert.Equal(StoreSchema.Current.Version, (await new AboutTable(store).ReadAsync(default)).Value.Schema);
    }

    [Fact]
    public async Task Newer_store_is_refused_with_both_versions_and_left_as_it_is()
    {
        await new AboutTable(store).WriteAsync(new AboutStore { Schema = 7 }, null, default);
        var before = await store.GetAsync(StoreTable.About, Keys.AboutStore, Keys.AboutStore, default);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => StoreSchema.Current.OpenAsync(store, default));

        Assert.Contains("version 7", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"up to {StoreSchema.Current.Version}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await store.GetAsync(StoreTable.About, Keys.AboutStore, Keys.AboutStore, default));
    }

    [Fact]
    public async Task Older_store_is_migrated_step_by_step_and_once()
    {
        var taken = new List<int>();
        var schema = new StoreSchema(3, [Step(1), Step(2)]);
        await schema.OpenAsync(store, default);
        await schema.OpenAsync(store, default);

        Assert.Equal([1, 2], taken);
        Assert.Equal(3, (await new AboutTable(store).ReadAsync(default)).Value.Schema);

        Migration Step(int from) => new(from, (_, _) =>
        {
            taken.Add(from);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Step_that_is_broken_off_is_taken_again()
    {
        var attempts = 0;
        var schema = new StoreSchema(2, [new Migration(1, (_, _) => ++attempts == 1 ? throw new StoreUnavailableException("gone") : Task.CompletedTask)]);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => schema.OpenAsync(store, default));
        await schema.OpenAsync(store, default);

        Assert.Equal(2, attempts);
    }

    [Fact]
    public async Task Two_copies_that_migrate_at_once_end_at_the_same_version()
    {
        var both = new Barrier(2);
        var schema = new StoreSchema(2, [new Migration(1, async (_, _) => await Task.Run(() => both.SignalAndWait(TimeSpan.FromSeconds(10))))]);

        await Task.WhenAll(schema.OpenAsync(store, default), schema.OpenAsync(store, default));

        Assert.Equal(2, (await new AboutTable(store).ReadAsync(default)).Value.Schema);
    }
}
