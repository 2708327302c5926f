using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Directives.Bot.Manifest;

/// <summary>
/// What a manifest has to be, of version 1.27 of Teams' published schema, for what this bot declares. A member that is not listed here is a problem
/// too, so that nothing goes into a package unchecked: with a new capability comes its rule.
/// </summary>
internal sealed partial class ManifestRules
{
    public const string Version = "1.27";
    public const string Schema = "https://developer.microsoft.com/json-schemas/teams/v" + Version + "/MicrosoftTeams.schema.json";

    /// <summary>The schema takes 12; older clients show 10.</summary>
    private const int MostCommands = 10;

    private static readonly string[] Scopes = ["personal", "groupChat", "team"];

    private readonly List<string> _problems = [];

    public static IReadOnlyList<string> Problems(JsonObject manifest)
    {
        var rules = new ManifestRules();
        rules.Check(manifest);
        return rules._problems;
    }

    private void Check(JsonObject manifest)
    {
        Members(
            manifest,
            "",
            ["$schema", "manifestVersion", "version", "id", "developer", "localizationInfo", "name", "description", "icons", "accentColor", "bots", "permissions", "validDomains"],
            ["composeExtensions", "defaultInstallScope", "defaultGroupCapability"]);
        Text(manifest, "", "$schema", text => text == Schema, Schema);
        Text(manifest, "", "manifestVersion", text => text == Version, $"\"{Version}\"");
        Text(manifest, "", "version", TeamsSettings.IsVersion, "phiên bản ba số, như 1.0.0");
        Text(manifest, "", "id", TeamsSettings.IsGuid, "GUID");
        Text(manifest, "", "accentColor", text => Colour().IsMatch(text), "màu dạng #rrggbb");
        if (Object(manifest, "developer") is { } developer)
        {
            Members(developer, "developer", ["name", "websiteUrl", "privacyUrl", "termsOfUseUrl"], []);
            Length(developer, "developer", "name", 32);
            foreach (var url in new[] { "websiteUrl", "privacyUrl", "termsOfUseUrl" }) Text(developer, "developer", url, TeamsSettings.IsHttpsUrl, "địa chỉ https://");
        }

        if (Object(manifest, "localizationInfo") is { } languages) CheckLanguages(languages);
        CheckPair(manifest, "name", 30, 100);
        CheckPair(manifest, "description", 80, 4000);
        if (Object(manifest, "icons") is { } icons)
        {
            Members(icons, "icons", ["color", "outline"], []);
            foreach (var icon in new[] { "color", "outline" }) FileName(icons, "icons", icon);
        }

        var bots = Items(manifest, "", "bots", 1, 1);
        if (bots is [JsonObject bot]) CheckBot(bot, Value(manifest, "id"));
        else if (bots.Count > 0) Wrong("bots[0]", "phải là một đối tượng");
        var extensions = Items(manifest, "", "composeExtensions", 1, 1);
        if (extensions is [JsonObject extension]) CheckExtension(extension, Value(manifest, "id"));
        else if (extensions.Count > 0) Wrong("composeExtensions[0]", "phải là một đối tượng");
        Choices(manifest, "", "permissions", ["identity", "messageTeamMembers"]);
        var domains = Items(manifest, "", "validDomains", 1, 16);
        for (var i = 0; i < domains.Count; i++)
        {
            // A wildcard would take in machines that are not the bot's.
            if (!TeamsSettings.IsHost(domains[i].AsText() ?? "")) Wrong($"validDomains[{i}]", "không phải là một tên miền đầy đủ");
        }

        if (manifest.ContainsKey("defaultInstallScope")) Text(manifest, "", "defaultInstallScope", text => Scopes.Contains(text), string.Join(", ", Scopes));
        if (manifest.ContainsKey("defaultGroupCapability") && Object(manifest, "defaultGroupCapability") is { } groups)
        {
            Members(groups, "defaultGroupCapability", [], ["team", "groupchat"]);
            foreach (var (scope, _) in groups) Text(groups, "defaultGroupCapability", scope, text => text == "bot", "bot");
        }
    }

