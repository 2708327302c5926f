using System.CommandLine;
using System.Reflection;
using System.Text;
using Directives.Bot.Hosting;

namespace Directives.Bot.Commands;

/// <summary>What the commands share: the options, the configuration they read, and how they say that something is wrong.</summary>
internal static class CommandConsole
{
    /// <summary>Exit status for input that is not what it should be.</summary>
    public const int BadInput = 2;

    /// <summary>An instant the command takes for now, so that old documents and tests are not at the mercy of the day.</summary>
    public static Option<string?> At() => new("--at") { Description = "The instant to take for now (ISO 8601, e.g. 2026-11-25T09:14:00+07:00)", HelpName = "INSTANT" };

    /// <summary>Writes UTF-8 whatever the machine's locale says, and no byte order mark.</summary>
    public static TextWriter Out { get; } = Console.Out is StreamWriter ? Console.Out : Utf8(Console.OpenStandardOutput());

    public static TextWriter Error { get; } = Utf8(Console.OpenStandardError());

    /// <summary>One line about what is wrong.</summary>
    public static int Fail(string message)
    {
        Error.WriteLine(message.ReplaceLineEndings(" "));
        return BadInput;
    }

    /// <summary>
    /// Whether an error says in one line what is wrong with what the command was given: a file that cannot be opened, a store that does not answer
    /// or is a newer program's.
    /// </summary>
    public static bool IsToBeTold(Exception error) =>
        error is IOException or UnauthorizedAccessException or InvalidDataException or Core.StoreUnavailableException;

    /// <summary>The same settings as the program that serves: the file beside the program, then environment variables.</summary>
    public static IConfigurationRoot Configuration(string? at)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables();
        if (at is not null) configuration.AddInMemoryCollection([new("Clock:Now", at)]);
        return configuration.Build();
    }

    public static ServiceProvider Domain(string? at)
    {
        var configuration = Configuration(at);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddDomain(configuration)
            .BuildServiceProvider();
    }

    public static string EnvironmentName() =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")
        ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? typeof(CommandConsole).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "DefaultEnvironment").Value!;

    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
}
