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
        var (counts, requests) = (ClassCounts.None, 0);
        var loads = new Dictionary<string, ClassCounts>(StringComparer.Ordinal);
        var worst = new List<WorstTask>();
        foreach (var task in tasks)
        {
            var overdue = 0;
            foreach (var unit in await progress.OfTaskAsync(task.Number, cancellationToken))
            {
                if (!unit.IsOwed || !scope.Contains(unit.UnitId)) continue;
                // What waits for a leader waits whatever the period is.
                requests += (unit.Extension is null ? 0 : 1) + (unit.Obstacle is null ? 0 : 1);
                if (!IsLive(unit, period)) continue;
                var @class = unit.ClassAt(asOf);
                counts = counts.With(@class);
                loads[unit.UnitId] = loads.GetValueOrDefault(unit.UnitId, ClassCounts.None).With(@class);
                if (@class == DueClass.OpenOverdue) overdue++;
            }

            if (overdue > 0) worst.Add(new WorstTask(task.Number, task.Title, overdue));
        }

        if (counts.Total == 0) return new SayReply(new Phrase("sum.none", ("period", new PeriodName(period))));
        WorstTask[] shown = [.. worst.OrderByDescending(task => task.Overdue).ThenBy(task => task.No).Take(WorstShown)];
        turn.Show([.. shown.Select(task => task.No)]);
        UnitLoad[] byUnit = loads.Count > 1 ? [.. ListUnits.Worst(turn.Roster, loads).Take(ListTasks.Page)] : [];
        return new SummaryReply
        {
            Period = new PeriodName(period),
            At = turn.Now,
            Units = loads.Count,
            Counts = counts,
            Scope = scope.Name ?? (slots.Directive is null ? null : tasks[0].DirectiveLabel),
            Worst = shown,
            ByUnit = byUnit,
            MoreUnits = loads.Count > 1 ? loads.Count - byUnit.Length : 0,
            Choices = counts.Overdue > 0 ? [Choices.Overdue(slots.Unit)] : [],
            Buttons =
            [
                .. requests > 0 ? [Choices.RequestsOf(requests)] : Array.Empty<Choice>(),
                .. counts.Overdue > 0 && loads.Count > 1 ? [Choices.UnitLoads] : Array.Empty<Choice>(),
                Choices.Open,
            ],
            Refresh = command with { Step = Step.None },
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
}
