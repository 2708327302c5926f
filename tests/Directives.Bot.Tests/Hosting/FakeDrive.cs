using System.Collections.Concurrent;
using BotFramework.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Directives.Bot.Tests.Hosting;

/// <summary>Where people's files are, over real HTTP: gives what stands under a path, takes what is put there, and keeps what it was asked.</summary>
internal sealed class FakeDrive : IAsyncDisposable
{
    private Loopback? _server;

    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    public ConcurrentQueue<(string Method, string Path, string Authorization, string Range)> Calls { get; } = new();

    /// <summary>Answers in the place of the drive.</summary>
    public RequestDelegate? Instead { get; set; }

    public static async Task<FakeDrive> StartAsync()
    {
        var drive = new FakeDrive();
        drive._server = await Loopback.StartAsync(drive.AnswerAsync);
        return drive;
    }

    public string Url(string path) => _server!.Address + path;

    public async ValueTask DisposeAsync() => await _server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value!);
        Calls.Enqueue((request.Method, path, request.Headers.Authorization.ToString(), request.Headers.ContentRange.ToString()));
        if (Instead is { } instead)
        {
            await instead(context);
            return;
        }

        if (request.Method == HttpMethods.Put)
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            Files[path] = body.ToArray();
            context.Response.StatusCode = StatusCodes.Status201Created;
        }
        else if (Files.TryGetValue(path, out var content)) await context.Response.Body.WriteAsync(content);
        else context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
