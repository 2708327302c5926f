namespace Directives.Language.Dates;

/// <summary>What a date is for: it decides which year a date without one belongs to.</summary>
public enum DatePurpose
{
    /// <summary>What is due: the nearest one, the future on a tie.</summary>
    Question,

    /// <summary>What has been: the latest one that has begun.</summary>
    Report,

    /// <summary>A deadline or a reminder: the next one that is not past.</summary>
    Deadline,
}

/// <param name="Today">The day in Vietnam on which the text was written.</param>
public sealed record DateContext(DateOnly Today, DatePurpose Purpose)
{
    public SchoolCalendar Calendar { get; init; } = SchoolCalendar.Default;
}
