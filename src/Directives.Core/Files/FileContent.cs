using System.IO.Compression;
using System.Text;

namespace Directives.Core;

/// <summary>What a file is, by its content: its name is a person's word and may be wrong.</summary>
public static class FileContent
{
    // The header may stand a little way into a PDF that a scanner or a mail program wrote.
    private const int PdfHeaderWithin = 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null for anything that may not be evidence.</returns>
    public static FileKind? KindOf(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return FileKind.Png;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff])) return FileKind.Jpg;
        if (IsHeic(bytes)) return FileKind.Heic;
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return OfficeKind(content);
        if (bytes[..Math.Min(bytes.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0) return FileKind.Pdf;
        return IsPlainText(bytes) ? FileKind.Txt : null;
    }

    private static bool IsHeic(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || !bytes[4..8].SequenceEqual("ftyp"u8)) return false;
        var brand = bytes[8..12];
        return brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8)
            || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);
    }

    private static FileKind? OfficeKind(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            // With macros it is a program as well.
            if (package.GetEntry("[Content_Types].xml") is null || package.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            return package.GetEntry("word/document.xml") is not null ? FileKind.Docx : package.GetEntry("xl/workbook.xml") is not null ? FileKind.Xlsx : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // A page or a script is text as well, but one that a program may run.
    private static bool IsPlainText(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = StrictUtf8.GetString(bytes).TrimStart('\ufeff', ' ', '\t', '\r', '\n');
            return text.Length > 0 && text[0] != '<' && !text.StartsWith("#!", StringComparison.Ordinal)
                && !text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n' or '\f'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
