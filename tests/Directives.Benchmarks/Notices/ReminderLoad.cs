using System.Diagnostics;
using System.Globalization;
using Directives.Benchmarks.Domain;
using Directives.Core;
using Directives.Core.Tests;
using Directives.Storage.Sqlite;

namespace Directives.Benchmarks.Notices;

/// <summary>
/// How long it takes to plan a day: who of so many units' heads is to be told anything. Each has a hundred open tasks, of which those are stored that
/// the planning of these days could read.
/// </summary>
internal static class ReminderLoad
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24), Monday = new(2026, 11, 30);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var units = arguments.Length > 0 ? int.Parse(arguments[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 53_000;
        var folder = Path.Combine(arguments.Length > 1 ? arguments[1] : Path.GetTempPath(), "directives-reminders-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            await using var store = SqliteStore.Open(Path.Combine(folder, "store.db"));
            var invented = new InventedWork(units * InventedWork.TasksPerUnit, VietnamTime.On(Tuesday, new TimeOnly(0, 5)));
            await FillAsync(store, invented);
            foreach (var (day, what) in new[] { (Tuesday, "reminders"), (Monday, "the week's lists") })
            {
                var counting = new CountingStore(store);
                var parts = new DomainParts(counting, new FixedClock(VietnamTime.On(day, new TimeOnly(0, 5))));
                await parts.Get<RosterTable>().LoadAsync(default);
                counting.Reset();
                var watch = Stopwatch.StartNew();
                var planned = await parts.Get<PlanReminders>().RunAsync(default);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{what}: {units:N0} units, {planned:N0} messages planned in {watch.Elapsed.TotalSeconds:N1} s; {counting}; resident {Process.GetCurrentProcess().WorkingSet64 / 1e6:N0} MB"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task FillAsync(SqliteStore store, InventedWork invented)
    {
        var rosters = new RosterTable(store);
        await rosters.ReplaceAsync(invented.Roster(), await rosters.ReadAsync(default), default);
        var watch = Stopwatch.StartNew();
        await Parallel.ForEachAsync(Enumerable.Range(0, invented.Units), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (unit, cancellation) =>
        {
            // The rows that lists and planning read, as the table itself writes them.
            RowChange[] rows =
            [
                .. Enumerable.Range(0, InventedWork.TasksPerUnit)
                    .Select(task => invented.Assignment(unit, InventedWork.Number(unit, task)))
                    .Where(assignment => assignment.Due <= Monday.AddDays(16))
                    .Select(assignment => WorkTable.DueRow(assignment)!.Value)
                    .Select(row => new RowChange.Insert(row.Key, row.Value)),
            ];
            await store.CommitAsync(StoreTable.Work, Keys.Work(InventedWork.UnitId(unit)), rows, cancellation);
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"filled in {watch.Elapsed.TotalSeconds:N0} s"));
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
