using System.Text.Json;
using System.Text.Json.Nodes;

namespace Directives.Bot.Manifest;

/// <summary>The message extension: one, of this bot, whose commands search.</summary>
internal sealed partial class ManifestRules
{
    /// <summary>Of a command and of a parameter.</summary>
    public const int ExtensionTitleLength = 32;

    public const int ExtensionDescriptionLength = 128;

    private const int IdLength = 64;

    private void CheckExtension(JsonObject extension, string? appId)
    {
        const string path = "composeExtensions[0]";
        Members(extension, path, ["botId", "commands"], []);
        Text(extension, path, "botId", id => id == appId && TeamsSettings.IsGuid(id), "GUID, cùng với id");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var commands = Items(extension, path, "commands", 1, 10);
        for (var i = 0; i < commands.Count; i++)
        {
            var place = $"{path}.commands[{i}]";
            if (commands[i] is not JsonObject command)
            {
                Wrong(place, "phải là một đối tượng");
                continue;
            }

            Members(command, place, ["id", "type", "title", "description", "parameters"], ["context", "initialRun"]);
            Length(command, place, "id", IdLength);
            if (Value(command, "id") is { } id && !ids.Add(id)) Wrong(place + ".id", $"\"{id}\" đã có");
            Text(command, place, "type", type => type == "query", "query");
            Choices(command, place, "context", ["compose", "commandBox"]);
            if (command.ContainsKey("initialRun") && command["initialRun"]?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) Wrong(place + ".initialRun", "phải là true hoặc false");
            CheckTitles(command, place);
            // A search has one field: Teams sends what is typed into the first only.
            if (Items(command, place, "parameters", 1, 1) is [JsonObject parameter]) CheckParameter(parameter, place + ".parameters[0]");
        }
    }

    private void CheckParameter(JsonObject parameter, string path)
    {
        Members(parameter, path, ["name", "title", "description"], ["inputType"]);
        Length(parameter, path, "name", IdLength);
        Text(parameter, path, "inputType", type => type == "text", "text");
        CheckTitles(parameter, path);
    }

    private void CheckTitles(JsonObject node, string path)
    {
        Length(node, path, "title", ExtensionTitleLength);
        Length(node, path, "description", ExtensionDescriptionLength);
    }
}
