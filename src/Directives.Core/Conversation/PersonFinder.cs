namespace Directives.Core;

/// <summary>The person whom a clerk names, by name or by the unit they are of; never a guess.</summary>
internal static class PersonFinder
{
    private const int Shown = 5;

    private static readonly string[] _titles = ["thay", "co", "anh", "chi", "ong", "ba", "dong chi", "dc", "mr", "ms", "mrs"];

    /// <returns>The person, or what to say where nobody or several may be meant.</returns>
    public static (Person? Person, Reply? Unclear) Find(Turn turn, Command command, bool isInOffice)
    {
        var people = turn.Roster.People.Where(person => !isInOffice || turn.Roster.IsActive(person, turn.Today)).ToArray();
        if (command.PersonId is { } chosen && Array.Find(people, person => person.Id == chosen) is { } known) return (known, null);
        var words = command.Slots.Note ?? "";
        var found = Named(turn, people, words);
        return found.Length switch
        {
            1 => (found[0], null),
            0 => (null, new SayReply(new Phrase("person.unknown", ("words", words)))),
            _ => (null, new SayReply(new Phrase("person.which", ("words", words)))
            {
                Choices =
                [
                    .. found.Take(Shown).Select(person => new Choice(
                        new Phrase("person.choice", ("name", person.Name), ("unit", UnitOf(turn, person))), command with { PersonId = person.Id })),
                ],
            }),
        };
    }

    public static string UnitOf(Turn turn, Person person) => turn.Roster.FindUnit(person.UnitId)?.Name ?? person.UnitId;

    private static Person[] Named(Turn turn, Person[] people, string words)
    {
        // Diacritics that are written must be right; those that are left out do not matter.
        var exact = Array.FindAll(people, person => NameText.Key(person.Name) == NameText.Key(words));
        if (exact.Length > 0) return exact;
        var folded = NameText.Folded(words);
        if (folded.Length == 0) return [];
        var alike = words.All(char.IsAscii) ? Array.FindAll(people, person => NameText.Folded(person.Name) == folded) : [];
        if (alike.Length > 0) return alike;
        foreach (var title in _titles)
        {
            if (!folded.StartsWith(title + " ", StringComparison.Ordinal) || words.Length <= title.Length) continue;
            if (Named(turn, people, words[(title.Length + 1)..]) is { Length: > 0 } addressed) return addressed;
        }

        var match = UnitNames.Of(turn.Roster).Find(words, turn.Today);
        return match is { IsFound: true, Units: [var unit] } ? Array.FindAll(people, person => person.UnitId == unit.Id) : [];
    }
}
