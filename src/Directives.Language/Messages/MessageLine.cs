using System.Globalization;
using System.Text.Json;

namespace Directives.Language.Messages;

/// <summary>A message as <c>understand --lines</c> takes it: <c>{"text": "...", "at": "...", "role": "..."}</c>.</summary>
public sealed record MessageLine(string Text, DateTimeOffset At, SenderRole Role)
{
    /// <summary>Reads one line; fields other than the three are ignored.</summary>
    /// <param name="now">The instant of a line that names none.</param>
    /// <param name="number">The line's number from 1, for the error.</param>
    /// <exception cref="FormatException">The line is not what it should be; the message names its number and what is wrong.</exception>
    public static MessageLine Parse(string json, DateTimeOffset now, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw Wrong(number, "expected an object such as {\"text\": \"…\"}.");
            var text = Field(root, "text", number) ?? throw Wrong(number, "\"text\" is missing.");
            return new MessageLine(
                text,
                Field(root, "at", number) is { } at ? ParseInstant(at) ?? throw Wrong(number, $"\"at\" is \"{at}\", expected an instant such as 2026-11-25T09:14:00+07:00.") : now,
                Field(root, "role", number) is { } role ? ParseRole(role) ?? throw Wrong(number, $"\"role\" is \"{role}\", expected principal, leader or clerk.") : SenderRole.Principal);
        }
        catch (JsonException)
        {
            throw Wrong(number, "not JSON.");
        }
    }

    /// <summary>An ISO 8601 instant with its offset, or null.</summary>
    public static DateTimeOffset? ParseInstant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && text.Length >= 16 && HasOffset(text)
            && IsInCalendar(instant) ? instant : null;

    /// <summary>The years in which days are looked for, with room for those before and after.</summary>
    public static bool IsInCalendar(DateTimeOffset instant) => instant.Year is > 1900 and < 2199;

    /// <summary><c>principal</c>, <c>leader</c> or <c>clerk</c>, or null.</summary>
    public static SenderRole? ParseRole(string text) => text switch
    {
        "principal" => SenderRole.Principal,
        "leader" => SenderRole.Leader,
        "clerk" => SenderRole.Clerk,
        _ => null,
    };

    private static bool HasOffset(string text)
    {
        var time = text.IndexOf('T', StringComparison.OrdinalIgnoreCase);
        return time > 0 && (text.EndsWith('Z') || text.IndexOf('+', time) > 0 || text.IndexOf('-', time) > 0);
    }

    private static string? Field(JsonElement root, string name, int number)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw Wrong(number, $"\"{name}\" is not text.");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON may say it, but it is no letter.
            throw Wrong(number, $"\"{name}\" is not text.");
        }
    }

    private static FormatException Wrong(int number, string what) => new($"line {number}: {what}");
}
