namespace Directives.EndToEnd.Program;

/// <summary><c>export</c> and <c>import</c> of a sheet of tasks, as an operator runs them.</summary>
public sealed class ExportCommandTests : IDisposable
{
    private const int BadInput = 2;

    private const string Letter = """
        ĐẢNG ỦY PHƯỜNG SÔNG MÂY
        Số: 88-TB/ĐU
        Sông Mây, ngày 20 tháng 11 năm 2026
        THÔNG BÁO
        Kết luận về nhiệm vụ cuối năm
        1. THCS Hoa Sen nộp kế hoạch trước ngày 15/12/2026.
        2. Hằng tháng, các trường báo cáo trước ngày 25.
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("directives-export-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Draft_exported_here_is_imported_elsewhere_and_assigned_and_then_no_longer_changed()
    {
        await using var here = RunningProgram.Idle();
        await System.IO.File.WriteAllTextAsync(File("thong-bao.txt"), Letter);
        Assert.Equal(0, (await here.RunAsync("import", File("thong-bao.txt"))).Status);

        var exported = await here.RunAsync("export", "--draft", "88", File("bang.xlsx"));
        Assert.Equal(0, exported.Status);
        Assert.Contains("Đã ghi 2 việc của dự thảo Thông báo 88-TB/ĐU", exported.Output, StringComparison.Ordinal);
        Assert.Contains("không có gì thay đổi", (await here.RunAsync("import", File("bang.xlsx"))).Output, StringComparison.Ordinal);

        await using var elsewhere = await RunningProgram.StartAsync();
        Assert.Contains("Sẽ lập dự thảo", (await elsewhere.RunAsync("import", File("bang.xlsx"), "--dry-run")).Output, StringComparison.Ordinal);
        Assert.Contains("Đã giao 2 việc", (await elsewhere.RunAsync("import", File("bang.xlsx"), "--publish")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await elsewhere.RunAsync("export", "88", File("da-giao.xlsx"))).Status);

        var refused = await elsewhere.RunAsync("import", File("bang.xlsx"));
        Assert.Equal(BadInput, refused.Status);
        Assert.Contains("đã giao cho các đơn vị", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_of_a_period_is_written_as_a_sheet_and_as_a_letter()
    {
        await using var program = await RunningProgram.StartAsync();
        Assert.Equal(0, (await program.RunAsync("export", "--report", "năm nay", File("bao-cao.xlsx"))).Status);
        var letter = await program.RunAsync("export", "--report", "năm nay", File("bao-cao.docx"));

        Assert.Equal(0, letter.Status);
        Assert.Matches("^Đã ghi báo cáo [0-9]+ việc của [0-9]+ đơn vị vào ", letter.Output);
        // Both are zip files.
        Assert.All(new[] { "bao-cao.xlsx", "bao-cao.docx" }, name => Assert.Equal("PK"u8.ToArray(), System.IO.File.ReadAllBytes(File(name))[..2]));

        foreach (var arguments in new[]
        {
            new[] { "export", "--report", "năm nay", File("bao-cao.docx") },
            ["export", "--report", "năm nay", File("bao-cao.pdf")],
            ["export", "--report", "bếp ăn", File("khac.xlsx")],
            ["export", "--report", "1999-01", File("khac.xlsx")],
            ["export", "--report", "năm nay", "--empty", File("khac.xlsx")],
        })
        {
            var refused = await program.RunAsync(arguments);
            Assert.Equal((BadInput, 1), (refused.Status, refused.Error.TrimEnd().Split('\n').Length));
        }

        Assert.False(System.IO.File.Exists(File("khac.xlsx")));
    }

    [Fact]
    public async Task File_that_is_there_a_directive_that_is_not_and_an_empty_sheet_are_told_in_one_line()
    {
        await using var program = RunningProgram.Idle();
        Assert.Equal(0, (await program.RunAsync("export", "--empty", File("mau.xlsx"))).Status);

        foreach (var arguments in new[]
        {
            new[] { "export", "--empty", File("mau.xlsx") },
            ["export", "99", File("x.xlsx")],
            ["export", File("x.xlsx")],
            ["export", "--empty", File("x.docx")],
            ["export", "--empty", File("no/folder.xlsx")],
        })
        {
            var (status, output, error) = await program.RunAsync(arguments);
            Assert.Equal(BadInput, status);
            Assert.Empty(output);
            Assert.Single(error.TrimEnd().Split('\n'));
        }

        var empty = await program.RunAsync("import", File("mau.xlsx"));
        Assert.Equal(BadInput, empty.Status);
        Assert.Contains("Nhiệm vụ, dòng 6: dưới dòng tiêu đề chưa có việc nào.", empty.Error, StringComparison.Ordinal);
        Assert.Equal([File("mau.xlsx")], Directory.GetFiles(folder.FullName));
    }

    private string File(string name) => Path.Combine(folder.FullName, name);
}
