using System.Text.Json.Serialization;

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

    /// <summary>A leader answered an obstacle; to the unit.</summary>
    ObstacleAnswered,

    /// <summary>A leader has a unit reminded of a task.</summary>
    Nudge,

    /// <summary>A task was withdrawn; to the unit.</summary>
    TaskWithdrawn,

    /// <summary>A unit has ended and still has open tasks; to clerks.</summary>
    UnitEnded,

    /// <summary>The bot's own secret or certificate ends; to clerks.</summary>
    CredentialsExpiring,

    /// <summary>What a person is to be told on a day, all in one: reminders, or the list or digest that falls on it.</summary>
    Daily,

    /// <summary>A person asked to be reminded of a task.</summary>
    OwnReminder,

    /// <summary>A leader's digest, into a group.</summary>
    GroupDigest,

    /// <summary>A group takes no digest any more; to whoever had it sent.</summary>
    GroupDigestEnded,

    /// <summary>A person had what is kept of them erased; to clerks.</summary>
    DataErased,
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

    /// <summary>Of a day's message: its day in Vietnam. What cannot be sent on it goes into a later day's.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Of a day's message: the first of the days that it speaks for.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Of a list or digest at a time of the person's own: that time. When another one was chosen since, there is nothing to tell.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>Of a person's own reminder: the operation that set it.</summary>
    public string? SetAs { get; init; }

    /// <summary>Who has it sent, for a nudge; whose data were erased.</summary>
    public string? From { get; init; }

    /// <summary>Of a digest into a group: that group. <see cref="PersonId"/> is then whose figures they are.</summary>
    public GroupAddress? Group { get; init; }

    /// <summary>It goes to a group, and to no person.</summary>
    [JsonIgnore]
    public bool IsToGroup => Kind == NoticeKind.GroupDigest;

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

    /// <summary>Its day was missed, and a later day's message speaks for it.</summary>
    CarriedOver,

    /// <summary>The person is known on no channel that could be written to.</summary>
    Unreachable,
}

/// <param name="Channel">The last one tried; null where none was.</param>
/// <param name="Attempts">What was tried before, oldest first; null where nothing was.</param>
public sealed record NoticeOutcome(Notice Notice, NoticeResult Result, DateTimeOffset At, string? Reason, string? Channel = null, IReadOnlyList<NoticeAttempt>? Attempts = null);

/// <summary>One channel that surely did not take a notice.</summary>
public sealed record NoticeAttempt(string Channel, DateTimeOffset At, string Reason);

/// <summary>That a person did not get what they were to be told; until something reaches them.</summary>
/// <param name="Since">When it began.</param>
/// <param name="Last">The last time.</param>
/// <param name="Count">How many messages.</param>
public sealed record Undelivered(string PersonId, NoticeResult Result, NoticeKind Kind, string? Channel, string? Reason, DateTimeOffset Since, DateTimeOffset Last, int Count)
{
    /// <summary>Reasons: no account is linked; the channel takes messages only for a while after the person's last; the bot was removed or blocked.</summary>
    public const string NoAccount = "no account";

    public const string Window = "window";
    public const string Blocked = "blocked";
}
