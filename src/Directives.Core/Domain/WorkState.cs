namespace Directives.Core;

public enum WorkStatus
{
    NotStarted,
    InProgress,
    Done,
}

/// <summary>How far a unit is with an assignment: 0 % is not started, 100 % is done, anything between is in progress.</summary>
public readonly record struct WorkState
{
    private WorkState(WorkStatus status, int? percent)
    {
        Status = status;
        Percent = percent;
    }

    public WorkStatus Status { get; }

    /// <summary>1 to 99, for work in progress whose share was reported; null otherwise.</summary>
    public int? Percent { get; }

    public static WorkState NotStarted => default;

    public static WorkState Done { get; } = new(WorkStatus.Done, null);

    /// <param name="percent">0 to 100, or null where only "in progress" was reported.</param>
    public static WorkState InProgress(int? percent) => percent switch
    {
        null => new WorkState(WorkStatus.InProgress, null),
        <= 0 => NotStarted,
        >= 100 => Done,
        _ => new WorkState(WorkStatus.InProgress, percent),
    };

    public static WorkState From(WorkStatus status, int? percent) => status switch
    {
        WorkStatus.Done => Done,
        WorkStatus.InProgress => InProgress(percent),
        _ => NotStarted,
    };

    public bool IsDone => Status == WorkStatus.Done;

    /// <summary>The share done in percent, for bars: an unknown share of work in progress counts as 0.</summary>
    public int Share => IsDone ? 100 : Percent ?? 0;
}
