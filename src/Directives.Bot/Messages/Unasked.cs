using Directives.Core;
using Microsoft.Bot.Schema;

namespace Directives.Bot.Messages;

/// <summary>What the adapter wants for a message that is no answer to one.</summary>
internal static class Unasked
{
    // The adapter wants some id; without a registration nobody reads it.
    private const string NoAppId = "unregistered";

    public static string AppId(IConfiguration configuration) => configuration["MicrosoftAppId"] is { Length: > 0 } id ? id : NoAppId;

    /// <summary>Of a group chat: a channel begins a thread with each message.</summary>
    public static ConversationReference Reference(GroupConversation group) => new()
    {
        ChannelId = group.Channel,
        ServiceUrl = group.ServiceUrl,
        Conversation = new ConversationAccount { Id = group.ConversationId, IsGroup = true, TenantId = group.TenantId },
        Bot = new ChannelAccount { Id = group.BotId },
    };

    public static ConversationReference Reference(ChatAccount account) => new()
    {
        ChannelId = account.Channel,
        ServiceUrl = account.ServiceUrl,
        Conversation = new ConversationAccount { Id = account.ConversationId },
        User = new ChannelAccount { Id = account.UserId },
        Bot = new ChannelAccount { Id = account.BotId },
    };
}
