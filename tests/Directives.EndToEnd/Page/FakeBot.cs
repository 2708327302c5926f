using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Directives.Bot.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Directives.EndToEnd.Page;

/// <summary>The page's endpoints in a host of their own, with a bot that answers what the test tells it to.</summary>
internal sealed class FakeBot : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonObject> _received = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _opened = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private FakeBot(WebApplication app, PageConnector connector)
    {
        _app = app;
        Connector = connector;
        connector.Opened += conversation => Opening(conversation).TrySetResult();
    }

    public PageConnector Connector { get; }

    public string Address => _app.Urls.First();

    /// <summary>What the bot answers, as the body of its HTTP answer.</summary>
    public Func<JsonObject, Task<IResult>> Answer { get; set; } = _ => Task.FromResult(Says());

    /// <summary>All that has arrived so far.</summary>
    public IReadOnlyCollection<JsonObject> Received => _received;

    /// <param name="caller">The address that all requests are to seem to come from, or null for their own.</param>
    public static async Task<FakeBot> Start(TimeProvider? time = null, IPAddress? caller = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var bot = new FakeBot(app, new PageConnector(time ?? TimeProvider.System));
        if (caller is not null)
        {
            app.Use((http, next) =>
            {
                http.Connection.RemoteIpAddress = caller;
                return next(http);
            });
        }

        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        app.MapPage(files, _ => Task.FromResult(Samples.People), bot.Connector);
        app.MapPost("/api/messages", bot.Receive);
        await app.StartAsync();
        return bot;
    }

    public static IResult Says(params JsonObject[] activities) => Results.Json(new { activities });

    public static JsonObject Text(string text) => new() { ["type"] = "message", ["id"] = Guid.NewGuid().ToString("N"), ["text"] = text };

    public static JsonObject Card(string card) => new()
    {
        ["type"] = "message",
        ["id"] = Guid.NewGuid().ToString("N"),
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = JsonNode.Parse(card),
        }),
    };

    /// <summary>Answers each message by the text that goes with its text; other activities get nothing.</summary>
    public void Knows(params (string Heard, JsonObject[] Said)[] answers) => Answer = activity =>
    {
        var heard = (string?)activity["text"];
        var said = answers.FirstOrDefault(answer => answer.Heard == heard).Said ?? [];
        return Task.FromResult(Says([.. said.Select(one => (JsonObject)one.DeepClone())]));
    };

    /// <summary>The first activity of that type that has arrived or arrives.</summary>
    public async Task<JsonObject> Hears(string type, Func<JsonObject, bool>? which = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (_received.FirstOrDefault(one => (string?)one["type"] == type && which?.Invoke(one) != false) is { } found) return found;
            await _arrived.WaitAsync(patience.Token);
        }
    }

    /// <summary>Sends unasked, as the bot's connector client does.</summary>
    public async Task<HttpResponseMessage> Notify(string personId, JsonObject activity)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Address) };
        return await http.PostAsJsonAsync($"/page/connector/v3/conversations/webchat-{personId}/activities", activity);
    }

    /// <summary>Until a page listens to that person's conversation.</summary>
    public Task IsHeardBy(string personId) => Opening("webchat-" + personId).Task.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private TaskCompletionSource Opening(string conversation) =>
        _opened.GetOrAdd(conversation, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task<IResult> Receive(HttpRequest request)
    {
        var activity = (JsonObject)(await JsonNode.ParseAsync(request.Body))!;
        _received.Enqueue(activity);
        _arrived.Release();
        return await Answer(activity);
    }
}
