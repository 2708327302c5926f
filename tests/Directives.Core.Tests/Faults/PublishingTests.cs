using System.Text;

namespace Directives.Core.Tests.Faults;

/// <summary>A draft that changes, or is published by another clerk, while it is being published.</summary>
public sealed class PublishingTests
{
    [Fact]
    public async Task Draft_task_dropped_between_any_two_writes_of_publishing_is_published_or_not_and_numbers_stay_unique()
    {
        var writes = (await RunAsync(0)).Writes;
        Assert.True(writes > 5);
        for (var at = 1; at <= writes; at++)
        {
            var (_, wasDropped, titles) = await RunAsync(at);

            Assert.Equal(wasDropped ? 1 : 2, titles.Count);
        }

        static async Task<(int Writes, bool WasDropped, IReadOnlyList<string> Titles)> RunAsync(int at)
        {
            var (rehearsal, directiveId) = await DraftedAsync();
            var store = new FaultyStore(rehearsal.Store);
            var wasDropped = false;
            store.BeforeCommit = async () =>
            {
                if (store.Commits == at) wasDropped = await TryDropAsync(rehearsal.Parts.Get<DirectiveTable>(), directiveId);
            };

            // Refused where the draft was changed while the numbers were taken; the clerk says it again.
            var publish = rehearsal.PartsOn(store).Get<PublishDirective>();
            if (await publish.HandleAsync(directiveId, default) is null) Assert.NotNull(await publish.HandleAsync(directiveId, default));

            return (store.Commits, wasDropped, await PublishedAsync(rehearsal, directiveId));
        }
    }

    [Fact]
    public async Task Two_clerks_who_publish_at_once_assign_each_task_once()
    {
        for (var at = 1; at <= 12; at++)
        {
            var (rehearsal, directiveId) = await DraftedAsync();
            var store = new FaultyStore(rehearsal.Store);
            store.BeforeCommit = async () =>
            {
                if (store.Commits == at) await rehearsal.Parts.Get<PublishDirective>().HandleAsync(directiveId, default);
            };

            await rehearsal.PartsOn(store).Get<PublishDirective>().HandleAsync(directiveId, default);

            Assert.Equal(2, (await PublishedAsync(rehearsal, directiveId)).Count);
        }
    }

    private static Task<bool> TryDropAsync(DirectiveTable directives, string directiveId) => directives.ChangeDraftAsync(directiveId, [], [1], default);

    private static async Task<(Rehearsal Rehearsal, string DirectiveId)> DraftedAsync()
    {
        var rehearsal = await Rehearsal.OfAsync();
        var import = rehearsal.Parts.Get<ImportDirective>();
        var document = new TestDocuments().Read("cong-van.txt", Encoding.UTF8.GetBytes(Scenario.Letter));
        return (rehearsal, (await import.HandleAsync(document, null, default))!.Directive.Id);
    }

    /// <summary>The titles published, after holding numbers, index, assignments and progress against each other.</summary>
    private static async Task<IReadOnlyList<string>> PublishedAsync(Rehearsal rehearsal, string directiveId)
    {
        var directives = rehearsal.Parts.Get<DirectiveTable>();
        var tasks = await directives.TasksAsync(directiveId, default);
        var index = await directives.IndexAsync(default);
        Assert.Equal(DirectiveStage.Published, (await directives.FindAsync(directiveId, default))!.Value.Value.Stage);
        Assert.Equal(index.Count, index.DistinctBy(task => task.Number).Count());
        Assert.Equal(tasks.Select(task => (task.Number, task.Title)), index.Where(task => task.DirectiveId == directiveId).Select(task => (task.Number, task.Title)));
        foreach (var unit in Ward.Roster.Units)
        {
            var owed = (await rehearsal.Parts.Get<WorkTable>().ListAsync(unit.Id, default)).Where(one => one.DirectiveId == directiveId);
            Assert.All(owed, one => Assert.Equal(tasks.Single(task => task.Number == one.Task).Title, one.Title));
        }

        Assert.Empty((await rehearsal.Parts.Get<RebuildProjections>().HandleAsync(repair: false, default)).Differences);
        return [.. tasks.Select(task => task.Title)];
    }
}
