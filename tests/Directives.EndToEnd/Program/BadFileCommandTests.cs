using System.IO.Compression;
using Directives.Documents.Tests;

namespace Directives.EndToEnd.Program;

/// <summary>What an operator sees of a file that is not to be read: one line, status 2, in little memory and time, and nothing stored.</summary>
public sealed class BadFileCommandTests : IAsyncDisposable
{
    /// <summary>250 MB of heap: more than the program itself takes. With less than a file asks for it would die, with another status.</summary>
    private static readonly Dictionary<string, string> MostMemory = new() { ["DOTNET_GCHeapHardLimit"] = "0xFA00000" };

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly RunningProgram _program = RunningProgram.Idle(MostMemory);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directives-bad-");

    [Theory]
    [InlineData("scan.pdf")]
    [InlineData("gia.docx")]
    [InlineData("bom.docx")]
    [InlineData("bom.pdf")]
    [InlineData("khoa.docx")]
    [InlineData("mat-khau.pdf")]
    [InlineData("macro.docx")]
    [InlineData("thuc-the.docx")]
    [InlineData("cut.docx")]
    [InlineData("cut.pdf")]
    [InlineData("khong-tieu-de.xlsx")]
    [InlineData("nghin-dong.xlsx")]
    [InlineData("toi-mat.docx")]
    public async Task Import_of_a_bad_file_says_why_in_one_line_and_stores_nothing(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllBytesAsync(path, BadFiles.All[name].Content());
        await AssertRefusedAsync(path);
    }

    [Fact]
    public async Task Import_of_a_file_of_200_megabytes_says_so_without_reading_it()
    {
        var path = Path.Combine(_folder.FullName, "to.docx");
        await using (var file = File.Create(path)) file.SetLength(200_000_000);
        await AssertRefusedAsync(path);
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task AssertRefusedAsync(string path)
    {
        foreach (var command in new[] { "read", "import" })
        {
            var (status, output, error) = await _program.RunAsync(command, path).WaitAsync(Longest);

            Assert.Equal((2, ""), (status, output));
            Assert.Contains(Path.GetFileName(path), error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd('\n').Split('\n'));
        }

        var backup = path + ".backup";
        Assert.Equal(0, (await _program.RunAsync("backup", backup)).Status);
        await using var packed = new GZipStream(File.OpenRead(backup), CompressionMode.Decompress);
        Assert.DoesNotContain("[\"Directives\",", await new StreamReader(packed).ReadToEndAsync(), StringComparison.Ordinal);
    }
}
