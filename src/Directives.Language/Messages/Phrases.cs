using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Cuts a sender's own words out of a clause: notes, the words that name a task, names of units without a word for their kind.</summary>
internal static class Phrases
{
    private static readonly CueSet Asides = CueSet.Of(Cue.Polite, Cue.Vocative, Cue.Person);

    private static readonly CueSet Particles = CueSet.Of(Cue.Polite, Cue.Vocative);

    private static readonly CueSet QueryEnds = CueSet.Of(
        Cue.When, Cue.HowFar, Cue.Due, Cue.Finished, Cue.Lead, Cue.Coordinate, Cue.Source, Cue.History, Cue.Detail, Cue.QuestionEnd, Cue.NotYet, Cue.NotStarted, Cue.Perfect, Cue.Ongoing,
        Cue.Overdue, Cue.Extension, Cue.AskFor, Cue.Obstacle, Cue.ObstacleAsk, Cue.Reason, Cue.Partial, Cue.Future, Cue.Condition, Cue.WhichUnit, Cue.WhichTask, Cue.Vocative, Cue.Approve, Cue.Reject, Cue.Remaining);

    /// <summary>In <c>việc học sinh giỏi nộp khi nào</c> the verb before the question is no part of the name.</summary>
    private static readonly CueSet Verbs = CueSet.Of(Cue.Deliver, Cue.Work);

    private static readonly CueSet Formulas = CueSet.Of(
        Cue.NoteVerb, Cue.Vocative, Cue.Polite, Cue.Self, Cue.Person, Cue.Function, Cue.Ongoing, Cue.Finished, Cue.Perfect, Cue.Thanks, Cue.NotStarted);

    /// <summary>The words from a token to the end of the clause, without the particles and signs around them; null where nothing is left.</summary>
    internal static string? Note(Clause clause, int from, int to = int.MaxValue)
    {
        to = Math.Min(to, clause.To);
        while (from < to && IsLeadingNoise(clause, from)) from++;
        while (to > from && IsTrailingNoise(clause, to - 1, out var start)) to = start;
        if (to > from && clause.Tokens[to - 1].IsSign(')') && !HasSign(clause, from, to, '(')) to--;
        return to > from ? clause.Message.Words(from, to) : null;
    }

    private static bool HasSign(Clause clause, int from, int to, char sign)
    {
        for (var at = from; at < to; at++)
        {
            if (clause.Tokens[at].IsSign(sign)) return true;
        }

        return false;
    }

    /// <summary>
    /// Where the obstacle itself begins: behind a word that only says that there is one, where a sign, a reason or a further obstacle
    /// follows it (<c>vướng: …</c>, <c>bị kẹt vì …</c>, <c>stuck on task 4: …</c>). In <c>vướng kinh phí</c> the word belongs to what follows.
    /// </summary>
    internal static int AfterSnag(Clause clause, CueMatch snag)
    {
        if (!snag.Cues.Has(Cue.Snag)) return snag.From;
        var at = snag.To;
        while (at < clause.To && EndOfAside(clause, at) is var end && end > at) at = end;
        if (at >= clause.To) return snag.From;
        if (clause.Message.MatchAt(at) is { } next && next.From == at)
        {
            if (next.Cues.Has(Cue.Reason)) return Note(clause, next.To) is null ? snag.From : next.To;
            return next.Cues.Has(Cue.Obstacle) && !next.Cues.Has(Cue.Snag) || clause.Tokens[at - 1].Is("là") ? at : snag.From;
        }

        if (clause.Tokens[at].Kind is not (TokenKind.Sign or TokenKind.Break) || clause.Tokens[at].IsSign('"') || clause.Message.IsTaken[at]) return snag.From;

        // "vướng, đề nghị quận hỗ trợ": a request says what is missing.
        while (at < clause.To && clause.Tokens[at].Kind is TokenKind.Sign or TokenKind.Break) at++;
        if (clause.Message.Has(at, Cue.Reason)) at = clause.Message.MatchAt(at)!.Value.To;
        var isPlea = clause.Message.HasAny(at, CueSet.Of(Cue.AskFor, Cue.RequestNoun, Cue.Remind)) || clause.Tokens[at].IsAny("mong", "kính", "rất", "nên");
        return isPlea || Note(clause, at) is not { } note || !note.Contains(' ') ? snag.From : at;
    }

