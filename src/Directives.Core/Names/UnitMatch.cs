namespace Directives.Core;

public enum UnitMatchKind
{
    /// <summary>The name has one plain reading: a unit, or a group with all its members.</summary>
    Found,

    /// <summary>Several units go by this name: ask which.</summary>
    Ambiguous,

    /// <summary>A group without a list, such as <c>các đơn vị liên quan</c>: a clerk says who belongs to it.</summary>
    Open,

    /// <summary>No unit goes by this name.</summary>
    None,
}

/// <summary>Whom a name means.</summary>
/// <param name="Units">The unit or the members of the group; where it is ambiguous, the candidates.</param>
public sealed record UnitMatch(UnitMatchKind Kind, IReadOnlyList<Unit> Units)
{
    /// <summary>The group that was named, if one was; null also where several were named that no group comprises.</summary>
    public UnitGroup? Group { get; init; }

    /// <summary>Names that are similar, the nearest first: to be shown, never to be taken.</summary>
    public IReadOnlyList<string> Nearest { get; init; } = [];

    public bool IsFound => Kind == UnitMatchKind.Found;

    internal static UnitMatch Of(IReadOnlyList<Unit> units) =>
        units.Count == 1 ? new(UnitMatchKind.Found, units) : new(UnitMatchKind.Ambiguous, units);
}
