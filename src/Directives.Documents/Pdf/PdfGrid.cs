namespace Directives.Documents;

/// <summary>Lines that cross or touch and so make the frame of a table: where its columns and rows are parted, and which boxes have no side between them.</summary>
internal sealed class PdfGrid
{
    private const double Touch = 3;
    private const double SamePlace = 3;

    /// <summary>Level lines that reach further than the last upright one close a table that has no side lines.</summary>
    private const double OpenSide = 10;

    private const int MostBoxes = 6000;

    private readonly List<PdfStroke> _level;
    private readonly List<PdfStroke> _upright;
    private readonly int[] _root;

    private PdfGrid(List<PdfStroke> level, List<PdfStroke> upright)
    {
        (_level, _upright) = (level, upright);
        Across = Places(upright);
        Down = Places(level);
        if (Across.Count > 0 && level.Min(stroke => stroke.From) is var left && left < Across[0] - OpenSide) Across = [left, .. Across];
        if (Across.Count > 0 && level.Max(stroke => stroke.To) is var right && right > Across[^1] + OpenSide) Across = [.. Across, right];
        if (Down.Count > 0 && upright.Max(stroke => stroke.To) is var top && top > Down[^1] + OpenSide) Down = [.. Down, top];
        if (Down.Count > 0 && upright.Min(stroke => stroke.From) is var bottom && bottom < Down[0] - OpenSide) Down = [bottom, .. Down];
        Down.Reverse();
        _root = IsTable ? JoinBoxes() : [];
    }

    /// <summary>The x between columns, from the left side of the table to its right one.</summary>
    public List<double> Across { get; }

    /// <summary>The y between rows, from the top down.</summary>
    public List<double> Down { get; }

    public bool IsTable => Across.Count >= 3 && Down.Count >= 2 && (Across.Count - 1) * (Down.Count - 1) <= MostBoxes;

    private int Columns => Across.Count - 1;

    /// <summary>The tables that the lines of a page make; one inside a cell of another is left out.</summary>
    public static List<PdfGrid> Of(PdfStrokes strokes)
    {
        var (level, upright) = (strokes.Level, strokes.Upright);
        var group = Enumerable.Range(0, level.Count + upright.Count).ToArray();
        for (var i = 0; i < level.Count; i++)
        {
            for (var j = 0; j < upright.Count; j++)
            {
                if (Touches(level[i], upright[j])) group[Find(group, i)] = Find(group, level.Count + j);
            }
        }

        var grids = Enumerable.Range(0, group.Length).GroupBy(i => Find(group, i))
            .Select(all => (Level: all.Where(i => i < level.Count).Select(i => level[i]).ToList(), Upright: all.Where(i => i >= level.Count).Select(i => upright[i - level.Count]).ToList()))
            .Where(both => both.Level.Count > 0 && both.Upright.Count > 0)
            .Select(both => new PdfGrid(both.Level, both.Upright)).Where(grid => grid.IsTable).ToList();
        return grids.Where(grid => !grids.Exists(other => other != grid && other.Holds(grid))).OrderByDescending(grid => grid.Down[0]).ToList();
    }

    public bool Holds(PdfWord word) => word.Middle > Across[0] && word.Middle < Across[^1] && word.Waist < Down[0] && word.Waist > Down[^1];

    /// <summary>The cell a word stands in: the number of its first box, the same for all boxes without a side between them.</summary>
    public int CellOf(PdfWord word) => _root[(Place(Down.Count, i => Down[i] > word.Waist) * Columns) + Place(Across.Count, i => Across[i] < word.Middle)];

    public List<(int Root, int Row, int Rows, int Column, int Columns)> Cells() =>
        _root.Select((root, box) => (root, Row: box / Columns, Column: box % Columns)).GroupBy(box => box.root)
            .Select(boxes => (boxes.Key, Row: boxes.Min(box => box.Row), Last: boxes.Max(box => box.Row), Column: boxes.Min(box => box.Column), LastColumn: boxes.Max(box => box.Column)))
            .Select(cell => (cell.Key, cell.Row, cell.Last - cell.Row + 1, cell.Column, cell.LastColumn - cell.Column + 1)).ToList();

    private bool Holds(PdfGrid other) =>
        other.Across[0] > Across[0] - 1 && other.Across[^1] < Across[^1] + 1 && other.Down[0] < Down[0] + 1 && other.Down[^1] > Down[^1] - 1;

    private static bool Touches(PdfStroke level, PdfStroke upright) =>
        upright.At >= level.From - Touch && upright.At <= level.To + Touch && level.At >= upright.From - Touch && level.At <= upright.To + Touch;

    private int[] JoinBoxes()
    {
        var root = Enumerable.Range(0, Columns * (Down.Count - 1)).ToArray();
        for (var box = 0; box < root.Length; box++)
        {
            var (row, column) = (box / Columns, box % Columns);
            var (x, y) = ((Across[column] + Across[column + 1]) / 2, (Down[row] + Down[row + 1]) / 2);
            if (column + 1 < Columns && !IsParted(_upright, Across[column + 1], y)) Join(box, box + 1);
            if (row + 2 < Down.Count && !IsParted(_level, Down[row + 1], x)) Join(box, box + Columns);
        }

        for (var box = 0; box < root.Length; box++) root[box] = Find(root, box);
        return root;

        // The first box of a cell stands for it.
        void Join(int one, int other)
        {
            var (a, b) = (Find(root, one), Find(root, other));
            root[Math.Max(a, b)] = Math.Min(a, b);
        }
    }

    private static bool IsParted(List<PdfStroke> strokes, double at, double along) =>
        strokes.Exists(stroke => Math.Abs(stroke.At - at) <= SamePlace && stroke.From <= along && stroke.To >= along);

    private static int Place(int count, Func<int, bool> isBefore)
    {
        var i = 0;
        while (i + 2 < count && isBefore(i + 1)) i++;
        return i;
    }

    private static List<double> Places(List<PdfStroke> strokes)
    {
        var places = new List<double>();
        foreach (var at in strokes.Select(stroke => stroke.At).Order())
        {
            if (places.Count == 0 || at - places[^1] > SamePlace) places.Add(at);
        }

        return places;
    }

    private static int Find(int[] group, int one)
    {
        while (group[one] != one) one = group[one] = group[group[one]];
        return one;
    }
}
