namespace Directives.Core;

/// <summary>When a body has its people reminded. All days and times are Vietnam's.</summary>
public sealed record ReminderSettings
{
    /// <summary>False for a body that wants nobody reminded by the program.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How many days before a due day its unit is reminded; 0 is the day itself.</summary>
    public IReadOnlyList<int> DaysBefore { get; init; } = [7, 3, 1, 0];

    /// <summary>How many days after. Later ones stand only in the week's list.</summary>
    public IReadOnlyList<int> DaysAfter { get; init; } = [3, 7];

    public TimeOnly DailyAt { get; init; } = new(8, 0);

    /// <summary>When the week's list and the digests come, for those who chose no time of their own.</summary>
    public TimeOnly WeeklyAt { get; init; } = new(7, 30);
}
