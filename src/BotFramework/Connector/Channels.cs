namespace Microsoft.Bot.Connector;

/// <summary>The names channels give themselves.</summary>
public class Channels
{
    public const string Directline = "directline";
    public const string Emulator = "emulator";
    public const string Msteams = "msteams";
    public const string Test = "test";
    public const string Webchat = "webchat";
}
