using System.Diagnostics;

namespace Directives.EndToEnd.Program;

public sealed class DotnetRunTests
{
    [Fact]
    public async Task Files_named_after_dotnet_run_count_from_where_one_stands_and_nothing_is_printed_beside_the_answer()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "Directives.Bot.sln"))) root = root.Parent;
        var start = new ProcessStartInfo("dotnet", ["run", "--no-build", "--project", "src/Directives.Bot", "--", "read", "README.md", "--text"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = root.FullName,
        };

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.StartsWith("Directives.Bot", output, StringComparison.Ordinal);
    }
}
