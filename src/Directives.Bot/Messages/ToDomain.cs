using Directives.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Messages;

/// <summary>What the domain needs out of an activity.</summary>
internal static class ToDomain
{
    /// <summary>Bytes of one file that arrives inside an activity.</summary>
    private const int MaxFileBytes = 6 * 1024 * 1024;

    /// <returns>Null when the value is no command of ours.</returns>
    public static Command? Command(object? value) =>
        value is JObject data && data.TryGetValue("command", out var command) && command.Type == JTokenType.String
            ? CommandJson.TryRead(command.Value<string>())
            : null;

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
