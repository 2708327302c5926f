using Directives.Language.Dates;
using Directives.Language.Messages;

namespace Directives.Core;

public enum PeriodKind
{
    /// <summary>Any days, perhaps open at one end.</summary>
    Days,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
    Term,
    SchoolYear,
    ReportingMonth,
    ReportingQuarter,
    ReportingHalfYear,
    ReportingNineMonths,
    ReportingYear,
}

/// <summary>A span that figures are told for, by the name that offices give it.</summary>
public sealed record SummaryPeriod(PeriodKind Kind, Period Days)
{
    /// <summary>How people call it: with its dates, unless the name says them.</summary>
    public Phrase Name => (Kind, Days) switch
    {
        (PeriodKind.Week, { From: { } from, To: { } to }) => new Phrase("period.named.week", ("days", new DaySpan(from, to))),
        (PeriodKind.HalfYear, { From: { } from }) =>
            new Phrase(from.Month == 1 ? "period.named.firstHalf" : "period.named.secondHalf", ("year", new Year(from.Year))),
        (PeriodKind.Term, { From: { } from, To: { } to }) => new Phrase(
            from.Month >= SchoolYearBegins ? "period.named.firstTerm" : "period.named.secondTerm",
            ("years", SchoolYears(from)), ("days", new DaySpan(from, to))),
        (PeriodKind.SchoolYear, { From: { } from, To: { } to }) =>
            new Phrase("period.named.schoolYear", ("years", SchoolYears(from)), ("days", new DaySpan(from, to))),
        (PeriodKind.ReportingMonth, { From: { } from, To: { } to }) => Reporting("period.named.reportingMonth", from, to, ("month", to.Month)),
        (PeriodKind.ReportingQuarter, { From: { } from, To: { } to }) => Reporting("period.named.reportingQuarter", from, to, ("quarter", Roman[to.Month / 3])),
        (PeriodKind.ReportingHalfYear, { From: { } from, To: { } to }) => Reporting("period.named.reportingHalf", from, to),
        (PeriodKind.ReportingNineMonths, { From: { } from, To: { } to }) => Reporting("period.named.reportingNine", from, to),
        (PeriodKind.ReportingYear, { From: { } from, To: { } to }) => Reporting("period.named.reportingYear", from, to),
        _ => new Phrase("period.named", ("period", new PeriodName(Days))),
    };

    // Pupils come back in August.
    private const int SchoolYearBegins = 8;

    private static readonly string[] Roman = ["", "I", "II", "III", "IV"];

    private static string SchoolYears(DateOnly day)
    {
        var start = SchoolCalendar.StartYear(day);
        return FormattableString.Invariant($"{start}–{start + 1}");
    }

    private static Phrase Reporting(string key, DateOnly from, DateOnly to, params (string, object)[] more) =>
        new(key, [.. more, ("year", new Year(to.Year)), ("days", new DaySpan(from, to))]);
}
