namespace Directives.Core;

/// <summary>An account of a channel as the channel itself vouches for it: nothing here is taken from what a message says.</summary>
/// <param name="UserId">The channel's id of the account.</param>
public sealed record ChannelUser(string Channel, string UserId)
{
    /// <summary>The directory the account acts from.</summary>
    public string? TenantId { get; init; }

    /// <summary>The directory's own id of the user, which outlives names and addresses.</summary>
    public string? ObjectId { get; init; }

    /// <summary>The e-mail address and the user name that the directory has for the account.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];
}

/// <summary>Whose an account is. It stands apart from the roster, so that no import touches it.</summary>
public sealed record AccountLink
{
    public required string Channel { get; init; }
    public required string UserId { get; init; }
    public string? TenantId { get; init; }
    public string? ObjectId { get; init; }
    public required string PersonId { get; init; }

    /// <summary>The address that the link rests on: it holds as long as the roster gives that address to this person alone. Null where a code made it.</summary>
    public string? Address { get; init; }

    public required DateTimeOffset LinkedAt { get; init; }

    /// <summary>A clerk took the link back: from then on only a new code links the account to this person again.</summary>
    public DateTimeOffset? UnlinkedAt { get; init; }
}
