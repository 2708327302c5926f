namespace Directives.Language.Dates;

/// <summary>First and last day of what is named, for one context.</summary>
internal sealed class DaySpans(DateContext context)
{
    private readonly DateOnly _today = context.Today;

    /// <summary>Whether the last call of <see cref="Of"/> had to supply a year.</summary>
    internal bool YearInferred { get; private set; }

    internal (DateOnly From, DateOnly To)? Of(DateValue value)
    {
        YearInferred = false;
        return Find(value);
    }

    /// <summary>The latest span of a value without a year that begins no later than a day.</summary>
    internal static (DateOnly From, DateOnly To)? EarlierYear(DateValue value, DateOnly day, DateContext context) =>
        new DaySpans(context with { Today = day, Purpose = DatePurpose.Report }).Find(value);

    /// <summary>The first day after a holiday that the school calendar gives the days of.</summary>
    internal DateOnly? AfterHoliday(NamedDayValue holiday)
    {
        for (var year = _today.Year; year <= _today.Year + 1; year++)
        {
            if (context.Calendar.Holiday(holiday.Name, year) is { } days && days.To >= _today) return days.To.AddDays(1);
        }

        // A single day needs no holiday to be after; Tết does.
        if (holiday.Name.StartsWith("tết", StringComparison.Ordinal) && !holiday.Name.Contains("dương", StringComparison.Ordinal)) return null;
        return Find(holiday)?.To.AddDays(1);
    }

    private (DateOnly From, DateOnly To)? Find(DateValue value) => value switch
    {
        DayValue { Month: { } month } day => Yearly(value, day.Year, year => DateTime.DaysInMonth(year, month) >= day.Day ? Single(new DateOnly(year, month, day.Day)) : null),
        DayValue day => Monthly(day.Day),
        PartOfMonthDay day => DayOf(FirstOfMonth(_today).AddMonths(day.MonthOffset), day.Day),
        MonthsValue months => Yearly(value, months.Year, year => (new DateOnly(year, months.From, 1), LastOfMonth(new DateOnly(year, months.To, 1)))),
        YearValue year => Year(year.Year),
        YearsValue years => (Year(years.From).From, Year(years.To).To),
        SchoolYearValue year => SchoolYearOf(year),
        TermValue term => Term(term),
        OffsetValue offset => Offset(offset.Unit, offset.Offset),
        WeekdayValue weekday => Single(Weekday(weekday)),
        PartValue part => Part(part),
        StretchValue stretch => Stretch(stretch),
        PointValue point => Point(point),
        LunarDayValue lunar => LunarDay(lunar),
        LunarMonthValue lunar => Yearly(value, lunar.Year, year => LunarCalendar.MonthSpan(year, lunar.Month)),
        WeekOfMonthValue week => WeekOfMonth(week),
        WeekOfYearValue week => Yearly(value, week.Year, year => WeekOf(System.Globalization.ISOWeek.ToDateTime(year, week.Number, DayOfWeek.Monday))),
        NamedDayValue named => Yearly(value, named.Year, year => context.Calendar.Resolve(named.Name, year) is { } day ? Single(day) : null),
        _ => null,
    };

    /// <summary>Chooses the year of something that comes once a year.</summary>
    private (DateOnly From, DateOnly To)? Yearly(DateValue value, int? year, Func<int, (DateOnly From, DateOnly To)?> inYear)
    {
        if (RelativeYear.Resolve(year, _today.Year) is { } given) return given is >= 1900 and <= 2199 ? inYear(given) : null;
        YearInferred = true;

        // A leap day may need up to eight years; what comes every year, one either way (a lunar day now and then falls twice in one).
        var candidates = new List<(DateOnly From, DateOnly To)>();
        var reach = value is DayValue { Day: 29, Month: 2 } ? 8 : 2;
        for (var candidate = _today.Year - reach; candidate <= _today.Year + reach; candidate++)
        {
            if (candidate is >= 1900 and <= 2199 && inYear(candidate) is { } span) candidates.Add(span);
        }

        return Choose(candidates);
    }

    private (DateOnly From, DateOnly To)? Monthly(int day)
    {
        var candidates = new List<(DateOnly From, DateOnly To)>();
        for (var offset = -2; offset <= 2; offset++)
        {
            if (DayOf(FirstOfMonth(_today).AddMonths(offset), day) is { } found) candidates.Add(found);
        }

        return Choose(candidates);
    }

