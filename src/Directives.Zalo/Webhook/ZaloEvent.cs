namespace Directives.Zalo.Webhook;

/// <summary>
/// Something that happened at an Official Account, as Zalo tells it. Ids are text throughout: they are larger than a JSON number can hold.
/// </summary>
public abstract record ZaloEvent
{
    /// <summary>Zalo's name of the kind, such as <c>user_send_text</c>.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The same for each delivery of one event, since Zalo sends again what was not answered in time: the message's id, or where there is none the
    /// kind, the moment and whom it is about.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Null where what was sent is no moment in milliseconds.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>A person wrote to the account. A pressed button arrives as this too, with what the button carries as text.</summary>
public sealed record UserText : ZaloEvent
{
    public required string UserId { get; init; }

    /// <summary>The Official Account written to.</summary>
    public required string AccountId { get; init; }

    public required string Text { get; init; }

    /// <summary>The message that this one answers.</summary>
    public string? QuotedId { get; init; }
}

/// <summary>A person began to follow the account, or no longer does.</summary>
public sealed record FollowChange : ZaloEvent
{
    public required string UserId { get; init; }
    public required string AccountId { get; init; }
    public required bool Follows { get; init; }
}

/// <summary>An event of another kind, or one without the parts that its kind needs. Nothing may be done because of it.</summary>
public sealed record UnknownEvent : ZaloEvent;
