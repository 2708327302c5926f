using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Directives.Benchmarks.Notices;

/// <summary>A channel's connector over HTTP that takes so many messages a second and answers all others 429, with a second to wait.</summary>
internal sealed class LimitedConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly int _perSecond;
    private readonly int _expected;
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _second;
    private int _inSecond;

    private LimitedConnector(WebApplication app, int perSecond, int expected) => (_app, _perSecond, _expected) = (app, perSecond, expected);

    /// <summary>How often each conversation was written to.</summary>
    public ConcurrentDictionary<string, int> Taken { get; } = new(StringComparer.Ordinal);

    public int Accepted { get; private set; }

    public int Throttled { get; private set; }

    public long First { get; private set; }

    public long Last { get; private set; }

    /// <summary>When as many as are expected have come.</summary>
    public Task All => _all.Task;

    public string Url => _app.Urls.First() + "/apac/";

    public static async Task<LimitedConnector> StartAsync(int perSecond, int expected)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddLogging(logging => logging.ClearProviders());
        var app = builder.Build();
        var connector = new LimitedConnector(app, perSecond, expected);
        app.Run(connector.AnswerAsync);
        await app.StartAsync();
        return connector;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        if (!Take())
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "1";
            return;
        }

        // /apac/v3/conversations/{id}/activities
        Taken.AddOrUpdate(context.Request.Path.Value!.Split('/')[4], 1, (_, times) => times + 1);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"id":"sent"}""");
    }

    private bool Take()
    {
        lock (_lock)
        {
            var now = Stopwatch.GetTimestamp();
            var second = now / Stopwatch.Frequency;
            if (second != _second) (_second, _inSecond) = (second, 0);
            if (_inSecond == _perSecond)
            {
                Throttled++;
                return false;
            }

            _inSecond++;
            if (Accepted++ == 0) First = now;
            Last = now;
            if (Accepted == _expected) _all.TrySetResult();
            return true;
        }
    }
}
