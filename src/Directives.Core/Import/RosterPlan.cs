namespace Directives.Core;

public enum RosterChangeKind
{
    Added,
    Changed,

    /// <summary>Was given a last day.</summary>
    Ended,

    /// <summary>Stored, but not in the file: it stays as it is. To end it, give it a last day.</summary>
    Missing,
}

public enum RosterSubject
{
    Unit,
    Group,
    Person,
}

/// <summary>What an import would change of one unit, group or person.</summary>
public sealed record RosterChange(RosterChangeKind Kind, RosterSubject Subject, string Id, string Name)
{
    /// <summary>The changed fields as they are and as they would be; empty where something is new or missing.</summary>
    public IReadOnlyList<RosterFieldChange> Fields { get; init; } = [];
}

/// <param name="Field">The field's name as its column's header has it, in Vietnamese and English.</param>
public sealed record RosterFieldChange((string Vietnamese, string English) Field, string Before, string After);

/// <summary>What an import would do, for the clerk to see before it is done; or what stands against it.</summary>
public sealed record RosterPlan(StoredRoster Basis, Roster? Next, IReadOnlyList<RosterChange> Changes)
{
    /// <summary>How many errors are shown at once.</summary>
    public const int ErrorsShown = 20;

    /// <summary>The first errors, in the order of the file; with any, nothing can be applied.</summary>
    public IReadOnlyList<SheetError> Errors { get; init; } = [];

    public int ErrorCount { get; init; }

    /// <summary>Sheets and columns that nothing was taken from.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    public bool CanApply => Next is not null;

    /// <summary>Nothing would change, also not by completing an import that was broken off.</summary>
    public bool IsUnchanged => CanApply && !Basis.Partial && Changes.All(change => change.Kind == RosterChangeKind.Missing);

    public int Count(RosterChangeKind kind) => Changes.Count(change => change.Kind == kind);
}
