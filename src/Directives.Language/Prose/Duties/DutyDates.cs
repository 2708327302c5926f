using Directives.Language.Dates;

namespace Directives.Language.Prose;

/// <summary>When a duty is to be done, as its own words say.</summary>
internal sealed record Due(DateOnly? Deadline, TimeOnly? Time, DateOnly? Start, string? Recurrence)
{
    public static Due None { get; } = new(null, null, null, null);

    public bool IsNone => this == None;

    /// <summary>What is not said here, as said elsewhere.</summary>
    public Due Or(Due other) => Deadline is null && Recurrence is null
        ? new(other.Deadline, Time ?? other.Time, Start ?? other.Start, other.Recurrence)
        : this with { Start = Start ?? other.Start };
}

/// <summary>
/// Decides which of the dates in a stretch of text say when the duty is due. Dates of other papers, of what is past, and of the school
/// year or budget year that a duty is about are none of its deadline.
/// </summary>
internal sealed class DutyDates(string text, DateOnly today)
{
    private const int LongestRound = 120;

    private readonly DateContext _context = new(today, DatePurpose.Deadline);

    /// <param name="isField">The text is a field of its own (a cell, <c>Thời hạn: …</c>): any date in it counts.</param>
    /// <param name="isTarget">The text is a figure to reach: the year it is for (<c>năm học 2026-2027</c>) ends it.</param>
    public Due Read(int from, int to, bool isField = false, bool isTarget = false)
    {
        var part = ClockTimes.Compact(text[from..to].Replace('\n', ' '));
        var found = new Finding(this, part, isField, isTarget);
        foreach (var mention in DateReader.Read(part, _context)) found.Add(mention);
        var due = found.Due;
        if (!due.IsNone || !isField) return due;
        if (YearAlone(part) is { } year) return due with { Deadline = new DateOnly(year, 12, 31) };
        return part.Split('-', '–') is [var first, var last] && YearAlone(first) is { } firstYear && YearAlone(last) is { } lastYear && lastYear > firstYear
            ? due with { Start = new DateOnly(firstYear, 1, 1), Deadline = new DateOnly(lastYear, 12, 31) } : due;
    }

    /// <summary>What the mentions of a stretch of text come to, one after the other.</summary>
    private sealed class Finding(DutyDates dates, string part, bool isField, bool isTarget)
    {
        private int _strength;
        private TimeOnly? _hour;

        // What was found before the last day, should that day turn out to be one of a rhythm.
        private (DateMention Mention, Due Due, int Strength)? _lastDay;

        public Due Due { get; private set; } = Due.None;

        public void Add(DateMention mention)
        {
            var before = Word.Split(part, Math.Max(0, mention.From - 60), mention.From);
            var words = Word.Split(part, mention.From, mention.To);
            var after = Word.Split(part, mention.To, Math.Min(part.Length, mention.To + 40));
            if (mention.Recurrence is { } rule) AddRhythm(mention, rule, before);
            else if (Rhythms.WithDayAfter(Due.Recurrence, words, after) is { } dated) Due = Due with { Recurrence = dated, Time = Due.Time ?? mention.Time ?? _hour };
            else if (dates.FromIssue(mention, words, after) is { } counted)
            {
                if (_strength < 3) (Due, _strength) = (Due with { Deadline = counted }, 3);
            }
            else if (!DeadlineStrength.IsOfAnEvent(part, mention, words, after)) AddDay(mention, before, words, after);
        }

        private void AddRhythm(DateMention mention, string rule, List<Word> before)
        {
            if (Rhythms.IsOfAThing(before, before.Count)) return;

            // `vào tuần đầu hằng tháng` is no first day of the month.
            if (before is [.., { Form: "tuần" }] && rule.IndexOf(";BYMONTHDAY=", StringComparison.Ordinal) is var days and > 0) rule = rule[..days];
            if (_lastDay is { } last && Due.Recurrence is null && Rhythms.WithDaysBefore(rule, last.Mention, part, part[last.Mention.To..mention.From]) is { } joined)
            {
                (Due, _strength, rule) = (last.Due, last.Strength, joined);
            }

            if (Due.Recurrence is null) Due = Due with { Recurrence = rule, Time = Due.Time ?? mention.Time ?? _hour };
        }

        private void AddDay(DateMention mention, List<Word> before, List<Word> words, List<Word> after)
        {
            if (mention.Start is { } start && mention.Deadline is null)
            {
                if (Due.Start is null && !DeadlineStrength.IsOfAPaper(before)) Due = Due with { Start = start };
                return;
            }

            if (mention.Deadline is not { } deadline)
            {
                // `trước 16h00 hằng ngày`: the hour stands before its rhythm.
                _hour ??= mention.Time;
                if (mention.Time is { } time && Due.Deadline is not null && Due.Time is null) Due = Due with { Time = time };
                return;
            }

            _lastDay = (mention, Due, _strength);
            if (mention.YearInferred && dates._context.Today.Year == 2000) return;
            var strength = isField ? 2 : DeadlineStrength.Of(mention, before, words, after);
            if (strength == 0 && isTarget && !DeadlineStrength.IsOfAPaper(before)) strength = 1;
            if (Due.Recurrence is not null && strength < 3 && !isField && IsLong(mention)) return;
            if (strength <= _strength || (deadline < dates._context.Today && !isField)) return;
            _strength = strength;
            Due = Due with { Deadline = deadline, Time = mention.Time, Start = mention.Start ?? Due.Start };
        }

        // `định kỳ 02 tháng/lần trong năm học`: the year that a rhythm runs through is not its end.
        private static bool IsLong(DateMention mention) => mention.Start is null && mention.Span is { From: { } from, To: { } to } && to.DayNumber - from.DayNumber > LongestRound;
    }

    // `trong vòng 10 ngày kể từ ngày ký`: the paper's own date is known.
    private DateOnly? FromIssue(DateMention mention, List<Word> words, List<Word> after)
    {
        if (mention.Duration is not ['P', .. var digits, 'D'] || !int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var days)) return null;
        if (!DeadlineStrength.CountsFromIssue(after) || days > 3660) return null;
        var day = today;
        var working = words.Exists(word => word.Is("làm"));
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (!working || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }

        return day;
    }

    private static int? YearAlone(string field) =>
        int.TryParse(field.AsSpan().Trim(" ."), System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100 ? year : null;
}
