namespace Directives.Core;

/// <summary>So many of so many.</summary>
public readonly record struct Share(int Count, int Of)
{
    /// <summary>In whole percent, half a percent rounded up; of nothing, 0.</summary>
    public int Percent => Of == 0 ? 0 : ((Count * 200) + Of) / (Of * 2);
}

/// <summary>What leaders read of some units' parts of tasks, at the end of a day.</summary>
public sealed record Figures
{
    public static Figures None { get; } = new();

    public ClassCounts Counts { get; init; } = ClassCounts.None;

    /// <summary>
    /// How many came to their deadline in the period: it is over, or it is that day and they are done. What was due before and still open is late already,
    /// and no matter of this period's ratio.
    /// </summary>
    public int Due { get; init; }

    /// <summary>How many of those were done in time.</summary>
    public int DueOnTime { get; init; }

    /// <summary>The days by which those that are overdue and not done are late, together.</summary>
    public int DaysLate { get; init; }

    /// <summary>The on-time ratio. It is of what was due, not of everything, and whoever says it says so.</summary>
    public Share OnTime => new(DueOnTime, Due);

    public Share Done => new(Counts.OnTime + Counts.Late, Counts.Total);

    /// <param name="from">The first day of the period; null where it has none.</param>
    public static Figures Of(IEnumerable<CountedWork> work, DateOnly? from, DateOnly asOf)
    {
        Span<int> counts = stackalloc int[(int)DueClass.NoDeadline + 1];
        var (due, onTime, late) = (0, 0, 0);
        foreach (var one in work)
        {
            counts[(int)one.Class]++;
            if (one.Class == DueClass.OpenOverdue) late += asOf.DayNumber - one.Due!.Value.DayNumber;
            if (one.Class is DueClass.NoDeadline or DueClass.OpenInTime || one.Due > asOf || one.Due < from) continue;
            due++;
            if (one.Class == DueClass.DoneOnTime) onTime++;
        }

        return new Figures { Counts = new ClassCounts(counts[0], counts[1], counts[2], counts[3], counts[4]), Due = due, DueOnTime = onTime, DaysLate = late };
    }
}

/// <summary>The figures of one unit, task, directive or kind of unit.</summary>
/// <param name="Name">As people read it.</param>
public sealed record FiguresOf<T>(T Key, string Name, Figures Figures);
