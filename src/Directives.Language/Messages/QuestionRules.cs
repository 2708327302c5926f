using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Questions about one task, and lists of tasks.</summary>
internal static class QuestionRules
{
    /// <summary>A question, or a heading, about a task that is named.</summary>
    internal static Reading? ReadAspect(Clause clause)
    {
        var isNumbered = clause.TaskMentions.Count > 0;
        if (!isNumbered && clause.HasAny(Cue.WhichTask, Cue.All) && !clause.HasAny(Cue.Detail, Cue.Lead, Cue.Source, Cue.History) && Phrases.EnglishName(clause) is null) return null;
        if (clause.HasAny(Cue.Extension)) return null;
        if (!isNumbered && clause.Has(Cue.Detail) && !clause.HasAny(Cue.Task, Cue.Report) && !IsImplied(clause)) return null;
        if (!isNumbered && clause.First(Cue.Detail) is { } what && what.Cues.Has(Cue.WhichTask) && Phrases.Query(clause) is null) return null;
        if (IsSetting(clause)) return null;
        var aspect = Aspect(clause, isNumbered);
        var isWhom = isNumbered && aspect is null && clause.First(Cue.WhichUnit) is { } who && clause.Tokens[who.From - 1].IsAny("cho", "về", "với", "gặp");
        var isDetail = isWhom || clause.HasAny(Cue.Detail) || (isNumbered && clause.Has(Cue.WhichTask) && !clause.HasAny(Cue.Extension, Cue.Obstacle))
            || (clause.Has(Cue.List) && (isNumbered || IsOneNamed(clause)));
        if (aspect is null && !isDetail) return null;
        if (!IsAsking(clause, aspect)) return null;
        var tasks = clause.NumberedTasks;

        // Words alone name a task only where something of the trade stands beside them: the weather has no deadline.
        if (!isNumbered && !IsImplied(clause) && !clause.HasAny(Cue.Task, Cue.Report, Cue.Due, Cue.Lead, Cue.Source, Cue.Deliver, Cue.Finished)) return null;
        if (tasks.Count == 0 && Phrases.Query(clause) is { } query) tasks = [new TaskReference(Query: query)];
        if (tasks.Count == 0 && !IsImplied(clause)) return null;
        return Reading.Of(Intent.ShowTask, new Slots { Tasks = tasks, Aspect = aspect, Unit = clause.OwnerBefore(clause.To) }, Reading.Plain, tasks.Count == 0 ? [Doubt.TaskImplied] : []);
    }

    /// <summary><c>xem giúp nhiệm vụ đồng phục</c>: one task by its name, and nothing that would choose among several.</summary>
    private static bool IsOneNamed(Clause clause) =>
        !clause.HasAny(Cue.Due, Cue.Overdue, Cue.Remaining, Cue.All, Cue.NotYet, Cue.Finished, Cue.Ongoing, Cue.NotStarted, Cue.Perfect) && !clause.HasAny(Cue.Report, Cue.File)
        && clause.Dates.Count == 0 && !clause.HasUnits && Phrases.NamedTask(clause) is not null;

    /// <summary><c>chuyển việc 27 về trạng thái chưa thực hiện</c>: the state is ordered, not asked.</summary>
    private static bool IsSetting(Clause clause) =>
        !clause.Mood.EndsAsQuestion && clause.Tokens[clause.Start].IsAny("chuyển", "đổi", "đưa", "đặt", "để") | clause.Tokens[clause.Start].Text is "set" or "mark" or "change"
        && clause.HasAny(Cue.NotStarted, Cue.Ongoing, Cue.Finished);

    private static bool IsAsking(Clause clause, TaskAspect? aspect)
    {
        if (clause.Mood.IsQuestion || clause.HasAny(Cue.Detail, Cue.List) && !clause.HasAny(Cue.Finished, Cue.Perfect)) return true;
        if (clause.HasAny(Cue.Finished, Cue.Perfect, Cue.Ongoing, Cue.Obstacle, Cue.NotYet, Cue.Partial) || clause.Percent is not null) return false;
        return aspect is not null && !clause.HasAny(Cue.Assign, Cue.Future);
    }

