using System.Text.RegularExpressions;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// Questions about figures that go beyond "tổng hợp": ratios, the best and the worst, comparisons, divisions, another period. Only whole messages of a known
/// form are taken; what they say of units and time is read by the reader, behind the word for a summary.
/// </summary>
public sealed class SummaryQuestion(MessageReader reader, SummaryPeriods periods)
{
    private const int MaxWords = 24;

    /// <summary>Null where the message is none of these, or is a summary that the reader's frame says all about.</summary>
    /// <param name="frame">What the reader made of it: a report, a request or an order stays one, whatever words it has.</param>
    public Command? Read(Turn turn, string text, Frame frame)
    {
        if (frame.Intent is not (Intent.None or Intent.Summary or Intent.ListTasks or Intent.ListUnits or Intent.ListRequests)) return null;
        text = text.Trim().TrimEnd('?', '.', '!', ' ');
        var folded = VietnameseText.Fold(text);
        if (folded.Length != text.Length || folded.Count(char.IsWhiteSpace) >= MaxWords) return null;
        return FollowUp(turn, text, folded)
            ?? Compared(turn, text, folded)
            ?? Ranked(turn, text, folded)
            ?? Share(turn, text, folded)
            ?? HowManyOverdue(turn, text, folded)
            ?? (frame.Intent == Intent.None && SummaryWords.Reporting().IsMatch(folded) ? Viewed(turn, "tổng hợp " + text, folded) : null);
    }

    /// <summary>A summary or report that the reader understood, with what the words say of its view and of reporting months.</summary>
    public Command Complete(Turn turn, string text, Command command)
    {
        if (command is { Intent: Intent.ExportReport, Step: Step.None })
        {
            return command with { Slots = command.Slots with { Period = Period(turn, VietnameseText.Fold(text), command.Slots.Period) } };
        }

        if (command is not { Intent: Intent.Summary, Step: Step.None, View: SummaryView.Whole }) return command;
        var folded = VietnameseText.Fold(text);
        return command with
        {
            Slots = command.Slots with { Period = Period(turn, folded, command.Slots.Period) },
            View = command.Slots.Tasks.Count > 0 ? SummaryView.Whole : ViewOf(folded),
        };
    }

    // What was just told is asked on about: "trường nào?", "so với tháng trước?", "vướng gì?".
    private Command? FollowUp(Turn turn, string text, string folded)
    {
        var asked = TalkState.IsFresh(turn.Talk.AskedAt, turn.Now) && turn.Talk.Asked is { Intent: Intent.Summary } known ? known : null;
        if (SummaryWords.WhichUnits().IsMatch(folded)) return asked is null ? null : asked with { View = SummaryView.Worst, Against = null };
        if (SummaryWords.Obstacles().IsMatch(folded)) return asked?.Slots.Unit is { } unit ? new Command(Intent.ListRequests, new Slots { Unit = unit }) : null;
        if (SummaryWords.Against().Match(folded) is not { Success: true } found || Slots(turn, text, found.Groups["other"]) is not { Period: { } other } slots) return null;
        var first = found.Groups["first"] is { Success: true } named ? Slots(turn, text, named)?.Period : null;
        if (found.Groups["first"].Success && first is null) return null;
        var basis = asked ?? new Command(Intent.Summary);
        return basis with
        {
            View = SummaryView.Trend,
            Against = other,
            Slots = basis.Slots with { Period = first ?? basis.Slots.Period, Unit = slots.Unit ?? basis.Slots.Unit },
        };
    }

    private Command? Compared(Turn turn, string text, string folded)
    {
        if (SummaryWords.Compare().Match(folded) is not { Success: true } found) return null;
        var (one, other) = (Slots(turn, text, found.Groups["one"]), Slots(turn, text, found.Groups["other"]));
        if (one?.Period is { } first && one.Unit is null && other?.Period is { } second && other.Unit is null)
        {
            // Whichever is named first, what is said to go up or down does so from the earlier to the later.
            var (later, earlier) = first.From < second.From ? (second, first) : (first, second);
            return Of(new Slots { Period = later }, SummaryView.Trend) with { Against = earlier };
        }

        return one?.Unit is { } a && other?.Unit is { } b
            ? Of(new Slots { Period = other.Period ?? one.Period }, SummaryView.Comparison) with { Compared = [a, b] }
            : null;
    }

