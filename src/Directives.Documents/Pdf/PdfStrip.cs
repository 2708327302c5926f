namespace Directives.Documents;

/// <summary>A strip between two columns of a table.</summary>
internal readonly record struct PdfStrip(double From, double To)
{
    public double Middle => (From + To) / 2;
}

/// <summary>What lines leave empty of the gap between two headings: the strip between their columns is somewhere in it.</summary>
internal sealed class FreeStrip(double from, double to)
{
    /// <summary>In parts of the letters' size.</summary>
    private const double Narrowest = 0.35;

    private List<PdfStrip> _free = [new(from, to)];

    public PdfStrip Widest => _free.MaxBy(one => one.To - one.From);

    /// <summary>Whether a line's words leave some of it empty.</summary>
    public bool IsKeptBy(PdfLine line) => Without(line).Exists(one => one.To - one.From >= Narrowest * line.Size);

    public void Keep(PdfLine line) => _free = Without(line).FindAll(one => one.To - one.From >= Narrowest * line.Size);

    private List<PdfStrip> Without(PdfLine line)
    {
        var left = new List<PdfStrip>();
        foreach (var free in _free)
        {
            var start = free.From;
            foreach (var word in line.Words)
            {
                if (word.Right <= start || word.Left >= free.To) continue;
                if (word.Left > start) left.Add(new(start, word.Left));
                start = Math.Max(start, word.Right);
            }

            if (start < free.To) left.Add(new(start, free.To));
        }

        return left;
    }
}
