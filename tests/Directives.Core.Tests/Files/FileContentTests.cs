using System.IO.Compression;
using System.Text;

namespace Directives.Core.Tests.Files;

public sealed class FileContentTests
{
    [Theory]
    [InlineData(FileKind.Pdf, "255044462d312e37")]
    [InlineData(FileKind.Pdf, "0a0a255044462d312e37")]
    [InlineData(FileKind.Jpg, "ffd8ffe000104a464946")]
    [InlineData(FileKind.Png, "89504e470d0a1a0a0000000d")]
    [InlineData(FileKind.Heic, "00000018667479706865696300000000")]
    [InlineData(FileKind.Heic, "00000018667479706d69663100000000")]
    [InlineData(FileKind.Txt, "42c3a16f2063c3a16f0d0a")]
    [InlineData(null, "")]
    [InlineData(null, "4d5a90000300000004000000")]
    [InlineData(null, "7f454c4602010100")]
    [InlineData(null, "d0cf11e0a1b11ae1")]
    [InlineData(null, "4749463839610100")]
    [InlineData(null, "0000001866747970617669660000")]
    [InlineData(null, "504b0304")]
    [InlineData(null, "ff")]
    public void Kind_is_told_by_the_first_bytes(FileKind? kind, string hex) => Assert.Equal(kind, FileContent.KindOf(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("<html><script>")]
    [InlineData("\ufeff  <svg>")]
    [InlineData("#!/bin/sh")]
    [InlineData("a\0b")]
    [InlineData("  \n")]
    public void Text_that_a_program_would_run_or_that_is_none_is_refused(string text) => Assert.Null(FileContent.KindOf(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(FileKind.Docx, "[Content_Types].xml", "word/document.xml")]
    [InlineData(FileKind.Xlsx, "[Content_Types].xml", "xl/workbook.xml")]
    [InlineData(null, "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")]
    [InlineData(null, "[Content_Types].xml", "ppt/presentation.xml")]
    [InlineData(null, "word/document.xml")]
    [InlineData(null, "a.exe")]
    public void Kind_of_an_office_file_is_told_by_what_is_in_it(FileKind? kind, params string[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries) zip.CreateEntry(entry);
        }

        Assert.Equal(kind, FileContent.KindOf(file.ToArray()));
    }

    [Theory]
    [InlineData("ảnh bếp.jpg", "ảnh bếp.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\tạm\\bien ban.pdf", "bien ban.pdf")]
    [InlineData("a\u202egpj.exe", "agpj.exe")]
    [InlineData("a\r\nb\u2028\"c\".txt", "abc.txt")]
    [InlineData("", "?")]
    [InlineData("/", "?")]
    public void Name_is_shown_without_what_would_mislead(string name, string shown) => Assert.Equal(shown, FileName.Shown(name));

    // xunit would mend the half pair on its way into a theory.
    [Fact]
    public void Name_with_half_a_surrogate_pair_can_be_stored() => Assert.Equal("\ufffd.png", FileName.Shown("\ud800.png"));

    [Fact]
    public void Long_name_keeps_its_end()
    {
        var shown = FileName.Shown(new string('ế', 400) + ".docx");
        Assert.Equal(80, shown.Length);
        Assert.EndsWith("….docx", shown, StringComparison.Ordinal);
    }
}
