using System.Globalization;
using System.Text.RegularExpressions;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>What is written and cannot be: read past, it would be answered as if something else had been asked.</summary>
internal static partial class Impossible
{
    /// <returns>What to say; null where nothing is wrong.</returns>
    public static Reply? In(string text, Frame frame)
    {
        var folded = VietnameseText.Fold(text);
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

    // "1.250" is a number as the bot writes it.
    [GeneratedRegex(@"\b(viec|nv|nhiem vu|task) (so )?(?<no>\d+\.\d{1,2})(?![\d%/.])", RegexOptions.CultureInvariant)]
    private static partial Regex TaskNumber();

    [GeneratedRegex(@"\bthang (?<n>\d{1,2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Month();
}
