using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Vì sao 28/12?", "28/12 có nghỉ không": what the calendar says of a day, by what, and where nothing is announced yet.</summary>
public sealed class ExplainDay(WorkCalendar calendar) : IUseCase
{
    public static Command Of(DateOnly day) => Command.At(Step.ExplainDay) with { Slots = new Slots { Period = new Period(day, day) } };

    public Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var day = command.Slots.Period?.From ?? turn.Today;
        List<Phrase> lines = [Line(calendar.Of(day))];
        if (calendar.BreakNear(day) is { Count: > 1 } off)
        {
            lines.Add(new Phrase("workday.break", ("from", off[0].Day), ("to", off[^1].Day)));
            lines.AddRange(off.Where(one => one.Kind == DayKind.SwappedOff && one.Day != day).Select(Line));
        }

        if (!calendar.IsWorking(day)) lines.Add(new Phrase("workday.moved", ("before", calendar.OnOrBefore(day)), ("after", calendar.OnOrAfter(day))));
        if (!calendar.IsAnnounced(day.Year)) lines.Add(new Phrase("workday.unannounced", ("year", new Year(day.Year))));
        return Task.FromResult<Reply>(new SayReply(lines));
    }

    private static Phrase Line(CalendarDay day) => day switch
    {
        { Kind: DayKind.Working } => new Phrase("workday.working", ("date", day.Day)),
        { Kind: DayKind.Rest } => new Phrase("workday.rest", ("date", day.Day)),
        { Kind: DayKind.SwappedOff, Other: { } other } => new Phrase("workday.off", ("date", day.Day), ("other", other), ("name", day.Name!), ("source", day.Source!)),
        { Kind: DayKind.SwappedOn, Other: { } other } => new Phrase("workday.on", ("date", day.Day), ("other", other), ("name", day.Name!), ("source", day.Source!)),
        { Kind: DayKind.SwappedOn } => new Phrase("workday.worked", ("date", day.Day), ("name", day.Name!), ("source", day.Source!)),
        _ => new Phrase("workday.holiday", ("date", day.Day), ("name", day.Name!), ("source", day.Source!)),
    };
}
