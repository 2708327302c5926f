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
    private readonly DateContext _context = new(today, DatePurpose.Deadline);

    /// <param name="isField">The text is a field of its own (a cell, <c>Thời hạn: …</c>): any date in it counts.</param>
    public Due Read(int from, int to, bool isField = false)
    {
        var part = ClockTimes.Compact(text[from..to].Replace('\n', ' '));
        var due = Due.None;
        var strength = 0;
        TimeOnly? hour = null;
        foreach (var mention in DateReader.Read(part, _context))
        {
            var before = Word.Split(part, Math.Max(0, mention.From - 60), mention.From);
            var words = Word.Split(part, mention.From, mention.To);
            var after = Word.Split(part, mention.To, Math.Min(part.Length, mention.To + 40));
            if (mention.Recurrence is { } rule)
            {
                if (due.Recurrence is null) due = due with { Recurrence = rule, Time = due.Time ?? mention.Time ?? hour };
                continue;
            }

            if (DayOfMonth(words) is { } day && (IsEndOfQuarter(after) || due.Recurrence is "FREQ=MONTHLY" or "FREQ=MONTHLY;INTERVAL=3"))
            {
                due = due with { Recurrence = $"{(IsEndOfQuarter(after) ? "FREQ=MONTHLY;INTERVAL=3" : due.Recurrence)};BYMONTHDAY={day}" };
                continue;
            }

            if (FromIssue(mention, words, after) is { } counted)
            {
                if (strength < 3) (due, strength) = (due with { Deadline = counted }, 3);
                continue;
            }

            if (CountsFromUnknownEvent(words, after) || IsDayOfEvent(words, after) || IsAfterEvent(words)) continue;
            if (mention.Start is { } start && mention.Deadline is null)
            {
                if (due.Start is null && !IsOfAPaper(before)) due = due with { Start = start };
                continue;
            }

            if (mention.Deadline is not { } deadline)
            {
                // `trước 16h00 hằng ngày`: the hour stands before its rhythm.
                hour ??= mention.Time;
                if (mention.Time is { } time && due.Deadline is not null && due.Time is null) due = due with { Time = time };
                continue;
            }

            var found = isField ? 2 : Strength(mention, before, words, after);
            if (mention.YearInferred && today.Year == 2000) continue;
            if (found <= strength || (deadline < today && !isField)) continue;
            strength = found;
            due = due with { Deadline = deadline, Time = mention.Time, Start = mention.Start ?? due.Start };
        }

        if (!due.IsNone || !isField) return due;
        if (YearAlone(part) is { } year) return due with { Deadline = new DateOnly(year, 12, 31) };
        return part.Split('-', '–') is [var first, var last] && YearAlone(first) is { } firstYear && YearAlone(last) is { } lastYear && lastYear > firstYear
            ? due with { Start = new DateOnly(firstYear, 1, 1), Deadline = new DateOnly(lastYear, 12, 31) } : due;
    }

    // `trong vòng 10 ngày kể từ ngày ký`: the paper's own date is known.
    private DateOnly? FromIssue(DateMention mention, List<Word> words, List<Word> after)
    {
        if (mention.Duration is not ['P', .. var digits, 'D'] || !int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var days)) return null;
        var counting = _counting.Match(after, 0, after.Count);
        if (counting == 0 || !_issuing.IsAt(after, counting, after.Count) || days > 3660) return null;
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

    // `trước ngày 25`, without a month: in a monthly duty, the day of each month.
    private static int? DayOfMonth(List<Word> words) =>
        words is [.., var ngày, var last] && ngày.Is("ngày") && int.TryParse(last.Form, System.Globalization.CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;

    private static bool IsEndOfQuarter(List<Word> after) => _endOfQuarter.IsAt(after, 0, after.Count);

    // 3: `trước ngày …`; 2: a stretch or a named end; 1: a plain day on which it is to be; 0: no deadline.
    private static int Strength(DateMention mention, List<Word> before, List<Word> words, List<Word> after)
    {
        if (IsOfAPaper(before)) return 0;
        // `khai giảng`, `20/11` without `ngày` before it: a named day that a sentence is about, unless it is said to be the end.
        if (before.Skip(Math.Max(0, before.Count - 6)).Any(word => word.Is("nhân") || word.Is("mừng") || word.Is("niệm"))) return 0;
        var isDay = words.Exists(word => char.IsAsciiDigit(word.Form[0])) && mention.Span is { From: { } first, To: { } last } && first == last;
        if (_bounds.IsAt(words, 0, words.Count) || EndsWith(before, _bounds)) return 3;
        if (_within.IsAt(words, 0, words.Count) || EndsWith(before, _within) || mention.Start is not null) return IsScope(words, after) ? 0 : 2;
        if (EndsWith(before, _dueVerbs)) return 2;
        if (before.Count == 0 && after.Count > 0 && after[0].Is(":")) return 2;
        return isDay && !EndsWith(before, _events) ? 1 : 0;
    }

    // `Công văn số 12/UBND-VX ngày 3/9/2026`, `ban hành ngày …`
    private static bool IsOfAPaper(List<Word> before)
    {
        var count = before.Count;
        while (count > 0 && (before[count - 1].Is("ngày") || before[count - 1].Is("ký") || before[count - 1].Is(",") || before[count - 1].Is("hành") || before[count - 1].Is("ban"))) count--;
        if (count == 0) return false;
        var last = before[count - 1];
        if (last.Form.Contains('/', StringComparison.Ordinal) && last.Form.Any(char.IsLetter)) return true;
        if (count < before.Count && (before[count].Is("ban") || before[count].Is("ký"))) return true;
        for (var i = Math.Max(0, count - 6); i < count; i++)
        {
            if (_papers.IsAt(before, i, count) && before.GetRange(i, count - i).Exists(word => word.Is("số") || word.Form.Contains('/', StringComparison.Ordinal))) return true;
        }

        return false;
    }

    // `trong năm học 2026-2027` around a duty says what it is about; with `hoàn thành` it would be its end.
    private static bool IsScope(List<Word> words, List<Word> after) => after.Count > 0 && after[0].Is("của") && words.Count > 0;

    // `trong vòng 10 ngày kể từ ngày nhận được`: the document does not give the day it counts from.
    private static bool CountsFromUnknownEvent(List<Word> words, List<Word> after)
    {
        var at = _counting.Match(after, 0, after.Count);
        if (at > 0) return !_issuing.IsAt(after, at, after.Count);
        var inside = _counting.Find(words, 0, words.Count);
        if (IsBareLength(words)) return !_issuing.Occurs(after, 0, after.Count);
        return inside >= 0 && (_events.IsAt(words, inside + _counting.Match(words, inside, words.Count), words.Count) || _events.IsAt(after, 0, after.Count));
    }

    // `sau lễ khai giảng`: no day is set.
    private static bool IsAfterEvent(List<Word> words) => words.Count > 0 && words[0].Is("sau") && !words.Exists(word => char.IsAsciiDigit(word.Form[0]));

    // `trong ngày khai mạc 15/6/2026`: the day of something that is named after it, not today.
    private static bool IsDayOfEvent(List<Word> words, List<Word> after) =>
        words is [var inside, var day] && inside.Is("trong") && day.Is("ngày") && after.Count > 0 && !after[0].IsSign && !after[0].Is("và");

    // `trong vòng 05 ngày làm việc`, with no day named that it runs from.
    private static bool IsBareLength(List<Word> words) => words.Exists(word => word.Is("vòng") || word.Is("thời")) && !words.Exists(word => word.Form.Contains('/', StringComparison.Ordinal))
        && !words.Exists(word => word.Is("tháng") && words.Exists(other => other.Is("năm")));

    private static bool EndsWith(List<Word> words, PhraseSet phrases)
    {
        for (var from = Math.Max(0, words.Count - 4); from < words.Count; from++)
        {
            if (from + phrases.Match(words, from, words.Count) == words.Count) return true;
        }

        return false;
    }

    private static readonly PhraseSet _bounds = new(
        """
        trước, trước ngày, chậm nhất, chậm nhất là, chậm nhất ngày, chậm nhất vào, muộn nhất, đến hết, đến hết ngày, hết ngày, đến ngày, hạn, hạn cuối, hạn chót, thời hạn, xong trước, chậm nhất là ngày
        hoàn thành trước, chậm nhất trước, chậm nhất đến, hết, thời hạn hoàn thành, thời gian hoàn thành, không quá, thời hạn là, hạn nộp, hạn gửi, chậm nhất đến ngày, chậm nhất đến hết, thời hạn gửi, thời hạn nộp, đến
        """);

    private static readonly PhraseSet _endOfQuarter = new("tháng cuối quý, của tháng cuối quý, tháng cuối mỗi quý, tháng cuối của quý, tháng cuối hằng quý, tháng cuối cùng của quý, của tháng cuối mỗi quý");
    private static readonly PhraseSet _within = new("trong, trong vòng, trong tháng, trong quý, trong năm, trong tuần, ngay trong, trong thời gian, trong học kỳ, xong trong, hoàn thành trong, trong ngày");
    private static readonly PhraseSet _dueVerbs = new("hoàn thành, xong, hoàn thành vào, hoàn thành xong, thời gian, thời gian thực hiện, tiến độ, hoàn thành ngay, kết thúc, vào, báo cáo vào, thời gian :, hoàn thành :, thời hạn :, tiến độ :, thực hiện :, hạn :, hoàn thành ngày, vào ngày, vào tháng, nộp ngày");
    private static readonly PhraseSet _papers = new("công văn, quyết định, kế hoạch, thông báo, chỉ thị, nghị quyết, kết luận, nghị định, thông tư, văn bản, hướng dẫn, chương trình, công điện, báo cáo, luật, tờ trình, quy định, đề án");
    private static readonly PhraseSet _counting = new("kể từ ngày, kể từ khi, kể từ, từ khi, từ ngày, sau khi, tính từ ngày, tính từ khi, kể từ thời điểm, sau ngày, trước khi, sau khi nhận");
    private static readonly PhraseSet _issuing = new("ký, ban hành, ký ban hành, ban hành kế hoạch này, thông báo này ban hành");
    private static readonly PhraseSet _events = new("nhận, nhận được, có, kết thúc, phát sinh, hoàn thành, phê duyệt, được phê duyệt, ban hành quyết định, được giao, bàn giao, tiếp nhận, nghiệm thu, xảy ra, nghỉ");
}
