using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Directives.Bot.Page;

/// <summary>
/// Keeps the page to the machine it runs on. The page lets anybody speak as anybody, so a request must come from this machine, for this
/// machine, and not on behalf of another site: a browser here would otherwise carry such a site's requests past the firewall.
/// </summary>
public static class PageGuard
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Refuses other callers with 403. Also for <c>/api/messages</c> where that takes messages without a token.</summary>
    public static TBuilder RequireLocalCaller<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http => IsLocal(http) ? next(http) : Refuse(http);
        });
        return endpoints;
    }

    internal static TBuilder WithPageHeaders<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = http =>
            {
                http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
                http.Response.Headers.CacheControl = "no-store";
                http.Response.Headers.XContentTypeOptions = "nosniff";
                http.Response.Headers["Referrer-Policy"] = "no-referrer";
                http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
                return next(http);
            };
        });
        return endpoints;
    }

    private static bool IsLocal(HttpContext http)
    {
        var request = http.Request;

        // No address at all means no network: a Unix socket or a test server inside the process.
        if (http.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller)) return false;

        // A name that was made to point here (DNS rebinding) still says its own name.
        if (!LocalHosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)) return false;

        var origin = request.Headers.Origin;
        return origin.Count == 0 || origin == $"{request.Scheme}://{request.Host}";
    }

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsync("This page answers its own machine only.", http.RequestAborted);
    }
}
