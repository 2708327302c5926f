namespace Directives.Core;

/// <summary>An answer as a value. Each channel has one renderer that makes it a card, or text with numbered choices.</summary>
public abstract record Reply
{
    /// <summary>What goes before it, such as that the card which was pressed is out of date.</summary>
    public IReadOnlyList<Phrase> Before { get; init; } = [];

    /// <summary>What the person may say next, likeliest first, refusing last; at most four.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>
    /// Further buttons of a card. In text they are not offered, but their words are understood. Where they repeat the choices, a card has their order.
    /// </summary>
    public IReadOnlyList<Choice> Buttons { get; init; } = [];

    /// <summary>What shows the same as it stands later; null where a card stays as it is.</summary>
    public Command? Refresh { get; init; }

    /// <summary>The choices are tasks: a bare number is a task's number.</summary>
    public bool ChoosesTask { get; init; }
}

public sealed record Choice(Phrase Label, Command Command);

/// <summary>Sentences, one a line.</summary>
public sealed record SayReply(params IReadOnlyList<Phrase> Lines) : Reply;

/// <summary>
/// A question that is answered by filling in a card: its buttons are <see cref="Reply.Buttons"/>. In text it is asked in words, with
/// <see cref="Reply.Choices"/> where it has some, and answered by words.
/// </summary>
/// <param name="Lines">How it is asked in text.</param>
public sealed record FormReply(params IReadOnlyList<Phrase> Lines) : Reply
{
    public required Phrase Heading { get; init; }
    public IReadOnlyList<Fact> Facts { get; init; } = [];
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>What is said below the fields.</summary>
    public IReadOnlyList<Phrase> Notes { get; init; } = [];
}

/// <param name="Name">A key of the texts.</param>
public sealed record Fact(string Name, Phrase Value);

/// <summary>A file, with a sentence that says what it is; only for a channel that can carry one.</summary>
public sealed record FileReply(string Name, ReadOnlyMemory<byte> Content, Phrase Line) : Reply;

/// <summary>Tasks of one unit, or of all that a leader sees.</summary>
public sealed record TaskListReply : Reply
{
    public required Phrase Heading { get; init; }
    public required IReadOnlyList<TaskRow> Rows { get; init; }

    /// <summary>How many further ones "xem thêm" would show.</summary>
    public int More { get; init; }

    /// <summary>Goes on after the last row, whatever was said since; null where there are no more.</summary>
    public Command? MoreCommand { get; init; }

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

    /// <summary>What happened to it last, oldest first; on cards only.</summary>
    public IReadOnlyList<Phrase> History { get; init; } = [];

    public required string DirectiveLabel { get; init; }
    public DateOnly? Issued { get; init; }
    public required string Quote { get; init; }

    /// <summary>The day to cite the directive with; null where its label says the day already.</summary>
    public DateOnly? CitedOn => Issued is { } day && DirectiveLabel.EndsWith(Directive.ShortDay(day), StringComparison.Ordinal) ? null : Issued;
}

/// <summary>What was just recorded, by whom, and until when it can be undone.</summary>
public sealed record RecordedReply(IReadOnlyList<Recorded> Items, DateTimeOffset At, DateTimeOffset UndoUntil) : Reply
{
    public required string By { get; init; }
}

public sealed record Recorded(TaskName Task, WorkState Before, WorkState After, DateOnly? Due);

/// <summary>Counts of the four classes, over one period and all units the reader may see.</summary>
public sealed record SummaryReply : Reply
{
    /// <summary>Its name, with its dates unless the name says them.</summary>
    public required Phrase Period { get; init; }

    public required DateTimeOffset At { get; init; }
    public required int Units { get; init; }
    public required ClassCounts Counts { get; init; }

    /// <summary>Of what was due by then.</summary>
    public Share OnTime { get; init; }

    /// <summary>How the on-time ratio stands to the period before; null where that has none.</summary>
    public Trend? Trend { get; init; }

    /// <summary>What is still open and falls due in the next days.</summary>
    public DueNext? Next { get; init; }

    /// <summary>How many people notices did not reach, on cards only: who was not told is not who has not done it.</summary>
    public int Unreached { get; init; }

    /// <summary>What the figures were narrowed to, such as a unit, a task or a directive.</summary>
    public string? Scope { get; init; }

    /// <summary>The tasks with the most overdue units, worst first.</summary>
    public IReadOnlyList<WorstTask> Worst { get; init; } = [];

    /// <summary>Where there are several units: those with the most overdue, worst first, on cards only.</summary>
    public IReadOnlyList<UnitLoad> ByUnit { get; init; } = [];

    public int MoreUnits { get; init; }

    /// <summary>What is said under the figures.</summary>
    public IReadOnlyList<Phrase> Notes { get; init; } = [];
}

public sealed record ClassCounts(int OnTime, int Late, int InTime, int Overdue, int NoDeadline)
{
    public static ClassCounts None { get; } = new(0, 0, 0, 0, 0);

    public ClassCounts With(DueClass @class) => @class switch
    {
        DueClass.DoneOnTime => this with { OnTime = OnTime + 1 },
        DueClass.DoneLate => this with { Late = Late + 1 },
        DueClass.OpenInTime => this with { InTime = InTime + 1 },
        DueClass.OpenOverdue => this with { Overdue = Overdue + 1 },
        _ => this with { NoDeadline = NoDeadline + 1 },
    };

    /// <summary>All with a deadline: what the shares are of.</summary>
    public int Total => OnTime + Late + InTime + Overdue;
}

/// <param name="Days">Today and those that follow.</param>
/// <param name="First">The first day on which anything is due.</param>
public sealed record DueNext(int Count, int Days, DateOnly First);

public sealed record WorstTask(int No, string Title, int Overdue);

/// <summary>What one unit owes, by classes.</summary>
public sealed record UnitLoad(string Name, ClassCounts Counts);

/// <summary>Units by what they owe over many tasks, worst first.</summary>
/// <param name="Lines">How it is said in text.</param>
public sealed record UnitLoadsReply(params IReadOnlyList<Phrase> Lines) : Reply
{
    public required Phrase Heading { get; init; }
    public required IReadOnlyList<UnitLoad> Units { get; init; }
    public int More { get; init; }
}

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

/// <summary>What waits for a leader's word: requests for more time, and obstacles. One alone is shown with all there is to decide it by.</summary>
/// <param name="Lines">How it is said in text.</param>
public sealed record RequestsReply(params IReadOnlyList<Phrase> Lines) : Reply
{
    public required Phrase Heading { get; init; }
    public required IReadOnlyList<RequestBlock> Blocks { get; init; }
    public int More { get; init; }

    /// <summary>What has to be filled in for the answer; only where there is one request.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];
}

public sealed record RequestBlock
{
    public required string Unit { get; init; }
    public required TaskRow Task { get; init; }

    /// <summary>Of a request for more time: the day asked for; null for an obstacle.</summary>
    public DateOnly? Until { get; init; }

    public string? Words { get; init; }
    public string? Proposal { get; init; }

    /// <summary>Which request for more time of this task it is, from 1.</summary>
    public int? Times { get; init; }

    /// <summary>What its reader may answer to it.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];
}

/// <summary>One task of a draft, for the clerk to check.</summary>
public sealed record DraftReply : Reply
{
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

    /// <summary>What can be set right on a card, what is missing first; its buttons are <see cref="Reply.Buttons"/>.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];
}
