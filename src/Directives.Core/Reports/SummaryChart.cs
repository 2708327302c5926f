namespace Directives.Core;

/// <summary>A summary as a picture shows it, its words chosen already: a bar of the four classes, and one for each unit.</summary>
public sealed record SummaryChart
{
    public required string Title { get; init; }

    /// <summary>As of when, and what the figures were narrowed to.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>In the order of <see cref="DueClass"/>, none left out.</summary>
    public required IReadOnlyList<ChartClass> Classes { get; init; }

    public required string UnitsHeading { get; init; }

    /// <summary>Worst first.</summary>
    public IReadOnlyList<ChartUnit> Units { get; init; } = [];

    /// <summary>That there are more units than are shown; null where there are none.</summary>
    public string? More { get; init; }
}

/// <param name="Figure">Number and share: <c>72/120 (60%)</c>.</param>
public sealed record ChartClass(DueClass Class, string Word, string Figure, int Count);

/// <param name="Figure">What the bar shows, in words: no figure stands in a picture by its colour alone.</param>
public sealed record ChartUnit(string Name, string Figure, ClassCounts Counts);
