using System.Text;
using Directives.Core;

namespace Directives.Bot.Rendering;

/// <summary>A reply as plain text with numbered choices: for Zalo, the terminal, and a card's fallback.</summary>
public static class TextRenderer
{
    private const int QuoteCharacters = 300;
    private const int NameCharacters = 60;

    /// <summary>Of a whole message: what a Zalo message holds, and more than a phone shows.</summary>
    public const int MaxCharacters = 2_000;

    public static string Render(Reply reply, Wording words)
    {
        List<string> lines = [.. reply.Before.Select(words.Say), .. Lines(reply, words)];
        if (ChoiceLine(reply, words) is { } choices) lines.Add(choices);
        return ShortTitle.Of(string.Join('\n', lines), MaxCharacters);
    }

    /// <summary>What may be replied; null where nothing is asked.</summary>
    internal static string? ChoiceLine(Reply reply, Wording words) => reply.Choices.Count == 0 ? null
        : reply.ChoosesTask ? words.Say("choice.task", ("numbers", new NumberChoice([.. reply.Choices.Select(choice => choice.Command.Slots.Tasks[0].Number!.Value)])))
        : words.Say("choice.reply", ("choices", string.Join(" · ", reply.Choices.Select((choice, i) => $"{i + 1} {words.Say(choice.Label)}"))));

    private static IEnumerable<string> Lines(Reply reply, Wording words) => reply switch
    {
        SayReply say => say.Lines.Select(words.Say),
        FormReply form => form.Lines.Select(words.Say),
        RequestsReply requests => requests.Lines.Select(words.Say),
        UnitLoadsReply loads => loads.Lines.Select(words.Say),
        FileReply file => [words.Say(file.Line)],
        TaskListReply list => TaskList(list, words),
        TaskReply task => Task(task, words),
        RecordedReply recorded => Recorded(recorded, words),
        SummaryReply summary => Summary(summary, words),
        UnitsReply units => Units(units, words),
        DraftReply draft => Draft(draft, words),
        _ => throw new ArgumentException($"No text for a {reply.GetType().Name}."),
    };

    private static IEnumerable<string> TaskList(TaskListReply list, Wording words)
    {
        yield return words.Say(list.Heading);
        // Overdue ones each with their own line; others under their day, as one reads a calendar.
        var overdueOnly = list.Rows.All(row => row.Class == DueClass.OpenOverdue);
        DateOnly? day = DateOnly.MinValue;
        foreach (var row in list.Rows)
        {
            if (!overdueOnly && row.Due != day)
            {
                day = row.Due;
                yield return DayHeading(list, day, words);
            }

            yield return RowLine(row, words);
            if (overdueOnly && row.Due is { } last) yield return words.Say("row.overdue", ("date", last), ("left", new Left(last)));
        }

        var tail = new StringBuilder();
        if (list.Next is { Due: { } next }) tail.Append(words.Say("list.next", ("no", list.Next.No), ("date", next)));
        if (list.AlsoOverdue.Count > 0)
        {
            if (tail.Length > 0) tail.Append(' ');
            tail.Append(words.Say("list.alsoOverdue", ("tasks", new TaskNumbers(list.AlsoOverdue))));
        }

        if (tail.Length > 0) yield return tail.ToString();
        if (list.More > 0) yield return words.Say("more.left", ("n", list.More));
    }

    /// <summary>The day and how long it is until then; not how late, where all of the day is done.</summary>
    internal static string DayHeading(TaskListReply list, DateOnly? day, Wording words)
    {
        if (day is not { } due) return words.Say("list.noDeadline");
        var date = words.Say("date.plain", ("date", due));
        return list.Rows.Any(row => row.Due == day && !row.State.IsDone) ? $"{date}, {words.Left(due)}" : date;
    }

