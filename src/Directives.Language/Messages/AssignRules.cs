using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Assigning a task without a document, and notes on a task.</summary>
internal static class AssignRules
{
    private static readonly CueSet StatusWords = CueSet.Of(Cue.Ongoing, Cue.Finished, Cue.NotStarted, Cue.Perfect, Cue.Polite, Cue.Self, Cue.Function, Cue.Person);

    private static readonly CueSet StandingVerbs = CueSet.Of(Cue.Deliver, Cue.Act, Cue.Work, Cue.Report);

    /// <summary>What tells of the past, denies, or speaks of the bot's own messages.</summary>
    private static readonly CueSet NotStanding = CueSet.Of(
        Cue.Perfect, Cue.NotYet, Cue.Negation, Cue.Obstacle, Cue.Condition, Cue.Remind, Cue.RemindSelf, Cue.Notices, Cue.TurnOn, Cue.TurnOff, Cue.Export, Cue.Overdue, Cue.Extension);

    internal static Reading? ReadNote(Clause clause)
    {
        if (clause.First(Cue.NoteVerb) is not { } verb) return null;
        if (IsPlainVerb(clause, verb) && (clause.TaskMentions.Count == 0 || !HasColon(clause) || clause.Mood.IsQuestion)) return null;
        if (clause.Has(Cue.Perfect) && clause.Tokens[verb.From - 1].Is("đã") || clause.Mood.EndsAsQuestion && clause.TaskMentions.Count == 0) return null;
        if (verb.From > clause.Start + 1 && !IsBehindTask(clause, verb) && !clause.Message.Has(verb.From - 1, Cue.AskFor)) return null;
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

    /// <summary><c>việc 4 em ghi chú</c>, <c>việc 4 cô nhờ em ghi thêm</c>: between the task and the verb stand only those who speak and who are spoken to.</summary>
    private static bool IsBehindTask(Clause clause, CueMatch verb)
    {
        if (clause.TaskMentions.Count == 0 || clause.TaskMentions[0].To > verb.From) return false;
        var from = clause.TaskMentions[0].To;
        for (var at = from; at < verb.From; at++)
        {
            if (verb.From - from > 2 && !clause.Message.HasAny(at, CueSet.Of(Cue.Self, Cue.Person, Cue.Polite, Cue.AskFor, Cue.Vocative, Cue.Function))) return false;
        }

        return true;
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
        if ((ReadOrderLast(clause) ?? ReadStandingDuty(clause)) is { } ordered) return ordered;
        var start = clause.Start;
        if (clause.Message.MatchAt(start) is not { } verb || verb.From != start || !verb.Cues.Has(Cue.Assign))
        {
            if (EnglishOrder(clause) is { } english) return Task(clause, english.Unit, english.NoteFrom);
            start = IsFormalOrder(clause) ? clause.Start : AssignAfterWish(clause);
            if (start < 0 || clause.Message.MatchAt(start) is not { } later) return null;
            verb = later;
        }

        if (clause.Mood.EndsAsQuestion && !clause.HasWord("được", "giúp")) return null;
        if (clause.Has(Cue.Extension) && clause.TaskMentions.Count > 0) return null;
        var isStrong = clause.Tokens[verb.From].IsAny("giao", "phân", "tạo", "đặt", "lệnh") || clause.Tokens[verb.From].IsAny("thêm", "việc", "nhiệm") || clause.Tokens[verb.From].Text is "assign" or "create" or "add" or "new";
        if (clause.Mood.HasQuestionWord && (!isStrong || (clause.HasAny(Cue.WhichTask) && clause.Has(Cue.Self) && clause.Units.Count == 0))) return null;
        if (!isStrong && clause.TaskMentions.Count > 0) return RemindRules.ReadDemand(clause, verb);
        var isStanding = clause.Recurrence is not null && clause.Role != SenderRole.Principal;
        if (!isStrong && !isStanding && !clause.HasUnits && NamedAfter(clause, verb.To, out _) is null) return null;
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

        // "Giao ngay.", "giao luôn nhé" closes an order that stands before it.
        if (unit is null && deadline is null && clause.Recurrence is null && IsOnlyPolite(clause, verb.To)) return null;
        return Reading.Of(
            Intent.AssignTask,
            new Slots { Unit = unit, Deadline = deadline?.Deadline, Recurrence = clause.Recurrence, Time = clause.Time, Note = note },
            Reading.Plain,
            deadline is { YearInferred: true } ? [Doubt.YearInferred] : []);
    }

    /// <summary>
    /// <c>khối mầm non báo cáo sĩ số vào thứ tư hằng tuần, giao luôn</c>, <c>Trạm y tế phun khử khuẩn. Hạn 30/11. Giao ngay.</c>: who is to do what first,
    /// and the order behind a sign.
    /// </summary>
    private static Reading? ReadOrderLast(Clause clause)
    {
        if (clause.Role == SenderRole.Principal || clause.TaskMentions.Count > 0 || clause.Mood.HasQuestionWord || clause.Last(Cue.Assign) is not { } order) return null;
        if (!clause.Tokens[order.From].IsAny("giao", "phân") || order.From <= clause.Start || clause.Tokens[order.From - 1].Kind is not (TokenKind.Sign or TokenKind.Break)) return null;
        var receiver = UnitAt(clause, order.To, out var behind);
        if (receiver is null && clause.Message.MatchAt(order.To) is { } schools && schools.Cues.Has(Cue.UnitWord)) behind = schools.To;
        for (var at = behind; at < clause.To; at++)
        {
            if (clause.Tokens[at].Kind == TokenKind.Word && !clause.Message.HasAny(at, CueSet.Of(Cue.Polite, Cue.Self, Cue.Vocative, Cue.Person))) return null;
        }

        // "thứ sáu hằng tuần khối mầm non …": when, before whom.
        var body = clause.Part(clause.From, order.From);
        var start = body.Dates.Find(date => date.From == body.Start) is { } day ? day.To : body.Start;
        var unit = UnitAt(body, start, out var from);
        if (behind > order.To && from == start && clause.Recurrence is not null)
        {
            // "thứ ba tuần nào cũng phải kiểm tra PCCC, giao các trường": to whom stands behind.
            while (clause.Tokens[from].IsAny("phải", "cần", "cũng")) from++;
            return Task(body, receiver, from);
        }

        if (from == start) return null;

        // "UBND phường Bồ Đề nhận thêm việc rà soát …"
        if (clause.Tokens[from].Is("nhận")) from++;
        while (clause.Tokens[from].IsAny("thêm", "việc") || clause.Tokens[from].Is("nhiệm") && clause.Tokens[from + 1].Is("vụ")) from += clause.Tokens[from].Is("nhiệm") ? 2 : 1;
        return Task(body, unit, from);
    }

    /// <summary>A leader's <c>mỗi sáng thứ hai các trường báo cáo sĩ số</c>: units, a rhythm and what they hand in or do, without a word for assigning.</summary>
    private static Reading? ReadStandingDuty(Clause clause)
    {
        if (clause.Role == SenderRole.Principal || clause.TaskMentions.Count > 0 || clause.Mood.IsQuestion || clause.Cues.HasAny(NotStanding)) return null;
        if (clause.Recurrence is null && !IsDuty(clause)) return null;
        var start = BehindDates(clause, clause.Start);
        while (clause.Tokens[start].IsAny("thì", "là") || clause.Tokens[start].IsSign(',') || clause.Tokens[start].Text is "all" or "the" && clause.Message.Has(start + 1, Cue.UnitWord)) start++;
        var unit = UnitAt(clause, start, out var from);
        if (from == start && clause.Message.MatchAt(start) is { } schools && schools.Cues.Has(Cue.UnitWord)) from = schools.To;
        if (from == start) return null;
        from = BehindDates(clause, from);
        while (clause.Tokens[from].IsAny("phải", "cần", "cũng") || clause.Tokens[from].Is("đều") || clause.Tokens[from].Text is "must" or "shall" or "should" or "to") from++;
        var isVerb = clause.Tokens[from].IsAny("báo", "nộp", "gửi") || clause.Tokens[from].Text is "send" or "submit"
            || clause.Message.MatchAt(from) is { } verb && verb.From == from && verb.Cues.HasAny(StandingVerbs);
        return isVerb ? Task(clause, unit, from) : null;
    }

    /// <summary><c>các trường rà soát hộ nghèo, 5/12 phải có kết quả</c>: what must be there by a day.</summary>
    private static bool IsDuty(Clause clause)
    {
        if (!clause.HasWord("phải") || clause.HasAny(Cue.WhichTask, Cue.SummaryPlain, Cue.List, Cue.Finished)) return false;
        return clause.ReadDates(DatePurpose.Deadline).Any(date => date is { Deadline: not null, IsPast: false });
    }

    /// <summary>Behind the days that stand there: <c>from now on every Friday</c>, <c>tuần nào cũng</c>.</summary>
    private static int BehindDates(Clause clause, int at)
    {
        while (at < clause.To)
        {
            if (clause.Dates.Find(date => date.From == at) is { } day) at = day.To;
            else if (clause.Tokens[at].Text is "from" or "on" && clause.Dates.Exists(date => date.From == at + 1)) at++;
            else break;
        }

        return at;
    }

    /// <summary>The task to assign: its words without the days that bound it.</summary>
    private static Reading? Task(Clause clause, string? unit, int noteFrom)
    {
        var deadline = clause.ReadDates(DatePurpose.Deadline).LastOrDefault(mention => mention.Deadline is not null);
        var (from, to) = WithoutDates(clause, noteFrom, clause.Dates.FindAll(date => date.From >= noteFrom));
        if (Phrases.Note(clause, from, to) is not { } note) return null;
        return Reading.Of(
            Intent.AssignTask,
            new Slots { Unit = unit, Deadline = deadline?.Deadline, Recurrence = clause.Recurrence, Time = clause.Time, Note = note },
            Reading.Plain,
            deadline is { YearInferred: true } ? [Doubt.YearInferred] : []);
    }

    /// <summary>A leader's <c>ask THPT Thạch Bàn to send …</c>, <c>get MN Sao Mai to …</c>: a named unit between the verb and <c>to</c>.</summary>
    private static (string Unit, int NoteFrom)? EnglishOrder(Clause clause)
    {
        var start = clause.Start;
        if (clause.Role == SenderRole.Principal || clause.TaskMentions.Count > 0 || clause.Tokens[start].Text is not ("ask" or "tell" or "get" or "have" or "instruct" or "order" or "request")) return null;
        foreach (var unit in clause.Units)
        {
            if (unit.From <= start + 2 && unit.From > start && clause.Tokens[unit.To].Text is "to" && clause.Tokens[unit.To + 1].Text is not "remind") return (unit.Text, unit.To + 1);
        }

        return null;
    }

    /// <summary>A leader's <c>đề nghị các trường …</c>.</summary>
    private static bool IsFormalOrder(Clause clause) =>
        clause.Tokens[clause.Start].IsAny("đề", "kính") && clause.Message.MatchAt(clause.Start) is { } wish && (clause.Role != SenderRole.Principal || clause.Tokens[wish.To].IsAny("các", "những")) && wish.Cues.Has(Cue.AskFor) && !wish.Cues.Has(Cue.Extension)
        && (clause.Message.Has(wish.To, Cue.UnitWord) || clause.Units.Any(unit => unit.From == wish.To));

    /// <summary><c>đề nghị giao …</c>, <c>cho tôi giao …</c>: a wish before the order.</summary>
    private static int AssignAfterWish(Clause clause)
    {
        var start = clause.Start;
        while (start < clause.To && clause.Message.MatchAt(start) is { } match && match.Cues.HasAny(CueSet.Of(Cue.AskFor, Cue.Self, Cue.Polite, Cue.Future, Cue.Vocative)) | IsAddressed(clause, start) && !match.Cues.Has(Cue.Assign)) start = match.To;
        return clause.Message.MatchAt(start) is { } verb && verb.From == start && verb.Cues.Has(Cue.Assign) && start > clause.Start ? start : -1;
    }

    /// <summary>A leader's <c>đồng chí giao …</c>, <c>em giao …</c>.</summary>
    private static bool IsAddressed(Clause clause, int at) => clause.Role != SenderRole.Principal && clause.Message.Has(at, Cue.Person) && clause.Message.Has(at + 1, Cue.Assign) | clause.Tokens[at].Is("đồng");

    private static string? UnitAt(Clause clause, int at, out int next)
    {
        next = at;
        foreach (var unit in clause.Units)
        {
            if (unit.From < at || unit.From > at + 1) continue;
            next = clause.EndOfUnits(unit);
            return clause.Message.Words(unit.From, next);
        }

        if (clause.Message.MatchAt(at) is { } bare && bare.From == at && bare.Cues.Has(Cue.UnitWord))
        {
            next = EndOfUnitsThatHave(clause, bare);
            return next > bare.To ? clause.Message.Words(bare.From, next) : null;
        }

        return NamedAfter(clause, at, out next);
    }

    /// <summary><c>các trường có bếp ăn | gửi thực đơn</c>: what they have says which ones are meant, up to the verb of what they are to do.</summary>
    private static int EndOfUnitsThatHave(Clause clause, CueMatch units)
    {
        if (!clause.Tokens[units.To].Is("có") || !clause.Tokens[units.From].IsAny("các", "những")) return units.To;
        for (var at = units.To + 2; at < clause.To && at < units.To + 7 && clause.Tokens[at].Kind == TokenKind.Word && !clause.Message.IsTaken[at]; at++)
        {
            if (clause.Message.MatchAt(at) is { } verb && verb.From == at && verb.Cues.HasAny(CueSet.Of(Cue.Deliver, Cue.Work, Cue.Act, Cue.Report))) return at;
        }

        return units.To;
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

    private static bool IsOnlyPolite(Clause clause, int from)
    {
        for (var at = from; at < clause.To; at++)
        {
            if (clause.Tokens[at].Kind == TokenKind.Word && !clause.Message.HasAny(at, CueSet.Of(Cue.Polite, Cue.Self, Cue.Vocative))) return false;
        }

        return true;
    }

    private static bool IsOnlyNoise(Clause clause, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (clause.Tokens[at].Kind is TokenKind.Sign or TokenKind.Break) continue;
            if (clause.Message.MatchAt(at) is { } match && (match.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Vocative)) || clause.Tokens[at].IsAny("là", "phải", "xong") || match.Cues.Has(Cue.Due)
                && match.Cues.Has(Cue.Future) | clause.Tokens[match.From].IsAny("phải", "cần") | clause.Tokens[match.To - 1].Is("xong"))) continue;
            if (IsClosing(clause, at) || clause.Message.Has(at, Cue.Due) && clause.Tokens[(clause.Message.MatchAt(at)?.From ?? at) - 1].Is("là")) continue;
            return false;
        }

