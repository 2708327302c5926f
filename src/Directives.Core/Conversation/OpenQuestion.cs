using System.Globalization;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// Answers to what the bot last offered: a bare number, a button's words, "xem thêm", yes and no. They come before the grammar, since only
/// the question tells what they mean.
/// </summary>
internal static class OpenQuestion
{
    /// <returns>Null when the words are no such answer; else the command chosen, or what to say because the question is too old.</returns>
    public static (Command? Command, Reply? Reply)? Answer(Turn turn, string text)
    {
        var words = Words(text);
        var fresh = TalkState.IsFresh(turn.Talk.AskedAt, turn.Now);
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var chosen = turn.Talk.ChoosesTask
                ? turn.Talk.Choices.FirstOrDefault(choice => choice.Command.Slots.Tasks is [{ Number: { } task }] && task == number)
                : number >= 1 && number <= turn.Talk.Offered ? turn.Talk.Choices[number - 1] : null;
            // Of a file's task only some are listed; any may be meant.
            if (chosen is null && AsksForTask(turn, Step.AttachFiles)) return (AttachEvidence.To(number), null);
            // After a list, a task's number alone asks for that task.
            if (chosen is null) return turn.RecentlyShown.Contains(number) ? (new Command(Intent.ShowTask, Choices.Of(number)), null) : null;
            return fresh ? (chosen.Command, null) : (null, new SayReply("ask.expired"));
        }

        if (fresh && turn.Talk.Choices.FirstOrDefault(choice => Words(choice.Label) == words) is { } named) return (named.Command, null);
        if (SmallTalk.Menu(turn.Sender.Role).FirstOrDefault(choice => Words(turn.Words.Say(choice.Label)) == words) is { } first) return (first.Command, null);
        if (words is "xem them" or "more" || words == Words(turn.Words["btn.more"])) return (Command.At(Step.More), null);
        // Once a draft is open, these words are about it.
        return fresh && turn.Talk.DraftId is { } draft && turn.Sender.Role == Role.Clerk && words is "giao di" or "giao" or "giao het" or "publish"
            ? (Command.At(Step.CheckPublishing) with { DirectiveId = turn.Talk.DraftId }, null)
            : null;
    }

    /// <summary>Whether what was asked last, and can still be answered, is which task a step is for.</summary>
    public static bool AsksForTask(Turn turn, Step step) =>
        turn.Talk.ChoosesTask && TalkState.IsFresh(turn.Talk.AskedAt, turn.Now) && turn.Talk.Choices is [{ Command.Step: var asked }, ..] && asked == step;

    /// <summary>Yes takes the first choice of a question with a "no" in it; no takes that one.</summary>
    public static Command? Answer(Turn turn, Intent intent)
    {
        if (intent is not (Intent.Confirm or Intent.Deny) || !TalkState.IsFresh(turn.Talk.AskedAt, turn.Now)) return null;
        var offered = turn.Talk.Choices.Take(turn.Talk.Offered).ToArray();
        if (turn.Talk.ChoosesTask || Array.TrueForAll(offered, choice => choice.Command.Step != Step.Nothing)) return null;
        return intent == Intent.Deny ? Command.At(Step.Nothing) : offered.Length == 2 ? offered[0].Command : null;
    }

    private static string Words(string text) =>
        string.Join(' ', VietnameseText.Fold(VietnameseText.Compose(text)).Split((char[]?)[' ', '.', '!', ',', '"', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
