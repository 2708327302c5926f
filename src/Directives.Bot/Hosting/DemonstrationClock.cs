namespace Directives.Bot.Hosting;

/// <summary>A clock that starts at a given instant and goes on from there, for demonstrations and for trying out old documents.</summary>
public sealed class DemonstrationClock : TimeProvider
{
    private readonly DateTimeOffset _start;
    private readonly long _begun = System.GetTimestamp();

    public DemonstrationClock(DateTimeOffset start) => _start = start.ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => _start + System.GetElapsedTime(_begun);
}
