using Directives.Core;

namespace Directives.Bot.Notices;

/// <summary>Removes messages that were not understood once they have been kept as long as is said.</summary>
public sealed class UnreadSweep(UnreadTable unread, TimeProvider time)
{
    /// <summary>What is removed goes by days; it is looked for through all that is kept.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    private DateTimeOffset next = DateTimeOffset.MinValue;

    /// <summary>Does nothing when it was done a while ago.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < next) return;
        next = now + Interval;
        await unread.DropBeforeAsync(VietnamTime.Day(now).AddDays(-KeepUnread.Days), cancellationToken);
    }
}
