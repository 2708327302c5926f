namespace Directives.Documents;

/// <summary>
/// Parts the lines of a table without lines between its rows into rows: by the room between rows, by the numbers in the first column, or by what
/// the columns say.
/// </summary>
internal sealed class AlignedRows
{
    /// <summary>How much more room there is between rows than between the lines of a cell.</summary>
    private const double RowGap = 1.25;

    private const double PieceGap = 0.9;

    /// <summary>What Word keeps free on either side of the line between two cells, together.</summary>
    private const double CellMargins = 12;

    private readonly List<PdfLine> _lines;
    private readonly List<PdfStrip> _strips;
    private readonly List<(double Left, double Right)> _columns;
    private readonly bool[] _sections;
    private readonly bool[] _starts;

    /// <param name="headingLines">How many lines at the top are known to be the heading; 0 if it is not known.</param>
    public AlignedRows(List<PdfLine> lines, List<PdfStrip> strips, PdfStrokes strokes, int headingLines = 0)
    {
        (_lines, _strips) = (lines, strips);
        _columns = ColumnsOf(lines, strips);
        _sections = lines.Select(line => IsSection(line, strips)).ToArray();
        _starts = Starts(strokes);
        if (headingLines > 0 && headingLines < lines.Count)
        {
            Array.Fill(_starts, false, 1, headingLines - 1);
            _starts[headingLines] = true;
        }
    }

    /// <summary>How many lines the first row has.</summary>
    public int FirstRowLines => Array.IndexOf(_starts, true, 1) is var next and > 0 ? next : _lines.Count;

    public static IEnumerable<int> ColumnsOf(PdfLine line, List<PdfStrip> strips) => line.Words.Select(word => ColumnOf(word, strips));

    /// <summary>Whether a line is a text over the columns: what the rows under it are called.</summary>
    public static bool IsSection(PdfLine line, List<PdfStrip> strips) => Crosses(line, strips) && line.Pieces(PieceGap).Count <= 2;

