using System.IO.Compression;

namespace Directives.EndToEnd.Program;

/// <summary><c>package</c> as an operator runs it.</summary>
public sealed class PackageCommandTests : IDisposable
{
    private const int BadInput = 2;

    internal static readonly Dictionary<string, string> Settings = new()
    {
        ["MicrosoftAppId"] = "0b6f2d3a-5c41-4f7e-9a58-3d1e7c2b9f04",
        ["MicrosoftAppTenantId"] = "77a1c9de-2b34-4f60-8d15-96e0a4b3c2d1",
        ["Teams__Host"] = "bot.phuonghoasen.gov.vn",
        ["Teams__DeveloperName"] = "UBND phường Hoa Sen",
        ["Teams__WebsiteUrl"] = "https://phuonghoasen.gov.vn/tro-ly",
        ["Teams__PrivacyUrl"] = "https://phuonghoasen.gov.vn/du-lieu-ca-nhan",
        ["Teams__TermsOfUseUrl"] = "https://phuonghoasen.gov.vn/dieu-khoan",
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("directives-package-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Package_is_written_twice_the_same_and_the_endpoint_is_told()
    {
        await using var program = RunningProgram.Idle(Settings);

        foreach (var name in new[] { "first.zip", "second.zip", "second.zip" })
        {
            var (status, output, error) = await program.RunAsync("package", File(name));
            Assert.Equal((0, ""), (status, error));
            Assert.Contains("phiên bản 1.0.0", output, StringComparison.Ordinal);
            Assert.Contains("https://bot.phuonghoasen.gov.vn/api/messages", output, StringComparison.Ordinal);
        }

        Assert.Equal(await System.IO.File.ReadAllBytesAsync(File("first.zip")), await System.IO.File.ReadAllBytesAsync(File("second.zip")));
        using var zip = ZipFile.OpenRead(File("first.zip"));
        Assert.Equal(["manifest.json", "color.png", "outline.png", "vi.json", "en.json"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal(2, folder.GetFiles().Length);
    }

    [Fact]
    public async Task Without_configuration_each_key_is_told_in_a_line_and_nothing_is_written()
    {
        await using var program = RunningProgram.Idle();

        var (status, output, error) = await program.RunAsync("package", File("teams.zip"));

        Assert.Equal((BadInput, ""), (status, output));
        var lines = error.TrimEnd().Split('\n');
        Assert.Equal(7, lines.Length);
        foreach (var (key, line) in Settings.Keys.Zip(lines)) Assert.StartsWith(key.Replace("__", ":", StringComparison.Ordinal) + ": ", line, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
    }

    [Theory]
    [InlineData("teams.txt")]
    [InlineData("no/folder.zip")]
    public async Task Place_that_cannot_be_written_is_told_in_one_line(string name)
    {
        await using var program = RunningProgram.Idle(Settings);

        var (status, output, error) = await program.RunAsync("package", File(name));

        Assert.Equal((BadInput, ""), (status, output));
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Empty(folder.GetFiles());
    }

    private string File(string name) => Path.Combine(folder.FullName, name);
}
