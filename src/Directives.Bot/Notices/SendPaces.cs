using System.Collections.Concurrent;

namespace Directives.Bot.Notices;

/// <summary>
/// How fast each channel's service may be written to. All sends to one service share its pace, and the pause that it asks one of them for (429); from
/// when it asks for one it is learned what it takes, where that is less than what is set.
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
    public void Pause(Uri service, TimeSpan wait) => Of(service.Authority).Pause(time.GetUtcNow(), time.GetUtcNow() + wait);

    private Pace Of(string service) => _paces.GetOrAdd(service, _ => new Pace());

    private static string Service(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Authority : url;

    private sealed class Pace
    {
        /// <summary>Each time that it goes on so long without being asked to pause, a little more is tried.</summary>
        private static readonly TimeSpan Untroubled = TimeSpan.FromSeconds(30);

        /// <summary>Of fewer sends in a second nothing is learned: then others have used up what the service allows.</summary>
        private const int Telling = 10;

        private const double Slower = 0.95;

        private readonly Lock _lock = new();
        private readonly Queue<DateTimeOffset> _lastSecond = new();
        private DateTimeOffset _next;
        private DateTimeOffset _pausedUntil;
        private DateTimeOffset _learnedAt;
        private double? _allowed;

        public DateTimeOffset PausedUntil
        {
            get { lock (_lock) return _pausedUntil; }
        }

        public DateTimeOffset? Take(DateTimeOffset now, double perSecond)
        {
            lock (_lock)
            {
                if (_allowed is { } learned && now - _learnedAt > Untroubled) (_allowed, _learnedAt) = (learned / Slower, now);
                var set = perSecond <= 0 ? double.PositiveInfinity : perSecond * Margin;
                var rate = Math.Min(set, _allowed ?? double.PositiveInfinity);
                if (double.IsPositiveInfinity(rate))
                {
                    Count(now);
                    return null;
                }

                var interval = TimeSpan.FromSeconds(1 / rate);
                var earliest = now - (interval * Burst);
                if (_next < earliest) _next = earliest;
                _next += interval;
                Count(_next > now ? _next : now);
                return _next;
            }
        }

        public void Pause(DateTimeOffset now, DateTimeOffset until)
        {
            lock (_lock)
            {
                // Several are on their way when the first of them is refused: they are one sign that it was too fast.
                var sent = _lastSecond.Count(at => at <= now && now - at < TimeSpan.FromSeconds(1));
                if (now >= _pausedUntil && sent >= Telling) (_allowed, _learnedAt) = (Slower * Math.Min(_allowed ?? double.PositiveInfinity, sent), now);
                if (until > _pausedUntil) _pausedUntil = until;
                // After a pause nothing is to be made up for at once.
                if (_next < until) _next = until;
            }
        }

        private void Count(DateTimeOffset at)
        {
            _lastSecond.Enqueue(at);
            while (_lastSecond.TryPeek(out var first) && at - first >= TimeSpan.FromSeconds(2)) _lastSecond.Dequeue();
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
