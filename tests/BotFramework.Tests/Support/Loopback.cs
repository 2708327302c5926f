using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BotFramework.Tests.Support;

/// <summary>A real HTTP server on a free port of this machine, answering every request by one function.</summary>
internal sealed class Loopback : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Loopback(WebApplication app)
    {
        _app = app;
        Address = app.Urls.First();
    }

    public string Address { get; }

    public static async Task<Loopback> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddLogging(logging => logging.ClearProviders());
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new Loopback(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
