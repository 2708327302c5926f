using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>A stretch of a message that makes one request, and what stands in it.</summary>
internal sealed class Clause
{
    private readonly DateOnly _today;
    private readonly SchoolCalendar _calendar;
    private IReadOnlyList<TaskReference>? _numberedTasks;
    private bool _isDocumentSought;
    private (int From, int To)? _namedDocument;

    internal Clause(MessageText message, int from, int to, SenderRole role, DateOnly today, SchoolCalendar calendar)
    {
        (Message, From, To, Role, _today, _calendar) = (message, from, to, role, today, calendar);
        (Matches, Units, Dates, TaskMentions) = (message.Matches, message.Units, message.Dates, message.Tasks);
        if (from > 0 || to < message.Tokens.Count)
        {
            Matches = Within(Matches, from, to, static match => match.From, static match => match.To);
            Units = Within(Units, from, to, static unit => unit.From, static unit => unit.To);
            Dates = Within(Dates, from, to, static date => date.From, static date => date.To);
            TaskMentions = Within(TaskMentions, from, to, static task => task.From, static task => task.To);
        }

        if (role != SenderRole.Principal && Units.Count > 0 && Units.Exists(IsSendersOffice)) Units = Units.FindAll(unit => !IsSendersOffice(unit));
        foreach (var match in Matches) Cues = Cues.With(match.Cues);
        foreach (var unit in Units) IsWhichUnit |= unit.IsWhich;
        Mood = new Mood(this);
    }

    /// <summary>Those that lie in the stretch; the same list where all do.</summary>
    private static List<T> Within<T>(List<T> all, int from, int to, Func<T, int> start, Func<T, int> end)
    {
        var count = 0;
        foreach (var one in all)
        {
            if (start(one) >= from && end(one) <= to) count++;
        }

        if (count == all.Count) return all;
        var within = new List<T>(count);
        foreach (var one in all)
        {
            if (start(one) >= from && end(one) <= to) within.Add(one);
        }

        return within;
    }

    /// <summary>A stretch of it as a clause of its own.</summary>
    internal Clause Part(int from, int to) => new(Message, from, to, Role, _today, _calendar);

    internal MessageText Message { get; }
    internal TokenList Tokens => Message.Tokens;
    internal int From { get; }
    internal int To { get; }
    internal SenderRole Role { get; }
    internal DateOnly Today => _today;
    internal List<CueMatch> Matches { get; }
    internal List<UnitMention> Units { get; }
    internal List<DateExpression> Dates { get; }
    internal List<TaskMention> TaskMentions { get; }

    /// <summary><c>Văn phòng đề nghị …</c>, <c>tổng hợp giúp Văn phòng</c>, <c>để Văn phòng trình</c>: the office that writes, not one that is asked about.</summary>
    private bool IsSendersOffice(UnitMention unit)
    {
        var (first, before) = (Tokens[unit.From], Tokens[unit.From - 1]);
        if (!first.IsAny("văn", "ủy", "đảng") && first.Text is not ("office" or "ubnd")) return false;
        if (before.IsAny("giúp", "hộ", "giùm") || before.IsAny("để", "phục", "trình")) return true;
        if (unit.From > 0 && Tokens[unit.From - 1].Kind is not (TokenKind.None or TokenKind.Break) && !Tokens[unit.From - 1].IsSign('.')) return false;
        return Tokens[unit.To].IsAny("đề", "mong", "kính", "xin", "cần", "muốn") || Tokens[unit.To].IsAny("tôi", "em", "mình");
    }

    /// <summary>All cues of its phrases.</summary>
    internal CueSet Cues { get; }

    internal Mood Mood { get; }

    internal bool IsWhichUnit { get; }

    internal bool Has(Cue cue) => Cues.Has(cue);

    internal bool HasAny(params ReadOnlySpan<Cue> cues) => Cues.HasAny(CueSet.Of(cues));

    /// <summary>Whether each of its phrases has one of the cues.</summary>
    internal bool HasOnly(params ReadOnlySpan<Cue> cues)
    {
        var allowed = CueSet.Of(cues);
        foreach (var match in Matches)
        {
            if (!match.Cues.HasAny(allowed)) return false;
        }

        return true;
    }

    /// <summary>Whether a word stands in it (lower case with diacritics).</summary>
    internal bool HasWord(params ReadOnlySpan<string> words)
    {
        for (var at = From; at < To; at++)
        {
            if (Tokens[at].IsAny(words)) return true;
        }

        return false;
    }

    internal CueMatch? First(Cue cue)
    {
        foreach (var match in Matches)
        {
            if (match.Cues.Has(cue)) return match;
        }

        return null;
    }

    internal CueMatch? Last(Cue cue)
    {
        for (var at = Matches.Count - 1; at >= 0; at--)
        {
            if (Matches[at].Cues.Has(cue)) return Matches[at];
        }

        return null;
    }

