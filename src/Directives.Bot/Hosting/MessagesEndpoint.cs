using Directives.Bot.Page;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace Directives.Bot.Hosting;

/// <summary>
/// <c>POST /api/messages</c>. With an app id the adapter checks each token. Without one there is nothing to check: then only this machine may
/// call, and only in Development.
/// </summary>
internal static class MessagesEndpoint
{
    private const string Path = "/api/messages";

    /// <summary>The page sends files within its messages: 5 MB, a third more in base64, and some.</summary>
    private const long PageMessageBytes = 9 * 1024 * 1024;

    public static void MapMessages(this WebApplication app)
    {
        if (!string.IsNullOrEmpty(app.Configuration["MicrosoftAppId"])) app.MapPost(Path, AnswerAsync);
        else if (app.Environment.IsDevelopment()) app.MapPost(Path, AnswerAsync).RequireLocalCaller().WithMetadata(new RequestSizeLimitAttribute(PageMessageBytes));
        else app.MapPost(Path, Refuse);
    }

    private static Task AnswerAsync(HttpContext context, IBotFrameworkHttpAdapter adapter, IBot bot) =>
        adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted);

    private static IResult Refuse(ILogger<Program> logger)
    {
        logger.RefusedCaller(Path);
        return Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
