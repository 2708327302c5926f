namespace Directives.Core;

/// <summary>One message being answered: who, when, what was said before. A use case reads it, changes what is stored, and returns its reply.</summary>
public sealed class Turn(IncomingMessage message, Roster roster, TalkState talk, DateTimeOffset now)
{
    public IncomingMessage Message => message;

    public Person Sender => message.Sender;

    public Roster Roster => roster;

    /// <summary>The instant of the turn, in Vietnam.</summary>
    public DateTimeOffset Now => now;

    public DateOnly Today => VietnamTime.Day(now);

    public Wording Words => field ??= new Wording(Texts.In(Sender.Language), Sender, Today);

    /// <summary>What will be remembered of this turn.</summary>
    public TalkState Talk { get; set; } = talk;

    public string SenderUnitName => roster.FindUnit(Sender.UnitId)?.Name ?? Sender.UnitId;

    /// <summary>The tasks the person was last shown, while "việc đó" can still mean one of them.</summary>
    public IReadOnlyList<int> RecentlyShown => TalkState.IsFresh(Talk.ShownAt, now) ? Talk.Shown : [];

    public void Show(params IReadOnlyList<int> tasks) => Talk = Talk with { Shown = tasks, ShownAt = now };
}
