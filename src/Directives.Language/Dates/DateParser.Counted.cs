using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>Numbers of days, weeks, months: stretches, points and bare lengths; and days of the lunar calendar.</summary>
internal sealed partial class DateParser
{
    private const int LargestCount = 2000;

    private bool TryCounted(int at, DateRelation? relation, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        var from = at;
        var isAgo = tokens[from].Is("cách") && tokens[from + 1].Is("đây");
        if (isAgo) from += 2;
        bool? isPast = tokens[from].Text switch { "next" or "coming" => false, "last" or "past" => true, _ => null };
        if (isPast is not null) from++;
        if (!TryLength(from, out var count, out var unit, out next)) return false;

        if (isPast is not null) value = new StretchValue(count, unit, isPast.Value);
        else if (isAgo) value = new PointValue(-count, unit, null);
        else if (TryMonthsOfYear(count, unit, ref next, out var months) && months is not null) value = months;
        else if (TryBase(next, out var counted, out var afterBase)) (value, next) = (new PointValue(count, unit, counted), afterBase);
        else value = CountedByWordsAfter(count, unit, relation, ref next)!;
        return value is not null;
    }

    /// <summary>What follows the unit decides: <c>nữa</c>, <c>tới</c>, <c>qua</c>, <c>trước</c>.</summary>
    private DateValue? CountedByWordsAfter(int count, DateUnit unit, DateRelation? relation, ref int next)
    {
        var token = tokens[next];
        var following = tokens[next + 1];
        if (token.Is("nữa") || (token.Is("sau") && relation is null) || token.Text is "later")
        {
            next++;
            return new PointValue(count, unit, null);
        }

        if (token.Text is "from" && following.Text is "now" or "today")
        {
            next += 2;
            return new PointValue(count, unit, null);
        }

        if (token.IsAny("tới", "kế", "tiếp") || (token.Is("sắp") && following.Is("tới")))
        {
            next += token.Is("sắp") || following.IsAny("theo", "tiếp") ? 2 : 1;
            return relation == DateRelation.After ? new PointValue(count, unit, null) : new StretchValue(count, unit, IsPast: false);
        }

        if (token.Is("qua") || (token.Is("vừa") && following.IsAny("qua", "rồi")) || (token.Is("gần") && following.Is("đây")) || (token.Is("trở") && following.Is("lại")))
        {
            next += token.Is("qua") ? 1 : tokens[next + 2].Is("đây") ? 3 : 2;
            return new StretchValue(count, unit, IsPast: true);
        }

        if (token.Text is "ago" || (token.Is("trước") && relation is null && following.Kind != TokenKind.Number && !following.IsAny("khi", "hạn", "ngày")))
        {
            next += following.Is("đây") ? 2 : 1;
            return new PointValue(-count, unit, null);
        }

        // "trong 10 ngày", "sau 2 ngày": the word before has said what is meant.
        return relation is DateRelation.Within or DateRelation.After ? new PointValue(count, unit, null) : null;
    }

