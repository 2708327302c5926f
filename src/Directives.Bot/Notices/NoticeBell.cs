using System.Threading.Channels;

namespace Directives.Bot.Notices;

/// <summary>Rung when somebody turns up: what waited for them need not wait for the next look at the clock.</summary>
public sealed class NoticeBell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Rings; however often it is rung before it is heard, it is heard once.</summary>
    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Waits for the next ring. One listener.</summary>
    public async Task HearAsync(CancellationToken cancellationToken) => await _rung.Reader.ReadAsync(cancellationToken);
}
