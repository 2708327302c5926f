using System.ComponentModel.DataAnnotations;
using Directives.Core;

namespace Directives.Bot.Notices;

/// <summary>When notices may go out.</summary>
public sealed record NoticeSettings
{
    /// <summary>How often is looked for what is due: 1 second to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From this time of day in Vietnam nobody is written to unasked; equal to <see cref="QuietUntil"/> for no quiet hours.</summary>
    public TimeOnly QuietFrom { get; init; } = new(20, 0);

    public TimeOnly QuietUntil { get; init; } = new(7, 0);

    public bool IsQuiet(DateTimeOffset instant) =>
        QuietFrom != QuietUntil && TimeOnly.FromDateTime(VietnamTime.At(instant).DateTime).IsBetween(QuietFrom, QuietUntil);
}
