using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Cuts a sender's own words out of a clause: notes, the words that name a task, names of units without a word for their kind.</summary>
internal static class Phrases
{
    private static readonly CueSet Particles = CueSet.Of(Cue.Polite, Cue.Vocative);

    private static readonly CueSet QueryEnds = CueSet.Of(
        Cue.When, Cue.HowFar, Cue.Due, Cue.Finished, Cue.Lead, Cue.Coordinate, Cue.Source, Cue.History, Cue.Detail, Cue.QuestionEnd, Cue.NotYet, Cue.NotStarted, Cue.Perfect, Cue.Ongoing,
        Cue.Overdue, Cue.Extension, Cue.AskFor, Cue.Obstacle, Cue.ObstacleAsk, Cue.Reason, Cue.Partial, Cue.Future, Cue.Condition, Cue.WhichUnit, Cue.WhichTask, Cue.Vocative, Cue.Approve, Cue.Reject, Cue.Remaining);

    /// <summary>In <c>việc học sinh giỏi nộp khi nào</c> the verb before the question is no part of the name.</summary>
    private static readonly CueSet Verbs = CueSet.Of(Cue.Deliver, Cue.Work);

    /// <summary>The words from a token to the end of the clause, without the particles and signs around them; null where nothing is left.</summary>
    internal static string? Note(Clause clause, int from, int to = int.MaxValue)
    {
        to = Math.Min(to, clause.To);
        while (from < to && IsLeadingNoise(clause, from)) from++;
        while (to > from && IsTrailingNoise(clause, to - 1, out var start)) to = start;
        return to > from ? clause.Message.Words(from, to) : null;
    }

    /// <summary>The first word that gives a reason, with something after it.</summary>
    internal static CueMatch? Reason(Clause clause)
    {
        foreach (var match in clause.Matches)
        {
            if (!match.Cues.Has(Cue.Reason) || match.To >= clause.To || (match.From == clause.From && !clause.HasAny(Cue.Extension, Cue.AskFor))) continue;
            var word = clause.Tokens[match.From];
            if (word.Text is "do" && (clause.Message.Has(match.From - 1, Cue.Task) || clause.Message.IsEnglish || Note(clause, match.To) is null)) continue;
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
        foreach (var match in clause.Matches)
        {
            if (match.From <= reason.To || !match.Cues.Has(Cue.AskFor) || !clause.HasAny(Cue.Extension) || clause.First(Cue.Extension)!.Value.To < reason.From) continue;
            var to = match.From;
            while (to > reason.To && (clause.Tokens[to - 1].Kind == TokenKind.Sign || clause.Message.Has(to - 1, Cue.Self) || clause.Tokens[to - 1].Is("nên"))) to--;
            return Note(clause, reason.To, to);
        }

        for (var at = reason.To + 1; at < clause.To; at++)
        {
            // "vì …, mong anh duyệt"
            if (clause.Tokens[at].IsSign(',') && clause.Tokens[at + 1].IsAny("mong", "kính", "nhờ")) return Note(clause, reason.To, at);
        }

        return Note(clause, reason.To);
    }

    /// <summary>What follows a comma or a full stop after the given token, if it says something.</summary>
    internal static string? TrailingNote(Clause clause, int after)
    {
        for (var at = after; at < clause.To; at++)
        {
            var token = clause.Tokens[at];
            if (!token.IsSign(',') && !token.IsSign('.') && !token.IsSign(';') && !token.IsSign(':') && !token.IsSign('(') && !token.IsSign('-') && token.Kind != TokenKind.Break) continue;
            if (clause.Message.IsTaken[at] || (token.IsGlued && clause.Tokens[at + 1].IsGlued && token.IsSign('.'))) continue;
            return Note(clause, at + 1) is { } note && note.Contains(' ') ? note : null;
        }

        return null;
    }

    /// <summary>The words that name a task: those after <c>việc</c>, else the longest run that means nothing else.</summary>
    internal static string? Query(Clause clause)
    {
        foreach (var match in clause.Matches)
        {
            if (match.Cues.Has(Cue.Task) && AfterTaskWord(clause, match.To) is { } named) return named;
        }

        return LongestRun(clause);
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
            if (clause.Message.IsUnit[at]) break;
            var match = clause.Message.MatchAt(at);
            if (match is { } end && end.Cues.HasAny(QueryEnds) && !(at == from && end.Cues.Has(Cue.Future))) break;
            if (content > 0 && match is { } verb && verb.Cues.HasAny(Verbs) && clause.Message.HasAny(verb.To, QueryEnds)) break;
            if (match is null) content++;
            else if (match.Value.Cues.HasAny(CueSet.Of(Cue.Act, Cue.Document))) content++;
            at = match is { } whole ? Math.Min(whole.To, clause.To) : at + 1;
        }

        return content > 0 ? Trimmed(clause, from, at) : null;
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
        if (match.Cues.Has(Cue.Name)) return true;
        if (match.Cues.Has(Cue.Document) && !match.Cues.Has(Cue.Source) && !match.Cues.Has(Cue.Notices) && match.To - match.From > 1) return true;
        return match.Cues.Has(Cue.Act) && !match.Cues.HasAny(CueSet.Of(Cue.NoteVerb, Cue.Remind));
    }

