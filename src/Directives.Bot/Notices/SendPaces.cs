using System.Collections.Concurrent;

namespace Directives.Bot.Notices;

/// <summary>
/// How fast each channel's service may be written to. All sends to one service share its pace, and the pause that it asks one of them for (429).
/// </summary>
public sealed class SendPaces(TimeProvider time)
{
    /// <summary>A few go out together: nobody is kept waiting where little is to be sent.</summary>
    private const int Burst = 5;

    /// <summary>A service counts by its own seconds: at the full rate one of them would now and then get one too many, and ask for a pause.</summary>
    private const double Margin = 0.98;

    private readonly ConcurrentDictionary<string, Pace> _paces = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until the service may be written to.</summary>
    /// <param name="perSecond">0 for no limit but the pauses.</param>
    /// <returns>How long that was.</returns>
    public async Task<TimeSpan> WaitAsync(string serviceUrl, double perSecond, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var pace = Of(Service(serviceUrl));
        if (pace.Take(time.GetUtcNow(), perSecond) is { } slot && slot > time.GetUtcNow()) await Task.Delay(slot - time.GetUtcNow(), time, cancellationToken);
        // Others were asked to pause meanwhile.
        while (pace.PausedUntil is var until && until > time.GetUtcNow()) await Task.Delay(until - time.GetUtcNow(), time, cancellationToken);
        return time.GetElapsedTime(begun);
    }

    /// <summary>The service wants nothing for a while.</summary>
    public void Pause(Uri service, TimeSpan wait) => Of(service.Authority).Pause(time.GetUtcNow() + wait);

    private Pace Of(string service) => _paces.GetOrAdd(service, _ => new Pace());

    private static string Service(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Authority : url;

    private sealed class Pace
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _next;
        private DateTimeOffset _pausedUntil;

        public DateTimeOffset PausedUntil
        {
            get { lock (_lock) return _pausedUntil; }
        }

        public DateTimeOffset? Take(DateTimeOffset now, double perSecond)
        {
            lock (_lock)
            {
                if (perSecond <= 0) return null;
                var interval = TimeSpan.FromSeconds(1 / (perSecond * Margin));
                var earliest = now - (interval * Burst);
                if (_next < earliest) _next = earliest;
                _next += interval;
                return _next;
            }
        }

        public void Pause(DateTimeOffset until)
        {
            lock (_lock)
            {
                if (until > _pausedUntil) _pausedUntil = until;
                // After a pause nothing is to be made up for at once.
                if (_next < until) _next = until;
            }
        }
    }
}

/// <summary>Sees which service asks for a pause, whoever was writing to it.</summary>
public sealed class ThrottleHandler(SendPaces paces, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == System.Net.HttpStatusCode.TooManyRequests && response.Headers.RetryAfter is { } after && request.RequestUri is { } service)
        {
            paces.Pause(service, after.Delta ?? (after.Date - time.GetUtcNow()) ?? TimeSpan.Zero);
        }

        return response;
    }
}
