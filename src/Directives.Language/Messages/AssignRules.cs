using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Assigning a task without a document, and notes on a task.</summary>
internal static class AssignRules
{
    private static readonly CueSet StatusWords = CueSet.Of(Cue.Ongoing, Cue.Finished, Cue.NotStarted, Cue.Perfect, Cue.Polite, Cue.Self, Cue.Function, Cue.Person);

    internal static Reading? ReadNote(Clause clause)
    {
        if (clause.First(Cue.NoteVerb) is not { } verb) return null;
        if (IsPlainVerb(clause, verb) && (clause.TaskMentions.Count == 0 || !HasColon(clause) || clause.Mood.IsQuestion)) return null;
        if (clause.Has(Cue.Perfect) && clause.Tokens[verb.From - 1].Is("đã") || clause.Mood.EndsAsQuestion && clause.TaskMentions.Count == 0) return null;
        if (verb.From > clause.Start + 1 && !(clause.TaskMentions.Count > 0 && clause.TaskMentions[0].To <= verb.From && verb.From - clause.TaskMentions[0].To <= 2) && !clause.Message.Has(verb.From - 1, Cue.AskFor)) return null;
        var from = verb.To;
        foreach (var task in clause.TaskMentions)
        {
            if (task.From >= verb.To && task.From - verb.To <= 3) from = Math.Max(from, task.To);
        }

        // "ghi việc 11 là hoàn thành" records a status.
        var states = CueSet.Of(Cue.Finished, Cue.Ongoing, Cue.Partial, Cue.NotStarted, Cue.Perfect);
        if (clause.Tokens[verb.From].Text is "ghi" && clause.Tokens[from].Is("là") && clause.Message.HasAny(from + 1, states)) return null;

        var query = clause.NumberedTasks.Count == 0 && clause.Message.Has(from, Cue.Task) ? QueryBeforeColon(clause, from) : null;
        from = AfterLead(clause, from, query is not null);
        var note = Phrases.Note(clause, from);
        if (note is null && !IsNoteNamed(clause, verb)) return null;
        if (IsPlainVerb(clause, verb) && IsStatusOnly(clause, from)) return null;
        return Reading.Of(
            Intent.AddNote,
            new Slots { Tasks = query is null ? clause.NumberedTasks : [new TaskReference(Query: query)], Note = note },
            Reading.Plain,
            clause.TaskMentions.Count == 0 && query is null ? [Doubt.TaskImplied] : []);
    }

    /// <summary>The bare <c>ghi</c>, which is also how a status is entered.</summary>
    private static bool IsPlainVerb(Clause clause, CueMatch verb) => clause.Tokens[verb.From].Text is "ghi" && verb.To - verb.From == 1;

    /// <summary>Whether the verb itself says that it is a note: <c>ghi chú</c>, <c>note</c>; not <c>ghi vào hộ</c>.</summary>
    private static bool IsNoteNamed(Clause clause, CueMatch verb)
    {
        for (var at = verb.From; at < verb.To; at++)
        {
            if (clause.Tokens[at].IsAny("chú", "ý") || clause.Tokens[at].Text is "note" or "comment") return true;
        }

        return false;
    }

    /// <summary><c>ghi là đang làm giúp mình</c> enters a status.</summary>
    private static bool IsStatusOnly(Clause clause, int from)
    {
        for (var at = from; at < clause.To; at++)
        {
            if (clause.Tokens[at].Kind != TokenKind.Word) continue;
            if (clause.Message.MatchAt(at) is not { } match || !match.Cues.HasAny(StatusWords)) return false;
        }

        return true;
    }

    /// <summary>Behind <c>giúp thầy:</c>, <c>hộ em:</c> between the task and the note, and behind the name of a task.</summary>
    private static int AfterLead(Clause clause, int from, bool hasName)
    {
        for (var at = from; at < clause.To; at++)
        {
            var token = clause.Tokens[at];
            if (token.IsSign(':') || hasName && token.IsSign(',')) return at + 1;
            if (!hasName && token.Kind == TokenKind.Word && !clause.Message.HasAny(at, CueSet.Of(Cue.Polite, Cue.Self, Cue.Person, Cue.Vocative, Cue.Function))) return from;
        }

        return from;
    }

    private static bool HasColon(Clause clause)
    {
        for (var at = clause.From; at < clause.To; at++)
        {
            if (clause.Tokens[at].IsSign(':') || clause.Tokens[at].Is("là")) return true;
        }

        return false;
    }

