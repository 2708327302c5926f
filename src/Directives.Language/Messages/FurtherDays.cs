using Directives.Language.Dates;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>
/// <c>xin gia hạn việc 4 đến 15/12 và việc 6 đến 20/12</c>, <c>task 10 by 5 days and task 11 by 10 days</c>: behind a request for another day the verb is not
/// said again; a further task and its own day are enough.
/// </summary>
internal static class FurtherDays
{
    /// <summary>In how many tokens a further task and its day must be named.</summary>
    private const int LongestStretch = 24;

    private static readonly CueSet Fillers = CueSet.Of(Cue.Polite, Cue.Vocative, Cue.Self, Cue.Task, Cue.Extension, Cue.AskFor, Cue.Due);

    /// <summary>What keeps a stretch from only naming the next task and its day.</summary>
    private static readonly CueSet Others = CueSet.Of(
        Cue.Approve, Cue.Reject, Cue.Remind, Cue.RemindSelf, Cue.WhichTask, Cue.WhichUnit, Cue.When, Cue.List, Cue.Finished, Cue.Perfect, Cue.Deliver, Cue.Negation, Cue.NotYet, Cue.Condition);

    internal static Reading? Read(Reading? before, Clause clause)
    {
        if (before?.Request is not { Intent: Intent.RequestExtension or Intent.ChangeDeadline or Intent.DecideExtension } request) return null;
        if (request.Slots is { Deadline: null, ExtendBy: null } || request.Slots.Decision is Decision.Reject || request.Slots.Tasks.Count == 0) return null;
        if (clause.NumberedTasks.Count == 0 || clause.TaskMentions.Any(task => clause.IsExcluded(task)) || !SaysNoMore(clause)) return null;
        DateMention? day = null;
        foreach (var date in clause.ReadDates(DatePurpose.Deadline))
        {
            if (day is not null || date is { Deadline: null, Duration: null } || date.Recurrence is not null || date.IsPast) return null;
            day = date;
        }

        if (day is null) return null;
        var isLength = day.Duration is not null && (day.Deadline is null || clause.Dates[0].Relation is DateRelation.On);
        return Reading.Of(
            request.Intent,
            new Slots
            {
                Tasks = clause.NumberedTasks,
                Decision = request.Slots.Decision,
                Deadline = isLength ? null : day.Deadline,
                ExtendBy = isLength ? day.Duration : null,
            },
            before.Value.Confidence,
            day.YearInferred && !isLength ? [Doubt.YearInferred] : []);
    }

    /// <summary>
    /// <c>việc 1 cho đến 1/12, việc 12 cho đến 5/12 được không ạ</c>: tasks and days by turns, and what is asked stands before or behind them all.
    /// </summary>
    internal static List<Reading>? Apart(Reading all, Clause clause)
    {
        if (all.Request is not { Intent: Intent.RequestExtension or Intent.ChangeDeadline } request || clause.TaskMentions.Count < 2) return null;
        List<DateMention> days = [.. clause.ReadDates(DatePurpose.Deadline)];
        if (days.Count != clause.TaskMentions.Count || clause.Dates.Count != days.Count) return null;
        var isDayFirst = clause.Dates[0].From < clause.TaskMentions[0].From;
        var readings = new List<Reading>();
        for (var at = 0; at < days.Count; at++)
        {
            var (task, date) = (clause.TaskMentions[at], clause.Dates[at]);
            var (first, last) = isDayFirst ? (date.From, task.From) : (task.From, date.From);
            var next = at + 1 == days.Count ? clause.To : isDayFirst ? clause.Dates[at + 1].From : clause.TaskMentions[at + 1].From;
            if (first > last || last > next || days[at] is { Deadline: null, Duration: null } || days[at].Recurrence is not null || days[at].IsPast) return null;
            var isLength = days[at].Duration is not null && (days[at].Deadline is null || date.Relation is DateRelation.On);
            var slots = new Slots
            {
                Tasks = [.. task.Numbers.Select(number => new TaskReference(number))],
                Unit = request.Slots.Unit,
                Deadline = isLength ? null : days[at].Deadline,
                ExtendBy = isLength ? days[at].Duration : null,
                Note = at == 0 ? request.Slots.Note : null,
            };
            readings.Add(Reading.Of(request.Intent, slots, all.Confidence, days[at].YearInferred && !isLength ? [Doubt.YearInferred] : []));
        }

        return readings;
    }

    /// <summary>The end of one task and its day: the sign or joint behind both.</summary>
    internal static int EndOfOne(MessageText message, int from, int to)
    {
        var hasTask = false;
        var hasDay = false;
        to = Math.Min(to, from + LongestStretch);
        for (var at = from; at < to; at++)
        {
            hasTask |= message.Tasks.Exists(task => task.To == at);
            hasDay |= message.Dates.Exists(date => date.To == at);
            var token = message.Tokens[at];
            var isJoint = token.Kind is TokenKind.Sign or TokenKind.Break || token.IsAny("và", "còn", "vì", "do") || token.Text is "and" or "because" or "since";
            if (hasTask && hasDay && isJoint && !message.IsTaken[at]) return at;
        }

        return to;
    }

    private static bool SaysNoMore(Clause clause)
    {
        for (var at = clause.From; at < clause.To; at++)
        {
            var token = clause.Tokens[at];
            if (token.Kind != TokenKind.Word || clause.Message.IsTaken[at]) continue;
            if (clause.Message.MatchAt(at) is not { } match) return false;
            if (match.Cues.HasAny(Others) && !match.Cues.HasAny(CueSet.Of(Cue.Extension, Cue.Polite, Cue.AskFor))) return false;
            if (!match.Cues.HasAny(Fillers) && !match.Cues.Has(Cue.Function) && !token.IsAny("riêng", "được", "không")) return false;
        }

        return true;
    }
}