    private static TaskAspect? Aspect(Clause clause, bool isNumbered)
    {
        if (clause.Has(Cue.History)) return TaskAspect.History;
        if (clause.Has(Cue.Coordinate) && (clause.Mood.IsQuestion || isNumbered) && !clause.HasAny(Cue.Finished, Cue.Perfect, Cue.Ongoing)) return TaskAspect.Coordinators;
        if (clause.Has(Cue.Lead) && !clause.HasAny(Cue.Finished, Cue.Ongoing, Cue.Partial, Cue.NotStarted)) return TaskAspect.Lead;
        if (clause.Has(Cue.Source)) return TaskAspect.Source;
        if (isNumbered && UnitRules.IsWhoOfTask(clause) && UnitRules.Filter(clause, isQuestion: true) is null && !clause.HasAny(Cue.Detail, Cue.When, Cue.HowFar) && !IsToWhom(clause)) return TaskAspect.Lead;
        if (clause.HasAny(Cue.When) && !IsConditional(clause)) return TaskAspect.Deadline;
        if (isNumbered && clause.Has(Cue.WhichTask) && !clause.HasWord("hạn", "deadline", "due") && !clause.Has(Cue.HowFar)) return null;
        if (clause.Has(Cue.Due) && clause.PeriodFor(DatePurpose.Question) is null && AsksWhenDue(clause, isNumbered)) return TaskAspect.Deadline;
        if (clause.Has(Cue.Due) && isNumbered && clause.Mood.EndsAsQuestion) return TaskAspect.Deadline;
        if (isNumbered && clause.Has(Cue.Approve) && clause.Mood.EndsAsQuestion && clause.HasWord("duyệt")) return TaskAspect.Extension;
        if (clause.HasAny(Cue.HowFar)) return TaskAspect.Status;
        if (clause.Mood.EndsAsQuestion && IsStatus(clause)) return TaskAspect.Status;
        if (clause.Mood.IsQuestion && clause.Message.IsEnglish && IsStatus(clause)) return TaskAspect.Status;
        if (clause.Has(Cue.Overdue) && isNumbered && clause.Mood.EndsAsQuestion) return TaskAspect.Status;
        if (clause.HasWord("sao") && isNumbered && clause.Mood.IsQuestion && clause.Has(Cue.Perfect)) return TaskAspect.Status;
        var isBareQuestion = isNumbered && clause.Mood.EndsAsQuestion && clause.HasWord("chưa")
            && clause.HasOnly(Cue.QuestionEnd, Cue.Polite, Cue.Self, Cue.Task, Cue.Person, Cue.Vocative, Cue.NotYet);
        return isBareQuestion ? TaskAspect.Status : null;
    }

    /// <summary><c>việc 9 gặp ai</c>, <c>nộp cho phòng nào</c>: whom to turn to, which the task's details say.</summary>
    private static bool IsToWhom(Clause clause) => clause.First(Cue.WhichUnit) is { } who && clause.Tokens[who.From - 1].IsAny("cho", "về", "với", "gặp");

    /// <summary><c>hạn việc 3</c>, <c>báo cáo bếp ăn hạn nộp</c>: one task and the word for its last day.</summary>
    private static bool AsksWhenDue(Clause clause, bool isNumbered)
    {
        if (isNumbered) return true;
        if (IsDeadlineOf(clause)) return true;
        var isNamed = clause.HasAny(Cue.Report, Cue.Deliver) && !clause.HasAny(Cue.WhichTask, Cue.All) && Phrases.Query(clause) is not null;
        return isNamed || (!clause.Has(Cue.Remaining) && (clause.Mood.IsQuestion || clause.Has(Cue.Task)));
    }

