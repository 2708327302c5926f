using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>How much of a task the words behind a status word leave done.</summary>
internal enum CompletionExtent
{
    Whole,

    /// <summary>Words that are not known stand right behind: perhaps only a part (<c>việc 3 xong hồ sơ</c>).</summary>
    Unclear,

    /// <summary>A part is named (<c>xong phần 1</c>, <c>xong 3 lớp</c>).</summary>
    Piece,
}

/// <summary>What stands around a status word and limits it.</summary>
internal static class Completion
{
    private static readonly CueSet TakingBack = CueSet.Of(Cue.Future, Cue.NotYet, Cue.Negation, Cue.Obstacle, Cue.Remaining, Cue.Condition, Cue.Partial);

    internal static CompletionExtent Extent(Clause clause)
    {
        if (IsPieceOfTask(clause)) return CompletionExtent.Piece;
        foreach (var match in clause.Matches)
        {
            if (!match.Cues.Has(Cue.Finished)) continue;
            if (ExtentBehind(clause, match) is var extent and not CompletionExtent.Whole) return extent;
        }

        return CompletionExtent.Whole;
    }

    /// <summary><c>hạng mục 3 của việc 12 đã xong</c>: the part is named before the task.</summary>
    private static bool IsPieceOfTask(Clause clause)
    {
        if (clause.TaskMentions.Count == 0 || !clause.Tokens[clause.TaskMentions[0].From - 1].IsAny("của", "trong")) return false;
        for (var at = clause.TaskMentions[0].From - 2; at >= clause.From; at--)
        {
            if (Lexicon.Default.Match(clause.Tokens, at, clause.TaskMentions[0].From) is { } match && match.Cues.Has(Cue.Piece)) return true;
        }

        return false;
    }

    /// <summary><c>đã họp bàn rồi, tuần sau làm</c>: a step is taken, the work lies ahead.</summary>
    internal static bool IsStepOnly(Clause clause, int statusAt)
    {
        if (clause.HasAny(Cue.Finished, Cue.Deliver)) return false;
        foreach (var date in clause.ReadDates(DatePurpose.Deadline))
        {
            if (date.Deadline > clause.Today && !date.IsPast && date.From > clause.Tokens[statusAt].From) return true;
        }

        return false;
    }

    /// <summary><c>nộp rồi nhưng phải sửa</c>: what comes after <c>nhưng</c> takes something back, or may.</summary>
    internal static CompletionExtent Contrast(Clause clause, int statusAt)
    {
        for (var at = statusAt + 1; at < clause.To - 1; at++)
        {
            if (!clause.Tokens[at].IsAny("nhưng", "song") && clause.Tokens[at].Text is not ("but" or "except")) continue;
            foreach (var match in clause.Matches)
            {
                if (match.From > at && match.Cues.HasAny(TakingBack)) return CompletionExtent.Piece;
            }

            return CompletionExtent.Unclear;
        }

        return CompletionExtent.Whole;
    }

    /// <summary><c>xong rồi đang chờ hiệu trưởng ký</c>: what is waited for is part of the task.</summary>
    internal static bool IsWaiting(Clause clause, int statusAt)
    {
        for (var at = statusAt + 1; at < clause.To; at++)
        {
            if (!clause.Tokens[at].IsAny("chờ", "đợi") || !clause.Message.Has(at, Cue.Condition)) continue;
            var before = clause.Tokens[at - 1];
            return clause.Tokens[at].Is("đang") || before.IsSign(',') || before.IsAny("đang", "còn", "mà", "nhưng") || before.IsAny("chỉ", "rồi", "và");
        }

        return false;
    }

    /// <summary><c>xong việc 3 rồi mới làm việc 12</c> is an order of work as well as a report.</summary>
    internal static bool LeavesTaskBehind(Clause clause) => clause.TaskMentions.Count > 1 && clause.TaskMentions.Any(clause.IsNextOnly);

    /// <summary>Without its mark the last word of <c>viec 3 xong roi a</c> is the question's <c>à</c> or the polite <c>ạ</c>.</summary>
    internal static bool EndsUnclear(Clause clause)
    {
        if (clause.Tokens.IsAccented) return false;
        var at = clause.To - 1;
        while (at > clause.From && (clause.Tokens[at].Kind is TokenKind.Sign or TokenKind.Break || clause.Tokens[at].Text is "em" or "anh" or "chi" or "bot")) at--;
        return clause.Tokens[at].Text == "a" && clause.Message.HasAny(at - 1, CueSet.Of(Cue.Perfect, Cue.Finished));
    }

    private static CompletionExtent ExtentBehind(Clause clause, CueMatch status)
    {
        // Only where the task is named before can an object behind be less than the task.
        if (!clause.TaskMentions.Any(task => task.To <= status.From)) return CompletionExtent.Whole;
        var at = status.To;
        while (clause.Tokens[at].IsAny("được", "các", "những", "mới", "hết", "cả", "rồi")) at++;
        if (at >= clause.To || clause.Message.IsTaken[at] || clause.Message.IsUnit[at]) return CompletionExtent.Whole;
        if (clause.Tokens[at].Kind == TokenKind.Number) return clause.Tokens[at + 1].Kind == TokenKind.Word ? CompletionExtent.Piece : CompletionExtent.Unclear;
        if (clause.Tokens[at].Kind != TokenKind.Word) return CompletionExtent.Whole;
        var known = Lexicon.Default.Match(clause.Tokens, at, clause.To);
        if (known is { } piece && piece.Cues.Has(Cue.Piece)) return CompletionExtent.Piece;
        return (known is null || known.Value.Cues.Has(Cue.Topic)) && !clause.Message.IsEnglish ? CompletionExtent.Unclear : CompletionExtent.Whole;
    }
}
