using Microsoft.Playwright;

namespace Directives.EndToEnd.Page;

/// <summary>The page as somebody uses it: by what is written on it.</summary>
internal sealed class Talk(IPage page, FakeBot bot) : IAsyncDisposable
{
    private readonly List<string> _complaints = [];

    public IPage Page => page;

    public ILocator Entry => page.GetByRole(AriaRole.Textbox, new() { Name = "Nhắn cho trợ lý" });

    public ILocator Log => page.GetByRole(AriaRole.Log, new() { Name = "Hội thoại" });

    public ILocator Messages => Log.GetByRole(AriaRole.Article);

    public ILocator Offline => page.GetByText("Mất kết nối, tin chưa gửi được giữ lại.");

    /// <summary>What the browser complained of: broken scripts, and what the page's policy forbids.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<Talk> Begin(Browser browser, FakeBot bot, Action<BrowserNewContextOptions>? change = null)
    {
        var talk = new Talk(await browser.Open(change), bot);
        talk.Page.PageError += (_, error) => talk._complaints.Add(error);
        talk.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) talk._complaints.Add(message.Text);
        };
        await talk.Page.GotoAsync(bot.Address);
        return talk;
    }

    public static async Task<Talk> As(string name, Browser browser, FakeBot bot, Action<BrowserNewContextOptions>? change = null)
    {
        var talk = await Begin(browser, bot, change);
        await talk.Button(name).ClickAsync();
        await talk.Page.Locator("#entry").WaitForAsync();
        return talk;
    }

    public static Task<Talk> AsPrincipal(Browser browser, FakeBot bot, Action<BrowserNewContextOptions>? change = null) =>
        As("Đinh Thị Mẫu", browser, bot, change);

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Text(string text) => Log.GetByText(text);

    public async Task Write(string text)
    {
        await Entry.FillAsync(text);
        await Entry.PressAsync("Enter");
    }

    public static Task<bool> IsFocused(ILocator element) => element.EvaluateAsync<bool>("e => e === document.activeElement");

    public async ValueTask DisposeAsync()
    {
        await page.Context.CloseAsync();
        Assert.Empty(_complaints);
    }

    /// <summary>Has the bot write to the principal unasked, once the page is listening.</summary>
    public async Task Notify(string text)
    {
        await bot.IsHeardBy(Samples.Principal);
        (await bot.Notify(Samples.Principal, FakeBot.Text(text))).EnsureSuccessStatusCode();
    }
}
