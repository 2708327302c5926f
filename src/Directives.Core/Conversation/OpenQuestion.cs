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
    // Words around a yes or a no that change nothing of it.
    private static readonly HashSet<string> Around = ["a", "ak", "nhe", "nha", "em", "roi", "luon", "da", "vang", "toi", "minh", "anh", "chi", "di", "i", "thay"];

    private static readonly HashSet<string> Yes = ["co", "dong y", "co dong y", "nhat tri", "agree", "agreed"];

    private static readonly HashSet<string> No =
    [
        "thoi", "thoi bo", "bo qua", "huy", "thoi huy", "thoi khong", "khong can", "khong can nua", "thoi khong can", "thoi khong can nua",
        "khong xin", "khong xin nua", "thoi khong xin", "thoi khong xin nua", "khong gui", "khong gui nua", "thoi khong gui", "thoi khong gui nua",
        "khong ghi", "khong ghi nua", "thoi khong ghi", "thoi khong ghi nua", "khong dong y", "khong nhat tri", "cancel", "disagree", "never mind",
    ];

    private static readonly HashSet<string> OtherMind = ["doi y", "thoi doi y", "changed my mind", "i changed my mind"];

    /// <summary>Whether a question is open that whoever asked it would have to ask again: something was to be recorded, or a task to be chosen.</summary>
    public static bool IsWaiting(Turn turn) => IsWaiting(turn.Talk, turn.Now);

    public static bool IsWaiting(TalkState talk, DateTimeOffset now) => TalkState.IsFresh(talk.AskedAt, now)
        && (talk.Awaits != Awaited.Nothing || (talk.Offered > 0 && (talk.ChoosesTask || talk.Choices.Take(talk.Offered).Any(choice => choice.Command.Step == Step.Nothing))));

    /// <summary>An answer that leaves the open question as it is: its choices stay the ones that a digit means.</summary>
    public static SayReply Keep(Turn turn, params IReadOnlyList<Phrase> lines)
    {
        var (talk, kept) = (turn.Talk, turn.Talk.Choices.Select(choice => new Choice(new Phrase("btn.kept", ("words", choice.Label)), choice.Command)).ToArray());
        turn.KeepsQuestion = true;
        if (talk.AwaitedFor is { } command) turn.Await(talk.Awaits, command);
        return new SayReply(lines) { ChoosesTask = talk.ChoosesTask, Choices = kept[..talk.Offered], Buttons = kept[talk.Offered..] };
    }

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
            // Any other number answers nothing, and must not be taken for something else while that question is open.
            if (chosen is null && turn.Talk.Offered > 0 && IsWaiting(turn)) return (null, Keep(turn, new Phrase("ask.notOffered", ("n", number))));
            // After a list, a task's number alone asks for that task.
            if (chosen is null) return turn.RecentlyShown.Contains(number) ? (new Command(Intent.ShowTask, Choices.Of(number)), null) : null;
            return fresh ? (chosen.Command, null) : (null, new SayReply("ask.expired"));
        }

        if (fresh && turn.Talk.Choices.FirstOrDefault(choice => Words(choice.Label) == words) is { } named) return (named.Command, null);
        if (SmallTalk.Menu(turn.Sender.Role).FirstOrDefault(choice => Words(turn.Words.Say(choice.Label)) == words) is { } first) return (first.Command, null);
        if (words is "xem them" or "more" || words == Words(turn.Words["btn.more"])) return (Command.At(Step.More), null);
        var bare = string.Join(' ', words.Split(' ').Where(word => !Around.Contains(word)));
        if (Yes.Contains(bare) && Answer(turn, Intent.Confirm) is { } agreed) return (agreed, null);
        if (IsWaiting(turn) && (No.Contains(bare) || OtherMind.Contains(bare))) return (Command.At(Step.Nothing), null);
        // "Đổi ý thì nhắn hoàn tác": these words say it too.
        if (OtherMind.Contains(bare)) return (new Command(Intent.Undo), null);
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
        // Also "Cô chọn việc nào ạ?" and what is asked for in words can be declined.
        if (intent == Intent.Deny && IsWaiting(turn)) return Command.At(Step.Nothing);
        var offered = turn.Talk.Choices.Take(turn.Talk.Offered).ToArray();
        if (turn.Talk.ChoosesTask || Array.TrueForAll(offered, choice => choice.Command.Step != Step.Nothing)) return null;
        return intent == Intent.Confirm && offered.Length == 2 ? offered[0].Command : null;
    }

    private static string Words(string text) =>
        string.Join(' ', VietnameseText.Fold(VietnameseText.Compose(text)).Split((char[]?)[' ', '.', '!', ',', '"', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
