using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>What the channel data of Teams says, without its detour over <see cref="TeamsChannelData"/>.</summary>
public static class TeamsActivityExtensions
{
    /// <summary>The channel that the activity comes from; null in chats.</summary>
    public static string TeamsGetChannelId(this IActivity activity) => activity.GetChannelData<TeamsChannelData>()?.Channel?.Id;

    /// <summary>The team that the activity comes from; null in chats.</summary>
    public static TeamInfo TeamsGetTeamInfo(this IActivity activity) => activity.GetChannelData<TeamsChannelData>()?.Team;
}
