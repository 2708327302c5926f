using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Tổng hợp theo khối", "theo văn bản": the same figures for each part, those with the most overdue first.</summary>
public sealed class BreakDownFigures(FindFigures figures) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var (asked, refusal) = await figures.HandleAsync(turn, command.Slots, cancellationToken);
        if (asked is null) return refusal!;
        var summary = asked.Summary.Where(work => work.Class != DueClass.NoDeadline);
        if (summary.Work.Count == 0) return new SayReply(new Phrase("sum.none", ("period", asked.Period.Name)));
        var (by, parts) = command.View switch
        {
            SummaryView.ByKind => ("by.kind", summary.ByKind().Select(part => (part.Name, part.Figures))),
            SummaryView.ByBranch => ("by.branch", summary.ByBranch(turn.Roster, turn.Sender.UnitId).Select(part => (part.Name, part.Figures))),
            SummaryView.ByDirective => ("by.directive", summary.ByDirective().Select(part => (part.Name, part.Figures))),
            SummaryView.ByTask => ("by.task", summary.ByTask().Select(part => (NameOf(part.Key, turn.Words), part.Figures))),
            _ => ("by.unit", summary.ByUnit().Select(part => (part.Name, part.Figures))),
        };
        var all = parts.ToArray();
        var shown = all.Take(ListTasks.Page).ToArray();
        List<Phrase> lines = [new Phrase(by, ("period", asked.Period.Name)), .. shown.Select(part => Line(part.Item1, part.Item2))];
        if (all.Length > shown.Length) lines.Add(new Phrase("by.more", ("n", all.Length - shown.Length)));
        return new SayReply(lines)
        {
            Choices = summary.Figures.Counts.Overdue > 0 ? [Choices.Overdue(command.Slots.Unit)] : [],
            Buttons = [Choices.SummaryOf(command.Slots)],
        };
    }

    private static string NameOf(IndexedTask task, Wording words) =>
        words.Fill(new Phrase("by.task.name", ("no", task.Number), ("title", ShortTitle.Of(task.Title))));

    /// <summary>A part with its ratio, what that is of, and what is overdue.</summary>
    internal static Phrase Line(string name, Figures figures) => figures.Due > 0
        ? new Phrase(
            "by.line", ("name", name), ("percent", figures.OnTime.Percent), ("n", figures.DueOnTime), ("total", figures.Due), ("overdue", figures.Counts.Overdue))
        : figures.Counts.Overdue > 0
            ? new Phrase("by.line.before", ("name", name), ("total", figures.Counts.Total), ("overdue", figures.Counts.Overdue))
            : new Phrase("by.line.none", ("name", name), ("total", figures.Counts.Total));
}
