using System.Globalization;
using System.Text;
using Directives.Language.Text;

namespace Directives.Core;

/// <summary>What a file is called, fit to be shown: never part of a path.</summary>
public static class FileName
{
    private const int MaxCharacters = 80;

    /// <summary>The last part of what may be a path, without what would change how the rest of a line reads, and short.</summary>
    public static string Shown(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = VietnameseText.Compose(string.Concat(last.EnumerateRunes().Where(IsShown))).Trim();
        if (plain.Length <= MaxCharacters) return plain.Length > 0 ? plain : "?";
        var extension = Path.GetExtension(plain) is { Length: > 1 and <= 6 } known ? known : "";
        var kept = MaxCharacters - extension.Length - 1;
        // No half of a pair, and no mark without its letter.
        while (kept > 0 && (char.IsLowSurrogate(plain[kept]) || char.GetUnicodeCategory(plain[kept]) == UnicodeCategory.NonSpacingMark)) kept--;
        return string.Concat(plain.AsSpan(0, kept), "…", extension);
    }

    // Format characters turn the direction of text: "gpj.exe" would read as "exe.jpg".
    private static bool IsShown(Rune c) => Rune.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse)
        && c.Value is not '"';
}
