using Directives.Core;

namespace Directives.Bot.Rendering;

/// <summary>A summary as a chart to be painted: the same words and figures as its text.</summary>
public static class ChartRenderer
{
    public static SummaryChart Render(SummaryReply reply, Wording words)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(words);
        var counts = reply.Counts;
        var asOf = words.Say("chart.asOf", ("time", reply.At), ("date", VietnamTime.Day(reply.At)));
        // Where nothing has a deadline there is no share to draw.
        ChartUnit[] units = [.. reply.ByUnit.Where(unit => unit.Counts.Total > 0).Select(unit => new ChartUnit(unit.Name, Figure(unit.Counts), unit.Counts))];
        return new SummaryChart
        {
            Title = words.Say("chart.title", ("period", reply.Period), ("n", counts.Total), ("units", reply.Units)),
            Notes = reply.Scope is { } scope ? [asOf, words.Say("sum.scope", ("scope", scope))] : [asOf],
            Classes =
            [
                Class(DueClass.DoneOnTime, "chart.onTime", counts.OnTime),
                Class(DueClass.DoneLate, "chart.late", counts.Late),
                Class(DueClass.OpenInTime, "chart.inTime", counts.InTime),
                Class(DueClass.OpenOverdue, "chart.overdue", counts.Overdue),
            ],
            UnitsHeading = words["chart.units"],
            Units = units,
            More = units.Length > 0 && units.Length < reply.Units ? words.Say("chart.more", ("n", reply.Units - units.Length)) : null,
        };

        ChartClass Class(DueClass @class, string word, int count) => new(
            @class, words[word], words.Say("chart.figure", ("n", count), ("total", counts.Total), ("percent", TextRenderer.Percent(count, counts.Total))), count);

        string Figure(ClassCounts of) => words.Fill(new Phrase("chart.unit", ("overdue", of.Overdue), ("done", of.OnTime + of.Late), ("total", of.Total)));
    }
}
