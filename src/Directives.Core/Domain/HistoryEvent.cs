using System.Text.Json.Serialization;

namespace Directives.Core;

/// <summary>One change of an assignment, kept for ever: who, when, by which channel and message, before, after.</summary>
public sealed record HistoryEvent
{
    public required HistoryKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The person id, or null for the program itself.</summary>
    public string? By { get; init; }

    public required string Channel { get; init; }
    public required string MessageId { get; init; }
    public HistoryState? Before { get; init; }
    public HistoryState? After { get; init; }
    public string? Note { get; init; }
}

public sealed record HistoryState(WorkStatus Status, int? Percent)
{
    public DateOnly? Due { get; init; }

    [JsonIgnore]
    public WorkState State => WorkState.From(Status, Percent);

    public static HistoryState Of(Assignment assignment) => new(assignment.Status, assignment.Percent) { Due = assignment.Due };
}

public enum HistoryKind
{
    Assigned,
    Reported,
    Undone,
    ExtensionAsked,
    ExtensionApproved,
    ExtensionRejected,
    ObstacleReported,
    ObstacleAnswered,
    EvidenceAdded,

    /// <summary>A later directive took its place.</summary>
    Superseded,

    /// <summary>A later directive gave more time.</summary>
    DeadlineMoved,

    Withdrawn,

    /// <summary>The publishing that assigned it was taken back.</summary>
    TakenBack,

    /// <summary>The publishing that had superseded it, or moved its deadline, was taken back.</summary>
    Restored,

    /// <summary>The unit ended, and another one took it over.</summary>
    HandedOver,

    /// <summary>Taken over from a unit that ended.</summary>
    TakenOver,
}
