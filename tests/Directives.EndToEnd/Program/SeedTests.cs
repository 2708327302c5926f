using System.Text.Json.Nodes;

namespace Directives.EndToEnd.Program;

/// <summary>The real directive, which is not part of the project: these tests are skipped, and seen to be, where it is absent.</summary>
public sealed class SeedFactAttribute : FactAttribute
{
    public SeedFactAttribute()
    {
        if (SeedTests.Seed is null) Skip = "The seed directive is not beside the checkout.";
    }
}

public sealed class SeedTests
{
    private const string Clock = "2018-11-14T09:00:00+07:00";

    internal static string? Seed { get; } = Find("shared/seeds/000_1408a77c2977c582.txt");

    [SeedFact]
    public async Task Command_read_finds_what_the_directive_assigns_and_not_what_it_reports()
    {
        await using var program = RunningProgram.Idle();

        var (status, output, error) = await program.RunAsync("read", Seed!, "--json");

        Assert.Equal((0, ""), (status, error));
        var tasks = JsonNode.Parse(output)!["tasks"]!.AsArray();
        var staffing = Single(tasks, "khung năng lực");
        Assert.Equal("2018-12-31", (string?)staffing["deadline"]);
        Assert.Equal(["phòng Nội vụ"], Strings(staffing["lead"]));
        Assert.Contains("phòng GD&ĐT", Strings(staffing["coordinating"]));
        Assert.Equal(["Thường trực Quận ủy"], Strings(staffing["reportTo"]));
        Assert.Equal("FREQ=MONTHLY;INTERVAL=3", (string?)Single(tasks, "bố trí lịch làm việc")["recurrence"]);
        Assert.Contains(Single(tasks, "13/13")["target"]!.AsArray(), target => (int)target!["atLeast"]! == 13 && (int?)target["of"] == 13);
        Assert.NotNull(Single(tasks, "song bằng"));
        Assert.NotNull(Single(tasks, "bếp ăn"));
        Assert.DoesNotContain(tasks, task => ((string)task!["text"]!).Contains("đã triển khai tốt", StringComparison.Ordinal));
        Assert.DoesNotContain(tasks, task => ((string)task!["text"]!).Contains("thông báo kết luận của Thường trực", StringComparison.Ordinal));
    }

    [SeedFact]
    public async Task Imported_and_published_it_tells_each_unit_what_it_owes()
    {
        await using var program = RunningProgram.Idle();
        var roster = Path.Combine(Find("tests/Directives.Core.Tests/Data")!, "district-roster.csv");

        Assert.Equal(0, (await program.RunAsync("import", roster, "--at", Clock)).Status);
        var published = await program.RunAsync("import", Seed!, "--publish", "--at", Clock);
        Assert.Equal(0, published.Status);

        async Task<string> Ask(string person, string question) => (await program.RunAsync("chat", "--as", person, "--at", Clock, question)).Output;
        Assert.Contains("31/12/2018", await Ask("Phòng Nội vụ", "tháng 12 có việc gì đến hạn"), StringComparison.Ordinal);
        Assert.Contains("(phối hợp)", await Ask("Phòng GD&ĐT", "tháng 12 có việc gì đến hạn"), StringComparison.Ordinal);
        Assert.Contains("mô hình trường có lớp song bằng", await Ask("Phòng GD&ĐT", "việc lớp song bằng là gì"), StringComparison.Ordinal);
        var school = await Ask("THCS Ái Mộ", "còn việc gì");
        Assert.Contains("THCS Ái Mộ còn", school, StringComparison.Ordinal);
        Assert.DoesNotContain("khung năng lực", school, StringComparison.Ordinal);
        Assert.Contains(
            "Thông báo ngày 17/08/2018: \"yêu cầu các nhà trường lựa chọn đơn vị cung ứng",
            await Ask("THCS Ái Mộ", "việc đơn vị cung ứng căn cứ đâu"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("Rà soát", await Ask("THCS Ái Mộ", "việc 5"), StringComparison.Ordinal);
    }

    private static JsonNode Single(JsonArray tasks, string words) =>
        Assert.Single(tasks, task => ((string)task!["text"]!).Contains(words, StringComparison.OrdinalIgnoreCase))!;

    private static string[] Strings(JsonNode? array) => [.. array!.AsArray().Select(item => (string)item!)];

    // Up from the tests' output: beside the checkout, or in it.
    private static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, path);
            if (File.Exists(found) || Directory.Exists(found)) return found;
        }

        return null;
    }
}
