namespace Directives.Documents;

/// <summary>The bytes of a file that has been found not to be empty or too large.</summary>
internal static class FileContent
{
    public static byte[] ReadAll(Stream stream)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > DocumentLimits.FileBytes) throw TooLarge();
        }

        var content = kept.ToArray();
        CheckSize(content);
        return content;
    }

    public static void CheckSize(byte[] content)
    {
        if (content.Length == 0) throw new UnreadableDocumentException(UnreadableReason.Empty, "the file is empty");
        if (content.Length > DocumentLimits.FileBytes) throw TooLarge();
    }

    public static string ExtensionOf(string fileName) => Path.GetExtension(fileName).ToLowerInvariant();

    private static UnreadableDocumentException TooLarge() =>
        new(UnreadableReason.TooLarge, $"the file is larger than {DocumentLimits.FileBytes / 1024 / 1024} MB");
}
