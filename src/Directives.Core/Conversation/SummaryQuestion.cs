using System.Text.RegularExpressions;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// Questions about figures that go beyond "tổng hợp": ratios, the best and the worst, comparisons, divisions, another period. Only whole messages of a known
/// form are taken; what they say of units and time is read by the reader, behind the word for a summary.
/// </summary>
public sealed partial class SummaryQuestion(MessageReader reader, SummaryPeriods periods)
{
    private const int MaxWords = 24;

    /// <summary>Null where the message is none of these, or is a summary that the reader's frame says all about.</summary>
    public Command? Read(Turn turn, string text)
    {
        text = text.Trim().TrimEnd('?', '.', '!', ' ');
        var folded = VietnameseText.Fold(text);
        if (folded.Length != text.Length || folded.Count(char.IsWhiteSpace) >= MaxWords) return null;
        return FollowUp(turn, text, folded)
            ?? Compared(turn, text, folded)
            ?? Ranked(turn, text, folded)
            ?? Share(turn, text, folded)
            ?? HowManyOverdue(turn, text, folded)
            ?? (Reporting().IsMatch(folded) ? Viewed(turn, "tổng hợp " + text, folded) : null);
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
        return command with { Slots = command.Slots with { Period = Period(turn, folded, command.Slots.Period) }, View = command.Slots.Tasks.Count > 0 ? SummaryView.Whole : ViewOf(folded) };
    }

    // What was just told is asked on about: "trường nào?", "so với tháng trước?", "vướng gì?".
    private Command? FollowUp(Turn turn, string text, string folded)
    {
        var asked = TalkState.IsFresh(turn.Talk.AskedAt, turn.Now) && turn.Talk.Asked is { Intent: Intent.Summary } known ? known : null;
        if (WhichUnits().IsMatch(folded)) return asked is null ? null : asked with { View = SummaryView.Worst, Against = null };
        if (Obstacles().IsMatch(folded)) return asked?.Slots.Unit is { } unit ? new Command(Intent.ListRequests, new Slots { Unit = unit }) : null;
        if (Against().Match(folded) is not { Success: true } found || Slots(turn, text, found.Groups["other"]) is not { Period: { } other } slots) return null;
        var first = found.Groups["first"] is { Success: true } named ? Slots(turn, text, named)?.Period : null;
        if (found.Groups["first"].Success && first is null) return null;
        var basis = asked ?? new Command(Intent.Summary);
        return basis with { View = SummaryView.Trend, Against = other, Slots = basis.Slots with { Period = first ?? basis.Slots.Period, Unit = slots.Unit ?? basis.Slots.Unit } };
    }

    private Command? Compared(Turn turn, string text, string folded)
    {
        if (Compare().Match(folded) is not { Success: true } found) return null;
        var (one, other) = (Slots(turn, text, found.Groups["one"]), Slots(turn, text, found.Groups["other"]));
        if (one?.Period is { } first && one.Unit is null && other?.Period is { } second && other.Unit is null)
        {
            return Of(new Slots { Period = first }, SummaryView.Trend) with { Against = second };
        }

        return one?.Unit is { } a && other?.Unit is { } b ? Of(new Slots { Period = other.Period ?? one.Period }, SummaryView.Comparison) with { Compared = [a, b] } : null;
    }

    private Command? Ranked(Turn turn, string text, string folded)
    {
        var found = Rank().Match(folded);
        if (!found.Success) found = RankInEnglish().Match(folded);
        if (!found.Success) return null;
        if (found.Groups["rest"].Value.Trim().Length > 0 && Slots(turn, text, found.Groups["rest"]) is null) return null;
        var slots = Slots(turn, text, found.Groups["rest"]) ?? new Slots();
        var isByKind = found.Groups["who"].Value == "khoi";
        var isWorst = Bad().IsMatch(found.Groups["how"].Value);
        return Of(slots, isByKind ? SummaryView.ByKind : isWorst ? SummaryView.Worst : SummaryView.Best);
    }

    private Command? Share(Turn turn, string text, string folded)
    {
        if (ShareInEnglish().Match(folded) is not { Success: true } found) return null;
        var slots = Slots(turn, text, found.Groups["rest"]);
        if (slots is null && found.Groups["rest"].Value.Trim().Length > 0) return null;
        return Of(slots ?? new Slots(), found.Groups["what"].Value switch { "on time" => SummaryView.OnTime, "done" or "finished" => SummaryView.Done, _ => SummaryView.Overdue });
    }

    // In a period that is more than those that fell due in it: what was overdue when it began still is. Without one it is a list.
    private Command? HowManyOverdue(Turn turn, string text, string folded)
    {
        if (turn.Sender.Role == Role.Principal || OverdueCount().Match(folded) is not { Success: true } found) return null;
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
        if (!Reporting().IsMatch(folded)) return read;
        if (read is not null) return periods.Reported(read)?.Days ?? read;
        var current = periods.ReportingMonth(turn.Today);
        return folded.Contains("truoc", StringComparison.Ordinal) || folded.Contains("last", StringComparison.Ordinal) ? periods.Before(current)!.Days : current.Days;
    }

