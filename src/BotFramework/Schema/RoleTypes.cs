namespace Microsoft.Bot.Schema;

/// <summary>Who an account belongs to.</summary>
public static class RoleTypes
{
    public const string Bot = "bot";
    public const string User = "user";
}
