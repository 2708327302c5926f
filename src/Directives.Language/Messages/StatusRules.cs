using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Statements about progress: the only words that change a status. Everything that makes them less than plain is checked first.</summary>
internal static class StatusRules
{
    private static readonly CueSet Failures = CueSet.Of(Cue.NotYet, Cue.Negation, Cue.NotStarted, Cue.Overdue);

    private static readonly CueSet[] Moves = [CueSet.Of(Cue.Deliver, Cue.Work), CueSet.Of(Cue.Act)];

    /// <summary>What a school asks of those above it, each as words that stand in one plea.</summary>
    private static readonly string[][] Pleas = [["hỗ", "trợ"], ["gỡ"], ["bổ", "sung"], ["cấp", "kinh"]];

    /// <summary>In a longer clause that names no task, a status word is not about one.</summary>
    private const int LongestWithoutTask = 12;

    internal static Reading? ReadObstacle(Clause clause)
    {
        if (clause.Mood.IsQuestion) return null;
        if (clause.Has(Cue.NoObstacle)) return null;
        var reason = Phrases.Reason(clause);
        var obstacle = clause.First(Cue.Obstacle);
        var isAboutTask = clause.TaskMentions.Count > 0 || clause.HasAny(Cue.Finished, Cue.Deliver, Cue.Work, Cue.Act);
        var isUnable = reason is { } given && isAboutTask && clause.Matches.Any(match => match.Cues.HasAny(Failures) && match.From < given.From);
        if (obstacle is null && !isUnable) return ReadConsequence(clause) ?? ReadPlea(clause);
        var isDone = clause.Has(Cue.Perfect) && !clause.HasAny(Cue.NotYet, Cue.Negation) && !isUnable;
        if (isDone && clause.First(Cue.Finished) is { } finished && finished.From < obstacle?.From) return null;
        if (clause.HasAny(Cue.Summary) && !clause.HasAny(Cue.NotYet) && clause.TaskMentions.Count == 0) return null;
        var from = reason is { } why && (obstacle is null || why.From < obstacle.Value.From) ? why.To : obstacle!.Value.From;
        if (obstacle is { } snag && from == snag.From) from = Phrases.AfterSnag(clause, snag);
        if (obstacle is { } word && clause.HasAny(Cue.NotYet) && reason is null && clause.First(Cue.NotYet)!.Value.From > word.From && clause.Message.Has(word.From, Cue.NotYet)) from = word.From;
        var note = Phrases.Note(clause, Phrases.AfterThereIs(clause, from), BeforeConsequence(clause, from));
        var tasks = Tasks(clause, from);
        if (tasks.Count == 0 && obstacle is null) return null;
        return Reading.Of(Intent.ReportObstacle, new Slots { Tasks = tasks, Note = note }, Reading.Plain, tasks.Count == 0 ? [Doubt.TaskImplied] : []);
    }

    /// <summary><c>việc 4 mất điện nên chưa làm được</c>: the cause stands before <c>nên</c>.</summary>
    private static Reading? ReadConsequence(Clause clause)
    {
        if (clause.TaskMentions.Count == 0 || clause.Has(Cue.Extension)) return null;
        var from = clause.TaskMentions[0].From == clause.Start ? clause.TaskMentions[0].To : clause.Start;
        var to = BeforeConsequence(clause, from);
        return to < clause.To && to > from && Phrases.Note(clause, from, to) is { } note
            ? Reading.Of(Intent.ReportObstacle, new Slots { Tasks = clause.NumberedTasks, Note = note }, Reading.Likely)
            : null;
    }

    /// <summary><c>đề nghị phường hỗ trợ kinh phí việc 4</c>, <c>tháo gỡ giúp em việc 4</c>.</summary>
    private static Reading? ReadPlea(Clause clause)
    {
        if (clause.Role != SenderRole.Principal || clause.TaskMentions.Count == 0 || clause.HasAny(Cue.Finished, Cue.Extension, Cue.Remind)) return null;
        if (!Pleas.Any(plea => plea.All(word => clause.HasWord(word)))) return null;
        var task = clause.TaskMentions[0];
        var note = Phrases.Note(clause, task.From == clause.Start ? task.To : clause.Start);
        return Reading.Of(Intent.ReportObstacle, new Slots { Tasks = clause.NumberedTasks, Note = note }, Reading.Likely);
    }

