using System.Globalization;
using System.Text.RegularExpressions;
using Directives.Language.Text;

namespace Directives.Language.Messages;

/// <summary>A leader's answer to what keeps a unit from going on: whose, on which task, in which words. At least one of unit and task is set.</summary>
public sealed record AnsweringObstacle(string? Unit, int? Task, string? Words);

/// <summary>Reads "trả lời Hoa Sen việc 7: phường sẽ cấp 20 triệu", "answer Hoa Sen task 7: ...": nothing without a colon, "rằng" or "là" before the words.</summary>
public static partial class AnsweringObstacleReader
{
    /// <summary>A unit's name and a task are no longer.</summary>
    private const int MaxHead = 100;

    /// <returns>Null for anything else.</returns>
    public static AnsweringObstacle? Read(string text)
    {
        var folded = VietnameseText.Fold(text);
        var verb = Verb().Match(folded);
        if (!verb.Success || End(folded, verb.Length) is not var (end, length) || end - verb.Length > MaxHead) return null;
        if (end < verb.Length || HeadOf(text, folded, verb.Length, end) is not var (unit, task)) return null;
        var words = text[(end + length)..].Trim(' ', '\n', '\t', '"');
        return new AnsweringObstacle(unit, task, words.Length > 0 ? words : null);
    }

    // "Sơn La" is a name, and a colon may stand among the words: so "rằng" where it comes first, else the colon, else "là".
    private static (int At, int Length)? End(string folded, int from)
    {
        var (colon, that) = (folded.IndexOf(':', from), folded.IndexOf(" rang ", from, StringComparison.Ordinal));
        if (that >= 0 && (colon < 0 || that < colon)) return (that, " rang ".Length);
        if (colon >= 0) return (colon, 1);
        var @is = folded.EndsWith('?') ? -1 : folded.IndexOf(" la ", from, StringComparison.Ordinal);
        return @is < 0 ? null : (@is, " la ".Length);
    }

    private static (string? Unit, int? Task)? HeadOf(string text, string folded, int from, int end)
    {
        var head = Head().Match(folded[from..end]);
        if (!head.Success) return null;
        var unit = new[] { head.Groups["unit"], head.Groups["owner"] }.FirstOrDefault(group => group.Success);
        int? task = head.Groups["no"] is { Success: true } number ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) : null;
        var name = unit is null ? null : text.Substring(from + unit.Index, unit.Length).Trim(' ', ',', '"');
        return name is { Length: 0 } || (name is null && task is null) ? null : (name, task);
    }

    [GeneratedRegex(@"^(tra loi|answer|reply to)\s+((cho|to) )?((kho khan|vuong mac|de nghi)( cua)? )?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Verb();

    // The owner stands before the task or after it.
    [GeneratedRegex(
        @"^((?<unit>[^\d\s].*?),? +)??((ve|on|about) )?(viec|nhiem vu|nv|task)( so)? (?<no>\d{1,6})( +(cua|cho|of|from) +(?<owner>[^\d\s].*?))? *$|^(?<unit>[^\d\s].*?) *$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Head();
}
