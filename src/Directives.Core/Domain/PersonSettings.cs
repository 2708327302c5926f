using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>When a person gets the list or the digest.</summary>
/// <param name="Weekday">1 (Monday) to 7 (Sunday), of a weekly one; null for Monday.</param>
/// <param name="Time">In Vietnam.</param>
/// <param name="MonthDay">Of a monthly one: 1 to 31, in a month that has no such day its last; -1 for the last, -2 for the one before; null for the first.</param>
public sealed record DigestSchedule(DigestRhythm Every, int? Weekday, TimeOnly Time, int? MonthDay = null);

/// <summary>What a person chose to be told, when and where; what is not chosen is as the body has it.</summary>
public sealed record PersonSettings
{
    public DigestSchedule? Digest { get; init; }

    /// <summary>No list and no digest.</summary>
    public bool NoDigest { get; init; }

    /// <summary>No reminders until they are wanted again.</summary>
    public bool IsMuted { get; init; }

    /// <summary>No reminders before this instant.</summary>
    public DateTimeOffset? MutedUntil { get; init; }

    /// <summary>The channel to be written to on, where the person is known on several.</summary>
    public string? Channel { get; init; }

    public bool IsMutedAt(DateTimeOffset now) => IsMuted || now < MutedUntil;
}
