namespace Microsoft.Bot.Schema;

/// <summary>How the replies to an activity travel.</summary>
public static class DeliveryModes
{
    public const string ExpectReplies = "expectReplies";
    public const string Normal = "normal";
}
