namespace Directives.Language.Prose;

/// <summary>What was read out of a directive, for a clerk to check before anything is assigned.</summary>
public sealed record DirectiveDraft(DirectiveHead Head, IReadOnlyList<TaskDraft> Tasks)
{
    /// <summary>The earlier documents that this one replaces, amends or extends.</summary>
    public IReadOnlyList<EarlierDocument> Earlier { get; init; } = [];
}

public sealed record DirectiveHead
{
    public string? Kind { get; init; }
    public string? Number { get; init; }
    public string? Title { get; init; }
    public string? Issuer { get; init; }
    public DateOnly? Issued { get; init; }
    public string? Signer { get; init; }
    public IReadOnlyList<string> Recipients { get; init; } = [];
}

public enum TaskKind
{
    /// <summary>Has an end.</summary>
    OneOff,

    /// <summary>Comes again by <see cref="TaskDraft.Recurrence"/>.</summary>
    Recurring,

    /// <summary>Has no end (<c>tiếp tục</c>, <c>duy trì</c>).</summary>
    Ongoing,

    /// <summary>A figure to reach.</summary>
    Target,
}

/// <summary>A figure to reach: at least <paramref name="AtLeast"/>, of <paramref name="Of"/> where the document gives a whole.</summary>
public sealed record Target(string Measure, decimal AtLeast, decimal? Of);

/// <summary>Characters of <see cref="DocumentText.Text"/> from <paramref name="From"/> up to, not including, <paramref name="To"/>.</summary>
public readonly record struct Source(int From, int To);

/// <summary>One duty. Names come as the document writes them, without the words around them.</summary>
public sealed record TaskDraft
{
    public required int No { get; init; }
    public string? Section { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<string> Directing { get; init; } = [];
    public IReadOnlyList<string> Lead { get; init; } = [];
    public IReadOnlyList<string> Coordinating { get; init; } = [];
    public IReadOnlyList<string> Audience { get; init; } = [];
    public IReadOnlyList<string> ReportTo { get; init; } = [];
    public required TaskKind Kind { get; init; }
    public DateOnly? Deadline { get; init; }
    public TimeOnly? Time { get; init; }
    public DateOnly? Start { get; init; }

    /// <summary>An RFC 5545 recurrence rule without its <c>RRULE:</c> prefix.</summary>
    public string? Recurrence { get; init; }

    public IReadOnlyList<Target> Targets { get; init; } = [];
    public required Source Source { get; init; }
}
