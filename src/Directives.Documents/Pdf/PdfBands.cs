namespace Directives.Documents;

/// <summary>
/// Finds where lines stand beside each other in two columns without being filled: the head of a paper (issuer left, state's name right) and its
/// foot (recipients left, signature right). What is on the left comes first, then what is on the right.
/// </summary>
internal static class PdfBands
{
    private const double NarrowestStrip = 6;

    /// <summary>Lines on the left alone that may stand between two with something on the right.</summary>
    private const int LongestBreak = 4;

    /// <summary>In parts of the letters' size.</summary>
    private const double NarrowGapWidth = 0.6;

    private const double Aligned = 4;
    private const double Near = 2.2;

    /// <summary>Lines in the order they are read in, each with whether it stands alone: goes on no line and no line goes on it.</summary>
    public static IEnumerable<(PdfLine Line, bool Alone)> Unfold(List<PdfLine> lines)
    {
        lines = Beside(lines);
        for (var i = 0; i < lines.Count;)
        {
            if (StripOf(lines, i) is not { } strip)
            {
                yield return (lines[i++], false);
                continue;
            }

            var end = EndOf(lines, i, ref strip);
            var middle = (strip.From + strip.To) / 2;
            foreach (var right in new[] { false, true })
            {
                for (var j = i; j < end; j++)
                {
                    var words = lines[j].Words.Where(word => word.Middle > middle == right).ToList();
                    if (words.Count > 0) yield return (new PdfLine(words), true);
                }
            }

            i = end;
        }
    }

    // Columns whose lines stand a little higher or lower than each other: two lines side by side are taken for one.
    private static List<PdfLine> Beside(List<PdfLine> lines)
    {
        var paired = new List<PdfLine>();
        foreach (var line in lines)
        {
            if (paired.Count > 0 && paired[^1] is var above && above.Baseline - line.Baseline < 0.9 * line.Size
                && (above.Right + (2 * line.Size) < line.Left || line.Right + (2 * line.Size) < above.Left))
            {
                paired[^1] = new PdfLine([.. above.Words.Concat(line.Words).OrderBy(word => word.Left)]);
            }
            else
            {
                paired.Add(line);
            }
        }

        return paired;
    }

    private static (double From, double To)? StripOf(List<PdfLine> lines, int at) => WidestGap(lines, at) ?? NarrowGap(lines, at);

    // A line that fills its column leaves little room to the other one: the strip shows in the line below.
    private static (double From, double To)? NarrowGap(List<PdfLine> lines, int at)
    {
        if (at + 1 >= lines.Count || lines[at].Baseline - lines[at + 1].Baseline > Near * lines[at].Size || WidestGap(lines, at + 1) is not { } below) return null;
        var pieces = lines[at].Pieces(NarrowGapWidth);
        if (pieces.Count != 2) return null;
        var (from, to) = (Math.Max(below.From, pieces[0].Right), Math.Min(below.To, pieces[1].Left));
        return to - from > NarrowGapWidth * lines[at].Size ? (from, to) : null;
    }

    private static (double From, double To)? WidestGap(List<PdfLine> lines, int at)
    {
        var pieces = lines[at].Pieces();
        if (pieces.Count < 2 || IsSpread(lines[at])) return null;
        var widest = pieces.Zip(pieces.Skip(1)).MaxBy(pair => pair.Second.Left - pair.First.Right);
        return (widest.First.Right, widest.Second.Left);
    }

    // A line justified in a narrow column: every gap in it is wide.
    private static bool IsSpread(PdfLine line)
    {
        var gaps = line.Words.Zip(line.Words.Skip(1)).Select(pair => pair.Second.Left - pair.First.Right).Order().ToList();
        return gaps.Count > 2 && gaps[gaps.Count / 2] > 0.8 * line.Size;
    }

    // The line after the last one that belongs to both columns.
    private static int EndOf(List<PdfLine> lines, int from, ref (double From, double To) strip)
    {
        var (last, next) = (from, from + 1);
        for (var narrowed = strip; next < lines.Count && next - last <= LongestBreak && Narrow(lines[next], ref narrowed); next++)
        {
            if (lines[next].Right < narrowed.To) continue;
            last = next;
            strip = narrowed;
        }

        // Lines that go on below on the left: aligned with those before, and no further down than they are from each other.
        while (last + 1 < lines.Count && lines[last + 1] is var line && line.Right < strip.From + 1 && lines[last].Baseline - line.Baseline < Near * line.Size)
        {
            var middle = (strip.From + strip.To) / 2;
            var left = lines[last].Words.Where(word => word.Middle < middle).ToList();
            if (left.Count == 0) break;
            var above = new PdfLine(left);
            if (Math.Abs(above.Left - line.Left) > Aligned && Math.Abs(above.Left + above.Right - line.Left - line.Right) > 2 * Aligned) break;
            last++;
        }

        return last + 1;
    }

    private static bool Narrow(PdfLine line, ref (double From, double To) strip)
    {
        var (from, to) = strip;
        foreach (var word in line.Words)
        {
            if (word.Right <= from || word.Left >= to) continue;

            // The word reaches into the strip: from the left, or from the right, whichever leaves more of it.
            if (word.Right - from < to - word.Left) from = word.Right;
            else to = word.Left;
        }

        // A line of running text has words on both sides and no gap between them.
        if (to - from < NarrowestStrip || IsFilledAcross(line, from, to)) return false;
        strip = (from, to);
        return true;
    }

    private static bool IsFilledAcross(PdfLine line, double from, double to)
    {
        var before = line.Words.Where(word => word.Right <= from + 0.1).Select(word => word.Right).DefaultIfEmpty(double.NegativeInfinity).Max();
        var after = line.Words.Where(word => word.Left >= to - 0.1).Select(word => word.Left).DefaultIfEmpty(double.PositiveInfinity).Min();
        return after - before < 0.6 * line.Size;
    }
}
