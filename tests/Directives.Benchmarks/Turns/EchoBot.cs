using Microsoft.AspNetCore.Builder;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Directives.Benchmarks.Turns;

/// <summary>The least that a bot on this Bot Framework layer can do: what a turn costs beside it is the program's own doing.</summary>
internal static class EchoBot
{
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        var adapter = new CloudAdapter(new ConfigurationBuilder().Build(), app.Services.GetService<IHttpClientFactory>());
        var bot = new Echo();
        app.MapPost("/api/messages", context => adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted));
        await app.StartAsync();
        Console.WriteLine("Listening on " + app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }

    private sealed class Echo : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync(turnContext.Activity.Text, cancellationToken: cancellationToken);
    }
}
