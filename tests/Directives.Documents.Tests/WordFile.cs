using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents.Tests;

/// <summary>Builds .docx files for tests: paragraphs, Word's own lists, tables with merged cells, tracked changes.</summary>
internal sealed class WordFile
{
    private readonly Body _body = new();
    private readonly List<AbstractNum> _lists = [];
    private readonly List<string> _footnotes = [];

    public WordFile Paragraph(string text, string? style = null)
    {
        var paragraph = new Paragraph(Run(text));
        if (style is not null) paragraph.ParagraphProperties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        return Add(paragraph);
    }

    public WordFile Add(OpenXmlElement block)
    {
        _body.AppendChild(block);
        return this;
    }

    /// <summary>Items of one list; each level has its number format and text (<c>%1.</c>).</summary>
    public WordFile List(IReadOnlyList<(NumberFormatValues Format, string Text)> levels, params (int Level, string Text)[] items)
    {
        var id = _lists.Count + 1;
        _lists.Add(new AbstractNum(levels.Select((level, index) => new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = level.Format }, new LevelText { Val = level.Text })
        { LevelIndex = index }))
        {
            AbstractNumberId = id,
        });
        foreach (var (level, text) in items)
        {
            Add(new Paragraph(
                new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = id })), Run(text)));
        }

        return this;
    }

    /// <summary>A table; a cell that is null is merged into the one above it.</summary>
    public WordFile Table(params string?[][] rows)
    {
        var table = new Table();
        for (var r = 0; r < rows.Length; r++)
        {
            var row = new TableRow();
            for (var c = 0; c < rows[r].Length; c++)
            {
                var continues = rows[r][c] is null;
                var restarts = !continues && r + 1 < rows.Length && c < rows[r + 1].Length && rows[r + 1][c] is null;
                var cell = new TableCell();
                if (continues) cell.AppendChild(new TableCellProperties(new VerticalMerge()));
                else if (restarts) cell.AppendChild(new TableCellProperties(new VerticalMerge { Val = MergedCellValues.Restart }));
                foreach (var line in (rows[r][c] ?? "").Split('\n')) cell.AppendChild(new Paragraph(Run(line)));
                row.AppendChild(cell);
            }

            table.AppendChild(row);
        }

        return Add(table);
    }

    public WordFile Footnote(string text)
    {
        _footnotes.Add(text);
        return this;
    }

    public static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new Document(_body);
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "heading 1" }) { Type = StyleValues.Paragraph, StyleId = "Heading1" },
                new Style(new StyleName { Val = "Tiêu đề riêng" }, new BasedOn { Val = "Heading1" }) { Type = StyleValues.Paragraph, StyleId = "Rieng" });
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                [.. _lists, .. _lists.Select((_, index) => new NumberingInstance(new AbstractNumId { Val = index + 1 }) { NumberID = index + 1 })]);
            if (_footnotes.Count > 0)
            {
                main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(_footnotes.Select((note, index) =>
                    new Footnote(new Paragraph(Run(note))) { Id = index + 1 }));
            }
        }

        return stream.ToArray();
    }
}
