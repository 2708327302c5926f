using Directives.Core;
using Microsoft.Net.Http.Headers;

namespace Directives.Bot.Hosting;

/// <summary>
/// <c>GET /calendar/{token}.ics</c>: a person's open tasks for a calendar program, which cannot sign in: whoever has the address may read. Unknown addresses and those
/// that were taken back are answered alike. Nothing is logged here, since the address itself is the key.
/// </summary>
internal static class CalendarEndpoint
{
    private const string TokenPattern = "/calendar/{token:regex(^[0-9a-f]{{64}}$)}.ics";

    public static void MapCalendar(this WebApplication app) => app.MapMethods(TokenPattern, [HttpMethods.Get, HttpMethods.Head], ServeAsync);

    /// <summary>As it is set; else the bot's public name; else, where it has no registration, where it listens itself.</summary>
    /// <exception cref="FormatException"><c>Calendar:Address</c> is no address of the web.</exception>
    public static Uri? AddressOf(IConfiguration configuration)
    {
        var (set, host, listens) = (configuration["Calendar:Address"], configuration["Teams:Host"], configuration["Urls"]?.Split(';')[0]);
        if (!string.IsNullOrWhiteSpace(set))
        {
            return Uri.TryCreate(set, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
                : throw new FormatException($"Calendar:Address is not an address such as https://bot.coquan.gov.vn: {set}");
        }

        if (!string.IsNullOrWhiteSpace(host)) return new Uri($"https://{host}");
        return string.IsNullOrEmpty(configuration["MicrosoftAppId"]) && Uri.TryCreate(listens, UriKind.Absolute, out var local) ? local : null;
    }

    private static async Task<IResult> ServeAsync(string token, HttpContext http, CalendarFeeds feeds, ILogger<Program> logger)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        try
        {
            var (isRead, feed) = await feeds.FindAsync(token, http.RequestAborted);
            if (!isRead)
            {
                headers.RetryAfter = "5";
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            }

            return feed is null
                ? Results.NotFound()
                : Results.Bytes(feed.Content, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{feed.Tag}\""));
        }
        catch (StoreUnavailableException unavailable)
        {
            logger.CalendarUnavailable(unavailable);
            headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
