using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Directives.Storage.Tests.Contract;

namespace Directives.Storage.Tests.AzureTables;

/// <summary>The emulator of Azure Tables, in memory, on a free loopback port, with an account of its own; shared by all tests that need it.</summary>
public sealed class Azurite : IAsyncLifetime, IDisposable
{
    public const string Collection = "Azurite";

    private const int Attempts = 5;

    private Process? process;

    public string ConnectionString { get; private set; } = "";

    /// <summary>What is missing to start it, or null.</summary>
    public static string? Missing { get; } =
        Node is null ? "node is not installed" : !File.Exists(Program) ? "Azurite is not installed: run azurite/install in this test project" : null;

    private static string? Node => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")).FirstOrDefault(File.Exists);

    private static string Program => Path.Combine(ProjectFolder, "azurite", "node_modules", "azurite", "dist", "src", "table", "main.js");

    private static string ProjectFolder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "azurite", "package.json"))) folder = folder.Parent;
            return folder?.FullName ?? AppContext.BaseDirectory;
        }
    }

    public async Task InitializeAsync()
    {
        if (Missing is not null) return;
        for (var attempt = 1; !await TryStartAsync(); attempt++)
        {
            if (attempt == Attempts) throw new InvalidOperationException($"Azurite did not start in {Attempts} attempts.");
        }
    }

    public Task DisposeAsync()
    {
        process?.Kill();
        return process?.WaitForExitAsync() ?? Task.CompletedTask;
    }

    public void Dispose() => process?.Dispose();

    // Between finding a free port and listening on it somebody else may take it; then the program ends, and another port is tried.
    private async Task<bool> TryStartAsync()
    {
        var port = FreePort();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var start = new ProcessStartInfo(Node!,
            [Program, "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = "tests:" + key },
        };
        process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync(); // Read on, so that a full pipe cannot stop it.
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("successfully started", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            ConnectionString = $"AccountName=tests;AccountKey={key};TableEndpoint=http://127.0.0.1:{port}/tests";
            return true;
        }

        await process.WaitForExitAsync();
        return false;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

[CollectionDefinition(Azurite.Collection)]
public sealed class AzuriteGroup : ICollectionFixture<Azurite>;

/// <summary>The class needs node and Azurite.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAzuriteAttribute : RequiresAttribute
{
    public override string? Missing => Azurite.Missing;
}
