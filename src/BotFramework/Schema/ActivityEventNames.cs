namespace Microsoft.Bot.Schema;

/// <summary>Names of the events that adapters raise for messages sent unasked.</summary>
public static class ActivityEventNames
{
    public const string ContinueConversation = "ContinueConversation";
    public const string CreateConversation = "CreateConversation";
}
