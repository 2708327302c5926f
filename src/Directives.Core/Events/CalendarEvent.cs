namespace Directives.Core;

/// <summary>An open task as an event of a whole day: the day that it is due.</summary>
/// <param name="Uid">The same as long as the task is, whoever reads it: a program knows by it that an event is one it has.</param>
/// <param name="Sequence">Counts the changes, from 0; never goes back.</param>
/// <param name="Stamp">The last change.</param>
/// <param name="Rule">An RFC 5545 rule whose first day is <paramref name="Day"/>; null for a task that does not come again.</param>
public sealed record CalendarEvent(string Uid, int Sequence, DateTimeOffset Stamp, DateOnly Day, string? Rule, string Summary, string Description);
