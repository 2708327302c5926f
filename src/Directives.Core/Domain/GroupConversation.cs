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

    /// <summary>The bot's latest messages there: a reply to one of them is meant for it.</summary>
    public IReadOnlyList<string> OwnMessages { get; init; } = [];
}
