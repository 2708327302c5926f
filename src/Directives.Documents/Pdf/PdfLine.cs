using Directives.Language.Prose;

namespace Directives.Documents;

/// <summary>Words on one base line, from left to right.</summary>
internal sealed class PdfLine(IReadOnlyList<PdfWord> words) : IPdfItem
{
    /// <summary>In parts of the letters' size: a wider gap is no blank between words but stands between columns.</summary>
    private const double ColumnGap = 1.6;

    /// <summary>In parts of the letters' size: base lines closer than that are one.</summary>
    private const double SameLine = 0.35;

    private const int LongestMark = 8;

    public IReadOnlyList<PdfWord> Words { get; } = words;

    public double Left { get; } = words[0].Left;

    public double Right { get; } = words.Max(word => word.Right);

    public double Baseline { get; } = words[0].Baseline;

    public double Size { get; } = words.Max(word => word.Size);

    public double Top => Baseline + (0.8 * Size);

    public double Bottom => Baseline - (0.2 * Size);

    public double FirstWord => Words[0].Right - Words[0].Left;

    public string Text { get; } = string.Join(' ', words.Select(word => word.Text));

    /// <summary>Words as lines, from the top of the page down.</summary>
    public static List<PdfLine> Of(IEnumerable<PdfWord> words)
    {
        var sorted = words.OrderByDescending(word => word.Baseline).ToList();
        var lines = new List<PdfLine>();
        for (var from = 0; from < sorted.Count;)
        {
            var to = from + 1;
            while (to < sorted.Count && sorted[from].Baseline - sorted[to].Baseline <= sorted[from].Size * SameLine) to++;
            lines.Add(new PdfLine(sorted.GetRange(from, to - from).OrderBy(word => word.Left).ToList()));
            from = to;
        }

        return lines;
    }

    /// <summary>The line's pieces that a gap of columns stands between; the blank after <c>1.</c> or <c>-</c> is none.</summary>
    /// <param name="gap">In parts of the letters' size.</param>
    public List<PdfLine> Pieces(double gap = ColumnGap)
    {
        var pieces = new List<PdfLine>();
        var from = 0;
        for (var i = 1; i <= Words.Count; i++)
        {
            if (i < Words.Count && (Words[i].Left - Words[i - 1].Right <= gap * Size || (from == 0 && IsMark(i)))) continue;
            pieces.Add(from == 0 && i == Words.Count ? this : new PdfLine(Words.Skip(from).Take(i - from).ToList()));
            from = i;
        }

        return pieces;
    }

    private bool IsMark(int words)
    {
        var text = string.Join(' ', Words.Take(words).Select(word => word.Text));
        return text.Length <= LongestMark && ListMarker.Read($"{text} a") is { Length: var length } && length > text.Length;
    }
}
