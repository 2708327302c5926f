namespace Directives.Core;

/// <summary>
/// What was last said to a person: enough to read a bare digit, "xem thêm", or "việc đó". Not a record of anything: the last writer wins,
/// and losing it costs one question asked again.
/// </summary>
public sealed record TalkState
{
    /// <summary>How long an open question, a list or the last task shown can be answered to.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    public IReadOnlyList<OfferedChoice> Choices { get; init; } = [];

    /// <summary>How many of the choices, from the first, were numbered.</summary>
    public int Offered { get; init; }

    /// <summary>A bare number is a task's, not a place among the choices.</summary>
    public bool ChoosesTask { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The tasks last shown, in order.</summary>
    public IReadOnlyList<int> Shown { get; init; } = [];

    public DateTimeOffset ShownAt { get; init; }

    /// <summary>The last list, and the tasks of it that were already shown.</summary>
    public Command? List { get; init; }

    public IReadOnlyList<int> Listed { get; init; } = [];

    /// <summary>The last question that can be asked on about another time or unit.</summary>
    public Command? Asked { get; init; }

    /// <summary>What the bot last asked for in words, and what the answer completes.</summary>
    public Awaited Awaits { get; init; }

    public Command? AwaitedFor { get; init; }

    /// <summary>The draft being reviewed.</summary>
    public string? DraftId { get; init; }

    public int DraftItem { get; init; }

    /// <summary>The unit whose assignment the person changed last, when that is not the own one.</summary>
    public string? UndoUnit { get; init; }

    /// <summary>The directive that the person published last, where nothing else was changed since.</summary>
    public string? UndoDirective { get; init; }

    /// <summary>The setting that the person made last, where nothing else was changed since.</summary>
    public SettingUndo? UndoSetting { get; init; }

    /// <summary>The operations of the messages last answered: one of them that comes again is not read as an answer to a later question.</summary>
    public IReadOnlyList<string> Handled { get; init; } = [];

    /// <summary>The last message that changed anything, by which a channel's second delivery under another id is known.</summary>
    public LastChange? Changed { get; init; }

    /// <summary>Files that were sent without a word of their task.</summary>
    public IReadOnlyList<HeldFile> Held { get; init; } = [];

    /// <summary>When the last of them came.</summary>
    public DateTimeOffset HeldAt { get; init; }

    /// <summary>A sheet of tasks that would drop some of the draft, while that is asked.</summary>
    public HeldSheet? Sheet { get; init; }

    /// <summary>How many messages running were not understood.</summary>
    public int Misses { get; init; }

    /// <summary>What the open question is about, where a "no" tells that it was misread.</summary>
    public AskedAbout? AskedAbout { get; init; }

    public static bool IsFresh(DateTimeOffset since, DateTimeOffset now) => now - since <= Memory;
}

/// <param name="Drops">The tasks of the draft that the sheet has no row for, as they were shown.</param>
public sealed record HeldSheet(string FileId, string Name, string DirectiveId, IReadOnlyList<int> Drops, DateTimeOffset At);

/// <summary>What a setting changed, to be taken back.</summary>
/// <param name="Before">What the person had chosen before.</param>
/// <param name="Reminder">The person's own reminder that was planned; then nothing else was changed.</param>
/// <param name="Group">The digest that was set or ended for a group; then nothing else was changed.</param>
public sealed record SettingUndo(string Operation, DateTimeOffset At, PersonSettings? Before, Notice? Reminder, GroupDigestUndo? Group = null);

/// <param name="Before">What went there before; null for nothing.</param>
public sealed record GroupDigestUndo(GroupAddress Group, GroupDigest? Before);

/// <param name="Words">The message as it was typed.</param>
/// <param name="WasAnswer">The words had a meaning only as an answer to what was asked before them.</param>
public sealed record LastChange(string Operation, string Words, DateTimeOffset At, bool WasAnswer)
{
    /// <summary>The same words again so soon are the same message. Whoever means them anew has said something else in between, such as "hoàn tác".</summary>
    private static readonly TimeSpan Redelivery = TimeSpan.FromMinutes(1);

    /// <summary>A digit is soon typed again, to the next question; but nobody reads that question faster than this.</summary>
    private static readonly TimeSpan AnswerRedelivery = TimeSpan.FromSeconds(3);

    public bool IsRepeatedBy(string words, DateTimeOffset now) =>
        words.Length > 0 && words == Words && now - At < (WasAnswer ? AnswerRedelivery : Redelivery);
}

/// <param name="Labels">The button's words in the person's language, which may be typed.</param>
public sealed record OfferedChoice(string Label, Command Command);
