using Directives.Core;
using Newtonsoft.Json.Linq;

namespace Directives.Bot.Rendering;

/// <summary>What leaders read of many units, as cards: counts with bars, and a press on a row for what is behind it.</summary>
internal static class SummaryCards
{
    public static IEnumerable<JObject> Summary(SummaryReply reply, Wording words)
    {
        yield return Card.Heading(TextRenderer.SummaryHeading(reply, words));
        if (reply.Scope is { } scope) yield return Card.Line(words.Say("sum.scope", ("scope", scope)));
        var counts = reply.Counts;
        yield return Card.Line(words.Say(
            "sum.sentence", ("n", counts.OnTime + counts.Late), ("total", counts.Total), ("percent", TextRenderer.Percent(counts.OnTime + counts.Late, counts.Total))));
        if (counts.Total > 0) yield return Bar(counts);
        string[] marks = ["✓", "✓", "◐", "!"];
        foreach (var ((key, count), i) in TextRenderer.Classes(counts).Select((@class, i) => (@class, i)))
        {
            yield return Card.Line($"{marks[i]} {TextRenderer.ClassLine(key, count, counts.Total, words)}");
        }

        if (TextRenderer.ShareLine(reply, words) is { } share) yield return Card.Line(share);
        if (reply.Next is { } next) yield return Card.Line(words.Say("sum.next", ("n", next.Count), ("days", next.Days), ("date", next.First)));
        if (reply.Unreached > 0) yield return Card.Line(words.Say("sum.undelivered", ("n", reply.Unreached)));
        if (counts.NoDeadline > 0) yield return Card.Line(words.Say("sum.noDeadline", ("n", counts.NoDeadline)));
        foreach (var note in reply.Notes) yield return Card.Line(words.Say(note));
        if (reply.Worst.Count > 0) yield return Card.Separated(Card.Bold(words.Say("sum.worst.head")));
        foreach (var task in reply.Worst)
        {
            var line = words.Fill(new Phrase("sum.worst", ("no", task.No), ("title", ShortTitle.Of(task.Title)), ("n", task.Overdue)));
            yield return Card.Row([Card.Line("! " + line)], CardButtons.Of(Choices.Units(task.No), words));
        }

        if (reply.ByUnit.Count == 0) yield break;
        yield return Card.Separated(Card.Bold(words.Say("sum.units.head")));
        foreach (var row in reply.ByUnit.Select(unit => Load(unit, words))) yield return row;
        if (reply.MoreUnits > 0) yield return Card.Line(words.Say("units.more", ("n", reply.MoreUnits)));
    }

    public static IEnumerable<JObject> Loads(UnitLoadsReply reply, Wording words) =>
    [
        Card.Heading(words.Say(reply.Heading)),
        .. reply.Units.Select(unit => Load(unit, words)),
        .. reply.More > 0 ? [Card.Line(words.Say("units.more", ("n", reply.More)))] : Array.Empty<JObject>(),
    ];

    public static IEnumerable<JObject> Units(UnitsReply reply, Wording words)
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

    private static JObject Load(UnitLoad unit, Wording words)
    {
        var (counts, name) = (unit.Counts, ShortTitle.Of(unit.Name));
        var line = words.Fill(new Phrase("sum.unit", ("unit", name), ("overdue", counts.Overdue), ("done", counts.OnTime + counts.Late), ("total", counts.Total)));
        JObject[] items = counts.Total > 0 ? [Card.Line((counts.Overdue > 0 ? "! " : "") + line), Bar(counts)] : [Card.Line(line)];
        return Card.Row(items, CardButtons.Of(Choices.TasksOf(unit.Name, counts.Overdue > 0), words));
    }

    private static JObject Bar(ClassCounts counts) =>
        Card.Bar((counts.OnTime, "good"), (counts.Late, "warning"), (counts.InTime, "emphasis"), (counts.Overdue, "attention"));
}
