using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Directives.Bot.Manifest;
using Microsoft.Extensions.Configuration;

namespace Directives.Bot.Tests.Manifest;

/// <summary>What goes into the package, and what is refused, each in a line that says where and what.</summary>
public sealed class AppPackageTests : IDisposable
{
    private const string AppId = "0b6f2d3a-5c41-4f7e-9a58-3d1e7c2b9f04";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directives-manifest-");
    private readonly Dictionary<string, string?> _settings = new()
    {
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppTenantId"] = "77a1c9de-2b34-4f60-8d15-96e0a4b3c2d1",
        ["Teams:Host"] = "bot.phuonghoasen.gov.vn",
        ["Teams:DeveloperName"] = "UBND phường Hoa Sen",
        ["Teams:WebsiteUrl"] = "https://phuonghoasen.gov.vn/tro-ly",
        ["Teams:PrivacyUrl"] = "https://phuonghoasen.gov.vn/du-lieu-ca-nhan",
        ["Teams:TermsOfUseUrl"] = "https://phuonghoasen.gov.vn/dieu-khoan",
        ["Teams:Version"] = "1.2.0",
    };

    public AppPackageTests()
    {
        foreach (var name in new[] { "manifest.json", "vi.json", "en.json", "color.png", "outline.png" })
        {
            File.Copy(Path.Combine(Repository.Root, "manifest", name), Path.Combine(_folder.FullName, name));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Package_has_its_files_at_the_root_filled_from_the_configuration()
    {
        var package = await ReadAsync();

        Assert.Empty(package.Problems);
        using var zip = new ZipArchive(new MemoryStream(Bytes(package)));
        Assert.Equal(["manifest.json", "color.png", "outline.png", "vi.json", "en.json"], zip.Entries.Select(entry => entry.FullName));
        var manifest = Json(zip, "manifest.json");
        Assert.Equal(AppId, (string?)manifest["id"]);
        Assert.Equal(AppId, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal("1.2.0", (string?)manifest["version"]);
        Assert.Equal("UBND phường Hoa Sen", (string?)manifest["developer"]!["name"]);
        Assert.Equal(["bot.phuonghoasen.gov.vn"], manifest["validDomains"]!.AsArray().Select(domain => (string?)domain));
        Assert.Equal(["personal", "groupChat", "team"], manifest["bots"]![0]!["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.True((bool?)manifest["bots"]![0]!["supportsFiles"]);
        Assert.Equal(AppId, (string?)manifest["composeExtensions"]![0]!["botId"]);
        Assert.Equal("Directives Bot", (string?)Json(zip, "en.json")["name.short"]);
        Assert.Equal(File.ReadAllBytes(Path.Combine(_folder.FullName, "color.png")), Content(zip, "color.png"));
    }

    [Fact]
    public async Task Same_input_gives_the_same_bytes()
    {
        var first = Bytes(await ReadAsync());
        foreach (var file in _folder.GetFiles()) file.LastWriteTimeUtc = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        // Line ends are the checkout's affair.
        await ChangeTextAsync("manifest.json", text => text.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(first, Bytes(await ReadAsync()));
    }

    [Theory]
    [InlineData("MicrosoftAppId", null, "MicrosoftAppId: chưa có; cần ")]
    [InlineData("MicrosoftAppId", "my-bot", "MicrosoftAppId: \"my-bot\" không phải là ")]
    [InlineData("MicrosoftAppId", "00000000-0000-0000-0000-000000000000", "MicrosoftAppId: ")]
    [InlineData("MicrosoftAppTenantId", "", "MicrosoftAppTenantId: chưa có; cần ")]
    [InlineData("Teams:Host", "https://bot.phuonghoasen.gov.vn", "Teams:Host: ")]
    [InlineData("Teams:Host", "localhost", "Teams:Host: ")]
    [InlineData("Teams:Host", "10.0.0.4", "Teams:Host: ")]
    [InlineData("Teams:Host", "bot.phuonghoasen.gov.vn:443", "Teams:Host: ")]
    [InlineData("Teams:DeveloperName", "Ủy ban nhân dân phường Hoa Sen, quận Bình Minh", "Teams:DeveloperName: ")]
    [InlineData("Teams:WebsiteUrl", "http://phuonghoasen.gov.vn", "Teams:WebsiteUrl: ")]
    [InlineData("Teams:PrivacyUrl", "phuonghoasen.gov.vn", "Teams:PrivacyUrl: ")]
    [InlineData("Teams:TermsOfUseUrl", null, "Teams:TermsOfUseUrl: chưa có; cần ")]
    [InlineData("Teams:Version", "1.2", "Teams:Version: ")]
    [InlineData("Teams:Version", "01.2.0", "Teams:Version: ")]
    [InlineData("Teams:Version", "1.2.0-beta", "Teams:Version: ")]
    public async Task Setting_that_is_missing_or_wrong_is_told_by_its_key_alone(string key, string? value, string problem)
    {
        _settings[key] = value;

        Assert.StartsWith(problem, Assert.Single((await ReadAsync()).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        _settings.Clear();
        await ChangeAsync("manifest.json", manifest => manifest.Remove("accentColor"));

        var problems = (await ReadAsync()).Problems;

        Assert.Equal(9, problems.Count);
        Assert.Equal("manifest.json: accentColor: thiếu", problems[^1]);
    }

    public static TheoryData<string, Action<JsonObject>, string> WrongManifests => new()
    {
        { "a member is missing", manifest => manifest.Remove("developer"), "manifest.json: developer: thiếu" },
        { "a member nobody checks", manifest => manifest["staticTabs"] = new JsonArray(), "manifest.json: staticTabs: không thuộc " },
        { "another schema", manifest => manifest["manifestVersion"] = "1.16", "manifest.json: manifestVersion: \"1.16\" " },
        { "a placeholder nobody fills", manifest => manifest["name"]!["full"] = "Trợ lý {{Teams:Place}}", "manifest.json: còn chỗ chưa điền: {{Teams:Place}}" },
        { "a placeholder of another tool", manifest => manifest["developer"]!["name"] = "${{DEVELOPER}}", "manifest.json: còn chỗ chưa điền: {{DEVELOPER}}" },
        { "another bot", manifest => manifest["bots"]![0]!["botId"] = "77a1c9de-2b34-4f60-8d15-96e0a4b3c2d1", "manifest.json: bots[0].botId: " },
        { "a full name like the short one", manifest => manifest["name"]!["full"] = (string?)manifest["name"]!["short"], "manifest.json: name.full: phải khác name.short" },
        { "a long short name", manifest => manifest["name"]!["short"] = new string('x', 31), "manifest.json: name.short: dài 31 ký tự, tối đa 30" },
        { "a blank description", manifest => manifest["description"]!["full"] = " ", "manifest.json: description.full: phải là một chuỗi không trống" },
        { "a colour's name", manifest => manifest["accentColor"] = "blue", "manifest.json: accentColor: \"blue\" " },
        { "every machine there is", manifest => manifest["validDomains"] = new JsonArray("*"), "manifest.json: validDomains[0]: " },
        { "a scope Teams does not know", manifest => manifest["bots"]![0]!["scopes"] = new JsonArray("personal", "groupChat", "team", "groupchat"), "manifest.json: bots[0].scopes: " },
        { "a permission Teams does not know", manifest => manifest["permissions"] = new JsonArray("identity", "files"), "manifest.json: permissions: \"files\" " },
        { "eleven commands", manifest => Commands(manifest).Add(Command("Thêm")), "manifest.json: bots[0].commandLists[0].commands: có 11 mục, cần từ 1 đến 10" },
        { "a command without a description", manifest => Commands(manifest)[9]!.AsObject().Remove("description"), "manifest.json: bots[0].commandLists[0].commands[9].description: thiếu" },
        { "a command twice", manifest => Commands(manifest)[9] = Command("Hoàn tác"), "manifest.json: bots[0].commandLists[0].commands[9].title: \"Hoàn tác\" đã có" },
        { "two lists for a scope", manifest => manifest["bots"]![0]!["commandLists"]![1]!["scopes"] = new JsonArray("personal"), "manifest.json: bots[0].commandLists[1].scopes: " },
        { "a file elsewhere", manifest => manifest["icons"]!["color"] = "../color.png", "manifest.json: icons.color: " },
        { "a file that is not there", manifest => manifest["icons"]!["color"] = "colour.png", "colour.png: không có trong thư mục manifest" },
        { "one file for two", manifest => manifest["icons"]!["outline"] = "color.png", "color.png: dùng hai lần" },
        { "a language without its file", manifest => manifest["localizationInfo"]!["additionalLanguages"]![0]!["file"] = "fr.json", "fr.json: không có trong thư mục manifest" },
        { "not an object", manifest => manifest["localizationInfo"] = "vi", "manifest.json: localizationInfo: phải là một đối tượng" },
        { "a number for a text", manifest => manifest["version"] = 1, "manifest.json: version: phải là " },
        { "no extension", manifest => manifest["composeExtensions"] = new JsonArray(), "manifest.json: composeExtensions: có 0 mục" },
        { "an extension of another bot", manifest => manifest["composeExtensions"]![0]!["botId"] = "77a1c9de-2b34-4f60-8d15-96e0a4b3c2d1", "manifest.json: composeExtensions[0].botId: " },
        { "a search that acts", manifest => Search(manifest)["type"] = "action", "manifest.json: composeExtensions[0].commands[0].type: " },
        { "a search without a field", manifest => Search(manifest)["parameters"] = new JsonArray(), "manifest.json: composeExtensions[0].commands[0].parameters: có 0 mục" },
        { "a search with a long title", manifest => Search(manifest)["title"] = new string('x', 33), "manifest.json: composeExtensions[0].commands[0].title: dài 33 ký tự, tối đa 32" },
        { "no bot", manifest => manifest["bots"] = new JsonArray(), "manifest.json: bots: có 0 mục" },
    };

    [Theory]
    [MemberData(nameof(WrongManifests))]
    public async Task Manifest_that_Teams_would_not_take_is_refused(string what, Action<JsonObject> change, string problem)
    {
        await ChangeAsync("manifest.json", change);

        var problems = (await ReadAsync()).Problems;

        Assert.True(problems.Any(line => line.StartsWith(problem, StringComparison.Ordinal)), what + ":\n" + string.Join('\n', problems));
        Assert.DoesNotContain(problems, line => line.Contains('\n', StringComparison.Ordinal));
    }

    public static TheoryData<string, Action<JsonObject>, string> WrongLanguages => new()
    {
        { "en.json", texts => texts["bots[0].commandLists[0].commands[10].title"] = "More", "en.json: bots[0].commandLists[0].commands[10].title: không có chỗ này" },
        { "en.json", texts => texts.Remove("bots[0].commandLists[2].commands[0].title"), "en.json: bots[0].commandLists[2].commands[0].title: thiếu" },
        { "en.json", texts => texts.Remove("composeExtensions[0].commands[0].parameters[0].title"), "en.json: composeExtensions[0].commands[0].parameters[0].title: thiếu" },
        { "en.json", texts => texts["name.short"] = new string('x', 31), "en.json: name.short: dài 31 ký tự, tối đa 30" },
        { "en.json", texts => texts["description.full"] = "", "en.json: description.full: phải là một chuỗi không trống" },
        { "en.json", texts => texts["$schema"] = "https://developer.microsoft.com/json-schemas/teams/v1.16/MicrosoftTeams.Localization.schema.json", "en.json: $schema: phải là " },
        { "vi.json", texts => texts["name.short"] = "Trợ lý khác", "vi.json: name.short: khác với manifest.json" },
    };

    [Theory]
    [MemberData(nameof(WrongLanguages))]
    public async Task Language_file_that_Teams_would_pass_over_is_refused(string file, Action<JsonObject> change, string problem)
    {
        await ChangeAsync(file, change);

        Assert.StartsWith(problem, Assert.Single((await ReadAsync()).Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("manifest.json", "{ \"id\": ", "manifest.json: không đọc được JSON ở dòng 1: ")]
    [InlineData("en.json", "{ \"name.short\": \"a\", \"name.short\": \"b\" }", "en.json: không đọc được JSON: ")]
    [InlineData("en.json", "[]", "en.json: phải là một đối tượng JSON")]
    public async Task File_that_cannot_be_read_is_told_with_why(string file, string content, string problem)
    {
        await ChangeTextAsync(file, _ => content);

        Assert.StartsWith(problem, (await ReadAsync()).Problems[0], StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> WrongIcons
    {
        get
        {
            var outline = IconDrawing.Outline();
            var blue = outline.ToArray();
            for (var i = 0; i < blue.Length; i += 4) blue[i] = 0;
            var opaque = outline.ToArray();
            for (var i = 3; i < opaque.Length; i += 4) opaque[i] = byte.MaxValue;
            var png = IconDrawing.Png(outline, 32);
            return new TheoryData<string, byte[], string>
            {
                { "color.png", png, "color.png: 32×32 điểm ảnh, phải là 192×192" },
                { "outline.png", IconDrawing.Png(IconDrawing.Colour(), 192), "outline.png: 192×192 điểm ảnh, phải là 32×32" },
                { "outline.png", IconDrawing.Png(opaque, 32), "outline.png: nền phải trong suốt" },
                { "outline.png", IconDrawing.Png(blue, 32), "outline.png: nét vẽ phải màu trắng" },
                { "outline.png", IconDrawing.Png(new byte[outline.Length], 32), "outline.png: không có nét nào" },
                { "outline.png", png[..^20], "outline.png: tệp PNG hỏng hoặc bị cắt" },
                { "outline.png", Grey(), "outline.png: cần lưu dạng RGBA 8 bit, không xen kẽ (interlaced)" },
                { "color.png", "GIF89a"u8.ToArray(), "color.png: không phải là tệp PNG" },
                { "color.png", [], "color.png: không phải là tệp PNG" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(WrongIcons))]
    public async Task Icon_is_judged_by_its_bytes_not_its_name(string file, byte[] content, string problem)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, file), content);

        Assert.Equal([problem], (await ReadAsync()).Problems);
    }

    [Fact]
    public async Task Icon_with_any_byte_changed_is_taken_or_refused_in_a_line()
    {
        var whole = await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, "outline.png"));
        for (var i = 0; i < whole.Length; i++)
        {
            foreach (var bits in new byte[] { 0x01, 0x80, 0xFF })
            {
                var changed = whole.ToArray();
                changed[i] ^= bits;
                Assert.All(IconRules.OutlineProblems("outline.png", changed), line => Assert.StartsWith("outline.png: ", line, StringComparison.Ordinal));
            }
        }
    }

    private static JsonObject Search(JsonObject manifest) => manifest["composeExtensions"]![0]!["commands"]![0]!.AsObject();

    private static JsonArray Commands(JsonObject manifest) => manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();

    private static JsonObject Command(string title) => new() { ["title"] = title, ["description"] = title };

    /// <summary>A PNG of another kind, grey with 16 bits: only its head is looked at.</summary>
    private static byte[] Grey()
    {
        byte[] head = [0, 0, 0, 32, 0, 0, 0, 32, 16, 0, 0, 0, 0];
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. IconDrawing.Chunk("IHDR"u8, head), .. IconDrawing.Chunk("IEND"u8, [])];
    }

    private Task<AppPackage> ReadAsync() =>
        AppPackage.ReadAsync(_folder.FullName, TeamsSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build()), CancellationToken.None);

    private Task ChangeAsync(string file, Action<JsonObject> change) => ChangeTextAsync(file, text =>
    {
        var json = JsonNode.Parse(text)!.AsObject();
        change(json);
        return json.ToJsonString();
    });

    private async Task ChangeTextAsync(string file, Func<string, string> change)
    {
        var path = Path.Combine(_folder.FullName, file);
        await File.WriteAllTextAsync(path, change(await File.ReadAllTextAsync(path)));
    }

    private static byte[] Bytes(AppPackage package)
    {
        using var stream = new MemoryStream();
        package.Write(stream);
        return stream.ToArray();
    }

    private static byte[] Content(ZipArchive zip, string name)
    {
        using var content = new MemoryStream();
        using var entry = zip.GetEntry(name)!.Open();
        entry.CopyTo(content);
        return content.ToArray();
    }

    private static JsonNode Json(ZipArchive zip, string name) => JsonNode.Parse(Encoding.UTF8.GetString(Content(zip, name)))!;
}
