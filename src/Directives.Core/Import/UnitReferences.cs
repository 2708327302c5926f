namespace Directives.Core;

/// <summary>
/// The units that an import's cells refer to: by id, by name, or by another name. Strict, because a roster is written once: a cell that is only
/// nearly right is refused with the name it may mean.
/// </summary>
internal sealed class UnitReferences
{
    private readonly Dictionary<string, Unit> _byId;
    private readonly ILookup<string, Unit> _byName;
    private readonly ILookup<string, Unit> _byAlias;
    private readonly List<(string Folded, string Name)> _folded;

    public UnitReferences(IReadOnlyList<Unit> units)
    {
        _byId = units.ToDictionary(unit => unit.Id, StringComparer.Ordinal);
        _byName = units.ToLookup(unit => NameText.Key(unit.Name), StringComparer.Ordinal);
        _byAlias = units.SelectMany(unit => unit.Aliases.Select(alias => (Key: NameText.Key(alias), unit)))
            .ToLookup(pair => pair.Key, pair => pair.unit, StringComparer.Ordinal);
        _folded = [.. units.Select(unit => (NameText.Folded(unit.Name), unit.Name))];
    }

    public Unit? Find(string text) =>
        _byId.GetValueOrDefault(text) ?? Only(_byName[NameText.Key(text)]) ?? Only(_byAlias[NameText.Key(text)]);

    public bool IsAmbiguous(string text) => _byAlias[NameText.Key(text)].Skip(1).Any();

    public string? Nearest(string text)
    {
        var folded = NameText.Folded(text);
        var limit = Math.Max(1, folded.Length / 4);
        return _folded
            .Select(unit => (unit.Name, Distance: EditDistance.Between(folded, unit.Folded, limit)))
            .Where(unit => unit.Distance <= limit)
            .OrderBy(unit => unit.Distance)
            .Select(unit => unit.Name)
            .FirstOrDefault();
    }

    private static Unit? Only(IEnumerable<Unit> units) => units.Take(2).ToList() is [var unit] ? unit : null;
}
