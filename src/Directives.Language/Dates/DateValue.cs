namespace Directives.Language.Dates;

internal enum DateUnit
{
    Day,
    WorkingDay,
    Week,
    Month,
    Quarter,
    Year,
    SchoolYear,
    Term,
}

internal enum PeriodPart
{
    Beginning,
    Middle,
    End,
    FirstHalf,
    SecondHalf,
}

internal enum DateRelation
{
    /// <summary>The days named.</summary>
    On,

    /// <summary><c>trước</c>, <c>chậm nhất</c>, <c>đến</c>: the day named is the last.</summary>
    Until,

    /// <summary><c>trước</c> before a word for several days: the last day is the one before them.</summary>
    Before,

    /// <summary><c>sau</c>: from the day after.</summary>
    After,

    /// <summary><c>từ</c>: from the first of the days named.</summary>
    Since,

    /// <summary><c>trong</c>.</summary>
    Within,
}

/// <summary>Days as they are named, before it is known what today is. Resolved by <see cref="DateResolver"/>.</summary>
internal abstract record DateValue;

internal sealed record DayValue(int Day, int? Month, int? Year) : DateValue;

internal sealed record MonthsValue(int From, int To, int? Year) : DateValue;

internal sealed record YearValue(int Year) : DateValue;

/// <summary>Years in a row, both included.</summary>
internal sealed record YearsValue(int From, int To) : DateValue;

/// <param name="Start">The calendar year in which it begins; null for the one <paramref name="Offset"/> from the current.</param>
internal sealed record SchoolYearValue(int? Start, int Offset) : DateValue;

/// <param name="Number">1 or 2; null for the one <paramref name="Offset"/> from the current.</param>
internal sealed record TermValue(int? Number, int Offset, DateValue? SchoolYear) : DateValue;

/// <summary>A calendar day, week, month, quarter or year counted from the current one.</summary>
/// <param name="IsImplied">The words do not say which one (<c>cuối tháng</c>): as a deadline it is the next that is not past.</param>
internal sealed record OffsetValue(DateUnit Unit, int Offset, bool IsImplied = false) : DateValue;

/// <param name="Day">1 (Monday) to 7.</param>
/// <param name="Choice">Which one: of a week counted from this one, or null for the coming one.</param>
internal sealed record WeekdayValue(int Day, int? WeekOffset, WeekdayChoice Choice = WeekdayChoice.Coming) : DateValue;

internal enum WeekdayChoice
{
    /// <summary>Today counts.</summary>
    Coming,

    /// <summary>After today.</summary>
    Next,

    /// <summary>Before today.</summary>
    Last,
}

internal sealed record PartValue(PeriodPart Part, DateValue Whole) : DateValue;

/// <summary>A number of units that begin or end today.</summary>
internal sealed record StretchValue(int Count, DateUnit Unit, bool IsPast) : DateValue;

/// <summary>A point so many units from a day; from today where <paramref name="Base"/> is null.</summary>
internal sealed record PointValue(int Count, DateUnit Unit, DateValue? Base) : DateValue;

internal sealed record LunarDayValue(int Day, int? Month, int? Year) : DateValue;

internal sealed record LunarMonthValue(int Month, int? Year) : DateValue;

internal sealed record WeekOfMonthValue(int Number, DateValue Month) : DateValue;

/// <summary>The weeks of a year counted after ISO 8601.</summary>
internal sealed record WeekOfYearValue(int Number, int? Year) : DateValue;

/// <summary>A day or holiday that the school calendar names.</summary>
internal sealed record NamedDayValue(string Name, int? Year) : DateValue;

/// <summary>One expression of time in a text: the tokens it covers and what they say.</summary>
internal sealed record DateExpression(int From, int To)
{
    public DateRelation Relation { get; init; }
    public DateValue? Value { get; init; }

    /// <summary>The other end of a range.</summary>
    public DateValue? End { get; init; }

    public TimeOnly? Time { get; init; }
    public string? Recurrence { get; init; }

    /// <summary>The purpose that the words themselves give: <c>tháng 3 vừa rồi</c> has been, <c>15/12 tới</c> is to come.</summary>
    public DatePurpose? Purpose { get; init; }

    /// <summary>A bare length of time (<c>5 ngày</c>).</summary>
    public (int Count, DateUnit Unit)? Length { get; init; }

    /// <summary>Whether the words only name a part of a day (<c>sáng mai</c>).</summary>
    public bool HasDayPart { get; init; }
}
