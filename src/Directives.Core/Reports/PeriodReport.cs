using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>What a report of a period says, whatever file it becomes. Its figures are those of <see cref="Core.Summary"/>, as in the chat.</summary>
public sealed record PeriodReport
{
    /// <summary>The body whose report it is.</summary>
    public required string Body { get; init; }

    /// <summary>As people call it: <c>Tháng 11/2026</c>.</summary>
    public required string Period { get; init; }

    /// <summary>When the figures were read, in Vietnam.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The moment that the figures are of.</summary>
    public DateTimeOffset CountedAt => Summary.CountedAt(At);

    /// <summary>What it was narrowed to; null for all that the reader may see.</summary>
    public string? Scope { get; init; }

    public required Summary Summary { get; init; }

    /// <summary>The heads of the directives that the tasks come from, by id.</summary>
    public required IReadOnlyDictionary<string, DirectiveHead> Heads { get; init; }

    /// <summary>Obstacles and requests that wait for an answer now, whatever the period; the oldest first.</summary>
    public IReadOnlyList<SummaryRow> Waiting { get; init; } = [];

    public ClassCounts Counts => Summary.Figures.Counts;

    public IReadOnlyList<FiguresOf<Unit>> Units => [.. Summary.ByUnit().Where(unit => unit.Figures.Counts.Total > 0)];

    /// <summary>Units with tasks of the period that nothing was ever reported of; those with the most first.</summary>
    public IReadOnlyList<NotReported> NotReported =>
    [
        .. Summary.Work.Where(work => work.IsUnreported()).GroupBy(work => work.Unit)
            .Select(unit => new NotReported(unit.Key, [.. unit.OrderBy(work => work.Due).ThenBy(work => work.Task.Number).Select(work => work.Task)]))
            .OrderByDescending(unit => unit.Tasks.Count).ThenBy(unit => unit.Unit.Name, StringComparer.Ordinal),
    ];
}

/// <summary>A unit, and the tasks it has said nothing of.</summary>
public sealed record NotReported(Unit Unit, IReadOnlyList<IndexedTask> Tasks);

internal static class ReportedWork
{
    /// <summary>With a deadline, open, and stated by no report. Tasks without a deadline are reported only when there is something to say.</summary>
    public static bool IsUnreported(this CountedWork work) => work.Class is DueClass.OpenInTime or DueClass.OpenOverdue && work.Progress.Status == WorkStatus.NotStarted;
}
