using Directives.Language.Prose;
using Directives.Language.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Directives.Documents;

/// <summary>The text layer of a PDF file: lines as they stand on the page, put together to paragraphs and tables.</summary>
internal static class PdfReader
{
    /// <summary>Deeper than the program's own threads: the parser recurses over what the file nests.</summary>
    private const int StackBytes = 64 * 1024 * 1024;

    private const int SampleLines = 400;

    private const string Encrypted = "the file is protected by a password";

    public static DocumentText Read(byte[] content)
    {
        PdfGuard.Check(content);
        DocumentText? document = null;
        Exception? failure = null;
        var reading = new Thread(
            () =>
            {
                try
                {
                    document = TextOf(content);
                }
                catch (Exception bad) when (bad is not OutOfMemoryException)
                {
                    // The parser throws whatever it meets on a file that is not as it should be; all of it means the same.
                    failure = bad;
                }
            },
            StackBytes);
        reading.Start();
        reading.Join();
        return failure switch
        {
            null => document!,
            UnreadableDocumentException known => throw known,
            _ when failure is PdfDocumentEncryptedException || content.AsSpan().IndexOf("/Encrypt"u8) >= 0 => throw new UnreadableDocumentException(UnreadableReason.Encrypted, Encrypted, failure),
            _ => throw new UnreadableDocumentException(UnreadableReason.Damaged, "the file is damaged", failure),
        };
    }

    private static DocumentText TextOf(byte[] content)
    {
        var placed = PdfLayout.Read(Pages(content));
        PdfTables.Join(placed);
        var restore = Restore(placed);
        var document = new DocumentTextBuilder();
        var tables = 0;
        var paragraphs = new PdfParagraphs(placed, text => AddParagraph(document, restore(text)));
        foreach (var one in placed)
        {
            if (one.Item is not PdfTable table)
            {
                paragraphs.Add(one);
                continue;
            }

            paragraphs.End();
            PdfTableText.AddTo(document, table, tables++, restore);
        }

        paragraphs.End();
        return document.ToDocumentText();
    }

    private static List<PdfPage> Pages(byte[] content)
    {
        using var file = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        if (file.NumberOfPages > DocumentLimits.Pages) throw new UnreadableDocumentException(UnreadableReason.TooLarge, $"the file has more than {DocumentLimits.Pages} pages");
        var pages = new List<PdfPage>();
        var letters = 0;
        for (var number = 1; number <= file.NumberOfPages; number++)
        {
            var page = file.GetPage(number);
            letters += page.Letters.Count;
            if (letters > DocumentLimits.Characters) throw new UnreadableDocumentException(UnreadableReason.TooLarge, $"the text is longer than {DocumentLimits.Characters} characters");
            pages.Add(PdfPage.Of(page));
        }

        PageFurniture.Remove(pages);
        return pages;
    }

    private static void AddParagraph(DocumentTextBuilder document, string text) =>
        document.Add(ListMarker.Read(text) is null ? BlockKind.Paragraph : BlockKind.ListItem, text);

    private static Func<string, string> Restore(List<PdfPlaced> placed)
    {
        var sample = placed.SelectMany(one => one.Item is PdfTable table ? table.Cells.SelectMany(cell => cell.Lines) : [(PdfLine)one.Item]).Take(SampleLines);
        var convert = LegacyEncoding.Detect(string.Join('\n', sample.Select(line => line.Text)));
        return text => VietnameseText.Compose(convert is null ? text : convert(text));
    }
}