    private (DateOnly From, DateOnly To)? Choose(List<(DateOnly From, DateOnly To)> inOrder)
    {
        (DateOnly From, DateOnly To)? chosen = null;
        foreach (var span in inOrder)
        {
            var isBetter = context.Purpose switch
            {
                DatePurpose.Report => span.From <= _today,
                DatePurpose.Deadline => chosen is null && span.To >= _today,
                _ => chosen is null || Distance(span) <= Distance(chosen.Value),
            };
            if (isBetter) chosen = span;
        }

        return chosen ?? (inOrder.Count > 0 ? inOrder[^1] : null);
    }

    private int Distance((DateOnly From, DateOnly To) span) =>
        span.From > _today ? span.From.DayNumber - _today.DayNumber
        : span.To >= _today ? 0
        : _today.DayNumber - (span.To.DayNumber - span.From.DayNumber > 1 ? span.From : span.To).DayNumber;

    private (DateOnly From, DateOnly To)? Offset(DateUnit unit, int offset) => unit switch
    {
        DateUnit.Day or DateUnit.WorkingDay => Single(_today.AddDays(offset)),
        DateUnit.Week => Week(Monday(_today).AddDays(7 * offset)),
        DateUnit.Month => Month(FirstOfMonth(_today).AddMonths(offset)),
        DateUnit.Quarter => Quarter(offset),
        DateUnit.Year => Year(_today.Year + offset),
        DateUnit.SchoolYear => SchoolYearOf(new SchoolYearValue(null, offset)),
        _ => Term(new TermValue(null, offset, null)),
    };

    private (DateOnly From, DateOnly To) Quarter(int offset)
    {
        var first = new DateOnly(_today.Year, (((_today.Month - 1) / 3) * 3) + 1, 1).AddMonths(3 * offset);
        return (first, LastOfMonth(first.AddMonths(2)));
    }

    private (DateOnly From, DateOnly To) SchoolYearOf(SchoolYearValue value)
    {
        var year = context.Calendar.Year(value.Start ?? (SchoolCalendar.StartYear(_today) + value.Offset));
        return (year.Opening, year.End);
    }

    private (DateOnly From, DateOnly To)? Term(TermValue value)
    {
        if (value.Number is { } number)
        {
            if (value.SchoolYear is SchoolYearValue of) return TermSpan(of.Start ?? (SchoolCalendar.StartYear(_today) + of.Offset), number);
            return Yearly(value, null, year => TermSpan(year - 1, number));
        }

        var terms = new List<(DateOnly From, DateOnly To)>();
        for (var year = _today.Year - 2; year <= _today.Year + 2; year++)
        {
            terms.Add(TermSpan(year, 1));
            terms.Add(TermSpan(year, 2));
        }

        var current = terms.FindIndex(term => term.To >= _today) + value.Offset;
        return current >= 0 && current < terms.Count ? terms[current] : null;
    }

    private (DateOnly From, DateOnly To) TermSpan(int start, int number)
    {
        var year = context.Calendar.Year(start);
        return number == 1 ? (year.Opening, year.TermOneEnd) : (year.TermTwoStart, year.End);
    }

    private DateOnly Weekday(WeekdayValue value)
    {
        if (value.WeekOffset is { } week) return Monday(_today).AddDays((7 * week) + value.Day - 1);
        var ahead = (value.Day - IsoDay(_today) + 7) % 7;
        return value.Choice switch
        {
            WeekdayChoice.Next => _today.AddDays(ahead == 0 ? 7 : ahead),
            WeekdayChoice.Last => _today.AddDays(ahead - 7),
            _ => _today.AddDays(ahead),
        };
    }

    private (DateOnly From, DateOnly To)? Part(PartValue value)
    {
        if (Find(value.Whole) is not { } whole) return null;
        var span = PartOf(value, whole);
        var isImplied = value.Whole is OffsetValue { IsImplied: true } or SchoolYearValue { Start: null } or TermValue { Number: null };
        if (!isImplied || context.Purpose != DatePurpose.Deadline || span.To >= _today) return span;

        // "đầu tháng" said at its end is next month's.
        DateValue? following = value.Whole switch
        {
            OffsetValue offset => offset with { Offset = offset.Offset + 1 },
            SchoolYearValue year => year with { Offset = year.Offset + 1 },
            _ => null,
        };
        return following is not null && Find(following) is { } next ? PartOf(value, next) : span;
    }

