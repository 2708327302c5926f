using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>The open tasks of a person's unit, or of the units a leader or clerk sees, as a calendar.</summary>
public sealed class ReadCalendar(CalendarTable addresses, WorkTable work, SummaryRows rows, RosterTable rosters, TimeProvider time)
{
    /// <summary>By the token of an address.</summary>
    /// <returns>The calendar's text; null for a token that opens none, also since the person is in office no longer.</returns>
    public async Task<string?> HandleAsync(string token, CancellationToken cancellationToken)
    {
        if (await addresses.FindPersonAsync(token, cancellationToken) is not { } personId) return null;
        var roster = await rosters.LoadAsync(cancellationToken);
        return roster.FindPerson(personId) is { } person && roster.IsActive(person, time.Today()) ? (await OfAsync(person, roster, null, cancellationToken)).Text : null;
    }

    /// <param name="period">Only what is due in it; null for all.</param>
    internal async Task<(string Text, int Events)> OfAsync(Person person, Roster roster, Period? period, CancellationToken cancellationToken)
    {
        var words = new Wording(Texts.In(person.Language), person, time.Today());
        CalendarEvent[] events = person.Role == Role.Principal
            ? [.. (await work.OpenUntilAsync(person.UnitId, null, cancellationToken)).Where(task => task.Ended is null).Select(task => TaskEvents.Of(task, period, words)).OfType<CalendarEvent>()]
            : [.. (await rows.ReadAsync(roster, id => roster.MaySee(person, id), null, cancellationToken)).GroupBy(row => row.Task.Number).Select(task => TaskEvents.Of(task, period, words)).OfType<CalendarEvent>()];
        var unit = person.Role == Role.Clerk ? roster.Body : roster.FindUnit(person.UnitId)?.Name ?? person.UnitId;
        return (CalendarText.Write(words.Say("ics.name", ("unit", unit)), events), events.Length);
    }
}
