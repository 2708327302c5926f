using Directives.Language.Prose;

namespace Directives.Documents;

/// <summary>Finds running text in two columns: many lines on either side of an empty strip, filled up to it.</summary>
internal static class PdfColumns
{
    private const int FewestLines = 6;
    private const double Narrowest = 0.3;
    private const double Step = 2;
    private const double Strip = 8;

    /// <summary>In parts of the letters' size: how much a filled line may fall short of its column.</summary>
    private const double Short = 3;

    private const double LeastFilled = 0.4;

    /// <summary>In parts of the letters' size: blanks of a justified line in a narrow column are no strip between columns.</summary>
    private const double PieceGap = 0.9;

    /// <summary>Where columns stand: the strip's middle, and the y it reaches from and to.</summary>
    internal readonly record struct Gutter(double X, double Top, double Bottom);

    public static Gutter? Find(IReadOnlyList<IPdfItem> items)
    {
        var pieces = Pieces(items);
        if (pieces.Count < 2 * FewestLines) return null;
        var (left, right) = (pieces.Min(piece => piece.Left), pieces.Max(piece => piece.Right));
        (Gutter Gutter, double Strip, int Lines)? best = null;
        for (var x = left + (Narrowest * (right - left)); x < right - (Narrowest * (right - left)); x += Step)
        {
            foreach (var run in Runs(pieces, x))
            {
                if (Judge(run, x) is not { } found) continue;
                if (best is null || found.Lines > best.Value.Lines || (found.Lines == best.Value.Lines && found.Strip > best.Value.Strip)) best = found;
            }
        }

        return best?.Gutter;
    }

    /// <summary>On a page that another page's columns go on to: all of it, if nothing crosses the strip.</summary>
    public static Gutter? Again(IReadOnlyList<IPdfItem> items, double x)
    {
        var pieces = Pieces(items);
        return pieces.Count > 2 && pieces.TrueForAll(piece => !Crosses(piece, x)) ? new Gutter(x, double.PositiveInfinity, double.NegativeInfinity) : null;
    }

    private static List<IPdfItem> Pieces(IReadOnlyList<IPdfItem> items) =>
        items.SelectMany(item => item is PdfLine line ? line.Pieces(PieceGap) : (IEnumerable<IPdfItem>)[item]).OrderByDescending(piece => piece.Top).ToList();

    private static IEnumerable<List<IPdfItem>> Runs(List<IPdfItem> pieces, double x)
    {
        var run = new List<IPdfItem>();
        foreach (var piece in pieces)
        {
            if (!Crosses(piece, x))
            {
                run.Add(piece);
                continue;
            }

            if (run.Count > 0) yield return run;
            run = [];
        }

        if (run.Count > 0) yield return run;
    }

    private static bool Crosses(IPdfItem piece, double x) => piece.Left < x - 1 && piece.Right > x + 1;

    private static (Gutter Gutter, double Strip, int Lines)? Judge(List<IPdfItem> run, double x)
    {
        var left = run.Where(piece => piece.Right <= x + 1).ToList();
        var right = run.Where(piece => piece.Right > x + 1).ToList();
        if (left.Count < FewestLines || right.Count < FewestLines) return null;
        var (leftEnd, rightStart) = (left.Max(piece => piece.Right), right.Min(piece => piece.Left));
        if (rightStart - leftEnd < Strip || FilledShare(left) < LeastFilled || FilledShare(right) < LeastFilled) return null;
        return (new Gutter((leftEnd + rightStart) / 2, run.Max(piece => piece.Top), run.Min(piece => piece.Bottom)), rightStart - leftEnd, run.Count);
    }

    // The share of lines that end where the column ends. A list of short names has few.
    private static double FilledShare(List<IPdfItem> pieces)
    {
        var end = pieces.Max(piece => piece.Right);
        return (double)pieces.Count(piece => piece is PdfLine line
            && end - line.Right < Short * line.Size && !(line.Text[^1] is ';' or '.' && ListMarker.Read(line.Text) is { IsBullet: true })) / pieces.Count;
    }
}
