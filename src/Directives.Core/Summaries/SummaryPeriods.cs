using Directives.Language.Dates;
using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>How the body that uses the program counts (configuration <c>Summaries</c>).</summary>
public sealed record SummarySettings
{
    /// <summary>The day of the month that ends a reporting month where nothing else is set (NĐ 09/2019/NĐ-CP: from the 15th to the 14th).</summary>
    public const int UsualCutOffDay = 14;

    /// <summary>Every month has it.</summary>
    public const int LatestCutOffDay = 28;

    private readonly int? _cutOffDay;

    /// <summary>
    /// The last day of the body's own reporting month, 1 to 28: a summary that names no period is then of the current reporting month. Null where the body
    /// counts by the calendar; "kỳ báo cáo tháng 11" still means one of <see cref="UsualCutOffDay"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day in every month.</exception>
    public int? CutOffDay
    {
        get => _cutOffDay;
        init => _cutOffDay = value is null or (>= 1 and <= LatestCutOffDay) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"Summaries:CutOffDay is a day from 1 to {LatestCutOffDay}.");
    }
}

/// <summary>Periods as offices and schools count them, and which one came before which.</summary>
public sealed class SummaryPeriods(SummarySettings settings)
{
    private readonly int _cutOff = settings.CutOffDay ?? SummarySettings.UsualCutOffDay;

    private readonly SchoolCalendar _school = SchoolCalendar.Default;

    /// <summary>What a summary is of that names no period.</summary>
    public SummaryPeriod Current(DateOnly today) => settings.CutOffDay is null ? Month(today) : ReportingMonth(today);

    public static SummaryPeriod Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return Of(PeriodKind.Week, monday, monday.AddDays(6));
    }

    public static SummaryPeriod Month(DateOnly day) => Months(PeriodKind.Month, new DateOnly(day.Year, day.Month, 1), 1);

    public static SummaryPeriod Quarter(DateOnly day) => Months(PeriodKind.Quarter, new DateOnly(day.Year, day.Month - ((day.Month - 1) % 3), 1), 3);

    public static SummaryPeriod HalfYear(DateOnly day) => Months(PeriodKind.HalfYear, new DateOnly(day.Year, day.Month > 6 ? 7 : 1, 1), 6);

    public static SummaryPeriod Year(DateOnly day) => Months(PeriodKind.Year, new DateOnly(day.Year, 1, 1), 12);

    public SummaryPeriod SchoolYear(DateOnly day)
    {
        var year = _school.Year(SchoolCalendar.StartYear(day));
        return Of(PeriodKind.SchoolYear, year.Opening, year.End);
    }

    /// <summary>The reporting month that a day lies in.</summary>
    public SummaryPeriod ReportingMonth(DateOnly day)
    {
        var ends = day.Day <= _cutOff ? day : day.AddMonths(1);
        return ReportingMonth(ends.Year, ends.Month);
    }

    /// <summary>The one that ends in that month.</summary>
    public SummaryPeriod ReportingMonth(int year, int month) => Reporting(PeriodKind.ReportingMonth, year, month, 1);

    /// <summary>What is reported under the name of a span of the calendar: a month, quarter, half year, nine months or year. Null for any other span.</summary>
    public SummaryPeriod? Reported(Period calendar)
    {
        if (calendar is not { From: { Day: 1 } from, To: { } to } || to.AddDays(1).Day != 1) return null;
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
        PeriodKind? kind = (months, from.Month) switch
        {
            (1, _) => PeriodKind.ReportingMonth,
            (3, 1 or 4 or 7 or 10) => PeriodKind.ReportingQuarter,
            (6, 1) => PeriodKind.ReportingHalfYear,
            (9, 1) => PeriodKind.ReportingNineMonths,
            (12, 1) => PeriodKind.ReportingYear,
            _ => null,
        };
        return kind is { } known ? Reporting(known, to.Year, to.Month, months) : null;
    }

    /// <summary>A span by the name it has.</summary>
    public SummaryPeriod Of(Period days)
    {
        if (days is not { From: { } from, To: { } to }) return new SummaryPeriod(PeriodKind.Days, days);
        var year = _school.Year(SchoolCalendar.StartYear(from));
        SummaryPeriod[] known =
        [
            Week(from), Month(from), Quarter(from), HalfYear(from), Year(from), SchoolYear(from),
            Of(PeriodKind.Term, year.Opening, year.TermOneEnd), Of(PeriodKind.Term, year.TermTwoStart, year.End),
        ];
        return Array.Find(known, one => one.Days == days) ?? ReportingOf(from, to) ?? new SummaryPeriod(PeriodKind.Days, days);
    }

    /// <summary>The one before, of the same kind; of any days, as many right before them. Null where a period is open at an end.</summary>
    public SummaryPeriod? Before(SummaryPeriod period)
    {
        if (period.Days is not { From: { } from, To: { } to }) return null;
        var last = from.AddDays(-1);
        return period.Kind switch
        {
            PeriodKind.Week => Week(last),
            PeriodKind.Month => Month(last),
            PeriodKind.Quarter => Quarter(last),
            PeriodKind.HalfYear => HalfYear(last),
            PeriodKind.Year => Year(last),
            PeriodKind.Term => TermBefore(from),
            PeriodKind.SchoolYear => SchoolYear(from.AddYears(-1)),
            PeriodKind.ReportingMonth => Reporting(period.Kind, last.Year, last.Month, 1),
            PeriodKind.ReportingQuarter => Reporting(period.Kind, last.Year, last.Month, 3),
            // They begin with the year, so what compares is the same part of the year before.
            PeriodKind.ReportingHalfYear => Reporting(period.Kind, to.Year - 1, to.Month, 6),
            PeriodKind.ReportingNineMonths => Reporting(period.Kind, to.Year - 1, to.Month, 9),
            PeriodKind.ReportingYear => Reporting(period.Kind, to.Year - 1, to.Month, 12),
            _ => new SummaryPeriod(PeriodKind.Days, new Period(from.AddDays(from.DayNumber - to.DayNumber - 1), last)),
        };
    }

    private SummaryPeriod? ReportingOf(DateOnly from, DateOnly to)
    {
        if (to.Day != _cutOff || from.AddDays(-1).Day != _cutOff) return null;
        var month = new DateOnly(to.Year, to.Month, 1);
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return Reported(new Period(month.AddMonths(1 - months), month.AddMonths(1).AddDays(-1)));
    }

    private SummaryPeriod TermBefore(DateOnly from)
    {
        var year = _school.Year(SchoolCalendar.StartYear(from));
        if (from == year.TermTwoStart) return Of(PeriodKind.Term, year.Opening, year.TermOneEnd);
        var before = _school.Year(SchoolCalendar.StartYear(from) - 1);
        return Of(PeriodKind.Term, before.TermTwoStart, before.End);
    }

    private SummaryPeriod Reporting(PeriodKind kind, int year, int month, int months)
    {
        var last = new DateOnly(year, month, _cutOff);
        return Of(kind, last.AddMonths(-months).AddDays(1), last);
    }

    private static SummaryPeriod Months(PeriodKind kind, DateOnly first, int months) => Of(kind, first, first.AddMonths(months).AddDays(-1));

    private static SummaryPeriod Of(PeriodKind kind, DateOnly from, DateOnly to) => new(kind, new Period(from, to));
}
