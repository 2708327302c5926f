using System.Text;
using Directives.Language.Prose;

namespace Directives.Documents;

/// <summary>Joins the lines of a cell: a line that was full goes on in the next one, any other ends there, as the names of several offices do.</summary>
internal static class CellLines
{
    /// <summary>In parts of the letters' size: what a blank may be wide, and how exactly the end of a line is known.</summary>
    private const double Blank = 0.25;
    private const double Tolerance = 0.3;

    /// <summary>Paragraphs of a cell often stand further from each other than its lines.</summary>
    private const double ParagraphGap = 1.15;

    /// <param name="pitch">How far the lines of a paragraph stand from each other.</param>
    /// <param name="end">Where the lines of the cell end at most.</param>
    public static string Join(IReadOnlyList<PdfLine> lines, double end, double pitch)
    {
        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0) text.Append(Between(lines[i - 1], lines[i], end, pitch));
            if (text.Length > 1 && text[^1] == '-' && i > 0 && IsTorn(lines[i - 1], lines[i])) text.Length--;
            text.Append(lines[i].Text);
        }

        return text.ToString();
    }

    private static string Between(PdfLine before, PdfLine line, double end, double pitch)
    {
        var (last, first) = (before.Text[^1], line.Text[0]);
        if (last == ';' || (ListMarker.Read(line.Text) is { } marker && !IsHyphen(marker, before, line, end))) return "\n";
        if (last == '-' && before.Words[^1].Text.Length == 1) return " ";
        if (before.Baseline - line.Baseline > ParagraphGap * pitch) return "\n";
        if (last is '/' or '-' && char.IsAsciiDigit(first) && before.Text.Length > 1 && char.IsAsciiDigit(before.Text[^2])) return "";
        if (BodyName.IsWhole(before.Text) && BodyName.Begins(line.Text)) return "\n";
        var isFull = before.Right + (Blank * line.Size) + line.FirstWord > end - (Tolerance * line.Size);
        if (IsTorn(before, line)) return "";
        if (isFull && char.IsAsciiDigit(first) && IsTornDate(before, end)) return "";
        return isFull || char.IsLower(first) || last == ',' ? " " : "\n";
    }

    // `Phòng Văn hóa` / `- Xã hội`: the hyphen of a name had no room left.
    private static bool IsHyphen(ListMarker marker, PdfLine before, PdfLine line, double end) =>
        marker.Style == MarkerStyle.Dash && char.IsLetter(before.Text[^1]) && before.Right + ((Blank + Tolerance) * line.Size) + line.FirstWord > end;

    private static bool IsTorn(PdfLine before, PdfLine line) =>
        before.Text is [.., var letter, '-'] && char.IsLower(letter) && char.IsLower(line.Text[0]);

    // In a narrow column `31/12/2025` may be broken anywhere.
    private static bool IsTornDate(PdfLine before, double end) =>
        before.Words is [.., { Text: [.., >= '0' and <= '9'] word }] && word.Contains('/', StringComparison.Ordinal) && before.Right + (0.6 * before.Size) > end;
}
