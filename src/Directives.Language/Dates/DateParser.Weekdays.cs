using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>Weekdays, and days as English names them.</summary>
internal sealed partial class DateParser
{
    /// <summary><c>thứ 6</c>, <c>thứ sáu tuần sau</c>, <c>T6</c>, <c>CN</c>, <c>chủ nhật này</c>, <c>next Friday</c>.</summary>
    private bool TryWeekday(int at, out DateValue value, out int next)
    {
        value = null!;
        if (!TryWeekdayName(at, out var day, out next)) return TryEnglishWeekday(at, out value, out next);
        if (tokens[next].Is("tuần") || (tokens[next].Is("của") && tokens[next + 1].Is("tuần")))
        {
            var unit = tokens[next].Is("của") ? next + 1 : next;
            if (DateWords.TryOffset(tokens, unit + 1, out var week, out var afterWeek))
            {
                next = afterWeek;
                value = new WeekdayValue(day, week);
                return true;
            }
        }

        // "thứ hai 30/11", "thứ Hai, ngày 30/11/2026": the day itself is named as well.
        var dayAt = tokens[next].IsSign(',') || tokens[next].IsSign('(') ? next + 1 : next;
        if (TryNumericDay(dayAt, false, out var named, out var afterNamed) || (tokens[dayAt].Is("ngày") && TryDayOfMonth(dayAt, out named, out afterNamed)))
        {
            (value, next) = (named, tokens[afterNamed].IsSign(')') ? afterNamed + 1 : afterNamed);
            return true;
        }

        var choice = WeekdayChoice.Coming;
        if ((tokens[next].Is("tới") && !TryWeekdayName(next + 1, out _, out _) && tokens[next + 1].Kind != TokenKind.Number && !tokens[next + 1].IsAny("ngày", "hết")) || (tokens[next].Is("sắp") && tokens[next + 1].Is("tới")))
        {
            (choice, next) = (WeekdayChoice.Next, tokens[next].Is("tới") ? next + 1 : next + 2);
        }
        else if (tokens[next].IsAny("này", "sau") && !tokens[next].Is("nay"))
        {
            next++;
        }
        else if (tokens[next].IsAny("này", "sau"))
        {
            next++;
        }
        else if ((tokens[next].Is("trước") && !TryWeekdayFollower(next + 1)) || (tokens[next].Is("vừa") && tokens[next + 1].IsAny("rồi", "qua")))
        {
            (choice, next) = (WeekdayChoice.Last, tokens[next].Is("trước") ? next + 1 : next + 2);
        }

        value = new WeekdayValue(day, WeekOfTheNext(day, choice, next), choice);
        return true;
    }

    /// <summary>In <c>thứ năm và thứ sáu tuần sau</c> the week is that of both.</summary>
    private int? WeekOfTheNext(int day, WeekdayChoice choice, int at)
    {
        if (choice != WeekdayChoice.Coming || (!tokens[at].Is("và") && !tokens[at].IsSign(',') && !tokens[at].Is("hoặc"))) return null;
        if (!TryWeekdayName(at + 1, out var further, out var next) || further <= day || !tokens[next].Is("tuần")) return null;
        return DateWords.TryOffset(tokens, next + 1, out var week, out _) ? week : null;
    }

    /// <summary>In <c>thứ 6 trước 16h</c> the word belongs to the time.</summary>
    private bool TryWeekdayFollower(int at) => tokens[at].Kind == TokenKind.Number || TryTime(at, out _, out _);

