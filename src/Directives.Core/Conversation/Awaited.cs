using Directives.Language.Messages;

namespace Directives.Core;

/// <summary>What the bot asked for in plain words, to go with a command.</summary>
public enum Awaited
{
    Nothing,

    /// <summary>Why a request is rejected.</summary>
    Reason,

    /// <summary>Until when more time is asked for.</summary>
    Day,

    /// <summary>What the obstacle is.</summary>
    Obstacle,
}

/// <summary>
/// Puts the words that answer an open question together with what they were asked for. They are taken for the answer only where they are none
/// of the things that people otherwise say; a reason can be any words, and is shown before it is recorded.
/// </summary>
internal static class AwaitedAnswer
{
    private const int MaxCharacters = 500;

    /// <returns>Null when the words answer no open question.</returns>
    public static Command? Of(Turn turn, string text, Frame frame, MessageReader reader)
    {
        var talk = turn.Talk;
        if (talk.Awaits == Awaited.Nothing || talk.AwaitedFor is not { } command || !TalkState.IsFresh(talk.AskedAt, turn.Now) || text.Length > MaxCharacters) return null;
        if (frame.Intent is Intent.Deny or Intent.Undo or Intent.Help) return null;
        return talk.Awaits switch
        {
            Awaited.Reason when frame.Intent != Intent.DecideExtension => command with { IsAnswered = true, Slots = command.Slots with { Note = text } },
            Awaited.Obstacle when frame.Intent is Intent.None or Intent.AddNote or Intent.ReportObstacle && frame.Slots.Tasks.Count == 0 =>
                command with { Slots = command.Slots with { Note = text } },
            Awaited.Day => WithDay(command, text, turn, reader),
            _ => null,
        };
    }

    // "đến 5/12 vì thiếu người": read as the request that it completes.
    private static Command? WithDay(Command command, string text, Turn turn, MessageReader reader)
    {
        var task = command.Slots.Tasks[0].Number;
        foreach (var start in new[] { $"việc {task} xin gia hạn ", $"việc {task} xin gia hạn đến " })
        {
            var again = reader.Read(start + text, turn.Now, (SenderRole)turn.Sender.Role);
            if (again is { Intent: Intent.RequestExtension, Also.Count: 0 } && (again.Slots.Deadline is not null || again.Slots.ExtendBy is not null)) return Command.Of(again.First);
        }

        return null;
    }
}
