using System.Globalization;
using Directives.Language.Dates;

namespace Directives.Core;

/// <summary>
/// Which days the offices work: weekly rest, public holidays, Tết, swapped days. Announced years stand in <c>calendar.json</c> and in a file of one's
/// own; of another year the holidays of the Labour Code (Điều 111, 112) are reckoned, and it is said that nothing is announced yet.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>The law gives five days; which ones is announced each year. Until then: the last day of the old year and the first four.</summary>
    private const int TetDays = 5;

    private const string Law = "Bộ luật Lao động, Điều 112";

    private readonly HashSet<DayOfWeek> _rest;
    private readonly Dictionary<int, string> _announced = [];
    private readonly Dictionary<DateOnly, CalendarDay> _days = [];
    private readonly List<CalendarLater> _later = [];
    private readonly Dictionary<int, Dictionary<DateOnly, CalendarDay>> _reckoned = [];

    private WorkCalendar(IEnumerable<DayOfWeek> rest, IEnumerable<CalendarFile> files)
    {
        _rest = [.. rest];
        if (_rest.Count >= 7) throw new FormatException("Calendar: no day of the week is worked.");
        foreach (var file in files)
        {
            foreach (var (year, source) in file.Years ?? new Dictionary<string, string>()) _announced[int.Parse(year, CultureInfo.InvariantCulture)] = source;
            foreach (var row in file.Days ?? []) Add(row);
            foreach (var later in file.Later ?? [])
            {
                _later.RemoveAll(known => known.Day == later.Day);
                _later.Add(later);
            }
        }
    }

    /// <summary>Saturday and Sunday off, and the program's own file.</summary>
    public WorkCalendar()
        : this([DayOfWeek.Saturday, DayOfWeek.Sunday], [CalendarFile.Embedded])
    {
    }

    /// <param name="rest">The weekly days of rest; fewer than seven.</param>
    /// <param name="file">A file of one's own in the form of <c>calendar.json</c>: what it says goes before the program's.</param>
    /// <exception cref="FormatException">The file is not what it should be; the message says what is wrong.</exception>
    public static WorkCalendar Of(IEnumerable<DayOfWeek> rest, (string Name, string Json)? file) =>
        new(rest, file is { } own ? [CalendarFile.Embedded, CalendarFile.Parse(own.Json, own.Name)] : [CalendarFile.Embedded]);

    /// <summary>Whether the year's holidays have been announced; else they are reckoned from the law, and a swap may come.</summary>
    public bool IsAnnounced(int year) => _announced.ContainsKey(year);

    public bool IsWorking(DateOnly day) => !Of(day).IsOff;

    /// <summary>What a day is.</summary>
    public CalendarDay Of(DateOnly day)
    {
        if (_days.TryGetValue(day, out var known)) return known;
        var named = _later.FirstOrDefault(one => one.IsOff && day.Year >= one.Since && one.In(day.Year) == day);
        if (named is not null) return new CalendarDay(day, DayKind.Holiday, named.Name, named.Source);
        if (!IsAnnounced(day.Year) && Reckoned(day.Year).TryGetValue(day, out var reckoned)) return reckoned;
        return new CalendarDay(day, _rest.Contains(day.DayOfWeek) ? DayKind.Rest : DayKind.Working);
    }

    /// <summary>The day itself if it is worked, else the last one before that is.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The day itself if it is worked, else the next one that is.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The days off in a row around or next to a day, where there is more to them than a weekend; null otherwise.</summary>
    public IReadOnlyList<CalendarDay>? BreakNear(DateOnly day)
    {
        foreach (var start in new[] { day, day.AddDays(1), day.AddDays(-1) })
        {
            if (IsWorking(start)) continue;
            var (from, to) = (start, start);
            while (!IsWorking(from.AddDays(-1))) from = from.AddDays(-1);
            while (!IsWorking(to.AddDays(1))) to = to.AddDays(1);
            CalendarDay[] days = [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(i => Of(from.AddDays(i)))];
            if (days.Any(one => one.Kind != DayKind.Rest)) return days;
        }

        return null;
    }

    private void Add(CalendarRow row)
    {
        for (var day = row.From; day <= (row.To ?? row.From); day = day.AddDays(1))
        {
            var kind = row.IsWorked ? DayKind.SwappedOn : row.WorkedOn is null ? DayKind.Holiday : DayKind.SwappedOff;
            _days[day] = new CalendarDay(day, kind, row.Name, row.Source, row.WorkedOn);
        }

        if (row.WorkedOn is { } worked) _days[worked] = new CalendarDay(worked, DayKind.SwappedOn, row.Name, row.Source, row.From);
    }

    private Dictionary<DateOnly, CalendarDay> Reckoned(int year)
    {
        lock (_reckoned)
        {
            return _reckoned.TryGetValue(year, out var known) ? known : _reckoned[year] = Reckon(year);
        }
    }

    private Dictionary<DateOnly, CalendarDay> Reckon(int year)
    {
        var holidays = new List<(DateOnly Day, string Name)>
        {
            (new(year, 1, 1), "Tết Dương lịch"),
            (new(year, 4, 30), "Ngày Giải phóng miền Nam"),
            (new(year, 5, 1), "Quốc tế Lao động"),
            (new(year, 9, 2), "Quốc khánh"),
        };
        var tet = LunarCalendar.Tet(year);
        for (var i = 0; i < TetDays; i++) holidays.Add((tet.AddDays(i - 1), "Tết Nguyên đán"));
        if (LunarCalendar.ToSolar(year, 3, 10) is { } kings) holidays.Add((kings, "Giỗ Tổ Hùng Vương"));
        var days = holidays.ToDictionary(one => one.Day, one => new CalendarDay(one.Day, DayKind.Holiday, one.Name, Law));
        // A holiday on a day of rest is made up for on the next working day (Điều 111 khoản 3).
        foreach (var (day, name) in holidays.Where(one => _rest.Contains(one.Day.DayOfWeek)).OrderBy(one => one.Day))
        {
            var instead = day.AddDays(1);
            while (_rest.Contains(instead.DayOfWeek) || days.ContainsKey(instead)) instead = instead.AddDays(1);
            days[instead] = new CalendarDay(instead, DayKind.Holiday, "nghỉ bù " + name, "Bộ luật Lao động, Điều 111 khoản 3");
        }

        return days;
    }
}
