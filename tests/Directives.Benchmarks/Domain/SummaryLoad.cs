using System.Diagnostics;
using System.Globalization;
using Directives.Core;
using Directives.Core.Tests;
using Directives.Language.Messages;
using Directives.Storage.Sqlite;

namespace Directives.Benchmarks.Domain;

/// <summary>
/// How soon a leader is told the figures of a whole ward, by the program's own use cases on an SQLite file, and how much that asks of a store: the goals are
/// 50 ms for 85 units with 100 tasks each, and 10 calls for 1,000 assignments on tables.
/// </summary>
internal static class SummaryLoad
{
    private const int Units = 85;
    private const int WarmUp = 20;
    private const int Runs = 100;

    // Every third assignment is done, some of them late.
    private const int DoneEach = 3;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var units = arguments.Length > 0 ? int.Parse(arguments[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : Units;
        var parent = arguments.Length > 1 ? arguments[1] : Path.GetTempPath();
        var folder = Path.Combine(parent, "directives-load-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            var path = Path.Combine(folder, "store.db");
            await using var store = SqliteStore.Open(path);
            var now = TimeProvider.System.Now();
            var invented = new InventedWork(units * InventedWork.TasksPerUnit, now);
            var parts = ReportLoad.PartsOn(store, folder);
            await new Filling(invented, parts.Get<RosterTable>(), parts.Get<WorkTable>(), parts.Get<ProgressTable>()).RunAsync(path);
            await IndexAsync(invented, parts.Get<DirectiveTable>(), now);
            await ReportAsync(invented, parts, now);
            var counting = new CountingStore(store);
            var counted = ReportLoad.PartsOn(counting, folder);
            await MeasureAsync(invented, parts, counted, counting);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(InventedWork invented, DomainParts parts, DomainParts counted, CountingStore counting)
    {
        (string What, Func<DomainParts, Task> AskAsync)[] asked =
        [
            .. new[] { SummaryView.Whole, SummaryView.OnTime, SummaryView.Best, SummaryView.ByKind, SummaryView.Trend }
                .Select(view => ($"summary, {view}", (Func<DomainParts, Task>)(parts => AskAsync(parts, new Command(Intent.Summary) { View = view })))),
            ("overdue units", parts => AskAsync(parts, new Command(Intent.ListUnits, new Slots { Filter = TaskFilter.Overdue }))),
            ("requests", parts => AskAsync(parts, new Command(Intent.ListRequests))),
            ("weekly digest", async parts => await parts.Get<LeaderDigest>().ComposeAsync(
                InventedWork.Leader, await parts.Get<RosterTable>().LoadAsync(default), DigestRhythm.Week, default)),
        ];
        foreach (var (what, askAsync) in asked)
        {
            await askAsync(counted);
            counting.Reset();
            await askAsync(counted);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {counting}; calls for 1,000 assignments: {counting.Calls * 1000.0 / invented.Assignments:N1}"));
            for (var i = 0; i < WarmUp; i++) await askAsync(parts);
            var taken = new List<double>();
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            for (var i = 0; i < Runs; i++)
            {
                var watch = Stopwatch.GetTimestamp();
                await askAsync(parts);
                taken.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
            }

            // Where others want the processors too, their time says more than the clock.
            processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
            taken.Sort();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: p50 {taken[Runs / 2]:N1} ms, p95 {taken[Runs * 95 / 100]:N1} ms; of a processor {processor.TotalMilliseconds / Runs:N1} ms"));
        }
    }

    private static async Task AskAsync(DomainParts parts, Command command)
    {
        var roster = await parts.Get<RosterTable>().LoadAsync(default);
        var message = new IncomingMessage { Channel = "load", MessageId = "m", Sender = InventedWork.Leader };
        var turn = new Turn(message, roster, new TalkState(), TimeProvider.System.Now());
        await parts.Get<Routes>().For(command).HandleAsync(turn, command, default);
    }

    private static async Task IndexAsync(InventedWork invented, DirectiveTable directives, DateTimeOffset now)
    {
        for (var group = 0; group < invented.Groups; group++)
        {
            var (units, tasks) = invented.Group(group);
            var unit = units.First();
            foreach (var some in tasks.Select(number => invented.Assignment(unit, number)).GroupBy(one => one.DirectiveId))
            {
                var directive = invented.Directive(some.Key, now);
                await directives.WriteTasksAsync(directive, [.. some.Select(InventedWork.Task)], default);
            }
        }
    }

    private static async Task ReportAsync(InventedWork invented, DomainParts parts, DateTimeOffset now)
    {
        var (work, progress) = (parts.Get<WorkTable>(), parts.Get<ProgressTable>());
        for (var unit = 0; unit < invented.Units; unit++)
        {
            foreach (var one in await work.ListAsync(InventedWork.UnitId(unit), default))
            {
                if ((one.Task + unit) % DoneEach != 0) continue;
                await progress.ProjectAsync(one.Reported(WorkState.Done, now.AddDays(-(one.Task % 20)), InventedWork.Principal(unit).Id), default);
            }
        }
    }
}
