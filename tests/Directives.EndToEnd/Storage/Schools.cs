using Directives.Core;
using Directives.Language.Prose;
using Directives.Storage.AzureTables;

namespace Directives.EndToEnd.Storage;

/// <summary>Fifteen schools with two heads each, and ten tasks that all of them owe, in tables of their own; and what became of them.</summary>
internal sealed class Schools
{
    public const int Count = 15;
    public const int Tasks = 10;

    private readonly IPartitionedStore _store;

    private Schools(IPartitionedStore store, string prefix)
    {
        _store = store;
        Prefix = prefix;
    }

    public string Prefix { get; }

    public static IReadOnlyList<string> People { get; } =
        [.. Enumerable.Range(1, Count).SelectMany(school => new[] { Person(school, 1), Person(school, 2) })];

    public static async Task<Schools> CreateAsync(string connectionString)
    {
        var prefix = $"T{Guid.NewGuid():n}";
        var store = await AzureTableStore.OpenAsync(new AzureTableOptions { ConnectionString = connectionString, TablePrefix = prefix }, default);
        var schools = new Schools(store, prefix);
        await schools.FillAsync();
        return schools;
    }

    /// <summary>Finishes what the processes left, as any of them would after a while.</summary>
    public async Task RecoverAsync()
    {
        var (work, progress) = (new WorkTable(_store), new ProgressTable(_store));
        using var rosters = new RosterTable(_store);
        var later = new LaterClock(TimeSpan.FromMinutes(5));
        await new Projections(_store, work, progress, new RequestNotices(new OutboxTable(_store), rosters, new DirectiveTable(_store)), later).SweepAsync(default);
    }

    /// <summary>The ids of the messages that changed something, each as often as the history has it.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync()
    {
        var work = new WorkTable(_store);
        var changes = new List<string>();
        for (var school = 1; school <= Count; school++)
        {
            for (var task = 1; task <= Tasks; task++)
            {
                await foreach (var happened in work.HistoryAsync(Unit(school), task, default))
                {
                    // The bot puts the conversation before the channel's id.
                    if (happened.Kind != HistoryKind.Assigned) changes.Add(happened.MessageId.Split(' ')[^1]);
                }
            }
        }

        return changes;
    }

    /// <summary>Where states do not follow from histories, or projections from states.</summary>
    public async Task<IReadOnlyList<string>> ContradictionsAsync()
    {
        var work = new WorkTable(_store);
        var rebuilt = await new RebuildProjections(new DirectiveTable(_store), work, new ProgressTable(_store)).HandleAsync(repair: false, default);
        var found = rebuilt.Differences.Select(difference => $"{difference}").ToList();
        if (rebuilt.Assignments != Count * Tasks) found.Add($"{rebuilt.Assignments} assignments");
        for (var school = 1; school <= Count; school++)
        {
            foreach (var one in await work.ListAsync(Unit(school), default))
            {
                var events = new List<HistoryEvent>();
                await foreach (var happened in work.HistoryAsync(Unit(school), one.Task, default)) events.Add(happened);
                if (events.Count != one.Version) found.Add($"{Unit(school)} task {one.Task}: version {one.Version}, {events.Count} events");
            }
        }

        return found;
    }

    private static string Unit(int school) => $"th-{school}";

    private static string Person(int school, int head) => $"hieu-truong-{school}-{head}";

    private async Task FillAsync()
    {
        var roster = new Roster(
            "Đảng ủy phường Sông Mây",
            [new Unit("phuong", "Phường Sông Mây", "phường", null), .. Enumerable.Range(1, Count).Select(i => new Unit(Unit(i), $"Tiểu học Số {i}", "tiểu học", "phuong"))],
            [new UnitGroup("cac-truong", "các trường") { Kinds = ["tiểu học"] }],
            [.. Enumerable.Range(1, Count).SelectMany(i => Enumerable.Range(1, 2).Select(head =>
                new Person(Person(i, head), $"Người Thử {i} {head}", Unit(i), Role.Principal, "Hiệu trưởng", Salutation.Cô)))]);
        using var rosters = new RosterTable(_store);
        await rosters.ReplaceAsync(roster, await rosters.ReadAsync(default), default);

        var directives = new DirectiveTable(_store);
        var directive = new Directive
        {
            Id = "thu",
            Head = new DirectiveHead { Kind = "Thông báo", Number = "1-TB/ĐU" },
            Stage = DirectiveStage.Draft,
            ImportedAt = TimeProvider.System.GetUtcNow(),
        };
        await directives.AddDraftAsync(directive, [.. Enumerable.Range(1, Tasks).Select(Draft)], default);
        var (work, progress, outbox) = (new WorkTable(_store), new ProgressTable(_store), new OutboxTable(_store));
        var projections = new Projections(_store, work, progress, new RequestNotices(outbox, rosters, directives), TimeProvider.System);
        var (earlier, supersede) = (new EarlierDirectives(directives, progress), new SupersedeTasks(directives, progress, new AmendAssignments(work, projections)));
        await new PublishDirective(directives, work, progress, outbox, rosters, earlier, supersede, TimeProvider.System).HandleAsync(directive.Id, default);

        DirectiveTask Draft(int number)
        {
            var text = $"Nộp báo cáo số {number}";
            return new DirectiveTask
            {
                DirectiveId = directive.Id,
                Number = number,
                Title = text,
                Draft = new TaskDraft { No = number, Text = text, Kind = TaskKind.OneOff, Audience = ["các trường"], Source = new Source(0, text.Length) },
            };
        }
    }

    private sealed class LaterClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
