namespace Directives.Core;

/// <summary>An answer as a value. Each channel has one renderer that makes it a card, or text with numbered choices.</summary>
public abstract record Reply
{
    /// <summary>What the person may say next, likeliest first, refusing last; at most four.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Further buttons of a card. In text they are not offered, but their words are understood.</summary>
    public IReadOnlyList<Choice> Buttons { get; init; } = [];

    /// <summary>The choices are tasks: a bare number is a task's number.</summary>
    public bool ChoosesTask { get; init; }
}

public sealed record Choice(Phrase Label, Command Command);

/// <summary>Sentences, one a line.</summary>
public sealed record SayReply(params IReadOnlyList<Phrase> Lines) : Reply;

/// <summary>A file, with a sentence that says what it is; only for a channel that can carry one.</summary>
public sealed record FileReply(string Name, ReadOnlyMemory<byte> Content, Phrase Line) : Reply;

/// <summary>Tasks of one unit, or of all that a leader sees.</summary>
public sealed record TaskListReply : Reply
{
    public required Phrase Heading { get; init; }
    public required IReadOnlyList<TaskRow> Rows { get; init; }

    /// <summary>How many further ones "xem thêm" would show.</summary>
    public int More { get; init; }

    public IReadOnlyList<int> AlsoOverdue { get; init; } = [];

    /// <summary>Where nothing is due: what comes next.</summary>
    public TaskRow? Next { get; init; }
}

public sealed record TaskRow
{
    public required int No { get; init; }
    public required string Title { get; init; }
    public DateOnly? Due { get; init; }
    public required WorkState State { get; init; }
    public required DueClass Class { get; init; }
    public Duty Duty { get; init; }

    /// <summary>For a task that several units owe: how many of them are done, of how many.</summary>
    public UnitCount? Units { get; init; }
}

public sealed record UnitCount(int Done, int Total);

/// <summary>One task, with the words of the directive it comes from.</summary>
public sealed record TaskReply : Reply
{
    public required TaskRow Task { get; init; }

    /// <summary>The whole title, longer than in lists.</summary>
    public required string Title { get; init; }

    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Why it is owed no longer; null while it is.</summary>
    public Ending? Ended { get; init; }

    /// <summary>An RFC 5545 rule, for a task that comes again.</summary>
    public string? Recurrence { get; init; }

    public IReadOnlyList<string> Lead { get; init; } = [];
    public IReadOnlyList<string> Coordinating { get; init; } = [];
    public IReadOnlyList<string> ReportTo { get; init; } = [];

    /// <summary>What the files are called that go with it.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    public required string DirectiveLabel { get; init; }
    public DateOnly? Issued { get; init; }
    public required string Quote { get; init; }

    /// <summary>The day to cite the directive with; null where its label says the day already.</summary>
    public DateOnly? CitedOn => Issued is { } day && DirectiveLabel.EndsWith(Directive.ShortDay(day), StringComparison.Ordinal) ? null : Issued;
}

/// <summary>What was just recorded, and until when it can be undone.</summary>
public sealed record RecordedReply(IReadOnlyList<Recorded> Items, DateTimeOffset At, DateTimeOffset UndoUntil) : Reply;

public sealed record Recorded(TaskName Task, WorkState Before, WorkState After, DateOnly? Due);

/// <summary>Counts of the four classes, over one period and all units the reader may see.</summary>
public sealed record SummaryReply : Reply
{
    public required PeriodName Period { get; init; }
    public required DateTimeOffset At { get; init; }
    public required int Units { get; init; }
    public required ClassCounts Counts { get; init; }

    /// <summary>What the figures were narrowed to, such as a unit, a task or a directive.</summary>
    public string? Scope { get; init; }

    /// <summary>Where each unit stands, those with the most overdue first: what a picture shows beside the text.</summary>
    public IReadOnlyList<FiguresOf<Unit>> ByUnit { get; init; } = [];

    /// <summary>The tasks with the most overdue units, worst first.</summary>
    public IReadOnlyList<WorstTask> Worst { get; init; } = [];
}

public sealed record ClassCounts(int OnTime, int Late, int InTime, int Overdue, int NoDeadline)
{
    /// <summary>All with a deadline: what the shares are of.</summary>
    public int Total => OnTime + Late + InTime + Overdue;
}

public sealed record WorstTask(int No, string Title, int Overdue);

/// <summary>Where the units stand with one task.</summary>
public sealed record UnitsReply : Reply
{
    public required Phrase Heading { get; init; }
    public required UnitCount Count { get; init; }
    public IReadOnlyList<UnitState> Untouched { get; init; } = [];
    public IReadOnlyList<UnitState> Started { get; init; } = [];
    public IReadOnlyList<UnitState> Done { get; init; } = [];

    /// <summary>How many names of a group are written out; the others are counted.</summary>
    public int Shown { get; init; } = int.MaxValue;
}

public sealed record UnitState(string Name, WorkState State);

/// <summary>One task of a draft, for the clerk to check.</summary>
public sealed record DraftReply : Reply
{
    /// <summary>What goes before it, such as what was just dropped.</summary>
    public IReadOnlyList<Phrase> Before { get; init; } = [];

    public required int No { get; init; }

    /// <summary>Where it stands among those that are there; where some were dropped, that is not its number.</summary>
    public required int Place { get; init; }

    public required int Of { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<string> Who { get; init; } = [];
    public IReadOnlyList<string> Coordinating { get; init; } = [];
    public DateOnly? Due { get; init; }
    public string? Recurrence { get; init; }

    /// <summary>The earlier tasks whose place it takes.</summary>
    public IReadOnlyList<int> Supersedes { get; init; } = [];

    /// <summary>What "5 rõ" finds missing, as keys of the texts.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
