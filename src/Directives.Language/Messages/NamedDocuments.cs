using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>
/// A document named by words alone: <c>chỉ thị an toàn giao thông có bao nhiêu đơn vị xong</c>, <c>đề án sáp nhập trường gồm những việc gì</c>. Such words
/// can name a task as well, so they are a document only to those who follow many units, or where it is asked which tasks it holds.
/// </summary>
internal static class NamedDocuments
{
    private const int LongestName = 9;
    private const int ShortestName = 2;

    private static readonly CueSet NameEnds = CueSet.Of(
        Cue.HowFar, Cue.Due, Cue.Finished, Cue.QuestionEnd, Cue.NotYet, Cue.NotStarted, Cue.Perfect, Cue.Ongoing, Cue.Overdue, Cue.WhichUnit, Cue.WhichTask, Cue.Remaining, Cue.When, Cue.Xlsx, Cue.Docx, Cue.Pdf, Cue.Partial);

    internal static (int From, int To)? Find(Clause clause)
    {
        if (clause.TaskMentions.Count > 0 || clause.HasAny(Cue.Assign, Cue.Extension, Cue.Approve, Cue.Reject, Cue.NoteVerb) && !clause.Has(Cue.WhichTask)) return null;
        if (clause.Role == SenderRole.Principal && !clause.Has(Cue.WhichTask)) return null;
        for (var at = clause.From; at < clause.To; at++)
        {
            var kind = EndOfKind(clause, at);
            if (kind == at || clause.Message.IsUnit[at]) continue;
            var to = EndOfName(clause, kind);
            if (to - kind < ShortestName) continue;
            var isGeneric = clause.Tokens[at].Is("văn");
            return (isGeneric ? kind : at, to);
        }

        return null;
    }

    /// <summary>Behind the word for the kind; the token itself where there is none.</summary>
    private static int EndOfKind(Clause clause, int at)
    {
        var (token, next) = (clause.Tokens[at], clause.Tokens[at + 1]);
        if (token.Is("thông") && next.Is("báo") && clause.Tokens[at + 2].Is("kết") && clause.Tokens[at + 3].Is("luận")) return at + 4;
        if (token.Is("chương") && next.Is("trình") && clause.Tokens[at + 2].Is("hành") && clause.Tokens[at + 3].Is("động")) return at + 4;
        var isKind = token.Is("chỉ") && next.Is("thị") || token.Is("nghị") && next.Is("quyết") || token.Is("đề") && next.Is("án") || token.Is("công") && next.Is("điện")
            || token.Is("kết") && next.Is("luận") || token.Is("văn") && next.Is("bản");
        return isKind && (next.Is("bản") || at + 2 >= clause.To || !clause.Message.IsTaken[at + 2]) ? at + 2 : at;
    }

    private static int EndOfName(Clause clause, int from)
    {
        var at = from;
        while (at < clause.To && at - from < LongestName)
        {
            var token = clause.Tokens[at];
            if (token.Kind != TokenKind.Word || clause.Message.IsTaken[at] || IsPredicate(clause, at)) break;
            if (token.IsAny("các", "những", "mấy") || token.IsAny("cho", "giúp", "để") || token.IsAny("nào", "gì", "này", "đó")) break;
            if (clause.Message.MatchAt(at) is not { } match)
            {
                at++;
                continue;
            }

            if (match.From == at && match.Cues.HasAny(NameEnds) && !match.Cues.HasAny(CueSet.Of(Cue.Topic, Cue.Act))) break;
            at = Math.Min(Math.Max(match.To, at + 1), clause.To);
        }

        return at;
    }

    /// <summary><c>gồm những việc gì</c>, <c>giao các trường làm gì</c>: a verb, and behind it the tasks or those who have them.</summary>
    private static bool IsPredicate(Clause clause, int at)
    {
        if (clause.Tokens[at].IsAny("gồm", "chứa", "sinh", "bao") && !clause.Message.Has(at, Cue.Topic) || clause.Tokens[at].Is("đẻ")) return true;
        if (!clause.Tokens[at].IsAny("giao", "có", "nêu", "ra", "đặt", "yêu", "đề")) return false;
        var next = clause.Tokens[at + 1].IsAny("cầu", "ra") ? at + 2 : at + 1;
        return clause.Tokens[next].IsAny("các", "những", "mấy", "bao", "cho", "gì", "việc") || clause.Message.HasAny(next, CueSet.Of(Cue.WhichTask, Cue.WhichUnit, Cue.Task));
    }
}
