using Directives.Language.Dates;

namespace Directives.Language.Messages;

/// <summary>Which units have done what.</summary>
internal static class UnitRules
{
    internal static Reading? Read(Clause clause)
    {
        var asksWhich = clause.Has(Cue.WhichUnit) || clause.IsWhichUnit;
        if (!asksWhich && !(clause.Has(Cue.UnitList) && !clause.Mood.HasQuestionWord) && !IsPluralWithState(clause)) return null;
        if (clause.HasAny(Cue.Lead, Cue.Coordinate, Cue.Source, Cue.History) && !clause.HasAny(Cue.Overdue, Cue.NotYet)) return null;
        if (clause.Has(Cue.Export) || (clause.Has(Cue.Assign) && !IsAssignedTo(clause))) return null;
        if (IsWhoElse(clause) || IsIdleWho(clause)) return null;
        var filter = Filter(clause, isQuestion: true);
        if (filter is null && asksWhich && !clause.HasAny(Cue.Task, Cue.Report, Cue.All) && clause.TaskMentions.Count == 0) return null;
        if (clause.Has(Cue.Work) && filter is null && clause.HasWord("ai")) return null;
        if (filter is null && IsWhoOfTask(clause)) return null;
        var tasks = clause.NumberedTasks;
        if (tasks.Count == 0 && clause.Directive is null && Phrases.Query(clause) is { } query && query != clause.Unit) tasks = [new TaskReference(Query: query)];
        return Reading.Of(Intent.ListUnits, new Slots
        {
            Filter = filter,
            Tasks = tasks,
            Period = clause.PeriodFor(DatePurpose.Question),
            Unit = clause.Unit,
            Directive = clause.Directive,
        });
    }

    /// <summary><c>việc 5 giao cho những trường nào</c>: to whom it was given.</summary>
    private static bool IsAssignedTo(Clause clause) =>
        clause.TaskMentions.Count > 0 && clause.First(Cue.Assign) is { } assign && assign.From >= clause.TaskMentions[0].To
        && clause.First(Cue.WhichUnit) is { } which && which.From >= assign.To && which.From <= assign.To + 2;

    /// <summary><c>nộp việc 9 cho ai</c>, <c>ai bảo việc 3 xong rồi?</c>: a person is asked for, not units.</summary>
    private static bool IsWhoElse(Clause clause)
    {
        if (clause.First(Cue.WhichUnit) is not { } who || !clause.Tokens[who.To - 1].Is("ai") || clause.TaskMentions.Count == 0) return false;
        return clause.Tokens[who.From - 1].IsAny("cho", "với", "gặp", "về", "của") || clause.Message.Has(who.To, Cue.Hearsay);
    }

    /// <summary><c>ai đang trực đó</c>: nothing of the trade stands beside it.</summary>
    private static bool IsIdleWho(Clause clause) =>
        clause.TaskMentions.Count == 0 && clause.Directive is null && clause.First(Cue.WhichUnit) is { } who && clause.Tokens[who.To - 1].Is("ai")
        && !clause.HasAny(Cue.Task, Cue.Report, Cue.Document, Cue.Deliver, Cue.Finished, Cue.NotYet, Cue.Overdue);

    /// <summary><c>các trường chưa nộp việc 3</c> with no verb of an order before it.</summary>
    private static bool IsPluralWithState(Clause clause)
    {
        var start = clause.Start;
        while (start < clause.To && clause.Message.MatchAt(start) is { } lead && lead.From == start && IsLead(lead)) start = lead.To;
        if (clause.Role == SenderRole.Principal && !clause.Has(Cue.List) && start == clause.Start) return false;
        var isBare = clause.Message.MatchAt(start) is { } first && first.Cues.Has(Cue.UnitWord) && !first.Cues.Has(Cue.Self);
        var isNamed = clause.Tokens[start].IsAny("các", "những") && clause.Units.Any(unit => unit.From == start);
        if (!isBare && !isNamed) return false;
        var hasState = clause.HasAny(Cue.NotYet, Cue.Overdue, Cue.NotStarted) || (start > clause.Start && clause.HasAny(Cue.Ongoing, Cue.Finished));
        return hasState && !clause.HasAny(Cue.Obstacle, Cue.Extension, Cue.HowFar) && !clause.Mood.HasQuestionWord;
    }

    /// <summary>A word that leads up to the units: <c>xem</c>, <c>cho tôi</c>.</summary>
    private static bool IsLead(CueMatch match) =>
        match.Cues.HasAny(CueSet.Of(Cue.List, Cue.AskFor, Cue.Function, Cue.Self, Cue.Send)) && !match.Cues.HasAny(CueSet.Of(Cue.UnitWord, Cue.Task));

    /// <summary><c>việc 9 phòng nào đứng ra lo</c>: a school asks of one task who has it in hand, and not for a list.</summary>
    internal static bool IsWhoOfTask(Clause clause) =>
        clause.Role == SenderRole.Principal && clause.TaskMentions.Count > 0 && clause.First(Cue.WhichUnit) is { } who
        && !clause.HasAny(Cue.All, Cue.Deliver, Cue.Assign, Cue.Obstacle, Cue.Extension, Cue.Hearsay, Cue.UnitList) && !IsCounted(clause, who);

    /// <summary><c>bao nhiêu trường</c>, <c>những trường nào</c> ask for several.</summary>
    private static bool IsCounted(Clause clause, CueMatch who) => clause.Tokens[who.From].IsAny("bao", "mấy", "những") || clause.Tokens[who.From].IsAny("các", "bn", "được") || clause.Tokens[who.From].Text is "how";

    /// <summary><c>đã có ai nộp việc 12 chưa</c>: the last word asks, and denies nothing.</summary>
    private static bool AsksWhetherAny(Clause clause)
    {
        if (!clause.Tokens[clause.Start].IsAny("đã", "có") || !clause.HasAny(Cue.Deliver, Cue.Finished) || clause.Last(Cue.NotYet) is not { } last || clause.First(Cue.NotYet) != last) return false;
        return clause.Mood.EndsAsQuestion && last.Cues.Has(Cue.QuestionEnd)
            && clause.Matches.TrueForAll(match => match.From <= last.From || match.Cues.HasAny(CueSet.Of(Cue.Polite, Cue.Self, Cue.Person, Cue.Vocative)));
    }

    internal static TaskFilter? Filter(Clause clause, bool isQuestion)
    {
        if (isQuestion && QuestionRules.IsOfAnyState(clause)) return TaskFilter.All;
        if (isQuestion && AsksWhetherAny(clause)) return TaskFilter.Done;
        if (clause.Has(Cue.Overdue) || (clause.HasWord("trễ", "muộn") && isQuestion)) return TaskFilter.Overdue;
        if (clause.Has(Cue.NotStarted) && !clause.Has(Cue.Finished)) return TaskFilter.NotStarted;
        if (clause.HasAny(Cue.NotYet, Cue.NotStarted) || (clause.Has(Cue.Remaining) && clause.HasWord("chưa")) || clause.HasWord("thiếu", "nợ", "sót", "owe", "owes")) return TaskFilter.Open;
        if (clause.Has(Cue.Ongoing)) return TaskFilter.InProgress;
        if (isQuestion && clause.HasAny(Cue.Finished, Cue.Perfect)) return TaskFilter.Done;
        return isQuestion && clause.Has(Cue.Deliver) ? TaskFilter.Done : null;
    }
}
