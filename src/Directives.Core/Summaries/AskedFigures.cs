using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>What a question about figures is about, read from the store.</summary>
/// <param name="About">What the figures are narrowed to, as people call it; null for all that the asker may see.</param>
public sealed record AskedFigures(UnitScope Scope, string? About, SummaryPeriod Period, IReadOnlyList<SummaryRow> Rows, DateOnly Today)
{
    public Summary Summary { get; } = Summary.Of(Rows, Period.Days, Today);

    /// <summary>The same units and tasks, in another period.</summary>
    public Summary In(SummaryPeriod period) => Summary.Of(Rows, period.Days, Today);
}

/// <summary>Finds what a question about figures is about: units, tasks and time.</summary>
public sealed class FindFigures(SummaryRows rows, DirectiveTable directives, TaskFinder finder, SummaryPeriods periods)
{
    /// <returns>The figures, or why there are none.</returns>
    public async Task<(AskedFigures? Found, Reply? Refusal)> HandleAsync(Turn turn, Slots slots, CancellationToken cancellationToken)
    {
        var scope = UnitScope.Of(turn, slots.Unit);
        if (scope.Refusal is { } refusal) return (null, refusal);
        var tasks = await directives.IndexAsync(cancellationToken);
        if (slots.Directive is { } words)
        {
            tasks = TaskFinder.Best(tasks, words, task => task.DirectiveLabel, _ => "");
            if (tasks.Count == 0) return (null, new SayReply(new Phrase("list.noMatch", ("words", words))));
        }

        if (slots.Tasks.Count > 0)
        {
            var numbers = await finder.PublishedNumbersAsync(slots.Tasks, cancellationToken);
            tasks = [.. tasks.Where(task => numbers.Contains(task.Number))];
        }

        // A paper and its tasks have their own time.
        var isOfAnyTime = slots.Directive is not null || slots.Tasks.Count > 0;
        var period = slots.Period is { } asked ? periods.Of(asked) : isOfAnyTime ? periods.Of(new Period(null, null)) : periods.Current(turn.Today);
        var read = await rows.ReadAsync(turn.Roster, scope.Contains, tasks, cancellationToken);
        return (new AskedFigures(scope, scope.Name ?? (slots.Directive is null ? null : tasks[0].DirectiveLabel), period, read, turn.Today), null);
    }

    /// <summary>How the on-time ratio, or another share, stands to the period before; null where there was nothing to compare it with.</summary>
    public Trend? TrendOf(AskedFigures asked, Func<Figures, Share> share)
    {
        if (periods.Before(asked.Period) is not { } before) return null;
        var (now, then) = (share(asked.Summary.Figures), share(asked.In(before).Figures));
        return now.Of > 0 && then.Of > 0 ? new Trend(now, then, before.Name) : null;
    }
}

/// <summary>How a share has changed since another period.</summary>
public sealed record Trend(Share Now, Share Before, Phrase Period)
{
    /// <summary>Percentage points, of the whole percents that are told.</summary>
    public int Points => Now.Percent - Before.Percent;
}