    /// <summary><c>hạn nộp quyết toán</c>, <c>deadline kiểm định</c>: the noun at the head, and a name right behind.</summary>
    private static bool IsDeadlineOf(Clause clause)
    {
        if (clause.First(Cue.Due) is not { } due || clause.HasAny(Cue.WhichTask, Cue.WhichUnit, Cue.All, Cue.Remaining, Cue.Assign) || clause.HasUnits) return false;
        var isNoun = clause.Tokens[due.From].IsAny("hạn", "thời") || clause.Tokens[due.From].Text is "deadline" or "dl";
        var isHead = due.From == clause.Start || clause.Message.Has(due.From - 1, Cue.List) || clause.Message.Has(due.From - 1, Cue.Polite);
        return isNoun && isHead && due.To < clause.To && !clause.Message.IsTaken[due.To] && Phrases.Query(clause) is not null;
    }

    private static bool IsConditional(Clause clause)
    {
        if (clause.First(Cue.When) is not { } when || clause.Mood.EndsAsQuestion) return false;
        return when.Cues.Has(Cue.Condition) && when.From > clause.Start && when.To - when.From == 1;
    }

    private static bool IsStatus(Clause clause) => clause.HasAny(Cue.Finished, Cue.Deliver, Cue.Ongoing, Cue.Partial, Cue.NotYet, Cue.Work, Cue.NotStarted, Cue.Act);

    /// <summary>The task shown last: <c>việc đó</c>, <c>nó</c>.</summary>
    internal static bool IsImplied(Clause clause)
    {
        for (var at = clause.From; at < clause.To; at++)
        {
            var token = clause.Tokens[at];
            var next = clause.Tokens[at + 1];
            var isTaskWord = clause.Message.Has(at, Cue.Task) || (token.IsAny("cái", "vụ") && !next.Is("kia"));
            if (isTaskWord && next.IsAny("đó", "này", "kia", "ấy", "trên", "đấy")) return true;
            if (token.Text is "nó" or "it" or "that" && clause.Message.IsEnglish | token.Text == "nó") return true;
        }

        return false;
    }

    internal static Reading? ReadList(Clause clause)
    {
        if (clause.TaskMentions.Count > 0) return null;
        var opensAsReport = clause.HasAny(Cue.Finished, Cue.Deliver) && clause.Message.HasAny(clause.Start, CueSet.Of(Cue.Perfect, Cue.Finished));
        if (opensAsReport && !clause.Mood.IsQuestion) return null;
        if (!clause.Mood.IsQuestion && clause.HasAny(Cue.Perfect, Cue.Obstacle) && !clause.HasAny(Cue.List, Cue.Remaining, Cue.Due, Cue.Overdue)) return null;
        var isListed = clause.Has(Cue.List) && (clause.HasAny(Cue.Task, Cue.Due, Cue.Overdue, Cue.Remaining, Cue.All) || clause.PeriodFor(DatePurpose.Question) is not null);
        var isOwn = clause.Matches.Exists(match => match.Cues.Has(Cue.List) && match.To - match.From > 2);
        var asks = clause.Has(Cue.WhichTask) || isListed || isOwn || (clause.HasAny(Cue.All, Cue.Task) && IsOfAnyState(clause));
        var isHeading = clause.HasAny(Cue.Due, Cue.Overdue, Cue.Remaining, Cue.All) && (clause.HasAny(Cue.Task) || clause.Mood.IsQuestion || (clause.Matches.Count <= 3 && !clause.Has(Cue.Remaining)));
        var isPeriod = clause.HasAny(Cue.Task) && clause.PeriodFor(DatePurpose.Question) is not null && !clause.HasAny(Cue.Finished, Cue.Deliver, Cue.Assign, Cue.Future);
        var hasState = clause.HasAny(Cue.NotYet, Cue.Finished, Cue.Ongoing, Cue.NotStarted) || clause.Has(Cue.Deliver) && clause.Has(Cue.Perfect);
        var isState = hasState && clause.Has(Cue.Task) && IsTaskFirst(clause);
        if (!asks && !isHeading && !isPeriod && !isState) return null;
        if (clause.HasAny(Cue.Assign, Cue.AskFor) && !asks && !isHeading) return null;
        if ((clause.HasAny(Cue.Obstacle, Cue.Reason) || (clause.Has(Cue.Hearsay) && !clause.Mood.IsQuestion)) && !clause.Has(Cue.Task) && !IsAskedWhich(clause)) return null;
        var isOfTrade = clause.HasAny(Cue.Task, Cue.Due, Cue.Overdue, Cue.Deliver, Cue.Finished) || clause.First(Cue.WhichTask) is { } which && which.To - which.From > 1;
        if (!isOfTrade && HasUnknownWords(clause)) return null;
        if (!asks && IsOnlyLate(clause) && HasUnknownWords(clause)) return null;
        var query = clause.NamedDocument is null ? QueryAbout(clause) : null;
        return Reading.Of(Intent.ListTasks, new Slots
        {
            Tasks = query is null ? [] : [new TaskReference(Query: query)],
            Directive = clause.Directive,
            Filter = Filter(clause),
            Period = clause.PeriodFor(DatePurpose.Question),
            Unit = clause.Unit,
        }, asks || isHeading ? Reading.Plain : Reading.Likely);
    }