    private static (DateOnly From, DateOnly To) PartOf(PartValue value, (DateOnly From, DateOnly To) whole)
    {
        var length = whole.To.DayNumber - whole.From.DayNumber + 1;
        var isMonth = length is >= 28 and <= 31;
        return (value.Part, length) switch
        {
            // A day, or what a month leaves of its first or last week, has no parts.
            (_, < 7) => whole,
            (PeriodPart.FirstHalf, >= 365) => (whole.From, new DateOnly(whole.From.Year, 6, 30)),
            (PeriodPart.SecondHalf, >= 365) => (new DateOnly(whole.From.Year, 7, 1), whole.To),
            (PeriodPart.FirstHalf, _) => (whole.From, whole.From.AddDays(isMonth ? 14 : (length - 1) / 2)),
            (PeriodPart.SecondHalf, _) => (whole.From.AddDays(isMonth ? 15 : (length + 1) / 2), whole.To),
            (PeriodPart.Beginning, 7) => (whole.From, whole.From),
            (PeriodPart.Middle, 7) => (whole.From.AddDays(2), whole.From.AddDays(2)),
            (PeriodPart.End, 7) => (whole.To.AddDays(-1), whole.To),
            (PeriodPart.Beginning, <= 31) => (whole.From, whole.From.AddDays(9)),
            (PeriodPart.Middle, <= 31) => (whole.From.AddDays(10), whole.From.AddDays(19)),
            (PeriodPart.End, <= 31) => (whole.From.AddDays(20), whole.To),
            (PeriodPart.Beginning, _) => (whole.From, LastOfMonth(whole.From)),
            (PeriodPart.Middle, >= 365) => (new DateOnly(whole.From.Year, 6, 1), new DateOnly(whole.From.Year, 6, 30)),
            (PeriodPart.Middle, _) => Month(FirstOfMonth(whole.From.AddDays(length / 2))),
            _ => (FirstOfMonth(whole.To), whole.To),
        };
    }

    private (DateOnly From, DateOnly To) Stretch(StretchValue value) => value.IsPast
        ? (Add(_today, value.Unit, -value.Count).AddDays(1), _today)
        : (_today, Add(_today, value.Unit, value.Count).AddDays(-1));

    private (DateOnly From, DateOnly To)? Point(PointValue value)
    {
        var from = value.Base is null ? _today : Find(value.Base)?.From;
        return from is { } start ? Single(Add(start, value.Unit, value.Count)) : null;
    }

    private (DateOnly From, DateOnly To)? LunarDay(LunarDayValue value)
    {
        if (value.Month is { } month) return Yearly(value, value.Year, year => LunarCalendar.ToSolar(year, month, value.Day) is { } day ? Single(day) : null);
        var candidates = new List<(DateOnly From, DateOnly To)>();
        for (var year = _today.Year - 1; year <= _today.Year + 1; year++)
        {
            for (var each = 1; each <= 12; each++)
            {
                if (LunarCalendar.ToSolar(year, each, value.Day) is { } day) candidates.Add((day, day));
            }
        }

        return Choose(candidates);
    }

    private (DateOnly From, DateOnly To)? WeekOfMonth(WeekOfMonthValue value)
    {
        if (Find(value.Month) is not { } month) return null;
        var monday = value.Number < 0 ? Monday(month.To) : Monday(month.From).AddDays(7 * (value.Number - 1));
        var (from, to) = Week(monday);

        // Not every month has a fifth week.
        return from > month.To ? null : (from < month.From ? month.From : from, to > month.To ? month.To : to);
    }

    private static DateOnly Add(DateOnly day, DateUnit unit, int count) => unit switch
    {
        DateUnit.Day => day.AddDays(count),
        DateUnit.WorkingDay => AddWorkingDays(day, count),
        DateUnit.Week => day.AddDays(7 * count),
        DateUnit.Month => day.AddMonths(count),
        DateUnit.Quarter => day.AddMonths(3 * count),
        _ => day.AddYears(count),
    };

    private static DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }

        return day;
    }

    private static (DateOnly From, DateOnly To)? DayOf(DateOnly month, int day) =>
        DateTime.DaysInMonth(month.Year, month.Month) >= day ? Single(month.AddDays(day - 1)) : null;

    private static (DateOnly From, DateOnly To) Single(DateOnly day) => (day, day);

    private static (DateOnly From, DateOnly To) Week(DateOnly monday) => (monday, monday.AddDays(6));

    private static (DateOnly From, DateOnly To) WeekOf(DateTime monday) => Week(DateOnly.FromDateTime(monday));

    private static (DateOnly From, DateOnly To) Month(DateOnly first) => (first, LastOfMonth(first));

    private static (DateOnly From, DateOnly To) Year(int year) => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static DateOnly Monday(DateOnly day) => day.AddDays(1 - IsoDay(day));

    private static int IsoDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly LastOfMonth(DateOnly day) => FirstOfMonth(day).AddMonths(1).AddDays(-1);
}
