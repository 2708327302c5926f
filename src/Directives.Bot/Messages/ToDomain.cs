using System.Globalization;
using Directives.Bot.Rendering;
using Directives.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Messages;

/// <summary>What the domain needs out of an activity.</summary>
internal static class ToDomain
{
    /// <summary>Bytes of one file that arrives inside an activity.</summary>
    private const int MaxFileBytes = 6 * 1024 * 1024;

    /// <summary>No card of ours has more fields.</summary>
    private const int MaxFields = 20;

    /// <summary>No field of ours holds more; what is longer is not looked at.</summary>
    private const int MaxFieldCharacters = 4_000;

    /// <returns>Null when the value is no command of ours, or one of a card of another form.</returns>
    public static Command? Command(object? value) =>
        value is JObject data && data.TryGetValue("command", out var command) && command.Type == JTokenType.String && data["form"] is JValue { Value: (long)Card.Form }
            ? CommandJson.TryRead(command.Value<string>())
            : null;

    /// <summary>What was filled in on the card: it stands beside the button's own data.</summary>
    public static IReadOnlyDictionary<string, string> Filled(object? value)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        if (value is not JObject data) return filled;
        foreach (var (id, token) in data)
        {
            if (filled.Count == MaxFields) break;
            if (id is "command" or "form" || token is not JValue { Value: { } field } || field is bool) continue;
            // A client may write a number as it is, and a day as an instant.
            var words = field switch
            {
                DateTime day => DateOnly.FromDateTime(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                var other => other.ToString()!,
            };
            if (words.Length <= MaxFieldCharacters) filled[id] = words;
        }

        return filled;
    }

    /// <summary>Whether the address is the file itself, as the page sends it.</summary>
    public static bool IsWithin(string address) => address.StartsWith("data:", StringComparison.Ordinal);

    /// <exception cref="UnreadableFileException">The file is too large or damaged on the way.</exception>
    public static byte[] Bytes(string address)
    {
        var comma = address.IndexOf(";base64,", StringComparison.Ordinal);
        if (comma < 0) throw new UnreadableFileException("file.damaged");
        if (address.Length > MaxFileBytes * 4L / 3) throw new UnreadableFileException("file.tooLarge");
        try
        {
            return Convert.FromBase64String(address[(comma + ";base64,".Length)..]);
        }
        catch (FormatException damaged)
        {
            throw new UnreadableFileException("file.damaged", damaged);
        }
    }
}
