using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Directives.Bot.Messages;

public enum PrivateDelivery
{
    Sent,

    /// <summary>The channel lets the bot not write to the person.</summary>
    Closed,

    /// <summary>Nobody knows whether it arrived, or the channel wants a pause.</summary>
    Unsure,
}

/// <summary>What is asked in a group and concerns one person alone goes to that person's own chat, which is opened where there is none yet.</summary>
public sealed class PrivateReplies(PersonalChats chats, IBotFrameworkHttpAdapter adapter, IConfiguration configuration, TimeProvider time, ILogger<PrivateReplies> logger)
{
    private BotAdapter Adapter => (BotAdapter)adapter;

    public async Task<PrivateDelivery> SendAsync(Activity asked, Person person, IReadOnlyList<Activity> messages, CancellationToken cancellationToken)
    {
        ChatAccount? account = null;
        try
        {
            account = await chats.FindAsync(asked.ChannelId, asked.From.Id, person, cancellationToken) ?? await OpenAsync(asked, person, cancellationToken);
            await Adapter.ContinueConversationAsync(
                Unasked.AppId(configuration), Unasked.Reference(account), (turn, token) => turn.SendActivitiesAsync([.. messages], token), cancellationToken);
            // Blocked before, and no longer.
            if (account.Unreachable is not null) await chats.RememberAsync(account with { Unreachable = null }, cancellationToken);
            return PrivateDelivery.Sent;
        }
        catch (ErrorResponseException refused) when (PersonalChats.IsClosed(asked.ChannelId, refused))
        {
            logger.PrivateReplyFailed(asked.ChannelId, refused);
            if (account is not null) await chats.CloseAsync(account, refused, cancellationToken);
            return PrivateDelivery.Closed;
        }
        catch (Exception unclear) when (unclear is ErrorResponseException or HttpRequestException or IOException or InvalidOperationException or StoreUnavailableException
            || (unclear is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.PrivateReplyFailed(asked.ChannelId, unclear);
            return PrivateDelivery.Unsure;
        }
    }

    // Asked for again it is the same chat: Teams has one for a person and a bot.
    private async Task<ChatAccount> OpenAsync(Activity asked, Person person, CancellationToken cancellationToken)
    {
        var tenant = asked.Conversation.TenantId ?? (asked.TryGetChannelData<TeamsChannelData>(out var data) ? data?.Tenant?.Id : null);
        ChatAccount? opened = null;
        await Adapter.CreateConversationAsync(
            Unasked.AppId(configuration),
            asked.ChannelId,
            asked.ServiceUrl,
            null,
            new ConversationParameters(
                isGroup: false,
                bot: new ChannelAccount(id: asked.Recipient.Id),
                members: [new ChannelAccount(id: asked.From.Id)],
                channelData: new TeamsChannelData(tenant: new TenantInfo(tenant)),
                tenantId: tenant),
            (turn, _) =>
            {
                opened = new ChatAccount
                {
                    Channel = asked.ChannelId,
                    UserId = asked.From.Id,
                    PersonId = person.Id,
                    ConversationId = turn.Activity.Conversation.Id,
                    ServiceUrl = turn.Activity.ServiceUrl,
                    BotId = asked.Recipient.Id,
                    SeenAt = time.Now(),
                };
                return Task.CompletedTask;
            },
            cancellationToken);
        if (string.IsNullOrEmpty(opened?.ConversationId)) throw new InvalidOperationException("The channel gave no id for the chat.");
        await chats.RememberAsync(opened, cancellationToken);
        return opened;
    }
}
