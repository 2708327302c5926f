namespace Directives.Core;

/// <summary>"Liên kết 482913" from an account that is nobody's: it becomes that person's whom a clerk gave the code for. What is wrong with a code is not told.</summary>
public sealed class RedeemLinkCode(LinkCodeTable codes, LinkTable links, FindLinkedPerson find)
{
    private const int Attempts = 5;

    public async Task<LinkOutcome> HandleAsync(ChannelUser user, string code, string operation, Roster roster, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Day(now);
        if (!await codes.TakeTryAsync(user, operation, now, cancellationToken)) return LinkRefusal.Paused;
        if (await codes.UseAsync(code, user, now, cancellationToken) is not { } personId) return LinkRefusal.WrongCode;
        if (roster.FindPerson(personId) is not { } person || !roster.IsActive(person, today)) return LinkRefusal.WrongCode;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var known = await find.HandleAsync(user, roster, today, cancellationToken);
            if (known.Person is { } linked && linked.Id != person.Id) return LinkRefusal.WrongCode;
            try
            {
                if (known.Person is null) await links.WriteAsync(Link(), known.Link?.ETag, cancellationToken);
                await codes.ForgetTriesAsync(user, cancellationToken);
                return person;
            }
            catch (StoreConflictException)
            {
                // Another message of the same account was first.
            }
        }

        throw new StoreUnavailableException("The link of an account kept changing.");

        AccountLink Link() => new()
        {
            Channel = user.Channel,
            UserId = user.UserId,
            TenantId = user.TenantId,
            ObjectId = user.ObjectId,
            PersonId = person.Id,
            LinkedAt = now,
        };
    }
}
