namespace Directives.Core;

public enum NoticeKind
{
    /// <summary>Tasks of a directive were assigned to the person's unit.</summary>
    NewTasks,

    /// <summary>A unit asks for more time; to leaders.</summary>
    ExtensionAsked,

    /// <summary>A request for more time was decided; to the unit.</summary>
    ExtensionDecided,

    /// <summary>A unit met an obstacle; to leaders.</summary>
    ObstacleReported,

    /// <summary>A leader has a unit reminded of a task.</summary>
    Nudge,

    /// <summary>A task was withdrawn; to the unit.</summary>
    TaskWithdrawn,

    /// <summary>A unit has ended and still has open tasks; to clerks.</summary>
    UnitEnded,

    /// <summary>The bot's own secret or certificate ends; to clerks.</summary>
    CredentialsExpiring,
}

/// <summary>
/// A message the bot sends unasked. What it says is composed just before it is sent, from what is true then.
/// <see cref="Id"/> is made of occasion and recipient: the same occasion cannot be planned twice for one person.
/// </summary>
public sealed record Notice
{
    public required string Id { get; init; }
    public required NoticeKind Kind { get; init; }
    public required string PersonId { get; init; }
    public required DateTimeOffset NotBefore { get; init; }
    public IReadOnlyList<int> Tasks { get; init; } = [];

    /// <summary>Of a publishing: tasks that were there before and that it superseded or gave more time.</summary>
    public IReadOnlyList<int> Earlier { get; init; } = [];

    /// <summary>Of a publishing: the directive, and <see cref="Directive.PublishedAs"/>. When that publishing was taken back, there is nothing to tell.</summary>
    public string? DirectiveId { get; init; }

    public string? Publishing { get; init; }

    /// <summary>The unit that it is about.</summary>
    public required string UnitId { get; init; }

    /// <summary>The moment of what it tells of: when that was taken back or has been overtaken, there is nothing to tell.</summary>
    public DateTimeOffset? Occasion { get; init; }

    /// <summary>Who has it sent, for a nudge.</summary>
    public string? From { get; init; }

    /// <summary>Set while a copy of the program is sending it; an old claim means that nobody knows whether it went out.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>A name of the claim, by which the copy that made it knows it again when it got no answer to it.</summary>
    public string? ClaimedBy { get; init; }
}

public enum NoticeResult
{
    /// <summary>It waits to be sent.</summary>
    Planned,

    /// <summary>The channel accepted it.</summary>
    Sent,

    /// <summary>The channel refused it for good.</summary>
    Refused,

    /// <summary>Sent, but no answer came: never repeated.</summary>
    Unknown,

    /// <summary>By the time it was to go out there was nothing left to say.</summary>
    Void,
}

public sealed record NoticeOutcome(Notice Notice, NoticeResult Result, DateTimeOffset At, string? Reason);