    /// <summary><c>còn vướng lại mấy đầu việc</c>: in more than the bare <c>gì</c>.</summary>
    private static bool IsAskedWhich(Clause clause) => clause.Has(Cue.Remaining) && clause.First(Cue.WhichTask) is { } which && which.To - which.From > 1;

    /// <summary><c>bông điên điển năm nay trổ trễ</c>: what is late is no task.</summary>
    private static bool IsOnlyLate(Clause clause) =>
        clause.First(Cue.Overdue) is { } late && late.To - late.From == 1 && !clause.HasAny(Cue.Task, Cue.Due, Cue.Report, Cue.Deliver, Cue.Finished);

    internal static bool HasUnknownWords(Clause clause)
    {
        for (var at = clause.From; at < clause.To; at++)
        {
            if (clause.Tokens[at].Kind == TokenKind.Word && !clause.Message.IsTaken[at] && clause.Message.MatchAt(at) is null && !clause.Message.IsUnit[at]) return true;
        }

        return false;
    }

    /// <summary><c>việc chưa xong</c>, <c>những việc đã hoàn thành</c>: the state stands right behind the word.</summary>
    private static bool IsTaskFirst(Clause clause)
    {
        if (clause.First(Cue.Task) is not { } task || Phrases.Query(clause) is not null) return false;
        var at = task.To;
        return clause.Message.MatchAt(at) is { } next && next.Cues.HasAny(CueSet.Of(Cue.NotYet, Cue.Finished, Cue.Ongoing, Cue.NotStarted, Cue.Perfect)) && clause.Tokens[task.From - 1].IsAny("các", "những", "mấy", "xem") | clause.Message.Has(task.From - 1, Cue.List) | task.From == clause.Start
            && !clause.Tokens[clause.To - 1].IsAny("rồi", "nhé");
    }

    /// <summary>What a list is about: after <c>về</c>, <c>liên quan đến</c>.</summary>
    private static string? QueryAbout(Clause clause)
    {
        for (var at = clause.From; at < clause.To; at++)
        {
            var isAbout = clause.Tokens[at].Is("về") || (clause.Tokens[at].Is("liên") && clause.Tokens[at + 1].Is("quan")) || clause.Tokens[at].Text is "about" or "regarding";
            if (!isAbout) continue;
            var from = clause.Tokens[at].Is("liên") ? (clause.Tokens[at + 2].IsAny("đến", "tới") ? at + 3 : at + 2) : at + 1;
            var to = from;
            while (to < clause.To && clause.Tokens[to].Kind == TokenKind.Word && !(clause.Tokens[to].IsAny("có", "là") && to > from) && !clause.Message.IsTaken[to]
                && !(clause.Message.MatchAt(to) is { } match && match.Cues.HasAny(CueSet.Of(Cue.QuestionEnd, Cue.Due, Cue.WhichTask, Cue.Overdue, Cue.Polite, Cue.NotYet)))) to++;
            return Phrases.Note(clause, from, to);
        }

        return null;
    }

