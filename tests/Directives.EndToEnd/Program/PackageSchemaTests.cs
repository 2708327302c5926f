using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Directives.EndToEnd.Program;

/// <summary>What <c>package</c> writes, held against the schemas of the app manifest as Microsoft publishes them.</summary>
public sealed class PackageSchemaTests : IAsyncLifetime
{
    private const string Manifest = "manifest.json";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("directives-package-");

    public async Task InitializeAsync()
    {
        if (Validator.Missing is not null) return;
        await using var program = RunningProgram.Idle(PackageCommandTests.Settings);
        var zip = Path.Combine(folder.FullName, "teams.zip");
        var (status, _, error) = await program.RunAsync("package", zip);
        Assert.Equal((0, ""), (status, error));
        await ZipFile.ExtractToDirectoryAsync(zip, folder.FullName);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [SchemaFact]
    public async Task Package_is_what_the_published_schemas_ask_for()
    {
        Assert.Equal((0, ""), await ValidateAsync());
    }

    [SchemaTheory]
    [InlineData("manifest.json", "id", "no id", "manifest.json/id: must match pattern")]
    [InlineData("manifest.json", "unheardOf", "x", "manifest.json: must NOT have additional properties")]
    [InlineData("manifest.json", "accentColor", "blue", "manifest.json/accentColor: must match pattern")]
    [InlineData("vi.json", "name.short", "Một cái tên ngắn mà lại dài hơn ba mươi ký tự", "vi.json/name.short: must NOT have more than 30 characters")]
    [InlineData("en.json", "name.nick", "Bot", "en.json: must NOT have additional properties")]
    public async Task Package_that_is_broken_is_refused(string file, string member, string value, string problem)
    {
        await ChangeAsync(file, json => json[member] = value);

        var (status, output) = await ValidateAsync();

        Assert.Equal(1, status);
        Assert.StartsWith(problem, Assert.Single(output.Split('\n')), StringComparison.Ordinal);
    }

    [SchemaFact]
    public async Task Message_extension_without_a_title_is_refused()
    {
        await ChangeAsync(Manifest, json => json["composeExtensions"]![0]!["commands"]![0]!.AsObject().Remove("title"));

        Assert.Contains("manifest.json/composeExtensions/0/commands/0: must have required property 'title'", (await ValidateAsync()).Output, StringComparison.Ordinal);
    }

    private async Task ChangeAsync(string file, Action<JsonObject> change)
    {
        var path = Path.Combine(folder.FullName, file);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(path))!.AsObject();
        change(json);
        await File.WriteAllTextAsync(path, json.ToJsonString());
    }

    /// <summary>Each file by the schema of the version that the manifest itself says.</summary>
    private async Task<(int Status, string Output)> ValidateAsync()
    {
        string Of(string name) => Path.Combine(folder.FullName, name);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Of(Manifest)))!;
        var languages = manifest["localizationInfo"]!;
        List<string> pairs = ["MicrosoftTeams", Of(Manifest), "MicrosoftTeams.Localization", Of((string)languages["defaultLanguageFile"]!)];
        foreach (var more in languages["additionalLanguages"]!.AsArray()) pairs.AddRange(["MicrosoftTeams.Localization", Of((string)more!["file"]!)]);
        return await Validator.RunAsync([(string)manifest["manifestVersion"]!, .. pairs]);
    }

    /// <summary>The validator in <c>schema/</c>, once its <c>install</c> was run.</summary>
    internal static class Validator
    {
        private static readonly string Folder = NodePackage.Folder("Directives.EndToEnd", "schema");

        /// <summary>What is missing to run it, or null.</summary>
        public static string? Missing { get; } =
            Directory.Exists(Path.Combine(Folder, "node_modules", "@microsoft", "app-manifest")) ? null : "The published schemas are not installed: run schema/install in this test project.";

        public static async Task<(int Status, string Output)> RunAsync(IEnumerable<string> arguments)
        {
            using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "validate.js"), .. arguments]) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output.TrimEnd());
        }
    }
}

/// <summary>A test that needs the published schemas; skipped, and seen to be, where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SchemaFactAttribute : FactAttribute
{
    public SchemaFactAttribute() => Skip = PackageSchemaTests.Validator.Missing;
}

/// <summary>As <see cref="SchemaFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SchemaTheoryAttribute : TheoryAttribute
{
    public SchemaTheoryAttribute() => Skip = PackageSchemaTests.Validator.Missing;
}
