using System.Diagnostics;
using System.Globalization;

namespace Directives.Benchmarks.Storage;

/// <summary>Does one thing over and over with so many callers for so long, and prints how often it was done and how long it took each time.</summary>
internal static class Load
{
    public static async Task RunAsync(string name, int callers, TimeSpan duration, Func<int, int, Task> act)
    {
        var watch = Stopwatch.StartNew();
        var durations = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var taken = new List<double>();
            for (var i = 0; watch.Elapsed < duration; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await act(caller, i);
                taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                await Task.Yield(); // As between two requests: what never waits must not keep the threads from those that did.
            }

            return taken;
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        var all = durations.SelectMany(taken => taken).Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-34} {callers,3} callers {all.Length / seconds,10:N0}/s   p50 {all[all.Length / 2],8:N3} ms   p99 {all[all.Length * 99 / 100],8:N3} ms"));
    }
}
