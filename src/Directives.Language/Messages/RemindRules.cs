using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Reminders for oneself, and urging units on.</summary>
internal static class RemindRules
{
    internal static Reading? Read(Clause clause)
    {
        if (clause.Tokens[clause.Start].Is("nhắn") && clause.HasUnits && (clause.Role != SenderRole.Principal || clause.Tokens[clause.Start + 1].IsAny("các", "những"))) return ReadOthers(clause, new CueMatch(clause.Start, clause.Start + 1, default));
        var remind = clause.First(Cue.RemindSelf) ?? clause.First(Cue.Remind);
        if (remind is null && IsCalled(clause)) return ReadOwn(clause);
        if (remind is not { } verb || clause.HasAny(Cue.TurnOff)) return null;
        if (IsOrderAfterWhom(clause, verb)) return ReadOthers(clause, verb);
        if (IsNarrated(clause, verb) || IsRecalled(clause, verb)) return null;
        if (clause.Has(Cue.RemindSelf) && !IsOthers(clause, verb)) return ReadOwn(clause);
        if (clause.HasUnits || clause.HasAny(Cue.WhichUnit, Cue.UnitList) || clause.HasWord("đôn", "đốc", "giục", "chase", "nudge") || clause.Tokens[verb.From].Text == "thúc") return ReadOthers(clause, verb);
        if (NamedAfter(clause, verb) is not null && (clause.Role != SenderRole.Principal || clause.Tokens[verb.To].IsCapitalised)) return ReadOthers(clause, verb);
        if (clause.TaskMentions.Count > 0 || clause.Dates.Count > 0) return clause.Role == SenderRole.Principal || clause.Time is not null || HasDay(clause) ? ReadOwn(clause) : ReadOthers(clause, verb);
        return null;
    }

    /// <summary><c>yêu cầu các trường nộp việc 3</c>: the task is there already, so it is urged and not assigned again.</summary>
    internal static Reading? ReadDemand(Clause clause, CueMatch verb) =>
        clause.HasUnits || NamedAfter(clause, verb) is not null ? ReadOthers(clause, verb) : null;

    private static bool HasDay(Clause clause) => clause.ReadDates(DatePurpose.Deadline).Any(date => date.Deadline is not null);

    /// <summary><c>4h chiều nay hú em vụ task 4</c>, <c>sáng thứ hai nhớ gọi cô việc 13</c>: a call at a time to come, about a task.</summary>
    private static bool IsCalled(Clause clause)
    {
        if (!clause.Has(Cue.Call) || clause.TaskMentions.Count == 0 && !clause.Has(Cue.Task)) return false;
        if (clause.HasAny(Cue.Finished, Cue.Perfect, Cue.NotYet, Cue.Ongoing, Cue.Extension, Cue.Obstacle, Cue.Assign, Cue.Condition) || clause.HasUnits || clause.Mood.HasQuestionWord) return false;
        return clause.Time is not null || HasDay(clause);
    }

    /// <summary><c>nhắc lại giùm hạn việc 27</c> asks to be told, now.</summary>
    private static bool IsRecalled(Clause clause, CueMatch verb)
    {
        if (clause.HasUnits || clause.Time is not null) return false;
        var isAsked = clause.Message.IsEnglish && clause.Message.HasAny(verb.To, CueSet.Of(Cue.WhichTask, Cue.When, Cue.WhichUnit, Cue.HowFar, Cue.Lead));
        return isAsked || clause.Tokens[verb.From + 1].Is("lại") && clause.HasAny(Cue.Due, Cue.WhichTask, Cue.Detail) && clause.Dates.Count == 0;
    }

    /// <summary><c>đơn vị nào chưa nộp thì nhắc</c>, <c>các trường còn chậm thì nhắn nhắc hộ em</c>: who is to be urged, and then the order.</summary>
    internal static bool IsOrderAfterWhom(Clause clause, CueMatch verb)
    {
        var then = verb.From - 1;
        while (then > clause.From && (clause.Tokens[then].Is("nhắn") || clause.Message.HasAny(then, CueSet.Of(Cue.Polite, Cue.Self, Cue.Person, Cue.Send)) && !clause.Tokens[then].Is("thì"))) then--;
        if (!clause.Tokens[then].Is("thì")) return false;
        var (hasUnits, hasState) = (false, false);
        foreach (var match in clause.Matches)
        {
            if (match.From >= then) break;
            hasUnits |= match.Cues.HasAny(CueSet.Of(Cue.WhichUnit, Cue.UnitList, Cue.UnitWord));
            hasState |= match.Cues.HasAny(CueSet.Of(Cue.NotYet, Cue.NotStarted, Cue.Overdue, Cue.Ongoing, Cue.Remaining));
        }

        foreach (var unit in clause.Units) hasUnits |= unit.To <= then;
        return hasUnits && hasState;
    }

    /// <summary>What has been done, is asked about or is only told is no order.</summary>
    private static bool IsNarrated(Clause clause, CueMatch verb)
    {
        for (var at = BeginningOfOrder(clause, verb); at < verb.From; at++)
        {
            if (clause.Message.MatchAt(at) is { } match && match.Cues.HasAny(CueSet.Of(Cue.Perfect, Cue.WhichUnit, Cue.Ongoing, Cue.NotYet, Cue.Negation, Cue.Condition))) return true;
            if (clause.Tokens[at].IsAny("bị", "được", "ai") || (clause.Tokens[at].Is("sao") && !clause.Tokens[at + 1].Is("không"))) return true;
        }

        return clause.Mood.EndsAsQuestion && !clause.HasWord("được", "giúp") && clause.Tokens[clause.To - 1].IsAny("chưa", "à", "hả");
    }

