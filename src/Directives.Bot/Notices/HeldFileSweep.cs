using Directives.Core;

namespace Directives.Bot.Notices;

/// <summary>Removes files that nobody said the task of, as the person was told.</summary>
public sealed class HeldFileSweep(IFileStore files, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private DateTimeOffset next = DateTimeOffset.MinValue;

    /// <summary>Does nothing when it was done a little while ago: what is looked through may be far away.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now < next) return;
        next = now + Interval;
        await files.DropHeldBeforeAsync(now - TalkState.Memory, cancellationToken);
    }
}
