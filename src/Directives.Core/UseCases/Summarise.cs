using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>
/// "Tổng hợp", "tiến độ thông báo 128": the four classes over all units the leader may see. Counted are the tasks due in the period, and those
/// due before it that were still open when it began; each unit's part of a task counts as one.
/// </summary>
public sealed class Summarise(ProgressTable progress, DirectiveTable directives, ListUnits units) : IUseCase
{
    private const int WorstShown = 3;

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var slots = command.Slots;
        var scope = UnitScope.Of(turn, slots.Unit);
        if (scope.Refusal is { } refusal) return refusal;
        // "Việc 3 các trường làm đến đâu rồi" asks for the units of one task.
        if (slots.Tasks.Count > 0) return await units.HandleAsync(turn, command with { Slots = slots with { Filter = slots.Filter ?? TaskFilter.Open } }, cancellationToken);

        var tasks = await directives.IndexAsync(cancellationToken);
        if (slots.Directive is { } words)
        {
            tasks = TaskFinder.Best(tasks, words, task => task.DirectiveLabel, _ => "");
            if (tasks.Count == 0) return new SayReply(new Phrase("list.noMatch", ("words", words)));
        }

        var period = slots.Period ?? (slots.Directive is null ? Month(turn.Today) : new Period(null, null));
        var asOf = period.To is { } end && end < turn.Today ? end : turn.Today;
        var counts = new ClassCounts(0, 0, 0, 0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var worst = new List<WorstTask>();
        foreach (var task in tasks)
        {
            var overdue = 0;
            foreach (var unit in await progress.OfTaskAsync(task.Number, cancellationToken))
            {
                if (!unit.IsOwed || !scope.Contains(unit.UnitId) || !IsLive(unit, period)) continue;
                var @class = unit.ClassAt(asOf);
                counts = Count(counts, @class);
                seen.Add(unit.UnitId);
                if (@class == DueClass.OpenOverdue) overdue++;
            }

            if (overdue > 0) worst.Add(new WorstTask(task.Number, task.Title, overdue));
        }

        if (counts.Total == 0) return new SayReply(new Phrase("sum.none", ("period", new PeriodName(period))));
        WorstTask[] shown = [.. worst.OrderByDescending(task => task.Overdue).ThenBy(task => task.No).Take(WorstShown)];
        turn.Show([.. shown.Select(task => task.No)]);
        return new SummaryReply
        {
            Period = new PeriodName(period),
            At = turn.Now,
            Units = seen.Count,
            Counts = counts,
            Scope = scope.Name ?? (slots.Directive is null ? null : tasks[0].DirectiveLabel),
            Worst = shown,
            Choices = counts.Overdue > 0 ? [Choices.Overdue(slots.Unit)] : [],
        };
    }

    private static Period Month(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new Period(first, first.AddMonths(1).AddDays(-1));
    }

    private static bool IsLive(UnitProgress unit, Period period)
    {
        // Without a deadline nothing falls in or out of a period.
        if (unit.Due is not { } due) return true;
        if (period.To is { } last && due > last) return false;
        return period.From is not { } first || due >= first || unit.DoneOn is not { } done || done >= first;
    }

    private static ClassCounts Count(ClassCounts counts, DueClass @class) => @class switch
    {
        DueClass.DoneOnTime => counts with { OnTime = counts.OnTime + 1 },
        DueClass.DoneLate => counts with { Late = counts.Late + 1 },
        DueClass.OpenInTime => counts with { InTime = counts.InTime + 1 },
        DueClass.OpenOverdue => counts with { Overdue = counts.Overdue + 1 },
        _ => counts with { NoDeadline = counts.NoDeadline + 1 },
    };
}
