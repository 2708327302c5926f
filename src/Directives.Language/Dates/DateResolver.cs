using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>Turns an expression into days, given today, the purpose and the school calendar.</summary>
internal static class DateResolver
{
    private static readonly DateOnly First = new(1900, 1, 1);
    private static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>Null where the words name no day that the calendar has.</summary>
    internal static DateMention? Resolve(DateExpression expression, TokenList tokens, DateContext context)
    {
        var mention = new DateMention(tokens[expression.From].From, tokens[expression.To - 1].To)
        {
            Time = expression.Time,
            Recurrence = expression.Recurrence,
            Duration = Duration(expression),
        };
        if (expression.Value is null) return mention.Time is null && mention.Recurrence is null && mention.Duration is null ? null : mention;
        try
        {
            return ResolveDays(expression, mention, context);
        }
        catch (ArgumentOutOfRangeException)
        {
            // A count that leads out of the calendar.
            return null;
        }
    }

    private static DateMention? ResolveDays(DateExpression expression, DateMention mention, DateContext context)
    {
        if (expression.Purpose is { } purpose) context = context with { Purpose = purpose };
        var days = new DaySpans(context);
        var relation = expression.Relation;
        if (relation == DateRelation.After && expression.Value is NamedDayValue holiday)
        {
            var start = days.AfterHoliday(holiday);
            return start is null ? null : mention with { Span = new Period(start, null), Start = start, Deadline = start };
        }

        if (days.Of(expression.Value!) is not { } span || span.From < First || span.To > Last) return null;
        var inferred = days.YearInferred;
        if (expression.End is { } end)
        {
            // The end of a range is looked for from its beginning on, so that both are of one year or of two that follow each other.
            if (days.Of(end) is not { } last || last.To > Last) return null;
            var isInferred = inferred || days.YearInferred;
            if (last.To < span.From && days.YearInferred)
            {
                var beginning = new DaySpans(context with { Today = span.From, Purpose = DatePurpose.Deadline });
                last = beginning.Of(end) ?? last;
            }

            // "từ thứ hai đến thứ sáu": the Friday that follows that Monday.
            if (last.To < span.From && end is WeekdayValue { WeekOffset: null }) last = (last.From.AddDays(7), last.To.AddDays(7));
            // "từ 15/12 đến cuối tháng": the end of the month that it begins in.
            if (last.To < span.From && IsCurrent(end)) last = new DaySpans(context with { Today = span.From }).Of(end) ?? last;

            // "từ thứ hai đến nay": the Monday that has been.
            if (last.To < span.From && expression.Value is WeekdayValue { WeekOffset: null }) span = (span.From.AddDays(-7), span.To.AddDays(-7));
            if (last.To < span.From && inferred && DaySpans.EarlierYear(expression.Value!, last.To, context) is { } earlier) span = earlier;
            if (last.To < span.From) return null;
            return mention with { Span = new Period(span.From, last.To), Start = span.From, Deadline = last.To, YearInferred = isInferred };
        }

        mention = mention with { YearInferred = inferred, IsPast = span.To < context.Today };
        return relation switch
        {
            DateRelation.Since => mention with { Span = new Period(span.From, null), Start = span.From },
            DateRelation.After when expression.Value is PointValue => mention with { Span = new Period(span.From, span.To), Deadline = span.To },
            DateRelation.After => mention with { Span = new Period(span.To.AddDays(1), null), Start = span.To.AddDays(1) },
            DateRelation.Before when span.From != span.To && expression.Value is not PartValue => UpTo(mention, span.From.AddDays(-1)),
            DateRelation.Before or DateRelation.Until => UpTo(mention, span.To),
            DateRelation.Within when expression.Value is PointValue => mention with { Span = new Period(context.Today, span.To), Deadline = span.To },
            _ => mention with { Span = new Period(span.From, span.To), Deadline = span.To },
        };
    }

    /// <summary>A period, or a part of one, that is only said to be the current one (<c>cuối tháng</c>, <c>hết năm</c>).</summary>
    private static bool IsCurrent(DateValue value) => value is OffsetValue { Offset: 0, Unit: not DateUnit.Day } or PartValue { Whole: OffsetValue { Offset: 0, Unit: not DateUnit.Day } };

    private static DateMention UpTo(DateMention mention, DateOnly last) => mention with { Span = new Period(null, last), Deadline = last };

    private static string? Duration(DateExpression expression) => (expression.Length, expression.Value) switch
    {
        ({ } length, _) => Duration(length.Count, length.Unit),
        (_, PointValue { Base: null, Count: > 0 } point) => Duration(point.Count, point.Unit),
        (_, StretchValue { IsPast: false } stretch) => Duration(stretch.Count, stretch.Unit),
        _ => null,
    };

    private static string? Duration(int count, DateUnit unit) => unit switch
    {
        DateUnit.Day or DateUnit.WorkingDay => $"P{count}D",
        DateUnit.Week => $"P{count}W",
        DateUnit.Month => $"P{count}M",
        DateUnit.Quarter => $"P{3 * count}M",
        DateUnit.Year or DateUnit.SchoolYear => $"P{count}Y",
        _ => null,
    };
}
