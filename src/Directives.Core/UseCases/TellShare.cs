namespace Directives.Core;

/// <summary>"Tỷ lệ đúng hạn khối THCS quý này": one ratio, with what it is of, and how it stood before.</summary>
public sealed class TellShare(FindFigures figures) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var (asked, refusal) = await figures.HandleAsync(turn, command.Slots, cancellationToken);
        if (asked is null) return refusal!;
        var share = Of(command.View, asked.Summary.Figures);
        if (share.Of == 0) return new SayReply(new Phrase("share.none", ("period", asked.Period.Name)));
        var key = (command.View, asked.About) switch
        {
            (SummaryView.OnTime, null) => "share.onTime",
            (SummaryView.OnTime, _) => "share.onTime.of",
            (SummaryView.Overdue, null) => "share.overdue",
            (SummaryView.Overdue, _) => "share.overdue.of",
            (_, null) => "share.done",
            _ => "share.done.of",
        };
        List<Phrase> lines =
        [
            new Phrase(key, ("percent", share.Percent), ("n", share.Count), ("total", share.Of), ("unit", asked.About ?? "")),
            new Phrase("share.asOf", ("period", asked.Period.Name), ("date", asked.Summary.AsOf)),
        ];
        if (figures.TrendOf(asked, one => Of(command.View, one)) is { } trend) lines.Add(TellTrend.Line(trend));
        return new SayReply(lines)
        {
            Choices = asked.Summary.Figures.Counts.Overdue > 0 ? [Choices.Overdue(command.Slots.Unit)] : [],
            Buttons = [Choices.SummaryOf(command.Slots)],
        };
    }

    private static Share Of(SummaryView view, Figures figures) => view switch
    {
        SummaryView.OnTime => figures.OnTime,
        SummaryView.Overdue => new Share(figures.Counts.Overdue, figures.Counts.Total),
        _ => figures.Done,
    };
}
