namespace Directives.Core;

/// <summary>The day in Vietnam on which the bot's own secret or certificate ends; null where it has none, or none that says.</summary>
public sealed record CredentialExpiry(DateOnly? Day)
{
    /// <summary>So many days before it ends the operators are told: 30, 14, 7, 3, 1.</summary>
    private static readonly int[] Steps = [1, 3, 7, 14, 30];

    /// <summary>Days left on that day: 0 on the last one, negative after it.</summary>
    public int? DaysLeft(DateOnly today) => Day is { } day ? day.DayNumber - today.DayNumber : null;

    /// <summary>The step that has been reached; null as long as there is time.</summary>
    public int? Step(DateOnly today) => DaysLeft(today) is { } left ? Steps.Where(step => left <= step).Select(step => (int?)step).FirstOrDefault() : null;
}
