namespace Directives.Core;

/// <summary>One message being answered: who, when, what was said before. A use case reads it, changes what is stored, and returns its reply.</summary>
public sealed class Turn(IncomingMessage message, Roster roster, TalkState talk, DateTimeOffset now)
{
    public IncomingMessage Message => message;

    /// <summary>
    /// What this message does carries this name, and is done once under it. A message that is delivered again, under its own id or another,
    /// has the name that it had first.
    /// </summary>
    public string Operation { get; init; } = message.Operation;

    /// <summary>The message was delivered before, and perhaps carried out: what it means must not be read from what has changed since.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>Something was recorded that holds whatever becomes of the rest of the turn.</summary>
    public bool HasChanged { get; set; }

    /// <summary>The words were taken as an answer to the open question, or chose one of its buttons.</summary>
    public bool IsAnswer { get; set; }

    public Person Sender => message.Sender;

    public Roster Roster => roster;

    /// <summary>The instant of the turn, in Vietnam.</summary>
    public DateTimeOffset Now => now;

    public DateOnly Today => VietnamTime.Day(now);

    public Wording Words => field ??= new Wording(Texts.In(Sender.Language), Sender, Today);

    private Awaited _awaited;
    private Command? _awaitedFor;

    /// <summary>What will be remembered of this turn.</summary>
    public TalkState Talk { get; set; } = talk;

    public string SenderUnitName => roster.FindUnit(Sender.UnitId)?.Name ?? Sender.UnitId;

    /// <summary>The tasks the person was last shown, while "việc đó" can still mean one of them.</summary>
    public IReadOnlyList<int> RecentlyShown => TalkState.IsFresh(Talk.ShownAt, now) ? Talk.Shown : [];

    /// <summary>The next words may be what <paramref name="command"/> still lacks.</summary>
    public void Await(Awaited awaited, Command command) => (_awaited, _awaitedFor) = (awaited, command);

    /// <summary>What this turn asked for in words, if it did.</summary>
    public (Awaited Awaits, Command? For) Asks => (_awaited, _awaitedFor);

    /// <summary>The words were read for what they say by themselves, not as the answer to what was asked before them.</summary>
    public bool IsReading { get; set; }

    /// <summary>They were not understood.</summary>
    public bool IsMiss { get; set; }

    /// <summary>The earlier message that the person was asked about and now said no to.</summary>
    public AskedAbout? Denied { get; set; }

    /// <summary>Nothing is to be remembered of this turn, nor of any before it.</summary>
    public bool IsForgotten { get; set; }

    /// <summary>The question that was open stays open.</summary>
    public bool KeepsQuestion { get; set; }

    /// <summary>The message asked for something else too, which was not taken up.</summary>
    public bool LeavesSomething { get; set; }

    public void Show(params IReadOnlyList<int> tasks) => Talk = Talk with { Shown = tasks, ShownAt = now };
}
