using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>
/// "Tổng hợp", "tiến độ thông báo 128": the four classes over all units the leader may see, and how the on-time ratio stands to the period before. Each
/// unit's part of a task counts as one; what is counted, and as of when, is <see cref="Summary"/>.
/// </summary>
public sealed class Summarise(FindFigures figures, ListUnits units, OutboxTable outbox) : IUseCase
{
    private const int WorstShown = 3;

    /// <summary>"Sắp đến hạn": today and the six days that follow.</summary>
    private const int DaysAhead = 7;

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var slots = command.Slots;
        // "Việc 3 các trường làm đến đâu rồi" asks for the units of one task.
        if (slots.Tasks.Count > 0)
        {
            return await units.HandleAsync(turn, command with { Slots = slots with { Filter = slots.Filter ?? TaskFilter.Open } }, cancellationToken);
        }

        var (asked, refusal) = await figures.HandleAsync(turn, slots, cancellationToken);
        if (asked is null) return refusal!;
        var summary = asked.Summary;
        var counts = summary.Figures.Counts;
        if (counts.Total == 0) return new SayReply(new Phrase("sum.none", ("period", asked.Period.Name)));
        WorstTask[] worst =
        [
            .. summary.ByTask().Where(task => task.Figures.Counts.Overdue > 0)
                .OrderByDescending(task => task.Figures.Counts.Overdue).ThenBy(task => task.Key.Number)
                .Take(WorstShown).Select(task => new WorstTask(task.Key.Number, task.Name, task.Figures.Counts.Overdue)),
        ];
        turn.Show([.. worst.Select(task => task.No)]);
        // As many as the heading counts: who owes nothing with a deadline has no bar.
        FiguresOf<Unit>[] loads = [.. summary.ByUnit().Where(unit => unit.Figures.Counts.Total > 0)];
        UnitLoad[] byUnit = loads.Length > 1 ? [.. loads.Take(ListTasks.Page).Select(unit => new UnitLoad(unit.Name, unit.Figures.Counts))] : [];
        // What waits for a leader waits whatever the period is.
        var requests = asked.Rows.Sum(row => (row.Progress.Extension is null ? 0 : 1) + (row.Progress.Obstacle is null ? 0 : 1));
        return new SummaryReply
        {
            Period = asked.Period.Name,
            At = summary.CountedAt(turn.Now),
            Units = summary.Units,
            Counts = counts,
            OnTime = summary.Figures.OnTime,
            Trend = figures.TrendOf(asked, one => one.OnTime),
            Next = Next(asked),
            Unreached = turn.Sender.Role == Role.Principal ? 0 : await UnreachedAsync(turn, asked.Scope, cancellationToken),
            Scope = asked.About,
            Worst = worst,
            ByUnit = byUnit,
            MoreUnits = loads.Length > 1 ? loads.Length - byUnit.Length : 0,
            Choices =
            [
                .. counts.Overdue > 0 ? [Choices.Overdue(slots.Unit)] : Array.Empty<Choice>(),
                .. requests > 0 ? [Choices.RequestsOf(requests)] : Array.Empty<Choice>(),
            ],
            Buttons =
            [
                .. counts.Overdue > 0 && loads.Length > 1 ? [Choices.UnitLoads] : Array.Empty<Choice>(),
                .. turn.Sender.Role != Role.Principal && turn.Message.CanAnswerWithFiles ? [Choices.Export(slots)] : Array.Empty<Choice>(),
                Choices.Open,
            ],
            Refresh = command with { Step = Step.None },
        };
    }

    private async Task<int> UnreachedAsync(Turn turn, UnitScope scope, CancellationToken cancellationToken) =>
        (await outbox.UndeliveredAsync(cancellationToken)).Count(one => turn.Roster.FindPerson(one.PersonId) is { } person && scope.Contains(person.UnitId));

    // What is still open and falls due within the week, whatever the period.
    private static DueNext? Next(AskedFigures asked)
    {
        var last = asked.Today.AddDays(DaysAhead - 1);
        var open = asked.Rows.Select(row => row.Progress).Where(progress => progress is { IsOwed: true, IsOpen: true });
        var ahead = open.Where(progress => progress.Due >= asked.Today && progress.Due <= last).ToArray();
        return ahead.Length == 0 ? null : new DueNext(ahead.Length, DaysAhead, ahead.Min(progress => progress.Due)!.Value);
    }
}
