using System.Diagnostics;
using System.Text;

namespace Directives.EndToEnd.Program;

/// <summary>The program as its own process, started as a newcomer starts it: Development, SQLite, the sample. It can be killed like a machine that loses power.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directives-e2e-");
    private readonly Dictionary<string, string> _settings;
    private Process? _process;

    private RunningProgram(Dictionary<string, string>? settings) => _settings = settings ?? [];

    public string Address { get; private set; } = "";

    public static async Task<RunningProgram> StartAsync(Dictionary<string, string>? settings = null)
    {
        var program = new RunningProgram(settings);
        await program.StartProcessAsync();
        return program;
    }

    /// <summary>SIGKILL: nothing gets a chance to finish.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts again, on the same store and at the same address.</summary>
    public Task RestartAsync() => StartProcessAsync();

    /// <summary>Runs a command of the program to its end.</summary>
    public async Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>For commands only: nothing is served.</summary>
    public static RunningProgram Idle(Dictionary<string, string>? settings = null) => new(settings);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await KillAsync();
        _folder.Delete(recursive: true);
    }

    private async Task StartProcessAsync()
    {
        _process = Start("serve");
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginErrorReadLine();
        var said = new StringBuilder();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (line.IndexOf("Listening on ", StringComparison.Ordinal) is var at and >= 0)
            {
                Address = line[(at + "Listening on ".Length)..].Trim();
                _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return;
            }
        }

        throw new InvalidOperationException("The program ended before it listened:\n" + said);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = _folder.FullName,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Directives.Bot.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Store__Sqlite"] = Path.Combine(_folder.FullName, "directives.db");
        start.Environment["Urls"] = Address.Length > 0 ? Address : "http://127.0.0.1:0";
        foreach (var (name, value) in _settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
