using Directives.Language.Prose;

namespace Directives.Documents.Tests.Directives;

/// <summary>A directive's text as pages: head and foot in two columns, paragraphs wrapped at the margin with their first line set in, pages numbered.</summary>
internal static class PdfDirective
{
    private const double Left = 85;
    private const double Right = 545;
    private const double Size = 13;
    private const double CharWidth = Size / 2;
    private const double LineHeight = 18;
    private const string ColumnGap = "    ";

    public static byte[] Of(string text)
    {
        var layout = new Layout();
        foreach (var line in text.Replace("\r", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal).Replace("#", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal).Split('\n'))
        {
            var parts = line.Split(ColumnGap, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length == 0) continue;
            var indent = line.Length - line.TrimStart().Length;
            if (parts.Length == 2) layout.Row((Left + 10, parts[0]), (Left + 260, parts[1]));
            else if (indent > 30 && parts[0].Length < 30) layout.Row((Left + 260, parts[0]));
            else layout.Paragraph(parts[0]);
        }

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
