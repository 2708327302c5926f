using System.Globalization;
using System.Text;

namespace Directives.Documents.Tests;

/// <summary>
/// Writes .pdf files for tests: text at places on pages, in a font that is not embedded and maps every code to the character of the same number.
/// Every character is half as wide as it is high, combining marks have no width.
/// </summary>
internal sealed class PdfFile
{
    public const double Width = 595;
    public const double Height = 842;

    private readonly List<StringBuilder> _pages = [];

    public PdfFile Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    public PdfFile Text(double x, double fromTop, string text, double size = 12)
    {
        if (text.Length == 0) return this;
        var codes = string.Concat(text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)));
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {x} {Height - fromTop} Td <{codes}> Tj ET\n");
        return this;
    }

    /// <summary>A line, as between the cells of a table. Heights count from the top.</summary>
    public PdfFile Line(double x, double fromTop, double toX, double toFromTop)
    {
        _pages[^1].Append(CultureInfo.InvariantCulture, $"0.5 w {x} {Height - fromTop} m {toX} {Height - toFromTop} l S\n");
        return this;
    }

    /// <summary>A picture of a page, without text.</summary>
    public PdfFile Scan()
    {
        _pages[^1].Append("0.9 g 50 50 400 600 re f\n");
        return this;
    }

    public byte[] ToBytes(string trailer = "")
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, i) => $"{7 + (2 * i)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [768 879 0] /FontDescriptor 5 0 R >>",
            "<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
            Stream("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                + "1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end"),
        };
        for (var i = 0; i < _pages.Count; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Width} {Height}] /Resources << /Font << /F1 3 0 R >> >> /Contents {8 + (2 * i)} 0 R >>");
            objects.Add(Stream(_pages[i].ToString()));
        }

        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";
}
