using System.IO.Compression;
using System.Text;

namespace Directives.Documents.Tests;

/// <summary>Files that are not to be read, each with the reason it is refused for.</summary>
internal static class BadFiles
{
    private static readonly byte[] _compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // Made when needed: as theory data, twenty megabytes of zeros would be written into the test's name.
    internal static readonly IReadOnlyDictionary<string, (Func<byte[]> Content, UnreadableReason Reason)> All = new Dictionary<string, (Func<byte[]> Content, UnreadableReason Reason)>
    {
        ["rong.txt"] = (() => [], UnreadableReason.Empty),
        ["trang.txt"] = (() => Encoding.UTF8.GetBytes(" \n\t\n"), UnreadableReason.Empty),
        ["gia.txt"] = (() => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], UnreadableReason.NotWhatItsNameSays),
        ["gia-2.txt"] = (() => Encoding.UTF8.GetBytes("%PDF-1.7\n…"), UnreadableReason.NotWhatItsNameSays),
        ["gia.docx"] = (() => Encoding.UTF8.GetBytes("Đây là văn bản thường."), UnreadableReason.NotWhatItsNameSays),
        ["nen.docx"] = (() => Zip(("a.txt", "abc")), UnreadableReason.NotWhatItsNameSays),
        ["bang.docx"] = (() => SheetFile.Of("A", [["x"]]), UnreadableReason.NotWhatItsNameSays),
        ["chu.xlsx"] = (() => new WordFile().Paragraph("x").ToBytes(), UnreadableReason.NotWhatItsNameSays),
        ["cut.docx"] = (() => new WordFile().Paragraph("Giao Phòng A").ToBytes()[..600], UnreadableReason.Damaged),
        ["khoa.docx"] = (() => [.. _compound, .. new byte[500], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]], UnreadableReason.Encrypted),
        ["cu.docx"] = (() => [.. _compound, .. new byte[500]], UnreadableReason.UnsupportedKind),
        ["cu.doc"] = (() => [.. _compound, .. new byte[500]], UnreadableReason.UnsupportedKind),
        ["trang.docx"] = (() => new WordFile().Paragraph("").ToBytes(), UnreadableReason.NoText),
        ["cut.pdf"] = (() => Encoding.UTF8.GetBytes("%PDF-1.7"), UnreadableReason.Damaged),
        ["chu.pdf"] = (() => Encoding.UTF8.GetBytes("Không phải PDF"), UnreadableReason.NotWhatItsNameSays),
        ["scan.pdf"] = (() => new PdfFile().Page().Scan().ToBytes(), UnreadableReason.NoText),
        ["mat-khau.pdf"] = (() => new PdfFile().Page().Text(80, 80, "Kế hoạch").ToBytes(Locked), UnreadableReason.Encrypted),
        ["sau.pdf"] = (() => Encoding.Latin1.GetBytes("%PDF-1.7\n1 0 obj\n" + new string('[', 100_000) + "\nendobj\n"), UnreadableReason.Damaged),
        ["bom.pdf"] = (() => PackedPdf(DocumentLimits.InflatedBytes + 1), UnreadableReason.TooLarge),
        ["mat.pdf"] = (() => new PdfFile().Page().Text(80, 80, "UBND PHƯỜNG SÔNG MÂY").Text(80, 100, "MẬT").Text(80, 130, "Kế hoạch").ToBytes(), UnreadableReason.Secret),
        ["anh.png"] = (() => [1, 2, 3], UnreadableReason.UnsupportedKind),
        ["khong-duoi"] = (() => [1, 2, 3], UnreadableReason.UnsupportedKind),
        ["to.txt"] = (() => new byte[DocumentLimits.FileBytes + 1], UnreadableReason.TooLarge),
        ["dai.txt"] = (() => Encoding.UTF8.GetBytes(new string('a', DocumentLimits.Characters + 1)), UnreadableReason.TooLarge),
        ["bom.docx"] = (() => Bomb(), UnreadableReason.TooLarge),
        ["sau.docx"] = (() => Deep(), UnreadableReason.TooLarge),
        ["thuc-the.docx"] = (() => Entity(), UnreadableReason.Damaged),
        ["macro.docx"] = (() => Zip(("[Content_Types].xml", WordTypes.Replace("openxmlformats-officedocument.wordprocessingml.document.main", "ms-word.document.macroEnabled.main", StringComparison.Ordinal)), ("word/document.xml", "<a/>")), UnreadableReason.Macros),
        ["macro-2.docx"] = (() => Zip(("[Content_Types].xml", WordTypes), ("word/document.xml", "<a/>"), ("word/vbaProject.bin", "x")), UnreadableReason.Macros),
        ["khong-tieu-de.xlsx"] = (() => SheetFile.Of("A", Rows(20)), UnreadableReason.NoHeader),
        ["nghin-dong.xlsx"] = (() => SheetFile.Of("A", [["STT", "Nội dung", "Chủ trì", "Thời hạn"], .. Rows(5_000)]), UnreadableReason.TooLarge),
        ["mat.txt"] = (() => Encoding.UTF8.GetBytes("UBND TỈNH\nMẬT\nSố: 1/KH-UBND\nGiao Phòng A"), UnreadableReason.Secret),
        ["toi-mat.docx"] = (() => new WordFile().Table(["UBND TỈNH\nTỐI MẬT", "CỘNG HÒA"]).Paragraph("Giao Phòng A").ToBytes(), UnreadableReason.Secret),
    };

    private const string Locked = "/Encrypt << /Filter /Standard /V 1 /R 2 /O (abcdefghijklmnopqrstuvwxyzabcdef) /U (abcdefghijklmnopqrstuvwxyzabcdef) /P -4 >> /ID [<01020304> <01020304>]";

    private const string WordTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """;

    private static string[][] Rows(int count) => [.. Enumerable.Range(1, count).Select(row => new[] { $"{row}", $"Rà soát nội dung {row}", "Phòng Nội vụ", "30/12/2026" })];

    private static byte[] PackedPdf(int size)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var blanks = new byte[1 << 20];
            for (var left = size; left > 0; left -= blanks.Length) zlib.Write(blanks, 0, Math.Min(left, blanks.Length));
        }

        return [.. Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"), .. packed.ToArray(), .. "\nendstream\nendobj\n"u8];
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open()) types.Write(Encoding.UTF8.GetBytes(WordTypes));
            using var entry = zip.CreateEntry("word/media/image1.bmp").Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i <= DocumentLimits.InflatedBytes / block.Length; i++) entry.Write(block);
        }

        return stream.ToArray();
    }

    private static byte[] Deep() => Zip(
        ("[Content_Types].xml", WordTypes),
        ("word/document.xml", string.Concat(Enumerable.Repeat("<a>", 50_000)) + string.Concat(Enumerable.Repeat("</a>", 50_000))));

    private static byte[] Entity() => Zip(
        ("[Content_Types].xml", WordTypes),
        ("word/document.xml", "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><d>&e;</d>"));
}
