using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Directives.EndToEnd.Playground.Client;

/// <summary>An activity that the bot sent through the connector, and the id the connector gave it.</summary>
internal sealed record Sent(JsonObject Activity, string ConversationId, string Id);

/// <summary>An activity of the user that the bot has dealt with.</summary>
/// <param name="Replies">What the bot sent meanwhile in reply to it.</param>
/// <param name="Response">The body of the bot's HTTP answer, where it has one.</param>
internal sealed record Turn(JsonObject Activity, IReadOnlyList<Sent> Replies, int Status, JsonObject? Response);

/// <summary>
/// Between a Playground and the bot, both ways over HTTP: it passes on all that comes, as it is, and says what went by, so that a test awaits a turn's end or
/// a notice and need not look again and again. The bot behind it may end and another one come.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private const string Connector = "/_connector";

    private readonly WebApplication _app;
    private readonly HttpClient _http = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Sent>> _running = new();
    private readonly Channel<Turn> _turns = Channel.CreateUnbounded<Turn>();
    private readonly Channel<Sent> _unasked = Channel.CreateUnbounded<Sent>();

    private Wire(WebApplication app) => _app = app;

    public string BotEndpoint => _app.Urls.First() + "/api/messages";

    public string ServiceUrl => _app.Urls.First() + Connector;

    /// <summary>The program's address; null while there is none.</summary>
    public Uri? Bot { get; set; }

    public Uri? Playground { get; set; }

    /// <summary>The turns that have ended.</summary>
    public ChannelReader<Turn> Turns => _turns.Reader;

    /// <summary>What the bot sent that replies to no turn under way.</summary>
    public ChannelReader<Sent> Unasked => _unasked.Reader;

    public static async Task<Wire> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var wire = new Wire(app);
        app.MapPost("/api/messages", wire.ToBotAsync);
        app.MapGet("/api/messages", () => Results.Ok()); // The Playground waits until its bot answers at all.
        app.Map(Connector + "/{**path}", wire.ToConnectorAsync);
        await app.StartAsync();
        return wire;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ToBotAsync(HttpContext http)
    {
        if (Bot is not { } bot)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var body = await ReadAsync(http.Request);
        var activity = JsonNode.Parse(body)!.AsObject();
        var id = (string)activity["id"]!;
        _running[id] = [];
        var (status, answer) = await PassAsync(http, new Uri(bot, http.Request.Path), body);
        _running.TryRemove(id, out var replies);
        await _turns.Writer.WriteAsync(new Turn(activity, [.. replies!], status, AsObject(answer)));
    }

    private async Task ToConnectorAsync(HttpContext http)
    {
        var body = await ReadAsync(http.Request);
        // The path as it was written: ids in it are escaped.
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var (status, answer) = await PassAsync(http, new Uri(Playground!, target), body);
        string[] path = target[Connector.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (http.Request.Method != HttpMethods.Post || status >= 300) return;
        if (path is not ["v3", "conversations", var conversation, "activities", .. var replied]) return;
        var activity = JsonNode.Parse(body)!.AsObject();
        var sent = new Sent(activity, Uri.UnescapeDataString(conversation), (string?)AsObject(answer)?["id"] ?? "");
        var replyTo = replied is [var inPath] ? Uri.UnescapeDataString(inPath) : (string?)activity["replyToId"];
        if (replyTo is not null && _running.TryGetValue(replyTo, out var replies)) replies.Enqueue(sent);
        else await _unasked.Writer.WriteAsync(sent);
    }

    private async Task<(int Status, byte[] Answer)> PassAsync(HttpContext http, Uri target, byte[] body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), target);
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            if (http.Request.ContentType is { } type) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        if (http.Request.Headers.Authorization is [{ } token]) request.Headers.TryAddWithoutValidation("Authorization", token);
        using var response = await _http.SendAsync(request, http.RequestAborted);
        var answer = await response.Content.ReadAsByteArrayAsync(http.RequestAborted);
        http.Response.StatusCode = (int)response.StatusCode;
        http.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);
        return ((int)response.StatusCode, answer);
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }

    private static JsonObject? AsObject(byte[] json)
    {
        try
        {
            return json.Length == 0 ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
