namespace Directives.Core;

/// <summary>"So với tháng trước?": the figures of one period beside those of another; the one that is over as it stood at its end.</summary>
public sealed class TellTrend(FindFigures figures, SummaryPeriods periods) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var (asked, refusal) = await figures.HandleAsync(turn, command.Slots, cancellationToken);
        if (asked is null) return refusal!;
        if ((command.Against is { } days ? periods.Of(days) : periods.Before(asked.Period)) is not { } against) return new SayReply("trend.none");
        // "So với tháng trước", when that month is what was told of: against the one before it.
        if (against == asked.Period) against = periods.Before(asked.Period) ?? against;
        var (now, before) = (asked.Summary.Figures, asked.In(against).Figures);
        if (now.Counts.Total == 0 || before.Counts.Total == 0)
        {
            return new SayReply(new Phrase("sum.none", ("period", now.Counts.Total == 0 ? asked.Period.Name : against.Name)));
        }

        List<Phrase> lines = [new Phrase("trend.head", ("period", asked.Period.Name), ("before", new InSentence(against.Name)))];
        if (asked.About is { } about) lines.Add(new Phrase("sum.scope", ("scope", about)));
        if (now.Due > 0 && before.Due > 0) lines.Add(Share("trend.onTime", now.OnTime, before.OnTime));
        lines.Add(Share("trend.done", now.Done, before.Done));
        var (overdue, overdueBefore) = (now.Counts.Overdue, before.Counts.Overdue);
        lines.Add(new Phrase("trend.overdue", ("n", overdue), ("before", overdueBefore), ("change", Change(overdue - overdueBefore, "trend.more", "trend.fewer"))));
        return new SayReply(lines)
        {
            Choices = now.Counts.Overdue > 0 ? [Choices.Overdue(command.Slots.Unit)] : [],
            Buttons = [Choices.SummaryOf(command.Slots)],
        };
    }

    /// <summary>One line that says how a share has changed: "So với tháng 10/2026 (89%): tăng 3 điểm."</summary>
    internal static Phrase Line(Trend trend) => new(
        "trend.line",
        ("before", new InSentence(trend.Period)),
        ("percent", trend.Before.Percent),
        ("change", Change(trend.Points, "trend.up", "trend.down")));

    private static Phrase Share(string key, Share now, Share before) => new(
        key,
        ("percent", now.Percent),
        ("n", now.Count),
        ("total", now.Of),
        ("before", before.Percent),
        ("change", Change(now.Percent - before.Percent, "trend.up", "trend.down")));

    private static Phrase Change(int by, string more, string less) => by == 0 ? "trend.same" : new Phrase(by > 0 ? more : less, ("n", Math.Abs(by)));
}
