using System.Diagnostics;

namespace Directives.Benchmarks.Turns;

/// <summary>A bot as a process of its own, with what the processor spent on it.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const string Ready = "Listening on ";

    private readonly Process _process;

    private BotProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <param name="assembly">Of those beside this program.</param>
    public static async Task<BotProcess> StartAsync(string assembly, string[] arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, assembly))) start.ArgumentList.Add(argument);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["Urls"] = "http://127.0.0.1:0";
        // As the program has it, which is a web application; this one is not.
        start.Environment["DOTNET_gcServer"] = "1";
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Ready, StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
            return new BotProcess(process, new Uri(line[(at + Ready.Length)..].Trim()));
        }

        throw new InvalidOperationException($"{assembly} ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
