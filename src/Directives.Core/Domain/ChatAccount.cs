namespace Directives.Core;

/// <summary>
/// Where a person can be written to: own columns, never a serialised object of a channel's SDK, so that it outlives the SDK.
/// The latest conversation wins, since service addresses change. Always a chat with that person alone.
/// </summary>
public sealed record ChatAccount
{
    public required string Channel { get; init; }

    /// <summary>The channel's id of the person.</summary>
    public required string UserId { get; init; }

    public required string PersonId { get; init; }
    public required string ConversationId { get; init; }
    public required string ServiceUrl { get; init; }

    /// <summary>The channel's id of the bot in this conversation.</summary>
    public required string BotId { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Why the channel takes nothing for this chat any more, such as <c>MessageWritesBlocked</c>; null until it says so. Whatever comes from there next ends it.</summary>
    public string? Unreachable { get; init; }
}
