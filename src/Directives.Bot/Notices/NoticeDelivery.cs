using System.Net;
using Directives.Bot.Hosting;
using Directives.Bot.Messages;
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

    /// <summary>Surely not delivered, and nothing will be there until the person is heard of again.</summary>
    Closed,

    /// <summary>Surely not delivered, and worth another try: nobody is there, or the service is busy or away.</summary>
    NotNow,

    /// <summary>It may have been delivered.</summary>
    Unknown,
}

/// <summary>One message to one account, and what its channel made of it.</summary>
public sealed class NoticeDelivery(
    IBotFrameworkHttpAdapter adapter, PersonalChats chats, IConfiguration configuration, IOptions<NoticeSettings> settings, ILogger<NoticeDelivery> logger)
{
    internal async Task<(Acceptance Acceptance, string? Reason)> SendAsync(ChatAccount account, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            await ((BotAdapter)adapter).ContinueConversationAsync(
                Unasked.AppId(configuration),
                Unasked.Reference(account),
                (turn, token) => turn.SendActivityAsync(message, token),
                cancellationToken);
            return (Acceptance.Accepted, null);
        }
        catch (ErrorResponseException closed) when (account.Channel != PageSettings.Channel && PersonalChats.IsClosed(account.Channel, closed))
        {
            logger.NoticeRefused(account.Channel, closed);
            await chats.CloseAsync(account, closed, cancellationToken);
            return (Acceptance.Closed, closed.Message);
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
