namespace Microsoft.Bot.Connector;

/// <summary>The client for hosts that bring no factory. Connections are renewed, so that a change of DNS is seen.</summary>
internal static class SharedHttpClient
{
    public static HttpClient Instance { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };
}
