namespace Directives.Core;

/// <summary>A chat or channel where several people read what the bot says.</summary>
public sealed record GroupConversation
{
    /// <summary>The channel's name, such as <c>msteams</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Of the conversation as a whole, not of one thread in it.</summary>
    public required string ConversationId { get; init; }

    /// <summary>A channel of a team, not a chat.</summary>
    public bool IsChannel { get; init; }

    public string? TeamId { get; init; }

    public string? TenantId { get; init; }

    public required string ServiceUrl { get; init; }

    /// <summary>The channel's id of the bot in this conversation.</summary>
    public required string BotId { get; init; }

    /// <summary>The person who brought the bot there or first spoke to it; null where nobody of the roster is known to be them.</summary>
    public string? AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>What people call it; null where the channel has not said it.</summary>
    public string? Name { get; init; }

    /// <summary>The bot's latest messages there: a reply to one of them is meant for it.</summary>
    public IReadOnlyList<string> OwnMessages { get; init; } = [];

    /// <summary>The digest that goes there; null where none does. It ends with this row, when the bot leaves.</summary>
    public GroupDigest? Digest { get; init; }
}

/// <summary>Which group is meant.</summary>
public sealed record GroupAddress(string Channel, string ConversationId)
{
    public static GroupAddress Of(GroupConversation group) => new(group.Channel, group.ConversationId);
}

/// <summary>A digest that is sent into a group.</summary>
/// <param name="By">The leader or clerk whose figures they are; it ends when that person is neither any more.</param>
/// <param name="NamesUnits">The late units are named: only where it was asked for in words.</param>
public sealed record GroupDigest(string By, DigestSchedule Schedule, bool NamesUnits, DateTimeOffset SetAt)
{
    /// <summary>Whether the person may have figures sent where others read them.</summary>
    public static bool MayHave(Roster roster, string personId, DateOnly day) =>
        roster.FindPerson(personId) is { Role: Role.Leader or Role.Clerk } person && roster.IsActive(person, day);
}