        return true;
    }

    /// <summary>Behind the day: <c>phải có kết quả</c>, <c>phải báo cáo về</c>; and a soldierly <c>Rõ!</c>, <c>Hết.</c></summary>
    private static bool IsClosing(Clause clause, int at)
    {
        var token = clause.Tokens[at];
        if (token.IsAny("rõ", "hết") && clause.Tokens[at - 1].Kind is TokenKind.Sign or TokenKind.Break && clause.Tokens[at + 1].Kind != TokenKind.Word) return true;
        if (clause.Tokens[at - 1].Is("phải")) return token.IsAny("có", "nộp", "xong");
        return clause.Tokens[at - 1].IsAny("có", "kết") && token.IsAny("kết", "quả");
    }

    private static int BeforeDeadlineWord(Clause clause, int at)
    {
        while (clause.Message.Has(at - 1, Cue.Due) && clause.Message.MatchAt(at - 1) is { } due && due.To - due.From <= 2 && clause.Tokens[due.From].IsAny("hạn", "thời") | clause.Tokens[due.From].Text is "deadline" or "dl" or "due"
            || clause.Tokens[at - 1].Kind == TokenKind.Sign || clause.Tokens[at - 1].IsAny("xong", "là") || clause.Tokens[at - 1].IsAny("phải", "cần") && clause.Tokens[at].Is("xong")) at--;

        if (clause.Tokens[at - 1].Is("kỳ") && clause.Tokens[at - 2].Is("định")) at -= 2;

        // ", hoàn thành trước 20/12": of the deadline, not of the task.
        var isCompletion = clause.Tokens[at - 1].IsAny("thành", "tất") && clause.Tokens[at - 2].Is("hoàn")
            && (clause.Tokens[at - 3].Kind == TokenKind.Sign || clause.Tokens[at - 3].IsAny("phải", "và"));
        if (isCompletion) at -= 2;
        while (isCompletion && (clause.Tokens[at - 1].Kind == TokenKind.Sign || clause.Tokens[at - 1].IsAny("phải", "và"))) at--;
        return at;
    }
}
