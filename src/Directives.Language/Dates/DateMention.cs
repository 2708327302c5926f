using Directives.Language.Messages;

namespace Directives.Language.Dates;

/// <summary>One expression of time in a text, read for a purpose. All days are calendar days in Vietnam.</summary>
/// <param name="From">Offset of its first character in the composed text, its leading words (<c>trước ngày</c>) included.</param>
/// <param name="To">Offset after its last character.</param>
public sealed record DateMention(int From, int To)
{
    /// <summary>The days meant, both ends included: <c>trước 30/11</c> has no first day, <c>từ 1/12</c> no last.</summary>
    public Period? Span { get; init; }

    /// <summary>The last day on which a duty with this deadline is in time; null for a mere start, time or rhythm.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>The first day, where the words give one as a start (<c>từ 1/12 đến 15/12</c>, <c>từ năm học 2019-2020</c>).</summary>
    public DateOnly? Start { get; init; }

    public TimeOnly? Time { get; init; }

    /// <summary>An RFC 5545 rule without its <c>RRULE:</c> prefix.</summary>
    public string? Recurrence { get; init; }

    /// <summary>A length of time as an ISO 8601 duration: <c>5 ngày</c>, and also of <c>5 ngày nữa</c>, which is a day as well.</summary>
    public string? Duration { get; init; }

    /// <summary>Whether the year is not in the words but was chosen by the purpose.</summary>
    public bool YearInferred { get; init; }

    /// <summary>Whether the words are about the past (<c>tuần trước</c>, <c>hôm qua</c>).</summary>
    public bool IsPast { get; init; }
}
