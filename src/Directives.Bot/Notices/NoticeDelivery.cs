using System.Net;
using Directives.Bot.Hosting;
using Directives.Bot.Messages;
using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
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

/// <summary>One message to one account or group, and what its channel made of it.</summary>
public sealed class NoticeDelivery(
    IBotFrameworkHttpAdapter adapter, PersonalChats chats, GroupTable groups, IConfiguration configuration, IOptions<NoticeSettings> settings, ILogger<NoticeDelivery> logger)
{
    internal Task<(Acceptance Acceptance, string? Reason)> SendAsync(ChatAccount account, Activity message, CancellationToken cancellationToken) => TryAsync(
        account.Channel,
        () => Adapter.ContinueConversationAsync(
            Unasked.AppId(configuration), Unasked.Reference(account), (turn, token) => turn.SendActivityAsync(message, token), cancellationToken),
        refused => chats.CloseAsync(account, refused, cancellationToken));

    /// <summary>To a group: in a channel a new thread.</summary>
    internal async Task<(Acceptance Acceptance, string? Reason)> SendAsync(GroupConversation group, Activity message, CancellationToken cancellationToken)
    {
        string? id = null;
        var sent = await TryAsync(
            group.Channel,
            () => group.IsChannel
                ? Adapter.CreateConversationAsync(
                    Unasked.AppId(configuration),
                    group.Channel,
                    group.ServiceUrl,
                    null,
                    Thread(group, message),
                    (turn, _) => Task.FromResult(id = turn.Activity.Id),
                    cancellationToken)
                : Adapter.ContinueConversationAsync(
                    Unasked.AppId(configuration),
                    Unasked.Reference(group),
                    async (turn, token) => id = (await turn.SendActivityAsync(message, token))?.Id,
                    cancellationToken),
            _ => Task.CompletedTask);
        if (sent.Acceptance == Acceptance.Accepted && !string.IsNullOrEmpty(id)) await NoteAsync(group, id, cancellationToken);
        return sent;
    }

    private BotAdapter Adapter => (BotAdapter)adapter;

    private static ConversationParameters Thread(GroupConversation group, Activity message) => new(
        isGroup: true,
        bot: new ChannelAccount(id: group.BotId),
        activity: message,
        channelData: new TeamsChannelData(channel: new ChannelInfo(group.ConversationId), tenant: new TenantInfo(group.TenantId)),
        tenantId: group.TenantId);

    // An answer to it is meant for the bot.
    private async Task NoteAsync(GroupConversation group, string id, CancellationToken cancellationToken)
    {
        try
        {
            await groups.NoteMessageAsync(group.Channel, group.ConversationId, group.ServiceUrl, id, cancellationToken);
        }
        catch (StoreUnavailableException unavailable)
        {
            // It was said; only a reply to it needs the bot's name.
            logger.StoreUnavailable(group.Channel, unavailable);
        }
    }

    private async Task<(Acceptance Acceptance, string? Reason)> TryAsync(string channel, Func<Task> sendAsync, Func<ErrorResponseException, Task> closeAsync)
    {
        try
        {
            await sendAsync();
            return (Acceptance.Accepted, null);
        }
        catch (ErrorResponseException closed) when (channel != PageSettings.Channel && PersonalChats.IsClosed(channel, closed))
        {
            logger.NoticeRefused(channel, closed);
            await closeAsync(closed);
            return (Acceptance.Closed, closed.Message);
        }
        catch (ErrorResponseException busy) when (busy.Response?.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return (Acceptance.NotNow, busy.Message);
        }
        catch (ErrorResponseException absent) when (absent.Response?.StatusCode == HttpStatusCode.NotFound && !settings.Value.Channels.ContainsKey(channel))
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
            logger.NoticeRefused(channel, refused);
            return (Acceptance.Refused, refused.Message);
        }
        catch (HttpRequestException unreachable) when (unreachable.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.UserAuthenticationError)
        {
            // The request never left this machine.
            return (Acceptance.NotNow, unreachable.Message);
        }
        catch (Exception unclear) when (unclear is HttpRequestException or TaskCanceledException or IOException or InvalidOperationException)
        {
            return (Acceptance.Unknown, unclear.Message);
        }
    }
}
