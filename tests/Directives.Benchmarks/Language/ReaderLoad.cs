using System.Diagnostics;
using System.Globalization;
using Directives.Language.Dates;
using Directives.Language.Messages;
using NodaTime.Text;

namespace Directives.Benchmarks.Language;

/// <summary>
/// What reading costs: messages of the labelled set, one thread, warm; a very long message; the start. Beside the date reader stands a published
/// library's parser of one fixed English pattern, the least that reading a date can cost: ratios carry over, milliseconds do not.
/// </summary>
internal static class ReaderLoad
{
    private const int Rounds = 40;
    private const int LongMessage = 32_000;

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
        return 0;
    }

    private static void Messages(MessageReader reader, string[] messages)
    {
        foreach (var message in messages) reader.Read(message, Now);
        var times = new List<double>(messages.Length * Rounds);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var message in messages)
            {
                var begun = Stopwatch.GetTimestamp();
                reader.Read(message, Now);
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
            }
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        times.Sort();
        Print($"message, of {messages.Length}: p50", times[times.Count / 2], "µs");
        Print("message: p99", times[times.Count * 99 / 100], "µs");
        Print("message: allocated", allocated / (double)times.Count / 1_000, "kB");
    }

    private static void Long(MessageReader reader)
    {
        var text = string.Concat(Enumerable.Repeat("việc 3 xong rồi nhé, mai nộp trước 30/11 ", (LongMessage / 41) + 1))[..LongMessage];
        reader.Read(text, Now);
        var begun = Stopwatch.GetTimestamp();
        reader.Read(text, Now);
        Print($"message of {LongMessage:N0} characters", Stopwatch.GetElapsedTime(begun).TotalMilliseconds, "ms");
    }

    private static void Dates()
    {
        const string Text = "25 November 2026";
        const int Times = 200_000;
        var context = new DateContext(new DateOnly(2026, 11, 25), DatePurpose.Deadline);
        var pattern = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
        var (ours, theirs) = (double.MaxValue, double.MaxValue);
        // In turn, so that a machine that slows down slows both; the best of each is what it takes.
        for (var round = 0; round < 6; round++)
        {
            ours = Math.Min(ours, Time(() => DateReader.Read(Text, context)));
            theirs = Math.Min(theirs, Time(() => pattern.Parse(Text).Value));
        }

        Print($"\"{Text}\", any expression", ours, "µs");
        Print($"\"{Text}\", NodaTime's one pattern", theirs, "µs");
        Print("ratio", ours / theirs, "");

        static double Time(Func<object> read)
        {
            var begun = Stopwatch.GetTimestamp();
            for (var i = 0; i < Times; i++) read();
            return Stopwatch.GetElapsedTime(begun).TotalMicroseconds / Times;
        }
    }

    private static void Print(string what, double figure, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-44}{figure,10:0.0} {unit}"));
}
