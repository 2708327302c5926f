using Directives.Zalo.Webhook;
using Microsoft.Bot.Schema;

namespace Directives.Zalo.ToActivity;

/// <summary>A new follower joins the conversation with the account; one who no longer follows leaves it.</summary>
internal static class FollowChangeToActivity
{
    public static Activity Convert(FollowChange change)
    {
        var activity = EventToActivity.Envelope(ActivityTypes.ConversationUpdate, change, change.UserId, change.AccountId);
        ChannelAccount[] people = [new ChannelAccount(id: change.UserId, role: RoleTypes.User)];
        if (change.Follows) activity.MembersAdded = people;
        else activity.MembersRemoved = people;
        return activity;
    }
}