    private static string? QueryBeforeColon(Clause clause, int from)
    {
        from = clause.Message.MatchAt(from)?.To ?? from;
        for (var at = from; at < clause.To; at++)
        {
            if (clause.Tokens[at].IsSign(':') || clause.Tokens[at].IsSign(',')) return Phrases.Note(clause, from, at);
        }

        return null;
    }

    internal static Reading? Read(Clause clause)
    {
        var start = clause.Start;
        if (clause.Message.MatchAt(start) is not { } verb || verb.From != start || !verb.Cues.Has(Cue.Assign))
        {
            start = IsFormalOrder(clause) ? clause.Start : AssignAfterWish(clause);
            if (start < 0 || clause.Message.MatchAt(start) is not { } later) return null;
            verb = later;
        }

        if (clause.Mood.EndsAsQuestion && !clause.HasWord("được", "giúp")) return null;
        if (clause.Has(Cue.Extension) && clause.TaskMentions.Count > 0) return null;
        var isStrong = clause.Tokens[verb.From].IsAny("giao", "phân", "tạo") || clause.Tokens[verb.From].IsAny("thêm", "việc", "nhiệm") || clause.Tokens[verb.From].Text is "assign" or "create" or "add" or "new";
        if (clause.Mood.HasQuestionWord && (!isStrong || (clause.HasAny(Cue.WhichTask) && clause.Has(Cue.Self) && clause.Units.Count == 0))) return null;
        if (!isStrong && clause.TaskMentions.Count > 0) return RemindRules.ReadDemand(clause, verb);
        if (!isStrong && !clause.HasUnits && NamedAfter(clause, verb.To, out _) is null) return null;
        if (clause.Tokens[verb.From].IsAny("việc", "nhiệm") && clause.Mood.IsQuestion) return null;

        var at = verb.To;
        while (clause.Tokens[at].Is("cho") || clause.Tokens[at].IsSign(':') || clause.Message.Has(at, Cue.Task) && !clause.Message.Has(at, Cue.UnitWord) || clause.Tokens[at].Is("mới")
            || clause.Tokens[at].Text is "to" or "for" && !clause.Message.IsUnit[at]) at++;
        var unit = UnitAt(clause, at, out var afterUnit);
        var noteFrom = afterUnit;
        var dates = clause.Dates.Where(date => date.From >= at).ToList();
        var mentions = clause.ReadDates(DatePurpose.Deadline, at).ToList();
        var deadline = mentions.LastOrDefault(mention => mention.Deadline is not null);
        var (from, to) = WithoutDates(clause, noteFrom, dates);
        var note = Phrases.Note(clause, from, to);
        if (unit is null && clause.Units.Count > 0 && TrailingUnit(clause, ref to) is { } last)
        {
            unit = last;
            note = Phrases.Note(clause, from, to);
        }

        if (note is null && deadline is null && clause.Recurrence is null) return null;
        return Reading.Of(
            Intent.AssignTask,
            new Slots { Unit = unit, Deadline = deadline?.Deadline, Recurrence = clause.Recurrence, Time = clause.Time, Note = note },
            Reading.Plain,
            deadline is { YearInferred: true } ? [Doubt.YearInferred] : []);
    }

    /// <summary>A leader's <c>đề nghị các trường …</c>.</summary>
    private static bool IsFormalOrder(Clause clause) =>
        clause.Tokens[clause.Start].IsAny("đề", "kính") && clause.Message.MatchAt(clause.Start) is { } wish && (clause.Role != SenderRole.Principal || clause.Tokens[wish.To].IsAny("các", "những")) && wish.Cues.Has(Cue.AskFor) && !wish.Cues.Has(Cue.Extension)
        && (clause.Message.Has(wish.To, Cue.UnitWord) || clause.Units.Any(unit => unit.From == wish.To));

    /// <summary><c>đề nghị giao …</c>, <c>cho tôi giao …</c>: a wish before the order.</summary>
    private static int AssignAfterWish(Clause clause)
    {
        var start = clause.Start;
        while (start < clause.To && clause.Message.MatchAt(start) is { } match && match.Cues.HasAny(CueSet.Of(Cue.AskFor, Cue.Self, Cue.Polite, Cue.Future)) && !match.Cues.Has(Cue.Assign)) start = match.To;
        return clause.Message.MatchAt(start) is { } verb && verb.From == start && verb.Cues.Has(Cue.Assign) && start > clause.Start ? start : -1;
    }