    public PdfTable ToTable()
    {
        var cells = new List<PdfCell>();
        var row = -1;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_starts[i]) row++;
            var isWide = _sections[i];
            foreach (var words in _lines[i].Pieces(PieceGap).SelectMany(piece => Parts(piece, isWide)).GroupBy(part => part.Column, part => part.Word))
            {
                var cell = cells.FindLast(one => one.Row == row && one.Column == words.Key);
                if (cell is null)
                {
                    var (from, to) = _columns[words.Key];
                    cells.Add(cell = new PdfCell { Row = row, Column = words.Key, Columns = isWide ? _columns.Count : 1, Left = from, Right = isWide ? _columns[^1].Right : to });
                }

                cell.Lines.Add(new PdfLine(words.ToList()));
            }
        }

        return new PdfTable { Cells = cells, Columns = _columns, Top = _lines[0].Top, Bottom = _lines[^1].Bottom };
    }

    // Text ends at the end of the longest line, or further to the right where the room to the next column is wider than cells keep between them.
    private static List<(double Left, double Right)> ColumnsOf(List<PdfLine> lines, List<PdfStrip> strips)
    {
        var columns = new List<(double Left, double Right)>();
        for (var i = 0; i <= strips.Count; i++)
        {
            var left = i == 0 ? lines.Min(line => line.Left) : strips[i - 1].To;
            columns.Add((left, i == strips.Count ? lines.Max(line => line.Right) : Math.Max(strips[i].From, strips[i].To - CellMargins)));
        }

        return columns;
    }

    private static int ColumnOf(PdfWord word, List<PdfStrip> strips) => strips.Count(strip => word.Middle > strip.Middle);

    private static bool Crosses(PdfLine line, List<PdfStrip> strips) =>
        line.Words.Any(word => strips.Exists(strip => word.Left < strip.To - 0.5 && word.Right > strip.From + 0.5));

    // A heading over two columns belongs to the first of them.
    private IEnumerable<(int Column, PdfWord Word)> Parts(PdfLine piece, bool isWide)
    {
        var whole = isWide ? 0 : Crosses(piece, _strips) ? ColumnOf(piece.Words[0], _strips) : -1;
        return piece.Words.Select(word => (whole < 0 ? ColumnOf(word, _strips) : whole, word));
    }

    // Whether a line begins a row.
    private bool[] Starts(PdfStrokes strokes)
    {
        var byRule = Every(i => strokes.Level.Any(stroke => stroke.At < _lines[i - 1].Baseline && stroke.At > _lines[i].Baseline && Covers(stroke)));
        if (byRule.Count(start => start) > Math.Max(3, _lines.Count / 6)) return byRule;
        var pitch = Pitch();
        var byRoom = Every(i => _sections[i] != _sections[i - 1] || _lines[i - 1].Baseline - _lines[i].Baseline > RowGap * pitch);
        var numbered = Enumerable.Range(0, _lines.Count).Select(HasNumber).ToArray();
        if (IsOneNumberARow(numbered, byRoom)) return byRoom;
        if (numbered.Count(number => number) >= 2) return Every(i => numbered[i] || HasLetter(i) || _sections[i] != _sections[i - 1]);
        return byRoom.Count(start => start) > Math.Max(3, _lines.Count / 5) ? byRoom : Every(i => _sections[i] || _sections[i - 1] || BeginsCells(i));
    }

    private bool[] Every(Func<int, bool> isStart) => Enumerable.Range(0, _lines.Count).Select(i => i == 0 || isStart(i)).ToArray();

    private bool Covers(PdfStroke stroke) => stroke.To - stroke.From > 0.6 * (_columns[^1].Right - _columns[0].Left);

    // Cells are filled from the top: a column that has nothing in the line above and something here begins a cell, and so the row. Where each has
    // something, the line above must have had room for more.
    private bool BeginsCells(int at)
    {
        var (above, here) = (Cells(at - 1), Cells(at));
        if (here.Any(cell => char.IsLower(cell.Value.Text[0]))) return false;
        if (here.Keys.Any(column => !above.ContainsKey(column))) return true;
        return here.All(cell => above[cell.Key] is var before && before.Text[^1] != ',' && before.Right + (0.25 * before.Size) + cell.Value.FirstWord < _columns[cell.Key].Right - (0.3 * before.Size));
    }

    private Dictionary<int, PdfLine> Cells(int at) =>
        _lines[at].Words.GroupBy(word => ColumnOf(word, _strips)).ToDictionary(words => words.Key, words => new PdfLine(words.ToList()));

    // Rows by room are right where each holds one number at most, and nearly every row has one.
    private static bool IsOneNumberARow(bool[] numbered, bool[] starts)
    {
        var (numbers, inRow, rows) = (0, 0, 0);
        for (var i = 0; i < numbered.Length; i++)
        {
            if (starts[i]) (inRow, rows) = (0, rows + 1);
            if (!numbered[i]) continue;
            numbers++;
            if (++inRow > 1) return false;
        }

        return numbers > 1 && rows <= (2 * numbers) + 3;
    }

    // The usual way from a line to the next inside a cell: the closest lines stand so.
    private double Pitch()
    {
        var gaps = _lines.Zip(_lines.Skip(1)).Select(pair => pair.First.Baseline - pair.Second.Baseline).Where(gap => gap > 0.8 * _lines[0].Size).Order().ToList();
        return gaps.Count == 0 ? _lines[0].Size : gaps[gaps.Count / 5];
    }

    private bool HasNumber(int at) => NumberAt(at) is [>= '0' and <= '9', ..];

    // The section numbers of a table with numbered rows.
    private bool HasLetter(int at) => NumberAt(at) is { Length: > 0 } text && (text.All(c => c is 'I' or 'V' or 'X') || text is [>= 'A' and <= 'H']);

    private string? NumberAt(int at) =>
        !_sections[at] && _lines[at].Words.FirstOrDefault(word => ColumnOf(word, _strips) == 0).Text is { Length: <= 5 } text ? text.Trim('(', ')', '.') : null;
}
