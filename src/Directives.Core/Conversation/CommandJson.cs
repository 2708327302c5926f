using System.Text.Json;

namespace Directives.Core;

/// <summary>A command as a button carries it to the channel and back.</summary>
public static class CommandJson
{
    /// <summary>No button of ours carries more; what is longer was not made here.</summary>
    private const int MaxCharacters = 16_000;

    public static string Write(Command command) => StoredJson.Write(command);

    /// <returns>Null for anything that no button of ours carries.</returns>
    public static Command? TryRead(string? json)
    {
        if (json is null || json.Length > MaxCharacters) return null;
        try
        {
            return StoredJson.Read<Command>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