    /// <summary>A number and a unit: <c>5 ngày</c>, <c>hai tuần</c>, <c>nửa tháng</c>, <c>một tháng rưỡi</c>.</summary>
    private bool TryLength(int at, out int count, out DateUnit unit, out int next)
    {
        unit = default;
        if ((tokens[at].Is("nửa") || (tokens[at].Text is "half" && tokens[at + 1].Text is "a")) && DateWords.TryUnit(tokens, tokens[at].Is("nửa") ? at + 1 : at + 2, out var halved, out next))
        {
            (count, unit) = halved switch { DateUnit.Month => (15, DateUnit.Day), DateUnit.Year => (6, DateUnit.Month), _ => (0, DateUnit.Day) };
            return count > 0;
        }

        // Without diacritics "sau tuan nua" is six weeks; "sau tuan" alone is not.
        if (tokens[at].Text == "sau" && DateWords.TryUnit(tokens, at + 1, out unit, out next) && (tokens[next].Is("nữa") || (tokens[next].IsAny("đầu", "cuối") && tokens[next + 1].Is("năm"))))
        {
            count = 6;
            return true;
        }

        if (tokens[at].IsAny("chục", "mươi") && DateWords.TryUnit(tokens, at + 1, out unit, out next))
        {
            count = 10;
            return unit is DateUnit.Day or DateUnit.WorkingDay;
        }

        if (tokens[at].Text is "fortnight" || (tokens[at].Text is "a" or "another" && tokens[at + 1].Text is "fortnight"))
        {
            (count, unit, next) = (2, DateUnit.Week, tokens[at].Text is "fortnight" ? at + 1 : at + 2);
            return true;
        }

        // "xin thêm tuần nữa"
        if (tokens[at - 1].Is("thêm") && DateWords.TryUnit(tokens, at, out unit, out next) && tokens[next].Is("nữa"))
        {
            (count, next) = (1, next + 1);
            return true;
        }

        if (tokens[at].Text is "another" && DateWords.TryUnit(tokens, at + 1, out unit, out next))
        {
            count = 1;
            return true;
        }

        // "two-week" reads like "two week": words of English numbers need the unit beside them.
        var dashed = tokens[at + 1].IsSign('-') && DateWords.TryUnit(tokens, at + 2, out _, out _) && !tokens[at + 2].HasDiacritics;
        if (dashed && NumberWords.TryEnglishWord(tokens[at], out count)) next = at + 1;
        else if (!NumberWords.TryRead(tokens, at, out count, out next)) return false;
        if (count is < 1 or > LargestCount) return false;
        if (tokens[next].IsAny("cái") || tokens[next].Text is "more" or "extra" or "additional" || (dashed && tokens[next].IsSign('-'))) next++;
        if (!DateWords.TryUnit(tokens, next, out unit, out next) || unit is DateUnit.Term or DateUnit.SchoolYear) return false;
        if (tokens[next].Is("rưỡi") && unit is DateUnit.Month or DateUnit.Year)
        {
            (count, unit) = unit is DateUnit.Month ? ((30 * count) + 15, DateUnit.Day) : ((12 * count) + 6, DateUnit.Month);
            next++;
        }

        return true;
    }

    /// <summary><c>trước 15/12 một ngày</c>: so many days before that day.</summary>
    private (DateValue Value, int Next)? TryDaysBefore(DateValue value, int at)
    {
        if (value is not (DayValue or WeekdayValue or NamedDayValue or OffsetValue { Unit: DateUnit.Day }) || !TryLength(at, out var count, out var unit, out var next)) return null;
        return unit is DateUnit.Day or DateUnit.Week && !tokens[next].IsAny("nữa", "làm") ? (new PointValue(-count, unit, value), next) : null;
    }

    /// <summary><c>6 tháng đầu năm</c>, <c>9 tháng đầu năm 2018</c>, <c>6 tháng cuối năm</c>.</summary>
    private bool TryMonthsOfYear(int count, DateUnit unit, ref int next, out DateValue? value)
    {
        value = null;
        if (unit != DateUnit.Month || count > 12 || !tokens[next].IsAny("đầu", "cuối")) return false;
        if (!tokens[next + 1].Is("năm") || tokens[next + 2].Is("học")) return false;
        var isFirst = tokens[next].Is("đầu");
        var yearAt = ++next;
        var year = ReadYear(ref next);
        if (next == yearAt) next++;
        year ??= 0;
        value = isFirst ? new MonthsValue(1, count, year) : new MonthsValue(13 - count, 12, year);
        return true;
    }

    /// <summary><c>kể từ ngày 1/12</c>, <c>tính từ hôm nay</c>, <c>from 1 December</c>.</summary>
    private bool TryBase(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        var from = at;
        if (tokens[from].IsAny("kể", "tính") && tokens[from + 1].Is("từ")) from += 2;
        else if (tokens[from].Is("từ") || tokens[from].Text is "from" or "after") from++;
        else if (tokens[from].Is("sau") && tokens[from + 1].Is("ngày")) from++;
        else return false;
        return TryValue(from, DateRelation.Since, out value, out next);
    }

