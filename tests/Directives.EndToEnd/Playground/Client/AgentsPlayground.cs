using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Directives.EndToEnd.Playground.Client;

/// <summary>
/// Microsoft 365 Agents Playground, a Teams client that is not ours, as its own process: one user's, since who writes is fixed by its configuration. It is
/// installed by <c>npm/install</c>, listens on loopback only (<c>npm/loopback.cjs</c>) at a free port, and ends with the tests.
/// </summary>
internal sealed class AgentsPlayground : IAsyncDisposable
{
    private const string Project = "Directives.EndToEnd";

    private static readonly string Package = NodePackage.Folder(Project, "Playground", "npm");
    private static readonly string Program = Path.Combine(Package, "node_modules", "@microsoft", "m365agentsplayground", "cli.js");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playground-");
    private Process? _process;

    private AgentsPlayground()
    {
    }

    /// <summary>What is missing to start it, or null.</summary>
    public static string? Missing { get; } =
        NodePackage.Node is null ? "node is not installed"
        : !File.Exists(Program) ? "Microsoft 365 Agents Playground is not installed: run Playground/npm/install in this test project"
        : !Runs() ? "Microsoft 365 Agents Playground does not run on this node" : null;

    public Uri Address { get; private set; } = null!;

    /// <param name="configuration">As its documentation has it; JSON is YAML too.</param>
    /// <param name="botEndpoint">Where the user's activities go.</param>
    /// <param name="serviceUrl">What the bot is told that the connector's address is.</param>
    public static async Task<AgentsPlayground> StartAsync(JsonObject configuration, string botEndpoint, string serviceUrl, params string[] options)
    {
        var playground = new AgentsPlayground();
        await File.WriteAllTextAsync(Path.Combine(playground._folder.FullName, ".m365agentsplayground.yml"), configuration.ToJsonString());
        var start = new ProcessStartInfo(
            NodePackage.Node!,
            [
                "--require", Path.Combine(Package, "loopback.cjs"), Program, "start",
                "-e", botEndpoint, "-c", "msteams", "-p", "0", "--su", serviceUrl, "--dt", .. options,
            ])
        {
            WorkingDirectory = playground._folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TEAMSAPPTESTER_BROWSER"] = "none" },
        };
        playground._process = Process.Start(start)!;
        await playground.ListensAsync();
        return playground;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    // It says that it listens before it has read its configuration, and then ends if it does not like that: the reason is in its own log only.
    private async Task ListensAsync()
    {
        const string Said = "Listening on ";
        var error = _process!.StandardError.ReadToEndAsync(); // Read on, so that a full pipe cannot stop it.
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Said, StringComparison.Ordinal)) continue;
            Address = new Uri($"http://127.0.0.1:{line[Said.Length..].Trim()}");
            _ = _process.StandardOutput.ReadToEndAsync();
            if (await IsReadyAsync()) return;
            break;
        }

        _process.Kill();
        await _process.WaitForExitAsync();
        var log = Path.Combine(_folder.FullName, "devTools", "m365agentsplayground.log");
        throw new InvalidOperationException("The Playground did not start: " + await error + (File.Exists(log) ? await File.ReadAllTextAsync(log) : ""));
    }

    private async Task<bool> IsReadyAsync()
    {
        using var http = new HttpClient();
        try
        {
            using var configuration = await http.GetAsync(new Uri(Address, "/_internal/v1/config"));
            return configuration.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static bool Runs()
    {
        var version = new ProcessStartInfo(NodePackage.Node!, [Program, "--version"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(version)!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>A test that needs the Playground; skipped, and seen to be, on a machine without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PlaygroundFactAttribute : FactAttribute
{
    public PlaygroundFactAttribute() => Skip = AgentsPlayground.Missing;
}
