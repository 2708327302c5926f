using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>"Hủy liên kết của Nguyễn Văn A": from this moment no account is that person's; only a new code makes one theirs again.</summary>
public sealed class UnlinkAccounts(LinkTable links, LinkCodeTable codes, CalendarTable calendars) : IUseCase
{
    private const int Attempts = 5;

    public static Command Of(string name) => Command.At(Step.Unlink) with { Slots = new Slots { Note = name } };

    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        if (turn.Sender.Role != Role.Clerk) return new SayReply(new Phrase("role.denied", ("role", (Phrase)"role.clerk")));
        var (person, unclear) = PersonFinder.Find(turn, command, isInOffice: false);
        if (person is null) return unclear!;
        // A code that is still on its way would undo it.
        await codes.VoidAsync(person.Id, cancellationToken);
        var count = 0;
        foreach (var link in await links.OfPersonAsync(person.Id, cancellationToken))
        {
            if (await UnlinkAsync(link, turn.Now, cancellationToken)) count++;
        }

        // Whoever had the account may have taken the calendar's address from it.
        var hadCalendar = await calendars.RevokeAsync(person.Id, cancellationToken);
        if (count == 0 && !hadCalendar) return new SayReply(turn.IsRepeat ? "repeat.done" : new Phrase("link.none", ("name", person.Name)));
        turn.HasChanged = true;
        return new SayReply(
        [
            count > 0
                ? new Phrase("link.removed", ("n", count), ("name", person.Name), ("unit", PersonFinder.UnitOf(turn, person)))
                : new Phrase("link.none", ("name", person.Name)),
            .. hadCalendar ? [new Phrase("link.calendar", ("name", person.Name))] : Array.Empty<Phrase>(),
        ]);
    }

    /// <returns>False when it is the person's no longer.</returns>
    internal async Task<bool> UnlinkAsync(StoredLink link, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (link.Value.UnlinkedAt is not null) return false;
            try
            {
                await links.WriteAsync(link.Value with { UnlinkedAt = now }, link.ETag, cancellationToken);
                return true;
            }
            catch (StoreConflictException)
            {
                var again = await links.FindAsync(link.Value.Channel, link.Value.UserId, cancellationToken);
                if (again is null || again.Value.PersonId != link.Value.PersonId) return false;
                link = again;
            }
        }

        throw new StoreUnavailableException("The link of an account kept changing.");
    }
}
