using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Directives.Bot.Manifest;

/// <summary>The app package for Teams: the files of <c>manifest/</c>, filled from the configuration, or what is wrong with them.</summary>
internal sealed partial class AppPackage
{
    /// <summary>The folder's name, beside the program as in the repository.</summary>
    public const string ManifestFolder = "manifest";

    private const string ManifestFile = "manifest.json";

    /// <summary>A zip entry has a time; the same content shall be the same file. This is the earliest that the format knows.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonDocumentOptions ReadOptions = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions WriteOptions = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> _problems = [];
    private readonly List<(string Name, byte[] Content)> _files = [];

    private AppPackage()
    {
    }

    /// <summary>One line each; with any of them there is no package.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>In the order they go into the zip.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Files => _files;

    public static async Task<AppPackage> ReadAsync(string folder, TeamsSettings settings, CancellationToken cancellationToken)
    {
        var package = new AppPackage();
        package._problems.AddRange(settings.Problems);
        if (await package.ReadJsonAsync(folder, ManifestFile, cancellationToken) is not { } manifest) return package;
        package.Fill(manifest, ManifestFile, settings.Values);
        package._problems.AddRange(ManifestRules.Problems(manifest));
        package.Add(ManifestFile, manifest);
        await package.AddIconAsync(folder, manifest["icons"], "color", IconRules.ColourProblems, cancellationToken);
        await package.AddIconAsync(folder, manifest["icons"], "outline", IconRules.OutlineProblems, cancellationToken);
        foreach (var (file, isDefault) in LanguageFiles(manifest["localizationInfo"] as JsonObject))
        {
            if (await package.ReadJsonAsync(folder, file, cancellationToken) is not { } language) continue;
            package.Fill(language, file, settings.Values);
            package._problems.AddRange(LanguageRules.Problems(file, language, manifest, isDefault));
            package.Add(file, language);
        }

        return package;
    }

    /// <summary>Stored, not compressed: a few kilobytes, and no other version of the compressor makes another file of them.</summary>
    public void Write(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in _files)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = EntryTime;
            using var output = entry.Open();
            output.Write(content);
        }
    }

    private static IEnumerable<(string File, bool IsDefault)> LanguageFiles(JsonObject? languages)
    {
        if (languages?["defaultLanguageFile"].AsText() is { } own) yield return (own, true);
        if (languages?["additionalLanguages"] is not JsonArray others) yield break;
        foreach (var other in others)
        {
            if ((other as JsonObject)?["file"].AsText() is { } file) yield return (file, false);
        }
    }

    private async Task AddIconAsync(string folder, JsonNode? icons, string kind, Func<string, byte[], IEnumerable<string>> problems, CancellationToken cancellationToken)
    {
        if ((icons as JsonObject)?[kind].AsText() is not { } name || await ReadFileAsync(folder, name, cancellationToken) is not { } content) return;
        _problems.AddRange(problems(name, content));
        _files.Add((name, content));
    }

    private void Add(string name, JsonObject content) => _files.Add((name, [.. JsonSerializer.SerializeToUtf8Bytes(content, WriteOptions), (byte)'\n']));

    private async Task<JsonObject?> ReadJsonAsync(string folder, string name, CancellationToken cancellationToken)
    {
        if (await ReadFileAsync(folder, name, cancellationToken) is not { } content) return null;
        try
        {
            if (JsonNode.Parse(content, documentOptions: ReadOptions) is JsonObject found) return found;
            _problems.Add($"{name}: phải là một đối tượng JSON");
        }
        catch (JsonException wrong)
        {
            // A member that is there twice has no line.
            _problems.Add($"{name}: không đọc được JSON{(wrong.LineNumber is { } line ? $" ở dòng {line + 1}" : "")}: {wrong.Message.ReplaceLineEndings(" ")}");
        }

        return null;
    }

    private async Task<byte[]?> ReadFileAsync(string folder, string name, CancellationToken cancellationToken)
    {
        // A name that leads out of the folder, or that stands for two files: the rules speak of the first, this of the second.
        if (Path.GetFileName(name) != name) return null;
        if (_files.Any(file => file.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            _problems.Add($"{name}: dùng hai lần");
            return null;
        }

        var path = Path.Combine(folder, name);
        if (File.Exists(path)) return await File.ReadAllBytesAsync(path, cancellationToken);
        _problems.Add($"{name}: không có trong thư mục {ManifestFolder}");
        return null;
    }

    private void Fill(JsonNode node, string fileName, IReadOnlyDictionary<string, string> values)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, member) in members.ToArray())
                {
                    if (member.AsText() is { } text) members[name] = Filled(text, fileName, values);
                    else if (member is not null) Fill(member, fileName, values);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    if (items[i].AsText() is { } text) items[i] = Filled(text, fileName, values);
                    else if (items[i] is { } item) Fill(item, fileName, values);
                }

                break;
        }
    }

    private string Filled(string text, string fileName, IReadOnlyDictionary<string, string> values)
    {
        var filled = Placeholder().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));
        if (Leftover().Match(filled) is { Success: true } left) _problems.Add($"{fileName}: còn chỗ chưa điền: {left.Value}");
        return filled;
    }

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Placeholder();

    /// <summary>Also what other tools leave to be filled: <c>${{NAME}}</c>, <c>%NAME%</c>, <c>&lt;&lt;name&gt;&gt;</c>.</summary>
    [GeneratedRegex(@"\{\{[^{}]*\}?\}?|%[A-Z][A-Z0-9_-]+%|<<[^<>]*>>")]
    private static partial Regex Leftover();
}
