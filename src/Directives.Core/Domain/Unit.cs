namespace Directives.Core;

/// <summary>A body that owes or assigns work: a school, an office, a ward, a committee. Levels and kinds are data.</summary>
/// <param name="Id">Stable and short, such as <c>thcs-hoa-sen</c>.</param>
/// <param name="Kind">The kind as the roster names it, such as <c>mầm non</c> or <c>phòng</c>; groups may be made of kinds.</param>
/// <param name="ParentId">The unit above it, or null for the top of the tree.</param>
/// <param name="ValidFrom">First day of its existence, or null where that is not known.</param>
/// <param name="ValidTo">Last day of its existence, or null while it exists.</param>
public sealed record Unit(string Id, string Name, string Kind, string? ParentId, DateOnly? ValidFrom = null, DateOnly? ValidTo = null)
{
    /// <summary>Other names that documents and people use for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The units that came in its place, once it has ended.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    public bool HasEndedBy(DateOnly day) => ValidTo < day;
}

/// <summary>A named group of units, resolved to its members on the day a task is published.</summary>
public sealed record UnitGroup(string Id, string Name)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Every unit of these kinds belongs to it.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Units that belong to it one by one.</summary>
    public IReadOnlyList<string> UnitIds { get; init; } = [];
}
