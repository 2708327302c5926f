using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>Greetings, thanks, help, and what is said where nothing is to be done: never a guess, always what can be asked.</summary>
public sealed class SmallTalk : IUseCase
{
    public Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken)
    {
        var reply = Say(turn, command);
        // What answers nothing must not cost the question that is open, nor give its digits another meaning.
        if (turn.Message.Pressed is not null || !OpenQuestion.IsWaiting(turn)) return Task.FromResult(reply);
        return Task.FromResult<Reply>(turn.IsMiss || command.Intent is Intent.Confirm or Intent.Deny
            ? OpenQuestion.Keep(turn, turn.IsMiss ? "none.open" : "ask.stillOpen")
            : OpenQuestion.Keep(turn, [.. ((SayReply)reply).Lines, "ask.stillOpen"]));
    }

    private static Reply Say(Turn turn, Command command) => command.Intent switch
    {
        Intent.Greet => new SayReply(new Phrase("hello.who", ("body", turn.Roster.Body))) { Choices = Menu(turn.Sender.Role) },
        Intent.Thanks => new SayReply("thanks"),
        Intent.Help => new SayReply("help.intro", new Phrase("help." + turn.Sender.Role.ToString().ToLowerInvariant())) { Buttons = Menu(turn.Sender.Role) },
        Intent.Confirm or Intent.Deny => new SayReply("ask.nothing"),
        Intent.LinkAccount => new SayReply(new Phrase("link.already", ("name", turn.Sender.Name), ("unit", turn.SenderUnitName))),
        Intent.None when turn.Message.Pressed is not null => StaleCard.Old(turn),
        Intent.None => NotUnderstood(turn),
        _ => new SayReply(turn.Sender.Role == Role.Clerk ? "none.later.clerk" : "none.later"),
    };

    private static Reply NotUnderstood(Turn turn)
    {
        turn.IsMiss = true;
        turn.Talk = turn.Talk with { Misses = turn.Talk.Misses + 1 };
        // Every second one sends to somebody who can help; the menu is there again after that.
        if (turn.Talk.Misses % 2 == 1) return new SayReply("none.menu") { Choices = Menu(turn.Sender.Role) };
        var clerk = turn.Roster.People.FirstOrDefault(person => person.Role == Role.Clerk && turn.Roster.IsActive(person, turn.Today));
        return clerk is null || turn.Sender.Role == Role.Clerk
            ? new SayReply("none.again.noClerk")
            : new SayReply(new Phrase("none.again", ("clerk", clerk.Name)));
    }

    /// <summary>What each role mostly wants, likeliest first.</summary>
    public static IReadOnlyList<Choice> Menu(Role role) => role switch
    {
        Role.Principal => [Choices.Due, Choices.Progress, Choices.Extend, Choices.Obstacle],
        Role.Leader => [Choices.Summary, Choices.Overdue(), Choices.Requests, Choices.Nudge],
        _ => [Choices.Import, Choices.Assign, Choices.Summary, Choices.Overdue()],
    };
}
