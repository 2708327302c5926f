namespace Directives.EndToEnd.Program;

/// <summary><c>import --publish</c> of papers whose tasks, or whose earlier papers, are not known here.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const int BadInput = 2;

    private const string Head = """
        ĐẢNG ỦY PHƯỜNG SÔNG MÂY
        Số: 71-TB/ĐU
        Sông Mây, ngày 20 tháng 11 năm 2026
        THÔNG BÁO

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("directives-import-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Task_that_nobody_does_is_said_and_stays_a_draft_while_the_rest_is_assigned()
    {
        await using var program = await RunningProgram.StartAsync();
        var paper = await WriteAsync(Head + "Kết luận\n1. Công an xã Bình Vắng báo cáo an ninh trước ngày 15/12/2030.\n2. THCS Hoa Sen nộp kế hoạch trước ngày 20/12/2030.");

        var (status, output, _) = await program.RunAsync("import", paper, "--publish");

        Assert.Equal(0, status);
        Assert.Contains("chưa rõ đơn vị nào làm (chưa khớp danh bạ: Công an xã Bình Vắng): để lại ở bản nháp.", output, StringComparison.Ordinal);
        Assert.Contains("Đã giao 1 việc của Thông báo 71-TB/ĐU, số ", output, StringComparison.Ordinal);

        var again = await program.RunAsync("import", paper, "--publish");
        Assert.Equal(BadInput, again.Status);
        Assert.Contains("chưa việc nào có đơn vị làm trong danh bạ", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_that_repeals_what_is_not_here_is_not_taken_for_published()
    {
        await using var program = RunningProgram.Idle();
        var paper = await WriteAsync(Head + "Về việc bãi bỏ văn bản\nThông báo này bãi bỏ Thông báo số 99-TB/ĐU ngày 16/11/2026.");

        for (var time = 1; time <= 2; time++)
        {
            var (status, output, error) = await program.RunAsync("import", paper, "--publish");

            Assert.Equal(BadInput, status);
            Assert.Contains("nhắc Thông báo 99-TB/ĐU, chưa có văn bản đó", output, StringComparison.Ordinal);
            Assert.Contains("Văn bản vẫn là nháp.", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Template_is_read_as_it_is_imported()
    {
        await using var program = RunningProgram.Idle();
        var paper = await WriteAsync(Head + "Kết luận\n1. THCS Hoa Sen nộp kế hoạch trước ngày 20/12/2030.");
        var sheet = Path.Combine(folder.FullName, "bang.xlsx");
        await program.RunAsync("import", paper);
        Assert.Equal(0, (await program.RunAsync("export", "--draft", "71", sheet)).Status);

        var (status, output, _) = await program.RunAsync("read", sheet);

        Assert.Equal(0, status);
        Assert.Contains("THCS Hoa Sen", output, StringComparison.Ordinal);
        Assert.Contains("hạn 20/12/2030", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Cách điền", output, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> WriteAsync(string text)
    {
        var path = Path.Combine(folder.FullName, "van-ban.txt");
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
