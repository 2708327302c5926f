using System.Text.Json;

namespace Directives.EndToEnd.Program;

/// <summary><c>understand --unread</c> as an operator runs it.</summary>
public sealed class UnreadCommandTests
{
    private const int BadInput = 2;

    [Fact]
    public async Task What_was_not_understood_is_listed_while_the_program_runs()
    {
        await using var program = await RunningProgram.StartAsync();
        Assert.StartsWith("Không có tin nào", (await program.RunAsync("understand", "--unread")).Output, StringComparison.Ordinal);
        foreach (var (person, words) in new[] { ("Đinh Thị Mẫu", "may con meo leo cay"), ("Vũ Thị Nháp", "mấy con mèo leo cây"), ("Vũ Thị Nháp", "số em 0912345678") })
        {
            Assert.Equal(0, (await program.RunAsync("chat", "--as", person, words)).Status);
        }

        var (status, table, _) = await program.RunAsync("understand", "--unread");
        Assert.Equal(0, status);
        var lines = table.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Matches(@"^ +2 +2  \d\d/\d\d/\d{4}  mấy con mèo leo cây$", lines[1].TrimEnd());
        Assert.EndsWith("số em <số>", lines[2].TrimEnd(), StringComparison.Ordinal);

        using var json = JsonDocument.Parse((await program.RunAsync("understand", "--unread", "--json")).Output);
        Assert.Equal(2, json.RootElement.GetProperty("commonest")[0].GetProperty("senders").GetInt32());

        Assert.Empty(JsonDocument.Parse((await program.RunAsync("understand", "--unread", "--json", "--since", "2999-01-01")).Output)
            .RootElement.GetProperty("commonest").EnumerateArray());
    }

    [Theory]
    [InlineData("understand", "--unread", "--since", "hôm qua")]
    [InlineData("understand", "--unread", "việc 3 xong rồi")]
    [InlineData("understand", "việc 3 xong rồi", "--since", "2026-11-25")]
    public async Task Options_that_do_not_go_together_are_told_in_one_line(params string[] arguments)
    {
        await using var program = RunningProgram.Idle();

        var (status, output, error) = await program.RunAsync(arguments);

        Assert.Equal((BadInput, ""), (status, output));
        Assert.Single(error.TrimEnd().Split('\n'));
    }
}
