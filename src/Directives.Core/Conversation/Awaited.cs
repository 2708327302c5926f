using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>What the bot asked for in plain words, to go with a command.</summary>
public enum Awaited
{
    Nothing,

    /// <summary>Why a request is rejected.</summary>
    Reason,

    /// <summary>Until when more time is asked for.</summary>
    Day,

    /// <summary>Why more time is asked for, beside the question whether to send the request.</summary>
    Grounds,

    /// <summary>What the obstacle is.</summary>
    Obstacle,

    /// <summary>A file: see <see cref="AttachEvidence"/>. Words answer it only as they would any time.</summary>
    File,
}

/// <summary>
/// Puts the words that answer an open question together with what they were asked for. They are taken for the answer only where they are none
/// of the things that people otherwise say; a reason can be any words, and is shown before it is recorded.
/// </summary>
internal static class AwaitedAnswer
{
    private const int MaxCharacters = 500;

    private const double Plain = 0.9;

    // With their marks: "đó" is no "do".
    private static readonly string[] Because =
        ["vì ", "vi ", "do ", "tại vì ", "tai vi ", "tại ", "tai ", "bởi vì ", "boi vi ", "bởi ", "lý do là ", "lý do: ", "lý do ", "ly do la ", "ly do: ", "ly do ", "because "];

    /// <returns>Null when the words answer no open question.</returns>
    public static Command? Of(Turn turn, string text, Frame frame, MessageReader reader)
    {
        var talk = turn.Talk;
        if (talk.Awaits == Awaited.Nothing || talk.AwaitedFor is not { } command || !TalkState.IsFresh(talk.AskedAt, turn.Now) || text.Length > MaxCharacters) return null;
        if (frame.Intent is Intent.Deny or Intent.Undo or Intent.Help) return null;
        return talk.Awaits switch
        {
            Awaited.Grounds => WithGrounds(command, text),
            // A plain question is no reason.
            Awaited.Reason when frame is { Confidence: >= Plain, Intent: Intent.ListTasks or Intent.Summary or Intent.ListUnits or Intent.ListRequests } => null,
            Awaited.Reason when frame.Intent != Intent.DecideExtension => command with { IsAnswered = true, Slots = command.Slots with { Note = text } },
            Awaited.Obstacle when frame.Intent is Intent.None or Intent.AddNote or Intent.ReportObstacle && frame.Slots.Tasks.Count == 0 =>
                command with { Slots = command.Slots with { Note = text } },
            Awaited.Day => WithDay(command, text, turn, reader),
            _ => null,
        };
    }

    // Among the words that say why, nothing else is looked for: "vì chưa có mẫu" is no denial.
    private static Command? WithGrounds(Command command, string text)
    {
        var lower = VietnameseText.Lower(text);
        var mark = Because.FirstOrDefault(word => lower.StartsWith(word, StringComparison.Ordinal));
        var reason = mark is null ? "" : text[mark.Length..].Trim(' ', ':', ',', '.');
        return reason.Length == 0 ? null : command with { Slots = command.Slots with { Note = reason } };
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
