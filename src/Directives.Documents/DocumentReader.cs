using Directives.Language.Prose;

namespace Directives.Documents;

/// <summary>The text of a directive out of a file: .txt, .md, .docx, .pdf with a text layer or an .xlsx annex.</summary>
public static class DocumentReader
{
    /// <exception cref="UnreadableDocumentException">The file cannot be read. Nothing else is thrown, whatever the file holds.</exception>
    public static DocumentText Read(Stream stream, string fileName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(FileContent.ReadAll(stream), fileName);
    }

    /// <inheritdoc cref="Read(Stream, string)"/>
    public static DocumentText Read(byte[] content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        FileContent.CheckSize(content);
        var document = FileContent.ExtensionOf(fileName) switch
        {
            ".txt" or ".md" => PlainTextReader.Read(TextDecoder.Decode(content)),
            ".docx" => WordReader.Read(content),
            ".xlsx" => AnnexReader.Read(content),
            ".pdf" => PdfReader.Read(content),
            ".doc" => throw new UnreadableDocumentException(
                UnreadableReason.UnsupportedKind, ".doc files of Word 97-2003 are not read: save the paper as .docx"),
            var other => throw new UnreadableDocumentException(
                UnreadableReason.UnsupportedKind, $"{(other.Length == 0 ? "a file without an extension" : other)} cannot be read: use .docx, .pdf, .txt, .md or .xlsx"),
        };
        if (string.IsNullOrWhiteSpace(document.Text)) throw new UnreadableDocumentException(UnreadableReason.NoText, "the file holds no text: is it a scan?");
        SecrecyStamp.Refuse(document);
        return document;
    }
}
