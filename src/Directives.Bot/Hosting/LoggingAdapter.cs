using System.Runtime.ExceptionServices;
using Directives.Bot.Health;
using Directives.Bot.Messages;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Directives.Bot.Hosting;

/// <summary>The SDK's adapter, with an answer for the person when a turn fails: never silence, never a stack trace.</summary>
public sealed class LoggingAdapter : CloudAdapter
{
    private readonly Credentials _credentials;

    public LoggingAdapter(BotFrameworkAuthentication authentication, Credentials credentials, ILogger<LoggingAdapter> logger)
        : base(authentication, logger)
    {
        _credentials = credentials;
        Use(new TeamsText());
        OnTurnError = async (turn, failed) =>
        {
            // A notice that failed is its sender's to judge, and nobody's to be told of.
            if (turn.Activity?.Name == ActivityEventNames.ContinueConversation) ExceptionDispatchInfo.Throw(failed);
            logger.TurnFailed(turn.Activity?.ChannelId, failed);
            var texts = Texts.In(turn.Activity?.Locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "vi");
            var words = new Wording(texts, null, DateOnly.MinValue).Say("error.turn");
            // A press waits for the answer of the request itself.
            await turn.SendActivityAsync(turn.Activity is { Type: ActivityTypes.Invoke }
                ? new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = StatusCodes.Status200OK, Body = ToActivity.Notice(words) } }
                : MessageFactory.Text(words));
        };
    }

    /// <summary>Notes on the way whether the bot's proof of itself is taken.</summary>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        try
        {
            var responses = await base.SendActivitiesAsync(turnContext, activities, cancellationToken);
            _credentials.Used(failed: null);
            return responses;
        }
        catch (Exception failed)
        {
            _credentials.Used(failed);
            throw;
        }
    }
}