    /// <summary>Words between the one for an obstacle and what it is: a task's number, an address, <c>rồi</c>, <c>quá</c>.</summary>
    private static int EndOfAside(Clause clause, int at)
    {
        foreach (var task in clause.TaskMentions)
        {
            if (task.From == at) return task.To;
            if (task.From == at + 1 && (clause.Tokens[at].IsAny("ở", "với", "về") || clause.Tokens[at].Text is "on" or "with" or "in")) return task.To;
        }

        // "đang bí nè em, do …": to whom it is said.
        var isAddress = clause.Message.MatchAt(at) is { } who && who.From == at && who.Cues.Has(Cue.Self) && !who.Cues.Has(Cue.UnitWord) && clause.Tokens[who.To].Kind is TokenKind.Sign or TokenKind.Break;
        if (isAddress) return at + 1;
        if (clause.Tokens[at].IsAny("rồi", "quá", "lắm") || clause.Tokens[at].IsAny("là", "đây", "mãi") || clause.Tokens[at].IsAny("to", "nặng", "cứng")) return at + 1;
        return clause.Message.MatchAt(at) is { } match && match.From == at && match.Cues.HasAny(Asides) && !match.Cues.HasAny(CueSet.Of(Cue.Reason, Cue.UnitWord)) ? match.To : at;
    }

    /// <summary><c>because there is no budget</c>: what there is or is not.</summary>
    internal static int AfterThereIs(Clause clause, int from) =>
        clause.Tokens[from].Text == "there" && clause.Tokens[from + 1].Text is "is" or "are" or "was" or "were" ? from + 2 : from;

    /// <summary>The first word that gives a reason, with something after it.</summary>
    internal static CueMatch? Reason(Clause clause)
    {
        foreach (var match in clause.Matches)
        {
            if (!match.Cues.Has(Cue.Reason) || match.To >= clause.To || (match.From == clause.From && !clause.HasAny(Cue.Extension, Cue.AskFor))) continue;
            var word = clause.Tokens[match.From];
            if (word.Text is "do" && (clause.Message.Has(match.From - 1, Cue.Task) || clause.Message.IsEnglish || Note(clause, match.To) is null)) continue;

            // "viec do xong roi do em": to whom it is said.
            var isAddress = word.Text == "do" && clause.Message.HasAny(match.To, CueSet.Of(Cue.Self, Cue.Person)) && clause.Message.MatchAt(match.To)!.Value.To >= clause.To;
            if (isAddress) continue;
            if (word.IsAny("tại", "bởi") && match.To - match.From == 1 && !clause.HasAny(Cue.NotYet, Cue.Negation, Cue.Extension)) continue;
            if (word.Text is "as" or "since" or "tai" && !clause.HasAny(Cue.Extension, Cue.NotYet, Cue.Reject)) continue;
            if (Note(clause, match.To) is not null) return match;
        }

        return null;
    }

    /// <summary>The reason's words; where what is asked for comes after them, only up to there.</summary>
    internal static string? ReasonNote(Clause clause)
    {
        if (Reason(clause) is not { } reason) return null;
        var from = AfterThereIs(clause, reason.To);

        // "vì lý do chính đáng": what kind of reason, and the word belongs to it.
        var isNoun = clause.Tokens[reason.To - 1].Is("do") && clause.Tokens[reason.To - 2].Is("lý") && reason.To - reason.From > 2;
        if (isNoun && clause.Tokens[from].IsAny("chính", "khách", "hợp", "bất", "riêng")) from = reason.To - 2;
        foreach (var match in clause.Matches)
        {
            if (match.From <= reason.To || !IsWish(clause, match) || !clause.HasAny(Cue.Extension) || clause.First(Cue.Extension)!.Value.To < reason.From) continue;
            return Note(clause, from, BeforeRequest(clause, from, match.From));
        }

        for (var at = from + 1; at < clause.To; at++)
        {
            // "(vì …) đến 15/12", "vì mưa bão đến 15/12"
            if (clause.Tokens[at].IsSign(')') && !HasSign(clause, from, at, '(') || IsNewDayBehind(clause, reason, at)) return Note(clause, from, at);

            // "vì …, mong anh duyệt"
            if (clause.Tokens[at].Kind is TokenKind.Sign or TokenKind.Break && IsPlea(clause, at + 1)) return Note(clause, from, at);
        }

        return Note(clause, from);
    }

