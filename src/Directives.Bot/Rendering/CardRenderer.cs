using Directives.Core;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Rendering;

/// <summary>
/// A reply as an Adaptive Card: heading that is the answer, then facts or rows, bar, source, buttons. Its fallback is the text of
/// <see cref="TextRenderer"/>, so that a client that shows no cards loses nothing.
/// </summary>
public static class CardRenderer
{
    private const int MaxButtons = 5;

    public static JObject Render(Reply reply, Wording words) =>
        Card.Of(words.Language, TextRenderer.Render(reply, words), Body(reply, words), Buttons(reply, words));

    private static IEnumerable<JObject> Body(Reply reply, Wording words) => reply switch
    {
        SayReply say => say.Lines.Select((line, i) => i == 0 && say.Lines.Count > 1 ? Card.Heading(words.Say(line)) : Card.Line(words.Say(line))),
        FileReply file => [Card.Line(words.Say(file.Line))],
        TaskListReply list => TaskList(list, words),
        TaskReply task => Task(task, words),
        RecordedReply recorded => Recorded(recorded, words),
        SummaryReply summary => Summary(summary, words),
        UnitsReply units => Units(units, words),
        DraftReply draft => Draft(draft, words),
        _ => throw new ArgumentException($"No card for a {reply.GetType().Name}."),
    };

    private static IEnumerable<JObject> Buttons(Reply reply, Wording words)
    {
        var choices = reply.Choices.Concat(reply.Buttons).DistinctBy(choice => words.Say(choice.Label));
        if (reply is TaskListReply { More: > 0 }) choices = choices.Prepend(new Choice("btn.more", Command.At(Step.More)));
        return choices.Take(MaxButtons).Select(choice => Card.Button(
            words.Say(choice.Label),
            (choice.Command.Step == Step.None ? choice.Command.Intent.ToString() : choice.Command.Step.ToString()),
            CommandJson.Write(choice.Command)));
    }

    private static IEnumerable<JObject> TaskList(TaskListReply list, Wording words)
    {
        yield return Card.Heading(words.Say(list.Heading));
        if (list.AlsoOverdue.Count > 0)
        {
            yield return Card.Strip("! " + words.Say("list.alsoOverdue", ("tasks", new TaskNumbers(list.AlsoOverdue))), "attention");
        }

        DateOnly? day = DateOnly.MinValue;
        foreach (var row in list.Rows)
        {
            if (row.Due != day)
            {
                day = row.Due;
                yield return Card.Bold(TextRenderer.DayHeading(list, day, words));
            }

            yield return Card.Line($"{Mark(row)} {TextRenderer.RowLine(row, words)}");
            if (row.State.Percent is { } percent) yield return Card.Bar((percent, "good"), (100 - percent, OpenStyle(row.Class)));
            else if (row.Units is { Total: > 1 } units) yield return Card.Bar((units.Done, "good"), (units.Total - units.Done, OpenStyle(row.Class)));
        }

        if (list.Next is { Due: { } next }) yield return Card.Line(words.Say("list.next", ("no", list.Next.No), ("date", next)));
        if (list.More > 0) yield return Card.Line(words.Say("more.left", ("n", list.More)));
    }

    private static IEnumerable<JObject> Task(TaskReply reply, Wording words)
    {
        yield return Card.Heading(words.Say("task.head", ("no", reply.Task.No), ("title", reply.Title)));
        var facts = new List<(string, string)>();
        if (reply.Task.Due is { } due && reply.Ended is null) facts.Add((words["fact.due"], $"{words.Date(due)}, {words.Left(due)}"));
        if (reply.Recurrence is { } rule) facts.Add((words["fact.recurrence"], words.Fill(new Phrase("rule", ("rule", new Rhythm(rule))))));
        facts.Add((words["fact.state"], reply.Ended is { } ended ? words.Fill(EndedTask.How(ended)) : $"{Mark(reply.Task)} {words.State(reply.Task.State)}"));
        if (reply.Task.Units is { Total: > 1 } units) facts.Add((words["fact.units"], words.Say("task.units", ("done", units.Done), ("units", units.Total))));
        if (reply.Task.Units is null) facts.Add((words["fact.duty"], words.Fill(TextRenderer.DutyName(reply.Task.Duty))));
        if (reply.Lead.Count > 0) facts.Add((words["fact.lead"], string.Join(words["list.join"], reply.Lead)));
        if (reply.Coordinating.Count > 0) facts.Add((words["fact.coordinating"], string.Join(words["list.join"], reply.Coordinating)));
        if (reply.Evidence.Count > 0) facts.Add((words["fact.evidence"], string.Join(words["list.join"], reply.Evidence)));
        if (reply.ReportTo.Count > 0 && facts.Count < 6) facts.Add((words["fact.reportTo"], string.Join(words["list.join"], reply.ReportTo)));
        yield return Card.Facts(facts);
        if (reply.Task.State.Percent is { } percent) yield return Card.Bar((percent, "good"), (100 - percent, OpenStyle(reply.Task.Class)));
        yield return Card.Line(words.Say(TextRenderer.Source(reply)));
    }

