namespace Directives.Core;

/// <summary>
/// Plans what has to be told when a unit asks for something or is given an answer. It follows from the assignment alone, and the outbox takes the
/// same occasion once, so it can be done again after a crash. Nobody is told before the time to undo has passed.
/// </summary>
public sealed class RequestNotices(OutboxTable outbox, RosterTable rosters, DirectiveTable directives)
{
    public async Task PlanAsync(Assignment assignment, CancellationToken cancellationToken)
    {
        if (assignment.Ended is { } ended)
        {
            // Confirmed with its reason, it cannot be undone, and the unit is told at once.
            if (ended.Kind != EndingKind.Withdrawn || await IsUntoldAsync(assignment, ended, cancellationToken)) return;
            await ToUnitAsync(assignment, NoticeKind.TaskWithdrawn, ended.At, TimeSpan.Zero, cancellationToken);
            return;
        }

        if (assignment.Extension is { } asked) await ToLeadersAsync(assignment, NoticeKind.ExtensionAsked, asked.At, cancellationToken);
        if (assignment.Obstacle is { } met) await ToLeadersAsync(assignment, NoticeKind.ObstacleReported, met.At, cancellationToken);
        if (assignment.Answer is { } answered) await ToUnitAsync(assignment, NoticeKind.ObstacleAnswered, answered.At, ReportStatus.UndoTime, cancellationToken);
        if (assignment.Decision is { } decided) await ToUnitAsync(assignment, NoticeKind.ExtensionDecided, decided.At, ReportStatus.UndoTime, cancellationToken);
    }

    /// <summary>Withdrawn before the units were to be told of it, a task is told of neither as new nor as withdrawn.</summary>
    private async Task<bool> IsUntoldAsync(Assignment assignment, Ending ended, CancellationToken cancellationToken) =>
        await directives.FindAsync(assignment.DirectiveId, cancellationToken) is { Value: var directive } && WithdrawTask.IsUntold(directive, ended.At);

    /// <summary>The leaders whose branch holds the unit.</summary>
    public static IEnumerable<Person> LeadersOf(Roster roster, string unitId, DateOnly day) =>
        roster.People.Where(person => person.Role == Role.Leader && roster.IsActive(person, day) && roster.MaySee(person, unitId));

    private async Task ToLeadersAsync(Assignment assignment, NoticeKind kind, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var roster = await rosters.LoadAsync(cancellationToken);
        foreach (var person in LeadersOf(roster, assignment.UnitId, VietnamTime.Day(at))) await PlanAsync(assignment, kind, at, ReportStatus.UndoTime, person, cancellationToken);
    }

    private async Task ToUnitAsync(Assignment assignment, NoticeKind kind, DateTimeOffset at, TimeSpan delay, CancellationToken cancellationToken)
    {
        var roster = await rosters.LoadAsync(cancellationToken);
        foreach (var person in roster.People.Where(person =>
            person.UnitId == assignment.UnitId && person.Role == Role.Principal && roster.IsActive(person, VietnamTime.Day(at))))
        {
            await PlanAsync(assignment, kind, at, delay, person, cancellationToken);
        }
    }

    private Task PlanAsync(Assignment assignment, NoticeKind kind, DateTimeOffset at, TimeSpan delay, Person person, CancellationToken cancellationToken) =>
        outbox.PlanAsync(
            new Notice
            {
                Id = string.Join(' ', kind, assignment.UnitId, Keys.Number(assignment.Task), Keys.Instant(at), person.Id),
                Kind = kind,
                PersonId = person.Id,
                NotBefore = at + delay,
                Tasks = [assignment.Task],
                UnitId = assignment.UnitId,
                Occasion = at,
            },
            cancellationToken);
}
