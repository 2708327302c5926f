using System.Text.RegularExpressions;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>
/// "Việc 12 được 30% à nhầm 40%": whoever corrects himself inside one message takes back a word of it, and not the report before it.
/// </summary>
internal static partial class Correction
{
    /// <summary>The message as it was meant; null where nothing in it is corrected.</summary>
    public static string? Of(string text, MessageReader reader)
    {
        var found = Share().Match(VietnameseText.Fold(text));
        if (!found.Success || reader.TasksNamed(text[found.Groups["after"].Index..]).Count > 0) return null;
        return text[..found.Groups["old"].Index] + found.Groups["new"].Value;
    }

    /// <summary>Whether words that were read as an undo tell a report and then another one, which nobody could put together for sure.</summary>
    public static bool IsUnclear(string text, Turn turn, MessageReader reader)
    {
        var found = Slip().Match(VietnameseText.Fold(text));
        return found.Success
            && found.Groups["after"].Value.Any(char.IsAsciiDigit)
            && reader.Read(text[..found.Groups["slip"].Index], turn.Now) is { Intent: Intent.UpdateStatus, Slots.Status: not null }
            && reader.Read(text[found.Groups["after"].Index..], turn.Now).Intent != Intent.Undo;
    }

    [GeneratedRegex(@"^.*?(?<old>\d{1,3} ?%).*?\b(nham|lon|quen|sorry)\b(?<after>\D*(?<new>\d{1,3} ?%)\D*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Share();

    [GeneratedRegex(@"^.*?(?<slip>\b(nham|lon)\b)(?<after>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Slip();
}
