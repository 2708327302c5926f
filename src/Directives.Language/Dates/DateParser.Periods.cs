using Directives.Language.Text;

namespace Directives.Language.Dates;

/// <summary>Weeks, months, quarters, terms, years, and their beginnings, middles and ends.</summary>
internal sealed partial class DateParser
{
    private bool TryPeriod(int at, out DateValue value, out int next) =>
        TryMonth(at, out value, out next) || TryWeek(at, out value, out next) || TryQuarter(at, out value, out next)
        || TryTerm(at, out value, out next) || TrySchoolYear(at, out value, out next) || TryYear(at, out value, out next)
        || TryEnglishPeriod(at, out value, out next);

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
            return true;
        }

        if (!TryMonthNumber(next, out var month, out next)) return false;
        var first = month;
        if (tokens[next].IsSign('-') && tokens[next + 1] is { Kind: TokenKind.Number, Length: <= 2 } last && last.Value > month && last.Value <= 12)
        {
            (month, next) = (last.Value, next + 2);
        }

        value = new MonthsValue(first, month, ReadYear(ref next));
        return true;
    }

    private bool TryMonthNumber(int at, out int month, out int next)
    {
        if (tokens[at].Is("tư")) (month, next) = (4, at + 1);
        else if (tokens[at].Is("mười") && tokens[at + 1].Text is "một" or "mot" or "hai") (month, next) = (tokens[at + 1].Text == "hai" ? 12 : 11, at + 2);
        else if (!NumberWords.TryRead(tokens, at, out month, out next) || tokens[at].Length > 4) return false;
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

            if (NumberWords.TryRoman(tokens[next], out quarter)) next++;
            else if (tokens[next].Is("tư")) (quarter, next) = (4, next + 1);
            else if (!NumberWords.TryRead(tokens, next, out quarter, out next)) return false;
        }
        else if (token.Text == "q" && tokens[next] is { Kind: TokenKind.Number, Length: 1, IsGlued: true } digit)
        {
            (quarter, next) = (digit.Value, next + 1);
        }
        else if (token is { IsUpper: true, Text: "qi" or "qii" or "qiii" or "qiv" })
        {
            quarter = token.Text.Length == 4 ? (token.Text == "qiv" ? 4 : 3) : token.Text.Length - 1;
        }

        if (quarter is < 1 or > 4) return false;
        value = new MonthsValue((quarter * 3) - 2, quarter * 3, ReadYear(ref next));
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
            else if (NumberWords.TryRoman(tokens[next], out number)) next++;
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
            if (before == 2 || tokens[at + 1].Text != "school" || tokens[at + 2].Text != "year") return false;
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

        int? offset = tokens[at].Text switch { "this" or "current" => 0, "next" or "coming" or "following" => 1, "last" or "previous" => -1, _ => null };
        if (offset is null) return false;
        if (tokens[next].Text is "weekend")
        {
            (value, next) = (new PartValue(PeriodPart.End, new OffsetValue(DateUnit.Week, offset.Value)), next + 1);
            return true;
        }

        if (!DateWords.TryUnit(tokens, next, out var unit, out var afterUnit) || tokens[next].HasDiacritics || unit is DateUnit.Day) return false;
        if (tokens[next].Text is not ("week" or "month" or "quarter" or "year" or "term" or "semester")) return false;
        next = afterUnit;
        value = unit == DateUnit.Term ? new TermValue(null, offset.Value, null) : new OffsetValue(unit, offset.Value);
        return true;
    }

    /// <summary><c>đầu tháng</c>, <c>giữa tháng 12</c>, <c>cuối tuần sau</c>, <c>ngày cuối tháng</c>, <c>end of next month</c>, <c>mid-December</c>.</summary>
    private bool TryPart(int at, out DateValue value, out int next)
    {
        (value, next) = (null!, at);
        var from = at;
        if (tokens[from].Is("ngày") && tokens[from + 1].Is("cuối")) from++;
        var isHalf = tokens[from].Is("nửa") && tokens[from + 1].IsAny("đầu", "cuối", "sau");
        if (isHalf) from++;
        var token = tokens[from];
        PeriodPart? part = isHalf ? token.Is("đầu") ? PeriodPart.FirstHalf : PeriodPart.SecondHalf
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