    /// <summary><c>xin …</c>, <c>nên gia hạn …</c>; in <c>không duyệt vì đã gia hạn rồi</c> nothing is asked for.</summary>
    private static bool IsWish(Clause clause, CueMatch match) =>
        match.Cues.Has(Cue.AskFor) || match.Cues.Has(Cue.Extension) && !clause.HasAny(Cue.Approve, Cue.Reject) && clause.Tokens[match.From - 1] is var before
            && (before.Kind == TokenKind.Sign || before.IsAny("nên", "cho"));

    /// <summary>The only day of a request, at its end, is what is asked for and no part of the reason.</summary>
    private static bool IsNewDayBehind(Clause clause, CueMatch reason, int at)
    {
        if (clause.Dates.Count != 1 || clause.Dates[0].From != at || at < reason.To || !clause.HasAny(Cue.Extension) || Note(clause, clause.Dates[0].To) is not null) return false;
        return clause.Dates[0].Relation == Dates.DateRelation.Until || clause.Dates[0].Length is not null && clause.Message.Has(at - 1, Cue.Extension);
    }

    private static bool IsPlea(Clause clause, int at) =>
        clause.Tokens[at].IsAny("mong", "kính", "nhờ") || clause.Tokens[at].Is("rất") && clause.Tokens[at + 1].Is("mong") || clause.Message.Has(at, Cue.Thanks);

    /// <summary>
    /// A reason that stands before the request with no word for it: <c>mất điện cả xã nên việc 26 xin thêm 3 ngày</c>,
    /// <c>chờ phụ huynh ký đơn, nv 76 cho xin hạn …</c>, <c>việc 42 trùng tuần thi, xin lùi …</c>.
    /// </summary>
    internal static string? ReasonBefore(Clause clause, CueMatch request)
    {
        var from = clause.Start;

        // "we are short of staff, …": an English sentence keeps its subject.
        while (clause.Message.IsEnglish && clause.Message.MatchAt(from - 1) is { } subject && subject.Cues.Has(Cue.Self) && subject.From >= clause.From) from = subject.From;
        if (clause.TaskMentions.Count > 0 && clause.TaskMentions[0].From == from) from = clause.TaskMentions[0].To;
        while (from < request.From && (clause.Tokens[from].Kind is TokenKind.Sign or TokenKind.Break || clause.Message.Has(from, Cue.Self) && !clause.Message.IsEnglish
            || clause.Tokens[from].IsAny("thì", "do", "vì"))) from++;
        var to = BeforeRequest(clause, from, request.From);
        if (to - from < 2 || IsNoReason(clause, from, to)) return null;
        var joint = clause.Tokens[to];
        if (!joint.IsAny("nên", "do") && joint.Text is not ("so" or "can" or "could") && joint.Kind is not (TokenKind.Sign or TokenKind.Break)) return null;
        if (clause.First(Cue.Obstacle) is { } obstacle && obstacle.From >= from && obstacle.To <= to && IsOnlySmall(clause, from, obstacle.From) && AfterSnag(clause, obstacle) is var start && start < to)
        {
            from = start;
        }

        return Note(clause, from, to);
    }

