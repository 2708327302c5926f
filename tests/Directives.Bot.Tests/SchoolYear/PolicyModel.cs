using System.Globalization;

namespace Directives.Bot.Tests.SchoolYear;

/// <summary>That a person is to be told something on a day.</summary>
/// <param name="Said">The numbers of the tasks, or the figures, in the order they are said.</param>
internal sealed record Demand(string Person, DateOnly Day, string What, string Said);

/// <summary>One task as one school owes it, as the model keeps it.</summary>
internal sealed class Owed(string school, int task, DateOnly due, DateOnly assigned)
{
    public string School => school;

    public int Task => task;

    public DateOnly Assigned => assigned;

    public DateOnly Due { get; set; } = due;

    public DateOnly? DoneOn { get; set; }

    public DateTimeOffset? AskedAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public bool IsStuck { get; set; }

    public bool IsOpen => DoneOn is null;
}

/// <summary>
/// What the offices' policy demands, written from its words and with nothing of the program's: the days off of the school year stand here day by day.
/// It is told what happens and when the program is up, and says what then has to be said.
/// </summary>
internal sealed class PolicyModel(DateOnly firstDay)
{
    private static readonly string[] DaysOff =
    [
        "2025-09-01", "2025-09-02", "2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-27", "2026-04-30", "2026-05-01",
    ];

    private static readonly string[] WorkedSaturdays = ["2026-01-10"];

    private readonly HashSet<DateOnly> _off = [.. DaysOff.Select(Day)];
    private readonly HashSet<DateOnly> _worked = [.. WorkedSaturdays.Select(Day)];
    private readonly Dictionary<string, DateOnly> _settled = [];
    private readonly List<(DateTimeOffset At, string Person, string What, Func<string?> Said)> _news = [];
    private bool _isSomebodyUnreached;

    public List<Owed> Owed { get; } = [];

    public Dictionary<string, string> Schools { get; } = [];

    public HashSet<string> Unlinked { get; } = [];

    public Dictionary<string, DateTimeOffset> MutedUntil { get; } = [];

    /// <summary>Lists of people's own: every week on a weekday, every day (0), every first of a month (-1), or never (null).</summary>
    public Dictionary<string, (int? Rhythm, TimeOnly At)> Own { get; } = [];

    public required string Leader { get; init; }

    public required string Clerk { get; init; }

    public List<Demand> Demands { get; } = [];

    public int TooOld { get; private set; }

