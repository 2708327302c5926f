using Microsoft.Playwright;
using static Directives.EndToEnd.Page.FakeBot;
using static Microsoft.Playwright.Assertions;

namespace Directives.EndToEnd.Page;

/// <summary>Use by keyboard, screen reader, and in other colours.</summary>
[Collection(Browsers.Name)]
public sealed class AccessTests(Browser browser)
{
    [BrowserFact]
    public async Task Whole_loop_can_be_done_by_keyboard()
    {
        await using var bot = await Start();
        bot.Knows(("tuần này", [Card(Samples.TaskList)]));
        await using var talk = await Talk.Begin(browser, bot);
        await talk.Button("Đinh Thị Mẫu").WaitForAsync();

        await TabTo(talk.Button("Đinh Thị Mẫu"));
        await talk.Page.Keyboard.PressAsync("Enter");
        await Expect(talk.Entry).ToBeFocusedAsync();
        await talk.Page.Keyboard.TypeAsync("tuần này");
        await talk.Page.Keyboard.PressAsync("Enter");
        await talk.Button("Xem quá hạn").WaitForAsync();
        await TabTo(talk.Button("Xem quá hạn"), "Shift+Tab");
        await talk.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("overdue", (string?)(await bot.Hears("invoke"))["value"]!["action"]!["verb"]);
        await TabTo(talk.Button("Đinh Thị Mẫu"), "Shift+Tab");
        await talk.Page.Keyboard.PressAsync("Enter");
        await Expect(talk.Page.GetByRole(AriaRole.Heading, new() { Name = "Bạn là ai?" })).ToBeFocusedAsync();
        await talk.Page.Keyboard.PressAsync("Escape");

        await Expect(talk.Entry).ToBeFocusedAsync();

        async Task TabTo(ILocator target, string key = "Tab")
        {
            for (var i = 0; i < 30 && !await Talk.IsFocused(target); i++) await talk.Page.Keyboard.PressAsync(key);
            await Expect(target).ToBeFocusedAsync();
            Assert.NotEqual("none", await target.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
        }
    }

    [BrowserFact]
    public async Task Person_is_found_without_diacritics()
    {
        await using var bot = await Start();
        await using var talk = await Talk.Begin(browser, bot);

        await talk.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Tìm người hoặc đơn vị" }).FillAsync("duong van");

        await Expect(talk.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "1 người" })).ToBeVisibleAsync();
        await Expect(talk.Page.Locator(".person")).ToHaveCountAsync(1);
        await talk.Button("Dương Văn Tạm").ClickAsync();
        await Expect(talk.Button("Nhập văn bản")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Theme_goes_round_and_is_kept()
    {
        await using var bot = await Start();
        await using var talk = await Talk.AsPrincipal(browser, bot, options => options.ColorScheme = ColorScheme.Dark);
        var page = talk.Page.Locator("html");
        await Expect(page).ToHaveCSSAsync("background-color", "rgb(22, 24, 29)");

        await talk.Button("Giao diện: theo hệ thống. Bấm để đổi.").ClickAsync();
        await Expect(page).ToHaveCSSAsync("background-color", "rgb(243, 244, 246)");
        await talk.Page.ReloadAsync();
        await Expect(page).ToHaveCSSAsync("background-color", "rgb(243, 244, 246)");
        await talk.Button("Giao diện: sáng. Bấm để đổi.").ClickAsync();

        await Expect(page).ToHaveCSSAsync("background-color", "rgb(22, 24, 29)");
        await Expect(talk.Button("Giao diện: tối. Bấm để đổi.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Forced_colours_leave_the_parts_of_a_bar_apart()
    {
        await using var bot = await Start();
        bot.Knows(("a", [Card(Samples.Summary)]));
        await using var talk = await Talk.AsPrincipal(browser, bot, options => options.ForcedColors = ForcedColors.Active);
        await talk.Write("a");

        await Expect(talk.Log.Locator(".bar .part").First).ToHaveCSSAsync("border-top-style", "solid");
    }

    [BrowserFact]
    public async Task History_is_put_in_before_the_log_is_live()
    {
        await using var bot = await Start();
        bot.Knows(("a", [Text("b")]));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("a");
        await Expect(talk.Messages).ToHaveCountAsync(2);
        await talk.Page.AddInitScriptAsync("""
            new MutationObserver(changes => {
              for (const change of changes) for (const node of change.addedNodes)
                if (node.role === 'log') window.begun = `${node.getAttribute('aria-live')}, ${node.querySelectorAll('article').length} messages`;
            }).observe(document, { childList: true, subtree: true });
            """);

        await talk.Page.ReloadAsync();

        await Expect(talk.Log).ToHaveAttributeAsync("aria-live", "polite");
        Assert.Equal("off, 2 messages", await talk.Page.EvaluateAsync<string>("() => window.begun"));
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Everything_has_a_name_a_size_for_fingers_and_enough_contrast(ColorScheme theme)
    {
        await using var bot = await Start();
        var question = Text("Cô chọn việc nào ạ?");
        question["suggestedActions"] = System.Text.Json.Nodes.JsonNode.Parse("""{"actions":[{"type":"imBack","title":"việc 9","value":"9"}]}""");
        bot.Knows(("a", [Card(Samples.TaskList), Card(Samples.Summary), Card(Samples.Request), Card(Samples.Recorded), question]));
        await using var talk = await Talk.Begin(browser, bot, options =>
        {
            options.ColorScheme = theme;
            options.ReducedMotion = ReducedMotion.Reduce;
        });
        await talk.Button("Đinh Thị Mẫu").WaitForAsync();
        Assert.Empty(await Faults(talk.Page));
        await talk.Button("Đinh Thị Mẫu").ClickAsync();
        await talk.Button("Báo tiến độ").WaitForAsync();
        Assert.Empty(await Faults(talk.Page));
        await talk.Write("a");
        await talk.Button("việc 9").WaitForAsync();
        await talk.Button("Không duyệt").ClickAsync();
        await talk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "bếp ăn.txt", MimeType = "text/plain", Buffer = [65] });
        await talk.Write("b");
        await talk.Log.GetByText("bếp ăn.txt").WaitForAsync();

        Assert.Empty(await Faults(talk.Page));
    }

    /// <summary>What a checker of accessibility would complain of, as far as this page can be wrong.</summary>
    private static Task<string[]> Faults(IPage page) => page.EvaluateAsync<string[]>("""
        () => {
          const faults = [];
          const seen = e => e.checkVisibility() && !e.closest('.hidden');
          const say = (what, e) => faults.push(`${what}: ${e.outerHTML.slice(0, 160)}`);
          const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const colour = text => {
            paint.clearRect(0, 0, 1, 1);
            paint.fillStyle = text;
            paint.fillRect(0, 0, 1, 1);
            return [...paint.getImageData(0, 0, 1, 1).data];
          };
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
          const ground = e => {
            for (let at = e; at; at = at.parentElement) {
              const painted = colour(getComputedStyle(at).backgroundColor);
              if (painted[3] === 255) return painted;
            }
            return [255, 255, 255, 255];
          };
          const name = e => (e.getAttribute('aria-label') ?? '') || e.labels?.[0]?.textContent || e.textContent.trim();

          if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
          if (!document.documentElement.lang) faults.push('no language');
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) faults.push(`id twice: ${id}`);
          for (const e of document.querySelectorAll('[aria-labelledby], [aria-describedby]'))
            for (const id of `${e.getAttribute('aria-labelledby') ?? ''} ${e.getAttribute('aria-describedby') ?? ''}`.trim().split(/\s+/))
              if (!document.getElementById(id)) say(`refers to nothing (${id})`, e);
          for (const e of document.querySelectorAll('button, a[href], input:not([type=file]), select, textarea, [role=img], [role=log], [role=group], article')) {
            if (!seen(e)) continue;
            if (!name(e)) say('no name', e);
            const box = e.getBoundingClientRect();
            if (e.matches('button, a, select, textarea, input') && (box.height < 44 || box.width < 44)) say(`small (${box.width} x ${box.height})`, e);
          }
          for (const e of document.querySelectorAll('img')) if (!e.hasAttribute('alt')) say('no alternative text', e);
          for (const e of document.querySelectorAll('svg')) if (e.getAttribute('aria-hidden') !== 'true') say('picture read out', e);
          for (const e of document.querySelectorAll('[aria-hidden=true]')) if (e.querySelector('button, a, input, [tabindex="0"]')) say('hidden but reachable', e);

          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text; (text = walker.nextNode());) {
            const e = text.parentElement;
            if (!text.data.trim() || !seen(e) || e.closest('script, noscript')) continue;
            const style = getComputedStyle(e);
            const ratio = contrast(colour(style.color), ground(e));
            if (ratio < 4.5) say(`contrast ${ratio.toFixed(2)}`, e);
            if (!e.closest('.icon, .avatar') && parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.349) say(`clips Vietnamese (${style.lineHeight} for ${style.fontSize})`, e);
          }
          return faults;
        }
        """);
}
