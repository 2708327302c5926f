using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>
/// "Tổng hợp", "tiến độ thông báo 128": the four classes over all units the leader may see. Counted are the tasks due in the period, and those
/// due before it that were still open when it began; each unit's part of a task counts as one.
/// </summary>
public sealed class Summarise(SummaryRows rows, DirectiveTable directives, ListUnits units) : IUseCase
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
        var summary = Summary.Of(await rows.ReadAsync(turn.Roster, scope.Contains, tasks, cancellationToken), period, turn.Today);
        var counts = summary.Figures.Counts;
        if (counts.Total == 0) return new SayReply(new Phrase("sum.none", ("period", new PeriodName(period))));
        WorstTask[] shown =
        [
            .. summary.ByTask().Where(task => task.Figures.Counts.Overdue > 0)
                .Select(task => new WorstTask(task.Key.Number, task.Name, task.Figures.Counts.Overdue))
                .OrderByDescending(task => task.Overdue).ThenBy(task => task.No).Take(WorstShown),
        ];
        turn.Show([.. shown.Select(task => task.No)]);
        return new SummaryReply
        {
            Period = new PeriodName(period),
            At = turn.Now,
            Units = summary.Units,
            ByUnit = summary.ByUnit(),
            Counts = counts,
            Scope = scope.Name ?? (slots.Directive is null ? null : tasks[0].DirectiveLabel),
            Worst = shown,
            Choices = counts.Overdue > 0 ? [Choices.Overdue(slots.Unit)] : [],
        };
    }

    internal static Period Month(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new Period(first, first.AddMonths(1).AddDays(-1));
    }
}
