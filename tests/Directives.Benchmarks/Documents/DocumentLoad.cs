using System.Diagnostics;
using System.Globalization;
using Directives.Documents;
using Directives.Documents.Tests.Directives;
using Directives.Language.Prose;

namespace Directives.Benchmarks.Documents;

/// <summary>
/// What reading a directive costs, from the file's bytes to its draft: 10 and 100 pages of the labelled directives, as Word and as PDF files,
/// the first time in this process and once warm, beside the time it takes only to get the text out.
/// </summary>
internal static class DocumentLoad
{
    private const int WordsOnPage = 400;
    private const int Rounds = 5;

    public static int Run(string[] arguments)
    {
        if (arguments is not [var folder] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("documents FOLDER   FOLDER: labelled directives, tests/Directives.Documents.Tests/Directives");
            return 2;
        }

        var texts = Directory.EnumerateFiles(folder, "*.txt").Select(File.ReadAllText).OrderByDescending(text => text.Length).ThenBy(text => text, StringComparer.Ordinal).ToList();
        foreach (var pages in new[] { 10, 100 })
        {
            var text = Pages(texts, pages);
            Measure($"{pages} pages, .docx", WordDirective.Of(text), "a.docx");
            Measure($"{pages} pages, .pdf", PdfDirective.Of(text), "a.pdf");
        }

        using var process = Process.GetCurrentProcess();
        Print("most memory the process took", process.PeakWorkingSet64 / 1_000_000d, "MB");
        return 0;
    }

    private static string Pages(List<string> texts, int pages)
    {
        var (all, words) = (new List<string>(), 0);
        for (var at = 0; words < pages * WordsOnPage; at = (at + 1) % texts.Count)
        {
            all.Add(texts[at]);
            words += texts[at].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        }

        return string.Join("\n\n", all);
    }

    private static void Measure(string what, byte[] content, string name)
    {
        var first = Time(() => DirectiveReader.Read(DocumentReader.Read(content, name)));
        var (best, text) = (double.MaxValue, double.MaxValue);
        var tasks = 0;
        for (var round = 0; round < Rounds; round++)
        {
            best = Math.Min(best, Time(() => tasks = DirectiveReader.Read(DocumentReader.Read(content, name)).Tasks.Count));
            text = Math.Min(text, Time(() => DocumentReader.Read(content, name)));
        }

        Print($"{what} ({content.Length / 1024} kB, {tasks} tasks): first", first, "ms");
        Print($"{what}: warm", best, "ms");
        Print($"{what}: its text alone", text, "ms");
    }

    private static double Time(Action read)
    {
        var begun = Stopwatch.GetTimestamp();
        read();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static void Print(string what, double figure, string unit) =>
        Console.WriteLine($"{what,-52}{figure.ToString("0.0", CultureInfo.InvariantCulture),10} {unit}");
}
