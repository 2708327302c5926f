using System.ComponentModel.DataAnnotations;

namespace Directives.Bot.Notices;

/// <summary>When and how fast notices may go out.</summary>
public sealed record NoticeSettings
{
    /// <summary>How often is looked for what is due: 1 second to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From this time of day in Vietnam nobody is written to unasked; equal to <see cref="QuietUntil"/> for no quiet hours.</summary>
    public TimeOnly QuietFrom { get; init; } = new(20, 0);

    public TimeOnly QuietUntil { get; init; } = new(7, 0);

    /// <summary>Whether news that people make (tasks assigned, decisions, urging) goes out on days off too. Reminders and digests never do.</summary>
    public bool NewsOnDaysOff { get; init; }

    /// <summary>How many people are written to at once.</summary>
    [Range(1, 64)]
    public int AtOnce { get; init; } = 32;

    /// <summary>What channels allow, by their Bot Framework id. Of the others nothing is known.</summary>
    public Dictionary<string, ChannelSettings> Channels { get; init; } = new(StringComparer.OrdinalIgnoreCase)
    {
        // Of one app in one tenant, by Microsoft's limits for bots in Teams.
        ["msteams"] = new ChannelSettings { PerSecond = 50 },
        // 4,000 requests a minute for an app; an Official Account may write for 7 days after a person's last message.
        ["zalo"] = new ChannelSettings { PerSecond = 50, Window = TimeSpan.FromDays(7) },
    };
}

public sealed record ChannelSettings
{
    /// <summary>Messages a second to its service, of this copy of the program; 0 for no limit.</summary>
    public double PerSecond { get; init; }

    /// <summary>For how long after a person's last message the channel takes any for them; null where it always does.</summary>
    public TimeSpan? Window { get; init; }
}
