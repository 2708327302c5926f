using Directives.Bot.Rendering;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace Directives.Bot.Messages;

/// <summary>
/// The text of a message as Teams reads it: as Markdown with HTML in it, where a line break alone is a space and an empty line a line break
/// (https://github.com/MicrosoftDocs/msteams-docs/issues/740). What is said, people's own words too, comes out as it is written.
/// </summary>
internal sealed class TeamsText : IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.ChannelId == Channels.Msteams)
        {
            turnContext.OnSendActivities((_, activities, send) =>
            {
                foreach (var activity in activities) Write(activity);
                return send();
            });
        }

        return next(cancellationToken);
    }

    // Whatever has a format was written in it.
    private static void Write(Activity activity)
    {
        if (activity is not { Type: ActivityTypes.Message, Text.Length: > 0, TextFormat: null }) return;
        activity.Text = Card.Escape(activity.Text).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\n", "\n\n", StringComparison.Ordinal);
        activity.TextFormat = TextFormatTypes.Markdown;
    }
}
