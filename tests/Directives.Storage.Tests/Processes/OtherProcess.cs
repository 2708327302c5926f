using System.Diagnostics;

namespace Directives.Storage.Tests.Processes;

/// <summary>This assembly, run as another process.</summary>
public sealed class OtherProcess : IDisposable
{
    private readonly Process process;

    public OtherProcess(params string[] arguments) => process = Process.Start(
        new ProcessStartInfo("dotnet", [typeof(OtherProcess).Assembly.Location, .. arguments]) { RedirectStandardOutput = true })!;

    public Task<string?> ReadLineAsync() => process.StandardOutput.ReadLineAsync();

    /// <summary>SIGKILL: the process gets no chance to finish anything.</summary>
    /// <returns>The lines that it had still written.</returns>
    public async Task<string[]> KillAsync()
    {
        process.Kill();
        var rest = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return rest.Split('\n')[..^1]; // What stands after the last line's end was not said in full.
    }

    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
