using Directives.Zalo.Webhook;
using Microsoft.Bot.Schema;

namespace Directives.Zalo.ToActivity;

/// <summary>Which events start a turn of the bot, and as what.</summary>
public static class EventToActivity
{
    /// <returns>Null for an event that is none of the bot's business: receipts, echoes of its own messages, tags, calls.</returns>
    public static Activity? Convert(ZaloEvent zaloEvent) => zaloEvent switch
    {
        UserText text => UserTextToActivity.Convert(text),
        FollowChange change => FollowChangeToActivity.Convert(change),
        _ => null,
    };

    /// <summary>Who, where and when: the same for all kinds.</summary>
    internal static Activity Envelope(string type, ZaloEvent zaloEvent, string userId, string accountId) => new()
    {
        Type = type,
        Id = zaloEvent.Id,
        Timestamp = zaloEvent.At,
        ChannelId = ZaloChannel.Id,
        ServiceUrl = ZaloChannel.ServiceUrl,
        From = new ChannelAccount(id: userId, role: RoleTypes.User),
        Recipient = new ChannelAccount(id: accountId, role: RoleTypes.Bot),
        Conversation = new ConversationAccount(isGroup: false, id: ZaloChannel.ConversationId(accountId, userId)),
    };
}