    internal static TaskFilter? Filter(Clause clause)
    {
        if (IsOfAnyState(clause)) return TaskFilter.All;
        if (clause.Has(Cue.Overdue)) return TaskFilter.Overdue;
        if (clause.Has(Cue.NotStarted) && !clause.HasAny(Cue.Finished, Cue.Remaining)) return TaskFilter.NotStarted;
        if (clause.HasWord("nợ") || clause.HasAny(Cue.NotStarted)) return TaskFilter.Open;
        var isNotYet = clause.Has(Cue.NotYet) && (!clause.Mood.EndsAsQuestion || clause.HasAny(Cue.Finished, Cue.Deliver));
        if (isNotYet || IsRemaining(clause) || clause.Has(Cue.DueSoon)) return TaskFilter.Open;
        if (HasOngoing(clause)) return TaskFilter.InProgress;
        if ((clause.Has(Cue.Finished) || (clause.Has(Cue.Deliver) && clause.Has(Cue.Perfect))) && !IsDuty(clause)) return TaskFilter.Done;
        return clause.Has(Cue.All) ? TaskFilter.All : null;
    }

    /// <summary><c>phải hoàn thành</c>, <c>cần xong</c> name what is due; <c>hạn tuần trước đã hoàn thành</c> what is done.</summary>
    private static bool IsDuty(Clause clause)
    {
        if (!clause.HasAny(Cue.Due, Cue.Future)) return false;
        foreach (var match in clause.Matches)
        {
            if (match.Cues.Has(Cue.Finished) && (clause.Tokens[match.From - 1].Is("đã") || clause.Tokens[match.To].Is("rồi"))) return false;
        }

        return true;
    }

    /// <summary><c>kể cả đã xong</c>, <c>cả xong lẫn chưa xong</c>, <c>xong hay chưa cũng liệt kê</c>: whatever its state.</summary>
    internal static bool IsOfAnyState(Clause clause)
    {
        for (var at = 0; at < clause.Matches.Count; at++)
        {
            var match = clause.Matches[at];
            if (match.Cues.Has(Cue.Including) && IsStateBehind(clause, match.To, 5)) return true;
            if (!match.Cues.HasAny(CueSet.Of(Cue.Finished, Cue.Deliver, Cue.Work)) || match.Cues.HasAny(CueSet.Of(Cue.HowFar))) continue;
            if (IsAlternative(clause, match.To) && (clause.HasAny(Cue.All, Cue.List, Cue.Including, Cue.Export) || clause.HasWord("cũng", "lẫn", "cả", "dù", "đều"))) return true;
        }

        return false;
    }

    private static bool IsStateBehind(Clause clause, int at, int tokens)
    {
        for (var end = Math.Min(at + tokens, clause.To); at < end && clause.Tokens[at].Kind is TokenKind.Word; at++)
        {
            if (clause.Message.HasAny(at, CueSet.Of(Cue.Finished, Cue.Deliver))) return true;
        }

        return false;
    }

