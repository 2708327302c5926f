namespace Directives.Bot.Hosting;

/// <summary>The page for trying out: there in Development only.</summary>
public sealed record PageSettings(bool Enabled)
{
    /// <summary>The channel id that the page's activities carry.</summary>
    public const string Channel = "webchat";
}
