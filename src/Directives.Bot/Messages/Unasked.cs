using Directives.Core;
using Microsoft.Bot.Schema;

namespace Directives.Bot.Messages;

/// <summary>What the adapter wants for a message that is no answer to one.</summary>
internal static class Unasked
{
    // The adapter wants some id; without a registration nobody reads it.
    private const string NoAppId = "unregistered";

    public static string AppId(IConfiguration configuration) => configuration["MicrosoftAppId"] is { Length: > 0 } id ? id : NoAppId;

    public static ConversationReference Reference(ChatAccount account) => new()
    {
        ChannelId = account.Channel,
        ServiceUrl = account.ServiceUrl,
        Conversation = new ConversationAccount { Id = account.ConversationId },
        User = new ChannelAccount { Id = account.UserId },
        Bot = new ChannelAccount { Id = account.BotId },
    };
}
