using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>Messages that are only a yes, a no, a greeting, thanks, a call for help; and taking something back.</summary>
internal static class SocialRules
{
    private static readonly CueSet Beside = CueSet.Of(Cue.Polite, Cue.Vocative, Cue.Self, Cue.Person);

    private static readonly CueSet OfTheTrade = CueSet.Of(
        Cue.Task, Cue.Report, Cue.Document, Cue.Due, Cue.Assign, Cue.RemindSelf, Cue.Remind, Cue.Extension, Cue.NoteVerb, Cue.WhichTask, Cue.Overdue, Cue.Export, Cue.Digest, Cue.Undo, Cue.Link);

    internal static Reading? Read(Clause clause)
    {
        if (clause.TaskMentions.Count > 0 || clause.Dates.Any(date => date.Value is not null || date.Recurrence is not null) || clause.Directive is not null) return null;
        if (IsPrivate(clause)) return Reading.Of(Intent.None, new Slots(), 0.9);
        if (IsUsage(clause)) return Reading.Of(Intent.Help, new Slots());
        if (IsIntroduction(clause)) return Reading.Of(Intent.Greet, new Slots());
        if (IsOnly(clause, Cue.Help, 0, out _) && !IsBareGuide(clause)) return Reading.Of(Intent.Help, new Slots());
        if (clause.Has(Cue.Help) && clause.Last(Cue.Help) is { } help && help.To - help.From > 1 && !help.Cues.Has(Cue.Polite) && (IsHow(clause, help) || !clause.HasAny(Cue.Finished, Cue.Deliver, Cue.Export)) && CountOther(clause, Cue.Help) <= (IsAskedPlainly(clause) ? 9 : 5)) return Reading.Of(Intent.Help, new Slots(), Reading.Likely);
        if (IsOnly(clause, Cue.Thanks, 4, out var startsWithThanks) && startsWithThanks) return Reading.Of(Intent.Thanks, new Slots());
        if (IsOnly(clause, Cue.Undo, 0, out _)) return Reading.Of(Intent.Undo, new Slots());
        if (IsDecisionOnly(clause) is { } decision) return decision;
        if (IsOnly(clause, Cue.Deny, 0, out _) && !clause.Has(Cue.Confirm)) return EndsWithQuestionMark(clause) ? null : Reading.Of(Intent.Deny, new Slots());
        if (IsOnly(clause, Cue.Confirm, 0, out _)) return EndsWithQuestionMark(clause) ? null : Reading.Of(Intent.Confirm, new Slots());
        if (clause.Has(Cue.Confirm) && clause.Has(Cue.Deny) && IsOnlyOf(clause, CueSet.Of(Cue.Confirm, Cue.Deny))) return FirstOf(clause);
        if (IsOnly(clause, Cue.Greet, 3, out _) && CountOther(clause, Cue.Greet) <= 3) return Reading.Of(Intent.Greet, new Slots());
        return IsOnly(clause, Cue.Thanks, 3, out _) ? Reading.Of(Intent.Thanks, new Slots()) : null;
    }

    /// <summary><c>máy in lại kẹt giấy</c>, <c>gửi vòng hoa chưa</c>: nothing of the trade stands beside it.</summary>
    private static bool IsPrivate(Clause clause) =>
        clause.Has(Cue.Private) && !clause.Cues.HasAny(OfTheTrade);

    /// <summary><c>xài con bot này sao vậy</c>, <c>cái này dùng thế nào</c>: how the bot itself is used.</summary>
    private static bool IsUsage(Clause clause)
    {
        if (!clause.HasWord("xài", "dùng", "sử") && !clause.HasWord("use") || clause.HasAny(Cue.Task, Cue.Report, Cue.Finished, Cue.Deliver, Cue.WhichUnit)) return false;
        return clause.HasWord("bot", "trợ", "app") && (clause.HasWord("sao", "cách", "how") || clause.HasAny(Cue.HowFar));
    }

    /// <summary><c>xin chào trợ lý, tôi là hiệu trưởng mới</c>: a greeting and who greets.</summary>
    private static bool IsIntroduction(Clause clause)
    {
        if (clause.First(Cue.Greet) is not { } greet || greet.From != clause.From || clause.Mood.IsQuestion) return false;
        if (clause.HasAny(Cue.Finished, Cue.Task, Cue.Report, Cue.Obstacle, Cue.Extension, Cue.Assign, Cue.Deliver)) return false;
        for (var at = greet.To; at < clause.To; at++)
        {
            var (token, next) = (clause.Tokens[at], clause.Tokens[at + 1]);
            if (next.Is("là") && (clause.Message.Has(at, Cue.Self) || token.IsAny("cô", "thầy", "bác", "anh", "chị"))) return true;
            if (token.Text is "i'm" || (token.Text is "i" or "this" && next.Text is "am" or "is")) return true;
        }

        return false;
    }

    /// <summary><c>giờ phải nhắn sao cho em hiểu, chỉ cô vài câu</c>: more than one call for help, or one in several words.</summary>
    private static bool IsAskedPlainly(Clause clause)
    {
        var words = 0;
        foreach (var match in clause.Matches)
        {
            if (match.Cues.Has(Cue.Help)) words += match.To - match.From;
        }

        return words >= 3;
    }