    private static bool IsOnlySmall(Clause clause, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!clause.Message.HasAny(at, CueSet.Of(Cue.Function, Cue.Ongoing, Cue.Self, Cue.Perfect))) return false;
        }

        return true;
    }

    /// <summary>Words before a request that only say whose task it is, or when it is due.</summary>
    private static bool IsNoReason(Clause clause, int from, int to)
    {
        if (clause.Tokens[from].IsAny("về", "riêng", "là") || clause.Tokens[from].IsAny("liên", "đối", "kính") || clause.Tokens[from - 1].Kind == TokenKind.Word
            && clause.Tokens[from].Is("là")) return true;
        var content = 0;
        for (var at = from; at < to; at++)
        {
            // "đoàn thanh tra đang làm việc": no task is named.
            var namesTask = clause.Message.Has(at, Cue.Task) && !(clause.Tokens[at].Is("việc") && clause.Tokens[at - 1].Is("làm") && at + 1 == to);
            if (namesTask || clause.Message.HasAny(at, CueSet.Of(Cue.Due, Cue.Vocative, Cue.AskFor))) return true;
            if (clause.Tokens[at].Kind != TokenKind.Word || clause.Message.IsUnit[at] || clause.Message.IsTaken[at]) continue;
            if (clause.Message.MatchAt(at) is not { } match || match.Cues.HasAny(CueSet.Of(Cue.Act, Cue.Topic, Cue.Obstacle, Cue.Document, Cue.Condition))) content++;
        }

        return content == 0;
    }

    /// <summary>The end of what stands before a request: without the request's own subject and task, and without <c>nên</c>.</summary>
    private static int BeforeRequest(Clause clause, int from, int to)
    {
        while (to > from)
        {
            var before = to - 1;
            if (clause.TaskMentions.FirstOrDefault(task => task.To == to) is { } mention && mention.From >= from) to = mention.From;
            else if (clause.Tokens[before].Kind is TokenKind.Sign or TokenKind.Break && !clause.Tokens[before].IsSign(')') || clause.Tokens[before].IsAny("nên", "thì", "đành")
                || clause.Tokens[before].Text == "so" && clause.Message.IsEnglish) to--;
            else if (clause.Tokens[before].IsAny("vậy", "thế", "đó") && clause.Tokens[before - 1].IsAny("vì", "do", "nên")) to -= 2;
            else if (clause.Message.Has(before, Cue.Person) && before > from && clause.Tokens[before - 1].Kind == TokenKind.Sign) to--;
            else if (clause.Message.MatchAt(before) is { } match && match.From >= from && match.Cues.HasAny(CueSet.Of(Cue.Self, Cue.Polite, Cue.AskFor))
                && !match.Cues.HasAny(CueSet.Of(Cue.Act, Cue.Topic))) to = match.From;
            else break;
        }

        return to;
    }

    /// <summary>What follows a comma or a full stop after the given token, if it says something.</summary>
    internal static string? TrailingNote(Clause clause, int after)
    {
        for (var at = after; at < clause.To; at++)
        {
            var token = clause.Tokens[at];
            if (!token.IsSign(',') && !token.IsSign('.') && !token.IsSign(';') && !token.IsSign(':') && !token.IsSign('(') && !token.IsSign('-') && token.Kind != TokenKind.Break) continue;
            if (clause.Message.IsTaken[at] || (token.IsGlued && clause.Tokens[at + 1].IsGlued && token.IsSign('.'))) continue;
            return Note(clause, at + 1) is { } note && note.Contains(' ') && !IsFormula(clause, at + 1) ? note : null;
        }

        return null;
    }

    private static bool IsPercentage(Clause clause, int at)
    {
        foreach (var percent in clause.Message.Percentages)
        {
            if (percent.From <= at && at < percent.To) return true;
        }

        return false;
    }

    /// <summary><c>please mark it as done</c>, <c>ghi vào hộ em</c>, <c>ghi 50% nha</c>, <c>xin báo cáo đồng chí</c>: says nothing about the task that the report does not say.</summary>
    private static bool IsFormula(Clause clause, int from)
    {
        var hasEntry = false;
        for (var at = from; at < clause.To; at++)
        {
            if (clause.Tokens[at].Kind is TokenKind.Sign or TokenKind.Break || IsPercentage(clause, at)) continue;
            if (clause.Message.MatchAt(at) is not { } match || !match.Cues.HasAny(Formulas)) return false;
            hasEntry |= match.Cues.HasAny(CueSet.Of(Cue.NoteVerb, Cue.Vocative, Cue.Ongoing, Cue.Polite)) || clause.Tokens[at].Text == "mark" || clause.Tokens[at].Is("đánh");
        }

        return hasEntry;
    }

    /// <summary>The words behind <c>việc</c>, <c>nhiệm vụ</c> or <c>vụ</c> that name one task; null behind <c>các việc</c> and where none follow.</summary>
    internal static string? NamedTask(Clause clause)
    {
        foreach (var match in clause.Matches)
        {
            if (!match.Cues.Has(Cue.Task) || clause.Tokens[match.From].IsAny("các", "những", "mấy") || clause.Tokens[match.From - 1].IsAny("các", "những", "mấy")) continue;
            if (clause.Tokens[match.To - 1].IsAny("việc", "vụ") && AfterTaskWord(clause, match.To) is { } named) return named;
        }

        return null;
    }

    /// <summary>The words that name a task: those after <c>việc</c>, else the longest run that means nothing else.</summary>
    internal static string? Query(Clause clause) => EnglishName(clause) ?? BehindTaskWord(clause) ?? LongestRun(clause);

    private static string? BehindTaskWord(Clause clause)
    {
        foreach (var match in clause.Matches)
        {
            if (match.Cues.Has(Cue.Task) && AfterTaskWord(clause, match.To) is { } named) return named;
        }

        return LongestRun(clause);
    }

    /// <summary><c>the fire safety task</c>: English names a task before the word for it.</summary>
    internal static string? EnglishName(Clause clause)
    {
        for (var at = clause.From + 2; at < clause.To; at++)
        {
            if (clause.Tokens[at].Text is not ("task" or "item" or "assignment")) continue;
            var from = at;
            while (from > clause.From && at - from < 5 && clause.Tokens[from - 1].Kind == TokenKind.Word && IsContent(clause, from - 1)) from--;
            if (from < at && clause.Tokens[from - 1].Text is "the" or "our" or "my" or "that") return clause.Message.Words(from, at);
        }

        return null;
    }

    /// <summary>A name of a unit without a word for its kind: the first run of words that mean nothing else.</summary>
    internal static string? BareName(Clause clause, int from)
    {
        for (var at = from; at < clause.To; at++)
        {
            if (clause.Tokens[at].Kind == TokenKind.Sign || clause.Message.Has(at, Cue.Reason)) return null;
            if (!IsNamePart(clause, at)) continue;
            var end = at;
            while (end < clause.To && end - at < 5 && IsNamePart(clause, end)) end++;
            return end - at >= 2 || clause.Tokens[at].IsCapitalised ? clause.Message.Words(at, end) : null;
        }

        return null;
    }

    private static bool IsNamePart(Clause clause, int at)
    {
        var token = clause.Tokens[at];
        if (token.Kind != TokenKind.Word || clause.Message.IsTaken[at]) return false;
        if (clause.Message.MatchAt(at) is not { } match || match.Cues.Has(Cue.Name)) return true;
        return token.IsCapitalised && !token.IsUpper && (at > clause.From || clause.Tokens[at + 1].IsCapitalised) && match.To - match.From == 1 && clause.Tokens.HasBothCases;
    }

    private static string? AfterTaskWord(Clause clause, int from)
    {
        if (clause.Tokens[from].IsSign('"'))
        {
            for (var close = from + 1; close < clause.To; close++)
            {
                if (clause.Tokens[close].IsSign('"')) return Note(clause, from + 1, close);
            }
        }

        if (clause.Tokens[from].IsAny("về", "là")) from++;
        var (at, content) = (from, 0);
        while (at < clause.To)
        {
            var token = clause.Tokens[at];
            if (token.Kind is TokenKind.Sign or TokenKind.Break && !token.IsSign('&') && !token.IsSign('-')) break;
            if (clause.Message.IsTaken[at] && (content == 0 || !clause.Dates.Any(date => date.From <= at && at < date.To && date is { Relation: Dates.DateRelation.On, Time: null, Recurrence: null, Length: null, Value: not (Dates.OffsetValue or Dates.WeekdayValue or Dates.DayValue or Dates.PointValue) }))) break;
            if (clause.Message.IsUnit[at] || (content > 0 && (IsAmongUnits(clause, at) || token.Text is "thì"))) break;
            var match = clause.Message.MatchAt(at);
            if (match is { } end && end.Cues.HasAny(QueryEnds) && !(at == from && end.Cues.Has(Cue.Future))) break;
            if (content > 0 && match is { } verb && verb.Cues.HasAny(Verbs) && clause.Message.HasAny(verb.To, QueryEnds)) break;
            if (match is null) content++;
            else if (match.Value.Cues.HasAny(CueSet.Of(Cue.Act, Cue.Document, Cue.Topic))) content++;
            at = match is { } whole ? Math.Min(whole.To, clause.To) : at + 1;
        }

        return content > 0 ? Trimmed(clause, from, at) : null;
    }

    /// <summary>In <c>việc kiểm định ở các trường</c> the schools are no part of the name.</summary>
    private static bool IsAmongUnits(Clause clause, int at)
    {
        var from = clause.Tokens[at].IsAny("ở", "tại", "của") || clause.Tokens[at].IsAny("bên", "các") ? at + 1 : at;
        if (from == at) return clause.Message.MatchAt(at) is { } match && match.From == at && match.Cues.Has(Cue.UnitWord) && clause.Tokens[at].IsAny("các", "những", "tất");
        return clause.Message.IsUnit[from] || clause.Message.Has(from, Cue.UnitWord) || clause.Message.Has(from, Cue.Self);
    }

    private static string? LongestRun(Clause clause)
    {
        var limit = Reason(clause)?.From ?? clause.To;
        var (best, bestFrom, bestTo) = (0, 0, 0);
        for (var at = clause.From; at < limit;)
        {
            if (!IsContent(clause, at))
            {
                at++;
                continue;
            }

            var (from, to, content) = (at, at, 0);
            while (to < limit && (IsContent(clause, to) || (IsFiller(clause, to) && to + 1 < limit && IsContent(clause, to + 1))))
            {
                if (IsContent(clause, to)) content++;
                to++;
            }

            if (content > best) (best, bestFrom, bestTo) = (content, from, to);
            at = to;
        }

        return best == 0 ? null : Trimmed(clause, bestFrom, bestTo);
    }

    private static bool IsContent(Clause clause, int at)
    {
        if (clause.Tokens[at].Kind != TokenKind.Word || clause.Message.IsTaken[at]) return false;
        if (clause.Message.IsUnit[at]) return false;
        if (clause.Message.MatchAt(at) is not { } match) return !clause.Message.Has(at - 1, Cue.Person);
        if (match.Cues.HasAny(CueSet.Of(Cue.Name, Cue.Topic))) return true;
        if (match.Cues.Has(Cue.Document) && !match.Cues.Has(Cue.Source) && !match.Cues.Has(Cue.Notices) && match.To - match.From > 1) return true;
        return match.Cues.Has(Cue.Act) && !match.Cues.HasAny(CueSet.Of(Cue.NoteVerb, Cue.Remind));
    }

    private static bool IsFiller(Clause clause, int at) =>
        clause.Message.MatchAt(at) is { } match && match.To - match.From == 1 && match.Cues.HasAny(CueSet.Of(Cue.Function, Cue.Work, Cue.UnitWord)) && !clause.Message.IsTaken[at]
        && !match.Cues.HasAny(CueSet.Of(Cue.Perfect, Cue.NotYet, Cue.Ongoing, Cue.QuestionEnd, Cue.Self, Cue.Polite, Cue.Reason));

    /// <summary>Without <c>báo cáo</c> and small words at its edges: those name no task.</summary>
    private static string? Trimmed(Clause clause, int from, int to)
    {
        while (from < to && clause.Message.MatchAt(from) is { } first && first.To < to && first.Cues.HasAny(CueSet.Of(Cue.Report, Cue.Function, Cue.Polite, Cue.Work))
            && !first.Cues.HasAny(CueSet.Of(Cue.Act, Cue.Topic))) from = first.To;
        while (to > from + 1 && EndsBeforePredicate(clause, from, to) is var end && end < to) to = end;
        while (to > from && clause.Tokens[to - 1].Kind is TokenKind.Sign) to--;

        // "hội khỏe Phù Đổng tổ chức xong": what is done with it.
        if (to - 2 > from && clause.Tokens[to - 2].Is("tổ") && clause.Tokens[to - 1].Is("chức") && clause.Message.HasAny(to, CueSet.Of(Cue.Finished, Cue.Perfect))) to -= 2;
        return to > from ? clause.Message.Words(from, to) : null;
    }

    /// <summary>The end without a small word, a sign, a preposition of the day that follows, or the verb of the status (<c>hội khỏe tổ chức xong</c>).</summary>
    private static int EndsBeforePredicate(Clause clause, int from, int to)
    {
        var token = clause.Tokens[to - 1];
        if (token.Kind is TokenKind.Sign) return to - 1;
        if (clause.Message.MatchAt(to - 1) is not { } last || last.From < from) return IsBeforeValue(clause, to)
            && (token.IsAny("qua", "sang", "vào") || token.IsAny("đạt", "khoảng", "tầm", "chừng", "cỡ")) ? to - 1 : to;
        if (last.Cues.HasAny(CueSet.Of(Cue.Function, Cue.Polite, Cue.Self, Cue.Work)) && !last.Cues.HasAny(CueSet.Of(Cue.Act, Cue.Topic))) return last.From;
        return last.From > from && IsDoing(clause, last.From) && clause.Message.HasAny(to, CueSet.Of(Cue.Finished, Cue.Perfect, Cue.Partial)) ? last.From : to;
    }

    /// <summary>Whether a day or a percentage stands there.</summary>
    private static bool IsBeforeValue(Clause clause, int at) => (uint)at < (uint)clause.Message.IsTaken.Length && clause.Message.IsTaken[at];

    private static bool IsDoing(Clause clause, int at) =>
        clause.Tokens[at].IsAny("lập", "mua", "lắp", "soạn") || clause.Tokens[at].IsAny("tổ", "xây", "cập", "chuẩn", "hoàn") && clause.Tokens[at + 1].IsAny("chức", "dựng", "nhật", "bị", "thiện");

    private static bool IsLeadingNoise(Clause clause, int at)
    {
        var token = clause.Tokens[at];
        if (token.Kind is TokenKind.Sign or TokenKind.Break) return !token.IsSign('(') && !token.IsSign('"') ? true : !token.IsSign('"');
        if (clause.Message.MatchAt(at) is { } match && match.To - match.From > 1) return false;
        return token.IsAny("là", "rằng", "thì") || token.Text is "that";
    }

    private static bool IsTrailingNoise(Clause clause, int at, out int start)
    {
        start = at;
        var token = clause.Tokens[at];

        // "… nhé anh": to whom it is said.
        if (token.IsAny("anh", "chị", "em", "cô", "thầy", "bác") && clause.Tokens[at - 1].IsAny("nhé", "nha", "ạ", "nhá"))
        {
            start = at - 1;
            return true;
        }

        if (token.Kind is TokenKind.Sign or TokenKind.Break) return !token.IsSign('"') && !token.IsSign('%') && !token.IsSign(')');
        if (clause.Message.MatchAt(at) is not { } match || !match.Cues.HasAny(Particles)) return false;

        // "đi", "luôn", "này" may belong to the words before; only what cannot mean anything else goes.
        if (!token.IsAny("ạ", "nhé", "nha", "nhá") && !token.IsAny("ơi", "giúp", "hộ", "please") && !token.IsAny("giùm", "dùm", "với", "nhe") && !IsThanks(match) && token.Text is not "a") return false;
        start = match.From;
        return true;
    }

    private static bool IsThanks(CueMatch match) => match.Cues.Has(Cue.Thanks);
}
