namespace Directives.Core;

/// <summary>Why an account is not anybody's.</summary>
public enum LinkRefusal
{
    /// <summary>Nobody in office has an address of the account.</summary>
    NoMatch,

    /// <summary>Several people in office have one.</summary>
    Several,

    /// <summary>A clerk took the link back; only a code renews it.</summary>
    Unlinked,

    /// <summary>Another user or directory stands behind the account than when it was linked.</summary>
    Changed,

    /// <summary>There is no such code, or not any more.</summary>
    WrongCode,

    /// <summary>Too many wrong codes.</summary>
    Paused,
}

/// <summary>The person whose the account is, or why it is nobody's.</summary>
public sealed record LinkOutcome(Person? Person, LinkRefusal? Refusal)
{
    public static implicit operator LinkOutcome(Person person) => new(person, null);

    public static implicit operator LinkOutcome(LinkRefusal refusal) => new(null, refusal);
}

/// <summary>
/// An account whose channel vouches for its addresses becomes that person's who alone in office has one of them. Nobody is taken for somebody by guess.
/// </summary>
public sealed class LinkByAddress(LinkTable links, FindLinkedPerson find)
{
    private const int Attempts = 5;

    public async Task<LinkOutcome> HandleAsync(ChannelUser user, Roster roster, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Day(now);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var known = await find.HandleAsync(user, roster, today, cancellationToken);
            if (known.Person is { } linked) return linked;
            if (known.Standing == LinkStanding.Changed) return LinkRefusal.Changed;
            var found = user.Addresses.SelectMany(address => roster.InOffice(address, today)).DistinctBy(person => person.Id).ToArray();
            if (found.Length > 1) return LinkRefusal.Several;
            if (found is not [var person]) return known.Standing == LinkStanding.Unlinked ? LinkRefusal.Unlinked : LinkRefusal.NoMatch;
            if (known.Standing == LinkStanding.Unlinked && known.Link!.Value.PersonId == person.Id) return LinkRefusal.Unlinked;
            var link = new AccountLink
            {
                Channel = user.Channel,
                UserId = user.UserId,
                TenantId = user.TenantId,
                ObjectId = user.ObjectId,
                PersonId = person.Id,
                Address = user.Addresses.First(person.HasAddress),
                LinkedAt = now,
            };
            try
            {
                await links.WriteAsync(link, known.Link?.ETag, cancellationToken);
                return person;
            }
            catch (StoreConflictException)
            {
                // Another message of the same account was first: what it made counts.
            }
        }

        throw new StoreUnavailableException("The link of an account kept changing.");
    }
}
