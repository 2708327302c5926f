using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>
/// A leader's digest as a group may read it: the four classes and counts over the leader's branch; no person but whose it is, no reason that a unit gave, and
/// the late units by name only where that was asked for in words.
/// </summary>
public sealed class ComposeGroupDigest(
    SummaryRows rows, SummaryPeriods periods, GroupTable groups, RosterTable rosters, ReminderPolicy policy, TimeProvider time)
{
    private const int UnitsShown = 10;

    /// <returns>Null when there is nothing to say, or the group is to have no such digest now.</returns>
    public async Task<Reply?> HandleAsync(Notice notice, Person person, CancellationToken cancellationToken)
    {
        var (roster, today) = (await rosters.LoadAsync(cancellationToken), time.Today());
        if (notice.Group is not { } address) return null;
        if (await groups.FindAsync(address.Channel, address.ConversationId, cancellationToken) is not { Value: { Digest: { } digest } group }) return null;
        if (digest.By != person.Id || digest.Schedule.Time != notice.At || !GroupDigest.MayHave(roster, person.Id, today)) return null;
        if (!policy.IsListDue(digest.Schedule, notice.Since ?? today, today)) return null;
        var all = await rows.ReadAsync(roster, unit => roster.MaySee(person, unit), null, cancellationToken);
        var figures = LeaderDigest.Count(all, digest.Schedule.Every, today, policy);
        // The month that the period lies in which is over: on its first day there is nothing to tell of a new one.
        var period = periods.Current(figures.Before.To!.Value);
        var summary = Summary.Of(all, period.Days, today);
        if (figures.IsNothing && summary.Figures.Counts.Total == 0) return null;
        return new SummaryReply
        {
            Before = [new Phrase("group.digest.head", ("name", person.Name), ("unit", roster.FindUnit(person.UnitId)?.Name ?? person.UnitId))],
            Period = period.Name,
            At = summary.CountedAt(time.Now()),
            Units = summary.Units,
            Counts = summary.Figures.Counts,
            Notes = [.. figures.Lines, .. digest.NamesUnits ? Late(figures.Overdue) : [], new Phrase("group.digest.stop", ("here", SendGroupDigest.Here(group)))],
        };
    }

    private static IEnumerable<Phrase> Late(Summary overdue)
    {
        var units = overdue.ByUnit();
        if (units.Count == 0) yield break;
        string[] shown = [.. units.Take(UnitsShown).Select(unit => $"{unit.Name} ({unit.Figures.Counts.Overdue})")];
        yield return new Phrase("group.digest.late", ("units", new Names(shown)));
        if (units.Count > UnitsShown) yield return new Phrase("units.more", ("n", units.Count - UnitsShown));
    }
}