    private static IEnumerable<JObject> Recorded(RecordedReply reply, Wording words) =>
    [
        .. reply.Items.Select(item => Card.Heading("✓ " + TextRenderer.RecordedLine(item, reply.At, words))),
        Card.Line(words.Say("undo.hint", ("time", reply.UndoUntil))),
    ];

    private static IEnumerable<JObject> Summary(SummaryReply reply, Wording words)
    {
        yield return Card.Heading(TextRenderer.SummaryHeading(reply, words));
        if (reply.Scope is { } scope) yield return Card.Line(words.Say("sum.scope", ("scope", scope)));
        var counts = reply.Counts;
        yield return Card.Line(words.Say(
            "sum.sentence", ("n", counts.OnTime + counts.Late), ("total", counts.Total), ("percent", TextRenderer.Percent(counts.OnTime + counts.Late, counts.Total))));
        if (counts.Total > 0)
        {
            yield return Card.Bar((counts.OnTime, "good"), (counts.Late, "warning"), (counts.InTime, "emphasis"), (counts.Overdue, "attention"));
        }

        string[] marks = ["✓", "✓", "◐", "!"];
        foreach (var ((key, count), i) in TextRenderer.Classes(counts).Select((@class, i) => (@class, i)))
        {
            yield return Card.Line($"{marks[i]} {TextRenderer.ClassLine(key, count, counts.Total, words)}");
        }

        if (counts.NoDeadline > 0) yield return Card.Line(words.Say("sum.noDeadline", ("n", counts.NoDeadline)));
        if (reply.Worst.Count == 0) yield break;
        yield return Card.Bold(words.Say("sum.worst.head"));
        foreach (var task in reply.Worst)
        {
            yield return Card.Line("! " + words.Fill(new Phrase("sum.worst", ("no", task.No), ("title", ShortTitle.Of(task.Title)), ("n", task.Overdue))));
        }
    }

    private static IEnumerable<JObject> Units(UnitsReply reply, Wording words)
    {
        yield return Card.Heading(words.Say(reply.Heading));
        yield return Card.Line(words.Say("units.sentence", ("n", reply.Count.Done), ("total", reply.Count.Total)));
        yield return Card.Bar((reply.Count.Done, "good"), (reply.Count.Total - reply.Count.Done, "emphasis"));
        foreach (var (key, units) in TextRenderer.UnitGroups(reply))
        {
            var mark = key switch { "units.untouched" => "○", "units.started" => "◐", _ => "✓" };
            yield return Card.Line($"{mark} {words.Say(key, ("units", TextRenderer.Join(units, reply.Shown, words)))}");
        }
    }

    private static IEnumerable<JObject> Draft(DraftReply reply, Wording words)
    {
        foreach (var before in reply.Before) yield return Card.Line(words.Say(before));
        yield return Card.Heading(words.Say(reply.Place == reply.No ? "draft.head" : "draft.head.place", ("no", reply.No), ("place", reply.Place), ("n", reply.Of), ("title", reply.Title)));
        if (reply.Missing.Count > 0)
        {
            yield return Card.Strip("! " + words.Say("draft.missing", ("items", new Names([.. reply.Missing.Select(key => words[key])]))), "warning");
        }

        foreach (var line in TextRenderer.DraftFacts(reply with { Missing = [] }, words)) yield return Card.Line(line);
        yield return Card.Line($"\"{TextRenderer.Quote(reply.Text)}\"");
    }

    private static string Mark(TaskRow row) => row switch
    {
        { State.IsDone: true } => "✓",
        { Class: DueClass.OpenOverdue } => "!",
        { State.Status: WorkStatus.InProgress } => "◐",
        _ => "○",
    };

    // What is still to do, in time or late.
    private static string OpenStyle(DueClass @class) => @class == DueClass.OpenOverdue ? "attention" : "emphasis";
}
