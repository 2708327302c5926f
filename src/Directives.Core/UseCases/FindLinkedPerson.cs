namespace Directives.Core;

public enum LinkStanding
{
    /// <summary>The account was never linked.</summary>
    None,

    Linked,

    /// <summary>The person is in office no longer, or the address that the link rests on is no longer theirs alone.</summary>
    Ended,

    /// <summary>A clerk took the link back.</summary>
    Unlinked,

    /// <summary>Under the same account there is now another user, or another directory.</summary>
    Changed,
}

/// <param name="Person">Only of an account that is linked.</param>
public sealed record LinkedAccount(LinkStanding Standing, Person? Person, StoredLink? Link);

/// <summary>Whose an account is now. The roster has the last word at every turn: who is in it no longer, or has lost the address, has lost the access.</summary>
public sealed class FindLinkedPerson(LinkTable links)
{
    public async Task<LinkedAccount> HandleAsync(ChannelUser user, Roster roster, DateOnly today, CancellationToken cancellationToken)
    {
        var link = await links.FindAsync(user.Channel, user.UserId, cancellationToken);
        if (link is null) return new LinkedAccount(LinkStanding.None, null, null);
        if (link.Value.UnlinkedAt is not null) return new LinkedAccount(LinkStanding.Unlinked, null, link);
        if (IsAnother(link.Value.TenantId, user.TenantId) || IsAnother(link.Value.ObjectId, user.ObjectId)) return new LinkedAccount(LinkStanding.Changed, null, link);
        return roster.FindPerson(link.Value.PersonId) is { } person && roster.IsActive(person, today) && Holds(link.Value, person, roster, today)
            ? new LinkedAccount(LinkStanding.Linked, person, link)
            : new LinkedAccount(LinkStanding.Ended, null, link);
    }

    // The mailbox of an office passes to the next head with the office.
    private static bool Holds(AccountLink link, Person person, Roster roster, DateOnly today) =>
        link.Address is not { } address || (roster.InOffice(address, today).ToArray() is [var only] && only.Id == person.Id);

    private static bool IsAnother(string? known, string? seen) => known is not null && seen is not null && !string.Equals(known, seen, StringComparison.OrdinalIgnoreCase);
}
