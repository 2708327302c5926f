using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>
/// A leader's digest over the units the leader may see: what was done in the period before, what is overdue now and was then, what falls due in the
/// period that has begun, what waits for a decision. Each unit's part of a task counts as one.
/// </summary>
public sealed class LeaderDigest(ProgressTable progress, DirectiveTable directives, TimeProvider time)
{
    /// <returns>Null when all of it is nothing.</returns>
    public async Task<Reply?> ComposeAsync(Person person, Roster roster, DigestRhythm every, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var (before, now) = Periods(every, today);
        var (done, late, overdue, overdueThen, due, requests, obstacles) = (0, 0, 0, 0, 0, 0, 0);
        var units = new HashSet<string>(StringComparer.Ordinal);
        var seen = roster.Branch(person.UnitId).Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var task in await directives.IndexAsync(cancellationToken))
        {
            foreach (var unit in await progress.OfTaskAsync(task.Number, cancellationToken))
            {
                if (!seen.Contains(unit.UnitId)) continue;
                if (unit.Extension is not null) requests++;
                if (unit.Obstacle is not null) obstacles++;
                if (!unit.IsOwed) continue;
                if (before.From <= unit.DoneOn && unit.DoneOn <= before.To)
                {
                    done++;
                    if (unit.DoneOn > unit.Due) late++;
                }

                // As the last digest said it: on its own day.
                if (unit.ClassAt(Before(every, today)) == DueClass.OpenOverdue) overdueThen++;
                if (unit.ClassAt(today) == DueClass.OpenOverdue)
                {
                    overdue++;
                    units.Add(unit.UnitId);
                }

                if (!unit.State.IsDone && now.From <= unit.Due && unit.Due <= now.To) due++;
            }
        }

        if (done + overdue + overdueThen + due + requests + obstacles == 0) return null;
        List<Phrase> lines =
        [
            new Phrase("digest.done", ("period", Name(every, before)), ("n", done), ("late", late)),
            new Phrase("digest.overdue", ("n", overdue), ("units", units.Count), ("then", Then(every)), ("before", overdueThen)),
            new Phrase("digest.due", ("period", new PeriodName(now)), ("n", due)),
        ];
        if (requests + obstacles > 0) lines.Add(new Phrase("digest.waiting", ("requests", requests), ("obstacles", obstacles)));
        return new SayReply(lines)
        {
            Choices = [.. requests + obstacles > 0 ? [Choices.Requests] : Array.Empty<Choice>(), .. overdue > 0 ? [Choices.Overdue()] : Array.Empty<Choice>()],
            Buttons = [Choices.Summary],
        };
    }

    private static object Name(DigestRhythm every, Period period) => every switch
    {
        DigestRhythm.Day => new Phrase("digest.day", ("date", period.From!.Value)),
        DigestRhythm.Month => new PeriodName(period),
        _ => new Phrase("digest.week", ("days", new DaySpan(period.From!.Value, period.To!.Value))),
    };

    private static Phrase Then(DigestRhythm every) => every switch
    {
        DigestRhythm.Day => "digest.then.day",
        DigestRhythm.Month => "digest.then.month",
        _ => "digest.then.week",
    };

    private static DateOnly Before(DigestRhythm every, DateOnly today) => every switch
    {
        DigestRhythm.Day => today.AddDays(-1),
        DigestRhythm.Month => today.AddMonths(-1),
        _ => today.AddDays(-7),
    };

    private static (Period Before, Period Now) Periods(DigestRhythm every, DateOnly today)
    {
        var first = every switch
        {
            DigestRhythm.Day => today,
            DigestRhythm.Month => new DateOnly(today.Year, today.Month, 1),
            _ => VietnamTime.Monday(today),
        };
        return every switch
        {
            DigestRhythm.Day => (new Period(first.AddDays(-1), first.AddDays(-1)), new Period(first, first)),
            DigestRhythm.Month => (new Period(first.AddMonths(-1), first.AddDays(-1)), new Period(first, first.AddMonths(1).AddDays(-1))),
            _ => (new Period(first.AddDays(-7), first.AddDays(-1)), new Period(first, first.AddDays(6))),
        };
    }
}
