using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Xuất báo cáo excel tháng 11", "xuất báo cáo word tuần này": the figures that "tổng hợp" tells, as a file.</summary>
public sealed class ExportReport(MakeReport make, SummaryPeriods periods, GiveCalendar giveCalendar, DirectiveTable directives) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (command.Slots.Format == ReportFormat.Ics) return await giveCalendar.FileAsync(turn, command.Slots.Period, cancellationToken);
        if (turn.Sender.Role == Role.Principal) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.leaderOrClerk")));
        var slots = command.Slots;
        var scope = UnitScope.Of(turn, slots.Unit);
        if (scope.Refusal is { } refusal) return refusal;
        var format = slots.Format ?? ReportFormat.Xlsx;
        if (format is not (ReportFormat.Xlsx or ReportFormat.Docx)) return new SayReply("export.format") { Choices = [In(command, ReportFormat.Xlsx), In(command, ReportFormat.Docx)] };

        var tasks = await TasksAsync(slots, cancellationToken);
        if (tasks is { Count: 0 }) return new SayReply(new Phrase("list.noMatch", ("words", slots.Directive ?? slots.Tasks[0].Query ?? $"{slots.Tasks[0].Number}")));
        var period = slots.Period ?? (tasks is null ? periods.Current(turn.Today).Days : new Period(null, null));
        var name = periods.Of(period).Name;
        if (!turn.Message.CanAnswerWithFiles) return new SayReply(new Phrase("sheet.command", ("command", "export --report PERIOD FILE.xlsx")));

        var order = new ReportOrder(period, scope.Contains, tasks, scope.Name ?? (slots.Directive is null ? null : tasks![0].DirectiveLabel), slots.Filter);
        ReportFile? file;
        try
        {
            file = await make.HandleAsync(order, format, cancellationToken);
        }
        catch (InvalidDataException)
        {
            return new SayReply(new Phrase("export.tooMuch", ("n", MakeReport.MaxRows)));
        }

        if (file is null) return new SayReply(new Phrase("export.none", ("period", name)));
        return new FileReply(
            file.Name,
            file.Content,
            new Phrase("export.ready", ("period", name), ("n", file.Tasks), ("units", file.Units), ("time", file.CountedAt), ("date", VietnamTime.Day(file.CountedAt))));
    }

    /// <returns>Null for all tasks.</returns>
    private async Task<IReadOnlyList<IndexedTask>?> TasksAsync(Slots slots, CancellationToken cancellationToken)
    {
        if (slots.Directive is null && slots.Tasks.Count == 0) return null;
        var tasks = await directives.IndexAsync(cancellationToken);
        if (slots.Directive is { } words) tasks = TaskFinder.Best(tasks, words, task => task.DirectiveLabel, _ => "");
        int[] numbers = [.. slots.Tasks.Select(task => task.Number).OfType<int>()];
        if (numbers.Length > 0) tasks = [.. tasks.Where(task => numbers.Contains(task.Number))];
        return slots.Tasks.FirstOrDefault(task => task.Query is not null)?.Query is { } query ? TaskFinder.Best(tasks, query, task => task.Title, _ => "") : tasks;
    }

    private static Choice In(Command command, ReportFormat format) =>
        new(format == ReportFormat.Xlsx ? "btn.excel" : "btn.word", command with { Slots = command.Slots with { Format = format } });
}
