namespace Directives.Core;

/// <summary>Something to fill in on a card. What comes back is read again by <see cref="FilledForm"/>: a card checks nothing.</summary>
/// <param name="Id">One of the ids of <see cref="FilledForm"/>.</param>
public sealed record Field(string Id, FieldKind Kind, Phrase Label)
{
    /// <summary>What stands in it: words, a whole number, a day as <c>yyyy-MM-dd</c>, or the value of one of <see cref="Options"/>.</summary>
    public string? Value { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>What is said where it is missing or cannot be.</summary>
    public Phrase? Error { get; init; }

    /// <summary>The first day that can be chosen.</summary>
    public DateOnly? From { get; init; }

    public IReadOnlyList<FieldOption> Options { get; init; } = [];
}

public sealed record FieldOption(string Value, Phrase Label);

public enum FieldKind
{
    /// <summary>Words, up to <see cref="FilledForm.MaxCharacters"/>.</summary>
    Words,

    /// <summary>A name or a few, on one line.</summary>
    Line,

    /// <summary>A whole number of percent, 0 to 100.</summary>
    Percent,

    Day,
    Choice,
}
