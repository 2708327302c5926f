using System.Text.Json;

namespace Directives.Core;

/// <summary>A command as a button carries it to the channel and back.</summary>
public static class CommandJson
{
    /// <summary>No button of ours carries more; what is longer was not made here.</summary>
    private const int MaxCharacters = 16_000;

    public static string Write(Command command) => StoredJson.Write(command);

    // The serializer leaves out what the text leaves out, also where the type promises a value.
    private static bool IsWhole(Command? command) =>
        command is { Slots.Tasks: not null, Parts: not null, Doubts: not null, Compared: not null }
        && command.Slots.Tasks.All(task => task is not null)
        && command.Parts.All(IsWhole);

    /// <returns>Null for anything that no button of ours carries.</returns>
    public static Command? TryRead(string? json)
    {
        if (json is null || json.Length > MaxCharacters) return null;
        try
        {
            var command = StoredJson.Read<Command>(json);
            return IsWhole(command) ? command : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
