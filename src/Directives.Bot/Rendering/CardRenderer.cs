using Directives.Core;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Rendering;

/// <summary>
/// A reply as an Adaptive Card: heading that is the answer, then facts or rows, bar, source, buttons. Its fallback is the text of
/// <see cref="TextRenderer"/>, so that a client that shows no cards loses nothing.
/// </summary>
public static class CardRenderer
{
    private const int FactCharacters = 200;
    private const int MostFacts = 6;

    /// <param name="viewers">The channel's ids of those whose card is to be kept true; none where the channel does not do that.</param>
    /// <param name="follows">It takes the place of a card whose button was pressed: there is always a way on from it.</param>
    public static JObject Render(Reply reply, Wording words, IReadOnlyList<string>? viewers = null, bool follows = false)
    {
        var (buttons, hasLeft) = CardButtons.Of(reply, words);
        var body = new List<JObject>(reply.Before.Select(before => Card.Strip(words.Say(before), "emphasis")));
        body.AddRange(Body(reply, words));
        if ((hasLeft || HasOtherDigits(reply, words)) && TextRenderer.ChoiceLine(reply, words) is { } line) body.Add(Card.Line(line));
        var hasOthers = reply is RequestsReply requests && requests.Blocks.Any(block => block.Choices.Count > 0);
        if (follows && buttons.Count == 0 && !hasOthers) buttons = [CardButtons.Of(Choices.Menu, words)];
        var card = Card.Of(words.Language, TextRenderer.Render(reply, words), body, buttons);
        if (reply.Refresh is { } refresh && viewers is { Count: > 0 }) Card.Refresh(card, CardButtons.Of(new Choice("btn.menu", refresh), words), viewers);
        return card;
    }

    // A digit chooses here too: where it would not mean the button that one counts to, what it means is said.
    private static bool HasOtherDigits(Reply reply, Wording words) =>
        reply is FormReply && !reply.Choices.Select(choice => words.Say(choice.Label)).SequenceEqual(reply.Buttons.Take(reply.Choices.Count).Select(button => words.Say(button.Label)));

    private static IEnumerable<JObject> Body(Reply reply, Wording words) => reply switch
    {
        SayReply say => Say(say, words),
        FormReply form => Form(form, words),
        FileReply file => [Card.Line(words.Say(file.Line))],
        TaskListReply list => TaskList(list, words),
        TaskReply task => Task(task, words),
        RecordedReply recorded => Recorded(recorded, words),
        SummaryReply summary => SummaryCards.Summary(summary, words),
        UnitsReply units => SummaryCards.Units(units, words),
        UnitLoadsReply loads => SummaryCards.Loads(loads, words),
        RequestsReply requests => Requests(requests, words),
        DraftReply draft => Draft(draft, words),
        _ => throw new ArgumentException($"No card for a {reply.GetType().Name}."),
    };

    // Microsoft's renderer takes a line break within a block for a space.
    private static IEnumerable<JObject> Say(SayReply say, Wording words) => say.Lines
        .SelectMany(line => words.Say(line).Split('\n'))
        .Select((line, i) => i == 0 && say.Lines.Count > 1 ? Card.Heading(line) : Card.Line(line));

    private static IEnumerable<JObject> Form(FormReply form, Wording words) =>
    [
        Card.Heading(words.Say(form.Heading)),
        .. form.Facts.Count > 0 ? [Facts(form.Facts.Select(fact => (words[fact.Name], words.Fill(fact.Value))))] : Array.Empty<JObject>(),
        .. CardFields.Render(form.Fields, words),
        .. form.Notes.Select(note => Card.Line(words.Say(note))),
    ];

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