    /// <summary>In <c>thiếu kinh phí nên chưa làm được việc 4</c> the note ends before <c>nên</c>.</summary>
    private static int BeforeConsequence(Clause clause, int from)
    {
        for (var at = from + 1; at < clause.To; at++)
        {
            if (clause.Tokens[at].Is("nên") && clause.Matches.Any(match => match.From > at && match.Cues.HasAny(CueSet.Of(Cue.NotYet, Cue.NotStarted, Cue.Negation, Cue.Overdue)))) return at;
        }

        return clause.To;
    }

    private static IReadOnlyList<TaskReference> Tasks(Clause clause, int before)
    {
        var numbered = clause.NumberedTasks;
        if (numbered.Count > 0) return numbered;
        if (before <= clause.From) return [];
        var head = new Clause(clause.Message, clause.From, before, clause.Role, clause.Today, Dates.SchoolCalendar.Default);
        return Phrases.Query(head) is { } query ? [new TaskReference(Query: query)] : [];
    }

    internal static Reading? Read(Clause clause)
    {
        if (QuestionRules.IsOfAnyState(clause)) return null;

        // "hôm qua chưa xong chứ hôm nay xong rồi": what holds is the later word.
        if (clause.Mood.OvertakenTo is > 0 and var later)
        {
            var now = new Clause(clause.Message, later, clause.To, clause.Role, clause.Today, Dates.SchoolCalendar.Default);
            if (Read(now) is not { Request.Slots.Status: ReportedStatus.Done } reading) return null;
            if (clause.NumberedTasks.Count == 0) return reading;
            return Reading.Of(Intent.UpdateStatus, reading.Request.Slots with { Tasks = clause.NumberedTasks }, Reading.Likely);
        }

        // A leader has no tasks of his own to report on: "Văn phòng đang tiếp khách" speaks of something else.
        if (clause.Role == SenderRole.Leader && clause.TaskMentions.Count == 0 && !clause.HasAny(Cue.Task, Cue.Report, Cue.Finished, Cue.Deliver)) return null;
        if (StatusAt(clause) is not (>= 0 and var at)) return null;
        if (clause.Mood.IsQuestion) return null;
        if (clause.HasAny(Cue.Assign) && clause.Message.Has(clause.Start, Cue.Assign)) return null;
        var tasks = clause.NumberedTasks;
        var isAll = tasks.Count == 0 && IsAll(clause, at);
        if (tasks.Count == 0 && !isAll && Phrases.Query(BeforeNote(clause, at)) is { } query) tasks = [new TaskReference(Query: query)];
        var isImplied = QuestionRules.IsImplied(clause);
        if (!isAll && !isImplied && clause.NumberedTasks.Count == 0 && IsSmallTalk(clause, at)) return null;
        if (tasks.Count == 0 && clause.To - clause.From > LongestWithoutTask && !isImplied) return null;
        var doubts = new List<Doubt>();
        if (tasks.Count == 0) doubts.Add(isAll ? Doubt.AllTasks : Doubt.TaskImplied);
        if (HasSlip(clause)) doubts.Add(Doubt.Misspelt);
        return ReadStatus(clause, at, new Slots { Tasks = tasks, Unit = clause.OwnerBefore(at) }, doubts, tasks.Count > 0 || isImplied);
    }

    /// <summary>
    /// <c>chị đang cho các cháu ăn</c>, <c>học trò nghỉ gần nửa lớp</c>, <c>em có người yêu chưa</c>: something is going on, or is not yet, and nothing of the trade
    /// stands beside it; a bare name is a task's only right before its state (<c>bếp ăn đang làm</c>).
    /// </summary>
    private static bool IsSmallTalk(Clause clause, int at)
    {
        if (clause.Percent is not null && (clause.Tokens[at].Kind == TokenKind.Number || clause.HasAny(Cue.Work, Cue.Ongoing) || clause.HasWord("được", "đạt"))) return false;
        if (clause.HasAny(Cue.Finished, Cue.Deliver, Cue.Task, Cue.Report, Cue.Act, Cue.Topic, Cue.Document, Cue.NotStarted)) return false;
        if (clause.Has(Cue.Perfect) && clause.Has(Cue.Work)) return false;
        return Phrases.Query(clause) is not null && !IsNameBefore(clause, at);
    }

