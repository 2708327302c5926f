using System.Diagnostics;
using System.Globalization;
using Directives.Core;

namespace Directives.Benchmarks.Domain;

/// <summary>Puts the invented work into an empty store by the tables' own code, as publishing does.</summary>
internal sealed class Filling(InventedWork invented, RosterTable rosters, WorkTable work, ProgressTable progress)
{
    private const int Callers = 32;

    private static readonly TimeSpan Told = TimeSpan.FromSeconds(30);

    // The assignment, its due row, its history; its progress.
    private const int RowsPerAssignment = 4;

    public async Task RunAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        await rosters.ReplaceAsync(invented.Roster(), await rosters.ReadAsync(default), default);
        var (begun, told) = (watch.Elapsed, watch.Elapsed);
        var assigned = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Callers };
        for (var group = 0; group < invented.Groups; group++)
        {
            var (units, tasks) = invented.Group(group);
            var ofUnits = units.Select(unit => tasks.Select(task => invented.Assignment(unit, task)).ToArray()).ToArray();
            await Parallel.ForEachAsync(ofUnits, parallel, async (owed, cancellation) =>
                await work.AssignAsync(owed[0].UnitId, [.. owed.Select(one => (one, invented.Assigned(one.Task)))], cancellation));
            await Parallel.ForEachAsync(ofUnits.SelectMany(owed => owed).GroupBy(one => one.Task), parallel, async (owed, cancellation) =>
                await progress.AddAsync(owed.Key, [.. owed], cancellation));
            assigned += ofUnits.Length * InventedWork.TasksPerUnit;
            if (watch.Elapsed - told < Told) continue;
            told = watch.Elapsed;
            Say(path, assigned, told - begun);
        }

        Say(path, assigned, watch.Elapsed - begun);
    }

    private static void Say(string path, int assigned, TimeSpan taken) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{assigned:N0} assignments in {taken.TotalSeconds:N0} s: {assigned * (long)RowsPerAssignment / taken.TotalSeconds:N0} rows/s; file {new FileInfo(path).Length / 1e6:N0} MB"));
}