            yield return Card.Row(Row(row, words), CardButtons.Of(Choices.Task(row.No), words));
        }

        if (list.Next is { Due: { } next }) yield return Card.Line(words.Say("list.next", ("no", list.Next.No), ("date", next)));
        if (list.More > 0) yield return Card.Line(words.Say("more.left", ("n", list.More)));
    }

    private static IEnumerable<JObject> Row(TaskRow row, Wording words)
    {
        yield return Card.Line($"{Mark(row)} {TextRenderer.RowLine(row, words)}");
        if (row.State.Percent is { } percent) yield return Card.Bar((percent, "good"), (100 - percent, OpenStyle(row.Class)));
        else if (row.Units is { Total: > 1 } units) yield return Card.Bar((units.Done, "good"), (units.Total - units.Done, OpenStyle(row.Class)));
    }

    private static IEnumerable<JObject> Task(TaskReply reply, Wording words)
    {
        yield return Card.Heading(words.Say("task.head", ("no", reply.Task.No), ("title", reply.Title)));
        var facts = new List<(string, string)>();
        if (reply.Task.Due is { } due && reply.Ended is null) facts.Add((words["fact.due"], $"{words.Date(due)}, {words.Left(due)}"));
        if (reply.Recurrence is { } rule) facts.Add((words["fact.recurrence"], words.Fill(new Phrase("rule", ("rule", new Rhythm(rule))))));
        facts.Add((words["fact.state"], reply.Ended is { } ended ? words.Fill(EndedTask.How(ended)) : $"{Mark(reply.Task)} {words.State(reply.Task.State)}"));
        var stated = facts.Count;
        if (reply.Task.Units is { Total: > 1 } units) facts.Add((words["fact.units"], words.Say("task.units", ("done", units.Done), ("units", units.Total))));
        if (reply.Task.Units is null) facts.Add((words["fact.duty"], words.Fill(TextRenderer.DutyName(reply.Task.Duty))));
        if (reply.Lead.Count > 0) facts.Add((words["fact.lead"], string.Join(words["list.join"], reply.Lead)));
        if (reply.Coordinating.Count > 0) facts.Add((words["fact.coordinating"], string.Join(words["list.join"], reply.Coordinating)));
        if (reply.Evidence.Count > 0) facts.Add((words["fact.evidence"], string.Join(words["list.join"], reply.Evidence)));
        if (reply.ReportTo.Count > 0) facts.Add((words["fact.reportTo"], string.Join(words["list.join"], reply.ReportTo)));
        // A bar says nothing by itself: it stands under the words that it shows.
        var upTo = 0;
        if (reply is { Task.State.Percent: { } percent, Ended: null })
        {
            upTo = stated;
            yield return Facts(facts.Take(upTo));
            yield return Card.Bar((percent, "good"), (100 - percent, OpenStyle(reply.Task.Class)));
        }

        if (facts.Count > upTo) yield return Facts(facts.Take(MostFacts).Skip(upTo));
        yield return Card.Line(words.Say(TextRenderer.Source(reply)));
        if (reply.History.Count == 0) yield break;
        yield return Card.Bold(words["task.history.head"]);
        foreach (var line in reply.History) yield return Card.Line(words.Say(line));
    }

    private static IEnumerable<JObject> Recorded(RecordedReply reply, Wording words)
    {
        if (reply.Items is [var only])
        {
            yield return Card.Heading("✓ " + words.Say("recorded.head", ("no", only.Task.No), ("state", only.After)));
            yield return Facts(
            [
                (words["fact.task"], ShortTitle.Of(only.Task.Title)),
                (words["fact.at"], Wording.Time(reply.At)),
                (words["fact.by"], reply.By),
            ]);
        }
        else
        {
            foreach (var item in reply.Items) yield return Card.Bold("✓ " + TextRenderer.RecordedLine(item, reply.At, words));
        }

        yield return Card.Line(words.Say("undo.hint", ("time", reply.UndoUntil)));
    }

    private static IEnumerable<JObject> Requests(RequestsReply reply, Wording words)
    {
        yield return Card.Heading(words.Say(reply.Heading));
        foreach (var block in reply.Blocks)
        {
            if (reply.Blocks.Count == 1)
            {
                yield return Facts(FactsOf(block, words));
                continue;
            }

            var head = new Phrase(block.Until is null ? "request.obstacle.head" : "request.head", ("unit", block.Unit), ("no", block.Task.No));
            yield return Card.Separated(Card.Row(
            [
                Card.Bold(words.Say(head)),
                Facts(FactsOf(block, words)),
                .. block.Choices.Count > 0 ? [Card.Actions(block.Choices.Select(choice => CardButtons.Of(choice, words)))] : Array.Empty<JObject>(),
            ]));
        }

        if (reply.More > 0) yield return Card.Line(words.Say("requests.more.left", ("n", reply.More)));
        foreach (var field in CardFields.Render(reply.Fields, words)) yield return field;
    }

    private static IEnumerable<(string, string)> FactsOf(RequestBlock block, Wording words)
    {
        yield return (words["fact.task"], ShortTitle.Of(block.Task.Title));
        if (block.Task.Due is { } due) yield return (words["fact.due"], words.Date(due));
        if (block.Until is { } until)
        {
            yield return (words["fact.asked"], words.Date(until));
            if (block.Words is { } reason) yield return (words["fact.reason"], $"\"{reason}\"");
        }
        else
        {
            yield return (words["fact.words"], $"\"{block.Words}\"");
            if (block.Proposal is { } proposal) yield return (words["fact.proposal"], $"\"{proposal}\"");
        }

        yield return (words["fact.progress"], $"{Mark(block.Task)} {words.State(block.Task.State)}");
        if (block.Times is { } times) yield return (words["fact.times"], words.Number(times));
    }

    private static IEnumerable<JObject> Draft(DraftReply reply, Wording words)
    {
        yield return Card.Heading(words.Say(reply.Place == reply.No ? "draft.head" : "draft.head.place", ("no", reply.No), ("place", reply.Place), ("n", reply.Of), ("title", reply.Title)));
        if (reply.Missing.Count > 0)
        {
            yield return Card.Strip("! " + words.Say("draft.missing", ("items", new Names([.. reply.Missing.Select(key => words[key])]))), "warning");
        }

        yield return Card.Line($"\"{TextRenderer.Quote(reply.Text)}\"");
        var rest = reply with
        {
            Missing = [],
            Who = Has(FilledForm.Who) ? [] : reply.Who,
            Coordinating = Has(FilledForm.Helpers) ? [] : reply.Coordinating,
            Due = Has(FilledForm.Until) ? null : reply.Due,
        };
        foreach (var line in TextRenderer.DraftFacts(rest, words)) yield return Card.Line(line);
        foreach (var field in CardFields.Render(reply.Fields, words)) yield return field;

        bool Has(string field) => reply.Fields.Any(one => one.Id == field);
    }

    private static JObject Facts(IEnumerable<(string Name, string Value)> facts) =>
        Card.Facts(facts.Take(MostFacts).Select(fact => (fact.Name, ShortTitle.Of(fact.Value, FactCharacters))));

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
