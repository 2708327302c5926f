using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>
/// Finds units by a name alone (<c>việc 3 của Hoa Sen</c>, <c>sao mai báo cáo việc 12 chưa</c>). A name alone is any words that mean nothing else,
/// so it counts only in a place where a unit stands: after <c>của</c>, behind a task's number, or before what a unit does.
/// </summary>
internal static class BareNames
{
    private const int Shortest = 2;
    private const int Longest = 4;

    /// <summary>What a unit is said to have done or to have.</summary>
    private static readonly CueSet Deeds = CueSet.Of(
        Cue.Deliver, Cue.Report, Cue.Finished, Cue.Perfect, Cue.NotYet, Cue.NotStarted, Cue.Ongoing, Cue.Work, Cue.Extension, Cue.AskFor, Cue.Overdue, Cue.Obstacle);

    private static readonly CueSet Opening = CueSet.Of(Cue.Polite, Cue.Vocative, Cue.Function, Cue.List);

    internal static List<UnitMention> Find(MessageText message, IReadOnlyList<UnitMention> named)
    {
        var found = new List<UnitMention>();
        var taken = 0;
        var count = Math.Min(message.Tokens.Count, MessageText.MostTokens);
        for (var at = 0; at < count; at++)
        {
            while (taken < named.Count && named[taken].To <= at) taken++;
            var limit = taken < named.Count ? named[taken].From : count;
            if (at >= limit || !IsNamePart(message, at)) continue;
            var end = at;
            while (end < limit && IsNamePart(message, end)) end++;
            if (end - at is >= Shortest and <= Longest && StandsForUnit(message, at, end)) found.Add(new UnitMention(at, end, message.Words(at, end), IsWhich: false));
            at = end;
        }

        return found;
    }

    /// <summary>A word that means nothing else, or one of several in capitals beside each other.</summary>
    private static bool IsNamePart(MessageText message, int at)
    {
        var token = message.Tokens[at];
        if (token.Kind != TokenKind.Word || message.IsTaken[at]) return false;
        if (message.MatchAt(at) is not { } match) return !token.HasDiacritics || Syllables.IsPossible(token.Text);
        if (match.Cues.Has(Cue.Name)) return true;
        var isInName = IsCapital(message, at) && (IsCapital(message, at + 1) || IsCapital(message, at - 1));
        return isInName && match.To - match.From == 1 && at > 0;
    }

    private static bool IsCapital(MessageText message, int at) =>
        message.Tokens.HasBothCases && message.Tokens[at] is { Kind: TokenKind.Word, IsCapitalised: true, IsUpper: false };

    private static bool StandsForUnit(MessageText message, int from, int to)
    {
        if (message.Has(from - 1, Cue.Person)) return false;
        if (Lexicon.Default.Match(message.Tokens, from, to) is { } known && known.Cues.Has(Cue.Common)) return false;
        var isNamed = IsNamed(message, from, to);
        if (!isNamed && to - from > 3) return false;
        if (isNamed && message.HasAny(from - 1, CueSet.Of(Cue.Summary, Cue.Remind)) && message.Tokens[from - 1].Kind == TokenKind.Word) return true;
        return IsOwner(message, from, to, isNamed) || IsSubject(message, from, to, isNamed) || isNamed && IsBehindTask(message, from, to);
    }

    /// <summary>Whether capitals or the list of names say that it is a name.</summary>
    private static bool IsNamed(MessageText message, int from, int to)
    {
        if (message.Has(from, Cue.Name) && message.MatchAt(from)!.Value.To == to) return true;
        for (var at = from; at < to; at++)
        {
            if (!IsCapital(message, at)) return false;
        }

        return true;
    }

    /// <summary><c>việc 12 của sao mai</c>, <c>việc của Hoa Sen tuần này</c>.</summary>
    private static bool IsOwner(MessageText message, int from, int to, bool isNamed)
    {
        if (!message.Tokens[from - 1].Is("của")) return false;
        if (!isNamed && message.MatchAt(to) is null && !IsEnd(message, to) && !message.IsTaken[to]) return false;
        return EndsTask(message, from - 1) || message.MatchAt(from - 2) is { } owned && owned.Cues.HasAny(CueSet.Of(Cue.Task, Cue.Overdue, Cue.Summary, Cue.Extension));
    }

    /// <summary><c>hoa sen có việc gì</c>, <c>sao mai báo cáo việc 12 chưa</c>: at the head of a sentence.</summary>
    private static bool IsSubject(MessageText message, int from, int to, bool isNamed)
    {
        if (!IsHead(message, from)) return false;
        if (isNamed && message.HasAny(to, CueSet.Of(Cue.ObstacleAsk, Cue.HowFar))) return true;
        if (message.Tokens[to].IsAny("có", "còn") && message.Has(to + 1, Cue.Task) | message.Has(to + 1, Cue.WhichTask)) return true;
        var isDeed = message.MatchAt(to) is { } next && next.Cues.HasAny(Deeds);
        var hasTask = HasTaskAfter(message, to);
        return hasTask && (isDeed || isNamed && StartsTask(message, to));
    }

    private static bool IsBehindTask(MessageText message, int from, int to) =>
        (EndsTask(message, from) || message.Tokens[from - 1].Is("cho") && EndsTask(message, from - 1)) && (message.MatchAt(to) is not null || IsEnd(message, to));

    private static bool IsHead(MessageText message, int at)
    {
        while (at > 0)
        {
            var before = message.Tokens[at - 1];
            if (before.Kind is TokenKind.Sign or TokenKind.Break) return !before.IsSign(':') && !before.IsSign('"') && !before.IsSign('-');
            if (message.MatchAt(at - 1) is not { } match || !match.Cues.HasAny(Opening) || match.Cues.HasAny(CueSet.Of(Cue.Perfect, Cue.Reason)) || before.IsAny("về", "với", "cho", "cùng", "của")) return false;
            at = match.From;
        }

        return true;
    }

    private static bool IsEnd(MessageText message, int at) => message.Tokens[at].Kind is TokenKind.None or TokenKind.Sign or TokenKind.Break;

    private static bool EndsTask(MessageText message, int at)
    {
        foreach (var task in message.Tasks)
        {
            if (task.To == at) return true;
            if (task.From >= at) return false;
        }

        return false;
    }

    private static bool StartsTask(MessageText message, int at)
    {
        foreach (var task in message.Tasks)
        {
            if (task.From == at) return true;
            if (task.From > at) return false;
        }

        return false;
    }

    /// <summary>Whether a task's number follows in the same breath.</summary>
    private static bool HasTaskAfter(MessageText message, int at)
    {
        foreach (var task in message.Tasks)
        {
            if (task.From < at) continue;
            for (var between = at; between < task.From; between++)
            {
                if (message.Tokens[between].Kind is TokenKind.Sign or TokenKind.Break) return false;
            }

            return task.From - at <= 8;
        }

        return false;
    }
}
