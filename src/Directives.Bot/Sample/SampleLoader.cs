using System.Globalization;
using System.Text;
using Directives.Bot.Commands;
using Directives.Bot.Hosting;
using Directives.Core;
using Directives.Documents;

namespace Directives.Bot.Sample;

/// <summary>
/// Fills an empty store, in Development, with an invented ward: its roster, four directives published at different times, and what the units
/// have reported since. It goes the way that real files go. <c>Sample:Load=false</c> turns it off.
/// </summary>
internal sealed class SampleLoader(
    RosterTable rosters,
    ImportRoster importRoster,
    IDocumentReader documents,
    DirectiveTable directives,
    WorkTable work,
    ProgressTable progress,
    Projections projections,
    OutboxTable outbox,
    IConfiguration configuration,
    PageSettings page,
    TimeProvider time,
    ILogger<SampleLoader> logger)
{
    private const string Channel = "sample";

    // Published how many days ago, oldest first; the last one ten minutes ago, so that its notices go out as soon as somebody is there to read them.
    private static readonly (string File, double DaysAgo)[] Files =
        [("1-ke-hoach.txt", 23), ("2-cong-van.txt", 15), ("3-thong-bao.txt", 8), ("4-cong-van.txt", 0.0071)];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!page.Enabled || !configuration.GetValue("Sample:Load", true)) return;
        if ((await rosters.LoadAsync(cancellationToken)).Units.Count > 0) return;

        var plan = await importRoster.PlanAsync([.. RosterFiles.Read(Open("roster.csv"), "roster.csv")], cancellationToken);
        await importRoster.ApplyAsync(plan, cancellationToken);
        foreach (var (file, daysAgo) in Files) await PublishAsync(file, time.GetUtcNow() - TimeSpan.FromDays(daysAgo), cancellationToken);
        await ReportAsync(cancellationToken);

        var roster = await rosters.LoadAsync(cancellationToken);
        logger.SampleLoaded(roster.Units.Count, roster.People.Count, (await directives.IndexAsync(cancellationToken)).Count);
    }

    private async Task PublishAsync(string file, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var clock = new DemonstrationClock(at);
        var text = SampleText.Resolve(await ReadAsync(file, cancellationToken), time.Today());
        var imported = await new ImportDirective(directives, clock)
            .HandleAsync(documents.Read(file, Encoding.UTF8.GetBytes(text)), null, cancellationToken);
        if (imported is null) return;
        var (earlier, supersede) = (new EarlierDirectives(directives, progress), new SupersedeTasks(directives, progress, new AmendAssignments(work, projections)));
        await new PublishDirective(directives, work, progress, outbox, rosters, earlier, supersede, clock).HandleAsync(imported.Directive.Id, cancellationToken);
    }

    // What has happened since: each line a report of one unit, some days ago.
    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        using var csv = Open("progress.csv");
        var roster = await rosters.LoadAsync(cancellationToken);
        var names = UnitNames.Of(roster);
        foreach (var line in SheetReader.Read(csv, "progress.csv").Skip(1))
        {
            if (line.Cells is not [var unitName, var taskWords, var status, var percent, var daysAgo, ..]) continue;
            if (names.Find(unitName, time.Today()).Units is not [var unit]) continue;
            var tasks = TaskFinder.Best(await work.ListAsync(unit.Id, cancellationToken), taskWords, task => task.Title, task => task.Text);
            if (tasks is not [var task]) continue;
            var state = status == Texts.Vietnamese["state.done"]
                ? WorkState.Done
                : WorkState.InProgress(int.TryParse(percent, NumberStyles.None, CultureInfo.InvariantCulture, out var share) ? share : null);
            var at = time.Now().AddDays(-double.Parse(daysAgo, CultureInfo.InvariantCulture)).AddMinutes(-17 * (line.Row % 7));
            await ReportAsync(roster, unit, task.Task, state, at, $"{line.Row}", cancellationToken);
        }
    }

    private async Task ReportAsync(
        Roster roster, Unit unit, int number, WorkState state, DateTimeOffset at, string id, CancellationToken cancellationToken)
    {
        var stored = (await work.FindAsync(unit.Id, number, cancellationToken))!;
        var by = roster.People.FirstOrDefault(person => person.UnitId == unit.Id)?.Id ?? unit.Id;
        var after = stored.Value.Reported(state, at, by);
        var reported = new HistoryEvent
        {
            Kind = HistoryKind.Reported,
            At = at,
            By = by,
            Channel = Channel,
            MessageId = id,
            Before = HistoryState.Of(stored.Value),
            After = HistoryState.Of(after),
        };
        var operation = $"{Channel} {id}";
        await projections.FollowAsync(
            unit.Id,
            [after],
            operation,
            () => work.ChangeAsync(unit.Id, by, operation, [(stored, after, reported)], null, cancellationToken),
            cancellationToken);
    }

    private static Stream Open(string file) => typeof(SampleLoader).Assembly.GetManifestResourceStream("sample/" + file)
        ?? throw new InvalidOperationException($"The sample file {file} is missing from the program.");

    private static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Open(file), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
