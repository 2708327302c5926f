using System.Diagnostics;
using System.Globalization;

namespace Directives.Benchmarks.Storage;

/// <summary>
/// Does one thing over and over with so many callers, and prints how often it was done and how long it took each time; and how long the process
/// worked for it, which other processes do not change.
/// </summary>
internal static class Load
{
    /// <summary>For so long; the act is given its caller and how often that one has done it.</summary>
    /// <returns>How often a second.</returns>
    public static Task<double> RunAsync(string name, int callers, TimeSpan duration, Func<int, int, Task> act)
    {
        var watch = Stopwatch.StartNew();
        return RunAsync(name, callers, watch, (_, i) => watch.Elapsed < duration ? i : null, act);
    }

    /// <summary>So many times; the act is given its caller and which time it is, of all.</summary>
    /// <returns>How often a second.</returns>
    public static Task<double> RunAsync(string name, int callers, int count, Func<int, int, Task> act) =>
        RunAsync(name, callers, Stopwatch.StartNew(), (caller, i) => (i * callers) + caller is var time && time < count ? time : null, act);

    private static async Task<double> RunAsync(string name, int callers, Stopwatch watch, Func<int, int, int?> next, Func<int, int, Task> act)
    {
        var worked = Environment.CpuUsage.TotalTime;
        var durations = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var taken = new List<double>();
            for (var i = 0; next(caller, i) is { } time; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await act(caller, time);
                taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                await Task.Yield(); // As between two requests: what never waits must not keep the threads from those that did.
            }

            return taken;
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        worked = Environment.CpuUsage.TotalTime - worked;
        var all = durations.SelectMany(taken => taken).Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-34} {callers,3} callers {all.Length / seconds,10:N0}/s   p50 {all[all.Length / 2],8:N3} ms   p99 {all[all.Length * 99 / 100],8:N3} ms   processor {worked.TotalMilliseconds / all.Length,7:N3} ms"));
        return all.Length / seconds;
    }
}
