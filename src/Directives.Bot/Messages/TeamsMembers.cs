using Directives.Core;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Options;
using Microsoft.Rest;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Messages;

/// <summary>Who a user of Microsoft Teams is, by what the channel service says of them and never by what the activity says.</summary>
public sealed class TeamsMembers(IConfiguration configuration, IOptions<TeamsSettings> settings, TimeProvider time, ILogger<TeamsMembers> logger)
{
    /// <summary>Teams waits 15 seconds for the whole turn.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(6);

    private const string GuestMark = "#EXT#";

    /// <summary>The tenant that the activity comes from; null where it names none or two, or one that is not let in.</summary>
    public string? TenantOf(Activity activity)
    {
        var ofData = activity.ChannelData is JObject data && data["tenant"] is JObject tenant ? (tenant["id"] as JValue)?.Value as string : null;
        var ofConversation = activity.Conversation?.TenantId;
        if (ofData is not null && ofConversation is not null && !Same(ofData, ofConversation)) return null;
        return (ofData ?? ofConversation) is { } id && IsLetIn(id) ? id : null;
    }

    public async Task<(ChannelUser? User, AccountRefusal? Refusal)> FetchAsync(ITurnContext turn, ChannelUser user, CancellationToken cancellationToken)
    {
        if (await MemberAsync(turn, user.UserId, cancellationToken) is not { } member) return (null, AccountRefusal.Unreachable);
        // In a chat across organisations the activity's tenant is the host's, the member's is their own.
        if (!string.IsNullOrEmpty(member.TenantId) && !IsLetIn(member.TenantId)) return (null, AccountRefusal.OtherTenant);
        // The service has called it both.
        var objectId = member.AadObjectId ?? (member.Properties?["objectId"] as JValue)?.Value as string;
        // What the service does not know cannot be held against what comes later.
        if (string.IsNullOrEmpty(objectId)) return (null, AccountRefusal.Unreachable);
        if (user.ObjectId is not null && !Same(user.ObjectId, objectId)) return (null, AccountRefusal.Changed);
        string[] addresses = [.. new[] { member.UserPrincipalName, member.Email }.Where(address => !string.IsNullOrWhiteSpace(address))];
        var isGuest = !(string.IsNullOrEmpty(member.UserRole) || Same(member.UserRole, "user")) || addresses.Any(address => address.Contains(GuestMark, StringComparison.OrdinalIgnoreCase));
        if (isGuest && !settings.Value.Guests.Any(guest => Same(guest, objectId) || addresses.Contains(guest, StringComparer.OrdinalIgnoreCase))) return (null, AccountRefusal.Guest);
        return (user with { ObjectId = objectId, Addresses = addresses }, null);
    }

    private async Task<TeamsChannelAccount?> MemberAsync(ITurnContext turn, string userId, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            var member = await TeamsInfo.GetMemberAsync(turn, userId, either.Token);
            if (member is not null && string.Equals(member.Id, userId, StringComparison.Ordinal)) return member;
            logger.MemberUnknown(turn.Activity.ChannelId, null);
        }
        catch (Exception failed) when (failed is RestException or HttpRequestException or IOException or InvalidOperationException
            || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.MemberUnknown(turn.Activity.ChannelId, failed);
        }

        return null;
    }

    private bool IsLetIn(string tenant) =>
        (configuration["MicrosoftAppTenantId"] is { Length: > 0 } own && Same(own, tenant)) || settings.Value.Tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
