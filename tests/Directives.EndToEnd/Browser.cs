using Microsoft.Playwright;

namespace Directives.EndToEnd;

/// <summary>A test that needs a browser; skipped, and seen to be, on a machine without one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser.Executable is null) Skip = Browser.Missing;
    }
}

/// <summary>As <see cref="BrowserFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Browser.Executable is null) Skip = Browser.Missing;
    }
}

/// <summary>One Chromium for all tests of a collection; each test opens contexts of its own, which share nothing.</summary>
public sealed class Browser : IAsyncLifetime
{
    internal const string Missing = "No Chromium: install one, or name it in CHROMIUM_PATH.";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string? Executable { get; } = Find();

    public async Task InitializeAsync()
    {
        if (Executable is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A window of its own, as large as a phone's unless said otherwise, anywhere but in Vietnam.</summary>
    public async Task<IPage> Open(Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 360, Height = 740 },
            Locale = "en-US",
            TimezoneId = "America/New_York",
        };
        change?.Invoke(options);
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named) return File.Exists(named) ? named : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(_ => Names, Path.Combine).FirstOrDefault(File.Exists);
    }
}

[CollectionDefinition(Name)]
public sealed class Browsers : ICollectionFixture<Browser>
{
    public const string Name = "Browser";
}
