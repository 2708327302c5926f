using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Directives.Bot.Page;

/// <summary>The page for trying the bot out: its files, the people one can be, and the connector service of its conversations.</summary>
public static class PageEndpoints
{
    private const string Activities = "/page/connector/v3/conversations/{conversationId}/activities";

    /// <param name="files">The folder with <c>index.html</c> and <c>page/</c>.</param>
    /// <param name="people">Asked at each loading of the page.</param>
    public static IEndpointConventionBuilder MapPage(
        this IEndpointRouteBuilder app, IFileProvider files, Func<CancellationToken, Task<PagePeople>> people, PageConnector connector)
    {
        var page = app.MapGroup("");
        page.MapGet("/", () => Serve(files, "index.html"));
        page.MapGet("/page/{**path}", (string path) => Serve(files, "page/" + path));
        page.MapGet("/page/people", async (CancellationToken cancellation) =>
            Results.Json(await people(cancellation).ConfigureAwait(false), JsonSerializerOptions.Web));
        page.MapGet("/page/events", (string conversation, string? after, HttpContext http, IHostApplicationLifetime life) =>
            Events(connector, conversation, after, http, life));
        page.MapPost(Activities, (string conversationId, HttpRequest request) =>
            Receive(connector, conversationId, "activity", NewId(), request));
        page.MapPost(Activities + "/{activityId}", (string conversationId, HttpRequest request) =>
            Receive(connector, conversationId, "activity", NewId(), request));
        page.MapPut(Activities + "/{activityId}", (string conversationId, string activityId, HttpRequest request) =>
            Receive(connector, conversationId, "update", activityId, request));
        page.MapDelete(Activities + "/{activityId}", (string conversationId, string activityId) =>
            connector.TrySend(conversationId, "delete", new JsonObject { ["id"] = activityId }) ? Results.Ok() : NobodyListens(conversationId));
        return page.WithPageHeaders().RequireLocalCaller();
    }

    private static IResult Serve(IFileProvider files, string path)
    {
        var file = files.GetFileInfo(path);
        return file.Exists && !file.IsDirectory && ContentType(path) is { } type ? Results.Stream(file.CreateReadStream(), type) : Results.NotFound();
    }

    private static string? ContentType(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    private static ServerSentEventsResult<string> Events(
        PageConnector connector, string conversation, string? after, HttpContext http, IHostApplicationLifetime life)
    {
        // A browser that reconnects by itself says it in the header; a page that was loaded anew can say it in the address only.
        var last = http.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? after;

        // An open page must not hold up the end of the program.
        var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        http.Response.RegisterForDispose(ended);
        return TypedResults.ServerSentEvents(connector.Listen(conversation, last, ended.Token));
    }

    private static async Task<IResult> Receive(PageConnector connector, string conversationId, string kind, string id, HttpRequest request)
    {
        if (await ReadObject(request).ConfigureAwait(false) is not { } activity)
            return Error(StatusCodes.Status400BadRequest, "BadSyntax", "The body is not an activity.");

        activity["id"] = id;
        return connector.TrySend(conversationId, kind, activity) ? Results.Json(new { id }) : NobodyListens(conversationId);
    }

    private static async Task<JsonObject?> ReadObject(HttpRequest request)
    {
        try
        {
            return await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted).ConfigureAwait(false) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult NobodyListens(string conversationId) =>
        Error(StatusCodes.Status404NotFound, "ConversationNotFound", $"No open page shows the conversation {conversationId}.");

    private static IResult Error(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);

    private static string NewId() => Guid.NewGuid().ToString("N");
}