    /// <summary>Behind a word for what is done: <c>lẫn chưa xong</c>, <c>hay chưa</c>, <c>và những việc chưa xong</c>, <c>or not</c>.</summary>
    private static bool IsAlternative(Clause clause, int at)
    {
        while (clause.Tokens[at].IsAny("rồi", "việc", "các")) at++;
        var isJoined = clause.Tokens[at].IsAny("lẫn", "hay", "và", "hoặc", "với", "cùng", "cả") || clause.Tokens[at].Text is "or" or "and" || clause.Tokens[at].IsSign('/') || clause.Tokens[at].IsSign(',');
        if (!isJoined) return false;
        for (var end = Math.Min(at + 5, clause.To); at < end; at++)
        {
            if (clause.Message.HasAny(at, CueSet.Of(Cue.NotYet, Cue.NotStarted, Cue.Ongoing)) || clause.Tokens[at].Is("chưa") || clause.Tokens[at].Text is "unfinished" or "open" or "not") return true;
        }

        return false;
    }

    /// <summary><c>còn việc gì</c>; not the <c>còn</c> of what the sender has yet to do with the answer (<c>tui còn xếp lịch</c>).</summary>
    private static bool IsRemaining(Clause clause)
    {
        foreach (var match in clause.Matches)
        {
            if (!match.Cues.Has(Cue.Remaining)) continue;
            if (match.To - match.From > 1 || !clause.Tokens[match.From].Is("còn") || !IsOfSender(clause, match)) return true;
        }

        return false;
    }

    /// <summary><c>việc nào đang làm</c>; not what the sender is about (<c>…, chị đang đón cháu nên gõ vội</c>).</summary>
    private static bool HasOngoing(Clause clause)
    {
        foreach (var match in clause.Matches)
        {
            if (match.Cues.Has(Cue.Ongoing) && !(match.To - match.From == 1 && clause.Tokens[match.From].Is("đang") && IsOfSender(clause, match))) return true;
        }

        return false;
    }

    /// <summary>Whether a word behind a person tells of that person, and asks about no task.</summary>
    private static bool IsOfSender(Clause clause, CueMatch match)
    {
        if (!clause.Message.HasAny(match.From - 1, People)) return false;
        for (var at = match.To; at < match.To + 4 && at < clause.To; at++)
        {
            if (clause.Message.HasAny(at, AskedAbout) || clause.Tokens[at].Kind == TokenKind.Number) return false;
        }

        return true;
    }

    private static readonly CueSet People = CueSet.Of(Cue.Self, Cue.Person);

    private static readonly CueSet AskedAbout = CueSet.Of(
        Cue.Task, Cue.Report, Cue.WhichTask, Cue.WhichUnit, Cue.Due, Cue.Overdue, Cue.NotYet, Cue.Deliver, Cue.Finished, Cue.QuestionEnd, Cue.UnitWord, Cue.Ongoing, Cue.Ask);

    /// <summary>A task's number or name and nothing else: it is to be shown. A period or a state alone: a list.</summary>
    internal static Reading? ReadBare(Clause clause)
    {
        var isNumbered = clause.TaskMentions.Count > 0;
        if (isNumbered && clause.HasOnly(Cue.Polite, Cue.Vocative, Cue.Self, Cue.Task, Cue.Function, Cue.Report))
        {
            return Reading.Of(Intent.ShowTask, new Slots { Tasks = clause.NumberedTasks, Unit = clause.OwnerBefore(clause.To) }, Reading.Weak);
        }

        if (!isNumbered && clause.Has(Cue.Task) && clause.Matches.Count <= 2 && Phrases.Query(clause) is { } query)
        {
            return Reading.Of(Intent.ShowTask, new Slots { Tasks = [new TaskReference(Query: query)] }, Reading.Weak);
        }

        return IsPeriodOnly(clause) ? Reading.Of(Intent.ListTasks, new Slots { Period = clause.PeriodFor(DatePurpose.Question) }, Reading.Weak) : null;
    }

    private static bool IsPeriodOnly(Clause clause)
    {
        if (clause.Dates is not [{ Value: not null } date]) return false;
        var otherTokens = clause.To - clause.From - (date.To - date.From);
        return otherTokens <= 3 && clause.HasOnly(Cue.Polite, Cue.Self, Cue.QuestionEnd, Cue.Function) && !HasUnknownWords(clause);
    }
}