    private void CheckLanguages(JsonObject languages)
    {
        const string path = "localizationInfo";
        Members(languages, path, ["defaultLanguageTag", "defaultLanguageFile", "additionalLanguages"], []);
        Text(languages, path, "defaultLanguageTag", text => LanguageTag().IsMatch(text), "mã ngôn ngữ như vi");
        FileName(languages, path, "defaultLanguageFile");
        var tags = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Value(languages, "defaultLanguageTag") ?? "" };
        var additional = Items(languages, path, "additionalLanguages", 1, 50);
        for (var i = 0; i < additional.Count; i++)
        {
            var place = $"{path}.additionalLanguages[{i}]";
            if (additional[i] is not JsonObject language)
            {
                Wrong(place, "phải là một đối tượng");
                continue;
            }

            Members(language, place, ["languageTag", "file"], []);
            Text(language, place, "languageTag", text => LanguageTag().IsMatch(text), "mã ngôn ngữ như en");
            FileName(language, place, "file");
            if (Value(language, "languageTag") is { } tag && !tags.Add(tag)) Wrong(place + ".languageTag", $"\"{tag}\" đã có");
        }
    }

    /// <summary>A short and a full text that are not the same.</summary>
    private void CheckPair(JsonObject manifest, string name, int shortLength, int fullLength)
    {
        if (Object(manifest, name) is not { } pair) return;
        Members(pair, name, ["short", "full"], []);
        Length(pair, name, "short", shortLength);
        Length(pair, name, "full", fullLength);
        if (Value(pair, "short") is { } text && text == Value(pair, "full")) Wrong(name + ".full", "phải khác " + name + ".short");
    }

    private void CheckBot(JsonObject bot, string? appId)
    {
        const string path = "bots[0]";
        Members(bot, path, ["botId", "scopes", "commandLists"], ["supportsFiles", "isNotificationOnly"]);
        Text(bot, path, "botId", id => id == appId && TeamsSettings.IsGuid(id), "GUID, cùng với id");
        var scopes = Choices(bot, path, "scopes", Scopes);
        foreach (var flag in new[] { "supportsFiles", "isNotificationOnly" })
        {
            if (bot.ContainsKey(flag) && bot[flag]?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) Wrong($"{path}.{flag}", "phải là true hoặc false");
        }

        var listed = new HashSet<string>(StringComparer.Ordinal);
        var lists = Items(bot, path, "commandLists", 1, 3);
        for (var i = 0; i < lists.Count; i++)
        {
            var place = $"{path}.commandLists[{i}]";
            if (lists[i] is not JsonObject list)
            {
                Wrong(place, "phải là một đối tượng");
                continue;
            }

            Members(list, place, ["scopes", "commands"], []);
            foreach (var scope in Choices(list, place, "scopes", scopes))
            {
                if (!listed.Add(scope)) Wrong(place + ".scopes", $"\"{scope}\" đã có danh sách lệnh khác");
            }

            CheckCommands(list, place);
        }
    }

    private void CheckCommands(JsonObject list, string path)
    {
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var commands = Items(list, path, "commands", 1, MostCommands);
        for (var i = 0; i < commands.Count; i++)
        {
            var place = $"{path}.commands[{i}]";
            if (commands[i] is not JsonObject command)
            {
                Wrong(place, "phải là một đối tượng");
                continue;
            }

            Members(command, place, ["title", "description"], []);
            Length(command, place, "title", 128);
            Length(command, place, "description", 4000);
            if (Value(command, "title") is { } title && !titles.Add(title)) Wrong(place + ".title", $"\"{title}\" đã có trong danh sách này");
        }
    }

    private void Members(JsonObject node, string path, string[] required, string[] optional)
    {
        foreach (var name in required.Where(name => !node.ContainsKey(name))) Wrong(Join(path, name), "thiếu");
        foreach (var (name, _) in node.Where(member => !required.Contains(member.Key) && !optional.Contains(member.Key)).ToArray())
        {
            Wrong(Join(path, name), "không thuộc những gì ứng dụng này khai báo");
        }
    }

    private JsonObject? Object(JsonObject parent, string name)
    {
        if (!parent.ContainsKey(name)) return null;
        if (parent[name] is JsonObject found) return found;
        Wrong(name, "phải là một đối tượng");
        return null;
    }

    private IReadOnlyList<JsonNode?> Items(JsonObject parent, string path, string name, int least, int most)
    {
        if (!parent.ContainsKey(name)) return [];
        if (parent[name] is not JsonArray items)
        {
            Wrong(Join(path, name), "phải là một danh sách");
            return [];
        }

        if (items.Count < least || items.Count > most) Wrong(Join(path, name), $"có {items.Count} mục, cần từ {least} đến {most}");
        return [.. items];
    }

    private string[] Choices(JsonObject parent, string path, string name, string[] known)
    {
        var items = Items(parent, path, name, 1, known.Length);
        var texts = items.Select(item => item.AsText() ?? "").ToArray();
        foreach (var text in texts.Where(text => !known.Contains(text))) Wrong(Join(path, name), $"\"{text}\" không phải là một trong: {string.Join(", ", known)}");
        foreach (var twice in texts.GroupBy(text => text, StringComparer.Ordinal).Where(group => group.Count() > 1)) Wrong(Join(path, name), $"\"{twice.Key}\" lặp lại");
        return [.. texts.Where(known.Contains)];
    }

    private void Length(JsonObject parent, string path, string name, int most)
    {
        if (!parent.ContainsKey(name)) return;
        if (Value(parent, name) is not { } text || string.IsNullOrWhiteSpace(text)) Wrong(Join(path, name), "phải là một chuỗi không trống");
        else if (text.Length > most) Wrong(Join(path, name), $"dài {text.Length} ký tự, tối đa {most}");
    }

    /// <summary>A file at the root of the package.</summary>
    private void FileName(JsonObject parent, string path, string name) => Text(parent, path, name, text => PlainFileName().IsMatch(text), "tên tệp không có thư mục");

    private void Text(JsonObject parent, string path, string name, Func<string, bool> isRight, string what)
    {
        if (!parent.ContainsKey(name)) return;
        var text = Value(parent, name);
        if (text is null || !isRight(text)) Wrong(Join(path, name), text is null ? $"phải là {what}" : $"\"{text}\" không phải là {what}");
    }

    private void Wrong(string path, string what) => _problems.Add($"manifest.json: {path}: {what}");

    private static string? Value(JsonObject parent, string name) => parent[name].AsText();

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z")]
    private static partial Regex Colour();

    [GeneratedRegex("^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,2}\\z")]
    private static partial Regex LanguageTag();

    [GeneratedRegex("^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}\\z")]
    private static partial Regex PlainFileName();
}
