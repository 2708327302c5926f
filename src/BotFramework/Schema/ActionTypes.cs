namespace Microsoft.Bot.Schema;

/// <summary>What a button does.</summary>
public static class ActionTypes
{
    public const string ImBack = "imBack";
    public const string MessageBack = "messageBack";
    public const string OpenUrl = "openUrl";
    public const string PostBack = "postBack";
}