    private static string? UnitAt(Clause clause, int at, out int next)
    {
        next = at;
        foreach (var unit in clause.Units)
        {
            if (unit.From < at || unit.From > at + 1) continue;
            next = unit.To;

            next = clause.EndOfUnits(unit);
            return clause.Message.Words(unit.From, next);
        }

        if (clause.Message.MatchAt(at) is { } bare && bare.From == at && bare.Cues.Has(Cue.UnitWord))
        {
            next = bare.To;
            return null;
        }

        return NamedAfter(clause, at, out next);
    }

    private static string? NamedAfter(Clause clause, int at, out int next)
    {
        next = at;
        if (clause.Message.MatchAt(at) is { } known && known.From == at && known.Cues.Has(Cue.Name))
        {
            next = known.To;
            return clause.Message.Words(at, next);
        }

        if (!clause.Tokens[at].IsCapitalised || !clause.Tokens.HasBothCases || clause.Message.MatchAt(at) is { } match && !match.Cues.Has(Cue.UnitWord) && match.To - match.From > 1) return null;
        while (next < clause.To && clause.Tokens[next].IsCapitalised && next - at < 5) next++;
        return clause.Message.Words(at, next);
    }

    /// <summary><c>giao việc nộp báo cáo cho THCS Ái Mộ</c>: the unit stands behind.</summary>
    private static string? TrailingUnit(Clause clause, ref int to)
    {
        var unit = clause.Units[^1];
        if (!clause.Tokens[unit.From - 1].Is("cho") || unit.To < to) return null;
        to = unit.From - 1;
        return unit.Text;
    }

    /// <summary>The task's words without the deadline at their end or their beginning.</summary>
    private static (int From, int To) WithoutDates(Clause clause, int from, List<DateExpression> dates)
    {
        var to = clause.To;
        while (from < to && (clause.Tokens[from].Kind == TokenKind.Sign || clause.Tokens[from].IsAny("phải", "cần", "là")
            || (clause.Tokens[from].Text is "to" && (clause.Message.IsEnglish || clause.Tokens[clause.Start].Text is "assign" or "ask" or "tell")) || IsTaskWordBeforeName(clause, from, to))) from++;
        for (var pass = 0; pass < 3; pass++)
        {
            foreach (var date in dates)
            {
                if (date.From == from) from = date.To;
                if (date.From > from && IsOnlyNoise(clause, date.To, to)) to = BeforeDeadlineWord(clause, date.From);
            }

            while (from < to && clause.Tokens[from].Kind == TokenKind.Sign) from++;
        }

        return (from, to);
    }

    /// <summary><c>giao cho THCS Hoa Sen việc kiểm kê tài sản</c>: the word for a task is no part of it.</summary>
    private static bool IsTaskWordBeforeName(Clause clause, int at, int to) =>
        clause.Message.MatchAt(at) is { } match && match.From == at && match.To == at + 1 && clause.Tokens[at].Is("việc") && at + 2 < to && clause.Tokens[at + 1].Kind == TokenKind.Word;

    private static bool IsOnlyNoise(Clause clause, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (clause.Tokens[at].Kind is TokenKind.Sign or TokenKind.Break) continue;
            if (clause.Message.MatchAt(at) is { } match && (match.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Vocative)) || clause.Tokens[at].IsAny("là", "phải", "xong") || match.Cues.Has(Cue.Due)
                && match.Cues.Has(Cue.Future) | clause.Tokens[match.To - 1].Is("xong"))) continue;
            return false;
        }

        return true;
    }

    private static int BeforeDeadlineWord(Clause clause, int at)
    {
        while (clause.Message.Has(at - 1, Cue.Due) && clause.Message.MatchAt(at - 1) is { } due && due.To - due.From <= 2 && clause.Tokens[due.From].IsAny("hạn", "thời") | clause.Tokens[due.From].Text is "deadline" or "dl" or "due"
            || clause.Tokens[at - 1].Kind == TokenKind.Sign || clause.Tokens[at - 1].IsAny("xong", "là") || clause.Tokens[at - 1].IsAny("phải", "cần") && clause.Tokens[at].Is("xong")) at--;

        // ", hoàn thành trước 20/12": of the deadline, not of the task.
        var isCompletion = clause.Tokens[at - 1].IsAny("thành", "tất") && clause.Tokens[at - 2].Is("hoàn")
            && (clause.Tokens[at - 3].Kind == TokenKind.Sign || clause.Tokens[at - 3].IsAny("phải", "và"));
        if (isCompletion) at -= 2;
        while (isCompletion && (clause.Tokens[at - 1].Kind == TokenKind.Sign || clause.Tokens[at - 1].IsAny("phải", "và"))) at--;
        return at;
    }
}
