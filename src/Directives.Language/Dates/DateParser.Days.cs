using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>Days by number, by weekday and by name.</summary>
internal sealed partial class DateParser
{
    /// <summary>Any naming of days that begins at the token.</summary>
    private bool TryValue(int at, DateRelation? relation, out DateValue value, out int next)
    {
        var afterDateWord = relation is not null || tokens[at - 1].IsAny("sang", "thành", "hạn");
        if (tokens[at].Text is "the" && tokens[at + 1].Kind != TokenKind.None) at++;
        return TryRangeStart(at, relation, out value, out next)
            || TryLunar(at, out value, out next)
            || TryNumericDay(at, afterDateWord, out value, out next)
            || TryDayWord(at, out value, out next)
            || TryDayOfMonth(at, out value, out next)
            || TryWeekday(at, out value, out next)
            || tokens[at + 1].Is("ngày") && TryPart(at, out value, out next)
            || TryCounted(at, relation, out value, out next)
            || TryPart(at, out value, out next)
            || TryPeriod(at, out value, out next)
            || TryEnglishDay(at, out value, out next)
            || TryNamedDay(at, out value, out next)
            || TryCurrent(at, out value, out next);
    }

    /// <summary>The bare first day of <c>từ 1 đến 15/12</c>, <c>16–22/11</c>.</summary>
    private bool TryRangeStart(int at, DateRelation? relation, out DateValue value, out int next)
    {
        (value, next) = (null!, at + 1);
        if (tokens[at] is not { Kind: TokenKind.Number, Length: <= 2, Value: >= 1 and <= 31 } first) return false;
        var isDash = tokens[next].IsSign('-') && tokens[next].IsGlued;
        if (!isDash && !(relation == DateRelation.Since && (tokens[next].IsAny("đến", "tới") || tokens[next].Text is "and" or "to" or "through"))) return false;
        var last = tokens[next + 1].Is("ngày") ? next + 2 : next + 1;
        if (tokens[next].Text is "and" or "to" or "through" && TryEnglishDay(last, out _, out _))
        {
            value = new DayValue(first.Value, null, null);
            return true;
        }

        if (tokens[last] is not { Kind: TokenKind.Number, Length: <= 2 } end || end.Value <= first.Value && isDash) return false;
        if (!TryNumericDay(last, false, out _, out _) && !(TryEnglishDay(last, out var english, out _) && english is DayValue { Month: not null })) return false;
        value = new DayValue(first.Value, null, null);
        return true;
    }

    /// <summary><c>gia hạn việc 12 đến 20</c>: after a word for putting off, a number at the end of what is said is a day of the month.</summary>
    private bool TryBareDay(int at, int number, out DateExpression expression)
    {
        expression = new DateExpression(at, at);
        if (tokens[number] is not { Kind: TokenKind.Number, Length: <= 2, Value: >= 1 and <= 31 } day || !IsAfterPuttingOff(at)) return false;
        var after = tokens[number + 1];
        var isLast = after.Kind is TokenKind.None or TokenKind.Break || (after.Kind == TokenKind.Sign && !after.IsGlued) || after.IsSign(',') || after.IsSign('?')
            || after.IsAny("vì", "do", "được", "nhé", "ạ", "giúp", "cho") || after.IsAny("với", "nha", "thì", "đi", "để");
        if (!isLast) return false;
        expression = new DateExpression(at, number + 1) { Relation = DateRelation.Until, Value = new DayValue(day.Value, null, null) };
        return true;
    }

    private bool IsAfterPuttingOff(int at)
    {
        for (var before = at - 1; before >= 0 && before > at - 12; before--)
        {
            if (tokens[before].IsAny("gia", "lùi", "dời", "hoãn", "khất", "xin") || tokens[before].Text is "extend" or "postpone" or "move" or "push") return true;
            if (tokens[before].Kind is TokenKind.Sign or TokenKind.Break) return false;
        }

        return false;
    }