    /// <summary>Whether nothing but words that mean nothing else stand between the head of the clause and its state.</summary>
    private static bool IsNameBefore(Clause clause, int at)
    {
        for (var word = clause.Start; word < at; word++)
        {
            var isName = clause.Tokens[word].Kind == TokenKind.Word && !clause.Message.IsTaken[word]
                && (clause.Message.MatchAt(word) is not { } match || match.Cues.HasAny(CueSet.Of(Cue.Common, Cue.Name, Cue.Work, Cue.Perfect, Cue.Self, Cue.Polite)));
            if (!isName) return false;
        }

        return at > clause.Start;
    }

    private static Reading? ReadStatus(Clause clause, int at, Slots slots, List<Doubt> doubts, bool hasTask)
    {
        Reading Of(ReportedStatus? status, double confidence, Doubt? doubt = null, string? note = null)
        {
            if (doubt is { } reason) doubts.Add(reason);
            return Reading.Of(Intent.UpdateStatus, slots with { Status = status, Note = note }, confidence, [.. doubts]);
        }

        if (clause.Mood.IsHearsay(at)) return Of(null, Reading.Doubtful, Doubt.Hearsay);
        if (clause.HasImpossiblePercent) return Of(null, Reading.Doubtful, Doubt.Partial);
        if (clause.Percent is 100 && !IsPlain(clause, at)) return Of(null, Reading.Doubtful, NotPlain(clause, at));
        if (clause.Percent is { } percent) return ReadPercent(clause, at, IsRemainder(clause, at) ? 100 - percent : percent, slots, doubts);
        if (clause.Has(Cue.NotStarted) && !clause.Has(Cue.Finished)) return Of(ReportedStatus.NotStarted, Reading.Likely);
        if (clause.Mood.IsDenied)
        {
            if (!hasTask && !clause.HasAny(Cue.Finished, Cue.Deliver)) return null;
            return Of(clause.Has(Cue.Ongoing) ? ReportedStatus.InProgress : null, Reading.Doubtful, Doubt.Denial);
        }

        if (clause.Has(Cue.Finished) && Completion.LeavesTaskBehind(clause)) return Of(null, Reading.Doubtful, Doubt.Plan);
        var isWaiting = Completion.IsWaiting(clause, at);
        if (clause.Has(Cue.Partial) || isWaiting && clause.HasAny(Cue.Finished, Cue.Perfect)) return Of(ReportedStatus.InProgress, Reading.Plain, Doubt.Partial, NoteOf(clause, at));
        if (clause.Has(Cue.Ongoing) && !IsDoneAfterOngoing(clause)) return ReadOngoing(clause, at, slots, doubts, hasTask);
        var isHanded = !IsDone(clause) && IsHandedOver(clause);
        if (!IsDone(clause) && !isHanded) return null;
        if (clause.Mood.IsPlanned(at)) return Of(null, Reading.Doubtful, Doubt.Plan);
        var extent = Completion.Contrast(clause, at) is var contrast and not CompletionExtent.Whole ? contrast : Completion.Extent(clause);
        if (extent == CompletionExtent.Piece || Completion.IsStepOnly(clause, at)) return Of(ReportedStatus.InProgress, Reading.Plain, Doubt.Partial, NoteOf(clause, at));
        if (extent == CompletionExtent.Unclear) doubts.Add(Doubt.Partial);
        if (clause.Mood.IsByAnother(at)) doubts.Add(Doubt.Hearsay);
        if (!IsPlain(clause, at)) return Of(null, Reading.Doubtful, NotPlain(clause, at));
        if (Completion.EndsUnclear(clause)) doubts.Add(Doubt.MayAsk);
        return Of(ReportedStatus.Done, isHanded ? Reading.Doubtful : Reading.Plain, note: NoteOf(clause, at));
    }

    private static bool IsPlain(Clause clause, int at) => PlainReport.Is(clause, clause.From, at);

