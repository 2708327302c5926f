namespace Directives.Core;

/// <summary>"Đơn vị nào tốt nhất tháng này", "trường nào?": units by their on-time ratio, or by what they have overdue. What it goes by is said.</summary>
public sealed class RankUnits(FindFigures figures) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role == Role.Principal) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.leaderOrClerk")));
        var (asked, refusal) = await figures.HandleAsync(turn, command.Slots, cancellationToken);
        if (asked is null) return refusal!;
        return command.View == SummaryView.Best ? Best(command, asked) : Worst(command, asked);
    }

    // Of two with the same ratio, the one that had more to do.
    private static Reply Best(Command command, AskedFigures asked)
    {
        var units = asked.Summary.ByUnit().Where(unit => unit.Figures.Due > 0)
            .OrderByDescending(unit => (double)unit.Figures.DueOnTime / unit.Figures.Due)
            .ThenByDescending(unit => unit.Figures.Due).ThenBy(unit => unit.Name, StringComparer.Ordinal).ToArray();
        if (units.Length == 0) return new SayReply(new Phrase("share.none", ("period", asked.Period.Name)));
        // The classes of a unit's work, which the worst are shown with, would not show what these are ranked by.
        return new SayReply(Lines(new Phrase("rank.best", ("period", asked.Period.Name)), units, unit => new Phrase(
            "rank.best.line", ("unit", unit.Name), ("percent", unit.Figures.OnTime.Percent), ("n", unit.Figures.DueOnTime), ("total", unit.Figures.Due))))
        {
            Buttons = [Choices.SummaryOf(command.Slots)],
        };
    }

    private static Reply Worst(Command command, AskedFigures asked)
    {
        var late = asked.Summary.Where(work => work.Class == DueClass.OpenOverdue);
        var longest = late.Work.GroupBy(work => work.Unit.Id)
            .ToDictionary(unit => unit.Key, unit => unit.Max(work => work.DaysLate(late.AsOf)), StringComparer.Ordinal);
        var units = asked.Summary.ByUnit().Where(unit => unit.Figures.Counts.Overdue > 0).ToArray();
        if (units.Length == 0) return new SayReply(new Phrase("rank.worst.none", ("period", asked.Period.Name)));
        var heading = new Phrase("rank.worst", ("period", asked.Period.Name), ("n", late.Work.Count), ("units", units.Length));
        var shown = units.Take(ListTasks.Page).ToArray();
        return new UnitLoadsReply(Lines(heading, units, unit => new Phrase(
            "rank.worst.line", ("unit", unit.Name), ("n", unit.Figures.Counts.Overdue), ("days", longest[unit.Key.Id]))))
        {
            Heading = heading,
            Units = [.. shown.Select(unit => new UnitLoad(unit.Name, unit.Figures.Counts))],
            More = units.Length - shown.Length,
            Choices = [Choices.Overdue(command.Slots.Unit)],
            Buttons = [Choices.SummaryOf(command.Slots)],
            Refresh = command with { Step = Step.None },
        };
    }

    private static List<Phrase> Lines(Phrase heading, FiguresOf<Unit>[] units, Func<FiguresOf<Unit>, Phrase> line)
    {
        List<Phrase> lines = [heading, .. units.Take(ListTasks.Page).Select(line)];
        if (units.Length > ListTasks.Page) lines.Add(new Phrase("units.more", ("n", units.Length - ListTasks.Page)));
        return lines;
    }
}
