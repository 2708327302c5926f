using Directives.Language.Prose;

namespace Directives.Documents;

/// <summary>A table of a text file: rows between upright strokes (Markdown), or lines with as many tabs each.</summary>
internal sealed class PipeTable
{
    /// <summary>How extended Markdown marks a cell that goes on from the row above.</summary>
    private const string MergedAbove = "^^";

    private readonly List<string[]> _rows = [];

    public int LineCount { get; private set; }

    /// <summary>The table that begins at a line, or null.</summary>
    public static PipeTable? Read(IReadOnlyList<string> lines, int start)
    {
        if (lines[start].Contains('|', StringComparison.Ordinal)) return ReadRows(lines, start, PipeCells);
        return lines[start].Contains('\t', StringComparison.Ordinal) ? ReadRows(lines, start, TabCells) : null;
    }

    public void AddTo(DocumentTextBuilder document, int number)
    {
        var above = new Dictionary<int, Source>();
        for (var row = 0; row < _rows.Count; row++)
        {
            for (var column = 0; column < _rows[row].Length; column++)
            {
                var (cell, place) = (_rows[row][column], new TablePlace(number, row, column, row == 0));
                if (cell == MergedAbove && above.TryGetValue(column, out var origin)) document.AddMergedCell(origin, place);
                else above[column] = document.AddCell(MarkdownLine.Read(cell).Text, place);
            }
        }
    }

    private static PipeTable? ReadRows(IReadOnlyList<string> lines, int start, Func<string, string[]?> split)
    {
        var table = new PipeTable();
        for (var i = start; i < lines.Count; i++)
        {
            var cells = split(lines[i]);
            if (cells is null || (split == TabCells && table._rows.Count > 0 && cells.Length != table._rows[0].Length)) break;
            table.LineCount++;
            if (!Array.TrueForAll(cells, IsRuler)) table._rows.Add(cells);
        }

        return table._rows.Count >= 2 || table.LineCount > table._rows.Count && table._rows.Count > 0 ? table : null;
    }

    private static bool IsRuler(string cell) => cell.Trim().Trim(':').Trim('-').Length == 0;

    private static string[]? PipeCells(string line)
    {
        var core = line.Trim();
        if (core.Length < 3 || !core.Contains('|', StringComparison.Ordinal)) return null;
        if (core[0] == '|') core = core[1..];
        else if (core.Split('|').Length < 3) return null;
        if (core.EndsWith('|') && !core.EndsWith("\\|", StringComparison.Ordinal)) core = core[..^1];
        return core.Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|').Select(cell => cell.Replace('\u0001', '|').Trim()).ToArray();
    }

    private static string[]? TabCells(string line)
    {
        var cells = line.Trim('\n', '\r', ' ').Split('\t');
        return cells.Length >= 3 ? cells.Select(cell => cell.Trim()).ToArray() : null;
    }
}
