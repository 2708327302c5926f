namespace Directives.Core;

public enum EndingKind
{
    /// <summary>A later directive took its place or ended it.</summary>
    Superseded,

    /// <summary>Whoever assigned it withdrew it, with a reason.</summary>
    Withdrawn,

    /// <summary>The publishing that assigned it was taken back before the units were told.</summary>
    TakenBack,

    /// <summary>The unit ended, and another one has taken it over.</summary>
    HandedOver,
}

/// <summary>
/// Why a task is owed no longer although it was not finished. It stands beside the work state, which stays as it was reported: nothing that
/// somebody did is lost, and nothing unfinished counts as done.
/// </summary>
public sealed record Ending(EndingKind Kind, DateTimeOffset At, string? By)
{
    /// <summary>What ended it: a publishing, or a message. With it, what is done again after a crash is known as the same.</summary>
    public required string Operation { get; init; }

    /// <summary>The later directive, as one cites it.</summary>
    public string? DirectiveLabel { get; init; }

    /// <summary>The task that took its place; null where none did.</summary>
    public int? Task { get; init; }

    /// <summary>The unit that has taken it over, and its name then.</summary>
    public string? UnitId { get; init; }

    public string? UnitName { get; init; }

    /// <summary>Why it was withdrawn, in the clerk's words.</summary>
    public string? Reason { get; init; }
}

/// <summary>That a later directive gave more time.</summary>
/// <param name="Operation">The publishing that did.</param>
/// <param name="From">The deadline before.</param>
public sealed record DeadlineMove(string Operation, string DirectiveLabel, DateOnly From, DateOnly Until, DateTimeOffset At);
