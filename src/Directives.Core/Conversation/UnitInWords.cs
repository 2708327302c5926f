using System.Text.RegularExpressions;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>"viec cua truong sao mai": a unit that the reader, which knows no roster, takes for plain words. The list would be of all the sender sees.</summary>
internal static partial class UnitInWords
{
    /// <summary>The reading, with the unit that the words name, where they name one.</summary>
    public static Frame Complete(Turn turn, string text, Frame frame)
    {
        if (frame is not { Intent: Intent.ListTasks or Intent.Summary or Intent.ListUnits, Slots: { Unit: null, Tasks.Count: 0, Directive: null } }) return frame;
        var found = Owner().Match(VietnameseText.Fold(text));
        if (!found.Success) return frame;
        var words = text.Substring(found.Groups["unit"].Index, found.Groups["unit"].Length);
        return UnitNames.Of(turn.Roster).Find(words, turn.Today) is { IsFound: true, Group: null }
            ? frame with { First = frame.First with { Slots = frame.Slots with { Unit = words } } }
            : frame;
    }

    [GeneratedRegex(@"\b(cua|ben|o) (?<unit>(truong|mn|mam non|th|tieu hoc|thcs|phong) [^?.!,]+?)( (a|nhe|em|the nao|sao))*[?.! ]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Owner();
}
