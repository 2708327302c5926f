namespace Directives.Core;

/// <summary>Tells the clerks, while the bot still can, that its secret or certificate ends: after that it neither answers nor reminds in Teams.</summary>
public sealed class CredentialNotices(CredentialExpiry expiry, OutboxTable outbox, RosterTable rosters, TimeProvider time)
{
    private (Roster Roster, DateOnly Day)? _planned;

    /// <summary>Plans a notice to each clerk at each step, once, whatever days the program did not run on.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        var day = time.Today();
        if (expiry.Step(day) is not { } step) return;
        var roster = await rosters.LoadAsync(cancellationToken);
        if (_planned is var (known, last) && ReferenceEquals(known, roster) && last == day) return;
        foreach (var clerk in roster.People.Where(person => person.Role == Role.Clerk && roster.IsActive(person, day)))
        {
            await outbox.PlanAsync(
                new Notice
                {
                    Id = string.Join(' ', NoticeKind.CredentialsExpiring, Keys.Day(expiry.Day!.Value), step, clerk.Id),
                    Kind = NoticeKind.CredentialsExpiring,
                    PersonId = clerk.Id,
                    NotBefore = time.Now(),
                    UnitId = clerk.UnitId,
                },
                cancellationToken);
        }

        _planned = (roster, day);
    }

    /// <summary>Null once the secret was renewed.</summary>
    public static Reply? Compose(CredentialExpiry expiry, DateOnly today) =>
        expiry.Step(today) is null ? null
        : new SayReply(expiry.DaysLeft(today) is { } left and > 0
            ? new Phrase("notice.credentials", ("date", expiry.Day!.Value), ("n", left))
            : new Phrase("notice.credentials.last", ("date", expiry.Day!.Value)));
}
