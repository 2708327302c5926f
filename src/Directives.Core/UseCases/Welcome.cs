namespace Directives.Core;

/// <summary>What a person is told when the bot comes to their chat: who it is, what it keeps of them, and what they mostly want.</summary>
public sealed class Welcome(UnreadSettings unread) : IUseCase
{
    /// <summary>What the bot keeps, and who sees it.</summary>
    public static Phrase Privacy(UnreadSettings unread) => unread.Keep ? new Phrase("hello.privacy", ("n", KeepUnread.Days)) : "hello.privacy.noWords";

    public Task<Reply> HandleAsync(Turn turn, Command command, CancellationToken cancellationToken) => Task.FromResult<Reply>(
        new SayReply(new Phrase("hello.who", ("body", turn.Roster.Body)), Privacy(unread), "help.intro", new Phrase("help." + turn.Sender.Role.ToString().ToLowerInvariant()))
        {
            Choices = SmallTalk.Menu(turn.Sender.Role),
        });
}
