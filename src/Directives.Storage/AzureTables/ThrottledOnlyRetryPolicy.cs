using Azure.Core;
using Azure.Core.Pipeline;

namespace Directives.Storage.AzureTables;

/// <summary>
/// Sends a commit again only where the service said that it had no time for it. After a lost answer or a server error the commit may have been
/// made, and a second one would then meet its own work and call it a conflict: a message marked as seen by nobody would count as seen.
/// </summary>
internal sealed class ThrottledOnlyRetryPolicy(int maxRetries, DelayStrategy delay) : RetryPolicy(maxRetries, delay)
{
    private const int TooManyRequests = 429, ServerBusy = 503;

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) => IsThrottled(message) && base.ShouldRetry(message, exception);

    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsThrottled(message) ? base.ShouldRetryAsync(message, exception) : new ValueTask<bool>(false);

    private static bool IsThrottled(HttpMessage message) => message.HasResponse && message.Response.Status is TooManyRequests or ServerBusy;
}
