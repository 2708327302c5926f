using System.Collections.Concurrent;

namespace Directives.Core;

/// <summary>
/// Plans, once a working day, who is to be told something on it: one message a person, whose words are found when it is sent. Every copy may run it;
/// one does, step by step, and another goes on where a killed one stopped. Days that nothing was planned on come in with the next one.
/// </summary>
public sealed class PlanReminders(
    WorkTable work, OutboxTable outbox, RosterTable rosters, AgendaTable agenda, SettingsTable settings, PlanGroupDigests groups, ReminderPolicy policy, TimeProvider time)
{
    private const int UnitsPerStep = 1_000;
    private const int AtOnce = 16;

    /// <summary>What is older stands in the week's list anyway.</summary>
    private const int MostDaysBack = 7;

    /// <summary>No step takes so long: whoever has not been heard of since is dead.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(2);

    private readonly string _copy = Guid.NewGuid().ToString("n");
    private DateOnly? _planned;

    /// <summary>Plans what is left of today.</summary>
    /// <returns>How many messages were planned.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var today = time.Today();
        if (_planned == today || !policy.IsEnabled || !policy.IsWorking(today)) return 0;
        var (days, etag) = await agenda.FindAsync(cancellationToken);
        if (days.Through >= today)
        {
            _planned = today;
            return 0;
        }

        if (days.Going == today && days.By != _copy && time.GetUtcNow() - days.At < LongestStep) return 0;
        var roster = await rosters.LoadAsync(cancellationToken);
        var after = days.Going == today ? days.After : null;
        var since = days.Through is { } last && last >= today.AddDays(-MostDaysBack) ? last.AddDays(1) : days.Through is null ? today : today.AddDays(-MostDaysBack);
        var day = new Day(since, today, await settings.AllAsync(cancellationToken));
        var planned = await groups.RunAsync(roster, since, today, cancellationToken);
        foreach (var step in Units(roster, today, after).Chunk(UnitsPerStep).Append([]))
        {
            // Said before each step: a copy that was thought dead stops here.
            etag = await agenda.WriteAsync(
                step.Length > 0
                    ? days with { Going = today, After = after, By = _copy, At = time.GetUtcNow() }
                    : new PlannedDays { Through = today },
                etag,
                cancellationToken);
            if (etag is null) return planned;
            planned += await PlanAsync(step, day, cancellationToken);
            if (step.Length > 0) after = step[^1].UnitId;
        }

        _planned = today;
        return planned;
    }

    /// <summary>The message of a list or digest at a time of the person's own.</summary>
    public static Notice Digest(Person person, DateOnly since, DateOnly day, TimeOnly at) => new()
    {
        Id = string.Join(' ', NoticeKind.Daily, person.Id, Keys.Day(day), at.ToString("HHmm", System.Globalization.CultureInfo.InvariantCulture)),
        Kind = NoticeKind.Daily,
        PersonId = person.Id,
        UnitId = person.UnitId,
        NotBefore = VietnamTime.On(day, at),
        Day = day,
        Since = since,
        At = at,
    };

    private static IEnumerable<(string UnitId, Person[] People)> Units(Roster roster, DateOnly day, string? after) => roster.People
        .Where(person => roster.IsActive(person, day))
        .GroupBy(person => person.UnitId, StringComparer.Ordinal)
        .Where(unit => after is null || string.CompareOrdinal(unit.Key, after) > 0)
        .OrderBy(unit => unit.Key, StringComparer.Ordinal)
        .Select(unit => (unit.Key, unit.ToArray()));

    private async Task<int> PlanAsync((string UnitId, Person[] People)[] units, Day day, CancellationToken cancellationToken)
    {
        var notices = new ConcurrentBag<Notice>();
        await Parallel.ForEachAsync(
            units,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (unit, cancellation) =>
            {
                foreach (var notice in await OfUnitAsync(unit.UnitId, unit.People, day, cancellation)) notices.Add(notice);
            });
        await outbox.PlanAsync([.. notices], cancellationToken);
        return notices.Count;
    }

    private async Task<IReadOnlyList<Notice>> OfUnitAsync(string unitId, Person[] people, Day day, CancellationToken cancellationToken)
    {
        var planned = new List<Notice>();
        var (isReminded, hasList) = (false, false);
        var isListed = people.Select(person => ListOf(person, day)).ToArray();
        if (people.Any(person => person.Role == Role.Principal))
        {
            var sunday = VietnamTime.Monday(day.Today).AddDays(6);
            var (from, until) = policy.DueDays(day.Since, day.Today);
            if (Array.Exists(isListed, list => list is not null)) (from, until) = (DateOnly.MinValue, until > sunday ? until : sunday);
            foreach (var task in await work.OpenBetweenAsync(unitId, from, until, cancellationToken))
            {
                isReminded |= policy.Reminds(task, day.Since, day.Today);
                hasList |= task.IsOwed && task.Due <= sunday;
            }
        }

        for (var i = 0; i < people.Length; i++)
        {
            var person = people[i];
            // At a time of the person's own much may have come in since.
            var isTold = person.Role == Role.Principal ? isReminded || (hasList && isListed[i] is not null) || isListed[i] is { IsOwn: true } : isListed[i] is not null;
            if (!isTold) continue;
            planned.Add(isListed[i] is { IsOwn: true, At: var at }
                ? Digest(person, day.Since, day.Today, at)
                : Daily(person, day.Since, day.Today, isListed[i]?.At ?? policy.DailyAt));
        }

        return planned;
    }

    private (TimeOnly At, bool IsOwn)? ListOf(Person person, Day day)
    {
        var own = day.Settings.GetValueOrDefault(Keys.SettingsOfPerson(person.Id));
        return policy.ScheduleOf(own ?? new PersonSettings()) is { } schedule && policy.IsListDue(schedule, day.Since, day.Today) ? (schedule.Time, own?.Digest is not null) : null;
    }

    private static Notice Daily(Person person, DateOnly since, DateOnly day, TimeOnly at) => Digest(person, since, day, at) with
    {
        Id = DailyId(person.Id, day),
        At = null,
    };

    /// <summary>The day's one message of a person.</summary>
    public static string DailyId(string personId, DateOnly day) => string.Join(' ', NoticeKind.Daily, personId, Keys.Day(day));

    private sealed record Day(DateOnly Since, DateOnly Today, IReadOnlyDictionary<string, PersonSettings> Settings);
}
