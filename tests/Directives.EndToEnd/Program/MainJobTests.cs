using System.Text.RegularExpressions;
using Directives.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directives.EndToEnd.Program;

/// <summary>The main job in a real browser, on the sample organisation: asked, reported, undone, summarised, killed, still there.</summary>
[Collection(Browsers.Name)]
public sealed partial class MainJobTests(Browser browser)
{
    [BrowserFact]
    public Task Principal_reports_leader_sees_it_and_a_kill_loses_nothing() => ReportAndKillAsync([]);

    [RequiresAzuriteAndBrowserFact]
    public async Task Principal_reports_leader_sees_it_and_a_kill_loses_nothing_on_tables()
    {
        await using var azurite = new Azurite();
        await azurite.InitializeAsync();
        await ReportAndKillAsync(new() { ["Store__ConnectionString"] = azurite.ConnectionString });
    }

    private async Task ReportAndKillAsync(Dictionary<string, string> settings)
    {
        await using var program = await RunningProgram.StartAsync(settings);
        var page = await browser.Open();
        await page.GotoAsync(program.Address);
        await ChooseAsync(page, "Đinh Thị Mẫu");

        await SayAsync(page, "tuần này có việc gì đến hạn?");
        await Expect(Log(page).GetByText(new Regex(@"Tuần này THCS Hoa Sen có \d+ việc đến hạn\.")).First).ToBeVisibleAsync();
        var due = TaskRow().Match(await Log(page).Last.InnerTextAsync()).Groups["no"].Value;
        Assert.NotEmpty(due);

        await SayAsync(page, $"việc {due} xong rồi");
        await Expect(Log(page).GetByText($"Đã ghi: việc {due} hoàn thành")).ToHaveCountAsync(1);
        await SayAsync(page, "hoàn tác");
        await Expect(Log(page).GetByText(new Regex($"Đã hoàn tác: việc {due} "))).ToHaveCountAsync(1);
        await SayAsync(page, $"viec {due} xong roi nhe");
        await Expect(Log(page).GetByText($"Đã ghi: việc {due} hoàn thành")).ToHaveCountAsync(2);

        var before = await (await LeaderAsync(program)).InnerTextAsync();
        await program.KillAsync();
        await program.RestartAsync();
        Assert.Equal(Figures(before), Figures(await (await LeaderAsync(program)).InnerTextAsync()));

        await SayAsync(page, $"việc {due} xong chưa");
        await Expect(Log(page).GetByText("Rồi ạ.")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task New_tasks_are_told_to_a_principal_unasked()
    {
        await using var program = await RunningProgram.StartAsync(new() { ["Notices__Interval"] = "00:00:01" });
        var page = await browser.Open();
        await page.GotoAsync(program.Address);
        await ChooseAsync(page, "Đinh Thị Mẫu");

        await Expect(Log(page).GetByText(new Regex("Việc mới: việc"))).Not.ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await page.Context.CloseAsync();
    }

    private async Task<ILocator> LeaderAsync(RunningProgram program)
    {
        var page = await browser.Open();
        await page.GotoAsync(program.Address);
        await ChooseAsync(page, "Phan Văn Thử");
        await SayAsync(page, "tổng hợp");
        var summary = Log(page).GetByRole(AriaRole.Article).Last;
        await Expect(summary.GetByText(new Regex("Hoàn thành đúng hạn"))).ToBeVisibleAsync();
        return summary;
    }

    private static string Figures(string summary) => string.Join('\n', Share().Matches(summary).Select(match => match.Value));

    private static ILocator Log(IPage page) => page.GetByRole(AriaRole.Log);

    private static async Task ChooseAsync(IPage page, string person)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = person }).First.ClickAsync();
        await page.Locator("#entry").WaitForAsync();
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("#entry").FillAsync(text);
        await page.Locator("#entry").PressAsync("Enter");
    }

    [GeneratedRegex(@"[Vv]iệc (?<no>\d+): ")]
    private static partial Regex TaskRow();

    [GeneratedRegex(@"\d+/\d+ \(\d+%\)")]
    private static partial Regex Share();
}

/// <summary>A test that needs a browser and the emulator of Azure Tables; skipped, and seen to be, on a machine without one of them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAzuriteAndBrowserFactAttribute : FactAttribute
{
    public RequiresAzuriteAndBrowserFactAttribute() =>
        Skip = Browser.Executable is null ? Browser.Missing : new RequiresAzuriteAttribute().Missing;
}
