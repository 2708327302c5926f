using System.Text.RegularExpressions;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>"Ghi lại 40% giúp em": what is asked to be recorded is a report of the task just shown.</summary>
internal static partial class AskedShare
{
    /// <returns>The words as a report; null where nothing of that kind is said.</returns>
    public static string? Of(string text)
    {
        var found = Wanted().Match(VietnameseText.Fold(text));
        return found.Success ? $"việc đó được {found.Groups["share"].Value}%" : null;
    }

    [GeneratedRegex(@"^(ghi|sua|cap nhat|chinh)( lai)?( la| thanh)? (?<share>\d{1,3}) ?%( (giup|ho|cho|em|toi|minh|nhe|nha|a|voi|chi|co|thay))*$", RegexOptions.CultureInvariant)]
    private static partial Regex Wanted();
}
