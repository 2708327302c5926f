using System.Diagnostics;
using System.Globalization;
using Directives.Benchmarks.Storage;
using Directives.Core;
using Directives.Core.Tests;
using Directives.Language.Messages;
using Directives.Language.Prose;
using Directives.Storage.Files;
using Directives.Storage.Sqlite;

namespace Directives.Benchmarks.Domain;

/// <summary>
/// Status reports a second and how soon it is told what is due, by the program's own use cases on an SQLite file: the domain's figures in
/// src/Directives.Storage/README.md. The bare store's commits stand beside them: ratios carry over, figures do not.
/// </summary>
internal static class ReportLoad
{
    private const int Callers = 32;
    private const int Reports = 20_000;
    private const int WarmUp = 2_000;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var assignments = arguments.Length > 0 ? int.Parse(arguments[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 100_000;
        var parent = arguments.Length > 1 ? arguments[1] : Path.GetTempPath();
        var folder = Path.Combine(parent, "directives-load-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        try
        {
            var path = Path.Combine(folder, "store.db");
            await using var store = SqliteStore.Open(path);
            var invented = new InventedWork(assignments, TimeProvider.System.Now());
            var parts = PartsOn(store, folder);
            await new Filling(invented, parts.Get<RosterTable>(), parts.Get<WorkTable>(), parts.Get<ProgressTable>()).RunAsync(path);
            await MeasureAsync(store, folder, invented, parts);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resident {Process.GetCurrentProcess().WorkingSet64 / 1e6:N0} MB"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(SqliteStore store, string folder, InventedWork invented, DomainParts parts)
    {
        var roster = await parts.Get<RosterTable>().LoadAsync(default);
        var senders = SendersOf(invented, roster, parts);
        // A small store has not as many assignments: each is reported once.
        var count = Math.Min(Reports, invented.Assignments / 4);
        var warmUp = Math.Min(WarmUp, count / 4);
        var next = 0;
        await CountAsync("a report", senders => senders.ReportAsync(next++));
        await CountAsync("a report, as a whole turn", senders => senders.SayReportAsync(next++));

        for (; next < warmUp; next++) await (next % 2 == 0 ? senders.ReportAsync(next) : senders.SayReportAsync(next));
        var bare = await Load.RunAsync("the bare store: commit of 1 row", Callers, Duration, (sender, i) => store.CommitAsync(
            StoreTable.Seen, "bare", [new RowChange.Insert(FormattableString.Invariant($"{sender:d3}-{i:d9}"), "{}")], default));
        var reports = await Load.RunAsync("report", Callers, count, (_, i) => senders.ReportAsync(next + i));
        next += count;
        var turns = await Load.RunAsync("report, the whole turn", Callers, count, (_, i) => senders.SayReportAsync(next + i));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"bare commits for one report: {bare / reports:N1}; for one as a whole turn: {bare / turns:N1}"));

        foreach (var callers in new[] { 1, 8 })
        {
            await Load.RunAsync("open until Sunday, bare", callers, Duration, (_, _) => senders.ReadWeekAsync());
            await Load.RunAsync("due this week", callers, Duration, (_, _) => senders.ListWeekAsync());
            await Load.RunAsync("due this week, the whole turn", callers, Duration, (_, _) => senders.SayWeekAsync());
        }

        async Task CountAsync(string what, Func<Senders, Task> act)
        {
            var counting = new CountingStore(store);
            var counted = PartsOn(counting, folder);
            // The roster is read once for all.
            await counted.Get<RosterTable>().LoadAsync(default);
            counting.Reset();
            await act(SendersOf(invented, roster, counted));
            Console.WriteLine($"{what}: {counting}");
        }
    }

    private static Senders SendersOf(InventedWork invented, Roster roster, DomainParts parts) => new(
        invented, roster, parts.Get<ReportStatus>(), parts.Get<ListTasks>(), parts.Get<WorkTable>(), parts.Get<Assistant>());

    internal static DomainParts PartsOn(IPartitionedStore store, string folder) =>
        new(store, TimeProvider.System, new FolderFileStore(Path.Combine(folder, "files")), new MessageReader(), new NoDocuments(), new NoWorkbooks(), new CalendarSettings(null));

    private sealed class NoWorkbooks : IWorkbookWriter, IReportWriter
    {
        public byte[] Write(IReadOnlyList<SheetPage> pages) => throw new InvalidDataException();

        public byte[] Write(ReportPage page) => throw new InvalidDataException();
    }

    private sealed class NoDocuments : IDocumentReader
    {
        public DocumentText Read(string fileName, ReadOnlyMemory<byte> content) => throw new UnreadableFileException("file.damaged");

        public IReadOnlyList<SheetRow> ReadRows(string fileName, ReadOnlyMemory<byte> content) => throw new UnreadableFileException("file.damaged");
    }
}