    private static bool IsFiller(Clause clause, int at) =>
        clause.Message.MatchAt(at) is { } match && match.To - match.From == 1 && match.Cues.HasAny(CueSet.Of(Cue.Function, Cue.Work, Cue.UnitWord)) && !clause.Message.IsTaken[at]
        && !match.Cues.HasAny(CueSet.Of(Cue.Perfect, Cue.NotYet, Cue.Ongoing, Cue.QuestionEnd, Cue.Self, Cue.Polite, Cue.Reason));

    /// <summary>Without <c>báo cáo</c> and small words at its edges: those name no task.</summary>
    private static string? Trimmed(Clause clause, int from, int to)
    {
        while (from < to && clause.Message.MatchAt(from) is { } first && first.To < to && first.Cues.HasAny(CueSet.Of(Cue.Report, Cue.Function, Cue.Polite, Cue.Work)) && !first.Cues.Has(Cue.Act)) from = first.To;
        while (to > from && clause.Message.MatchAt(to - 1) is { } last && last.From >= from && last.Cues.HasAny(CueSet.Of(Cue.Function, Cue.Polite, Cue.Self)) && !last.Cues.Has(Cue.Act)) to = last.From;
        while (to > from && clause.Tokens[to - 1].Kind is TokenKind.Sign) to--;

        // "hội khỏe Phù Đổng tổ chức xong": what is done with it.
        if (to - 2 > from && clause.Tokens[to - 2].Is("tổ") && clause.Tokens[to - 1].Is("chức") && clause.Message.HasAny(to, CueSet.Of(Cue.Finished, Cue.Perfect))) to -= 2;
        return to > from ? clause.Message.Words(from, to) : null;
    }

    private static bool IsLeadingNoise(Clause clause, int at)
    {
        var token = clause.Tokens[at];
        if (token.Kind is TokenKind.Sign or TokenKind.Break) return !token.IsSign('(') && !token.IsSign('"') ? true : !token.IsSign('"');
        return token.IsAny("là", "rằng", "thì") || token.Text is "that";
    }

    private static bool IsTrailingNoise(Clause clause, int at, out int start)
    {
        start = at;
        var token = clause.Tokens[at];
        if (token.Kind is TokenKind.Sign or TokenKind.Break) return !token.IsSign('"') && !token.IsSign('%') && !token.IsSign(')');
        if (clause.Message.MatchAt(at) is not { } match || !match.Cues.HasAny(Particles)) return false;

        // "đi", "luôn", "này" may belong to the words before; only what cannot mean anything else goes.
        if (!token.IsAny("ạ", "nhé", "nha", "nhá") && !token.IsAny("ơi", "giúp", "hộ", "please") && !token.IsAny("giùm", "dùm", "với", "nhe") && !IsThanks(match) && token.Text is not "a") return false;
        start = match.From;
        return true;
    }

    private static bool IsThanks(CueMatch match) => match.Cues.Has(Cue.Thanks);
}
