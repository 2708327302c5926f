using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Newtonsoft.Json.Linq;

namespace BotFramework.Tests.Support;

/// <summary>A channel's connector API: keeps what it is sent, and answers 201 with an id unless told otherwise.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly ConcurrentQueue<Action<HttpResponse>> _answers = new();
    private Loopback _server;

    public string Url => _server.Address + "/teams/";

    public ConcurrentQueue<Call> Calls { get; } = new();

    /// <summary>Called for each request before it is answered.</summary>
    public Func<Task> BeforeAnswer { get; set; } = () => Task.CompletedTask;

    public static async Task<FakeConnector> StartAsync()
    {
        var connector = new FakeConnector();
        connector._server = await Loopback.StartAsync(connector.AnswerAsync);
        return connector;
    }

    /// <summary>The next request that has no other answer yet gets this one.</summary>
    public void AnswerNextWith(int status, string retryAfter = null, string body = null) => _answers.Enqueue(response =>
    {
        response.StatusCode = status;
        if (retryAfter != null) response.Headers.RetryAfter = retryAfter;
        if (body != null) response.BodyWriter.Write(System.Text.Encoding.UTF8.GetBytes(body));
    });

    /// <summary>The next request is read, and its connection then cut.</summary>
    public void CutNext() => _answers.Enqueue(response => response.HttpContext.Abort());

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var target = context.Features.Get<IHttpRequestFeature>().RawTarget;
        Calls.Enqueue(new Call(context.Request.Method, target, context.Request.Headers.Authorization, body));
        await BeforeAnswer();
        if (_answers.TryDequeue(out var answer))
        {
            answer(context.Response);
            return;
        }

        var id = "sent-" + Calls.Count.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"id":"{{id}}"}""");
    }

    public sealed record Call(string Method, string Target, string Authorization, string Text)
    {
        public JObject Body => JObject.Parse(Text);
    }
}
