using Directives.Bot.Health;
using Directives.Bot.Page;
using Directives.Core;
using Microsoft.Extensions.Options;

namespace Directives.Bot.Notices;

/// <summary>
/// What goes on beside the conversations: finishing what killed processes left, planning reminders, sending notices, removing files that wait in vain
/// and words kept long enough. Every copy may run it.
/// </summary>
public sealed class BackgroundWork(
    Projections projections,
    PublishDirective publish,
    TakeBackPublishing takeBack,
    WithdrawTask withdraw,
    EndedUnits endedUnits,
    CredentialNotices credentialNotices,
    Credentials credentials,
    PlanReminders reminders,
    NoticeSender notices,
    HeldFileSweep heldFiles,
    UnreadSweep unread,
    PageConnector page,
    NoticeBell bell,
    IOptions<NoticeSettings> settings,
    TimeProvider time,
    ILogger<BackgroundWork> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        page.Opened += _ => bell.Ring();
        using var timer = new PeriodicTimer(settings.Value.Interval, time);
        var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        var ring = bell.HearAsync(stoppingToken);
        while (true)
        {
            await RunOnceAsync(stoppingToken);
            await await Task.WhenAny(tick, ring);
            if (ring.IsCompleted)
            {
                notices.Heard();
                ring = bell.HearAsync(stoppingToken);
            }

            if (tick.IsCompleted) tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        }
    }

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var (swept, resumed) = (0, 0);
        await TryAsync(async () => swept = await projections.SweepAsync(cancellationToken));
        await TryAsync(async () => resumed = await publish.ResumeAsync(cancellationToken));
        await TryAsync(async () => resumed += await takeBack.ResumeAsync(cancellationToken));
        await TryAsync(async () => resumed += await withdraw.ResumeAsync(cancellationToken));
        await TryAsync(() => endedUnits.PlanNoticesAsync(cancellationToken));
        credentials.Warn();
        await TryAsync(() => credentialNotices.PlanAsync(cancellationToken));
        await TryAsync(() => reminders.RunAsync(cancellationToken));
        if (swept + resumed > 0) logger.Recovered(swept, resumed);
        await TryAsync(() => notices.SendDueAsync(cancellationToken));
        await TryAsync(() => heldFiles.RunAsync(cancellationToken));
        await TryAsync(() => unread.RunAsync(cancellationToken));
    }

    // One row that cannot be read must not keep all notices from going out for ever.
    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            logger.BackgroundFailed(failed);
        }
    }
}
