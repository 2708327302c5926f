using Directives.Core;
using Microsoft.Net.Http.Headers;

namespace Directives.Bot.Hosting;

/// <summary>
/// <c>GET /calendar/{token}.ics</c>: a person's open tasks for a calendar program, which cannot sign in: whoever has the address may read. Unknown addresses and those
/// that were taken back are answered alike. Nothing is logged here, since the address itself is the key.
/// </summary>
internal static class CalendarEndpoint
{
    private const string TokenPattern = "/calendar/{token:regex(^[A-Za-z0-9_-]{{43}}$)}.ics";

    public static void MapCalendar(this WebApplication app) => app.MapMethods(TokenPattern, [HttpMethods.Get, HttpMethods.Head], ServeAsync);

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
