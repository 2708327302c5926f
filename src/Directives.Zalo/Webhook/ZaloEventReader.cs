using System.Globalization;
using System.Text.Json;

namespace Directives.Zalo.Webhook;

/// <summary>A webhook's body as an event. Nothing is thrown, whatever the body holds: an event that cannot be read is sent again for an hour.</summary>
public static class ZaloEventReader
{
    private const int MillisecondDigits = 13;

    /// <returns>Null when the body is no event at all: no JSON object, or one without a name.</returns>
    public static ZaloEvent? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && Text(root, "event_name") is { Length: > 0 } name ? Read(root, name) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Not JSON; or JSON with half a surrogate pair in it, which is no text.
            return null;
        }
    }

    private static ZaloEvent Read(JsonElement root, string name)
    {
        var timestamp = Text(root, "timestamp") ?? "";
        var at = Instant(timestamp);
        var message = Child(root, "message");
        var sender = Text(Child(root, "sender"), "id");
        var follower = Text(Child(root, "follower"), "id");
        var id = Text(message, "msg_id") ?? string.Join(' ', name, timestamp, sender ?? follower ?? Text(root, "user_id"));
        return name switch
        {
            "user_send_text" when sender is not null && Text(Child(root, "recipient"), "id") is { } account && Text(message, "text") is { } text =>
                new UserText { Name = name, Id = id, At = at, UserId = sender, AccountId = account, Text = text, QuotedId = Text(message, "quote_msg_id") },
            "follow" or "unfollow" when follower is not null && Text(root, "oa_id") is { } account =>
                new FollowChange { Name = name, Id = id, At = at, UserId = follower, AccountId = account, Follows = name == "follow" },
            _ => new UnknownEvent { Name = name, Id = id, At = at },
        };
    }

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    // Ids and timestamps are documented as strings and have been seen as numbers.
    private static string? Text(JsonElement parent, string name)
    {
        var value = Child(parent, name);
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }

    // The documentation's own samples have fewer digits: those are no moments.
    private static DateTimeOffset? Instant(string timestamp) =>
        timestamp.Length == MillisecondDigits && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
