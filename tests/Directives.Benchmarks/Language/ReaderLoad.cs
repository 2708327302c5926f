using System.Diagnostics;
using System.Globalization;
using Directives.Language.Dates;
using Directives.Language.Messages;
using NodaTime.Text;

namespace Directives.Benchmarks.Language;

/// <summary>
/// What reading costs: messages of the labelled set, one thread, warm; a very long message; the start. Beside the date reader stand Microsoft's
/// English recogniser and a library's parser of one fixed pattern, the least that reading a date can cost: ratios carry over, microseconds do not.
/// </summary>
internal static class ReaderLoad
{
    private const int Rounds = 40;
    private const int LongMessage = 32_000;
    private const double WarmUpSeconds = 3;

    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 14, 0, TimeSpan.FromHours(7));

    public static int Run(string[] arguments)
    {
        if (arguments is not [var path] || !File.Exists(path))
        {
            Console.Error.WriteLine("language FILE   FILE: labelled messages, one a line, the text after the bar");
            return 2;
        }

        string[] messages =
        [
            .. File.ReadLines(path)
                .Where(line => line.Contains(" | ", StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf(" | ", StringComparison.Ordinal) + 3)..].Trim())
                .Where(text => text.Length > 0),
        ];
        var started = Stopwatch.StartNew();
        var reader = new MessageReader();
        reader.Read(messages[0], Now);
        Print("start and first message", started.Elapsed.TotalMilliseconds, "ms");

        Messages(reader, messages);
        Long(reader);
        Dates();
        OnePattern();
        return 0;
    }

    private static void Messages(MessageReader reader, string[] messages)
    {
        // Warm is when the runtime has compiled what is hot for the second time, which it does in the background.
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun).TotalSeconds < WarmUpSeconds;)
        {
            foreach (var message in messages) reader.Read(message, Now);
        }

        var times = new List<double>(messages.Length * Rounds);
        var sizes = new List<long>(messages.Length * Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var message in messages)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var begun = Stopwatch.GetTimestamp();
                reader.Read(message, Now);
                sizes.Add(GC.GetAllocatedBytesForCurrentThread() - before);
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
            }
        }

        times.Sort();
        sizes.Sort();
        Print($"message, of {messages.Length}: p50", times[times.Count / 2], "µs");
        Print("message: p99", times[times.Count * 99 / 100], "µs");
        Print("message: allocated, mean", sizes.Average() / 1_000, "kB");
        Print("message: allocated, p99", sizes[sizes.Count * 99 / 100] / 1_000d, "kB");
    }

    private static void Long(MessageReader reader)
    {
        var text = string.Concat(Enumerable.Repeat("việc 3 xong rồi nhé, mai nộp trước 30/11 ", (LongMessage / 41) + 1))[..LongMessage];
        reader.Read(text, Now);
        var begun = Stopwatch.GetTimestamp();
        reader.Read(text, Now);
        Print($"message of {LongMessage:N0} characters", Stopwatch.GetElapsedTime(begun).TotalMilliseconds, "ms");
    }

    /// <summary>English dates as people ask for them, beside Microsoft's recogniser (its JavaScript edition, the one that can be had where npm is).</summary>
    private static void Dates()
    {
        const int Times = 20_000;
        string[] sentences =
        [
            "what is due next Friday", "move task 4 to 15 December 2026", "remind me tomorrow at 8am", "which schools are late this month", "extend it by two weeks", "report every Monday",
        ];
        var context = new DateContext(new DateOnly(2026, 11, 25), DatePurpose.Deadline);
        var ours = Best(Times, () =>
        {
            foreach (var sentence in sentences) DateReader.Read(sentence, context);
        }) / sentences.Length;
        Print("English date in a sentence", ours, "µs");
        if (Microsoft(sentences) is not { } theirs)
        {
            Console.WriteLine("Microsoft's recogniser: run npm ci in tests/Directives.Benchmarks/Language/microsoft to see it beside");
            return;
        }

        Print("the same, Microsoft's recogniser", theirs, "µs");
        Print("ratio", ours / theirs, "", "0.0000");
    }

    private static void OnePattern()
    {
        const string Text = "25 November 2026";
        const int Times = 200_000;
        var context = new DateContext(new DateOnly(2026, 11, 25), DatePurpose.Deadline);
        var pattern = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
        var (ours, theirs) = (Best(Times, () => DateReader.Read(Text, context)), Best(Times, () => pattern.Parse(Text)));
        Print($"\"{Text}\", any expression", ours, "µs");
        Print($"\"{Text}\", NodaTime's one pattern", theirs, "µs");
        Print("ratio", ours / theirs, "");
    }

    /// <summary>Microseconds of one run: the best of six rounds, after one to warm up.</summary>
    private static double Best(int times, Action read)
    {
        var best = double.MaxValue;
        for (var round = 0; round < 7; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++) read();
            if (round > 0) best = Math.Min(best, Stopwatch.GetElapsedTime(begun).TotalMicroseconds / times);
        }

        return best;
    }

    private static double? Microsoft(string[] sentences)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Language", "microsoft");
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) return null;
        using var node = Process.Start(new ProcessStartInfo("node", "time.js") { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        foreach (var sentence in sentences) node.StandardInput.WriteLine(sentence);
        node.StandardInput.Close();
        var printed = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return double.TryParse(printed, CultureInfo.InvariantCulture, out var figure) ? figure : null;
    }

    private static void Print(string what, double figure, string unit, string format = "0.0") =>
        Console.WriteLine($"{what,-44}{figure.ToString(format, CultureInfo.InvariantCulture),10} {unit}");
}