    private Command? Ranked(Turn turn, string text, string folded)
    {
        if (SummaryWords.Rank().Match(folded) is not { Success: true } found) return null;
        if (found.Groups["rest"].Value.Trim().Length > 0 && Slots(turn, text, found.Groups["rest"]) is null) return null;
        var slots = Slots(turn, text, found.Groups["rest"]) ?? new Slots();
        var isByKind = found.Groups["who"].Value == "khoi";
        var isWorst = SummaryWords.Bad().IsMatch(found.Groups["how"].Value);
        return Of(slots, isByKind ? SummaryView.ByKind : isWorst ? SummaryView.Worst : SummaryView.Best);
    }

    private Command? Share(Turn turn, string text, string folded)
    {
        if (SummaryWords.ShareInEnglish().Match(folded) is not { Success: true } found) return null;
        var slots = Slots(turn, text, found.Groups["rest"]);
        if (slots is null && found.Groups["rest"].Value.Trim().Length > 0) return null;
        return Of(slots ?? new Slots(), found.Groups["what"].Value switch
        {
            "on time" => SummaryView.OnTime,
            "done" or "finished" => SummaryView.Done,
            _ => SummaryView.Overdue,
        });
    }

    // In a period that is more than those that fell due in it: what was overdue when it began still is. Without one it is a list.
    private Command? HowManyOverdue(Turn turn, string text, string folded)
    {
        if (turn.Sender.Role == Role.Principal || SummaryWords.OverdueCount().Match(folded) is not { Success: true } found) return null;
        var time = found.Groups["before"].Value.Trim().Length > 0 ? found.Groups["before"] : found.Groups["rest"];
        return Slots(turn, text, time) is { Period: not null } slots ? Of(slots, SummaryView.Worst) : null;
    }

    private Command? Viewed(Turn turn, string text, string folded) =>
        reader.Read(text, turn.Now, (SenderRole)turn.Sender.Role) is { Intent: Intent.Summary, Also.Count: 0 } frame
            ? Of(frame.Slots with { Period = Period(turn, folded, frame.Slots.Period) }, ViewOf(folded))
            : null;

    // "Kỳ báo cáo tháng 11" is not the calendar's November.
    private Period? Period(Turn turn, string folded, Period? read)
    {
        if (!SummaryWords.Reporting().IsMatch(folded)) return read;
        if (read is not null) return periods.Reported(read)?.Days ?? read;
        var current = periods.ReportingMonth(turn.Today);
        return Has(folded, "truoc", "last") ? periods.Before(current)!.Days : current.Days;
    }

    private static SummaryView ViewOf(string folded)
    {
        if (SummaryWords.Ratio().IsMatch(folded))
        {
            if (Has(folded, "dung han", "kip han", "on time")) return SummaryView.OnTime;
            return Has(folded, "qua han", "tre han", "overdue") ? SummaryView.Overdue : SummaryView.Done;
        }

        return SummaryWords.Division().Match(folded) is not { Success: true } found ? SummaryView.Whole : found.Groups["by"].Value switch
        {
            "khoi" or "loai" or "loai truong" or "cap hoc" or "loai hinh" or "kind" or "level" => SummaryView.ByKind,
            "nhanh" or "cap duoi" or "branch" => SummaryView.ByBranch,
            "van ban" or "chi dao" or "directive" => SummaryView.ByDirective,
            "viec" or "nhiem vu" or "task" => SummaryView.ByTask,
            _ => SummaryView.ByUnit,
        };
    }

    // What stands there, as the reader takes it behind "tổng hợp": a unit, a time, both. Null where it is anything else.
    private Slots? Slots(Turn turn, string text, Group part)
    {
        var words = text.Substring(part.Index, part.Length).Trim(' ', ',');
        if (words.Length == 0) return null;
        var frame = reader.Read("tổng hợp " + words, turn.Now, (SenderRole)turn.Sender.Role);
        if (frame is not { Intent: Intent.Summary, Also.Count: 0, Slots: { Tasks.Count: 0 } slots }) return null;
        if (slots.Unit is null && slots.Period is null && UnitNames.Of(turn.Roster).Find(words, turn.Today).IsFound) slots = slots with { Unit = words };
        if (slots is { Unit: null, Period: null, Directive: null }) return null;
        return slots with { Filter = null, Period = Period(turn, VietnameseText.Fold(words), slots.Period) };
    }

    private static bool Has(string folded, params string[] any) => Array.Exists(any, words => folded.Contains(words, StringComparison.Ordinal));

    private static Command Of(Slots slots, SummaryView view) => new(Intent.Summary, slots) { View = view };
}
