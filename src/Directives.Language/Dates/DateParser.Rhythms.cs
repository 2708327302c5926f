using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>Rhythms (<c>hằng tháng</c>, <c>03 tháng/lần</c>, <c>thứ hai hằng tuần</c>) as RFC 5545 rules.</summary>
internal sealed partial class DateParser
{
    private static readonly string[] WeekdayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private bool TryRecurrence(int at, out DateExpression expression)
    {
        expression = new DateExpression(at, at);
        var from = at;
        TimeOnly? time = null;
        DayPart? part = null;
        if (TryTime(from, out var early, out var afterTime)) (time, from) = (early, afterTime);
        else if (tokens[from].IsAny("sáng", "chiều", "tối") && !tokens[from + 1].Is("nào")) part = ReadDayPart(ref from);
        if (tokens[from].Is("vào")) from++;
        if (!TryRhythm(from, out var unit, out var interval, out var next, out var implied)) return false;

        part ??= PartIn(from, next);

        // "hằng tuần vào sáng thứ hai", "mỗi tháng trước ngày 25", "mỗi thứ hai"
        var anchors = new List<DateValue>();
        if (implied is not null) anchors.Add(implied);
        var anchorAt = next;
        if (tokens[anchorAt].IsSign(',') && tokens[anchorAt + 1].IsAny("vào", "trước")) anchorAt++;
        ReadRelation(ref anchorAt);
        part = ReadDayPart(ref anchorAt) ?? part;
        if (implied is null && unit is not DateUnit.Day && TryAnchor(anchorAt, unit, out var anchor, out var afterAnchor))
        {
            anchors.Add(anchor);
            next = afterAnchor;
            ReadFurtherDays(anchors, ref next);
        }

        if (time is null)
        {
            var late = next;
            if (tokens[late].IsSign(',')) late++;
            part = ReadDayPart(ref late) ?? part;
            if (TryTime(late, out var found, out var afterLate)) (time, next) = (found, afterLate);
        }

        if (RuleText(unit, interval, anchors) is not { } rule) return false;
        expression = new DateExpression(at, next) { Recurrence = rule, Time = time is { } hour ? Shift(hour, part) : null, HasDayPart = part is not null };
        return true;
    }