    /// <summary>Behind a leader's comma the order begins: <c>đã họp ba lần rồi, đồng chí đôn đốc các trường …</c>.</summary>
    private static int BeginningOfOrder(Clause clause, CueMatch verb)
    {
        if (clause.Role == SenderRole.Principal) return clause.From;
        var at = verb.From;
        while (at > clause.From && clause.Message.HasAny(at - 1, CueSet.Of(Cue.Polite, Cue.Person, Cue.Vocative))) at--;
        return clause.Tokens[at - 1].IsSign(',') && !clause.HasAny(Cue.Condition) ? at : clause.From;
    }

    /// <summary>In <c>nhắc thầy Hùng trường A</c> the salutation is not the sender's own.</summary>
    private static bool IsOthers(Clause clause, CueMatch verb)
    {
        var last = clause.Tokens[verb.To - 1];
        return last.IsAny("cô", "thầy", "anh", "chị", "chí") && clause.Tokens[verb.To].Kind == TokenKind.Word && clause.Message.MatchAt(verb.To) is null && !clause.Message.IsTaken[verb.To];
    }

    private static Reading ReadOwn(Clause clause)
    {
        var dates = clause.ReadDates(DatePurpose.Deadline).ToList();
        var day = dates.LastOrDefault(date => date.Deadline is not null && date.Duration is null) ?? dates.LastOrDefault(date => date.Deadline is not null);
        var tasks = clause.NumberedTasks;
        if (tasks.Count == 0 && Phrases.Query(clause) is { } query) tasks = [new TaskReference(Query: query)];
        return Reading.Of(
            Intent.SetReminder,
            new Slots { Tasks = tasks, Deadline = day?.Deadline, Time = clause.Time },
            Reading.Plain,
            tasks.Count == 0 && clause.Has(Cue.Task) ? [Doubt.TaskImplied] : day is { YearInferred: true } ? [Doubt.YearInferred] : []);
    }

    private static Reading ReadOthers(Clause clause, CueMatch verb)
    {
        // What is to be passed on says nothing of whom and what.
        var noteAt = NoteAt(clause);
        var order = noteAt is { } message && message > verb.To ? clause.Part(clause.From, message) : clause;
        var unit = order.Unit ?? NamedAfter(clause, verb);
        var tasks = order.NumberedTasks is { Count: > 0 } numbered ? numbered : clause.NumberedTasks;
        if (tasks.Count == 0 && Phrases.Query(order) is { } query && query != unit) tasks = [new TaskReference(Query: query)];
        return Reading.Of(Intent.RemindUnits, new Slots
        {
            Tasks = tasks,
            Filter = UnitRules.Filter(order, isQuestion: false),
            Unit = unit,
            Period = PeriodBeforeNote(clause),
            Note = noteAt is { } at ? Phrases.Note(clause, at + 1) : null,
        });
    }

    private static Period? PeriodBeforeNote(Clause clause)
    {
        var to = clause.From;
        if (clause.TaskMentions.Count > 0) return null;
        while (to < clause.To && !clause.Tokens[to].IsSign(':') && !clause.Tokens[to].IsAny("là", "rằng")) to++;
        return clause.ReadDates(DatePurpose.Question, to: to).FirstOrDefault(date => date.Span is not null)?.Span;
    }

    /// <summary>Behind what the words to send stand: a colon, <c>là</c>, <c>rằng</c>; not the colon behind the number of the task.</summary>
    private static int? NoteAt(Clause clause)
    {
        for (var at = clause.From + 1; at < clause.To; at++)
        {
            if (clause.Message.IsTaken[at] || clause.Tokens[at].IsSign(':') && IsHeading(clause, at)) continue;
            if (clause.Tokens[at].IsSign(':') || (clause.Tokens[at].IsAny("rằng", "là") && at > clause.From + 2)) return at;
        }

        return null;
    }

    /// <summary><c>Việc 9: nhắc các trường chưa nộp</c>: what is in front is the task.</summary>
    private static bool IsHeading(Clause clause, int colon)
    {
        for (var at = clause.From; at < colon; at++)
        {
            if (!clause.Message.IsTaken[at] && clause.Tokens[at].Kind == TokenKind.Word) return false;
        }

        return true;
    }

    private static string? NamedAfter(Clause clause, CueMatch verb)
    {
        var at = verb.To;
        while (clause.Tokens[at].IsAny("cho", "giúp", "hộ", "bên") || clause.Tokens[at].IsAny("thầy", "cô")) at++;
        if (clause.Tokens[at].Is("một")) return null;
        if (clause.Message.MatchAt(at) is { } known && !known.Cues.Has(Cue.Name) && !clause.Tokens[at].IsCapitalised) return null;
        return Phrases.BareName(clause, at) is { } name && IsRightAt(clause, at, name) ? name : null;
    }

    private static bool IsRightAt(Clause clause, int at, string name) => at < clause.To && clause.Message.Words(at, at + 1) is { Length: > 0 } first && name.StartsWith(first, StringComparison.Ordinal);
}
