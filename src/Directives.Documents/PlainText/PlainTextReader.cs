using System.Globalization;
using Directives.Language.Prose;
using Directives.Language.Text;

namespace Directives.Documents;

/// <summary>
/// Paragraphs, items, headings and tables out of a text file. Markdown's marks are taken away wherever they occur: texts named .txt often
/// carry them.
/// </summary>
internal static class PlainTextReader
{
    public static DocumentText Read(string decoded)
    {
        var text = VietnameseText.Compose(LegacyEncoding.Restore(decoded).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\f', '\n'));
        var lines = Columns.Unfold(text.Split('\n'));
        var document = new DocumentTextBuilder();
        var joiner = new LineJoiner(lines);
        var tables = 0;
        var paragraph = new Paragraph(document);
        for (var i = 0; i < lines.Count; i++)
        {
            if (PipeTable.Read(lines, i) is { } table)
            {
                paragraph.End();
                table.AddTo(document, tables++);
                i += table.LineCount - 1;
                continue;
            }

            var line = MarkdownLine.Read(lines[i]);
            if (string.IsNullOrWhiteSpace(line.Text) || IsPageNumber(line.Text)) paragraph.Pause();
            else if (paragraph.IsOpen && line.HeadingLevel == 0 && paragraph.MayGoOn(line) && joiner.GoesOn(paragraph.LastLine, line.Text, paragraph.Paused))
            {
                paragraph.GoOn(line);
            }
            else
            {
                paragraph.End();
                paragraph.Begin(line);
            }
        }

        paragraph.End();
        return document.ToDocumentText();
    }

    private static bool IsPageNumber(string line)
    {
        var core = line.AsSpan().Trim().Trim('-').Trim();
        if (core.StartsWith("Trang ", StringComparison.OrdinalIgnoreCase)) core = core[6..];
        var slash = core.IndexOf('/');
        if (slash > 0 && !core[(slash + 1)..].ContainsAnyExceptInRange('0', '9')) core = core[..slash];
        return core.Length is > 0 and <= 3 && int.TryParse(core, NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>The paragraph being put together.</summary>
    private sealed class Paragraph(DocumentTextBuilder document)
    {
        private MarkdownLine _first;
        private bool _allBold;
        private string _text = "";

        public bool IsOpen { get; private set; }

        /// <summary>Whether a blank line or a page number has been passed since the last line.</summary>
        public bool Paused { get; private set; }

        public string LastLine { get; private set; } = "";

        public void Pause() => Paused = true;

        /// <summary>An emphasised line ends with its emphasis: plain text under it is another paragraph.</summary>
        public bool MayGoOn(MarkdownLine line) => _first.HeadingLevel == 0 && _allBold == line.IsBold;

        public void Begin(MarkdownLine line)
        {
            (_first, _allBold, _text, LastLine, IsOpen, Paused) = (line, line.IsBold, line.Text, line.Text, true, false);
        }

        public void GoOn(MarkdownLine line)
        {

            _text = _text.TrimEnd() + " " + line.Text.TrimStart();
            (LastLine, Paused) = (line.Text, false);
        }

        public void End()
        {
            if (!IsOpen) return;
            IsOpen = false;
            var marker = ListMarker.Read(_text);
            var indent = _first.Text.Length - _first.Text.TrimStart().Length;
            if (_first.HeadingLevel > 0) document.Add(BlockKind.Heading, _text, _first.HeadingLevel);
            else if (marker is not null) document.Add(BlockKind.ListItem, _text, Math.Min(indent / 2, 8));
            else document.Add(BlockKind.Paragraph, _text);
        }
    }
}
