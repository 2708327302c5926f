using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Xunit;

namespace Directives.Testing;

/// <summary>The emulator of Azure Tables, in memory, on a free loopback port, with an account of its own; shared by all tests of a project that need it.</summary>
public class Azurite : IAsyncLifetime, IDisposable
{
    public const string Collection = "Azurite";

    private const int Attempts = 5;

    // The test project whose folder it is installed in.
    private const string Owner = "Directives.Storage.Tests";

    private readonly string key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private Process? process;
    private DirectoryInfo? folder;
    private int port;

    public string ConnectionString { get; private set; } = "";

    /// <summary>What is missing to start it, or null.</summary>
    public static string? Missing { get; } =
        NodePackage.Node is null ? "node is not installed" : !File.Exists(Program("table")) ? "Azurite is not installed: run azurite/install in this test project" : null;

    /// <summary>Which of its services is run, as its own files and options name it.</summary>
    protected virtual string Service => "table";

    /// <summary>What a connection string calls that service's address.</summary>
    protected virtual string Endpoint => "TableEndpoint";

    private static string Program(string service) =>
        Path.Combine(NodePackage.Folder(Owner, "azurite"), "node_modules", "azurite", "dist", "src", service, "main.js");

    /// <summary>One that keeps its data on disk, so that it can be stopped and started again.</summary>
    public static async Task<Azurite> StartOnDiskAsync()
    {
        var azurite = new Azurite { folder = Directory.CreateTempSubdirectory("azurite-") };
        await azurite.InitializeAsync();
        return azurite;
    }

    /// <summary>Ends it; what it keeps on disk it writes at its end, and only then: it is an emulator, and no store to be killed.</summary>
    public async Task StopAsync()
    {
        if (folder is null || OperatingSystem.IsWindows()) process!.Kill();
        else Process.Start("kill", ["-INT", $"{process!.Id}"]).Dispose();
        await process.WaitForExitAsync();
    }

    /// <summary>Starts it again at the same address, with the data it had.</summary>
    public async Task RestartAsync()
    {
        if (!await TryStartAsync()) throw new InvalidOperationException("Azurite did not start again.");
    }

    public async Task InitializeAsync()
    {
        if (Missing is not null) return;
        for (var attempt = 1; ; attempt++)
        {
            port = FreePort();
            if (await TryStartAsync()) return;
            if (attempt == Attempts) throw new InvalidOperationException($"Azurite did not start in {Attempts} attempts.");
        }
    }

    public async Task DisposeAsync()
    {
        if (process is { HasExited: false }) await StopAsync();
        folder?.Delete(recursive: true);
    }

    public void Dispose()
    {
        process?.Dispose();
        GC.SuppressFinalize(this);
    }

    // Between finding a free port and listening on it somebody else may take it; then the program ends, and another port is tried.
    private async Task<bool> TryStartAsync()
    {
        string[] place = folder is null ? ["--inMemoryPersistence"] : ["--location", folder.FullName];
        var start = new ProcessStartInfo(NodePackage.Node!,
            [Program(Service), $"--{Service}Host", "127.0.0.1", $"--{Service}Port", $"{port}", "--silent", "--disableTelemetry", "--skipApiVersionCheck", .. place])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = "tests:" + key },
        };
        process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync(); // Read on, so that a full pipe cannot stop it.
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("successfully started", StringComparison.Ordinal) && !line.Contains("successfully listens", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            ConnectionString = $"AccountName=tests;AccountKey={key};{Endpoint}=http://127.0.0.1:{port}/tests";
            return true;
        }

        await process.WaitForExitAsync();
        return false;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
