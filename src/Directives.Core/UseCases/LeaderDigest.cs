using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>
/// A leader's digest over the units the leader may see: what was done in the period before, what is overdue now and was then, what falls due in the
/// period that has begun, what waits for a decision, whom notices did not reach. Each unit's part of a task counts as one, as in <see cref="Summary"/>.
/// </summary>
public sealed class LeaderDigest(SummaryRows rows, OutboxTable outbox, ReminderPolicy policy, TimeProvider time)
{
    private static readonly Period Always = new(null, null);

    /// <returns>Null when all of it is nothing.</returns>
    public async Task<Reply?> ComposeAsync(Person person, Roster roster, DigestRhythm every, CancellationToken cancellationToken)
    {
        var seen = roster.Branch(person.UnitId).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        var all = await rows.ReadAsync(roster, seen.Contains, null, cancellationToken);
        var figures = Count(all, every, time.Today(), policy);
        var (requests, obstacles) = (all.Count(row => row.Progress.Extension is not null), all.Count(row => row.Progress.Obstacle is not null));
        var unreached = (await outbox.UndeliveredAsync(cancellationToken))
            .Count(one => roster.FindPerson(one.PersonId) is { } known && seen.Contains(known.UnitId));
        // Whom notices did not reach is no news by itself: the clerk is told of it.
        if (figures.IsNothing && requests + obstacles == 0) return null;
        var lines = figures.Lines.ToList();
        if (requests + obstacles > 0) lines.Add(new Phrase("digest.waiting", ("requests", requests), ("obstacles", obstacles)));
        if (unreached > 0) lines.Add(new Phrase("digest.undelivered", ("n", unreached)));
        return new SayReply(lines)
        {
            Choices =
            [
                .. requests + obstacles > 0 ? [Choices.Requests] : Array.Empty<Choice>(),
                .. figures.Overdue.Work.Count > 0 ? [Choices.Overdue()] : Array.Empty<Choice>(),
            ],
            Buttons = [.. unreached > 0 ? [Choices.Undelivered] : Array.Empty<Choice>(), Choices.Summary],
        };
    }

    /// <summary>What a digest of that rhythm tells on a day, wherever it goes.</summary>
    internal static DigestFigures Count(IReadOnlyList<SummaryRow> all, DigestRhythm every, DateOnly today, ReminderPolicy policy)
    {
        // A daily one comes on working days: after days off it tells of them too, and of the day of the last one.
        var lastTold = policy.LastWorkingDay(today);
        var (before, now) = Periods(every, today, lastTold);
        var finished = Summary.At(all, Always, before.To!.Value)
            .Where(work => work.IsDone && before.From <= work.Progress.DoneOn && work.Progress.DoneOn <= before.To).Work;
        var overdue = Summary.At(all, Always, today).Where(work => work.Class == DueClass.OpenOverdue);
        // As the last digest said it: on its own day.
        var overdueThen = Summary.At(all, Always, Before(every, today, lastTold)).Figures.Counts.Overdue;
        var due = all.Count(row => row.Progress is { IsOwed: true, IsOpen: true } && now.From <= row.Progress.Due && row.Progress.Due <= now.To);
        return new DigestFigures(before, overdue, finished.Count + overdue.Work.Count + overdueThen + due == 0)
        {
            Lines =
            [
                new Phrase("digest.done", ("period", Name(every, before)), ("n", finished.Count), ("late", finished.Count(work => work.Class == DueClass.DoneLate))),
                new Phrase("digest.overdue", ("n", overdue.Work.Count), ("units", overdue.Units), ("then", Then(every)), ("before", overdueThen)),
                new Phrase("digest.due", ("period", new PeriodName(now)), ("n", due)),
            ],
        };
    }

    private static object Name(DigestRhythm every, Period period) => every switch
    {
        DigestRhythm.Day when period.From == period.To => new Phrase("digest.day", ("date", period.From!.Value)),
        DigestRhythm.Day => new Phrase("digest.days", ("days", new DaySpan(period.From!.Value, period.To!.Value))),
        DigestRhythm.Month => new PeriodName(period),
        _ => new Phrase("digest.week", ("days", new DaySpan(period.From!.Value, period.To!.Value))),
    };

    private static Phrase Then(DigestRhythm every) => every switch
    {
        DigestRhythm.Day => "digest.then.day",
        DigestRhythm.Month => "digest.then.month",
        _ => "digest.then.week",
    };

    private static DateOnly Before(DigestRhythm every, DateOnly today, DateOnly lastTold) => every switch
    {
        DigestRhythm.Day => lastTold,
        DigestRhythm.Month => today.AddMonths(-1),
        _ => today.AddDays(-7),
    };

    private static (Period Before, Period Now) Periods(DigestRhythm every, DateOnly today, DateOnly lastTold)
    {
        var first = every switch
        {
            DigestRhythm.Day => today,
            DigestRhythm.Month => new DateOnly(today.Year, today.Month, 1),
            _ => VietnamTime.Monday(today),
        };
        return every switch
        {
            DigestRhythm.Day => (new Period(lastTold, first.AddDays(-1)), new Period(first, first)),
            DigestRhythm.Month => (new Period(first.AddMonths(-1), first.AddDays(-1)), new Period(first, first.AddMonths(1).AddDays(-1))),
            _ => (new Period(first.AddDays(-7), first.AddDays(-1)), new Period(first, first.AddDays(6))),
        };
    }
}

/// <param name="Before">The period that is over.</param>
/// <param name="Overdue">What is overdue now.</param>
internal sealed record DigestFigures(Period Before, Summary Overdue, bool IsNothing)
{
    public required IReadOnlyList<Phrase> Lines { get; init; }
}
