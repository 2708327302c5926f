namespace Directives.Zalo;

/// <summary>What activities of Zalo have in common.</summary>
public static class ZaloChannel
{
    public const string Id = "zalo";

    /// <summary>Where replies go.</summary>
    internal const string ServiceUrl = "https://openapi.zalo.me/";

    /// <summary>One conversation for each person and account. The prefix leaves room for Zalo's other product, whose ids are unrelated.</summary>
    internal static string ConversationId(string accountId, string userId) => $"oa:{accountId}:{userId}";
}
