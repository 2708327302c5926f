using Directives.Core;
using Microsoft.Extensions.Options;

namespace Directives.Bot.Notices;

/// <summary>What goes on beside the conversations: finishing what killed processes left, and sending notices. Every copy may run it.</summary>
public sealed class BackgroundWork(
    Projections projections,
    PublishDirective publish,
    NoticeSender notices,
    IOptions<NoticeSettings> settings,
    TimeProvider time,
    ILogger<BackgroundWork> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Value.Interval, time);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                logger.BackgroundFailed(failed);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var swept = await projections.SweepAsync(cancellationToken);
        var resumed = await publish.ResumeAsync(cancellationToken);
        if (swept + resumed > 0) logger.Recovered(swept, resumed);
        await notices.SendDueAsync(cancellationToken);
    }
}