    public bool IsWorked(DateOnly day) => _worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_off.Contains(day));

    public void News(DateTimeOffset at, string person, string what, Func<string?> said) => _news.Add((at, person, what, said));

    /// <summary>The program is up at this moment.</summary>
    public void Up(DateTimeOffset now)
    {
        var (day, time) = (DateOnly.FromDateTime(now.DateTime), TimeOnly.FromDateTime(now.DateTime));
        if (!IsWorked(day) || time < new TimeOnly(7, 0) || time >= new TimeOnly(20, 0)) return;
        foreach (var news in _news.Where(news => news.At <= now).ToArray())
        {
            if (Unlinked.Contains(news.Person)) _isSomebodyUnreached = true;
            if (Unlinked.Contains(news.Person)) continue;
            _news.Remove(news);
            if (news.What == "new" && now - news.At > TimeSpan.FromDays(3)) TooOld++;
            else if (news.Said() is { } said) Demands.Add(new Demand(news.Person, day, news.What, said));
        }

        foreach (var (principal, school) in Schools) Principal(principal, school, now, day, time);
        if (IsListTime(Leader, day, time)) Settle(Leader, day, "digest", Digest(day));
        if (IsListTime(Clerk, day, time)) Settle(Clerk, day, "unreached", _isSomebodyUnreached ? "" : null);
    }

    private bool IsListTime(string person, DateOnly day, TimeOnly time) =>
        Since(person) <= day && time >= new TimeOnly(7, 30) && HasList(person, Since(person), day);

    private void Settle(string person, DateOnly day, string what, string? said)
    {
        _settled[person] = day;
        if (said is not null) Demands.Add(new Demand(person, day, what, said));
    }

    private void Principal(string principal, string school, DateTimeOffset now, DateOnly day, TimeOnly time)
    {
        var since = Since(principal);
        if (since > day) return;
        var hasList = HasList(principal, since, day);
        var at = !hasList ? new TimeOnly(8, 0) : Own.TryGetValue(principal, out var own) ? own.At : new TimeOnly(7, 30);
        if (time < at) return;
        var owed = Owed.Where(task => task.School == school && task.IsOpen).OrderBy(task => task.Due).ThenBy(task => task.Task).ToArray();
        string? said = null;
        if (hasList) said = List(owed, Reminded(owed, since, day), day);
        var what = said is null ? "reminder" : "list";
        said ??= Reminder(owed, since, day);
        _settled[principal] = day;
        if (MutedUntil.TryGetValue(principal, out var until) && now < until) return;
        if (said is null) return;
        Demands.Add(new Demand(principal, day, what, said));
        if (Unlinked.Contains(principal)) _isSomebodyUnreached = true;
    }

    private static string? List(Owed[] owed, IEnumerable<Owed> reminded, DateOnly day)
    {
        var sunday = day;
        while (sunday.DayOfWeek != DayOfWeek.Sunday) sunday = sunday.AddDays(1);
        var due = owed.Where(task => task.Due >= day && task.Due <= sunday).ToArray();
        var late = owed.Where(task => task.Due < day).ToArray();
        var later = reminded.Where(task => task.Due > sunday).Take(5);
        return due.Length + late.Length == 0 ? null : string.Join('|', Numbers(due.Take(5)), Numbers(later), Numbers(late.Take(5)));
    }

    private string? Reminder(Owed[] owed, DateOnly since, DateOnly day)
    {
        var said = Reminded(owed, since, day);
        return said.Length == 0 ? null : Numbers(said.Take(5));
    }

    private Owed[] Reminded(Owed[] owed, DateOnly since, DateOnly day)
    {
        var said = new List<Owed>();
        foreach (var task in owed.Where(task => task is { AskedAt: null, IsStuck: false }))
        {
            var days = new List<DateOnly>();
            foreach (var ahead in new[] { 7, 3, 1, 0 })
            {
                var on = task.Due.AddDays(-ahead);
                while (!IsWorked(on)) on = on.AddDays(-1);
                days.Add(on);
            }

            foreach (var after in new[] { 3, 7 })
            {
                var on = task.Due.AddDays(after);
                while (!IsWorked(on)) on = on.AddDays(1);
                days.Add(on);
            }

            if (days.Any(on => on >= since && on <= day && on > task.Assigned)) said.Add(task);
        }

        return [.. said.OrderBy(task => task.Due < day ? 1 : 0).ThenBy(task => task.Due).ThenBy(task => task.Task)];
    }

    private string? Digest(DateOnly day)
    {
        var monday = day;
        while (monday.DayOfWeek != DayOfWeek.Monday) monday = monday.AddDays(-1);
        var done = Owed.Where(task => task.DoneOn >= monday.AddDays(-7) && task.DoneOn < monday).ToArray();
        var late = Owed.Where(task => task.IsOpen && task.Due < day).ToArray();
        var weekAgo = day.AddDays(-7);
        var then = Owed.Count(task => task.Due < weekAgo && !(task.DoneOn <= weekAgo));
        var due = Owed.Count(task => task.IsOpen && task.Due >= monday && task.Due < monday.AddDays(7));
        int[] waiting = [Owed.Count(task => task.AskedAt is not null), Owed.Count(task => task.IsOpen && task.IsStuck)];
        int[] figures = [done.Length, done.Count(task => task.DoneOn > task.Due), late.Length, late.Select(task => task.School).Distinct().Count(), then, due, .. waiting.Sum() > 0 ? waiting : []];
        return figures.Sum() == 0 && !_isSomebodyUnreached ? null : string.Join(' ', figures);
    }

    // A list whose day is off comes on the next day that is not.
    private bool HasList(string person, DateOnly since, DateOnly day)
    {
        var (rhythm, isOwn) = Own.TryGetValue(person, out var own) ? (own.Rhythm, true) : (1, false);
        if (isOwn && rhythm is null) return false;
        for (var nominal = since.AddDays(-20); nominal <= day; nominal = nominal.AddDays(1))
        {
            var isNamed = rhythm switch { 0 => true, -1 => nominal.Day == 1, _ => (((int)nominal.DayOfWeek + 6) % 7) + 1 == rhythm };
            if (!isNamed) continue;
            var on = nominal;
            while (!IsWorked(on)) on = on.AddDays(1);
            if (on >= since && on <= day) return true;
        }

        return false;
    }

    /// <summary>The first day that nothing has been settled on.</summary>
    private DateOnly Since(string person) => _settled.TryGetValue(person, out var last) ? last.AddDays(1) : firstDay;

    private static string Numbers(IEnumerable<Owed> tasks) => string.Join(' ', tasks.Select(task => task.Task));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
