using Directives.Language.Prose;

namespace Directives.Documents.Tests.Directives;

/// <summary>
/// A directive's text as pages: head and foot in two columns, paragraphs wrapped at the margin with their first line set in, rows between strokes as a table
/// with lines between its cells, pages numbered.
/// </summary>
internal static class PdfDirective
{
    private const double Left = 85;
    private const double Right = 545;
    private const double Size = 13;
    private const double CharWidth = Size / 2;
    private const double LineHeight = 18;
    private const double CellMargin = 4;
    private const string ColumnGap = "    ";

    public static byte[] Of(string text)
    {
        var layout = new Layout();
        var rows = new List<string[]>();
        foreach (var line in text.Replace("\r", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal).Replace("#", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal).Split('\n'))
        {
            if (line.StartsWith('|'))
            {
                if (!line.Contains("---", StringComparison.Ordinal)) rows.Add(line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());
                continue;
            }

            if (rows.Count > 0) layout.Table(rows);
            rows.Clear();
            var parts = line.Split(ColumnGap, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length == 0) continue;
            var indent = line.Length - line.TrimStart().Length;
            if (parts.Length == 2) layout.Row((Left + 10, parts[0]), (Left + 260, parts[1]));
            else if (indent > 30 && parts[0].Length < 30) layout.Row((Left + 260, parts[0]));
            else layout.Paragraph(parts[0]);
        }

        if (rows.Count > 0) layout.Table(rows);
        return layout.File.ToBytes();
    }

    private sealed class Layout
    {
        private double _y;
        private int _page;

        public Layout() => Break();

        public PdfFile File { get; } = new();

        public void Row(params (double X, string Text)[] cells)
        {
            Advance();
            foreach (var (x, text) in cells) File.Text(x, _y, text, Size);
        }

        public void Paragraph(string text)
        {
            var x = ListMarker.Read(text) is null && text.Length < 90 ? Left : Left + 28;
            var line = "";
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && x + ((line.Length + 1 + word.Length) * CharWidth) > Right)
                {
                    Row((x, line));
                    (x, line) = (Left, "");
                }

                line = line.Length == 0 ? word : $"{line} {word}";
            }

            Row((x, line));
        }

        public void Table(List<string[]> rows)
        {
            var columns = rows[0].Length;
            var share = Enumerable.Range(0, columns).Select(column => Math.Clamp(rows.Max(row => column < row.Length ? row[column].Length : 0), 8, 60)).ToArray();
            var edges = new double[columns + 1];
            edges[0] = Left;
            for (var i = 0; i < columns; i++) edges[i + 1] = edges[i] + ((Right - Left) * share[i] / share.Sum());
            var top = _y + 6;
            foreach (var row in rows)
            {
                var cells = Enumerable.Range(0, columns).Select(i => Wrap(i < row.Length ? row[i] : "", edges[i + 1] - edges[i] - (2 * CellMargin))).ToArray();
                var bottom = top + (LineHeight * cells.Max(cell => cell.Count)) + 4;
                if (bottom > 790)
                {
                    Close(top);
                    Break();
                    (bottom, top) = (bottom - top + _y, _y);
                }

                for (var i = 0; i < columns; i++)
                {
                    if (!IsMerged(row, i)) File.Line(edges[i], top, edges[i + 1], top);
                    for (var line = 0; line < cells[i].Count && !IsMerged(row, i); line++) File.Text(edges[i] + CellMargin, top + (LineHeight * (line + 0.8)), cells[i][line], Size);
                }

                foreach (var edge in edges) File.Line(edge, top, edge, bottom);
                top = bottom;
            }

            Close(top);
            _y = top;

            void Close(double at) => File.Line(Left, at, Right, at);
        }

        private static bool IsMerged(string[] row, int column) => column < row.Length && row[column] == "^^";

        private static List<string> Wrap(string text, double width)
        {
            var lines = new List<string> { "" };
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (lines[^1].Length > 0 && (lines[^1].Length + 1 + word.Length) * CharWidth > width) lines.Add("");
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            }

            return lines;
        }

        private void Advance()
        {
            _y += LineHeight;
            if (_y > 770) Break();
        }

        private void Break()
        {
            File.Page();
            _page++;
            if (_page > 1) File.Text(300, 40, _page.ToString(System.Globalization.CultureInfo.InvariantCulture), Size);
            _y = 70;
        }
    }
}
