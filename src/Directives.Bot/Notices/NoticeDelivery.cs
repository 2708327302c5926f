using System.Net;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace Directives.Bot.Notices;

internal enum Acceptance
{
    Accepted,

    /// <summary>The channel said that it will not: surely not delivered.</summary>
    Refused,

    /// <summary>Surely not delivered, and worth another try: nobody is there, or the service is busy or away.</summary>
    NotNow,

    /// <summary>It may have been delivered.</summary>
    Unknown,
}

/// <summary>One message to one account, and what its channel made of it.</summary>
public sealed class NoticeDelivery(IBotFrameworkHttpAdapter adapter, IConfiguration configuration, IOptions<NoticeSettings> settings, ILogger<NoticeDelivery> logger)
{
    // The adapter wants some id; without a registration nobody reads it.
    private const string NoAppId = "unregistered";

    internal async Task<(Acceptance Acceptance, string? Reason)> SendAsync(ChatAccount account, Activity message, CancellationToken cancellationToken)
    {
        var reference = new ConversationReference
        {
            ChannelId = account.Channel,
            ServiceUrl = account.ServiceUrl,
            Conversation = new ConversationAccount { Id = account.ConversationId },
            User = new ChannelAccount { Id = account.UserId },
            Bot = new ChannelAccount { Id = account.BotId },
        };
        try
        {
            await ((BotAdapter)adapter).ContinueConversationAsync(
                configuration["MicrosoftAppId"] is { Length: > 0 } id ? id : NoAppId,
                reference,
                (turn, token) => turn.SendActivityAsync(message, token),
                cancellationToken);
            return (Acceptance.Accepted, null);
        }
        catch (ErrorResponseException busy) when (busy.Response?.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return (Acceptance.NotNow, busy.Message);
        }
        catch (ErrorResponseException absent) when (absent.Response?.StatusCode == HttpStatusCode.NotFound && !settings.Value.Channels.ContainsKey(account.Channel))
        {
            // On the page no window is open.
            return (Acceptance.NotNow, absent.Message);
        }
        catch (ErrorResponseException unclear) when (unclear.Response is null or { StatusCode: HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError })
        {
            return (Acceptance.Unknown, unclear.Message);
        }
        catch (ErrorResponseException refused)
        {
            logger.NoticeRefused(account.Channel, refused);
            return (Acceptance.Refused, refused.Message);
        }
        catch (HttpRequestException unreachable) when (unreachable.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.UserAuthenticationError)
        {
            // The request never left this machine.
            return (Acceptance.NotNow, unreachable.Message);
        }
        catch (Exception unclear) when (unclear is HttpRequestException or TaskCanceledException or IOException)
        {
            return (Acceptance.Unknown, unclear.Message);
        }
    }
}