    /// <summary><c>quốc khánh</c>; <c>quốc khánh 2/9</c> says it twice.</summary>
    private bool TryNamedDay(int at, out DateValue value, out int next)
    {
        if (!calendar.TryNamedDay(tokens, at, out value, out next)) return false;
        if (TryNumericDay(next, true, out _, out var afterDay)) next = afterDay;
        return true;
    }

    /// <summary><c>trong tuần</c>, <c>hết tháng</c>: the current one.</summary>
    private bool TryCurrent(int at, out DateValue value, out int next)
    {
        value = null!;
        if (!DateWords.TryUnit(tokens, at, out var unit, out next) || !tokens[at - 1].IsAny("trong", "hết")) return false;
        value = unit switch
        {
            DateUnit.SchoolYear => new SchoolYearValue(null, 0),
            DateUnit.Term => new TermValue(null, 0, null),
            _ => new OffsetValue(unit, 0),
        };
        return unit != DateUnit.WorkingDay;
    }

    /// <summary><c>15/12/2026</c>, <c>15-12-2026</c>, <c>15.12.2026</c>, <c>15/12</c>, <c>2026-12-15</c>, and <c>15-12</c>, <c>15.12</c> after a word that calls for a date.</summary>
    private bool TryNumericDay(int at, bool afterDateWord, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        var first = tokens[at];
        if (first.Kind != TokenKind.Number || first.Value < 0) return false;
        var sign = tokens[at + 1];
        if (!sign.IsSign('/') && !sign.IsSign('-') && !sign.IsSign('.')) return false;
        var second = tokens[at + 2];
        if (second.Kind != TokenKind.Number || (sign.IsGlued != second.IsGlued) || second.Value < 0) return false;
        if (sign.IsSign('.') && !second.IsGlued) return false;
        var hasThird = tokens[at + 3].Kind == TokenKind.Sign && tokens[at + 3].Text == sign.Text && tokens[at + 4].Kind == TokenKind.Number
            && tokens[at + 3].IsGlued == sign.IsGlued && tokens[at + 4].IsGlued == second.IsGlued;
        if (hasThird)
        {
            next = at + 5;
            var third = tokens[at + 4];
            if (first.Length == 4) return IsDay(third.Value, second.Value, first.Value, out value);
            return third.Length is 2 or 4 && first.Length <= 2 && second.Length <= 2 && IsDay(first.Value, second.Value, FullYear(third), out value);
        }

        next = at + 3;
        if (first.Length > 2 || second.Length > 2) return false;
        if (!afterDateWord && !sign.IsSign('/')) return false;
        var year = tokens[next].IsAny("năm", "sang", "của") || tokens[next].Text is "next" or "this" or "last" ? ReadYear(ref next) : null;
        return IsDay(first.Value, second.Value, year, out value);
    }

    /// <summary><c>ngày 5</c>, <c>ngày 05 tháng 9 năm 2026</c>, <c>mùng 5</c>, <c>15 tháng 12</c>, <c>ngày mười lăm tháng mười hai</c>, <c>ngày 12/2</c>.</summary>
    private bool TryDayOfMonth(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        var from = at;
        var hasWord = tokens[from].IsAny("ngày", "hôm");
        if (hasWord) from++;
        var isEarly = tokens[from].IsAny("mùng", "mồng");
        if (isEarly) from++;
        hasWord |= isEarly;
        if (hasWord && TryNumericDay(from, true, out value, out next)) return true;
        if (hasWord && tokens[from].IsAny("thứ", "chủ", "chúa") && TryWeekday(from, out value, out next))
        {
            // "hôm thứ hai" has been; "hôm thứ hai này", "hôm chủ nhật tới" may be to come.
            var isPast = tokens[at].Is("hôm") && !tokens[next - 1].IsAny("này", "sau", "tới");
            if (isPast && value is WeekdayValue { WeekOffset: null } weekday) value = weekday with { Choice = WeekdayChoice.Last };
            return true;
        }

        if (!TryDayNumber(from, isEarly, out var day, out next) || day is < 1 or > 31) return false;
        if (tokens[from].Kind == TokenKind.Number && tokens[from].Length > 2) return false;

        // "10 tây tháng 12": a day of the calendar that is meant anyhow.
        if (tokens[next].Is("tây") && tokens[next + 1].Is("tháng")) next++;
        if (tokens[next].Is("tháng") && TryMonthNumber(next + 1, out var month, out var afterMonth))
        {
            next = afterMonth;
            var year = ReadYear(ref next);
            return IsDay(day, month, year, out value);
        }

        if (!hasWord) return false;

        // "ngày 5 tháng này", "ngày 10 tháng sau"
        if (tokens[next].Is("tháng") && DateWords.TryOffset(tokens, next + 1, out var offset, out var afterOffset))
        {
            next = afterOffset;
            value = new PartOfMonthDay(day, offset);
            return true;
        }

        value = new DayValue(day, null, null);
        return true;
    }