    private bool TryWeekdayName(int at, out int day, out int next)
    {
        (day, next) = (0, at + 2);
        var token = tokens[at];
        var following = tokens[at + 1];
        if (token.Is("thứ") || (token.Text is "thư" && following.Kind == TokenKind.Number))
        {
            if (following.Kind == TokenKind.Number) day = following.Value is >= 2 and <= 7 && following.Length == 1 ? following.Value - 1 : 0;
            else if (following.Is("hai")) day = 1;
            else if (following.Is("ba")) day = 2;
            else if (following.IsAny("tư", "bốn")) day = 3;
            else if (following.Is("năm")) day = 4;
            else if (following.IsAny("sáu", "sau")) day = 5;
            else if (following.IsAny("bảy", "bẩy")) day = 6;
        }
        else if ((token.Text is "t" or "th") && following is { Kind: TokenKind.Number, Length: 1 } && (following.IsGlued || token.Text == "th"))
        {
            day = following.Value is >= 2 and <= 7 ? following.Value - 1 : 0;
        }
        else if (token.IsAny("chủ", "chúa") && following.Is("nhật"))
        {
            day = 7;
        }
        else if (token.Text is "cn" || token.Text is "chủnhật")
        {
            (day, next) = (7, at + 1);
        }

        return day > 0;
    }

    private bool TryEnglishWeekday(int at, out DateValue value, out int next)
    {
        value = null!;
        var from = tokens[at].Text is "next" or "this" or "last" or "coming" ? at + 1 : at;
        next = from + 1;
        if (!DateWords.TryEnglishWeekday(tokens[from], out var day)) return false;
        value = tokens[at].Text switch
        {
            "next" => new WeekdayValue(day, 1),
            "last" => new WeekdayValue(day, null, WeekdayChoice.Last),
            _ => new WeekdayValue(day, null),
        };
        if (from == at && tokens[next].Text is "next" or "this" or "last" && tokens[next + 1].Text is "week")
        {
            value = new WeekdayValue(day, tokens[next].Text switch { "next" => 1, "last" => -1, _ => 0 });
            next += 2;
        }

        return true;
    }

    /// <summary><c>December 15</c>, <c>Dec 15th, 2026</c>, <c>15 December</c>, <c>the 15th of December</c>, <c>the 15th</c>.</summary>
    private bool TryEnglishDay(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        if (DateWords.TryEnglishMonth(tokens[at], out var month))
        {
            if (TryEnglishDayNumber(at + 1, out var day, out next))
            {
                if (tokens[next].IsSign(',') && tokens[next + 1] is { Kind: TokenKind.Number, Length: 4 }) next++;
                return IsDay(day, month, ReadYear(ref next), out value);
            }

            // The month alone: not "may", which is a verb, nor a short form.
            next = at + 1;
            var year = ReadYear(ref next);
            if (tokens[at].Text.Length <= 3 && year is null && (tokens[at].Text is "may" or "mar" or "jan" or "jun")) return false;
            value = new MonthsValue(month, month, year);
            return true;
        }

        if (!TryEnglishDayNumber(at, out var number, out next)) return false;
        var hasSuffix = next - at > 1;
        if (tokens[next].Text is "of") next++;
        if (DateWords.TryEnglishMonth(tokens[next], out month))
        {
            next++;
            return IsDay(number, month, ReadYear(ref next), out value);
        }

        next = at + 2;
        value = new DayValue(number, null, null);
        return hasSuffix;
    }

    private bool TryEnglishDayNumber(int at, out int day, out int next)
    {
        next = at + 1;
        day = tokens[at] is { Kind: TokenKind.Number, Length: <= 2 } number ? number.Value : 0;
        if (tokens[next] is { IsGlued: true, Text: "st" or "nd" or "rd" or "th" }) next++;
        return day is >= 1 and <= 31;
    }

    private bool TryEnglishDayWord(int at, out DateValue value, out int next)
    {
        next = at + 1;
        int? offset = tokens[at].Text switch { "today" or "tonight" or "today's" => 0, "tomorrow" or "tmr" or "tomorrow's" => 1, "yesterday" or "yesterday's" => -1, _ => null };
        if (tokens[at].Text is "day" && tokens[at + 1].Text is "after" or "before" && tokens[at + 2].Text is "tomorrow" or "yesterday")
        {
            (offset, next) = (tokens[at + 1].Text == "after" ? 2 : -2, at + 3);
        }

        value = offset is null ? null! : new OffsetValue(DateUnit.Day, offset.Value);
        return offset is not null;
    }
}
