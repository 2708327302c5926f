using System.IO.Compression;

namespace Directives.Documents;

/// <summary>
/// Looks a PDF file over before a parser is let near it: that it is one, is not encrypted, and that what it packs or nests stays within
/// bounds.
/// </summary>
internal static class PdfGuard
{
    private const int HeaderWithin = 1024;
    private const int MostNesting = 200;

    /// <summary>An LZW stream grows at most about that much.</summary>
    private const int LzwGrowth = 1000;

    public static void Check(byte[] content)
    {
        if (content.AsSpan(0, Math.Min(content.Length, HeaderWithin)).IndexOf("%PDF-"u8) < 0)
        {
            throw new UnreadableDocumentException(UnreadableReason.NotWhatItsNameSays, "the file is not a PDF document");
        }

        long inflated = 0;
        var depth = 0;
        for (var at = 0; at < content.Length;)
        {
            var rest = content.AsSpan(at);
            var stream = rest.IndexOf("stream"u8);
            var plain = stream < 0 ? rest : rest[..stream];
            depth = Nesting(plain, depth);
            if (stream < 0) break;
            var data = at + stream + "stream"u8.Length;
            while (data < content.Length && content[data] is (byte)'\r' or (byte)'\n') data++;
            var length = content.AsSpan(data).IndexOf("endstream"u8);
            if (length < 0) break;
            inflated += InflatedSize(content, data, length, Dictionary(plain), DocumentLimits.InflatedBytes - inflated);
            if (inflated > DocumentLimits.InflatedBytes) throw TooLarge();
            at = data + length + "endstream"u8.Length;
            depth = 0;
        }
    }

    // The dictionary of a stream stands right before it.
    private static ReadOnlySpan<byte> Dictionary(ReadOnlySpan<byte> before)
    {
        var start = before.LastIndexOf("obj"u8);
        return start < 0 ? before : before[start..];
    }

    private static long InflatedSize(byte[] content, int from, int length, ReadOnlySpan<byte> dictionary, long most)
    {
        if (dictionary.IndexOf("LZW"u8) >= 0) return (long)length * LzwGrowth;
        var flate = dictionary.IndexOf("/Fl"u8);
        if (flate < 0) return length;

        // Packed twice: what the first unpacking gives tells nothing of what the second would.
        if (dictionary[(flate + 3)..].IndexOf("/Fl"u8) >= 0) throw TooLarge();
        try
        {
            using var unpacked = new ZLibStream(new MemoryStream(content, from, length, writable: false), CompressionMode.Decompress);
            var buffer = new byte[81920];
            long total = 0;
            int read;
            var isObjects = dictionary.IndexOf("/ObjStm"u8) >= 0;
            var depth = 0;
            while (total <= most && (read = unpacked.Read(buffer, 0, buffer.Length)) > 0)
            {
                total += read;
                if (isObjects) depth = Nesting(buffer.AsSpan(0, read), depth);
            }

            return total;
        }
        catch (Exception bad) when (bad is InvalidDataException or IOException)
        {
            // A stream that is no ZLIB data gives the parser nothing either.
            return length;
        }
    }

    private static int Nesting(ReadOnlySpan<byte> text, int depth)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '[' || (text[i] == '<' && i + 1 < text.Length && text[i + 1] == '<')) depth++;
            else if (text[i] == ']' || (text[i] == '>' && i + 1 < text.Length && text[i + 1] == '>')) depth = Math.Max(0, depth - 1);
            else if (text[i] == 'o' && text[i..].StartsWith("obj"u8)) depth = 0;
            if (depth > MostNesting) throw new UnreadableDocumentException(UnreadableReason.Damaged, "the file nests its parts too deep");
        }

        return depth;
    }

    private static UnreadableDocumentException TooLarge() => new(UnreadableReason.TooLarge, "the file unpacks to too much");
}
