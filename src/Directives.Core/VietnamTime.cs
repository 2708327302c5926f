namespace Directives.Core;

/// <summary>
/// The one clock of the offices: UTC+7 all year. A fixed offset, because Vietnam has had no summer time since the offices' records began,
/// and because the machine may have no time zone data.
/// </summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateTimeOffset At(DateTimeOffset instant) => instant.ToOffset(Offset);

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(At(instant).DateTime);

    public static TimeOnly TimeOfDay(DateTimeOffset instant) => TimeOnly.FromDateTime(At(instant).DateTime);

    public static DateTimeOffset On(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);

    /// <summary>1 (Monday) to 7 (Sunday).</summary>
    public static int IsoWeekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>The Monday of the day's week.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(1 - IsoWeekday(day));

    public static DateTimeOffset Now(this TimeProvider time) => At(time.GetUtcNow());

    public static DateOnly Today(this TimeProvider time) => Day(time.GetUtcNow());
}
