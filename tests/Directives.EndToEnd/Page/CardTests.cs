using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Directives.EndToEnd.Page.FakeBot;
using static Microsoft.Playwright.Assertions;

namespace Directives.EndToEnd.Page;

[Collection(Browsers.Name)]
public sealed class CardTests(Browser browser)
{
    private static IResult Replaced(string card) =>
        Results.Json(new { statusCode = 200, type = "application/vnd.microsoft.card.adaptive", value = JsonNode.Parse(card) });

    private static IResult Toast(string text) => Results.Json(new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = text });

    private static void Offers(FakeBot bot, string card, Func<JsonObject, IResult> pressed) => bot.Answer = activity => Task.FromResult(
        (string?)activity["type"] == "invoke" ? pressed(activity) : (string?)activity["type"] == "message" ? Says(Card(card)) : Says());

    [BrowserFact]
    public async Task Press_of_a_button_is_an_invoke_and_its_card_takes_the_place_of_the_old_one_also_after_a_reload()
    {
        await using var bot = await Start();
        Offers(bot, Samples.TaskList, _ => Replaced(Samples.Recorded));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("tuần này");

        await talk.Button("Báo tiến độ").ClickAsync();

        await Expect(talk.Text("Đã ghi: việc 8 hoàn thành")).ToBeVisibleAsync();
        await Expect(talk.Text("Tuần này: 2 việc đến hạn")).ToHaveCountAsync(0);
        var invoke = await bot.Hears("invoke");
        Assert.Equal("adaptiveCard/action", (string?)invoke["name"]);
        Assert.Equal("Action.Execute", (string?)invoke["value"]!["action"]!["type"]);
        Assert.Equal("progress", (string?)invoke["value"]!["action"]!["verb"]);
        Assert.Equal("thcs-hoa-sen", (string?)invoke["value"]!["action"]!["data"]!["unit"]);
        Assert.Equal("manual", (string?)invoke["value"]!["trigger"]);
        Assert.NotEmpty((string)invoke["replyToId"]!);
        Assert.Null(invoke["deliveryMode"]);
        await talk.Page.ReloadAsync();
        await Expect(talk.Text("Đã ghi: việc 8 hoàn thành")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Press_by_keyboard_moves_on_to_the_heading_of_the_result()
    {
        await using var bot = await Start();
        Offers(bot, Samples.TaskList, _ => Replaced(Samples.Recorded));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("tuần này");

        await talk.Button("Báo tiến độ").PressAsync("Enter");

        await Expect(talk.Page.GetByRole(AriaRole.Heading, new() { Name = "Đã ghi: việc 8 hoàn thành" })).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Press_by_keyboard_leaves_the_focus_of_somebody_who_writes_meanwhile()
    {
        await using var bot = await Start();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Answer = async activity =>
        {
            if ((string?)activity["type"] == "message") return Says(Card(Samples.TaskList));
            if ((string?)activity["type"] == "invoke") await gate.Task;
            return Replaced(Samples.Recorded);
        };
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("tuần này");
        await talk.Button("Báo tiến độ").PressAsync("Enter");
        await talk.Entry.FocusAsync();
        gate.SetResult();

        await Expect(talk.Text("Đã ghi: việc 8 hoàn thành")).ToBeVisibleAsync();
        await Expect(talk.Entry).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task Press_that_is_answered_while_somebody_else_is_talking_still_replaces_the_card()
    {
        await using var bot = await Start();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Answer = async activity =>
        {
            if ((string?)activity["type"] == "message") return Says(Card(Samples.TaskList));
            if ((string?)activity["type"] == "invoke") await gate.Task;
            return Replaced(Samples.Recorded);
        };
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("tuần này");
        await talk.Button("Báo tiến độ").ClickAsync();
        await talk.Button("Đinh Thị Mẫu").ClickAsync();
        await talk.Button("Phan Văn Thử").ClickAsync();
        await talk.Button("Xem tổng hợp").WaitForAsync();
        gate.SetResult();
        await talk.Button("Phan Văn Thử").ClickAsync();
        await talk.Button("Đinh Thị Mẫu").ClickAsync();

        await Expect(talk.Text("Đã ghi: việc 8 hoàn thành")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Press_answered_by_words_shows_them_and_leaves_the_card()
    {
        await using var bot = await Start();
        Offers(bot, Samples.TaskList, _ => Toast("Em đang gửi."));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("tuần này");

        await talk.Button("Xem quá hạn").ClickAsync();

        await Expect(talk.Text("Em đang gửi.")).ToBeVisibleAsync();
        await Expect(talk.Button("Xem quá hạn")).ToBeEnabledAsync();
    }

    [BrowserFact]
    public async Task Press_that_fails_says_so_and_can_be_repeated()
    {
        await using var bot = await Start();
        var fails = true;
        Offers(bot, Samples.TaskList, _ => fails ? Results.StatusCode(500) : Replaced(Samples.Recorded));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("tuần này");
        await talk.Button("Báo tiến độ").ClickAsync();
        await Expect(talk.Log.GetByRole(AriaRole.Alert)).ToContainTextAsync("Trợ lý chưa làm được");

        fails = false;
        await talk.Button("Báo tiến độ").ClickAsync();

        await Expect(talk.Text("Đã ghi: việc 8 hoàn thành")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Required_field_stops_the_press_that_needs_it_and_no_other()
    {
        await using var bot = await Start();
        Offers(bot, Samples.Request, _ => Toast("nghe"));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("đề nghị");
        await talk.Button("Không duyệt").ClickAsync();
        var reason = talk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Lý do" });
        await Expect(reason).ToBeFocusedAsync();
        await Expect(reason).ToHaveAccessibleDescriptionAsync("Không duyệt thì cần lý do.");
        Assert.DoesNotContain(bot.Received, one => (string?)one["type"] == "invoke");

        await talk.Button("Duyệt đến 15/01/2027").ClickAsync();
        var approved = (await bot.Hears("invoke"))["value"]!["action"]!;
        await Expect(talk.Text("nghe")).ToBeVisibleAsync();
        await reason.FillAsync("cần số liệu");
        await talk.Page.GetByLabel("Ngày khác").FillAsync("2027-01-08");
        await talk.Page.GetByLabel("Báo cho").SelectOptionAsync("both");
        await Expect(talk.Text("thứ Sáu 08/01/2027")).ToBeVisibleAsync();
        await talk.Button("Không duyệt").ClickAsync();
        var rejected = (await bot.Hears("invoke", one => (string?)one["value"]!["action"]!["verb"] == "reject"))["value"]!["action"]!;

        Assert.Equal("""{"request":"r5"}""", approved["data"]!.ToJsonString());
        Assert.Equal("2027-01-08", (string?)rejected["data"]!["date"]);
        Assert.Equal("both", (string?)rejected["data"]!["tell"]);
        Assert.Equal("cần số liệu", (string?)rejected["data"]!["reason"]);
        Assert.Equal("r5", (string?)rejected["data"]!["request"]);
    }

    [BrowserFact]
    public async Task Submit_is_a_message_with_a_value_and_no_text()
    {
        await using var bot = await Start();
        Offers(bot, """{"type":"AdaptiveCard","version":"1.4","actions":[{"type":"Action.Submit","title":"Ghi cả ba","data":{"choice":1}}]}""", _ => Toast(""));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("a");

        await talk.Button("Ghi cả ba").ClickAsync();

        var sent = await bot.Hears("message", one => one["value"] is not null);
        Assert.Equal(1, (int?)sent["value"]!["choice"]);
        Assert.Null(sent["text"]);
    }

    [BrowserFact]
    public async Task Row_of_a_list_is_a_button_to_finger_and_keyboard()
    {
        await using var bot = await Start();
        Offers(bot, CardSamples.All.First(sample => sample.Name == "list").Card, _ => Toast("nghe"));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("tuần này");

        await talk.Button("việc 8: Nộp danh sách học sinh giỏi, 80%").PressAsync("Enter");

        await Expect(talk.Text("nghe")).ToBeVisibleAsync();
        var action = (await bot.Hears("invoke"))["value"]!["action"]!;
        Assert.Equal("ShowTask", (string?)action["verb"]);
        Assert.Contains("\"number\":8", (string)action["data"]!["command"]!, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Bar_is_a_picture_that_says_what_the_line_above_it_says()
    {
        await using var bot = await Start();
        Offers(bot, Samples.Summary, _ => Toast(""));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("tổng hợp");

        var bar = talk.Page.GetByRole(AriaRole.Img, new() { Name = "Tháng 11/2026, đến 09:14 thứ Tư 25/11/2026: 24 đơn vị, 120 việc" });
        await Expect(bar).ToBeVisibleAsync();
        var widths = await bar.EvaluateAsync<double[]>("bar => [...bar.children].map(part => part.getBoundingClientRect().width / bar.clientWidth)");
        Assert.Equal(4, widths.Length);
        Assert.InRange(widths[0], 0.57, 0.62);
        Assert.InRange(widths[3], 0.04, 0.06);
        await Expect(talk.Log.Locator(".mark").First).ToHaveAttributeAsync("aria-hidden", "true");
    }

    [BrowserFact]
    public async Task Picture_beside_a_card_is_as_wide_as_the_card_and_has_its_words()
    {
        const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
        await using var bot = await Start();
        var summary = Card(Samples.Summary);
        summary["attachments"]!.AsArray().Add(new JsonObject { ["contentType"] = "image/png", ["name"] = "Tháng 11/2026: 24 đơn vị, 120 việc.", ["contentUrl"] = "data:image/png;base64," + Dot });
        bot.Knows(("tổng hợp", [summary]));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("tổng hợp");

        var picture = talk.Page.GetByRole(AriaRole.Img, new() { Name = "Tháng 11/2026: 24 đơn vị, 120 việc.", Exact = true });
        await Expect(picture).ToBeVisibleAsync();
        var (wide, card) = (await picture.BoundingBoxAsync(), await talk.Log.Locator(".card").BoundingBoxAsync());
        Assert.Equal(card!.Width, wide!.Width, 1.0);
        Assert.Empty(talk.Complaints);
    }

    [BrowserFact]
    public async Task What_the_page_does_not_know_is_replaced_by_its_fallback()
    {
        await using var bot = await Start();
        bot.Knows(
            ("phần tử", [Card("""{"type":"AdaptiveCard","version":"1.4","body":[{"type":"Table","fallback":{"type":"TextBlock","text":"thay bảng"}},{"type":"Media","fallback":"drop"},{"type":"Rating"}]}""")]),
            ("thẻ", [Card("""{"type":"AdaptiveCard","version":"9.0","fallbackText":"thay thẻ","body":[{"type":"TextBlock","text":"không thấy"}]}""")]));
        await using var talk = await Talk.AsPrincipal(browser, bot);

        await talk.Write("phần tử");
        await Expect(talk.Text("thay bảng")).ToBeVisibleAsync();
        await talk.Write("thẻ");

        await Expect(talk.Text("thay thẻ")).ToBeVisibleAsync();
        await Expect(talk.Text("không thấy")).ToHaveCountAsync(0);
    }
}
