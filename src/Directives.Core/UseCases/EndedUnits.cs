namespace Directives.Core;

/// <summary>A unit that has ended, with what it still had to do.</summary>
public sealed record EndedUnit(Unit Unit, IReadOnlyList<Assignment> Open);

/// <summary>Units that the roster says have ended, and that still have open tasks: somebody else has to do them, and a clerk says who.</summary>
public sealed class EndedUnits(WorkTable work, OutboxTable outbox, RosterTable rosters, TimeProvider time)
{
    private (Roster Roster, DateOnly Day)? _planned;

    public async Task<IReadOnlyList<EndedUnit>> FindAsync(Roster roster, DateOnly day, CancellationToken cancellationToken)
    {
        var found = new List<EndedUnit>();
        foreach (var unit in roster.Units.Where(unit => unit.HasEndedBy(day)))
        {
            if (await work.OpenUntilAsync(unit.Id, null, cancellationToken) is { Count: > 0 } open) found.Add(new EndedUnit(unit, open));
        }

        return found;
    }

    /// <summary>Tells the clerks, each once, of the units that have ended with tasks still open.</summary>
    public async Task PlanNoticesAsync(CancellationToken cancellationToken)
    {
        var (roster, day) = (await rosters.LoadAsync(cancellationToken), time.Today());
        // A unit ends by a day that passes or by an import; at other times there is nothing to look for.
        if (_planned is var (known, last) && ReferenceEquals(known, roster) && last == day) return;
        foreach (var ended in await FindAsync(roster, day, cancellationToken))
        {
            foreach (var clerk in roster.People.Where(person => person.Role == Role.Clerk && roster.IsActive(person, day)))
            {
                await outbox.PlanAsync(
                    new Notice
                    {
                        Id = string.Join(' ', NoticeKind.UnitEnded, ended.Unit.Id, Keys.Day(ended.Unit.ValidTo!.Value), clerk.Id),
                        Kind = NoticeKind.UnitEnded,
                        PersonId = clerk.Id,
                        NotBefore = time.Now(),
                        UnitId = ended.Unit.Id,
                    },
                    cancellationToken);
            }
        }

        _planned = (roster, day);
    }
}
