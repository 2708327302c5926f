namespace Directives.Core;

/// <summary>"Ai chưa nhận được thông báo": who could not be told what they were to be told, and why; not delivered is not the same as not done.</summary>
public sealed class ListUndelivered(OutboxTable outbox) : IUseCase
{
    private const int Shown = 6;

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role == Role.Principal) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.leaderOrClerk")));
        return await ComposeAsync(turn.Roster, person => turn.Roster.MaySee(turn.Sender, person.UnitId), cancellationToken) ?? new SayReply("undelivered.none");
    }

    /// <summary>As a clerk's digest has it.</summary>
    /// <returns>Null when everybody was reached.</returns>
    public async Task<Reply?> ComposeAsync(Roster roster, CancellationToken cancellationToken) => await ComposeAsync(roster, _ => true, cancellationToken);

    private async Task<Reply?> ComposeAsync(Roster roster, Func<Person, bool> isSeen, CancellationToken cancellationToken)
    {
        var people = new List<(Person Person, Undelivered Undelivered)>();
        foreach (var undelivered in await outbox.UndeliveredAsync(cancellationToken))
        {
            // Who has left the roster is nobody's to reach.
            if (roster.FindPerson(undelivered.PersonId) is { } person && isSeen(person)) people.Add((person, undelivered));
        }

        if (people.Count == 0) return null;
        List<Phrase> lines = [new Phrase("undelivered.head", ("n", people.Count)), .. people.OrderBy(one => one.Undelivered.Since).Take(Shown).Select(one => Line(one.Person, one.Undelivered, roster))];
        if (people.Count > Shown) lines.Add(new Phrase("undelivered.more", ("n", people.Count - Shown)));
        return new SayReply(lines);
    }

    private static Phrase Line(Person person, Undelivered undelivered, Roster roster) => new(
        "undelivered.line",
        ("name", person.Name),
        ("unit", roster.FindUnit(person.UnitId)?.Name ?? person.UnitId),
        ("reason", Reason(undelivered)),
        ("date", new ShortDate(VietnamTime.Day(undelivered.Since))));

    private static Phrase Reason(Undelivered undelivered) => undelivered.Result switch
    {
        NoticeResult.Unknown => "undelivered.unknown",
        NoticeResult.Refused => new Phrase("undelivered.refused", ("channel", undelivered.Channel ?? "")),
        _ => undelivered.Channel is { } channel
            ? new Phrase(undelivered.Reason == Undelivered.Blocked ? "undelivered.blocked" : "undelivered.window", ("channel", channel))
            : new Phrase("undelivered.noAccount"),
    };
}
