using System.Text.Json.Serialization;
using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>A unit's place in the chain of a task.</summary>
public enum Duty
{
    /// <summary>Does it and answers for it.</summary>
    Lead,

    /// <summary>Owes it as a member of the group that the task is for.</summary>
    Owe,

    /// <summary>Helps the lead; its own report never changes the lead's state and counts in no summary.</summary>
    Coordinate,

    /// <summary>Is told to see to it that others do it; counts in no summary.</summary>
    Direct,
}

/// <summary>A task as one unit owes it: the row that its status is kept in.</summary>
public sealed record Assignment
{
    public required string UnitId { get; init; }
    public required int Task { get; init; }
    public required string DirectiveId { get; init; }
    public required string DirectiveLabel { get; init; }
    public DateOnly? Issued { get; init; }
    public required string Title { get; init; }

    /// <summary>The task in the directive's own words, or as a clerk put it.</summary>
    public required string Text { get; init; }

    /// <summary>The directive's own words, where <see cref="Text"/> has others.</summary>
    public string? Quote { get; init; }

    public required Duty Duty { get; init; }
    public required TaskKind Kind { get; init; }

    /// <summary>The last day, in Vietnam; null for a task without one.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The deadlines that were in force before it, oldest first: a count of a past day goes by the one of that day.</summary>
    public IReadOnlyList<EarlierDue> DueBefore { get; init; } = [];

    public TimeOnly? DueTime { get; init; }
    public string? Recurrence { get; init; }

    /// <summary>Who leads and who helps, as the directive writes it.</summary>
    public IReadOnlyList<string> Lead { get; init; } = [];

    public IReadOnlyList<string> Coordinating { get; init; } = [];
    public IReadOnlyList<string> ReportTo { get; init; } = [];

    [JsonIgnore]
    public WorkState State => WorkState.From(Status, Percent);

    public WorkStatus Status { get; init; }
    public int? Percent { get; init; }
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>When it was assigned; null where that was not kept.</summary>
    public DateTimeOffset? AssignedAt { get; init; }

    /// <summary>The person id of the last report.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>The day it was reported done; null while it is not done.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>The open request for more time; null when there is none.</summary>
    public ExtensionRequest? Extension { get; init; }

    /// <summary>The last decision on one.</summary>
    public ExtensionDecision? Decision { get; init; }

    /// <summary>The obstacle that waits for an answer; null when there is none.</summary>
    public Obstacle? Obstacle { get; init; }

    /// <summary>The last answer to one.</summary>
    public ObstacleAnswer? Answer { get; init; }

    /// <summary>The files that go with it, oldest first.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>Why it is owed no longer; null while it is, and when it is done.</summary>
    public Ending? Ended { get; init; }

    /// <summary>The last time that a later directive moved its deadline.</summary>
    public DeadlineMove? Moved { get; init; }

    /// <summary>The first day on which the unit owes it; null for what was assigned before this was kept, which counts on every day.</summary>
    public DateOnly? OwedFrom { get; init; }

    /// <summary>The unit that owed it before, and whose history goes on here.</summary>
    public string? TakenOverFrom { get; init; }

    /// <summary>Counts the changes, from 1: a projection with a lower one is out of date, and a button with another one is.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it counts in summaries and lists of who has not reported.</summary>
    [JsonIgnore]
    public bool IsOwed => (Duty is Duty.Lead or Duty.Owe) && Ended is null;

    /// <summary>Whether there is still something to do.</summary>
    [JsonIgnore]
    public bool IsOpen => !State.IsDone && Ended is null;

    /// <summary>As the unit that takes it over owes it: as far done as it was. Requests and files stay with the unit that made them.</summary>
    public Assignment TakenOverBy(string unitId) => this with
    {
        UnitId = unitId,
        TakenOverFrom = UnitId,
        OwedFrom = Ended is { } ended ? VietnamTime.Day(ended.At) : OwedFrom,
        Ended = null,
        Extension = null,
        Decision = null,
        Obstacle = null,
        Answer = null,
        Evidence = [],
        Version = 1,
    };

    /// <summary>With another deadline from that day on.</summary>
    public Assignment WithDue(DateOnly due, DateTimeOffset at) =>
        Due is { } before && before != due ? this with { Due = due, DueBefore = [.. DueBefore, new EarlierDue(before, VietnamTime.Day(at))] } : this with { Due = due };

    public Assignment Reported(WorkState state, DateTimeOffset at, string by) => this with
    {
        Status = state.Status,
        Percent = state.Percent,
        ReportedAt = at,
        ReportedBy = by,
        DoneOn = state.IsDone ? VietnamTime.Day(at) : null,
        // Done, it needs no more time: a decision then would move a deadline that was kept or missed already.
        Extension = state.IsDone ? null : Extension,
        Version = Version + 1,
    };
}
