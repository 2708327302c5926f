using Directives.Language.Text;

namespace Directives.Language.Prose;

/// <summary>
/// The state's name and motto over a paper, or the Party's name, which belong to no issuer. In a narrow column they go over several lines, and
/// where columns stand close a page gives them on one line with the issuer, their last word lines further down.
/// </summary>
internal sealed class Motto
{
    private static readonly string[] _whole = ["cong hoa xa hoi chu nghia viet nam", "doc lap - tu do - hanh phuc", "dang cong san viet nam"];

    private static readonly string[] _openings = ["cong hoa xa hoi", "doc lap", "tu do - hanh phuc", "dang cong san viet nam"];

    /// <summary>Where a motto may begin inside a line; the first words of the second one are those of many names.</summary>
    private static readonly string[] _inside = [" cong hoa xa hoi", " doc lap - tu do", " dang cong san viet nam"];

    private string _missing = "";

    /// <summary>Whether a line is nothing but a motto or strokes.</summary>
    public static bool Is(string line)
    {
        var folded = Folded(line);
        return folded.Length == 0 || Array.Exists(_openings, opening => folded.StartsWith(opening, StringComparison.Ordinal));
    }

    /// <summary>What a line of the head says besides a motto; empty where it says nothing else.</summary>
    public string Without(string line)
    {
        var folded = Folded(line);
        if (_missing.Length > 0 && folded.Length > 0 && (_missing == folded || _missing.StartsWith(folded + " ", StringComparison.Ordinal)))
        {
            _missing = _missing[folded.Length..].TrimStart();
            return "";
        }

        if (Is(line))
        {
            if (folded.Length > 0) _missing = MissingAfter(folded);
            return "";
        }

        var whole = VietnameseText.Fold(line);
        foreach (var opening in _inside)
        {
            if (whole.Length != line.Length || whole.IndexOf(opening, StringComparison.Ordinal) is not (var at and > 0) || line[..at].Any(char.IsLower)) continue;
            _missing = MissingAfter(Folded(line[at..]));
            return line[..at].TrimEnd();
        }

        return line;
    }

    // `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT` / `NAM`
    private static string MissingAfter(string said) =>
        Array.Find(_whole, whole => whole.StartsWith(said + " ", StringComparison.Ordinal)) is { } whole ? whole[said.Length..].Trim(' ', '-') : "";

    private static string Folded(string line) => VietnameseText.Fold(line).Trim(' ', '*', '-', '_', '–');
}
