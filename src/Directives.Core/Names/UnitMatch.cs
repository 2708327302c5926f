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

/// <summary>Whom a name means. Only <see cref="Units"/> may be acted on; the rest is for a question.</summary>
public sealed record UnitMatch(UnitMatchKind Kind)
{
    /// <summary>The unit, or the members of the group; empty unless it is <see cref="UnitMatchKind.Found"/>.</summary>
    public IReadOnlyList<Unit> Units { get; init; } = [];

    /// <summary>The group that was named, if one was; null also where several were named that no group comprises.</summary>
    public UnitGroup? Group { get; init; }

    /// <summary>The units that go by this name where it is <see cref="UnitMatchKind.Ambiguous"/>.</summary>
    public IReadOnlyList<Unit> Candidates { get; init; } = [];

    /// <summary>Names that are similar, the nearest first: to be shown, never to be taken.</summary>
    public IReadOnlyList<string> Nearest { get; init; } = [];

    public bool IsFound => Kind == UnitMatchKind.Found;

    internal static UnitMatch Of(IReadOnlyList<Unit> units) => units.Count == 1
        ? new(UnitMatchKind.Found) { Units = units }
        : new(UnitMatchKind.Ambiguous) { Candidates = units };
}
