namespace Directives.EndToEnd.Program;

/// <summary><c>backup</c> and <c>restore</c> as an operator runs them.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private const int BadInput = 2;

    private static readonly string[] Question = ["chat", "--as", "Đinh Thị Mẫu", "còn việc gì", "--at", "2026-11-25T09:14:00+07:00"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("directives-backup-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Backup_of_the_running_program_restored_elsewhere_answers_the_same()
    {
        await using var program = await RunningProgram.StartAsync();
        Assert.Equal(0, (await program.RunAsync("backup", File("first.gz"))).Status);
        await program.KillAsync();

        await using var other = RunningProgram.Idle();
        Assert.Equal(0, (await other.RunAsync("restore", File("first.gz"))).Status);
        Assert.Equal(0, (await other.RunAsync("backup", File("second.gz"))).Status);

        Assert.Equal(await System.IO.File.ReadAllBytesAsync(File("first.gz")), await System.IO.File.ReadAllBytesAsync(File("second.gz")));
        Assert.Equal(await AskAsync(program), await AskAsync(other));
        await other.RestartAsync();
    }

    [Fact]
    public async Task Restore_over_something_needs_to_be_told()
    {
        await using var program = await RunningProgram.StartAsync();
        await program.RunAsync("backup", File("full.gz"));
        await program.KillAsync();
        await using var empty = RunningProgram.Idle();
        await empty.RunAsync("backup", File("empty.gz"));

        var refused = await program.RunAsync("restore", File("empty.gz"));
        Assert.Equal(BadInput, refused.Status);
        Assert.Contains("--replace", refused.Error, StringComparison.Ordinal);
        await AskAsync(program);

        Assert.Equal(0, (await program.RunAsync("restore", File("empty.gz"), "--replace")).Status);
        Assert.Equal(BadInput, (await program.RunAsync(Question)).Status);
    }

    [Fact]
    public async Task File_that_is_cut_off_and_a_place_that_is_not_there_are_told_in_one_line_and_leave_nothing()
    {
        await using var program = RunningProgram.Idle();
        await program.RunAsync("backup", File("whole.gz"));
        await System.IO.File.WriteAllBytesAsync(File("cut.gz"), (await System.IO.File.ReadAllBytesAsync(File("whole.gz")))[..^20]);

        foreach (var arguments in new[] { new[] { "restore", File("cut.gz") }, ["restore", File("none.gz")], ["backup", File("no/folder.gz")] })
        {
            var (status, output, error) = await program.RunAsync(arguments);
            Assert.Equal(BadInput, status);
            Assert.Empty(output);
            Assert.Single(error.TrimEnd().Split('\n'));
        }

        Assert.Equal([File("cut.gz"), File("whole.gz")], Directory.GetFiles(folder.FullName).Order(StringComparer.Ordinal));
    }

    private static async Task<string> AskAsync(RunningProgram program)
    {
        var (status, answer, _) = await program.RunAsync(Question);
        Assert.Equal(0, status);
        Assert.Contains("việc", answer, StringComparison.Ordinal);
        return answer;
    }

    private string File(string name) => Path.Combine(folder.FullName, name);
}
