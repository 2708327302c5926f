using System.Net;

namespace Microsoft.Bot.Connector;

/// <summary>
/// Whether a call that failed is made again, and after how long. 429 says for sure that nothing was done, so every call is repeated after it; after
/// 408, 412, 5xx or a broken connection nobody knows, and only what may be done twice is repeated: reading, replacing, deleting. A message is not.
/// </summary>
internal sealed class CallRetries(HttpMethod method, TimeProvider clock)
{
    private const int MaxAttempts = 4;

    /// <summary>All waits of a call together, but for the jitter: a channel waits about 15 seconds for a turn.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan SmallestJitter = TimeSpan.FromMilliseconds(100);

    private TimeSpan _waited;

    /// <summary>The number of the attempt under way, from 1.</summary>
    public int Attempt { get; private set; } = 1;

    /// <summary>How long to wait before the next attempt; null when there is none.</summary>
    public TimeSpan? WaitAfter(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => Wait(AskedFor(response)),
        HttpStatusCode.RequestTimeout or HttpStatusCode.PreconditionFailed or >= HttpStatusCode.InternalServerError when MayBeDoneTwice =>
            Wait(AskedFor(response)),
        _ => null,
    };

    /// <summary>The same for an attempt that was not answered.</summary>
    public TimeSpan? WaitAfterBrokenConnection() => MayBeDoneTwice ? Wait(null) : null;

    /// <summary>An earlier attempt, whose end nobody knows, may have deleted what is not found now.</summary>
    public bool IsDoneBefore(HttpResponseMessage response) =>
        Attempt > 1 && method == HttpMethod.Delete && response.StatusCode == HttpStatusCode.NotFound;

    private bool MayBeDoneTwice => method != HttpMethod.Post;

    private TimeSpan? AskedFor(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is not { } retryAfter) return null;
        var wait = retryAfter.Delta ?? retryAfter.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    // Never sooner than asked for; and those who were throttled together do not come back together.
    private TimeSpan? Wait(TimeSpan? asked)
    {
        var wait = asked ?? FirstWait * (1 << (Attempt - 1));
        if (Attempt == MaxAttempts || _waited + wait > LongestWait) return null;
        Attempt++;
        _waited += wait;
        var jitter = wait / 4 > SmallestJitter ? wait / 4 : SmallestJitter;
        return wait + (jitter * Random.Shared.NextDouble());
    }
}
