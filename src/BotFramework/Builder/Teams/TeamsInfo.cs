using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>What the channel service of Teams knows beside the activity itself.</summary>
public static class TeamsInfo
{
    /// <summary>The member of the turn's team, or of its chat, as the channel service has them.</summary>
    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (userId == null) throw new InvalidOperationException("The GetMember operation needs a valid user Id.");
        var conversationId = TeamOf(turnContext.Activity?.ChannelData) ?? turnContext.Activity?.Conversation?.Id
            ?? throw new InvalidOperationException("The GetMembers operation needs a valid conversation Id.");
        var connector = turnContext.TurnState.Get<ConnectorClient>() ?? throw new InvalidOperationException("This method requires a connector client.");
        return connector.GetMemberAsync(userId, conversationId, cancellationToken);
    }

    // A team's members are asked for by the team, whatever channel of it the turn is in.
    private static string TeamOf(object channelData) =>
        channelData is JObject data && data["team"] is JObject team && team["id"] is JValue { Type: JTokenType.String } id ? (string)id.Value : null;
}