    /// <summary>The number of a day; after <c>mùng</c> the word <c>sau</c> without its mark is six.</summary>
    private bool TryDayNumber(int at, bool isEarly, out int day, out int next)
    {
        (day, next) = (6, at + 1);
        return (isEarly && tokens[at].Text == "sau") || NumberWords.TryRead(tokens, at, out day, out next);
    }

    /// <summary><c>hôm nay</c>, <c>ngày mai</c>, <c>mốt</c>, <c>ngày kia</c>, <c>hôm qua</c>, <c>sáng mai</c> (its part of the day is read before).</summary>
    private bool TryDayWord(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        var from = at;
        if (tokens[from].Is("ngày") && tokens[from + 1].Is("hôm")) from++;
        var hasWord = tokens[from].IsAny("ngày", "hôm", "bữa");
        if (hasWord) from++;
        var token = tokens[from];
        int? offset = null;
        if (hasWord)
        {
            if (token.Is("nay") || (token.Is("này") && !tokens[from - 1].Is("ngày"))) offset = 0;
            else if (token.Is("qua")) offset = -1;
            else if (token.Text == "kìa") offset = -3;
            else if (token.Is("kia")) offset = tokens[from - 1].Is("ngày") ? 2 : -2;
            else if (token.Is("mai")) offset = 1;
            else if (token.Text is "mốt" || (token.Text is "mot" && tokens[from - 1].IsAny("ngày", "bữa") && !tokens[from + 1].Is("tháng"))) offset = 2;
            else if (token.IsAny("này", "nay") && tokens[from - 1].Is("ngày")) offset = 0;
        }
        else if (token.Is("mai") && !IsName(from) && !(tokens[from + 1].Is("mốt") && tokens.IsAccented))
        {
            offset = 1;
        }
        else if (token.Text is "hnay" or "hni")
        {
            offset = 0;
        }
        else if (token.Is("nay") && (tokens[from - 1].IsAny("từ", "trong") || tokens[from - 1].Kind == TokenKind.None))
        {
            offset = 0;
        }
        else if (tokens[from - 1].Text is "from" && token.Text is "now")
        {
            offset = 0;
        }
        else if (tokens[from - 1].Is("từ") && (token.Is("giờ") || token.Is("bây") && tokens[from + 1].Is("giờ")))
        {
            offset = 0;
            if (token.Is("bây")) from++;
        }
        else if ((token.Text == "mốt" && !tokens[from - 1].Is("mai")) || (token.Text == "mot" && IsPlainTwoDaysOn(from)))
        {
            offset = 2;
        }
        else if (token.IsAny("sáng", "chiều", "trưa") || token.IsAny("tối", "đêm"))
        {
            // "chiều qua", "sáng nay": the part of the day was not followed by a day word of its own.
            if (tokens[from + 1].IsAny("nay", "này")) offset = 0;
            else if (tokens[from + 1].Is("qua")) offset = -1;
            if (offset is not null) from++;
        }

        if (offset is null) return TryEnglishDayWord(at, out value, out next);
        next = from + 1;
        value = new OffsetValue(DateUnit.Day, offset.Value);
        return true;
    }