    private static SummaryView ViewOf(string folded)
    {
        if (Ratio().IsMatch(folded))
        {
            if (folded.Contains("dung han", StringComparison.Ordinal) || folded.Contains("kip han", StringComparison.Ordinal) || folded.Contains("on time", StringComparison.Ordinal)) return SummaryView.OnTime;
            return folded.Contains("qua han", StringComparison.Ordinal) || folded.Contains("tre", StringComparison.Ordinal) ? SummaryView.Overdue : SummaryView.Done;
        }

        return Division().Match(folded) is not { Success: true } found ? SummaryView.Whole : found.Groups["by"].Value switch
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
        if (reader.Read("tổng hợp " + words, turn.Now, (SenderRole)turn.Sender.Role) is not { Intent: Intent.Summary, Also.Count: 0, Slots: { Tasks.Count: 0 } slots }) return null;
        if (slots.Unit is null && slots.Period is null && UnitNames.Of(turn.Roster).Find(words, turn.Today).IsFound) slots = slots with { Unit = words };
        return slots is { Unit: null, Period: null, Directive: null } ? null : slots with { Filter = null, Period = Period(turn, VietnameseText.Fold(words), slots.Period) };
    }

    private static Command Of(Slots slots, SummaryView view) => new(Intent.Summary, slots) { View = view };

    [GeneratedRegex(@"^((cu the|nhung|do) )?(la )?(nhung )?(truong|don vi) nao( (vay|the|a|cham|qua han|con no|bi qua han))*$|^which (schools?|units?|ones?)$", RegexOptions.CultureInvariant)]
    private static partial Regex WhichUnits();

    [GeneratedRegex(@"^((dang|con|co) )*vuong( mac)?( (gi|o dau|cho nao|the nao))?( (vay|the|a|khong))*$|^what (is|are) (stuck|the obstacles)$", RegexOptions.CultureInvariant)]
    private static partial Regex Obstacles();

    [GeneratedRegex(@"^((con|the|the con) )?((?<first>(thang|tuan|quy|nam|hoc ky|ky) .+?) )?so voi (?<other>(thang|tuan|quy|nam|hoc ky|ky|6 thang) .+?)( (thi sao|the nao|ra sao))?$|^(how does (this|that) )?compared? (to|with) (?<other>(last|the|previous) .+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Against();

    [GeneratedRegex(@"^(so sanh|doi chieu)( (tinh hinh|tien do|ket qua|ty le|ti le|ty le dung han|ti le dung han))?( cua)? (?<one>.+?) (voi|va|so voi) (?<other>.+)$|^compare (?<one>.+?) (with|and|to) (?<other>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Compare();

    [GeneratedRegex(@"^(?<who>truong|don vi|phong|khoi) nao (dang )?((lam|thuc hien|hoan thanh|bao cao|nop) )?(tot |viec )?(?<how>tot|gioi|nhanh|dung han|kem|cham|yeu|te|tre|lau) nhat(?<rest>( .*)?)$|^(?<who>truong|don vi|phong) nao (dang )?(lam|thuc hien|hoan thanh) (?<how>tot|gioi|nhanh)(?<rest>( .*)?)$|^xep hang (cac )?(?<who>truong|don vi|khoi)(?<how>)(?<rest>( .*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Rank();

    [GeneratedRegex(@"^which (?<who>school|unit|office)s? (is|are|was|were|did|does|has been) (the )?(?<how>best|worst|slowest)(?<rest>( .*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex RankInEnglish();

    [GeneratedRegex(@"^(kem|cham|yeu|te|tre|lau|worst|slowest)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bad();

    [GeneratedRegex(@"^what (share|percentage|percent|part)( of (the )?(tasks|work))? (was|were|is|are) (?<what>on time|done|finished|overdue|late)(?<rest>( .*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex ShareInEnglish();

    [GeneratedRegex(@"^(?<before>(.+? )?)(co |con )?(may|bao nhieu) (viec|nhiem vu) (bi |dang |da )?(qua han|tre han|tre)(?<rest>( .*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex OverdueCount();

    [GeneratedRegex(@"\b(ty|ti) le\b|\bphan tram\b|\bpercentage\b|\bshare\b|\bratio\b", RegexOptions.CultureInvariant)]
    private static partial Regex Ratio();

    [GeneratedRegex(@"\b(theo|tung|moi|by|per) (?<by>khoi|loai truong|loai hinh|loai|cap hoc|cap duoi|nhanh|truong|don vi|van ban|chi dao|viec|nhiem vu|kind|level|branch|school|unit|directive|task)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Division();

    [GeneratedRegex(@"\bky bao cao\b|\breporting (month|period|quarter|year)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Reporting();
}