    /// <summary>Numbers of tasks, in order, each once.</summary>
    internal IReadOnlyList<TaskReference> NumberedTasks => _numberedTasks ??=
        [.. TaskMentions.Where(task => !IsExcluded(task)).SelectMany(task => task.Numbers).Distinct().Select(number => new TaskReference(number))];

    /// <summary><c>không phải việc 3</c>; the second task of <c>xong việc 3 rồi mới làm việc 12</c>.</summary>
    internal bool IsExcluded(TaskMention task)
    {
        if (task.From <= From) return false;
        var before = Tokens[task.From - 1];
        return before.Is("phải") && Tokens[task.From - 2].IsAny("không", "chẳng", "chả") || before.Text is "not" || IsNextOnly(task);
    }

    /// <summary>Whether it is only said to come after another: <c>rồi mới làm việc 12</c>.</summary>
    internal bool IsNextOnly(TaskMention task)
    {
        for (var at = task.From - 1; at > From && at > task.From - 4; at--)
        {
            if (Tokens[at].Is("mới") && Tokens[at - 1].Is("rồi") && task != TaskMentions[0]) return true;
        }

        return false;
    }

    internal string? Directive
    {
        get
        {
            foreach (var document in Message.Documents)
            {
                if (document.From >= From && document.To <= To) return document.Text;
            }

            return NamedDocument is { } named ? Message.Words(named.From, named.To) : null;
        }
    }

    /// <summary>A document meant by the words that name it, where it is asked what came of it.</summary>
    internal (int From, int To)? NamedDocument
    {
        get
        {
            if (!_isDocumentSought) (_isDocumentSought, _namedDocument) = (true, NamedDocuments.Find(this));
            return _namedDocument;
        }
    }

    internal int? Percent
    {
        get
        {
            foreach (var percent in Message.Percentages)
            {
                if (percent.From >= From && percent.To <= To && IsShare(percent.Value)) return percent.Value;
            }

            return null;
        }
    }

    /// <summary>Whether a percentage is no share of a whole (<c>110%</c>).</summary>
    internal bool HasImpossiblePercent
    {
        get
        {
            foreach (var percent in Message.Percentages)
            {
                if (percent.From >= From && percent.To <= To && !IsShare(percent.Value)) return true;
            }

            return false;
        }
    }

    private static bool IsShare(int percent) => percent is >= 0 and <= 100;

    /// <summary>
    /// The unit whose task is spoken of: the doer, or the one after <c>của</c>; not one that something is handed to.
    /// </summary>
    /// <param name="before">The token of the status, or the end of the clause in a question: a unit behind it counts only after <c>của</c>.</param>
    internal string? OwnerBefore(int before)
    {
        foreach (var unit in Units)
        {
            if (unit.IsWhich || IsReceiver(unit)) continue;
            if (unit.From > before && !Tokens[unit.From - 1].Is("của") && !TaskMentions.Any(task => task.To == unit.From)) continue;
            return unit.Text;
        }

        return null;
    }

    /// <summary><c>gửi báo cáo cho Phòng Nội vụ</c>, <c>báo cáo Phòng GD&amp;ĐT</c>, <c>làm cùng THCS Ái Mộ</c>.</summary>
    internal bool IsReceiver(UnitMention unit)
    {
        var before = Tokens[unit.From - 1];
        if (before.IsAny("về", "lên", "đến", "tới", "với", "cùng", "qua", "ở", "do", "ra", "sang", "vì", "gửi", "tại", "theo")) return true;
        if (Message.HasAny(unit.From - 1, CueSet.Of(Cue.Deliver, Cue.Vocative, Cue.Coordinate, Cue.Obstacle))) return true;
        return before.Is("cho") && !TaskMentions.Any(task => task.To == unit.From - 1);
    }

    internal string? Unit => Units.Count == 0 ? null : EndOfUnits(Units[0]) is var end && end > Units[0].To ? Message.Words(Units[0].From, end) : Units[0].Text;

    /// <summary>The end of several units named together: <c>THCS Ái Mộ và MN Sao Mai</c>.</summary>
    internal int EndOfUnits(UnitMention first)
    {
        var end = first.To;
        foreach (var further in Units)
        {
            if (further.From == end + 1 && !further.IsWhich && (Tokens[end].IsSign(',') || Tokens[end].Is("và") || Tokens[end].Text is "and")) end = further.To;
        }

        return end;
    }

    /// <summary>Whether several units are meant, named or not (<c>các trường</c>).</summary>
    internal bool HasUnits
    {
        get
        {
            if (Units.Count > 0) return true;
            foreach (var match in Matches)
            {
                if (match.Cues.Has(Cue.UnitWord) && (!match.Cues.Has(Cue.Self) || match.To - match.From > 1) && !IsSelfAfter(match)) return true;
            }

            return false;
        }
    }

    /// <summary>The first word that is not a greeting, an address or a particle.</summary>
    internal int Start
    {
        get
        {
            var at = From;
            while (at < To)
            {
                if (Tokens[at].Kind is TokenKind.Sign or TokenKind.Break) at++;
                else if (Message.MatchAt(at) is { } match && match.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Vocative)) && !match.Cues.HasAny(CueSet.Of(Cue.AskFor))) at = match.To;
                else if (Message.Has(at, Cue.Self) && Message.MatchAt(at) is { } self && !self.Cues.Has(Cue.UnitWord)) at = self.To;
                else break;
            }

