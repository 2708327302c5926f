namespace Directives.Bot.Messages;

/// <summary>Who of Microsoft Teams may be known at all, beside the users of the bot's own tenant, and where its files are.</summary>
public sealed class TeamsSettings
{
    /// <summary>Ids of further tenants.</summary>
    public IList<string> Tenants { get; init; } = [];

    /// <summary>Guests who are let in, each by e-mail address, user name or object id.</summary>
    public IList<string> Guests { get; init; } = [];

    /// <summary>The hosts that files are fetched from and put to; <c>*.</c> stands for one name or several. None allows none.</summary>
    public IList<string> FileHosts { get; init; } = [];
}
