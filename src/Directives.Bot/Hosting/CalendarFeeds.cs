using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Directives.Core;

namespace Directives.Bot.Hosting;

/// <summary>A calendar as it is served.</summary>
/// <param name="Tag">Differs with the content.</param>
internal sealed record CalendarFeed(byte[] Content, string Tag, DateTimeOffset Until);

/// <summary>
/// The calendars that programs ask for again and again, each read at most once in <see cref="Life"/>; and whatever is asked for, also by who guesses addresses,
/// the store is read for at most <see cref="ReadsPerSecond"/> of them a second.
/// </summary>
internal sealed class CalendarFeeds(ReadCalendar calendars, TimeProvider time)
{
    /// <summary>So long an address may still show something after it was taken back.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    public const int ReadsPerSecond = 20;

    private const int Kept = 1_000;

    private readonly ConcurrentDictionary<string, CalendarFeed> _feeds = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _second;
    private int _reads;

    /// <returns>Null for a token that opens none; false where the store was read often enough in this second.</returns>
    public async Task<(bool IsRead, CalendarFeed? Feed)> FindAsync(string token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_feeds.TryGetValue(token, out var known) && known.Until > now) return (true, known);
        if (!TakeRead(now)) return (false, null);
        var text = await calendars.HandleAsync(token, cancellationToken);
        if (text is null)
        {
            _feeds.TryRemove(token, out _);
            return (true, null);
        }

        var content = Encoding.UTF8.GetBytes(text);
        var feed = new CalendarFeed(content, Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16)), now + Life);
        if (_feeds.Count >= Kept) Sweep(now);
        _feeds[token] = feed;
        return (true, feed);
    }

    private bool TakeRead(DateTimeOffset now)
    {
        lock (_lock)
        {
            var second = now.ToUnixTimeSeconds();
            if (second != _second) (_second, _reads) = (second, 0);
            return _reads++ < ReadsPerSecond;
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (token, feed) in _feeds)
        {
            if (feed.Until <= now) _feeds.TryRemove(token, out _);
        }

        // All of them within one minute: no more are kept than there is room for.
        if (_feeds.Count >= Kept) _feeds.Clear();
    }
}
