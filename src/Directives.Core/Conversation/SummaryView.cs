namespace Directives.Core;

/// <summary>What a question about figures wants to know of them.</summary>
public enum SummaryView
{
    /// <summary>The four classes.</summary>
    Whole,

    /// <summary>The on-time ratio, of what was due.</summary>
    OnTime,

    /// <summary>The share that is done, of everything with a deadline.</summary>
    Done,

    /// <summary>The share that is overdue and not done, of everything with a deadline.</summary>
    Overdue,

    /// <summary>The units with the best on-time ratio.</summary>
    Best,

    /// <summary>The units with the most overdue.</summary>
    Worst,

    /// <summary>Against another period.</summary>
    Trend,

    /// <summary>Several units or groups beside each other.</summary>
    Comparison,

    ByUnit,
    ByKind,
    ByBranch,
    ByTask,
    ByDirective,
}
