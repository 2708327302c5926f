using System.Globalization;
using Directives.Language.Messages;
using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>What a report is to be of.</summary>
/// <param name="IsCounted">Whether a unit, by its id, is in it.</param>
/// <param name="Tasks">The tasks that it is about; null for all.</param>
/// <param name="Scope">What it was narrowed to, in words.</param>
/// <param name="Filter">Only what stands so; null for all.</param>
public sealed record ReportOrder(Period Period, Func<string, bool> IsCounted, IReadOnlyList<IndexedTask>? Tasks = null, string? Scope = null, TaskFilter? Filter = null);

/// <summary>A report as a file, and how much is in it.</summary>
public sealed record ReportFile(string Name, byte[] Content, int Tasks, int Units, DateTimeOffset CountedAt);

/// <summary>The report of a period as a spreadsheet or as an administrative document.</summary>
public sealed class MakeReport(
    SummaryRows rows, SummaryPeriods periods, DirectiveTable directives, RosterTable rosters, IWorkbookWriter workbooks, IReportWriter documents, ReportSettings settings,
    TimeProvider time)
{
    /// <summary>A longer register would not be read, nor go through a chat.</summary>
    public const int MaxRows = 20_000;

    // A file is read on other days: seen from one far off no period is "this week".
    private static readonly Wording Seen = new(Texts.Vietnamese, null, DateOnly.MinValue);

    /// <returns>Null where there is nothing with a deadline in it.</returns>
    /// <exception cref="InvalidDataException">There is more in it than <see cref="MaxRows"/>.</exception>
    public async Task<ReportFile?> HandleAsync(ReportOrder order, ReportFormat format, CancellationToken cancellationToken)
    {
        var report = await ReadAsync(order, cancellationToken);
        if (report.Counts.Total == 0) return null;
        if (report.Summary.Work.Count > MaxRows)
        {
            throw new InvalidDataException($"Báo cáo có {report.Summary.Work.Count} việc, nhiều hơn {MaxRows}: cần chọn đơn vị, văn bản hoặc khoảng thời gian hẹp hơn.");
        }

        var isDocument = format == ReportFormat.Docx;
        var content = isDocument ? documents.Write(AdministrativeReport.Of(report, settings)) : workbooks.Write(ReportSheets.Of(report));
        return new ReportFile(FileNameOf(order.Period) + (isDocument ? ".docx" : ".xlsx"), content, report.Counts.Total, report.Summary.Units, report.CountedAt);
    }

    internal async Task<PeriodReport> ReadAsync(ReportOrder order, CancellationToken cancellationToken)
    {
        var roster = await rosters.LoadAsync(cancellationToken);
        var read = await rows.ReadAsync(roster, order.IsCounted, order.Tasks, cancellationToken);
        var summary = Summary.Of(read, order.Period, time.Today());
        if (order.Filter is { } filter and not TaskFilter.All) summary = summary.Where(work => Fits(filter, work));
        var heads = new Dictionary<string, DirectiveHead>(StringComparer.Ordinal);
        foreach (var id in summary.Work.Select(work => work.Task.DirectiveId).Distinct(StringComparer.Ordinal))
        {
            if (await directives.FindAsync(id, cancellationToken) is { Value.Head: var head }) heads[id] = head;
        }

        return new PeriodReport
        {
            Body = roster.Body,
            Period = Seen.Say(periods.Of(order.Period).Name),
            At = time.Now(),
            Scope = ScopeOf(order),
            Summary = summary,
            Heads = heads,
            Waiting =
            [
                .. read.Where(row => row.Progress is { Obstacle: not null } or { Extension: not null })
                    .OrderBy(row => row.Progress.Obstacle?.At ?? row.Progress.Extension!.At),
            ],
        };
    }

    private static bool Fits(TaskFilter filter, CountedWork work) => filter switch
    {
        TaskFilter.Done => work.IsDone,
        TaskFilter.Overdue => work.Class == DueClass.OpenOverdue,
        TaskFilter.InProgress => !work.IsDone && work.Progress.Status == WorkStatus.InProgress,
        TaskFilter.NotStarted => !work.IsDone && work.Progress.Status == WorkStatus.NotStarted,
        _ => !work.IsDone,
    };

    private static string? ScopeOf(ReportOrder order)
    {
        var only = order.Filter switch
        {
            TaskFilter.Done => "việc đã hoàn thành",
            TaskFilter.Overdue => "việc quá hạn chưa hoàn thành",
            TaskFilter.InProgress => "việc đang thực hiện",
            TaskFilter.NotStarted => "việc chưa thực hiện",
            TaskFilter.Open => "việc chưa hoàn thành",
            _ => null,
        };
        return (order.Scope, only) is ({ } scope, { } kind) ? $"{kind} của {scope}" : order.Scope ?? only;
    }

    // As files sort: bao-cao-2026-11, bao-cao-2026-11-16-den-2026-11-22.
    private static string FileNameOf(Period period) => period switch
    {
        { From: { } from, To: { } to } when from.Day == 1 && to == from.AddMonths(1).AddDays(-1) => "bao-cao-" + from.ToString("yyyy'-'MM", CultureInfo.InvariantCulture),
        { From: { } from, To: { } to } => $"bao-cao-{Iso(from)}-den-{Iso(to)}",
        { From: { } from } => $"bao-cao-tu-{Iso(from)}",
        { To: { } to } => $"bao-cao-den-{Iso(to)}",
        _ => "bao-cao",
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy'-'MM'-'dd", CultureInfo.InvariantCulture);
}
