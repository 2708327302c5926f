namespace Microsoft.Bot.Schema;

/// <summary>Kinds of activity that adapters act on themselves and never send.</summary>
public static class ActivityTypesEx
{
    public const string Delay = "delay";
    public const string InvokeResponse = "invokeResponse";
}
