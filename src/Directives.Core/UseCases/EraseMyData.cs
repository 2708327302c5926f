namespace Directives.Core;

/// <summary>
/// "Xóa dữ liệu của tôi": after a question the person's accounts are unlinked, and chats, settings, calendar, digests into groups and all that was last said
/// are forgotten. The record of tasks stays, as an office has to keep it. Clerks are told, since only a new code links an account again.
/// </summary>
public sealed class EraseMyData(
    LinkTable links, LinkCodeTable codes, UnlinkAccounts unlink, TalkTable talks, SettingsTable settings, CalendarTable calendars, GroupTable groups,
    OutboxTable outbox) : IUseCase
{
    public async Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        // The answer would open a chat again and remember it.
        if (turn.Message.Group is not null) return new SayReply("data.private");
        // An old card, or one that was handed on, erases nothing.
        var shown = Fingerprint.Of(turn.Sender.Id, Keys.Day(turn.Today));
        if (!command.Confirmed || command.Shown != shown)
        {
            return new SayReply("data.check", "data.stays")
            {
                Before = command.Confirmed ? ["card.old"] : [],
                Choices = [new Choice("btn.erase", command with { Confirmed = true, Shown = shown }), new Choice("btn.notErase", Command.At(Step.Nothing))],
            };
        }

        // First, so that a process killed in between leaves nothing untold.
        var clerks = turn.Roster.People.Where(person => person.Role == Role.Clerk && turn.Roster.IsActive(person, turn.Today));
        foreach (var clerk in clerks.Where(clerk => clerk.Id != turn.Sender.Id))
        {
            await outbox.PlanAsync(Tell(turn, clerk), cancellationToken);
        }

        await ForgetAsync(turn.Sender.Id, cancellationToken);
        // Last: while the account is linked, the message can be sent again.
        await codes.VoidAsync(turn.Sender.Id, cancellationToken);
        foreach (var link in await links.OfPersonAsync(turn.Sender.Id, cancellationToken)) await unlink.UnlinkAsync(link, turn.Now, cancellationToken);
        (turn.HasChanged, turn.IsForgotten) = (true, true);
        return new SayReply("data.erased", "data.stays");
    }

    private async Task ForgetAsync(string personId, CancellationToken cancellationToken)
    {
        var sent = new List<GroupAddress>();
        await foreach (var group in groups.ListAsync(cancellationToken))
        {
            if (group.Digest?.By == personId) sent.Add(GroupAddress.Of(group));
        }

        foreach (var group in sent) await groups.ChangeDigestAsync(group, digest => digest?.By == personId ? null : digest, cancellationToken);
        await calendars.RevokeAsync(personId, cancellationToken);
        await settings.RemoveAsync(personId, cancellationToken);
        await talks.ForgetAsync(personId, cancellationToken);
    }

    private static Notice Tell(Turn turn, Person clerk) => new()
    {
        Id = string.Join(' ', NoticeKind.DataErased, turn.Operation, clerk.Id),
        Kind = NoticeKind.DataErased,
        PersonId = clerk.Id,
        UnitId = turn.Sender.UnitId,
        NotBefore = turn.Now,
        From = turn.Sender.Id,
    };
}
