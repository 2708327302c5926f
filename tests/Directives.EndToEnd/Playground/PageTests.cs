using Directives.EndToEnd.Playground.Client;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directives.EndToEnd.Playground;

/// <summary>
/// The cards as Microsoft's renderer draws them, on the Playground's own page, as wide as on a desktop and as a phone has them. PLAYGROUND_PICTURES names a
/// folder to keep the pictures in for looking at; without it the tests still see that all there is to read is there, and nothing is cut off.
/// </summary>
[Collection(Playgrounds.Name)]
public sealed class PageTests(TwoUsers users) : IAsyncLifetime
{
    private const int PhoneWidth = 300;

    private static readonly string? Folder = Environment.GetEnvironmentVariable("PLAYGROUND_PICTURES");

    private readonly Browser _browser = new();

    public Task InitializeAsync() => _browser.InitializeAsync();

    public Task DisposeAsync() => _browser.DisposeAsync();

    [PlaygroundAndBrowserFact]
    public async Task Principals_cards_are_drawn_whole_and_pressed_in_the_page()
    {
        await using var program = await TeamsWard.StartAsync(TeamsWard.Settings(), users.Principal);
        var page = await OpenAsync(users.Principal);

        await users.Principal.HearsAsync("Việc mới");
        await page.AssertWholeAsync("notice");
        await page.SaysAsync("tuan nay co viec gi den han");
        await page.SaysAsync("việc nào quá hạn");
        await page.SaysAsync("bao cao kiem ke xong roi");
        await page.SaysAsync("viec 3, 8 xong, 12 co ban xong roi");
        await page.PressesAsync("Không ghi");
        await page.SaysAsync("cai kia sao roi ta");
        await page.PressesAsync("Xem việc đến hạn");
        await page.PressesAsync("Việc 7");
        await page.PressesAsync("Cập nhật %");
        await page.PressesAsync("Ghi tiến độ", ("Đã làm được (%)", "75"));
        await page.PressesAsync("Hoàn tác");
        await page.PressesAsync("Việc 7");
        await page.PressesAsync("Báo khó khăn");
        await page.PressesAsync("Gửi khó khăn", ("Vướng ở đâu", "vướng kinh phí"), ("Đề nghị giải quyết", "phường hỗ trợ"));
        await page.PressesAsync("Việc 7");
        await page.PressesAsync("Xin gia hạn");
        await page.PressesAsync("Gửi đề nghị", ("Xin đến ngày", "2027-01-15"), ("Lý do", "chờ thẩm định"));
        await page.SaysAsync("việc 7");
        await page.PressesAsync("Báo hoàn thành");
    }

    [PlaygroundAndBrowserFact]
    public async Task Leaders_cards_are_drawn_whole_and_pressed_in_the_page()
    {
        await using var program = await TeamsWard.StartAsync(TeamsWard.Settings(), users.Principal, users.Leader);
        await users.Principal.SayAsync("việc 5 xin gia hạn đến 15/1 vì chờ thẩm định");
        await users.Principal.SayAsync("1");
        var page = await OpenAsync(users.Leader);

        await page.SaysAsync("tổng hợp");
        await page.PressesAsync("Xem đơn vị quá hạn");
        await page.SaysAsync("việc nào quá hạn");
        await page.SaysAsync("trường nào chưa xong việc 7");
        await page.PressesAsync("Đôn đốc đơn vị");
        await page.PressesAsync("Gửi 5 đơn vị");
        await page.SaysAsync("có trường nào xin gia hạn không");
        await page.PressesAsync("Chọn ngày khác");
        await page.SaysAsync("có trường nào xin gia hạn không");
        await page.PressesAsync("Không duyệt", ("Lý do", "cần số liệu họp cuối năm"));
        await page.SaysAsync("cai kia sao roi ta");
    }

    private async Task<Drawn> OpenAsync(TeamsUser user)
    {
        var page = await _browser.Open(options => options.ViewportSize = new ViewportSize { Width = 1280, Height = 1600 });
        // Its fonts and a script are elsewhere; it does without.
        await page.RouteAsync("**/*", route => new Uri(route.Request.Url).IsLoopback ? route.ContinueAsync() : route.AbortAsync());
        await page.GotoAsync(user.Page.ToString());
        await page.GetByRole(AriaRole.Textbox).First.WaitForAsync(new() { Timeout = 60_000 });
        await user.IsWelcomedAsync();
        var drawn = new Drawn(page, user);
        await drawn.AssertWholeAsync("welcome");
        return drawn;
    }

    /// <summary>The page while somebody talks: each card that comes is held against what the bot sent.</summary>
    private sealed class Drawn(IPage page, TeamsUser user)
    {
        private int _moment;

        private ILocator Card => page.Locator(".ac-adaptiveCard").Filter(new() { HasText = user.Card.Words.Split('\n')[0] }).Last;

        public async Task SaysAsync(string words)
        {
            await user.SayAsync(words);
            await AssertWholeAsync(words);
        }

        public async Task PressesAsync(string button, params (string Label, string Value)[] filled)
        {
            foreach (var (label, value) in filled) await Card.GetByLabel(label).FillAsync(value);
            await Card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await user.PressedAsync();
            await AssertWholeAsync(button);
        }

        public async Task AssertWholeAsync(string name)
        {
            _moment++;
            var lines = user.Card.Words.Split('\n');
            foreach (var line in lines) await Expect(Card).ToContainTextAsync(line);
            foreach (var field in user.Card.Fields.Values) await Expect(Card.GetByLabel((string)field["label"]!).First).ToBeVisibleAsync();
            foreach (var (width, size) in new[] { ("", "desktop"), ($"{PhoneWidth}px", "phone") })
            {
                await Card.EvaluateAsync("(card, width) => { card.style.maxWidth = width; }", width);
                if (Folder is not null) await Card.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{user.Person.UserId[3..]}-{_moment:d2}-{size}.png") });
                var cut = await Card.EvaluateAsync<string[]>(
                    """
                    card => [...card.querySelectorAll('*')]
                      .filter(e => e.textContent.trim() && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible')
                      .map(e => e.outerHTML)
                    """);
                Assert.True(cut.Length == 0, $"{name}, {size}: cut off: {string.Join('\n', cut)}");
            }

            await Card.EvaluateAsync("card => { card.style.maxWidth = ''; }");
        }
    }
}

/// <summary>A test that needs the Playground and a browser; skipped, and seen to be, on a machine without one of them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PlaygroundAndBrowserFactAttribute : FactAttribute
{
    public PlaygroundAndBrowserFactAttribute() => Skip = AgentsPlayground.Missing ?? (Browser.Executable is null ? Browser.Missing : null);
}
