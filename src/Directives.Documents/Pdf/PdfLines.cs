using System.Text;
using Directives.Language.Prose;
using UglyToad.PdfPig.Content;

namespace Directives.Documents;

/// <summary>Puts the letters of a page together to lines: letters on one base line, from left to right.</summary>
internal static class PdfLines
{
    /// <summary>In parts of the letters' size: a wider gap is a blank, and one wider still stands between columns.</summary>
    private const double Blank = 0.15;
    private const double ColumnGap = 1.6;
    private const double SameLine = 0.35;

    private const int LongestMark = 8;

    private const string BetweenColumns = "      ";

    public static List<PdfLine> Of(Page page)
    {
        var letters = page.Letters.Where(letter => letter.Value.Length > 0 && double.IsFinite(letter.StartBaseLine.X) && double.IsFinite(letter.StartBaseLine.Y))
            .OrderByDescending(letter => letter.StartBaseLine.Y).ToList();
        var lines = new List<PdfLine>();
        for (var from = 0; from < letters.Count;)
        {
            var size = SizeOf(letters[from]);
            var to = from + 1;

            // Each letter is compared with the one before it: accents and small raised figures do not begin a line.
            while (to < letters.Count && letters[to - 1].StartBaseLine.Y - letters[to].StartBaseLine.Y <= SameLine * size && letters[from].StartBaseLine.Y - letters[to].StartBaseLine.Y <= size * SameLine) to++;
            if (LineOf(letters.GetRange(from, to - from)) is { } line) lines.Add(line);
            from = to;
        }

        return lines;
    }

    private static PdfLine? LineOf(List<Letter> letters)
    {
        letters.Sort((a, b) => a.StartBaseLine.X.CompareTo(b.StartBaseLine.X));
        var text = new StringBuilder();
        var (left, right, firstWord, hasColumns) = (double.NaN, 0.0, 0.0, false);
        var size = letters.Max(SizeOf);
        foreach (var letter in letters)
        {
            var isBlank = string.IsNullOrWhiteSpace(letter.Value);
            if (isBlank) continue;
            var start = letter.StartBaseLine.X;
            if (double.IsNaN(left)) left = start;
            else if (start - right > ColumnGap * size && !IsMark(text))
            {
                text.Append(BetweenColumns);
                hasColumns = true;
                if (firstWord == 0) firstWord = right - left;
            }
            else if (start - right > Blank * size)
            {
                text.Append(' ');
                if (firstWord == 0) firstWord = right - left;
            }

            text.Append(letter.Value);
            right = Math.Max(right, Math.Max(letter.EndBaseLine.X, start));
        }

        if (double.IsNaN(left)) return null;
        return new(left, right, letters[0].StartBaseLine.Y, size, firstWord == 0 ? right - left : firstWord, text.ToString(), hasColumns);
    }

    // A tab after `1.` or `-` makes no column.
    private static bool IsMark(StringBuilder text) =>
        text.Length <= LongestMark && ListMarker.Read($"{text} a") is { Length: var length } && length > text.Length;

    private static double SizeOf(Letter letter) => letter.PointSize is > 1 and < 200 ? letter.PointSize : 12;
}