    /// <summary><c>việc 8: Nộp danh sách học sinh giỏi, 80%</c>.</summary>
    internal static string RowLine(TaskRow row, Wording words)
    {
        var title = ShortTitle.Of(row.Title);
        if (row.Units is { Total: > 1 } units)
        {
            return words.Fill(new Phrase("row.task.units", ("no", row.No), ("title", title), ("done", units.Done), ("units", units.Total)));
        }

        var state = row.State.Percent is { } percent ? $"{percent}%" : words.State(row.State);
        return row.Duty is Duty.Coordinate or Duty.Direct
            ? words.Fill(new Phrase("row.task.duty", ("no", row.No), ("title", title), ("state", state), ("duty", DutyName(row.Duty))))
            : words.Fill(new Phrase("row.task", ("no", row.No), ("title", title), ("state", state)));
    }

    internal static Phrase DutyName(Duty duty) => "duty." + duty.ToString().ToLowerInvariant();

    private static IEnumerable<string> Task(TaskReply reply, Wording words)
    {
        yield return words.Say("task.head", ("no", reply.Task.No), ("title", reply.Title));
        yield return StateLine(reply, words);
        if (reply.Task.Units is { Total: > 1 } units) yield return words.Say("task.units", ("done", units.Done), ("units", units.Total));
        if (reply.Task.Duty is Duty.Coordinate or Duty.Direct && reply.Lead.Count > 0) yield return words.Say("task.lead", ("names", new Names(reply.Lead)));
        if (reply.Evidence.Count > 0) yield return words.Say("task.evidence", ("names", new Names(reply.Evidence)));
        yield return words.Say(Source(reply));
    }

    internal static string StateLine(TaskReply reply, Wording words) => reply.Ended is { } ended
        ? words.Say("ended.alone", ("ended", EndedTask.How(ended)))
        : reply.Task.Due is not { } due
        ? reply.Recurrence is { } rule
            ? words.Say("task.recurring", ("rule", new Rhythm(rule)), ("state", reply.Task.State))
            : words.Say("task.noDue", ("state", reply.Task.State))
        : reply.Task.State.IsDone && reply.ReportedAt is { } at
            ? words.Say("task.due.done", ("date", due), ("state", reply.Task.State), ("time", at), ("reported", VietnamTime.Day(at)))
            : words.Say("task.due", ("date", due), ("left", new Left(due)), ("state", reply.Task.State));

    internal static Phrase Source(TaskReply reply) => reply.CitedOn is { } issued
        ? new Phrase("task.source", ("directive", reply.DirectiveLabel), ("date", issued), ("quote", Quote(reply.Quote)))
        : new Phrase("task.source.undated", ("directive", reply.DirectiveLabel), ("quote", Quote(reply.Quote)));

    /// <summary>The directive's words, as far as a phone holds them.</summary>
    internal static string Quote(string text) => ShortTitle.Of(text, QuoteCharacters);

    private static IEnumerable<string> Recorded(RecordedReply reply, Wording words) =>
        [.. reply.Items.Select(item => RecordedLine(item, reply.At, words)), words.Say("undo.hint", ("time", reply.UndoUntil))];

    internal static string RecordedLine(Recorded item, DateTimeOffset at, Wording words) => item switch
    {
        { After.IsDone: true, Due: { } due } =>
            words.Say("report.done", ("time", at), ("task", item.Task), ("margin", new Margin(due, VietnamTime.Day(at)))),
        { After.IsDone: true } => words.Say("report.done.noDue", ("time", at), ("task", item.Task)),
        _ => words.Say("report.progress", ("time", at), ("task", item.Task), ("state", item.After), ("old", item.Before)),
    };

    private static IEnumerable<string> Summary(SummaryReply reply, Wording words)
    {
        yield return SummaryHeading(reply, words);
        if (reply.Scope is { } scope) yield return words.Say("sum.scope", ("scope", scope));
        foreach (var (key, count) in Classes(reply.Counts)) yield return ClassLine(key, count, reply.Counts.Total, words);
        if (ShareLine(reply, words) is { } share) yield return share;
        if (reply.Counts.NoDeadline > 0) yield return words.Say("sum.noDeadline", ("n", reply.Counts.NoDeadline));
        foreach (var note in reply.Notes) yield return words.Say(note);
    }

