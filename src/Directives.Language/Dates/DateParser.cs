using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>
/// Finds the expressions of time in a text. Looks at most a fixed number of tokens ahead from each, so time is linear in the text.
/// The other files of this class read days, periods, counted units, times of day and rhythms.
/// </summary>
internal sealed partial class DateParser(TokenList tokens, SchoolCalendar calendar)
{
    /// <param name="taken">By token: what has been read as something else already, such as a task's number.</param>
    internal List<DateExpression> Parse(bool[]? taken = null)
    {
        var found = new List<DateExpression>();
        var at = 0;
        while (at < tokens.Count)
        {
            if ((taken is not null && taken[at]) || tokens[at].Kind is TokenKind.Sign or TokenKind.Break)
            {
                at++;
            }
            else if (DocumentNumbers.End(tokens, at) is > 0 and var documentEnd)
            {
                at = documentEnd;
            }
            else if (IsFigure(at, out var figureEnd))
            {
                at = figureEnd;
            }
            else if (TryExpression(at, out var expression) && !Overlaps(expression, taken))
            {
                found.Add(expression);
                at = expression.To;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    /// <summary>Reads one expression that begins at the token.</summary>
    internal bool TryExpression(int at, out DateExpression expression)
    {
        if (TryRecurrence(at, out expression)) return true;
        expression = new DateExpression(at, at);
        var next = at;
        var relation = ReadRelation(ref next);
        TimeOnly? time = null;
        if (TryTime(next, out var early, out var afterTime))
        {
            (time, next) = (early, afterTime);
            if (tokens[next].IsSign(',') || tokens[next].IsAny("vào", "của", "on")) next = CanFollow(next + 1) ? next + 1 : next;
        }

        if (relation is DateRelation.Until && time is null && TryBareDay(at, next, out expression)) return true;
        var part = ReadDayPart(ref next);
        var afterPrefix = next;
        if (!TryValue(next, relation, out var value, out next))
        {
            if (time is null) return part is null && relation is null && TryBareLength(at, out expression);
            expression = new DateExpression(at, part is null ? afterTime : afterPrefix) { Time = Shift(time.Value, part) };
            return true;
        }

        expression = Finish(at, next, relation, value, time, part);
        return true;
    }

    /// <summary>What may follow a date: the other end of a range, a rhythm, a time of day.</summary>
    private DateExpression Finish(int at, int next, DateRelation? relation, DateValue value, TimeOnly? time, DayPart? part)
    {
        DateValue? end = null;
        if (relation == DateRelation.Before && TryDaysBefore(value, next) is { } earlier) (value, next, relation) = (earlier.Value, earlier.Next, DateRelation.On);
        if (TryRangeEnd(relation, ref value, next, out var last, out var afterRange)) (end, next) = (last, afterRange);
        var purpose = end is null ? ReadPurpose(value, ref next) : null;
        string? recurrence = null;
        if (end is null && TryRhythmAfter(value, next, out recurrence, out var afterRhythm)) next = afterRhythm;
        if (time is null)
        {
            var late = next;
            if (tokens[late].IsSign(',')) late++;
            var latePart = ReadDayPart(ref late);
            if (TryTime(late, out var found, out var afterTime)) (time, part, next) = (found, latePart ?? part ?? PartBefore(next), afterTime);
        }

        return new DateExpression(at, next)
        {
            Relation = relation ?? DateRelation.On,
            Value = recurrence is null ? value : null,
            End = end,
            Time = time is { } hour ? Shift(hour, part) : null,
            Recurrence = recurrence,
            HasDayPart = part is not null,
            Purpose = purpose,
        };
    }

    /// <summary><c>quý II vừa rồi</c>, <c>20/11 vừa qua</c>, <c>15/12 tới đây</c>: which year is meant where none is said.</summary>
    private DatePurpose? ReadPurpose(DateValue value, ref int next)
    {
        if (value is not (DayValue { Year: null } or MonthsValue { Year: null } or TermValue or NamedDayValue { Year: null } or LunarDayValue { Year: null })) return null;
        var (token, following) = (tokens[next], tokens[next + 1]);
        if (token.Is("vừa") && following.IsAny("rồi", "qua"))
        {
            next += 2;
            return DatePurpose.Report;
        }

        var length = token.Is("sắp") && following.Is("tới") ? 2 : token.Is("tới") && following.Is("đây") ? 2 : token.Is("tới") ? 1 : 0;
        if (length == 0) return null;
        var isBound = following.IsAny("ngày", "hết", "đâu", "giờ", "nay") || CanFollow(next + 1) || NumberWords.TryRead(tokens, next + 1, out _, out _);
        if (length == 1 && isBound) return null;

        // "30/11 toi nop": without its marks the sender.
        if (token.Text == "toi" && !tokens[next - 1].HasDiacritics && !tokens.IsAccented && length == 1 && following.Kind == TokenKind.Word && !following.IsAny("có", "còn")) return null;
        next += length;
        return DatePurpose.Deadline;
    }

    /// <summary>The words that say how a date bounds: <c>trước</c>, <c>đến hết</c>, <c>chậm nhất là ngày</c>, <c>from</c>.</summary>
    private DateRelation? ReadRelation(ref int next)
    {
        DateRelation? relation = null;

        // Several may stand together: "chậm nhất trước ngày", "đến hết", "xong trong". The strictest that is a bound holds.
        for (var words = 0; words < 5; words++)
        {
            var from = next;
            var token = tokens[next];
            var following = tokens[next + 1];
            if ((token.IsAny("chậm", "muộn", "trễ") && following.Is("nhất")) || (token.Is("không") && following.Is("quá")))
            {
                (relation, next) = (DateRelation.Until, next + 2);
            }
            else if (token.Text is "no" or "not" && following.Text is "later" && tokens[next + 2].Text is "than")
            {
                (relation, next) = (DateRelation.Until, next + 3);
            }
            else if (token.Is("trước") && tokens[next - 1].Is("xem") && following.IsAny("tháng", "tuần", "quý"))
            {
                // "xem trước tháng 12": a look ahead at it.
                next++;
            }
            else if (token.Is("trước") || token.Text is "before")
            {
                (relation, next) = (relation is DateRelation.Until ? DateRelation.Until : DateRelation.Before, next + 1);
            }
            else if ((token.IsAny("đến", "tới", "hết") && !IsOtherWord(next)) || token.Text is "by" or "until" or "till")
            {
                (relation, next) = (DateRelation.Until, next + 1);
            }
            else if (token.Is("cho") && following.IsAny("đến", "tới"))
            {
                (relation, next) = (DateRelation.Until, next + 2);
            }
            else if (token.Is("từ") || token.Text is "from" or "since" or "between" || (token.Is("kể") && following.Is("từ")) || (token.Is("tính") && following.Is("từ"))
                || (token.Is("bắt") && following.Is("đầu") && tokens[next + 2].Is("từ")))
            {
                next += token.Is("bắt") ? 3 : token.IsAny("kể", "tính") ? 2 : 1;
                if (tokens[next].Is("sau")) (relation, next) = (DateRelation.After, next + 1);
                else relation = DateRelation.Since;
            }
            else if ((token.Is("sau") && !IsOtherWord(next)) || token.Text is "after")
            {
                (relation, next) = (DateRelation.After, next + 1);
            }
            else if (token.Is("trong") || token.Text is "within" or "during" or "in")
            {
                relation ??= DateRelation.Within;
                next++;
                if (tokens[next].IsAny("vòng", "khoảng", "thời")) next += tokens[next].Is("thời") ? 2 : 1;
            }
            else if (relation is not null && token.IsAny("là", "vào", "khoảng"))
            {
                next++;
            }
            else if (relation is null && words == 0 && token.IsAny("vào", "lúc") && !TryTime(next, out _, out _))
            {
                next++;
            }
            else if (relation is null && words == 0 && token.Text is "on" or "at" or "for")
            {
                next++;
            }

            if (next == from) break;
        }

        return relation;
    }

    /// <summary>Without diacritics: <c>toi nay</c> is this evening, <c>sau tuan nua</c> six weeks.</summary>
    private bool IsOtherWord(int at) =>
        (tokens[at].Text == "toi" && (tokens[at + 1].IsAny("nay", "qua") || tokens[at - 1].Is("vào") && !tokens.IsAccented))
        || (tokens[at].Text == "sau" && DateWords.TryUnit(tokens, at + 1, out _, out var next) && (tokens[next].Is("nữa") || (tokens[next].IsAny("đầu", "cuối") && tokens[next + 1].Is("năm"))));

    private bool TryRangeEnd(DateRelation? relation, ref DateValue value, int at, out DateValue? end, out int next)
    {
        (end, next) = (null, at);
        if (relation is not (null or DateRelation.Since or DateRelation.Within)) return false;
        var token = tokens[at];
        var from = at;
        if (token.IsSign(',')) token = tokens[++from];
        var isDash = token.IsSign('-');
        if (isDash && tokens[from + 1].IsSign('>')) from++;
        if (!isDash && !token.IsAny("đến", "tới", "sang", "thành") && !token.Is("qua") && token.Text is not ("to" or "until" or "through" or "till")
            && !(token.Is("cho") && tokens[from + 1].IsAny("đến", "tới")) && !(token.Text is "and" && IsBetween(from)))
        {
            return false;
        }

        from++;
        if (token.Is("cho")) from++;
        if (tokens[from].Is("hết")) from++;
        if (tokens[from].IsAny("nay", "giờ") || (tokens[from].Is("hiện") && tokens[from + 1].IsAny("tại", "nay")) || tokens[from].Text is "now" || (tokens[from].Text is "date" && tokens[from - 1].Text is "to"))
        {
            (end, next) = (new OffsetValue(DateUnit.Day, 0), from + (tokens[from].Is("hiện") ? 2 : 1));
            return true;
        }

        DateValue last;
        if (value is YearValue && IsYear(from)) (last, next) = (new YearValue(tokens[from].Value), from + 1);
        else if (!TryValue(from, DateRelation.Until, out last, out next)) return false;
        if (!IsRange(relation, value, last, isDash)) return false;
        value = (value, last) switch
        {
            // "thứ năm đến thứ bảy tuần sau": both of that week.
            (WeekdayValue { WeekOffset: null, Choice: WeekdayChoice.Coming } day, WeekdayValue { WeekOffset: { } week } lastDay) when day.Day < lastDay.Day => day with { WeekOffset = week },
            (DayValue { Month: null } day, DayValue { Month: not null } lastDay) => day with { Month = lastDay.Month, Year = lastDay.Year },
            (DayValue { Year: null } day, DayValue { Year: not null } lastDay) => day with { Year = lastDay.Year - (day.Month > lastDay.Month ? 1 : 0) },
            (MonthsValue { Year: null } months, MonthsValue { Year: not null } lastMonths) => months with { Year = lastMonths.Year },
            _ => value,
        };
        end = last;
        return true;
    }

    /// <summary><c>between 1 and 5 December</c>.</summary>
    private bool IsBetween(int and)
    {
        for (var at = and - 1; at >= 0 && at > and - 6; at--)
        {
            if (tokens[at].Text is "between") return true;
        }

        return false;
    }

    /// <summary>Two days beside each other are a range; a dash joins only like things.</summary>
    private static bool IsRange(DateRelation? relation, DateValue first, DateValue last, bool isDash) =>
        last is not (StretchValue or PointValue) && (relation == DateRelation.Since || !isDash || first.GetType() == last.GetType());

    private static bool Overlaps(DateExpression expression, bool[]? taken)
    {
        for (var at = expression.From; taken is not null && at < expression.To; at++)
        {
            if (taken[at]) return true;
        }

        return false;
    }

    private bool TryBareLength(int at, out DateExpression expression)
    {
        expression = new DateExpression(at, at);
        if (!TryLength(at, out var count, out var unit, out var next)) return false;
        expression = new DateExpression(at, next) { Length = (count, unit) };
        return true;
    }

    private bool CanFollow(int at) => TryValue(at, null, out _, out _);
}
