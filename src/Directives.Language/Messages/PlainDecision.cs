using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>
/// What a decision may consist of: the word that decides, what is decided, for whom, until when, who decides, and politeness. Anything else in the
/// same sentence (<c>might</c>, <c>chưa … đâu</c>, a quotation, a how-to) makes it none. Behind a sign or a reason the sender's own words follow.
/// </summary>
internal static class PlainDecision
{
    private const int LongestName = 5;

    private static readonly CueSet Parts = CueSet.Of(
        Cue.Approve, Cue.Reject, Cue.Extension, Cue.ExtensionNoun, Cue.RequestNoun, Cue.Self, Cue.Vocative, Cue.Polite, Cue.Confirm, Cue.Thanks, Cue.Greet, Cue.UnitWord, Cue.Office, Cue.Report,
        Cue.Task, Cue.ReportWord, Cue.DecisionWord, Cue.Settled, Cue.Name, Cue.Manner);

    private static readonly CueSet Turning = CueSet.Of(
        Cue.NotYet, Cue.Negation, Cue.Future, Cue.Condition, Cue.Hearsay, Cue.Unreal, Cue.WhichTask, Cue.WhichUnit, Cue.When, Cue.HowFar, Cue.Ask, Cue.Help, Cue.Lead, Cue.Waiting, Cue.QuestionEnd);

    private static readonly CueSet Sure = CueSet.Of(Cue.Approve, Cue.Reject, Cue.Settled, Cue.DecisionWord, Cue.Polite, Cue.Vocative);

    /// <summary>What may stand right before a name: the decision, or a word that says whose request it is.</summary>
    private static readonly CueSet BeforeName = CueSet.Of(Cue.Approve, Cue.Reject, Cue.Extension, Cue.ExtensionNoun, Cue.RequestNoun, Cue.UnitWord, Cue.Name, Cue.Task);

    internal static bool Is(Clause clause, CueMatch verb)
    {
        if (clause.Tokens[clause.To].IsSign('?')) return false;
        for (var at = clause.From; at < clause.To;)
        {
            if (at >= verb.To && IsEnd(clause, at)) return !IsTurned(clause, at);
            var next = ReadElement(clause, at, verb);
            if (next <= at) return false;
            at = next;
        }

        return true;
    }

    private static int ReadElement(Clause clause, int at, CueMatch verb)
    {
        if (clause.Message.IsTaken[at] || clause.Message.IsUnit[at]) return at + 1;
        var token = clause.Tokens[at];
        if (token.Kind is TokenKind.Sign or TokenKind.Break) return token.IsSign('"') || token.IsSign('?') || token.IsSign('>') || token.IsSign(':') && at < verb.From && !IsHeading(clause, at) ? -1 : at + 1;
        if (token.Kind == TokenKind.Number) return at + 1;

        // "duyệt là chuyện của chủ tịch" speaks of deciding.
        if (at >= verb.To && token.Is("là")) return -1;

        // "phường duyệt thì mình mới duyệt": only then.
        if (at < verb.From && token.Is("mới") && at + 2 >= verb.From) return -1;
        if (clause.Message.MatchAt(at) is { From: var from, To: var to, Cues: var cues } && from == at && (cues.Has(Cue.Approve) || cues.Has(Cue.Reject)))
        {
            // "duyệt cũng dở mà không duyệt cũng dở": both ways at once is a musing.
            return cues.Has(Cue.Reject) == verb.Cues.Has(Cue.Reject) || cues.Has(Cue.Extension) ? to : -1;
        }

        if (IsLeaderSelf(clause, at, verb)) return at + 1;
        if (clause.Message.AnyAt(at, clause.To, CueSet.Of(Cue.ReportWord, Cue.DecisionWord)) is not { } match) return ReadName(clause, at, verb);
        if (match.Cues.HasAny(Turning) && !match.Cues.HasAny(Sure)) return -1;
        return match.Cues.HasAny(Parts) ? match.To : ReadName(clause, at, verb);
    }

    /// <summary><c>việc 8 anh cho thêm ba ngày</c>: so a leader calls himself; in <c>anh duyệt giúp</c> somebody else is asked.</summary>
    private static bool IsLeaderSelf(Clause clause, int at, CueMatch verb) =>
        clause.Role == SenderRole.Leader && at + 1 == verb.From && clause.Tokens[at].IsAny("anh", "chị", "cô", "thầy", "bác", "chú")
        && !clause.HasWord("giúp", "hộ", "giùm", "ạ", "với", "đi") && (at == clause.Start || clause.Message.IsTaken[at - 1]);

    /// <summary><c>Việc 12: bác</c>: before the sign only the task or the school stands.</summary>
    private static bool IsHeading(Clause clause, int colon)
    {
        for (var at = clause.From; at < colon; at++)
        {
            if (clause.Tokens[at].Kind == TokenKind.Word && !clause.Message.IsTaken[at] && !clause.Message.IsUnit[at]) return false;
        }

        return true;
    }

    /// <summary>A name of a school alone: at the head, or right behind the decision, <c>cho</c> or <c>của</c>.</summary>
    private static int ReadName(Clause clause, int at, CueMatch verb)
    {
        var before = clause.Tokens[at - 1];
        var isBehind = before.IsAny("cho", "của") || before.Text is "for" or "from" or "grant" || clause.Message.HasAny(at - 1, BeforeName);
        var isAtHead = at == clause.Start && at < verb.From && (clause.Tokens[at].IsCapitalised && clause.Tokens.HasBothCases || clause.Message.Has(at, Cue.Name));
        if (!isBehind && !isAtHead) return -1;
        var to = at;
        var isTask = clause.Message.Has(at - 1, Cue.Task);
        while (to < clause.To && to - at < LongestName && (IsName(clause, to) || isTask && clause.Message.HasAny(to, CueSet.Of(Cue.Act, Cue.Topic)))) to++;
        return to > at ? to : -1;
    }

    private static bool IsName(Clause clause, int at)
    {
        var token = clause.Tokens[at];
        if (token.Kind != TokenKind.Word || clause.Message.IsTaken[at]) return false;
        return clause.Message.MatchAt(at) is not { } match || match.Cues.Has(Cue.Name) || token.IsCapitalised && clause.Tokens.HasBothCases && match.To - match.From == 1;
    }

    private static bool IsEnd(Clause clause, int at)
    {
        var token = clause.Tokens[at];
        if (clause.Message.IsTaken[at] || clause.Message.IsUnit[at]) return false;
        if (token.Kind == TokenKind.Break || clause.Message.Has(at, Cue.Reason) || token.Is("nhưng") || token.Text is "but") return true;
        return token.IsSign(',') || token.IsSign('.') || token.IsSign(';') || token.IsSign('-') || token.IsSign('(') || token.IsSign('!');
    }

    /// <summary>Whether the words behind a decision say that it is none yet.</summary>
    private static bool IsTurned(Clause clause, int from)
    {
        for (var at = from; at < clause.To; at++)
        {
            if (clause.Tokens[at].IsSign('?')) return true;
            if (clause.Message.HasAny(at, CueSet.Of(Cue.Hearsay, Cue.Unreal)) && !clause.Message.HasAny(at, CueSet.Of(Cue.Polite, Cue.Function))) return true;
        }

        return false;
    }
}