    /// <summary>The part of the day in <c>mỗi tối</c>, <c>chiều nào cũng</c>, for a time that follows.</summary>
    private DayPart? PartIn(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens[at].Is("tối") || tokens[at].Text is "evening") return DayPart.Evening;
            if (tokens[at].Is("chiều") || tokens[at].Text is "afternoon") return DayPart.Afternoon;
        }

        return null;
    }

    private bool TryAnchor(int at, DateUnit unit, out DateValue anchor, out int next)
    {
        if (TryWeekdayName(at, out var day, out next) || DateWords.TryEnglishWeekday(tokens[at], out day))
        {
            next = next > at + 1 && !DateWords.TryEnglishWeekday(tokens[at], out _) ? next : at + 1;
            if (tokens[at].Text is "cn") next = at + 1;
            anchor = new WeekdayValue(day, null);
            return true;
        }

        if (TryValue(at, DateRelation.On, out anchor, out next))
        {
            // "ngày 20 tháng cuối quý"
            if (tokens[next].Is("tháng") && tokens[next + 1].Is("cuối")) next += tokens[next + 2].IsAny("quý", "của") ? (tokens[next + 2].Is("của") ? 4 : 3) : 2;
            return anchor is DayValue or MonthsValue or PartValue or WeekdayValue || (unit == DateUnit.Week && anchor is PartValue);
        }

        return false;
    }

    /// <summary>A rhythm after a day: <c>ngày 25 hằng tháng</c>, <c>thứ 2, thứ 5 hằng tuần</c>, <c>cuối tháng hằng tháng</c>, <c>25th of each month</c>.</summary>
    private bool TryRhythmAfter(DateValue value, int at, out string? rule, out int next)
    {
        (rule, next) = (null, at);
        var anchors = new List<DateValue> { value };
        var from = at;
        ReadFurtherDays(anchors, ref from);
        if (tokens[from].IsSign(',')) from++;
        if (tokens[from].IsAny("của", "trong", "vào") || tokens[from].Text is "of") from++;
        if (value is WeekdayValue && tokens[from].Is("nào") && tokens[from + 1].Is("cũng"))
        {
            (rule, next) = (RuleText(DateUnit.Week, 1, anchors), from + 2);
            return true;
        }

        // "thứ hai đầu tuần nào các trường cũng phải …": who does it stands between.
        var whichAt = tokens[from].IsAny("đầu", "cuối") && tokens[from + 1].Is("tuần") ? from + 2 : from;
        if (value is WeekdayValue && tokens[whichAt].Is("nào") && HasAlsoBehind(whichAt + 1))
        {
            (rule, next) = (RuleText(DateUnit.Week, 1, anchors), whichAt + 1);
            return true;
        }

        if (!TryRhythm(from, out var unit, out var interval, out next, out var implied) || implied is not null) return false;
        if (value is OffsetValue or StretchValue or PointValue or LunarDayValue) return false;
        rule = RuleText(unit, interval, anchors);
        return rule is not null;
    }

    /// <summary><c>cũng</c> a few words on, in the same sentence.</summary>
    private bool HasAlsoBehind(int at)
    {
        for (var end = at + 5; at < end && tokens[at].Kind is TokenKind.Word or TokenKind.Number; at++)
        {
            if (tokens[at].Is("cũng")) return true;
        }

        return false;
    }

    /// <summary><c>mỗi tháng nộp báo cáo trước ngày 25</c>, <c>a weekly report on Monday</c>: a rhythm and, apart from it in the same sentence, its day.</summary>
    internal static void JoinRhythms(TokenList tokens, List<DateExpression> dates)
    {
        var at = dates.FindIndex(date => date is { Value: null, Recurrence: "FREQ=MONTHLY" or "FREQ=WEEKLY" });
        if (at < 0) return;
        var isMonthly = dates[at].Recurrence is "FREQ=MONTHLY";
        for (var other = Math.Max(at - 1, 0); other <= at + 1 && other < dates.Count; other++)
        {
            if (other == at || dates[other] is not { End: null, Recurrence: null } || HasEndBetween(tokens, dates[Math.Min(at, other)].To, dates[Math.Max(at, other)].From)) continue;
            var rule = (isMonthly, dates[other].Value) switch
            {
                (true, DayValue { Month: null } day) => RuleText(DateUnit.Month, 1, [day]),
                (false, WeekdayValue { WeekOffset: null, Choice: WeekdayChoice.Coming } day) => RuleText(DateUnit.Week, 1, [day]),
                _ => null,
            };
            if (rule is null) continue;
            dates[at] = dates[at] with { Recurrence = rule };
            dates[other] = dates[other] with { Value = null, Recurrence = rule };
            return;
        }
    }

    /// <summary><c>tối nào cũng gửi tôi bản tin lúc 9 giờ</c>: the part of the day stands with the rhythm, the hour apart from it.</summary>
    internal static void JoinDayParts(TokenList tokens, List<DateExpression> dates)
    {
        if (dates.Find(date => date is { Recurrence: not null, Time: null }) is not { } rhythm) return;
        var isLate = false;
        for (var at = rhythm.From; at < rhythm.To; at++) isLate |= tokens[at].IsAny("chiều", "tối") || tokens[at].Text is "evening" or "afternoon";
        if (!isLate) return;
        var hour = dates.FindIndex(date => date is { Value: null, Recurrence: null, Time: { Hour: > 0 and < 12 }, HasDayPart: false });
        if (hour < 0 || HasEndBetween(tokens, Math.Min(rhythm.To, dates[hour].To), Math.Max(rhythm.From, dates[hour].From))) return;
        for (var at = dates[hour].From; at < dates[hour].To; at++)
        {
            if (tokens[at].IsAny("sáng", "trưa") || tokens[at].Text is "am") return;
        }

        dates[hour] = dates[hour] with { Time = Shift(dates[hour].Time!.Value, DayPart.Evening) };
    }

    private static bool HasEndBetween(TokenList tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens[at].Kind == TokenKind.Break || tokens[at].IsSign('.') || tokens[at].IsSign(';') || tokens[at].IsSign('?')) return true;
        }

        return false;
    }

    /// <summary>The further days of <c>thứ hai và thứ năm hằng tuần</c>, <c>ngày 5 và 20 hằng tháng</c>.</summary>
    private void ReadFurtherDays(List<DateValue> anchors, ref int next)
    {
        while (anchors[^1] is DayValue { Month: null } && (tokens[next].IsSign(',') || tokens[next].Is("và") || tokens[next].Text is "and"))
        {
            var from = tokens[next + 1].Text is "the" ? next + 2 : next + 1;
            if (TryEnglishDayNumber(from, out var day, out var after) && !tokens[after].IsSign('/')) anchors.Add(new DayValue(day, null, null));
            else if (TryDayOfMonth(from, out var further, out after) && further is DayValue { Month: null }) anchors.Add(further);
            else break;
            next = after;
        }

        while (anchors[^1] is WeekdayValue && (tokens[next].IsSign(',') || tokens[next].Is("và") || tokens[next].Text is "and"))
        {
            if (TryWeekdayName(next + 1, out var day, out var after)) next = after;
            else if (DateWords.TryEnglishWeekday(tokens[next + 1], out day)) next += 2;
            else if (anchors.Count > 0 && tokens[next + 1] is { Kind: TokenKind.Number, Length: 1, Value: >= 2 and <= 7 } digit) (day, next) = (digit.Value - 1, next + 2);
            else break;
            anchors.Add(new WeekdayValue(day, null));
        }
    }

    /// <summary><c>cứ chiều thứ sáu</c>, <c>cứ đến thứ hai</c>: a weekday behind the word, perhaps with its part of the day.</summary>
    private bool IsOfWeek(int at)
    {
        if (tokens[at].IsAny("đến", "tới", "mỗi")) at++;
        if (tokens[at].IsAny("sáng", "trưa", "chiều", "tối")) at++;
        return TryWeekdayName(at, out _, out var next) && !tokens[next].IsAny("này", "tới", "sau", "tuần");
    }

    /// <param name="implied">A day that the words of the rhythm name themselves (<c>mỗi thứ hai</c>, <c>cuối mỗi tháng</c>).</param>
    private bool TryRhythm(int at, out DateUnit unit, out int interval, out int next, out DateValue? implied)
    {
        (unit, interval, next, implied) = (default, 1, at, null);
        var from = at;
        var isRegular = tokens[from].Is("định") && tokens[from + 1].Is("kỳ");
        if (isRegular) from += 2;
        if (tokens[from].Is("ngày") && tokens[from + 1].IsAny("đầu", "cuối")) from++;
        if (tokens[from].Is("cuối") && tokens[from + 1].Is("cùng") && tokens[from + 2].IsAny("hằng", "hàng", "mỗi")) return TryLastDay(from + 2, out unit, out interval, out next, out implied);
        var token = tokens[from];
        PeriodPart? part = token.Is("đầu") ? PeriodPart.Beginning : token.Is("cuối") ? PeriodPart.End : null;
        if (part is not null && tokens[from + 1].IsAny("hằng", "hàng", "mỗi")) token = tokens[++from];
        else part = null;

        if (token.IsAny("hằng", "hàng", "mỗi") || token.Text is "every" or "each" || token.Is("cứ") && IsOfWeek(from + 1))
        {
            from++;
            if (token.Is("cứ") && tokens[from].IsAny("đến", "tới", "mỗi")) from++;
            if (tokens[from].Text is "other" && DateWords.TryUnit(tokens, from + 1, out unit, out next)) return (interval = 2) > 0;
            if (TryWeekdayName(from, out var day, out next) || DateWords.TryEnglishWeekday(tokens[from], out day))
            {
                if (DateWords.TryEnglishWeekday(tokens[from], out _)) next = from + 1;
                (unit, implied) = (DateUnit.Week, new WeekdayValue(day, null));
                return true;
            }

            if (tokens[from].IsAny("sáng", "chiều", "tối") || tokens[from].Text is "morning" or "evening")
            {
                next = from + 1;
                unit = DateUnit.Day;
                if (!TryWeekdayName(next, out day, out var afterDay)) return true;
                (unit, implied, next) = (DateUnit.Week, new WeekdayValue(day, null), afterDay);
                return true;
            }

            if (NumberWords.TryRead(tokens, from, out var many, out var afterMany) && many is >= 1 and <= 60
                && DateWords.TryUnit(tokens, afterMany, out unit, out next))
            {
                interval = many;
                SkipOnce(ref next);
                return true;
            }

            if (!DateWords.TryUnit(tokens, from, out unit, out next)) return false;
            if (tokens[next].IsAny("một", "1") && tokens[next + 1].Is("lần")) next += 2;
            else if (NumberWords.TryRead(tokens, next, out var times, out var afterTimes) && tokens[afterTimes].Is("lần"))
            {
                next = afterTimes + 1;
                return Divide(ref unit, ref interval, times);
            }

            if (part is not null) implied = new PartValue(part.Value, new OffsetValue(unit, 0));
            return true;
        }

        if (TryPluralWeekday(token, out var weekly))
        {
            (unit, next, implied) = (DateUnit.Week, from + 1, new WeekdayValue(weekly, null));
            return true;
        }

        if (token.Text is "daily" or "weekly" or "monthly" or "quarterly" or "yearly" or "annually")
        {
            unit = token.Text switch { "daily" => DateUnit.Day, "weekly" => DateUnit.Week, "monthly" => DateUnit.Month, "quarterly" => DateUnit.Quarter, _ => DateUnit.Year };
            next = from + 1;
            return true;
        }

        // "sáng nào cũng"
        if (tokens[from].IsAny("sáng", "chiều", "tối", "trưa") && tokens[from + 1].Is("nào") && tokens[from + 2].Is("cũng"))
        {
            (unit, next) = (DateUnit.Day, from + 3);
            return true;
        }

        if (DateWords.TryUnit(tokens, from, out unit, out next) && tokens[next].Is("nào") && HasAlsoBehind(next + 1))
        {
            next += tokens[next + 1].Is("cũng") ? 2 : 1;
            return true;
        }

        return TryFrequency(from, isRegular, out unit, out interval, out next);
    }

    /// <summary><c>on Mondays</c>: every one of them.</summary>
    private static bool TryPluralWeekday(Token token, out int day)
    {
        day = 0;
        return token.Text.EndsWith("days", StringComparison.Ordinal) && !token.HasDiacritics && DateWords.TryEnglishWeekday(token.Text[..^1], out day);
    }

    /// <summary><c>ngày cuối cùng hằng tháng</c>.</summary>
    private bool TryLastDay(int at, out DateUnit unit, out int interval, out int next, out DateValue? implied)
    {
        implied = null;
        if (!TryRhythm(at, out unit, out interval, out next, out _)) return false;
        implied = new PartValue(PeriodPart.End, new OffsetValue(unit, 0));
        return true;
    }

    /// <summary><c>03 tháng/lần</c>, <c>6 tháng một lần</c>, <c>2 lần/năm</c>, <c>tháng 1 lần</c>.</summary>
    private bool TryFrequency(int at, bool isRegular, out DateUnit unit, out int interval, out int next)
    {
        (unit, interval, next) = (default, 1, at);
        if (DateWords.TryUnit(tokens, at, out unit, out var afterUnit) && NumberWords.TryRead(tokens, afterUnit, out var times, out var afterTimes)
            && tokens[afterTimes].Is("lần"))
        {
            next = afterTimes + 1;
            return Divide(ref unit, ref interval, times);
        }

        if (!NumberWords.TryRead(tokens, at, out var number, out var afterNumber) || number is < 1 or > 60) return false;
        if (tokens[afterNumber].Is("lần"))
        {
            var from = afterNumber + 1;
            if (!tokens[from].IsSign('/') && !tokens[from].IsAny("mỗi", "trong", "một")) return false;
            from++;
            if (tokens[from].IsAny("một", "1")) from++;
            return DateWords.TryUnit(tokens, from, out unit, out next) && Divide(ref unit, ref interval, number);
        }

        if (!DateWords.TryUnit(tokens, afterNumber, out unit, out next)) return false;
        interval = number;
        return SkipOnce(ref next) || isRegular;
    }

    /// <summary><c>/lần</c>, <c>một lần</c>, <c>1 lần</c>.</summary>
    private bool SkipOnce(ref int next)
    {
        var from = next;
        if (tokens[from].IsSign('/')) from++;
        if (tokens[from].Is("một") || tokens[from].Value == 1) from++;
        if (from == next || !tokens[from].Is("lần")) return false;
        next = from + 1;
        return true;
    }

    /// <summary>So many times in a unit: twice a year is every six months.</summary>
    private static bool Divide(ref DateUnit unit, ref int interval, int times)
    {
        if (times == 1) return true;
        var months = unit switch { DateUnit.Year => 12, DateUnit.Quarter => 3, _ => 0 };
        if (times < 1) return false;
        if (months > 0 && months % times == 0) (unit, interval) = (DateUnit.Month, months / times);
        return true;
    }

    private static string? RuleText(DateUnit unit, int interval, List<DateValue> anchors)
    {
        var (frequency, step) = unit switch
        {
            DateUnit.Day or DateUnit.WorkingDay => ("DAILY", interval),
            DateUnit.Week => ("WEEKLY", interval),
            DateUnit.Month => ("MONTHLY", interval),
            DateUnit.Quarter => ("MONTHLY", 3 * interval),
            DateUnit.Term => ("MONTHLY", 6 * interval),
            _ => ("YEARLY", interval),
        };
        var rule = step == 1 ? $"FREQ={frequency}" : $"FREQ={frequency};INTERVAL={step}";
        if (unit == DateUnit.WorkingDay && interval == 1) return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
        if (anchors.Count == 0) return rule;
        return anchors[0] switch
        {
            WeekdayValue when unit == DateUnit.Week => $"{rule};BYDAY={string.Join(',', anchors.OfType<WeekdayValue>().Select(day => day.Day).Distinct().Order().Select(day => WeekdayCodes[day - 1]))}",
            DayValue { Month: null } when frequency == "MONTHLY" => $"{rule};BYMONTHDAY={string.Join(',', anchors.OfType<DayValue>().Select(day => day.Day).Distinct().Order())}",
            DayValue { Month: not null } day when frequency == "YEARLY" => $"{rule};BYMONTH={day.Month};BYMONTHDAY={day.Day}",
            MonthsValue months when frequency == "YEARLY" => $"{rule};BYMONTH={string.Join(',', Enumerable.Range(months.From, months.To - months.From + 1))}",
            PartValue part when frequency == "MONTHLY" => $"{rule};BYMONTHDAY={part.Part switch { PeriodPart.Beginning => "1", PeriodPart.Middle => "15", _ => "-1" }}",
            PartValue { Part: PeriodPart.End, Whole: OffsetValue { Unit: DateUnit.Week } } when unit == DateUnit.Week => $"{rule};BYDAY=SU",
            PartValue when unit is DateUnit.Year or DateUnit.Week => rule,
            _ => null,
        };
    }
}
