using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Directives.EndToEnd.Page.FakeBot;
using static Microsoft.Playwright.Assertions;

namespace Directives.EndToEnd.Page;

/// <summary>What the page says while no answer comes, and what it does with messages that did not get through.</summary>
[Collection(Browsers.Name)]
public sealed class WaitingTests(Browser browser)
{
    [BrowserFact]
    public async Task Slow_answer_is_announced_then_missed_and_can_be_asked_for_again_without_being_done_twice()
    {
        await using var bot = await Start();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answers = 0;
        bot.Answer = async activity =>
        {
            if ((string?)activity["type"] != "message") return Says();
            var first = Interlocked.Increment(ref answers) == 1;
            await gate.Task;
            return first ? Says(Text("Đã ghi.")) : Says();
        };
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Page.Clock.InstallAsync();
        await talk.Page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddYears(60));
        await talk.Write("việc 12 xong");
        await bot.Hears("message");
        await Expect(talk.Text("Đang trả lời…")).ToHaveCountAsync(0);

        await talk.Page.Clock.RunForAsync(400);
        await Expect(talk.Text("Đang trả lời…")).ToBeVisibleAsync();
        await talk.Page.Clock.RunForAsync(9600);
        await Expect(talk.Text("Chưa thấy trả lời")).ToBeVisibleAsync();
        await talk.Button("Gửi lại").ClickAsync();
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref answers) == 2, TimeSpan.FromSeconds(15)));
        gate.SetResult();

        await Expect(talk.Text("Đã ghi.")).ToBeVisibleAsync();
        await Expect(talk.Log.Locator(".status")).ToHaveTextAsync([""]);
        Assert.Single(bot.Received.Where(one => (string?)one["type"] == "message").Select(one => (string?)one["id"]).Distinct());
    }

    [BrowserFact]
    public async Task Message_that_the_program_failed_on_says_so_and_is_sent_again_on_demand()
    {
        await using var bot = await Start();
        var fails = true;
        bot.Answer = _ => Task.FromResult(fails ? Results.StatusCode(500) : Says(Text("Đã ghi.")));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("việc 12 xong");
        await Expect(talk.Log.GetByRole(AriaRole.Alert)).ToHaveTextAsync("! Chưa gửi được");

        fails = false;
        await talk.Button("Gửi lại").ClickAsync();

        await Expect(talk.Text("Đã ghi.")).ToBeVisibleAsync();
        await Expect(talk.Log.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Failed_message_can_still_be_sent_after_a_reload()
    {
        await using var bot = await Start();
        var fails = true;
        bot.Answer = _ => Task.FromResult(fails ? Results.StatusCode(500) : Says(Text("Đã ghi.")));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("việc 12 xong");
        await Expect(talk.Log.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        fails = false;

        await talk.Page.ReloadAsync();
        await talk.Button("Gửi lại").ClickAsync();

        await Expect(talk.Messages.Nth(1)).ToContainTextAsync("Đã ghi.");
    }

    [BrowserFact]
    public async Task Message_written_without_a_connection_is_kept_and_goes_out_by_itself_afterwards()
    {
        await using var bot = await Start();
        bot.Knows(("một", [Text("trả lời một")]), ("hai", [Text("trả lời hai")]));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Page.Context.RouteAsync("**/*", route => route.AbortAsync());
        await talk.Write("một");
        await talk.Write("hai");
        await Expect(talk.Offline).ToBeVisibleAsync();
        await Expect(talk.Log.GetByRole(AriaRole.Alert)).ToHaveCountAsync(2);

        await talk.Page.Context.UnrouteAllAsync();

        await Expect(talk.Text("trả lời hai")).ToBeVisibleAsync();
        await Expect(talk.Text("trả lời một")).ToBeVisibleAsync();
        await Expect(talk.Offline).ToHaveCountAsync(0);
        Assert.Equal(["một", "hai"], bot.Received.Where(one => (string?)one["type"] == "message").Select(one => (string?)one["text"]));
    }

    [BrowserFact]
    public async Task Message_written_after_a_slow_one_waits_for_its_answer()
    {
        await using var bot = await Start();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Answer = async activity =>
        {
            if ((string?)activity["text"] == "việc 8 xong") await gate.Task;
            return (string?)activity["type"] == "message" ? Says(Text($"nghe {activity["text"]}")) : Says();
        };
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("việc 8 xong");
        await talk.Write("hoàn tác");
        await bot.Hears("message");
        await Expect(talk.Messages).ToHaveCountAsync(2);
        Assert.DoesNotContain(bot.Received, one => (string?)one["text"] == "hoàn tác");

        gate.SetResult();

        await Expect(talk.Text("nghe hoàn tác")).ToBeVisibleAsync();
    }
}
