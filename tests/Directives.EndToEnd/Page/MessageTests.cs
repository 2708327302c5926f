using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Directives.EndToEnd.Page.FakeBot;
using static Microsoft.Playwright.Assertions;

namespace Directives.EndToEnd.Page;

[Collection(Browsers.Name)]
public sealed class MessageTests(Browser browser)
{
    [BrowserFact]
    public async Task Person_chosen_first_is_announced_to_the_bot_and_greeted_with_what_the_role_mostly_does()
    {
        await using var bot = await Start();
        await using var talk = await Talk.AsPrincipal(browser, bot);

        var update = await bot.Hears("conversationUpdate");

        Assert.Equal(Samples.Principal, (string?)update["membersAdded"]![0]!["id"]);
        Assert.Equal("webchat-dinh-thi-mau", (string?)update["conversation"]!["id"]);
        await Expect(talk.Page.GetByRole(AriaRole.Heading, new() { Name = "Chào Đinh Thị Mẫu" })).ToBeVisibleAsync();
        foreach (var start in new[] { "Xem việc đến hạn", "Báo tiến độ", "Xin gia hạn", "Báo khó khăn" })
            await Expect(talk.Button(start)).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Bot_that_greets_by_itself_is_not_greeted_over()
    {
        await using var bot = await Start();
        bot.Answer = activity => Task.FromResult((string?)activity["type"] == "conversationUpdate" ? Says(Text("Chào cô, em là trợ lý nhắc việc.")) : Says());
        await using var talk = await Talk.AsPrincipal(browser, bot);

        await Expect(talk.Text("Chào cô, em là trợ lý nhắc việc.")).ToBeVisibleAsync();
        await Expect(talk.Text("Chào Đinh Thị Mẫu")).ToHaveCountAsync(0);
        await Expect(talk.Button("Báo tiến độ")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Message_is_sent_as_an_activity_and_its_answer_is_shown()
    {
        await using var bot = await Start();
        bot.Knows(("việc 12 xong", [Text("Đã ghi lúc 09:14: việc 12 hoàn thành.\nNhầm thì nhắn \"hoàn tác\" trước 09:24.")]));
        await using var talk = await Talk.AsPrincipal(browser, bot);

        await talk.Write("việc 12 xong");

        var sent = await bot.Hears("message");
        Assert.Equal("việc 12 xong", (string?)sent["text"]);
        Assert.Equal("webchat", (string?)sent["channelId"]);
        Assert.Equal("dinh-thi-mau", (string?)sent["from"]!["id"]);
        Assert.Equal("bot", (string?)sent["recipient"]!["id"]);
        Assert.Equal(bot.Address + "/page/connector", (string?)sent["serviceUrl"]);
        Assert.Equal("expectReplies", (string?)sent["deliveryMode"]);
        Assert.Equal("vi-VN", (string?)sent["locale"]);
        Assert.Equal("plain", (string?)sent["textFormat"]);
        Assert.NotEmpty((string)sent["id"]!);
        var answer = talk.Text("Đã ghi lúc 09:14");
        await Expect(answer).ToHaveCSSAsync("white-space", "pre-line");
        await Expect(answer).ToContainTextAsync("hoàn thành.\nNhầm");
        await Expect(talk.Entry).ToBeFocusedAsync();
        await Expect(talk.Entry).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task Enter_sends_neither_while_a_syllable_is_being_composed_nor_with_shift()
    {
        await using var bot = await Start();
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Entry.FillAsync("viec");

        await talk.Entry.EvaluateAsync("e => e.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))");
        await talk.Entry.PressAsync("Shift+Enter");
        await Expect(talk.Entry).ToHaveValueAsync("viec\n");
        await talk.Entry.PressAsync("Enter");

        await Expect(talk.Text("viec")).ToBeVisibleAsync();
        Assert.Single(bot.Received, one => (string?)one["type"] == "message");
    }

    [BrowserFact]
    public async Task Markup_in_a_message_is_shown_as_it_was_written()
    {
        const string markup = "<img src=x onerror=alert(1)> <b>đậm</b>";
        await using var bot = await Start();
        bot.Knows((markup, [Text(markup), Card("""{"type":"AdaptiveCard","version":"1.4","body":[{"type":"TextBlock","text":"<b>thẻ</b> **đậm** \\*sao\\* a_b_c"}]}""")]));
        await using var talk = await Talk.AsPrincipal(browser, bot);

        await talk.Write(markup);

        await Expect(talk.Text(markup)).ToHaveCountAsync(2);
        await Expect(talk.Text("<b>thẻ</b> đậm *sao* a_b_c")).ToBeVisibleAsync();
        await Expect(talk.Log.Locator("img, b")).ToHaveCountAsync(0);
        await Expect(talk.Log.Locator("strong")).ToHaveTextAsync("đậm");
    }

    [BrowserFact]
    public async Task Suggested_answer_sends_its_words_and_goes()
    {
        await using var bot = await Start();
        var question = Text("Cô chọn việc nào ạ?");
        question["suggestedActions"] = JsonNode.Parse("""{"actions":[{"type":"imBack","title":"việc 9","value":"9"},{"type":"imBack","title":"việc 5","value":"5"}]}""");
        bot.Knows(("kiem ke xong", [question]), ("5", [Text("Đã ghi việc 5.")]));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("kiem ke xong");

        await talk.Button("việc 5").ClickAsync();

        await Expect(talk.Text("Đã ghi việc 5.")).ToBeVisibleAsync();
        await Expect(talk.Button("việc 9")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task File_goes_along_as_an_attachment()
    {
        await using var bot = await Start();
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "bếp ăn.txt",
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes("đã kiểm tra"),
        });

        await talk.Button("Gửi").ClickAsync();

        var attachment = (await bot.Hears("message"))["attachments"]![0]!;
        Assert.Equal("text/plain", (string?)attachment["contentType"]);
        Assert.Equal("bếp ăn.txt", (string?)attachment["name"]);
        Assert.Equal("data:text/plain;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes("đã kiểm tra")), (string?)attachment["contentUrl"]);
        await Expect(talk.Messages.First).ToContainTextAsync("bếp ăn.txt");
        await Expect(talk.Button("Bỏ tệp bếp ăn.txt")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task File_larger_than_five_megabytes_is_refused_before_it_is_sent()
    {
        await using var bot = await Start();
        await using var talk = await Talk.AsPrincipal(browser, bot);

        await talk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "lớn.bin",
            MimeType = "application/octet-stream",
            Buffer = new byte[(5 * 1024 * 1024) + 1],
        });

        await Expect(talk.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Tệp lớn.bin lớn hơn 5 MB" })).ToBeVisibleAsync();
        Assert.DoesNotContain(bot.Received, one => (string?)one["type"] == "message");
    }

    [BrowserFact]
    public async Task File_from_the_bot_can_be_downloaded()
    {
        await using var bot = await Start();
        var report = new JsonObject
        {
            ["type"] = "message",
            ["text"] = "Báo cáo tháng 11/2026",
            ["attachments"] = JsonNode.Parse("""
                [{"contentType":"text/csv","name":"bao-cao-2026-11.csv","contentUrl":"data:text/csv;base64,YSxi"},
                 {"contentType":"text/html","name":"xau.html","contentUrl":"javascript:alert(1)"}]
                """),
        };
        bot.Knows(("xuất", [report]));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("xuất");

        var link = talk.Page.GetByRole(AriaRole.Link, new() { Name = "Tải về bao-cao-2026-11.csv" });
        var download = await talk.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());

        Assert.Equal("bao-cao-2026-11.csv", download.SuggestedFilename);
        await Expect(talk.Text("Tệp xau.html: trang này không mở được.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Unasked_message_appears_and_leaves_the_focus_alone()
    {
        await using var bot = await Start();
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Entry.FillAsync("đang viết");

        await talk.Notify("Hôm nay là hạn việc 12");

        await Expect(talk.Text("Hôm nay là hạn việc 12")).ToBeVisibleAsync();
        await Expect(talk.Entry).ToBeFocusedAsync();
        await Expect(talk.Entry).ToHaveValueAsync("đang viết");
    }

    [BrowserFact]
    public async Task Unasked_message_does_not_take_a_reader_away_from_what_is_being_read()
    {
        await using var bot = await Start();
        bot.Knows(("dài", [.. Enumerable.Range(1, 30).Select(number => Text($"dòng {number}"))]));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("dài");
        await Expect(talk.Text("dòng 30")).ToBeInViewportAsync();
        await talk.Log.EvaluateAsync("log => { log.scrollTop = 0; }");
        await Expect(talk.Text("dòng 30")).Not.ToBeInViewportAsync();
        await talk.Log.EvaluateAsync("log => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

        await talk.Notify("Hôm nay là hạn việc 12");
        await Expect(talk.Button("Xem tin mới")).ToBeVisibleAsync();
        await Expect(talk.Text("Hôm nay là hạn việc 12")).Not.ToBeInViewportAsync();
        await talk.Button("Xem tin mới").ClickAsync();

        await Expect(talk.Text("Hôm nay là hạn việc 12")).ToBeInViewportAsync();
        await Expect(talk.Button("Xem tin mới")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Reload_shows_what_was_said_with_each_person_and_greets_nobody_twice()
    {
        await using var bot = await Start();
        bot.Knows(("một", [Text("trả lời một")]));
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("một");
        await Expect(talk.Text("trả lời một")).ToBeVisibleAsync();
        await talk.Button("Đinh Thị Mẫu").ClickAsync();
        await talk.Button("Phan Văn Thử").ClickAsync();
        await Expect(talk.Text("trả lời một")).ToHaveCountAsync(0);
        await talk.Write("hai");
        await bot.Hears("message", one => (string?)one["text"] == "hai");

        await talk.Page.ReloadAsync();

        await Expect(talk.Button("Phan Văn Thử")).ToBeVisibleAsync();
        await Expect(talk.Messages).ToHaveCountAsync(1);
        await talk.Button("Phan Văn Thử").ClickAsync();
        await talk.Button("Đinh Thị Mẫu").ClickAsync();
        await Expect(talk.Text("trả lời một")).ToBeVisibleAsync();
        Assert.Equal(2, bot.Received.Count(one => (string?)one["type"] == "conversationUpdate"));
    }

    [BrowserFact]
    public async Task Message_sent_while_the_page_is_loaded_anew_is_shown_afterwards()
    {
        await using var bot = await Start();
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Notify("một");
        await Expect(talk.Text("một")).ToBeVisibleAsync();
        using var http = PageConnectorTests.Client(bot);
        using var other = await http.GetAsync("/page/events?conversation=webchat-dinh-thi-mau", HttpCompletionOption.ResponseHeadersRead);
        await talk.Page.GotoAsync("about:blank");
        await talk.Notify("hai");

        await talk.Page.GotoAsync(bot.Address);

        await Expect(talk.Text("hai")).ToBeVisibleAsync();
        await Expect(talk.Text("một")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task Answer_that_comes_while_somebody_else_is_talking_is_found_on_the_return()
    {
        await using var bot = await Start();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Answer = async activity =>
        {
            if ((string?)activity["type"] != "message") return Says();
            await gate.Task;
            return Says(Text("Đã ghi."));
        };
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Write("việc 12 xong");
        await talk.Button("Đinh Thị Mẫu").ClickAsync();
        await talk.Button("Phan Văn Thử").ClickAsync();
        await talk.Button("Xem tổng hợp").WaitForAsync();

        await talk.Page.RunAndWaitForResponseAsync(
            () =>
            {
                gate.SetResult();
                return Task.CompletedTask;
            },
            response => response.Request.PostData?.Contains("việc 12 xong", StringComparison.Ordinal) == true);

        await Expect(talk.Messages).ToHaveCountAsync(0);
        await talk.Button("Phan Văn Thử").ClickAsync();
        await talk.Button("Đinh Thị Mẫu").ClickAsync();
        await Expect(talk.Text("Đã ghi.")).ToBeVisibleAsync();
    }

    [BrowserTheory]
    [InlineData("Đinh Thị Mẫu", "Xem việc đến hạn|Báo tiến độ|Xin gia hạn|Báo khó khăn")]
    [InlineData("Phan Văn Thử", "Xem tổng hợp|Xem quá hạn|Xem đề nghị|Đôn đốc đơn vị")]
    [InlineData("Vũ Thị Nháp", "Nhập văn bản|Giao việc|Xem tổng hợp|Xem quá hạn")]
    public async Task Each_role_is_offered_its_four_usual_tasks_which_are_sent_as_words(string name, string starts)
    {
        await using var bot = await Start();
        await using var talk = await Talk.As(name, browser, bot);

        await Expect(talk.Log.GetByRole(AriaRole.Button)).ToHaveTextAsync(starts.Split('|'));
        await talk.Log.GetByRole(AriaRole.Button).Last.ClickAsync();

        Assert.Equal(starts.Split('|')[^1], (string?)(await bot.Hears("message"))["text"]);
    }

    [BrowserFact]
    public async Task Message_that_the_bot_corrects_or_takes_back_changes_on_the_page()
    {
        await using var bot = await Start();
        await using var talk = await Talk.AsPrincipal(browser, bot);
        await talk.Notify("cũ");
        await talk.Notify("thừa");
        await Expect(talk.Messages).ToHaveCountAsync(2);
        var ids = await talk.Page.EvaluateAsync<string[]>("() => JSON.parse(sessionStorage['page.history.dinh-thi-mau']).entries.map(entry => entry.id)");
        using var http = PageConnectorTests.Client(bot);

        (await http.PutAsJsonAsync($"/page/connector/v3/conversations/webchat-dinh-thi-mau/activities/{ids[0]}", Text("mới"))).EnsureSuccessStatusCode();
        (await http.DeleteAsync($"/page/connector/v3/conversations/webchat-dinh-thi-mau/activities/{ids[1]}")).EnsureSuccessStatusCode();

        await Expect(talk.Messages).ToHaveCountAsync(1);
        await Expect(talk.Text("mới")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Time_of_a_message_is_Vietnams_wherever_the_browser_is()
    {
        await using var bot = await Start();
        var late = Text("muộn");
        late["timestamp"] = "2026-11-25T17:05:00Z";
        bot.Knows(("a", [late]));
        await using var talk = await Talk.AsPrincipal(browser, bot);

        await talk.Write("a");

        await Expect(talk.Messages.Nth(1)).ToHaveAccessibleNameAsync("Trợ lý chỉ đạo, 00:05");
        await Expect(talk.Messages.Nth(0)).ToHaveAccessibleNameAsync(new System.Text.RegularExpressions.Regex("^Bạn, 09:1[4-9]$"));
        await Expect(talk.Text("thứ Năm 26/11/2026")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Person_who_is_written_to_in_English_gets_an_English_page()
    {
        await using var bot = await Start();
        await using var talk = await Talk.As("Alex Sample", browser, bot);

        await Expect(talk.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(talk.Button("Show due tasks")).ToBeVisibleAsync();
        await talk.Button("Report progress").ClickAsync();

        var sent = await bot.Hears("message");
        Assert.Equal("Report progress", (string?)sent["text"]);
        Assert.Equal("en-US", (string?)sent["locale"]);
    }
}
