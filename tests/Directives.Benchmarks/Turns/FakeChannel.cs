using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Directives.Benchmarks.Turns;

/// <summary>
/// Teams as a bot meets it, over HTTP: senders each of whom waits for the end of one turn before the next message, and the connector that
/// takes the replies.
/// </summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    public const string Tenant = "7d9b6f0e-1111-4222-8333-944455556666";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly WebApplication _connector;
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1_000 });
    private long _replies, _replyBytes;
    private int _message;

    private FakeChannel(WebApplication connector) => _connector = connector;

    public static async Task<FakeChannel> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddLogging(logging => logging.ClearProviders());
        var app = builder.Build();
        var channel = new FakeChannel(app);
        app.Run(channel.TakeAsync);
        await app.StartAsync();
        return channel;
    }

    public static string UserId(int sender) => FormattableString.Invariant($"29:sender-{sender}");

    /// <summary>Has them talk to the bot for so long.</summary>
    /// <exception cref="InvalidOperationException">A turn failed, or had no reply.</exception>
    public async Task<Round> TalkAsync(BotProcess bot, string text, int senders, TimeSpan duration)
    {
        var (before, replies, bytes) = (bot.ProcessorTime, Interlocked.Read(ref _replies), Interlocked.Read(ref _replyBytes));
        var own = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var taken = await Task.WhenAll(Enumerable.Range(0, senders).Select(sender => Task.Run(() => TalkAsync(bot.Address, text, sender, watch, duration))));
        var round = new Round(
            watch.Elapsed,
            [.. taken.SelectMany(times => times)],
            bot.ProcessorTime - before,
            Environment.CpuUsage.TotalTime - own,
            Interlocked.Read(ref _replyBytes) - bytes);
        if (Interlocked.Read(ref _replies) - replies < round.Turns.Count) throw new InvalidOperationException("Not a reply to each message.");
        return round;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _connector.DisposeAsync();
    }

    private async Task<List<double>> TalkAsync(Uri bot, string text, int sender, Stopwatch watch, TimeSpan duration)
    {
        var taken = new List<double>();
        var address = new Uri(bot, "/api/messages");
        while (watch.Elapsed < duration)
        {
            var start = Stopwatch.GetTimestamp();
            using var content = new ByteArrayContent(Message(sender, text)) { Headers = { ContentType = Json } };
            using var response = await _http.PostAsync(address, content);
            response.EnsureSuccessStatusCode();
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return taken;
    }

    // As Teams writes it, with what a bot reads and what it does not.
    private byte[] Message(int sender, string text) => Encoding.UTF8.GetBytes($$"""
        {"text":"{{text}}","textFormat":"plain","type":"message","timestamp":"2026-11-25T02:14:00.1234567Z","localTimestamp":"2026-11-25T09:14:00.1234567+07:00",
        "id":"{{Interlocked.Increment(ref _message)}}","channelId":"msteams","serviceUrl":"{{_connector.Urls.First()}}/apac/",
        "from":{"id":"{{UserId(sender)}}","name":"Đinh Thị Mẫu","aadObjectId":"oid-{{sender}}"},
        "conversation":{"conversationType":"personal","tenantId":"{{Tenant}}","id":"a:{{sender}}"},"recipient":{"id":"28:bot","name":"Nhắc việc"},
        "entities":[{"locale":"vi-VN","country":"VN","platform":"Windows","timezone":"Asia/Ho_Chi_Minh","type":"clientInfo"}],
        "channelData":{"tenant":{"id":"{{Tenant}}"} },"locale":"vi-VN","localTimezone":"Asia/Ho_Chi_Minh"}
        """);

    private async Task TakeAsync(HttpContext context)
    {
        var buffer = new byte[16 * 1024];
        var bytes = 0;
        for (int read; (read = await context.Request.Body.ReadAsync(buffer)) > 0;) bytes += read;
        // What is sent unasked stands under no message.
        if (!context.Request.Path.Value!.EndsWith("/activities", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _replies);
            Interlocked.Add(ref _replyBytes, bytes);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync("""{"id":"1700000000000"}"""u8.ToArray());
    }
}
