using System.Text;
using Directives.Language.Prose;

namespace Directives.Documents;

/// <summary>
/// Joins the lines of pages to paragraphs, over page breaks too. A line goes on with the one before it where that one was full: where the
/// next word would not have fitted between it and the margin.
/// </summary>
internal static class PdfParagraphs
{
    private const double Indent = 8;
    private const double Tolerance = 3;

    /// <summary>In parts of the letters' size: how much a full line may fall short of the margin.</summary>
    private const double Fit = 0.6;

    /// <summary>In a file of few short lines the longest of them is not a full one.</summary>
    private const double NarrowestPage = 300;

    private const double WidestLineGap = 2.6;

    /// <summary>Blanks that stand for how far to the right a line begins, where columns are told apart by them.</summary>
    private const double PointsPerBlank = 6;

    public static IEnumerable<string> Of(List<List<PdfLine>> pages)
    {
        var all = pages.SelectMany(page => page).ToList();
        if (all.Count == 0) yield break;
        var (left, right) = Margins(all);
        var text = new StringBuilder();
        PdfLine? before = null;
        var hanging = 0.0;
        foreach (var page in pages)
        {
            for (var i = 0; i < page.Count; i++)
            {
                var line = page[i];
                var isMarked = ListMarker.Read(line.Text) is not null;
                if (before is not null && !isMarked && GoesOn(before, line, right, hanging, samePage: i > 0))
                {
                    Join(text, line.Text);
                }
                else
                {
                    if (text.Length > 0) yield return text.ToString();
                    text.Clear();
                    if (!isMarked) text.Append(' ', Math.Max(0, (int)((line.Left - left) / PointsPerBlank)));
                    text.Append(line.Text);
                    hanging = isMarked ? line.Left : double.NaN;
                }

                before = line;
            }
        }

        if (text.Length > 0) yield return text.ToString();
    }

    private static bool GoesOn(PdfLine before, PdfLine line, double right, double itemLeft, bool samePage)
    {
        if (before.HasColumns || line.HasColumns || before.Text.EndsWith("./.", StringComparison.Ordinal)) return false;
        if (samePage && before.Baseline - line.Baseline > WidestLineGap * before.Size) return false;
        var isFull = before.Right + (0.25 * line.Size) + line.FirstWord > right - (Fit * line.Size);
        if (!isFull) return false;

        // A first line stands further to the right than the line above it; under a mark every line of the item may.
        if (line.Left <= before.Left + Indent) return before.Left <= line.Left + Tolerance || !EndsSentence(before) || line.Left < before.Left - Indent;
        return !double.IsNaN(itemLeft) && !EndsSentence(before);
    }

    private static bool EndsSentence(PdfLine line) => line.Text[^1] is '.' or ';' or ':' or '/';

    // `Long-` / `Biên` keeps its hyphen; a word torn apart in lower case loses it.
    private static void Join(StringBuilder text, string line)
    {
        if (text[^1] == '\u00AD') text.Length--;
        else if (text[^1] is '-' && text.Length > 1 && char.IsLetterOrDigit(text[^2]))
        {
            if (char.IsLower(line[0]) && char.IsLower(text[^2])) text.Length--;
        }
        else text.Append(' ');
        text.Append(line);
    }

    // Where most lines begin, and where the fullest of them end.
    private static (double Left, double Right) Margins(List<PdfLine> lines)
    {
        var rights = lines.Where(line => !line.HasColumns).Select(line => line.Right).Order().ToList();
        if (rights.Count == 0) rights = lines.Select(line => line.Right).Order().ToList();
        var left = lines.Min(line => line.Left);
        return (left, Math.Max(rights[(int)((rights.Count - 1) * 0.95)], left + NarrowestPage));
    }
}
