using System.Globalization;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// Words that mean something only after what was said before: "còn tuần sau?", "thế còn trường Ái Mộ?", "cái thứ hai", "căn cứ đâu?".
/// They ask on, for half an hour; none of them makes a report of something that was none.
/// </summary>
internal static class FollowUp
{
    private const int MaxWords = 8;

    private static readonly string[] LeadIns = ["the con", "vay con", "con", "what about", "how about", "and"];

    private static readonly string[] Tails = ["thi sao", "thi the nao", "sao"];

    private static readonly string[][] Ordinals =
    [
        ["thu nhat", "dau tien", "dau", "thu 1"],
        ["thu hai", "thu 2"],
        ["thu ba", "thu 3"],
        ["thu tu", "thu bon", "thu 4"],
        ["thu nam", "thu 5"],
        ["thu sau", "thu 6"],
        ["thu bay", "thu 7"],
        ["thu tam", "thu 8"],
        ["thu chin", "thu 9"],
        ["thu muoi", "thu 10"],
    ];

    // Words that ask one thing about a task and name nothing: with any other word among them, something else may be meant.
    private static readonly HashSet<string> AspectWords =
    [
        "can", "cu", "vao", "dau", "van", "ban", "nao", "nguon", "trich", "theo", "han", "bao", "gio", "khi", "ngay", "den", "ai", "chu", "tri", "lam",
        "phoi", "hop", "lich", "su", "qua", "trinh", "the", "nay", "do", "no", "vay", "a", "e", "em", "nhi", "nhe", "la", "thi", "who", "when", "due", "source", "where", "from", "lead", "leads",
    ];

    /// <summary>The text with "cái thứ hai" replaced by the number of the task that stood second in the last list, or what to say where none stood there.</summary>
    public static (string Text, Reply? Missing) NameTask(Turn turn, string text)
    {
        var folded = VietnameseText.Fold(text);
        var shown = turn.RecentlyShown;
        if (shown.Count == 0 || !folded.StartsWith("cai ", StringComparison.Ordinal)) return (text, null);
        for (var i = 0; i < Ordinals.Length; i++)
        {
            foreach (var ordinal in Ordinals[i])
            {
                if (Rest(folded, "cai " + ordinal) is not { } at) continue;
                if (i < shown.Count) return (Task(shown[i]) + text[at..], null);
                // Without it the words would be about whatever was shown.
                return (text, new SayReply(new Phrase("task.noPlace", ("n", i + 1), ("tasks", new TaskNumbers(shown)))));
            }
        }

        return (Rest(folded, "cai cuoi") is { } last ? Task(shown[^1]) + text[last..] : text, null);
    }

    /// <summary>What a message asks that the reader could not place, or placed without what came before it.</summary>
    /// <returns>Null when the message stands by itself.</returns>
    public static Command? Of(Turn turn, string text, Frame frame, MessageReader reader)
    {
        var words = VietnameseText.Fold(text).Split((char[]?)[' ', '?', '.', '!', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MaxWords) return null;
        var folded = string.Join(' ', words);
        if (AsksOn(folded) && turn.Talk.Asked is { } asked && TalkState.IsFresh(turn.Talk.AskedAt, turn.Now) && frame.Intent is Intent.ListTasks or Intent.Summary or Intent.ListUnits)
        {
            var (period, unit) = (frame.Slots.Period, frame.Slots.Unit);
            if (period is null && unit is null) return null;
            return asked with { Slots = asked.Slots with { Period = period ?? asked.Slots.Period, Unit = unit ?? asked.Slots.Unit } };
        }

        // A question about a task that names none is about the one just shown.
        if (!NamesNothing(frame) || turn.RecentlyShown is not [var only] || !Array.TrueForAll(words, AspectWords.Contains)) return null;
        var again = reader.Read($"{Task(only)} {text}", turn.Now, (SenderRole)turn.Sender.Role);
        return again is { Intent: Intent.ShowTask, Slots.Aspect: not null, Also.Count: 0 } ? Command.Of(again.First) : null;
    }

    // "Hạn bao giờ" by itself would be a list of what is due.
    private static bool NamesNothing(Frame frame) => frame.First.Doubts.Count == 0 && frame.Also.Count == 0
        && frame is { Intent: Intent.None } or { Intent: Intent.ListTasks, Slots: { Tasks.Count: 0, Period: null, Unit: null, Directive: null } };

    private static bool AsksOn(string folded) =>
        LeadIns.Any(lead => folded.StartsWith(lead + " ", StringComparison.Ordinal)) || Tails.Any(tail => folded.EndsWith(" " + tail, StringComparison.Ordinal));

    private static int? Rest(string folded, string start) =>
        folded.StartsWith(start, StringComparison.Ordinal) && (folded.Length == start.Length || !char.IsLetterOrDigit(folded[start.Length])) ? start.Length : null;

    private static string Task(int number) => string.Create(CultureInfo.InvariantCulture, $"việc {number}");
}
