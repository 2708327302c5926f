namespace Directives.Bot.Hosting;

/// <summary>
/// The page for trying out: in Development only, and only without a registration, since one is on it whom one chooses to be, and its channel's
/// name is a real channel's too.
/// </summary>
public sealed record PageSettings(bool Enabled)
{
    /// <summary>The channel id that the page's activities carry.</summary>
    public const string Channel = "webchat";
}
