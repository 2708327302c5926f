using Directives.Core;

namespace Directives.Bot.Notices;

/// <summary>Writes down what was not understood, beside the turns: none of them waits for it.</summary>
public sealed class UnreadWriter(KeepUnread unread, ILogger<UnreadWriter> logger) : BackgroundService
{
    /// <summary>Writes what the last turns left, too.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await unread.WriteAsync(logger.UnreadNotKept, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await unread.WaitAsync(stoppingToken);
            await unread.WriteAsync(logger.UnreadNotKept, stoppingToken);
        }
    }
}
