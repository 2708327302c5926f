using Directives.Language.Text;

namespace Directives.Core;

/// <summary>The units a question is about: those it names, as far as the sender may see them; without a name, all that the sender may see.</summary>
public sealed record UnitScope
{
    private const int SimilarShown = 4;

    private readonly HashSet<string> _ids = [];

    /// <summary>Set when the question is about exactly one unit, named or the sender's own.</summary>
    public Unit? Unit { get; private init; }

    /// <summary>The name of what the figures are narrowed to; null for all that the sender may see.</summary>
    public string? Name { get; private init; }

    /// <summary>Why the question is not answered.</summary>
    public Reply? Refusal { get; private init; }

    public bool Contains(string unitId) => _ids.Contains(unitId);

    public static UnitScope Of(Turn turn, string? named)
    {
        var roster = turn.Roster;
        if (named is null)
        {
            if (turn.Sender.Role == Role.Principal)
            {
                return roster.FindUnit(turn.Sender.UnitId) is { } own ? One(own) : Refused(new Phrase("unit.unknown", ("words", turn.Sender.UnitId)));
            }

            return Many(roster.Units.Where(unit => roster.MaySee(turn.Sender, unit.Id)), null);
        }

        var match = UnitNames.Of(roster).Find(named, turn.Today);
        if (!match.IsFound && turn.Sender.Role != Role.Principal && OfKind(roster, named) is { Length: > 0 } ofKind)
        {
            return Many(ofKind.Where(unit => unit.IsValidOn(turn.Today) && roster.MaySee(turn.Sender, unit.Id)), turn.Words.Fill(new Phrase("unit.ofKind", ("kind", ofKind[0].Kind))));
        }

        if (!match.IsFound)
        {
            string[] similar = match.Units.Count > 0 ? [.. match.Units.Select(unit => unit.Name)] : [.. match.Nearest];
            return Refused(similar.Length > 0
                ? new Phrase("unit.which", ("words", named), ("names", new Names([.. similar.Take(SimilarShown)])))
                : new Phrase("unit.unknown", ("words", named)));
        }

        var visible = match.Units.Where(unit => roster.MaySee(turn.Sender, unit.Id)).ToArray();
        if (visible.Length == 0) return Refused(new Phrase("unit.ownOnly", ("unit", turn.SenderUnitName)));
        return match.Group is { } group && turn.Sender.Role != Role.Principal ? Many(visible, group.Name) : visible is [var only] ? One(only) : Many(visible, named);
    }

    // "Khối THCS": all of a kind, where the roster makes no group of it.
    private static Unit[] OfKind(Roster roster, string named)
    {
        var words = VietnameseText.Fold(named.Trim());
        var lead = Array.Find(KindLeads, lead => words.StartsWith(lead, StringComparison.Ordinal));
        return lead is null ? [] : [.. roster.Units.Where(unit => VietnameseText.Fold(unit.Kind) == words[lead.Length..])];
    }

    private static readonly string[] KindLeads = ["khoi ", "cac truong ", "cap "];

    private static UnitScope One(Unit unit) => Many([unit], unit.Name) with { Unit = unit };

    private static UnitScope Many(IEnumerable<Unit> units, string? name)
    {
        var scope = new UnitScope { Name = name };
        scope._ids.UnionWith(units.Select(unit => unit.Id));
        return scope;
    }

    private static UnitScope Refused(Phrase why) => new() { Refusal = new SayReply(why) };
}