            return at;
        }
    }

    internal IEnumerable<DateMention> ReadDates(DatePurpose purpose, int from = -1, int to = int.MaxValue)
    {
        foreach (var date in Dates)
        {
            if (date.From < from || date.From >= to) continue;
            if (DateResolver.Resolve(date, Tokens, new DateContext(_today, purpose) { Calendar = _calendar }) is { } mention) yield return mention;
        }
    }

    /// <summary>The first span of days named, with those joined to it that follow without a gap: <c>tuần này và tuần sau</c>.</summary>
    internal Period? PeriodFor(DatePurpose purpose)
    {
        if (Dates.Count == 0) return null;
        var context = new DateContext(_today, purpose) { Calendar = _calendar };
        (Period Span, int To)? found = null;
        var setting = SettingOfTime();
        foreach (var date in Dates)
        {
            if (date.From < setting) continue;
            if (found is { } before && !IsJoined(before.To, date.From)) break;
            if (DateResolver.Resolve(date, Tokens, context)?.Span is not { } span)
            {
                if (found is null) continue;
                break;
            }

            if (found is not { } first) found = (span, date.To);
            else if (first.Span.To is { } end && span.From == end.AddDays(1)) found = (new Period(first.Span.From, span.To), date.To);
            else if (first.Span.From is { } start && span.To == start.AddDays(-1)) found = (new Period(span.From, first.Span.To), date.To);
            else break;
        }

        return found?.Span;
    }

    /// <summary>How many spans of time may stand behind a setting to be looked at.</summary>
    private const int MostSettings = 3;

    private static readonly CueSet AskedFor = CueSet.Of(
        Cue.Task, Cue.Due, Cue.Overdue, Cue.WhichTask, Cue.WhichUnit, Cue.List, Cue.Export, Cue.File, Cue.Xlsx, Cue.Docx, Cue.Pdf, Cue.Ics,
        Cue.Summary, Cue.Report, Cue.HowFar, Cue.Remaining, Cue.Deliver, Cue.Finished, Cue.Remind, Cue.Extension);

    /// <summary>
    /// Where the span of time asked about may begin: behind what only says when or why it is asked (<c>sáng nay họp, xuất excel tháng 10</c>,
    /// <c>hôm nay xuất cho tôi file tháng 11</c>).
    /// </summary>
    private int SettingOfTime()
    {
        if (Dates.Count < 2) return From;
        var first = Dates[0];
        var isFile = HasAny(Cue.Export, Cue.File, Cue.Xlsx, Cue.Docx, Cue.Pdf);
        for (var next = 1; next < Dates.Count && next <= MostSettings; next++)
        {
            if (Dates[next].Value is null || IsJoined(first.To, Dates[next].From) || Dates[next - 1].To >= Dates[next].From) continue;
            var isLonger = Dates[next].Value is MonthsValue or OffsetValue { Unit: DateUnit.Month or DateUnit.Quarter or DateUnit.Year, Offset: <= 0 };
            if (isFile && isLonger && IsToday(first)) return Dates[next].From;
            var comma = first.To;
            while (comma < Dates[next].From && !Tokens[comma].IsSign(',') && !Tokens[comma].IsSign('.')) comma++;
            if (comma == Dates[next].From || first.End is not null) continue;
            var isIdle = true;
            for (var at = From; at < comma; at++) isIdle &= !Message.HasAny(at, AskedFor);
            if (isIdle) return comma;
        }

        return From;
    }

    private static bool IsToday(DateExpression date) => date is { End: null, Recurrence: null, Value: OffsetValue { Unit: DateUnit.Day, Offset: 0 } };

    /// <summary>Whether only <c>và</c>, a comma, <c>lẫn</c> stand between two dates.</summary>
    private bool IsJoined(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!Tokens[at].IsSign(',') && !Tokens[at].IsAny("và", "lẫn", "cả") && !Tokens[at].IsAny("với", "cùng") && Tokens[at].Text is not ("and" or "plus")) return false;
        }

        return to > from && to - from <= 2;
    }

    internal TimeOnly? Time
    {
        get
        {
            foreach (var date in Dates)
            {
                if (date.Time is not null) return date.Time;
            }

            return null;
        }
    }

    internal string? Recurrence
    {
        get
        {
            string? first = null;
            foreach (var date in Dates)
            {
                // "weekly summary every Tuesday": the rhythm that names its day says more.
                if (date.Recurrence is not { } rule || first is not null && !(rule.Contains(";BY", StringComparison.Ordinal) && rule.StartsWith(first, StringComparison.Ordinal))) continue;
                first = rule;
            }

            return first;
        }
    }

    private bool IsSelfAfter(CueMatch match) => Message.Has(match.To, Cue.Self) && match.To - match.From == 1;
}
