using Directives.Zalo.Webhook;
using Microsoft.Bot.Schema;

namespace Directives.Zalo.ToActivity;

/// <summary>What a person wrote becomes a message.</summary>
internal static class UserTextToActivity
{
    public static Activity Convert(UserText text)
    {
        var activity = EventToActivity.Envelope(ActivityTypes.Message, text, text.UserId, text.AccountId);
        activity.Text = text.Text;
        activity.TextFormat = TextFormatTypes.Plain;
        activity.ReplyToId = text.QuotedId;
        return activity;
    }
}
