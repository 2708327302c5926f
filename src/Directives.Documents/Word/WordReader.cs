using Directives.Language.Prose;
using Directives.Language.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Directives.Documents;

/// <summary>Text out of a .docx: what the page shows, with the numbers and bullets that Word draws, insertions in and deletions out.</summary>
internal sealed class WordReader
{
    private readonly DocumentTextBuilder _document = new();
    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;
    private readonly Func<string, string>? _fromLegacy;
    private string _held = "";
    private int _tables;

    private WordReader(MainDocumentPart main, Body body)
    {
        _fromLegacy = LegacyEncoding.Detect(string.Join('\n', body.Descendants<Paragraph>().Take(200).Select(WordText.Of)));
        _styles = new WordStyles(main.StyleDefinitionsPart?.Styles);
        _numbering = new WordNumbering(main.NumberingDefinitionsPart?.Numbering, _styles);
    }

    public static DocumentText Read(byte[] content)
    {
        OfficePackage.Check(content, OfficeKind.Word);
        try
        {
            using var file = WordprocessingDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            if (file.MainDocumentPart is not { Document.Body: { } body } main) throw Damaged(null);
            var reader = new WordReader(main, body);
            reader.ReadBlocks(body);
            reader.ReadFootnotes(main.FootnotesPart?.Footnotes);
            return reader._document.ToDocumentText();
        }
        catch (Exception bad) when (OfficePackage.IsParserFailure(bad))
        {
            throw Damaged(bad);
        }
    }

    private static UnreadableDocumentException Damaged(Exception? inner) => new(UnreadableReason.Damaged, "the Word document is damaged", inner);

    private void ReadBlocks(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is Paragraph paragraph) ReadParagraph(paragraph);
            else if (child is Table table) ReadTable(table);
            else if (WordText.IsShown(child)) ReadBlocks(child);
        }
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        var text = _held + TextOf(paragraph);
        _held = "";

        // A deleted paragraph mark joins the paragraph to the next one.
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null)
        {
            _held = text;
            return;
        }

        if (string.IsNullOrWhiteSpace(text)) return;
        var heading = _styles.HeadingLevel(paragraph);
        var number = _numbering.Next(paragraph);
        var typed = ListMarker.Read(text);
        if (heading > 0) _document.Add(BlockKind.Heading, number?.Label + text, heading);
        else if (number is { } drawn) _document.Add(BlockKind.ListItem, drawn.Label + text, drawn.Level);
        else _document.Add(typed is null ? BlockKind.Paragraph : BlockKind.ListItem, text);

        foreach (var box in WordText.TextBoxes(paragraph)) ReadBlocks(box);
    }

    private string TextOf(Paragraph paragraph)
    {
        var text = WordText.Of(paragraph);
        return VietnameseText.Compose(_fromLegacy is null ? text : _fromLegacy(text));
    }

    private void ReadTable(Table table)
    {
        var number = _tables++;
        var open = new Dictionary<int, Source>();
        var rowNumber = 0;
        foreach (var row in Rows(table))
        {
            if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null) continue;
            var isHeader = rowNumber == 0 || row.TableRowProperties?.GetFirstChild<TableHeader>() is not null;
            var column = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
            foreach (var cell in Cells(row))
            {
                var place = new TablePlace(number, rowNumber, column, isHeader);
                var merge = cell.TableCellProperties?.VerticalMerge;
                if (merge is not null && merge.Val?.Value != MergedCellValues.Restart && open.TryGetValue(column, out var origin))
                {
                    _document.AddMergedCell(origin, place);
                }
                else
                {
                    var source = _document.AddCell(CellText(cell), place);
                    if (merge is not null) open[column] = source;
                    else open.Remove(column);
                }

                column += Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, 64);
            }

            rowNumber++;
        }
    }

    private static IEnumerable<TableRow> Rows(OpenXmlElement parent) => parent.ChildElements.SelectMany(child =>
        child is TableRow row ? [row] : WordText.IsShown(child) && child is not Table ? Rows(child) : []);

    private static IEnumerable<TableCell> Cells(OpenXmlElement parent) => parent.ChildElements.SelectMany(child =>
        child is TableCell cell ? [cell] : WordText.IsShown(child) && child is not Table ? Cells(child) : []);

    // Paragraphs of a cell become its lines; a table inside a cell is read as lines too.
    private string CellText(OpenXmlElement cell)
    {
        var lines = new List<string>();
        foreach (var paragraph in cell.Descendants<Paragraph>())
        {
            if (!WordText.IsWithinShown(paragraph, cell)) continue;
            lines.Add(_numbering.Next(paragraph)?.Label + TextOf(paragraph));
        }

        return string.Join('\n', lines);
    }

    private void ReadFootnotes(Footnotes? footnotes)
    {
        foreach (var note in footnotes?.Elements<Footnote>() ?? [])
        {
            // The separators between text and notes are stored as notes of special types.
            if (note.Type is { } type && type.Value != FootnoteEndnoteValues.Normal) continue;
            var text = string.Join(' ', note.Descendants<Paragraph>().Select(TextOf)).Trim();
            if (text.Length > 0) _document.Add(BlockKind.Paragraph, $"[{note.Id?.Value}] {text}");
        }
    }
}
