using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Internal;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace BotFramework.Tests.Support;

/// <summary>A bot behind a real HTTP server, with the adapter under test between them.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private Loopback _server;

    private BotHost(BotFrameworkAuthentication authentication)
    {
        Adapter = new CloudAdapter(authentication, new LogLines(Logged));
    }

    public CloudAdapter Adapter { get; }

    /// <summary>What the adapter logged.</summary>
    public ConcurrentQueue<string> Logged { get; } = new();

    public string Address => _server.Address;

    public static async Task<BotHost> StartAsync(IBot bot, TimeProvider clock = null, params (string Key, string Value)[] settings)
    {
        var host = new BotHost(Authentication(clock, settings));
        host._server = await Loopback.StartAsync(context =>
            host.Adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted));
        return host;
    }

    public static ConfigurationBotFrameworkAuthentication Authentication(TimeProvider clock, params (string Key, string Value)[] settings) =>
        Authentication(clock, null, settings);

    public static ConfigurationBotFrameworkAuthentication Authentication(TimeProvider clock, ILogger logger, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)))
            .Build();
        return new ConfigurationBotFrameworkAuthentication(configuration, null, logger, clock ?? TimeProvider.System);
    }

    public Task<HttpResponseMessage> PostAsync(Activity activity, string token = null) =>
        PostAsync(Encoding.UTF8.GetString(ProtocolJson.Write(activity).Span), token);

    public async Task<HttpResponseMessage> PostAsync(string body, string token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address + "/api/messages");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (token != null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default) =>
        _http.SendAsync(request, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }
}