    /// <summary>A plain report behind a colon and words that are not understood is somebody else's: <c>copy từ zalo nhóm: việc 10 xong</c>.</summary>
    private static Doubt NotPlain(Clause clause, int at)
    {
        for (var colon = clause.From; colon < at; colon++)
        {
            if (clause.Tokens[colon].IsSign(':') && PlainReport.Is(clause, colon + 1, at)) return Doubt.Hearsay;
        }

        return Doubt.UnknownWords;
    }

    /// <summary><c>tất cả việc xong rồi</c>, <c>xong hết rồi</c>: no task in particular.</summary>
    private static bool IsAll(Clause clause, int at)
    {
        if (clause.Has(Cue.All)) return Phrases.Query(BeforeNote(clause, at)) is null;
        for (var after = at + 1; after < clause.To && after <= at + 3; after++)
        {
            if (clause.Tokens[after].IsAny("hết", "cả", "sạch") || clause.Tokens[after].Is("tất")) return !QuestionRules.IsImplied(clause) && Phrases.Query(BeforeNote(clause, at)) is null;
        }

        return false;
    }

    private static bool HasSlip(Clause clause)
    {
        for (var at = clause.From; at < clause.To; at++)
        {
            if (clause.Tokens[at].Respelling == RespellingKind.Slip && clause.Message.MatchAt(at) is not null) return true;
        }

        return false;
    }

    /// <summary><c>còn 20% nữa là xong</c>.</summary>
    private static bool IsRemainder(Clause clause, int at) =>
        (clause.Tokens[at - 1].Is("còn") || (clause.Tokens[at - 1].IsAny("khoảng", "lại", "tầm") && clause.Tokens[at - 2].Is("còn"))) && clause.HasWord("nữa", "chưa", "lại");

    private static Reading ReadPercent(Clause clause, int at, int percent, Slots slots, List<Doubt> doubts)
    {
        var isPlanned = clause.Mood.IsPlanned(at);
        if (percent == 100 && clause.Mood.IsDenied) return Reading.Of(Intent.UpdateStatus, slots, Reading.Doubtful, [.. doubts, Doubt.Denial]);
        if (isPlanned && (percent == 100 || HasBefore(clause, at, CueSet.Of(Cue.Future)))) return Reading.Of(Intent.UpdateStatus, slots, Reading.Doubtful, [.. doubts, Doubt.Plan]);
        var status = percent == 100 ? ReportedStatus.Done : ReportedStatus.InProgress;
        return Reading.Of(Intent.UpdateStatus, slots with { Status = status, Percent = percent, Note = NoteOf(clause, at) }, Reading.Plain, [.. doubts]);
    }

    private static Reading? ReadOngoing(Clause clause, int at, Slots slots, List<Doubt> doubts, bool hasTask)
    {
        if (!hasTask && clause.Matches.Count > 3) return null;
        if (HasBefore(clause, at, CueSet.Of(Cue.Future, Cue.Condition))) return Reading.Of(Intent.UpdateStatus, slots, Reading.Doubtful, [.. doubts, Doubt.Plan]);
        return Reading.Of(Intent.UpdateStatus, slots with { Status = ReportedStatus.InProgress, Note = NoteOf(clause, at) }, Reading.Plain, [.. doubts]);
    }

    private static bool HasBefore(Clause clause, int at, CueSet cues)
    {
        foreach (var match in clause.Matches)
        {
            if (match.From >= at) return false;
            if (match.Cues.HasAny(cues) && !match.Cues.Has(Cue.Ongoing)) return true;
        }

        return false;
    }

    /// <summary><c>đã triển khai xong</c>.</summary>
    private static bool IsDoneAfterOngoing(Clause clause)
    {
        foreach (var match in clause.Matches)
        {
            if (match.Cues.Has(Cue.Ongoing) && clause.Tokens[match.From].Is("đã") && clause.Message.Has(match.To, Cue.Finished)) return true;
        }

        return false;
    }

    /// <summary><c>em gửi báo cáo việc 3 ạ</c>: said while handing it over.</summary>
    private static bool IsHandedOver(Clause clause)
    {
        if (clause.First(Cue.Deliver) is not { } verb || clause.HasAny(Cue.AskFor, Cue.NotYet, Cue.Negation)) return false;
        var isReport = clause.Has(Cue.Report) || verb.To - verb.From > 1;
        return isReport && clause.Message.Has(verb.From - 1, Cue.Self);
    }