    /// <summary><c>mot</c> typed without its mark: <c>mai va mot</c>, <c>mot co viec gi</c>, <c>khat den mot</c>; elsewhere it is mostly a number.</summary>
    private bool IsPlainTwoDaysOn(int at)
    {
        var (before, after) = (tokens[at - 1], tokens[at + 1]);
        if (before.IsAny("và", "với") && tokens[at - 2].Is("mai")) return true;
        if (before.IsAny("đến", "tới")) return after.Kind is TokenKind.None or TokenKind.Break or TokenKind.Sign || after.IsAny("nhé", "nha", "ạ", "được");
        if (before.Kind != TokenKind.None || tokens.IsAccented) return false;
        return after.IsAny("có", "còn", "nay", "này") || after.IsAny("phải", "nhắc", "hạn");
    }

    /// <summary><c>Mai</c> with a capital inside a sentence is a person, and <c>Sao Mai</c> a school.</summary>
    private bool IsName(int at) => tokens[at - 1].Is("sao") || IsFlower(at - 1) && tokens[at - 1].IsCapitalised == tokens[at].IsCapitalised || tokens[at - 1].IsAny("chị", "cô", "bạn") || tokens[at].IsCapitalised && !tokens[at].IsUpper && at > 0 && tokens[at - 1].Kind == TokenKind.Word;

    /// <summary><c>Ban Mai</c>, <c>Hoa Mai</c>, <c>Nắng Mai</c>: common names of schools; after <c>cô</c> the first is a teacher's.</summary>
    private bool IsFlower(int at) => tokens[at].IsAny("ban", "nắng", "hoa") && !tokens[at - 1].IsAny("cô", "chị", "bạn");

    private static int FullYear(Token token) => token.Length == 2 ? 2000 + token.Value : token.Value;

    /// <summary>
    /// Whether this is how a day is written. <c>31/11</c> and <c>29/2/2027</c> are days that the calendar has not: read as a whole they name
    /// none, in pieces they would name another.
    /// </summary>
    private static bool IsDay(int day, int month, int? year, out DateValue value)
    {
        value = null!;
        if (month is < 1 or > 12 || day is < 1 or > 31 || (year is < 1900 or > 2199 && !RelativeYear.Is(year))) return false;
        value = new DayValue(day, month, year);
        return true;
    }

    /// <summary>A year after a day, month, quarter or term: <c>/2018</c>, <c>năm 2018</c>, <c>năm nay</c>, <c>2018</c>.</summary>
    private int? ReadYear(ref int next)
    {
        var from = next;
        if (tokens[from].IsSign('/') || tokens[from].IsSign('-') || tokens[from].IsSign('.')) from++;
        else if (tokens[from].IsSign(',')) from++;
        if (tokens[from].Is("của")) from++;
        if (tokens[from].IsAny("sang", "qua") && tokens[from + 1].Is("năm") && TryComingOne(from, out _, out var afterComing))
        {
            next = afterComing;
            return 1;
        }

        if (tokens[from].Is("năm"))
        {
            from++;
            if (!tokens[from].Is("qua") && DateWords.TryOffset(tokens, from, out var offset, out var afterOffset))
            {
                next = afterOffset;
                return offset;
            }
        }
        else if (tokens[from].Text is "next" or "last" or "this" && tokens[from + 1].Text is "year")
        {
            next = from + 2;
            return tokens[from].Text switch { "next" => 1, "last" => -1, _ => 0 };
        }

        if (tokens[from] is { Kind: TokenKind.Number, Length: 4, Value: >= 1900 and <= 2199 } year)
        {
            next = from + 1;
            return year.Value;
        }

        return null;
    }
}

/// <summary>Years that are counted from the current one stand in year slots as -1, 0 or 1.</summary>
internal static class RelativeYear
{
    internal static bool Is(int? year) => year is >= -2 and <= 2;

    internal static int? Resolve(int? year, int current) => Is(year) ? current + year : year;
}

/// <summary>A day of the month so many months from the current one (<c>ngày 10 tháng sau</c>).</summary>
internal sealed record PartOfMonthDay(int Day, int MonthOffset) : DateValue;
