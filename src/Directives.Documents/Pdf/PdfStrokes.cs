using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace Directives.Documents;

/// <summary>A straight line on a page, upright or level. <paramref name="At"/> is its x or y, the others are its ends.</summary>
internal readonly record struct PdfStroke(double At, double From, double To);

/// <summary>The level and upright lines of a page, put together where a line was drawn in pieces: the border of each cell, dashes.</summary>
internal sealed class PdfStrokes
{
    /// <summary>A page with more is a drawing.</summary>
    private const int Most = 20_000;
    private const int MostPutTogether = 1500;

    /// <summary>A filled box that is thinner is a line.</summary>
    private const double Thin = 3;

    private const double Straight = 0.8;
    private const double Joint = 3.5;
    private const double SameLine = 1.6;
    private const double Shortest = 7;

    private readonly List<PdfStroke> _level = [];
    private readonly List<PdfStroke> _upright = [];

    public IReadOnlyList<PdfStroke> Level { get; private init; } = [];

    public IReadOnlyList<PdfStroke> Upright { get; private init; } = [];

    public static PdfStrokes Of(Page page)
    {
        var found = new PdfStrokes();
        foreach (var path in page.Paths)
        {
            if (path.IsClipping || !(path.IsFilled || path.IsStroked)) continue;
            foreach (var part in path) found.Add(path, part);
            if (found._level.Count + found._upright.Count > Most) return new PdfStrokes();
        }

        var (level, upright) = (Together(found._level), Together(found._upright));
        return level.Count + upright.Count > MostPutTogether ? new PdfStrokes() : new PdfStrokes { Level = level, Upright = upright };
    }

    private void Add(PdfPath path, PdfSubpath part)
    {
        if (part.GetBoundingRectangle() is not { } box) return;
        if (box.Height <= Thin && box.Width > box.Height) AddLevel(box.Bottom + (box.Height / 2), box.Left, box.Right);
        else if (box.Width <= Thin && box.Height > box.Width) AddUpright(box.Left + (box.Width / 2), box.Bottom, box.Top);
        else if (path.IsStroked) AddSides(part);
    }

    private void AddSides(PdfSubpath part)
    {
        PdfPoint? first = null, last = null;
        foreach (var command in part.Commands)
        {
            if (command is PdfSubpath.Move move) (first, last) = (move.Location, move.Location);
            else if (command is PdfSubpath.Line line)
            {
                AddSide(line.From, line.To);
                last = line.To;
            }
            else if (command is PdfSubpath.Close && first is { } start && last is { } end) AddSide(end, start);
        }
    }

    private void AddSide(PdfPoint from, PdfPoint to)
    {
        if (Math.Abs(from.Y - to.Y) < Straight) AddLevel((from.Y + to.Y) / 2, Math.Min(from.X, to.X), Math.Max(from.X, to.X));
        else if (Math.Abs(from.X - to.X) < Straight) AddUpright((from.X + to.X) / 2, Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y));
    }

    private void AddLevel(double y, double from, double to)
    {
        if (double.IsFinite(y) && double.IsFinite(from) && double.IsFinite(to)) _level.Add(new(y, from, to));
    }

    private void AddUpright(double x, double from, double to)
    {
        if (double.IsFinite(x) && double.IsFinite(from) && double.IsFinite(to)) _upright.Add(new(x, from, to));
    }

    private static List<PdfStroke> Together(List<PdfStroke> pieces)
    {
        var whole = new List<PdfStroke>();
        pieces.Sort((a, b) => a.At.CompareTo(b.At));
        for (var from = 0; from < pieces.Count;)
        {
            var to = from + 1;
            while (to < pieces.Count && pieces[to].At - pieces[to - 1].At <= SameLine && pieces[to].At - pieces[from].At <= 2 * SameLine) to++;
            var at = pieces.Skip(from).Take(to - from).Average(piece => piece.At);
            PdfStroke? open = null;
            foreach (var piece in pieces.GetRange(from, to - from).OrderBy(piece => piece.From))
            {
                if (open is { } before && piece.From <= before.To + Joint) open = before with { To = Math.Max(before.To, piece.To) };
                else
                {
                    Keep(open);
                    open = piece with { At = at };
                }
            }

            Keep(open);
            from = to;
        }

        return whole;

        void Keep(PdfStroke? stroke)
        {
            if (stroke is { } kept && kept.To - kept.From >= Shortest) whole.Add(kept);
        }
    }
}