    private static bool IsDone(Clause clause) => clause.Has(Cue.Finished) || (clause.HasAny(Cue.Deliver, Cue.Act, Cue.Work) && clause.Has(Cue.Perfect) && !IsHandedOn(clause));

    /// <summary><c>việc 12 đã giao cho cô Hoa làm</c>: given to somebody, not done.</summary>
    private static bool IsHandedOn(Clause clause)
    {
        foreach (var match in clause.Matches)
        {
            if (match.Cues.Has(Cue.Assign) && clause.Tokens[match.From].IsAny("giao", "phân") && !clause.Tokens[match.From - 1].Is("được")) return true;
        }

        return false;
    }

    /// <summary>The token of the word that gives the status; -1 where there is none.</summary>
    private static int StatusAt(Clause clause)
    {
        foreach (var percent in clause.Message.Percentages)
        {
            if (percent.From >= clause.From && percent.To <= clause.To) return percent.From;
        }

        foreach (var match in clause.Matches)
        {
            if (match.Cues.HasAny(CueSet.Of(Cue.Finished, Cue.Ongoing, Cue.Partial, Cue.NotStarted))) return match.From;
        }

        var isMoved = IsHandedOver(clause) || clause.HasAny(Cue.Perfect, Cue.NotYet, Cue.Negation, Cue.Future) || clause.Mood.IsDenied || clause.ReadDates(Dates.DatePurpose.Deadline).Any();
        // "báo cáo chuyển đổi số em gửi rồi": what is handed over may have the name of a work itself.
        foreach (var cues in Moves)
        {
            foreach (var match in clause.Matches)
            {
                if (match.Cues.HasAny(cues) && isMoved && !match.Cues.Has(Cue.Report)) return match.From;
            }
        }

        foreach (var match in clause.Matches)
        {
            if (match.Cues.Has(Cue.Deliver) && clause.Has(Cue.Perfect) && match.From > clause.Start) return match.From;
        }

        return clause.TaskMentions.Count > 0 && clause.HasAny(Cue.NotYet) ? clause.First(Cue.NotYet)!.Value.From : -1;
    }

    private static Clause BeforeNote(Clause clause, int at)
    {
        for (var to = at + 1; to < clause.To; to++)
        {
            var token = clause.Tokens[to];
            var isEnd = token.IsSign(',') || token.IsSign('.') || token.IsSign(';');
            if (isEnd) return new Clause(clause.Message, clause.From, to, clause.Role, clause.Today, Dates.SchoolCalendar.Default);
        }

        return clause;
    }

    private static string? NoteOf(Clause clause, int at)
    {
        // "việc 8 xong rồi, không phải việc 12" says of which task, and no more.
        if (clause.TaskMentions.Any(task => task.From > at && clause.IsExcluded(task))) return null;
        return (IsOnlyStress(clause, at) ? null : ResultNote(clause, at) ?? Phrases.TrailingNote(clause, at)) ?? Phrases.ReasonNote(clause);
    }

    /// <summary><c>…, kết quả: 212 em được tiêm</c>: behind the word stands what came of it.</summary>
    private static string? ResultNote(Clause clause, int at)
    {
        for (var sign = at; sign < clause.To - 3; sign++)
        {
            if (clause.Tokens[sign].Kind is not (TokenKind.Sign or TokenKind.Break) || !clause.Tokens[sign + 1].Is("kết") || !clause.Tokens[sign + 2].Is("quả")) continue;
            var from = sign + 3;
            if (clause.Tokens[from].Is("là") || clause.Tokens[from].IsSign(':')) from++;
            return clause.Tokens[from].Kind is TokenKind.Number || from > sign + 3 ? Phrases.Note(clause, from) : null;
        }

        return null;
    }

    /// <summary><c>việc 5 xong thật rồi, không phải gần xong đâu</c>: nothing new behind the first sign.</summary>
    private static bool IsOnlyStress(Clause clause, int at)
    {
        for (var sign = at; sign < clause.To; sign++)
        {
            var isSign = clause.Tokens[sign].Kind is TokenKind.Sign or TokenKind.Break && !clause.Message.IsTaken[sign];
            if (isSign) return PlainReport.SaysNothingNew(clause, sign);
        }

        return false;
    }
}
