namespace Directives.Language.Messages;

/// <summary>A task meant by the sender: by the number the bot shows, or by words that name it. Exactly one of the two is set.</summary>
public sealed record TaskReference(int? Number = null, string? Query = null);

/// <summary>A span of calendar days in Vietnam, both ends included; a missing end is open.</summary>
public sealed record Period(DateOnly? From, DateOnly? To);

public enum TaskFilter
{
    Open,
    Overdue,
    Done,
    All,
    InProgress,
    NotStarted,
}

public enum ReportedStatus
{
    NotStarted,
    InProgress,
    Done,
}

/// <summary>The one thing asked about a task.</summary>
public enum TaskAspect
{
    Deadline,
    Lead,
    Coordinators,
    Source,
    Status,
    History,
    Extension,
}

public enum Decision
{
    Approve,
    Reject,
}

public enum DigestRhythm
{
    Day,
    Week,
    Month,
}

public enum ReportFormat
{
    Xlsx,
    Docx,
    Pdf,
    Ics,
}

/// <summary>What a message gives besides its intent. A slot the message does not give is null, or empty for <see cref="Tasks"/>.</summary>
public sealed record Slots
{
    public IReadOnlyList<TaskReference> Tasks { get; init; } = [];
    public string? Directive { get; init; }
    public TaskFilter? Filter { get; init; }
    public Period? Period { get; init; }
    public ReportedStatus? Status { get; init; }

    /// <summary>0 to 100; 100 goes with <see cref="ReportedStatus.Done"/>, less with <see cref="ReportedStatus.InProgress"/>.</summary>
    public int? Percent { get; init; }

    public DateOnly? Deadline { get; init; }

    /// <summary>An ISO 8601 duration counted from the old deadline, such as <c>P5D</c>; there is then no <see cref="Deadline"/>.</summary>
    public string? ExtendBy { get; init; }

    /// <summary>An RFC 5545 recurrence rule without its <c>RRULE:</c> prefix.</summary>
    public string? Recurrence { get; init; }

    public TimeOnly? Time { get; init; }
    public string? Unit { get; init; }
    public TaskAspect? Aspect { get; init; }
    public Decision? Decision { get; init; }
    public bool? Enabled { get; init; }
    public DigestRhythm? Every { get; init; }

    /// <summary>1 (Monday) to 7 (Sunday).</summary>
    public int? Weekday { get; init; }

    /// <summary>Of a digest that comes every month: its day, 1 to 31, or counted from the end, -1 the last; null where none is said.</summary>
    public int? MonthDay { get; init; }

    public string? Code { get; init; }
    public ReportFormat? Format { get; init; }
    public string? Note { get; init; }
}
