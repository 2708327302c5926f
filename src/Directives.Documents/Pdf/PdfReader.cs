using System.Text;
using Directives.Language.Prose;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Directives.Documents;

/// <summary>The text layer of a PDF file: lines as they stand on the page, put together to paragraphs and read like a text file.</summary>
internal static class PdfReader
{
    /// <summary>Deeper than the program's own threads: the parser recurses over what the file nests.</summary>
    private const int StackBytes = 64 * 1024 * 1024;

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
                    document = PlainTextReader.Read(TextOf(content));
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

    private static string TextOf(byte[] content)
    {
        using var file = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        if (file.NumberOfPages > DocumentLimits.Pages) throw new UnreadableDocumentException(UnreadableReason.TooLarge, $"the file has more than {DocumentLimits.Pages} pages");
        var pages = new List<List<PdfLine>>();
        var letters = 0;
        for (var number = 1; number <= file.NumberOfPages; number++)
        {
            var page = file.GetPage(number);
            letters += page.Letters.Count;
            if (letters > DocumentLimits.Characters) throw new UnreadableDocumentException(UnreadableReason.TooLarge, $"the text is longer than {DocumentLimits.Characters} characters");
            pages.Add(PdfLines.Of(page));
        }

        PageFurniture.Remove(pages);
        var text = new StringBuilder();
        foreach (var paragraph in PdfParagraphs.Of(pages)) text.Append(paragraph).Append('\n');
        return text.ToString();
    }
}