    /// <summary><c>làm sao để …</c>, <c>cách …</c>: how to do a thing, whatever the thing is.</summary>
    private static bool IsHow(Clause clause, CueMatch help) => clause.Tokens[help.From].IsAny("làm", "cách", "how") || clause.Tokens[help.From].Is("chỉ") && clause.Tokens[help.To - 1].Is("cách");

    internal static Reading? ReadUndo(Clause clause)
    {
        if (!clause.Has(Cue.Undo) && clause.HasWord("vừa", "lỡ") && clause.HasWord("hủy", "xóa", "bỏ", "rút", "gỡ") && !clause.Mood.IsQuestion)
        {
            return Reading.Of(Intent.Undo, new Slots { Tasks = clause.NumberedTasks });
        }

        if (!clause.Has(Cue.Undo) || clause.First(Cue.Undo) is not { } undo || ExtensionRules.SetsNamedDeadline(clause)) return null;
        if (clause.Mood.EndsAsQuestion && !clause.HasWord("giúp", "được")) return null;
        if (clause.Message.Has(undo.From - 1, Cue.Negation)) return null;
        if (undo.To - undo.From == 1 && clause.Tokens[undo.From].IsAny("nhầm", "lộn") && CountOther(clause, Cue.Undo) > 2 && clause.TaskMentions.Count == 0) return null;
        return Reading.Of(Intent.Undo, new Slots { Tasks = clause.NumberedTasks });
    }

    /// <summary>Whether every word is of the one cue or merely polite, with at most so many words that mean nothing known.</summary>
    internal static bool IsOnly(Clause clause, Cue cue, int unknown, out bool startsWithIt)
    {
        startsWithIt = false;
        var found = false;
        for (var at = clause.From; at < clause.To;)
        {
            var token = clause.Tokens[at];
            if (token.Kind is TokenKind.Sign or TokenKind.Break)
            {
                at++;
            }
            else if (clause.Message.MatchAt(at) is { } match)
            {
                if (match.Cues.Has(cue)) (found, startsWithIt) = (true, true);
                else if (!match.Cues.HasAny(Beside) && --unknown < 0) return false;
                at = match.To;
            }
            else if (--unknown < 0 || token.Kind == TokenKind.Number)
            {
                return false;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    /// <summary>A leader's bare <c>duyệt</c> or <c>không đồng ý</c> decides; anybody's <c>đồng ý</c> otherwise confirms.</summary>
    internal static Reading? IsDecisionOnly(Clause clause)
    {
        if (clause.Mood.EndsAsQuestion) return null;
        var isLeader = clause.Role != SenderRole.Principal;
        if (IsOnly(clause, Cue.Reject, 0, out _) && (isLeader || !IsOnly(clause, Cue.Deny, 0, out _))) return Reading.Of(Intent.DecideExtension, new Slots { Decision = Decision.Reject });
        if (IsOnly(clause, Cue.Approve, 0, out _) && !clause.Has(Cue.Reject) && (!IsOnly(clause, Cue.Confirm, 0, out _) || (isLeader && clause.HasWord("đồng", "nhất"))))
        {
            return Reading.Of(Intent.DecideExtension, new Slots { Decision = Decision.Approve });
        }

        return IsOnlyOf(clause, CueSet.Of(Cue.Approve, Cue.Confirm)) && clause.Matches.Any(match => match.Cues.Has(Cue.Approve) && !match.Cues.Has(Cue.Confirm)) && !clause.Has(Cue.Reject)
            ? Reading.Of(Intent.DecideExtension, new Slots { Decision = Decision.Approve })
            : null;
    }

    private static bool IsOnlyOf(Clause clause, CueSet cues)
    {
        var found = false;
        for (var at = clause.From; at < clause.To;)
        {
            if (clause.Tokens[at].Kind is TokenKind.Sign or TokenKind.Break) at++;
            else if (clause.Message.MatchAt(at) is not { } match) return false;
            else if (!match.Cues.HasAny(cues) && !match.Cues.HasAny(Beside)) return false;
            else
            {
                found |= match.Cues.HasAny(cues);
                at = match.To;
            }
        }

        return found;
    }

    private static Reading FirstOf(Clause clause)
    {
        foreach (var match in clause.Matches)
        {
            if (match.Cues.Has(Cue.Confirm) && !match.Cues.Has(Cue.Polite)) return Reading.Of(Intent.Confirm, new Slots());
            if (match.Cues.Has(Cue.Deny)) return Reading.Of(Intent.Deny, new Slots());
        }

        return Reading.Of(Intent.Confirm, new Slots());
    }

    private static int CountOther(Clause clause, Cue cue)
    {
        var count = 0;
        for (var at = clause.From; at < clause.To; at++)
        {
            if (clause.Tokens[at].Kind == TokenKind.Word && !(clause.Message.MatchAt(at) is { } match && (match.Cues.Has(cue) || match.Cues.HasAny(Beside)))) count++;
        }

        return count;
    }

    /// <summary><c>hướng dẫn</c> and <c>giúp</c> alone call for help; <c>giúp</c> as a particle does not come here.</summary>
    private static bool IsBareGuide(Clause clause) => clause.Start >= clause.To && !clause.HasWord("giúp", "help");

    private static bool EndsWithQuestionMark(Clause clause) => clause.To > clause.From && clause.Tokens[clause.To - 1].IsSign('?');
}
