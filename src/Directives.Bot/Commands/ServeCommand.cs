using System.CommandLine;
using Directives.Bot.Health;
using Directives.Bot.Hosting;
using Directives.Bot.Page;
using Directives.Bot.Sample;
using Directives.Core;
using Microsoft.Extensions.FileProviders;
using Command = System.CommandLine.Command;

namespace Directives.Bot.Commands;

/// <summary><c>serve</c>, the default: the bot's endpoint and, in Development, the page for trying it out.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Runs the bot (the default)");
        var at = CommandConsole.At();
        command.Options.Add(at);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(at), cancellationToken));
        return command;
    }

    public static void IsDefaultOf(RootCommand root)
    {
        var at = CommandConsole.At();
        root.Options.Add(at);
        root.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(at), cancellationToken));
    }

    private static async Task<int> RunAsync(string? at, CancellationToken cancellationToken)
    {
        if (at is not null && Services.Instant(at) is null) return CommandConsole.Fail($"--at: not an instant: {at}");
        await using var app = Build(at, _ => { });
        try
        {
            await StartAsync(app, cancellationToken);
        }
        catch (Exception failed) when (CommandConsole.IsToBeTold(failed))
        {
            return CommandConsole.Fail(failed.Message);
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>Starts listening once the sample is there, so that the first question finds something.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await app.Services.GetRequiredService<SampleLoader>().LoadAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        foreach (var address in app.Urls) app.Logger.Listening(address);
    }

    /// <param name="configure">Changes to the settings and services, for tests.</param>
    public static WebApplication Build(string? at, Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = CommandConsole.EnvironmentName(),
            ContentRootPath = AppContext.BaseDirectory,
        });
        if (at is not null) builder.Configuration["Clock:Now"] = at;
        configure(builder);
        // The web server's own lines have the whole address, and a calendar's is a key.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        var isDevelopment = builder.Environment.IsDevelopment();
        builder.Services.AddDomain(builder.Configuration);
        builder.Services.AddChannels(builder.Configuration, isDevelopment);
        builder.Services.AddSingleton<PageConnector>();
        builder.Services.AddSingleton<SampleLoader>();

        var app = builder.Build();
        app.MapMessages();
        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapHealth();
        app.MapCalendar();
        if (app.Services.GetRequiredService<PageSettings>().Enabled)
        {
            app.MapPage(
                new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot")),
                async cancellationToken => PagePeople.From(
                    await app.Services.GetRequiredService<RosterTable>().LoadAsync(cancellationToken),
                    app.Services.GetRequiredService<TimeProvider>().Now()),
                app.Services.GetRequiredService<PageConnector>());
        }

        return app;
    }
}
