namespace Directives.Core;

public enum DayKind
{
    Working,

    /// <summary>A weekly day of rest.</summary>
    Rest,

    /// <summary>A public holiday, or the day off in place of one that fell on a day of rest.</summary>
    Holiday,

    /// <summary>A working day that is off, and worked on another one.</summary>
    SwappedOff,

    /// <summary>A day of rest that is worked, for another one.</summary>
    SwappedOn,
}

/// <summary>What a day is, and why.</summary>
/// <param name="Name">Of the holiday, or of what the swap is for; null for ordinary days.</param>
/// <param name="Source">What says so.</param>
/// <param name="Other">The other day of a swap.</param>
public sealed record CalendarDay(DateOnly Day, DayKind Kind, string? Name = null, string? Source = null, DateOnly? Other = null)
{
    public bool IsOff => Kind is DayKind.Rest or DayKind.Holiday or DayKind.SwappedOff;
}
