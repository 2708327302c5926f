using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>Weeks, months, quarters, terms, years, and their beginnings, middles and ends.</summary>
internal sealed partial class DateParser
{
    private bool TryPeriod(int at, out DateValue value, out int next) =>
        TryMonth(at, out value, out next) || TryShortMonth(at, out value, out next) || TryWeek(at, out value, out next) || TryQuarter(at, out value, out next)
        || TryTerm(at, out value, out next) || TrySchoolYear(at, out value, out next) || TryYear(at, out value, out next)
        || TryYears(at, out value, out next) || TryComingOne(at, out value, out next) || TryEnglishPeriod(at, out value, out next);

    /// <summary><c>sang năm</c>, <c>qua tuần</c>: the next one; in <c>sang tuần sau</c>, <c>sang tháng 12</c> the words behind say which.</summary>
    private bool TryComingOne(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at + 2);
        if (!tokens[at].IsAny("sang", "qua") || tokens[at - 1].IsAny("trải", "vượt", "vừa")) return false;
        if (!DateWords.TryUnit(tokens, at + 1, out var unit, out next) || unit is not (DateUnit.Week or DateUnit.Month or DateUnit.Quarter or DateUnit.Year)) return false;
        if (DateWords.TryOffset(tokens, next, out _, out _) || tokens[next].Kind == TokenKind.Number) return false;
        if (NumberWords.TryRead(tokens, next, out _, out _) || NumberWords.TryRoman(tokens, next, out _)) return false;
        value = new OffsetValue(unit, 1);
        return true;
    }

    /// <summary>The first year of <c>giai đoạn 2020-2025</c>, <c>các năm 2018, 2019</c>, <c>từ 2018 đến 2020</c>; not in the name of a plan or a programme.</summary>
    private bool TryYears(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        var from = (tokens[at].Is("giai") && tokens[at + 1].Is("đoạn")) || (tokens[at].Is("nhiệm") && tokens[at + 1].Is("kỳ"))
            || (tokens[at].IsAny("các", "những") && tokens[at + 1].Is("năm")) ? at + 2
            : tokens[at - 1].Is("từ") || tokens[at - 1].Text is "from" or "since" ? at
            : -1;
        if (from < 0 || !IsYear(from) || tokens[at - 1].IsAny("hoạch", "án", "trình", "lược", "quyết")) return false;
        (value, next) = (new YearValue(tokens[from].Value), from + 1);
        return from > at || tokens[next].IsAny("đến", "tới") || tokens[next].Text is "to" || tokens[next].IsSign('-');
    }

    private bool IsYear(int at) => tokens[at] is { Kind: TokenKind.Number, Length: 4, Value: >= 1900 and <= 2199 };

    /// <summary><c>tháng 12</c>, <c>tháng mười hai năm 2018</c>, <c>tháng sau</c>, <c>12/2018</c>.</summary>
    private bool TryMonth(int at, out DateValue value, out int next)
    {
        value = null!;
        if (tokens[at] is { Kind: TokenKind.Number, Length: <= 2, Value: >= 1 and <= 12 } number && tokens[at + 1].IsSign('/')
            && tokens[at + 2] is { Kind: TokenKind.Number, Length: 4, Value: >= 1900 and <= 2199 } numberYear)
        {
            next = at + 3;
            value = new MonthsValue(number.Value, number.Value, numberYear.Value);
            return true;
        }

        next = at + 1;
        if (!tokens[at].Is("tháng")) return false;

        // Without diacritics "thang sau" is next month, and June only where that is written out.
        if (tokens[next].Text != "sáu" && DateWords.TryOffset(tokens, next, out var offset, out var afterOffset))
        {
            next = afterOffset;
            value = new OffsetValue(DateUnit.Month, offset);
            if (TryDayBehind(next, out var day, out var afterDay)) (value, next) = (new PartOfMonthDay(day, offset), afterDay);
            return true;
        }

        if (!TryMonthNumber(next, out var month, out next)) return false;
        var first = month;
        if (tokens[next].IsSign('-') && tokens[next + 1] is { Kind: TokenKind.Number, Length: <= 2 } last && last.Value > month && last.Value <= 12)
        {
            (month, next) = (last.Value, next + 2);
        }

        while (TryNextInRow(next, month, 12, out var following, out var afterFollowing)) (month, next) = (following, afterFollowing);
        value = new MonthsValue(first, month, ReadYear(ref next));
        return true;
    }

    /// <summary>The day in <c>tháng sau ngày 10</c>.</summary>
    private bool TryDayBehind(int at, out int day, out int next)
    {
        (day, next) = (0, at);
        var from = tokens[at].IsAny("vào") ? at + 1 : at;
        if (!tokens[from].Is("ngày") || !TryDayOfMonth(from, out var value, out next) || value is not DayValue { Month: null } found) return false;
        day = found.Day;
        return !tokens[next].IsAny("đến", "tới");
    }

    /// <summary>In <c>tháng 10 và 11</c>, <c>quý III, IV</c> the number that follows the one before it.</summary>
    private bool TryNextInRow(int at, int number, int largest, out int following, out int next)
    {
        (following, next) = (0, at + 2);
        if (!tokens[at].IsAny("và", "với") && !tokens[at].IsSign(',') && !tokens[at].IsSign('-') && !tokens[at].IsSign('+') && tokens[at].Text is not "and") return false;
        if (tokens[at + 1] is { Kind: TokenKind.Number, Length: <= 2 } digits) following = digits.Value;
        else if (!NumberWords.TryRoman(tokens, at + 1, out following)) return false;
        if (following != number + 1 || following > largest) return false;

        // "tháng 11, 12 trường chưa nộp" counts schools, "tháng 11, 12/12" names a day.
        var after = tokens[next];
        if (after.Kind == TokenKind.Sign) return !after.IsGlued || after.IsSign(',') || after.IsSign('?') || after.IsSign('.');
        return !after.IsAny("trường", "đơn", "việc", "nhiệm", "ngày", "giờ", "người", "lớp", "phòng", "cháu", "học", "giáo", "nơi", "xã", "phường")
            && after.Text is not ("h" or "nv" or "đv" or "th" or "mn" or "thcs");
    }

    /// <summary><c>tháng chạp tây</c>, <c>tháng 12 dương lịch</c>: a month of the calendar that is meant anyhow.</summary>
    private bool IsSolarWord(int at, out int next)
    {
        next = tokens[at].Is("dương") && tokens[at + 1].Is("lịch") ? at + 2 : tokens[at].Is("tây") && !tokens[at].IsCapitalised ? at + 1 : at;
        return next > at;
    }

    /// <summary><c>T12</c>, <c>t12/2026</c>: so offices write the months from August on; the smaller numbers are days of the week.</summary>
    private bool TryShortMonth(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at + 2);
        if (tokens[at].Text != "t" || tokens[at + 1] is not { Kind: TokenKind.Number, IsGlued: true, Value: >= 8 and <= 12, Length: <= 2 } number) return false;
        value = new MonthsValue(number.Value, number.Value, ReadYear(ref next));
        return true;
    }

    private bool TryMonthNumber(int at, out int month, out int next)
    {
        if (tokens[at].Is("tư")) (month, next) = (4, at + 1);
        else if (tokens[at].Is("mười") && tokens[at + 1].Text is "một" or "mot" or "hai") (month, next) = (tokens[at + 1].Text == "hai" ? 12 : 11, at + 2);
        else if (IsSolarWord(at + 1, out _) && tokens[at].IsAny("giêng", "chạp")) (month, next) = (tokens[at].Is("giêng") ? 1 : 12, at + 1);
        else if (!NumberWords.TryRead(tokens, at, out month, out next)) return false;
        if (IsSolarWord(next, out var afterSolar)) next = afterSolar;
        return month is >= 1 and <= 12 && (tokens[at].Kind != TokenKind.Number || tokens[at].Length <= 2);
    }

    /// <summary><c>tuần này</c>, <c>tuần 2 tháng 12</c>, <c>tuần đầu tháng sau</c>, <c>tuần 48</c>.</summary>
    private bool TryWeek(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at + 1);
        if (!tokens[at].Is("tuần")) return false;
        if (DateWords.TryOffset(tokens, next, out var offset, out var afterOffset))
        {
            next = afterOffset;
            value = new OffsetValue(DateUnit.Week, offset);
            if (TryWeekdayBehind(next, out var day, out var afterDay)) (value, next) = (new WeekdayValue(day, offset), afterDay);
            return true;
        }

        var number = 0;
        if (tokens[next].Is("đầu")) (number, next) = (1, next + (tokens[next + 1].Is("tiên") ? 2 : 1));
        else if (tokens[next].Is("cuối")) (number, next) = (-1, next + (tokens[next + 1].Is("cùng") ? 2 : 1));
        else
        {
            if (tokens[next].IsAny("thứ", "số")) next++;
            if (tokens[next].Is("nhất")) (number, next) = (1, next + 1);
            else if (!NumberWords.TryRead(tokens, next, out number, out next)) return false;
        }

        var isOfMonth = tokens[next].IsAny("của", "trong");
        if (TryPeriodOf(isOfMonth ? next + 1 : next, DateUnit.Month, out var month, out var afterMonth) && number is -1 or (>= 1 and <= 5))
        {
            next = afterMonth;
            value = new WeekOfMonthValue(number, month);
            return true;
        }

        if (number is < 6 or > 53) return false;
        value = new WeekOfYearValue(number, ReadYear(ref next));
        return true;
    }

    /// <summary>The day in <c>tuần sau thứ tư</c>, <c>tuần này, vào sáng thứ sáu</c>: the week said first.</summary>
    private bool TryWeekdayBehind(int at, out int day, out int next)
    {
        var from = tokens[at].IsSign(',') ? at + 1 : at;
        if (tokens[from].IsAny("vào", "on")) from++;
        if (tokens[from].IsAny("sáng", "chiều", "tối")) from++;
        if (tokens[from].IsAny("ngày", "hôm")) from++;
        if (DateWords.TryEnglishWeekday(tokens[from], out day)) next = from + 1;
        else if (!TryWeekdayName(from, out day, out next)) return false;

        // "việc tuần sau, thứ sáu tuần này": a day of a week of its own.
        return !tokens[next].Is("tuần") && !(tokens[at].IsSign(',') && tokens[next].IsAny("đến", "tới", "này"));
    }

    /// <summary>A period of that unit, or the bare unit for the current one (<c>tuần cuối tháng</c>).</summary>
    private bool TryPeriodOf(int at, DateUnit unit, out DateValue value, out int next)
    {
        if (unit == DateUnit.Month && TryMonth(at, out value, out next)) return true;
        value = new OffsetValue(unit, 0, IsImplied: true);
        return DateWords.TryUnit(tokens, at, out var found, out next) && found == unit;
    }

    /// <summary><c>quý IV</c>, <c>quý 4/2018</c>, <c>QI</c>, <c>Q4</c>, <c>quý này</c>.</summary>
    private bool TryQuarter(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at + 1);
        var token = tokens[at];
        var quarter = 0;
        if (token.Is("quý"))
        {
            if (DateWords.TryOffset(tokens, next, out var offset, out var afterOffset))
            {
                next = afterOffset;
                value = new OffsetValue(DateUnit.Quarter, offset);
                return true;
            }

            if (NumberWords.TryRoman(tokens, next, out quarter)) next++;
            else if (tokens[next].Is("tư")) (quarter, next) = (4, next + 1);
            else if (!NumberWords.TryRead(tokens, next, out quarter, out next)) return false;
        }
        else if (token.Text == "q" && tokens[next] is { Kind: TokenKind.Number, Length: 1, IsGlued: true } digit)
        {
            (quarter, next) = (digit.Value, next + 1);
        }
        else if (tokens[next].Text is "quarter" && NumberWords.TryOrdinal(token, out quarter))
        {
            next++;
            if (tokens[next].Text is "of" && IsYear(next + 1)) next++;
        }
        else if (token is { IsUpper: true, Text: "qi" or "qii" or "qiii" or "qiv" })
        {
            quarter = token.Text.Length == 4 ? (token.Text == "qiv" ? 4 : 3) : token.Text.Length - 1;
        }

        if (quarter is < 1 or > 4) return false;
        var first = quarter;
        while (TryNextInRow(next, quarter, 4, out var following, out var afterFollowing)) (quarter, next) = (following, afterFollowing);
        value = new MonthsValue((first * 3) - 2, quarter * 3, ReadYear(ref next));
        return true;
    }

    /// <summary><c>học kỳ I</c>, <c>HKI</c>, <c>HK1 năm học 2018-2019</c>, <c>kỳ 2</c>, <c>học kỳ này</c>.</summary>
    private bool TryTerm(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at + 1);
        var token = tokens[at];
        var number = 0;
        var isWord = (token.Is("học") && tokens[next].Is("kỳ")) || token.Text is "hk" or "term" or "semester";
        if (token.Text is "hki" or "hkii")
        {
            number = token.Text.Length - 2;
        }
        else if (tokens[next].Text is "term" or "semester" && NumberWords.TryOrdinal(token, out number))
        {
            next++;
        }
        else if (isWord || token.Is("kỳ"))
        {
            if (token.Is("học")) next++;
            if (isWord && DateWords.TryOffset(tokens, next, out var offset, out var afterOffset))
            {
                next = afterOffset;
                value = new TermValue(null, offset, null);
                return true;
            }

            if (tokens[next] is { Kind: TokenKind.Number, Length: 1 } digit) (number, next) = (digit.Value, next + 1);
            else if (NumberWords.TryRoman(tokens, next, out number)) next++;
            else if (isWord && tokens[next].IsAny("một", "nhất")) (number, next) = (1, next + 1);
            else if (isWord && tokens[next].IsAny("hai", "đầu")) (number, next) = (tokens[next].Is("hai") ? 2 : 1, next + 1);
            if (token.Is("kỳ") && tokens[at - 1].IsAny("định", "thời")) return false;
        }

        if (number is < 1 or > 2) return false;
        DateValue? schoolYear = null;
        var from = tokens[next].IsSign(',') ? next + 1 : next;
        if (TrySchoolYear(from, out var year, out var afterYear)) (schoolYear, next) = (year, afterYear);
        value = new TermValue(number, 0, schoolYear);
        return true;
    }

    /// <summary><c>năm học 2019-2020</c>, <c>năm học này</c>, <c>school year 2019-2020</c>.</summary>
    private bool TrySchoolYear(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        if (!DateWords.TryUnit(tokens, at, out var unit, out next) || unit != DateUnit.SchoolYear)
        {
            var before = tokens[at].Text switch { "this" => 0, "next" => 1, "last" => -1, _ => 2 };
            if (before == 2 || tokens[at + 1].Text != "school" || tokens[at + 2].Text is not ("year" or "year's")) return false;
            (value, next) = (new SchoolYearValue(null, before), at + 3);
            return true;
        }

        if (!tokens[next].Is("rồi") && DateWords.TryOffset(tokens, next, out var offset, out var afterOffset))
        {
            next = afterOffset;
            value = new SchoolYearValue(null, offset);
            return true;
        }

        if (tokens[next] is not { Kind: TokenKind.Number, Length: 4, Value: >= 1900 and <= 2198 } first) return false;
        next++;
        if ((tokens[next].IsSign('-') || tokens[next].IsSign('/')) && tokens[next + 1] is { Kind: TokenKind.Number, Length: 4 or 2 }) next += 2;
        value = new SchoolYearValue(first.Value, 0);
        return true;
    }

    private bool TryYear(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at + 1);
        if (!tokens[at].Is("năm") || tokens[next].Is("học")) return false;
        if (tokens[next] is { Kind: TokenKind.Number, Length: 4, Value: >= 1900 and <= 2199 } year)
        {
            (value, next) = (new YearValue(year.Value), next + 1);
            var isJoined = tokens[next].IsAny("và", "với") || tokens[next].Text is "and";
            if (isJoined && IsYear(next + 1) && tokens[next + 1].Value == year.Value + 1) (value, next) = (new YearsValue(year.Value, year.Value + 1), next + 2);
            return true;
        }

        if (!DateWords.TryOffset(tokens, next, out var offset, out var afterOffset)) return false;
        (value, next) = (new OffsetValue(DateUnit.Year, offset), afterOffset);
        return true;
    }

    /// <summary><c>this week</c>, <c>next month</c>, <c>last quarter</c>, and a year after <c>in</c>.</summary>
    private bool TryEnglishPeriod(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at + 1);
        if (tokens[at] is { Kind: TokenKind.Number, Length: 4, Value: >= 1900 and <= 2199 } year && tokens[at - 1].Text is "in" or "year" or "of")
        {
            value = new YearValue(year.Value);
            return true;
        }

        if (TryEnglishWeekOfMonth(at, out value, out next)) return true;
        next = at + 1;

        // "the year to date": the other end is read as that of a range.
        if (tokens[next].Text is "to" && tokens[next + 1].Text is "date" && DateWords.TryUnit(tokens, at, out var current, out _) && current is not DateUnit.Day)
        {
            value = new OffsetValue(current, 0);
            return true;
        }

        int? offset = tokens[at].Text switch { "this" or "current" => 0, "next" or "coming" or "following" => 1, "last" or "previous" => -1, _ => null };
        if (offset is null) return false;
        if (tokens[next].Text is "weekend")
        {
            (value, next) = (new PartValue(PeriodPart.End, new OffsetValue(DateUnit.Week, offset.Value)), next + 1);
            return true;
        }

        if (tokens[next].Text is "week" && TryWeekdayBehind(next + 1, out var day, out var afterDay))
        {
            (value, next) = (new WeekdayValue(day, offset.Value), afterDay);
            return true;
        }

        if (!DateWords.TryUnit(tokens, next, out var unit, out var afterUnit) || tokens[next].HasDiacritics || unit is DateUnit.Day) return false;
        if (tokens[next].Text is not ("week" or "month" or "quarter" or "year" or "term" or "semester" or "week's" or "month's" or "quarter's" or "year's" or "term's" or "semester's")) return false;
        next = afterUnit;
        value = unit == DateUnit.Term ? new TermValue(null, offset.Value, null) : new OffsetValue(unit, offset.Value);
        return true;
    }

    /// <summary><c>last week of December</c>, <c>first week of next month</c>.</summary>
    private bool TryEnglishWeekOfMonth(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        if (tokens[at + 1].Text is not "week" || tokens[at + 2].Text is not ("of" or "in")) return false;
        var number = tokens[at].Text is "last" or "final" ? -1 : NumberWords.TryOrdinal(tokens[at], out var ordinal) ? ordinal : 0;
        var from = tokens[at + 3].Text is "the" ? at + 4 : at + 3;
        if (number is 0 or > 5 || !(TryEnglishDay(from, out var month, out next) || TryEnglishPeriod(from, out month, out next))) return false;
        if (month is not (MonthsValue or OffsetValue { Unit: DateUnit.Month })) return false;
        value = new WeekOfMonthValue(number, month);
        return true;
    }

    /// <summary><c>đầu tháng</c>, <c>giữa tháng 12</c>, <c>cuối tuần sau</c>, <c>ngày cuối tháng</c>, <c>end of next month</c>, <c>mid-December</c>.</summary>
    private bool TryPart(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        var from = at;
        if (tokens[from].Is("ngày") && tokens[from + 1].Is("cuối")) from++;

        // "mười ngày đầu tháng 12": the very ten days.
        if (tokens[from].IsAny("mười", "10") && tokens[from + 1].Is("ngày") && tokens[from + 2].IsAny("đầu", "giữa", "cuối") && tokens[from + 3].Is("tháng")) from += 2;
        var isHalf = tokens[from].Is("nửa") && tokens[from + 1].IsAny("đầu", "cuối", "sau") || (tokens[from].Text is "first" or "second" or "latter" && tokens[from + 1].Text is "half");
        if (isHalf && tokens[from].Is("nửa")) from++;
        var token = tokens[from];
        if (isHalf && tokens[from + 1].Text is "half") from++;
        PeriodPart? part = isHalf ? token.Is("đầu") || token.Text is "first" ? PeriodPart.FirstHalf : PeriodPart.SecondHalf
            : token.Is("đầu") || token.Text is "beginning" or "start" or "early" ? PeriodPart.Beginning
            : token.Is("giữa") || token.Text is "mid" or "middle" ? PeriodPart.Middle
            : token.Is("cuối") || token.Text is "end" or "late" ? PeriodPart.End
            : null;
        if (token.Text is "weekend" || (token.Text is "eom" && (part = PeriodPart.End) is not null))
        {
            next = from + 1;
            value = new PartValue(PeriodPart.End, new OffsetValue(token.Text is "weekend" ? DateUnit.Week : DateUnit.Month, 0, IsImplied: true));
            return true;
        }

        // "thượng tuần tháng 12": the ten days, not a week.
        if (tokens[from].IsAny("thượng", "trung", "hạ") && tokens[from + 1].Is("tuần"))
        {
            part = token.Is("thượng") ? PeriodPart.Beginning : token.Is("trung") ? PeriodPart.Middle : PeriodPart.End;
            from++;
        }

        if (part is null) return false;
        from++;
        if (tokens[from].IsAny("cùng", "tiên", "của") || tokens[from].Text is "of" || tokens[from].IsSign('-')) from++;
        if (tokens[from].Is("của") || tokens[from].Text is "the") from++;
        if (TryPeriod(from, out var whole, out next) || TryEnglishDay(from, out whole, out next))
        {
            value = new PartValue(part.Value, whole);
            return whole is not DayValue;
        }

        if (part == PeriodPart.End && tokens[from].Is("ngày") && TryDayWord(from, out whole, out next))
        {
            value = whole;
            return true;
        }

        if (!DateWords.TryUnit(tokens, from, out var unit, out next) || unit is DateUnit.WorkingDay) return false;
        if (unit == DateUnit.Day && part != PeriodPart.End) return false;
        value = new PartValue(part.Value, unit switch
        {
            DateUnit.SchoolYear => new SchoolYearValue(null, 0),
            DateUnit.Term => new TermValue(null, 0, null),
            _ => new OffsetValue(unit, 0, IsImplied: true),
        });
        return true;
    }
}