    /// <summary><c>rằm</c>, <c>rằm tháng giêng</c>, <c>23 tháng chạp</c>, <c>mùng 5 Tết</c>, <c>ngày 10/3 âm lịch</c>.</summary>
    private bool TryLunar(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        var from = at;
        if (tokens[from].Is("ngày")) from++;
        if (tokens[from].Is("rằm"))
        {
            next = from + 1;
            int? month = TryLunarMonth(next, out var found, out var afterMonth) ? found : null;
            if (month is not null) next = afterMonth;
            else if (DateWords.TryUnit(tokens, next, out var unit, out var afterUnit) && unit == DateUnit.Month && tokens[afterUnit].IsAny("này", "nay")) next = afterUnit + 1;
            if (month is not null && SkipSolarWord(ref next)) return IsDay(15, month.Value, ReadYear(ref next), out value);
            SkipLunarWord(ref next);
            value = new LunarDayValue(15, month, ReadYear(ref next));
            return true;
        }

        if (TryLunarMonthName(from, out var named, out next) && tokens[from].Is("tháng"))
        {
            if (SkipSolarWord(ref next)) value = new MonthsValue(named, named, ReadYear(ref next));
            else value = new LunarMonthValue(named, ReadYear(ref next));
            return true;
        }

        var isEarly = tokens[from].IsAny("mùng", "mồng");
        if (isEarly) from++;
        if (!TryDayNumber(from, isEarly, out var day, out next) || day is < 1 or > 30) return false;
        if (tokens[next].Is("tết") && (isEarly || day > 20))
        {
            next++;
            value = new LunarDayValue(day, isEarly ? 1 : 12, ReadYear(ref next));
            return true;
        }

        if (TryLunarMonthName(next, out named, out var afterName))
        {
            next = afterName;
            if (SkipSolarWord(ref next)) return IsDay(day, named, ReadYear(ref next), out value);
            SkipLunarWord(ref next);
            value = new LunarDayValue(day, named, ReadYear(ref next));
            return true;
        }

        var monthAt = tokens[next].IsSign('/') ? next + 1 : tokens[next].Is("tháng") ? next + 1 : -1;
        if (monthAt < 0 || !TryMonthNumber(monthAt, out var lunarMonth, out var end)) return false;
        var year = ReadYear(ref end);
        if (!SkipLunarWord(ref end)) return false;
        year ??= ReadYear(ref end);
        next = end;
        value = new LunarDayValue(day, lunarMonth, year);
        return true;
    }

    private bool TryLunarMonth(int at, out int month, out int next)
    {
        if (TryLunarMonthName(at, out month, out next)) return true;
        (month, next) = (0, at);
        return tokens[at].Is("tháng") && TryMonthNumber(at + 1, out month, out next);
    }

    /// <summary><c>tháng giêng</c>, <c>tháng chạp</c>; <c>giêng</c> is too rare alone.</summary>
    private bool TryLunarMonthName(int at, out int month, out int next)
    {
        (month, next) = (0, at + 2);
        if (tokens[at].Is("tháng") && !IsSolarWord(at + 2, out _)) month = tokens[at + 1].Is("giêng") ? 1 : tokens[at + 1].Is("chạp") ? 12 : 0;
        return month > 0;
    }

    /// <summary><c>rằm tháng 12 dương lịch</c>: the names of the moon's calendar, said of the sun's.</summary>
    private bool SkipSolarWord(ref int next)
    {
        if (!tokens[next].Is("dương") || tokens[next].IsCapitalised && tokens.HasBothCases) return false;
        next += tokens[next + 1].Is("lịch") ? 2 : 1;
        return true;
    }

    private bool SkipLunarWord(ref int next)
    {
        var isWord = tokens[next].Is("âm") && tokens[next + 1].Is("lịch");
        var isShort = tokens[next].Text is "âl" || tokens[next] is { IsUpper: true, Text: "al" };
        if (isWord) next += 2;
        else if (isShort) next++;
        return isWord || isShort;
    }
}
