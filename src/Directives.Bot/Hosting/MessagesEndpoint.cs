using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;

namespace Directives.Bot.Hosting;

/// <summary>
/// <c>POST /api/messages</c>. With an app id the adapter checks each token. Without one there is nothing to check: then only this machine may
/// call, and only in Development.
/// </summary>
internal static class MessagesEndpoint
{
    public static void MapMessages(this WebApplication app)
    {
        var open = app.Environment.IsDevelopment();
        var authenticated = !string.IsNullOrEmpty(app.Configuration["MicrosoftAppId"]);
        app.MapPost("/api/messages", async (HttpContext context, IBotFrameworkHttpAdapter adapter, IBot bot, ILogger<Program> logger) =>
        {
            if (!authenticated && !(open && IsThisMachine(context.Connection.RemoteIpAddress)))
            {
                logger.RefusedCaller("/api/messages");
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            await adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted);
        });
    }

    private static bool IsThisMachine(IPAddress? caller) => caller is not null && IPAddress.IsLoopback(caller);
}
