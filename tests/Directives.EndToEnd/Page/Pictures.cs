using Microsoft.Playwright;
using static Directives.EndToEnd.Page.FakeBot;

namespace Directives.EndToEnd.Page;

/// <summary>
/// What the page looks like in the sizes and themes it is made for. PAGE_PICTURES names a folder to keep the pictures in for looking at;
/// without it the tests still see that nothing reaches beyond the sides.
/// </summary>
[Collection(Browsers.Name)]
public sealed class Pictures(Browser browser)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PAGE_PICTURES");

    [BrowserTheory]
    [InlineData("phone", 360, 740, ColorScheme.Light)]
    [InlineData("phone", 360, 740, ColorScheme.Dark)]
    [InlineData("narrow", 320, 640, ColorScheme.Light)]
    [InlineData("zoomed", 640, 400, ColorScheme.Light)]
    [InlineData("desktop", 1280, 800, ColorScheme.Light)]
    [InlineData("desktop", 1280, 800, ColorScheme.Dark)]
    public async Task Page_in_any_size_and_theme_fits_between_its_sides(string name, int width, int height, ColorScheme theme)
    {
        await using var bot = await Start();
        var question = Text("Có 2 việc khớp \"kiem ke\", cô chọn việc nào ạ?\nviệc 9: Kiểm kê thiết bị, thứ Ba 15/12/2026\nviệc 5: Kiểm kê tài sản công, thứ Năm 31/12/2026");
        question["suggestedActions"] = System.Text.Json.Nodes.JsonNode.Parse(
            """{"actions":[{"type":"imBack","title":"việc 9","value":"9"},{"type":"imBack","title":"việc 5","value":"5"}]}""");
        bot.Knows(
            ("tuần này trường em có việc gì đến hạn", [Card(Samples.TaskList)]),
            ("bao cao kiem ke xong roi", [question]),
            ("Xem tổng hợp", [Card(Samples.Summary)]),
            ("Xem đề nghị", [Card(Samples.Request)]));
        var page = await browser.Open(options =>
        {
            options.ViewportSize = new ViewportSize { Width = width, Height = height };
            options.ColorScheme = theme;
        });

        await page.GotoAsync(bot.Address);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Bạn là ai?" }).WaitForAsync();
        await Keep("1-chooser");

        await page.GetByRole(AriaRole.Button, new() { Name = "Đinh Thị Mẫu" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem việc đến hạn" }).WaitForAsync();
        await Keep("2-empty");

        await Write("tuần này trường em có việc gì đến hạn");
        await page.GetByText("Tuần này: 2 việc đến hạn").WaitForAsync();
        await Keep("3-tasks");
        await Write("bao cao kiem ke xong roi");
        await page.GetByRole(AriaRole.Button, new() { Name = "việc 5" }).WaitForAsync();
        await Keep("4-question");

        await page.GetByRole(AriaRole.Button, new() { Name = "Đinh Thị Mẫu" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Phan Văn Thử" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem tổng hợp" }).ClickAsync();
        await page.GetByText("72/120").WaitForAsync();
        await Keep("5-summary");
        await Write("Xem đề nghị");
        await page.GetByRole(AriaRole.Button, new() { Name = "Không duyệt" }).ClickAsync();
        await Keep("6-request");

        await page.GetByRole(AriaRole.Log).EvaluateAsync("log => new Promise(done => { log.scrollTop = 0; requestAnimationFrame(() => requestAnimationFrame(done)); })");
        await bot.Notify("phan-van-thu", Text("Tuần 16–22/11/2026: xong 14 việc (2 quá hạn)."));
        await page.GetByText("Tuần 16–22/11/2026").WaitForAsync();
        await Keep("7-news");

        await page.Context.RouteAsync("**/*", route => route.AbortAsync());
        await Write("duyệt Hoa Sen");
        await page.GetByText("Mất kết nối, tin chưa gửi được giữ lại.").WaitForAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "kế hoạch kiểm tra bếp ăn.docx", MimeType = "", Buffer = new byte[54_000] });
        await Keep("8-offline");

        async Task Write(string text)
        {
            await page.GetByRole(AriaRole.Textbox, new() { Name = "Nhắn cho trợ lý" }).FillAsync(text);
            await page.Keyboard.PressAsync("Enter");
        }

        async Task Keep(string moment)
        {
            if (Folder is not null)
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}-{theme}-{moment}.png"), Animations = ScreenshotAnimations.Disabled });
            var beyond = await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.hidden')).map(e => e.outerHTML)");
            Assert.Empty(beyond);
            Assert.Equal(0, await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - innerWidth"));
        }
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Each_kind_of_card_on_a_phone_fits_between_its_sides_and_can_be_pressed(ColorScheme theme)
    {
        await using var bot = await Start();
        bot.Knows([.. CardSamples.All.Select(sample => (sample.Name, new[] { Card(sample.Card) }))]);
        await using var talk = await Talk.AsPrincipal(browser, bot, options =>
        {
            options.ViewportSize = new ViewportSize { Width = 360, Height = 740 };
            options.ColorScheme = theme;
        });
        foreach (var ((name, _), i) in CardSamples.All.Select((sample, i) => (sample, i)))
        {
            await talk.Write(name);
            var card = talk.Log.Locator(".card").Nth(i);
            await card.Locator("button").First.WaitForAsync();
            if (Folder is not null) await card.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"card-{theme}-{name}.png"), Animations = ScreenshotAnimations.Disabled });
            Assert.Empty(await card.EvaluateAsync<string[]>(
                "card => [...card.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > card.getBoundingClientRect().right + 1 && !e.closest('.hidden')).map(e => e.outerHTML)"));
            // What can be pressed is large enough for a finger, and what can be filled in says what it is.
            Assert.Empty(await card.EvaluateAsync<string[]>(
                "card => [...card.querySelectorAll('button, [role=button]')].filter(e => Math.round(e.getBoundingClientRect().height) < 44).map(e => e.outerHTML)"));
            Assert.Empty(await card.EvaluateAsync<string[]>(
                "card => [...card.querySelectorAll('input, select, textarea')].filter(e => e.labels.length === 0).map(e => e.outerHTML)"));
        }
    }
}
