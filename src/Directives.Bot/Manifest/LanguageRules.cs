using System.Text.Json.Nodes;

namespace Directives.Bot.Manifest;

/// <summary>
/// What a language file has to be: each text of the manifest that people see, under its place (<c>bots[0].commandLists[0].commands[1].title</c>), and
/// nothing else. Teams drops a key that names no place without a word, and shows the default language in its stead.
/// </summary>
internal static class LanguageRules
{
    private const string Schema = "https://developer.microsoft.com/json-schemas/teams/v" + ManifestRules.Version + "/MicrosoftTeams.Localization.schema.json";

    /// <param name="isDefault">The default language's file: it says the manifest's own words again.</param>
    public static IEnumerable<string> Problems(string fileName, JsonObject language, JsonObject manifest, bool isDefault)
    {
        // Both have the version of their schema in its address, and Teams wants it to be one.
        if (language["$schema"].AsText() != Schema) yield return $"{fileName}: $schema: phải là {Schema}";
        var places = Places(manifest).ToDictionary(place => place.Path, StringComparer.Ordinal);
        foreach (var (key, _) in language.Where(member => member.Key != "$schema" && !places.ContainsKey(member.Key)))
        {
            yield return $"{fileName}: {key}: không có chỗ này trong manifest.json";
        }

        foreach (var (path, text, most) in places.Values)
        {
            if (!language.ContainsKey(path)) yield return $"{fileName}: {path}: thiếu";
            else if (language[path].AsText() is not { } translated || string.IsNullOrWhiteSpace(translated)) yield return $"{fileName}: {path}: phải là một chuỗi không trống";
            else if (translated.Length > most) yield return $"{fileName}: {path}: dài {translated.Length} ký tự, tối đa {most}";
            else if (isDefault && translated != text) yield return $"{fileName}: {path}: khác với manifest.json";
        }
    }

    /// <summary>Every text of the manifest that people see, with its place and its limit.</summary>
    public static IEnumerable<(string Path, string Text, int Most)> Places(JsonObject manifest)
    {
        foreach (var (part, shortLength, fullLength) in new[] { ("name", 30, 100), ("description", 80, 4000) })
        {
            if (Text(manifest[part], "short") is { } few) yield return ($"{part}.short", few, shortLength);
            if (Text(manifest[part], "full") is { } all) yield return ($"{part}.full", all, fullLength);
        }

        var lists = First(manifest, "bots")?["commandLists"] as JsonArray;
        for (var i = 0; i < lists?.Count; i++)
        {
            var commands = (lists[i] as JsonObject)?["commands"] as JsonArray;
            for (var j = 0; j < commands?.Count; j++)
            {
                var path = $"bots[0].commandLists[{i}].commands[{j}]";
                if (Text(commands[j], "title") is { } title) yield return (path + ".title", title, 128);
                if (Text(commands[j], "description") is { } description) yield return (path + ".description", description, 4000);
            }
        }

        var queries = First(manifest, "composeExtensions")?["commands"] as JsonArray;
        for (var i = 0; i < queries?.Count; i++)
        {
            var path = $"composeExtensions[0].commands[{i}]";
            foreach (var place in Both(queries[i], path)) yield return place;
            var parameters = (queries[i] as JsonObject)?["parameters"] as JsonArray;
            for (var j = 0; j < parameters?.Count; j++)
            {
                foreach (var place in Both(parameters[j], $"{path}.parameters[{j}]")) yield return place;
            }
        }
    }

    // What a message extension calls a command or a parameter, and says of it.
    private static IEnumerable<(string Path, string Text, int Most)> Both(JsonNode? node, string path)
    {
        if (Text(node, "title") is { } title) yield return (path + ".title", title, ManifestRules.ExtensionTitleLength);
        if (Text(node, "description") is { } description) yield return (path + ".description", description, ManifestRules.ExtensionDescriptionLength);
    }

    private static JsonObject? First(JsonObject manifest, string name) => manifest[name] is JsonArray { Count: > 0 } items ? items[0] as JsonObject : null;

    /// <summary>The string that this node is, or null.</summary>
    public static string? AsText(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string? Text(JsonNode? parent, string name) => (parent as JsonObject)?[name].AsText();
}