    /// <summary>The on-time ratio, with what it is of and how it stood before; null where nothing was due yet.</summary>
    internal static string? ShareLine(SummaryReply reply, Wording words)
    {
        (string, object)[] share = [("n", reply.OnTime.Count), ("total", reply.OnTime.Of), ("percent", reply.OnTime.Percent)];
        return (reply.OnTime.Of, reply.Trend) switch
        {
            (0, _) => null,
            (_, null) => words.Say("sum.share", share),
            (_, { Points: 0 } same) => words.Say("sum.share.same", [.. share, ("before", new InSentence(same.Period))]),
            var (_, trend) => words.Say(trend.Points > 0 ? "sum.share.up" : "sum.share.down", [.. share, ("points", Math.Abs(trend.Points)), ("before", new InSentence(trend.Period))]),
        };
    }

    internal static string SummaryHeading(SummaryReply reply, Wording words) => words.Say(
        "sum.head",
        ("period", reply.Period),
        ("time", reply.At),
        ("date", VietnamTime.Day(reply.At)),
        ("units", reply.Units),
        ("n", reply.Counts.Total));

    /// <summary>What a picture of the summary shows, as one text.</summary>
    internal static string Alternative(SummaryReply reply, Wording words) => string.Join(' ', Summary(reply, words).Select(line => line.EndsWith('.') ? line : line + "."));

    internal static IEnumerable<(string Key, int Count)> Classes(ClassCounts counts) =>
    [
        ("sum.onTime", counts.OnTime),
        ("sum.late", counts.Late),
        ("sum.inTime", counts.InTime),
        ("sum.overdue", counts.Overdue),
    ];

    internal static string ClassLine(string key, int count, int total, Wording words) =>
        words.Say(key, ("n", count), ("total", total), ("percent", Percent(count, total)));

    /// <summary>Half a percent rounds up; of nothing, it is 0.</summary>
    internal static int Percent(int count, int total) => new Share(count, total).Percent;

    private static IEnumerable<string> Units(UnitsReply reply, Wording words)
    {
        yield return words.Say(reply.Heading);
        foreach (var (key, units) in UnitGroups(reply)) yield return words.Say(key, ("units", Join(units, reply.Shown, words)));
    }

    internal static IEnumerable<(string Key, IReadOnlyList<UnitState> Units)> UnitGroups(UnitsReply reply) =>
        new[] { ("units.untouched", reply.Untouched), ("units.started", reply.Started), ("units.done", reply.Done) }.Where(group => group.Item2.Count > 0);

    internal static Names Join(IReadOnlyList<UnitState> units, int shown, Wording words)
    {
        var names = units.Take(shown).Select(unit => ShortTitle.Of(unit.Name, NameCharacters) is var name && unit.State.Percent is { } percent ? $"{name} {percent}%" : name);
        return new Names(units.Count > shown ? [.. names, words.Fill(new Phrase("units.more", ("n", units.Count - shown)))] : [.. names]);
    }

    private static IEnumerable<string> Draft(DraftReply reply, Wording words)
    {
        yield return words.Say(reply.Place == reply.No ? "draft.head" : "draft.head.place", ("no", reply.No), ("place", reply.Place), ("n", reply.Of), ("title", reply.Title));
        foreach (var line in DraftFacts(reply, words)) yield return line;
    }

    internal static IEnumerable<string> DraftFacts(DraftReply reply, Wording words)
    {
        var facts = new StringBuilder();
        if (reply.Who.Count > 0) facts.Append(words.Say("draft.who", ("names", new Names(reply.Who))));
        if (reply.Due is { } due) facts.Append(facts.Length > 0 ? " " : "").Append(words.Say("draft.due", ("date", due)));
        if (facts.Length > 0) yield return facts.ToString();
        if (reply.Coordinating.Count > 0) yield return words.Say("task.coordinating", ("names", new Names(reply.Coordinating)));
        if (reply.Recurrence is { } rule) yield return words.Say("draft.recurring", ("rule", new Rhythm(rule)));
        if (reply.Supersedes.Count > 0) yield return words.Say("draft.supersedes", ("tasks", new TaskNumbers(reply.Supersedes)));
        if (reply.Missing.Count > 0) yield return words.Say("draft.missing", ("items", new Names([.. reply.Missing.Select(key => words[key])])));
    }
}
