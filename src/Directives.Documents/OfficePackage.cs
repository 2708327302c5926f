using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Directives.Documents;

internal enum OfficeKind
{
    Word,
    Excel,
}

/// <summary>
/// Looks an Office file over before a parser is let near it: that it is a whole zip package of the expected kind, and that no part of it
/// is a bomb of size, number, depth or entities.
/// </summary>
internal static class OfficePackage
{
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static void Check(byte[] content, OfficeKind expected)
    {
        if (content.AsSpan().StartsWith(CompoundFile)) throw Compound(content);
        if (content.Length < 4 || BinaryPrimitives.ReadUInt32LittleEndian(content) != 0x04034B50)
        {
            // A truncated package still begins with its first entry; anything else is no package at all.
            throw new UnreadableDocumentException(UnreadableReason.NotWhatItsNameSays, "the file is not an Office document");
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            CheckKind(zip, expected);
            CheckParts(zip);
        }
        catch (Exception bad) when (IsParserFailure(bad))
        {
            throw new UnreadableDocumentException(UnreadableReason.Damaged, "the file is damaged", bad);
        }
    }

    /// <summary>Whether this is what the package, XML or Open XML parsers throw on a file that is not as it should be.</summary>
    public static bool IsParserFailure(Exception failure) => failure is XmlException or OpenXmlPackageException or InvalidDataException
        or IOException or ArgumentException or InvalidOperationException or FormatException or KeyNotFoundException
        or NullReferenceException or InvalidCastException or OverflowException or NotSupportedException or IndexOutOfRangeException;

    private static UnreadableDocumentException Compound(byte[] content) =>
        content.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? new(UnreadableReason.Encrypted, "the file is protected by a password")
            : new(UnreadableReason.UnsupportedKind, "the file is in the format of Office 97-2003: save it as .docx or .xlsx");

    private static void CheckKind(ZipArchive zip, OfficeKind expected)
    {
        var types = zip.GetEntry("[Content_Types].xml")
            ?? throw new UnreadableDocumentException(UnreadableReason.NotWhatItsNameSays, "the file is a zip archive, not an Office document");
        using var inflated = new CountingStream(types.Open(), DocumentLimits.InflatedBytes);
        using var reader = new StreamReader(inflated, Encoding.UTF8);
        var text = reader.ReadToEnd();
        var word = text.Contains("wordprocessingml.document.main", StringComparison.Ordinal);
        var excel = text.Contains("spreadsheetml.sheet.main", StringComparison.Ordinal);
        if (text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || zip.Entries.Any(IsMacroPart))
        {
            throw new UnreadableDocumentException(UnreadableReason.Macros, "the file contains macros: save it without them, as .docx or .xlsx");
        }

        if (expected == OfficeKind.Word ? word : excel) return;
        throw new UnreadableDocumentException(
            word || excel ? UnreadableReason.NotWhatItsNameSays : UnreadableReason.Damaged,
            expected == OfficeKind.Word ? "the file is not a Word document" : "the file is not an Excel workbook");
    }

    private static bool IsMacroPart(ZipArchiveEntry entry) => entry.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase);

    private static void CheckParts(ZipArchive zip)
    {
        if (zip.Entries.Count > DocumentLimits.PackageEntries) throw TooLarge();
        var left = (long)DocumentLimits.InflatedBytes;
        foreach (var entry in zip.Entries)
        {
            using var inflated = new CountingStream(entry.Open(), left);
            if (IsXml(entry.FullName)) CheckXml(inflated);
            inflated.CopyTo(Stream.Null);
            left -= inflated.Count;
        }
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static void CheckXml(Stream part)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false };
        using var reader = XmlReader.Create(part, settings);
        var elements = 0;
        long characters = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && (++elements > DocumentLimits.XmlElements || reader.Depth > DocumentLimits.XmlDepth))
            {
                throw TooLarge();
            }

            if (reader.NodeType == XmlNodeType.Text) characters += reader.Value.Length;
            if (characters > 4L * DocumentLimits.Characters) throw TooLarge();
        }
    }

    private static UnreadableDocumentException TooLarge() => new(UnreadableReason.TooLarge, "the file is too large when unpacked");

    /// <summary>Reads on only while the budget lasts.</summary>
    private sealed class CountingStream(Stream inner, long budget) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            if (Count > budget) throw TooLarge();
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
