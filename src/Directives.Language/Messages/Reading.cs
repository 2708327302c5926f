namespace Directives.Language.Messages;

/// <summary>What one clause was taken for, and how surely.</summary>
internal readonly record struct Reading(Request Request, double Confidence)
{
    internal const double Plain = 0.97;
    internal const double Likely = 0.93;
    internal const double Doubtful = 0.75;
    internal const double Weak = 0.55;

    /// <summary>Words that name a task and no more: too little to stand as a request of its own beside another.</summary>
    internal bool IsWeak => Confidence <= Weak;

    internal static Reading Of(Intent intent, Slots slots, double confidence = Plain, params IReadOnlyList<Doubt> doubts) =>
        new(new Request(intent, slots) { Doubts = doubts }, doubts.Any(doubt => doubt != Doubt.YearInferred) ? Math.Min(confidence, Doubtful) : confidence);
}
