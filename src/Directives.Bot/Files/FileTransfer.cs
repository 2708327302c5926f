using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Rest;

namespace Directives.Bot.Files;

/// <summary>Why a file did not come or go.</summary>
public sealed class FileTransferException(string reason, Exception? inner = null) : Exception(reason, inner)
{
    public const string TooLarge = "file.tooLarge";
    public const string Elsewhere = "fetch.elsewhere";
    public const string Unreachable = "fetch.unreachable";

    /// <summary>A key of the texts.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Files over HTTP, from and to the machines of <see cref="FileHosts"/> only. Nothing is tried twice.</summary>
public sealed class FileTransfer : IDisposable
{
    private const int MostRedirects = 3;

    private readonly FileHosts _hosts;
    private readonly HttpClient _http;

    public FileTransfer(FileHosts hosts)
    {
        _hosts = hosts;
        _http = new HttpClient(new SocketsHttpHandler
        {
            // Each address is looked at before it is asked.
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectCallback = ConnectAsync,
        })
        {
            // Whoever calls says how long they wait.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public void Dispose() => _http.Dispose();

    /// <param name="credentials">For an address of the channel service: then nothing is followed that leads elsewhere.</param>
    /// <param name="most">Bytes.</param>
    /// <exception cref="FileTransferException">It may not be fetched, is larger, or did not come.</exception>
    public async Task<byte[]> DownloadAsync(Uri address, ServiceClientCredentials? credentials, int most, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            if (credentials is null && !_hosts.Allows(address)) throw new FileTransferException(FileTransferException.Elsewhere);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (credentials is not null) await credentials.ProcessHttpRequestAsync(request, cancellationToken);
            using var response = await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (credentials is null && redirects < MostRedirects && response.Headers.Location is { } next && (int)response.StatusCode is >= 300 and < 400)
            {
                address = new Uri(address, next);
                continue;
            }

            if (response.StatusCode != HttpStatusCode.OK) throw new FileTransferException(FileTransferException.Unreachable);
            if (response.Content.Headers.ContentLength > most) throw new FileTransferException(FileTransferException.TooLarge);
            return await ReadAsync(response.Content, most, cancellationToken);
        }
    }

    /// <summary>Puts a whole file to an address that takes one in parts, as one part.</summary>
    /// <exception cref="FileTransferException">It may not go there, or nobody knows that it arrived.</exception>
    public async Task UploadAsync(Uri address, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (!_hosts.Allows(address)) throw new FileTransferException(FileTransferException.Elsewhere);
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ReadOnlyMemoryContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, content.Length - 1, content.Length);
        using var response = await SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        // 202 is what such an address says while it waits for a further part.
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent)) throw new FileTransferException(FileTransferException.Unreachable);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, completion, cancellationToken);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            throw new FileTransferException(FileTransferException.Unreachable, failed);
        }
    }

    // What the other side says of the length is not believed: no more is read than may come.
    private static async Task<byte[]> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            using var read = new MemoryStream();
            var buffer = new byte[81_920];
            for (int count; (count = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                if (read.Length + count > most) throw new FileTransferException(FileTransferException.TooLarge);
                read.Write(buffer, 0, count);
            }

            return read.ToArray();
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException)
        {
            throw new FileTransferException(FileTransferException.Unreachable, failed);
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        // A proxy of the organisation's own is on its own network; it resolves the name itself.
        if (target.Host == context.InitialRequestMessage.RequestUri!.IdnHost) addresses = [.. addresses.Where(_hosts.MayConnect)];
        if (addresses.Length == 0) throw new HttpRequestException(HttpRequestError.NameResolutionError, "The name stands for no public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
