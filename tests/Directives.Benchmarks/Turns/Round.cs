namespace Directives.Benchmarks.Turns;

/// <summary>What was measured while senders talked to a bot.</summary>
/// <param name="Turns">How long each took, in milliseconds.</param>
/// <param name="Bot">Processor time of the bot's process.</param>
/// <param name="Channel">Processor time of senders and connector.</param>
internal sealed record Round(TimeSpan Taken, IReadOnlyList<double> Turns, TimeSpan Bot, TimeSpan Channel, long ReplyBytes)
{
    public double BotMicroseconds => Bot.TotalMicroseconds / Turns.Count;

    public double ChannelMicroseconds => Channel.TotalMicroseconds / Turns.Count;

    public double TurnsPerSecond => Turns.Count / Taken.TotalSeconds;

    public static Round operator +(Round first, Round second) =>
        new(first.Taken + second.Taken, [.. first.Turns, .. second.Turns], first.Bot + second.Bot, first.Channel + second.Channel, first.ReplyBytes + second.ReplyBytes);

    public override string ToString()
    {
        var ordered = Turns.Order().ToArray();
        return FormattableString.Invariant($"{TurnsPerSecond,8:N0} turns/s   p50 {ordered[ordered.Length / 2],7:N2} ms   p99 {ordered[ordered.Length * 99 / 100],7:N2} ms   ")
            + FormattableString.Invariant($"processor {BotMicroseconds + ChannelMicroseconds,5:N0} µs a turn: bot {BotMicroseconds,4:N0}, channel {ChannelMicroseconds,4:N0}   ")
            + FormattableString.Invariant($"reply {ReplyBytes / Turns.Count,5:N0} bytes");
    }
}
