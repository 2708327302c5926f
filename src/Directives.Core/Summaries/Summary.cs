using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>A unit's part of a task, as it is stored: what a summary is counted from.</summary>
public sealed record SummaryRow(IndexedTask Task, Unit Unit, UnitProgress Progress);

/// <summary>A unit's part of a task, as it stood at the end of the day that is counted.</summary>
/// <param name="Due">The deadline that was in force then.</param>
public sealed record CountedWork(IndexedTask Task, Unit Unit, UnitProgress Progress, DateOnly? Due, DueClass Class)
{
    public bool IsDone => Class is DueClass.DoneOnTime or DueClass.DoneLate || (Class == DueClass.NoDeadline && Progress.State.IsDone);

    /// <summary>Days since the deadline of what is overdue and not done; else 0.</summary>
    public int DaysLate(DateOnly asOf) => Class == DueClass.OpenOverdue ? asOf.DayNumber - Due!.Value.DayNumber : 0;
}

/// <summary>
/// The one count behind card, text, digest, chart and files, so that no two of them can disagree. Counted are the parts due in the period, and those due
/// before it that were still open when it began; all as they stood at the end of a day: an extension that was approved later, and a task assigned,
/// done or ended later, do not count. What was taken back or reported anew since counts as it is known now.
/// </summary>
public sealed class Summary
{
    // All that a unit or a task says would be compared otherwise, for every row.
    private static readonly IEqualityComparer<Unit> SameUnit =
        EqualityComparer<Unit>.Create((one, other) => one?.Id == other?.Id, unit => unit.Id.GetHashCode(StringComparison.Ordinal));

    private static readonly IEqualityComparer<IndexedTask> SameTask =
        EqualityComparer<IndexedTask>.Create((one, other) => one?.Number == other?.Number, task => task.Number);

    private Summary(Period period, DateOnly asOf, IReadOnlyList<CountedWork> work)
    {
        Period = period;
        AsOf = asOf;
        Work = work;
        Figures = Figures.Of(work, period.From, asOf);
    }

    public Period Period { get; }

    /// <summary>The day, at the end of which it is counted.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The moment that the figures are of: now, or the last minute of a day that is past.</summary>
    public DateTimeOffset CountedAt(DateTimeOffset now) => AsOf < VietnamTime.Day(now) ? VietnamTime.On(AsOf, new TimeOnly(23, 59)) : now;

    /// <summary>Everything that is counted, by task and unit.</summary>
    public IReadOnlyList<CountedWork> Work { get; }

    public Figures Figures { get; }

    /// <summary>How many units owe any of it.</summary>
    public int Units => Work.Where(work => work.Class != DueClass.NoDeadline).Select(work => work.Unit).Distinct(SameUnit).Count();

    /// <param name="rows">Of <see cref="SummaryRows"/>.</param>
    /// <param name="today">The day on which it is told: a period that goes on longer is counted up to it.</param>
    public static Summary Of(IEnumerable<SummaryRow> rows, Period period, DateOnly today) =>
        At(rows, period, period.To is { } end && end < today ? end : today);

    /// <summary>As it stood at the end of a day, such as "tính đến 14/11".</summary>
    public static Summary At(IEnumerable<SummaryRow> rows, Period period, DateOnly asOf)
    {
        var work = new List<CountedWork>();
        foreach (var row in rows)
        {
            if (!row.Progress.IsOwedOn(asOf)) continue;
            var due = row.Progress.DueOn(asOf);
            if (!IsIn(period, due, row.Progress.DoneOn)) continue;
            work.Add(new CountedWork(row.Task, row.Unit, row.Progress, due, DueClasses.At(due, row.Progress.DoneOn, asOf)));
        }

        return new Summary(period, asOf, work);
    }

    /// <summary>The same with less in it, such as those of one kind of school.</summary>
    public Summary Where(Func<CountedWork, bool> isCounted) => new(Period, AsOf, [.. Work.Where(isCounted)]);

    /// <summary>Those with the most overdue first.</summary>
    public IReadOnlyList<FiguresOf<Unit>> ByUnit() => By(work => work.Unit, unit => unit.Name, SameUnit);

    /// <inheritdoc cref="ByUnit"/>
    public IReadOnlyList<FiguresOf<IndexedTask>> ByTask() => By(work => work.Task, task => task.Title, SameTask);

    /// <summary>By the kind that the roster gives to a unit, such as "mầm non"; those with the most overdue first.</summary>
    public IReadOnlyList<FiguresOf<string>> ByKind() => By(work => work.Unit.Kind, kind => kind);

    /// <summary>By directive; those with the most overdue first.</summary>
    public IReadOnlyList<FiguresOf<string>> ByDirective() => By(work => work.Task.DirectiveLabel, label => label);

    /// <summary>By the unit right below another one to whose branch each belongs; those with the most overdue first.</summary>
    public IReadOnlyList<FiguresOf<Unit>> ByBranch(Roster roster, string topId) =>
        By(work => BranchOf(roster, work.Unit, topId), unit => unit.Name, SameUnit);

    /// <summary>By anything; those with the most overdue first.</summary>
    /// <param name="equality">How keys are told apart; null for the keys' own way.</param>
    public IReadOnlyList<FiguresOf<T>> By<T>(Func<CountedWork, T> key, Func<T, string> name, IEqualityComparer<T>? equality = null)
        where T : notnull =>
    [
        .. Work.GroupBy(key, equality)
            .Select(group => new FiguresOf<T>(group.Key, name(group.Key), Figures.Of(group, Period.From, AsOf)))
            .OrderByDescending(one => one.Figures.Counts.Overdue)
            .ThenByDescending(one => one.Figures.DaysLate)
            .ThenBy(one => one.Figures.OnTime.Percent)
            .ThenBy(one => one.Name, StringComparer.Ordinal),
    ];

    private static bool IsIn(Period period, DateOnly? due, DateOnly? doneOn)
    {
        // Without a deadline nothing falls in or out of a period.
        if (due is not { } day) return true;
        if (day > period.To) return false;
        return period.From is not { } first || day >= first || doneOn is not { } done || done >= first;
    }

    private static Unit BranchOf(Roster roster, Unit unit, string topId)
    {
        var below = unit;
        for (var steps = 0; steps <= roster.Units.Count && below.ParentId is { } parent && parent != topId; steps++)
        {
            if (roster.FindUnit(parent) is not { } above) break;
            below = above;
        }

        return below.ParentId == topId ? below : unit;
    }
}
