using System.Globalization;
using System.Text.RegularExpressions;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>What is written and cannot be: read past, it would be answered as if something else had been asked.</summary>
internal static partial class Impossible
{
    /// <returns>What to say; null where nothing is wrong.</returns>
    public static Reply? In(Turn turn, string text, Frame frame)
    {
        var folded = VietnameseText.Fold(text);
        if (WantsDay(turn, frame) && Day().Matches(folded).FirstOrDefault(day => !IsInCalendar(day)) is { } noDay)
        {
            return new SayReply(new Phrase("date.none", ("words", text.Substring(noDay.Index, noDay.Length))));
        }

        // "Việc 7.5" is neither 7 nor 5.
        if (frame.Slots.Tasks.Count > 0 && TaskNumber().Match(folded) is { Success: true } number) return new SayReply(new Phrase("task.noSuchNumber", ("words", number.Groups["no"].Value)));
        if (frame is { Intent: Intent.ListTasks or Intent.Summary or Intent.ListUnits or Intent.ExportReport, Slots.Period: null }
            && Month().Match(folded) is { Success: true } month
            && int.Parse(month.Groups["n"].Value, CultureInfo.InvariantCulture) is var n and (0 or > 12))
        {
            return new SayReply(new Phrase("period.noMonth", ("n", n)));
        }

        return null;
    }

    /// <summary>Whether a match of a day, with its groups <c>d</c>, <c>m</c> and perhaps <c>y</c>, names one that there is. Without a year 29/2 may be meant of a year that has it.</summary>
    public static bool IsInCalendar(Match day)
    {
        const int LeapYear = 2000;
        int Part(string name) => int.Parse(day.Groups[name].Value, CultureInfo.InvariantCulture);
        var year = day.Groups["y"].Success ? Part("y") : LeapYear;
        return year is >= 1 and <= 9999 && Part("m") is >= 1 and <= 12 && Part("d") >= 1 && Part("d") <= DateTime.DaysInMonth(year, Part("m"));
    }

    // A day was asked for, by the person or by the bot, and none was read.
    private static bool WantsDay(Turn turn, Frame frame) => frame switch
    {
        { Intent: Intent.RequestExtension or Intent.DecideExtension or Intent.AssignTask } => frame.Slots is { Deadline: null, ExtendBy: null },
        _ => turn.Talk.Awaits == Awaited.Day && TalkState.IsFresh(turn.Talk.AskedAt, turn.Now),
    };

    // "1.250" is a number as the bot writes it.
    [GeneratedRegex(@"\b(viec|nv|nhiem vu|task) (so )?(?<no>\d+\.\d{1,2})(?![\d%/.])", RegexOptions.CultureInvariant)]
    private static partial Regex TaskNumber();

    [GeneratedRegex(@"\bthang (?<n>\d{1,2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"(?<![\d/.-])(?:(?<d>\d{1,2})[/-](?<m>\d{1,2})(?:[/-](?<y>\d{4}))?(?![\d/-])|(?<=\bngay )(?<d>\d{1,2}) thang (?<m>\d{1,2})(?: nam (?<y>\d{4}))?(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
