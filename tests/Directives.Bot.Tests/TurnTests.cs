using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Directives.Bot.Tests.Hosting;

namespace Directives.Bot.Tests;

/// <summary>What holds of every turn: once only, the sender's own rights, buttons that act on what was shown, memory that ends.</summary>
public abstract class TurnTests : StoreTests
{
    [ContractFact]
    public async Task Message_delivered_twice_changes_nothing_and_is_answered_once()
    {
        await using var bot = await StartAsync();
        var message = bot.Message(Organisation.Principal, "việc 3 được 40%", id: "same");

        Assert.Single(await bot.SendAsync(message.DeepClone().AsObject()));
        Assert.Empty(await bot.SendAsync(message.DeepClone().AsObject()));

        Assert.Contains("40%", await bot.SayAsync(Organisation.Principal, "việc 3"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Report_survives_a_restart()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 3 xong rồi");

        await bot.RestartAsync();

        Assert.Contains("đã ghi hoàn thành lúc 09:14", await bot.SayAsync(Organisation.Principal, "việc 3 xong rồi"), StringComparison.Ordinal);
        Assert.Contains("trở lại chưa thực hiện", await bot.SayAsync(Organisation.Principal, "hoàn tác"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Undo_after_ten_minutes_is_refused_with_the_state()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 3 xong rồi");
        bot.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        Assert.StartsWith("Quá 10 phút nên em không hoàn tác được.", await bot.SayAsync(Organisation.Principal, "hoàn tác"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Question_left_open_for_half_an_hour_records_nothing()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 2, 3 xong rồi");
        bot.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.StartsWith("Câu hỏi đó đã quá 30 phút", await bot.SayAsync(Organisation.Principal, "1"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Two_schools_of_one_task_do_not_see_each_other()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 3 xong rồi");

        Assert.Contains("Việc 3", await bot.SayAsync(Organisation.OtherPrincipal, "việc 3"), StringComparison.Ordinal);
        Assert.Contains("chưa thực hiện", await bot.SayAsync(Organisation.OtherPrincipal, "việc 3"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Leader_sees_a_report_in_the_summary_and_its_undo_takes_it_out()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 3 xong rồi");
        Assert.Contains("Hoàn thành đúng hạn: 1/7", await bot.SayAsync(Organisation.Leader, "tổng hợp"), StringComparison.Ordinal);

        await bot.SayAsync(Organisation.Principal, "hoàn tác");

        Assert.Contains("Hoàn thành đúng hạn: 0/7", await bot.SayAsync(Organisation.Leader, "tổng hợp"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Button_pressed_twice_tells_the_state_and_records_once()
    {
        await using var bot = await StartAsync();
        var card = RunningBot.Card((await bot.SendAsync(bot.Message(Organisation.Principal, "việc 3")))[0]);

        var first = await bot.PressAsync(Organisation.Principal, card, "Báo hoàn thành");
        var second = await bot.PressAsync(Organisation.Principal, card, "Báo hoàn thành");

        Assert.StartsWith("Đã ghi lúc 09:14", (string)first["fallbackText"]!, StringComparison.Ordinal);
        Assert.StartsWith("Thẻ này đã cũ, em chưa ghi gì.", (string)second["fallbackText"]!, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Concurrent_reports_of_one_unit_are_all_kept()
    {
        await using var bot = await StartAsync();

        await Task.WhenAll(Enumerable.Range(1, 20).Select(i => bot.SayAsync(Organisation.Principal, $"việc {(i % 5) + 1} được {i + 10}%")));

        var history = await bot.SayAsync(Organisation.Leader, "tổng hợp");
        Assert.Contains("7 việc", history, StringComparison.Ordinal);
        // Twenty reports of five tasks: each task got four, one after the other, and its history holds them all.
        for (var task = 1; task <= 5; task++)
        {
            var events = await bot.SayAsync(Organisation.Principal, $"lịch sử việc {task}");
            Assert.Equal(4, events.Split('\n').Count(line => line.Contains("Đinh Thị Mẫu báo", StringComparison.Ordinal)));
        }
    }

    [ContractFact]
    public async Task Endpoint_without_an_app_id_is_shut_outside_development()
    {
        await using var bot = await StartAsync(settings: settings => settings["environment"] = "Production");

        var response = await bot.Http.PostAsJsonAsync("/api/messages", bot.Message(Organisation.Principal, "còn việc gì"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bot.Http.GetAsync("/page/people")).StatusCode);
    }

    [ContractFact]
    public async Task Clerk_sends_a_document_checks_its_draft_and_publishes_it()
    {
        await using var bot = await StartAsync();
        var message = bot.Message(Organisation.Clerk, "");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/plain",
            ["name"] = "cong-van.txt",
            ["contentUrl"] = "data:text/plain;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Letter)),
        });

        var read = string.Join('\n', (await bot.SendAsync(message)).Select(RunningBot.Text));
        var check = await bot.SayAsync(Organisation.Clerk, "giao đi");
        var done = await bot.SayAsync(Organisation.Clerk, "1");

        Assert.Contains("2 việc nháp, chưa giao ai", read, StringComparison.Ordinal);
        Assert.StartsWith("Sắp giao 2 việc cho", check, StringComparison.Ordinal);
        Assert.StartsWith("Đã giao 2 việc, số 8 đến 9", done, StringComparison.Ordinal);
        Assert.Contains("việc 8", await bot.SayAsync(Organisation.OtherPrincipal, "còn việc gì"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clerk_corrects_a_draft_in_words_and_each_unit_gets_its_part_with_the_source()
    {
        await using var bot = await Organisation.StartAsync();
        await SendLetterAsync(bot);

        var lead = await bot.SayAsync(Organisation.Clerk, "việc 2 chủ trì THCS Hoa Sen, hạn 31/12");
        var wrong = await bot.SayAsync(Organisation.Clerk, "việc 1 chủ trì Phòng Nội vụ");
        await bot.SayAsync(Organisation.Clerk, "việc 1 chủ trì khối mầm non");
        var added = await bot.SayAsync(Organisation.Clerk, "thêm việc: TH Cỏ May gửi thực đơn");
        await bot.SayAsync(Organisation.Clerk, "bỏ việc 3");
        await bot.SayAsync(Organisation.Clerk, "giao đi");
        var done = await bot.SayAsync(Organisation.Clerk, "1");

        Assert.Contains("Ai làm: THCS Hoa Sen. Hạn thứ Năm 31/12/2026.", lead, StringComparison.Ordinal);
        Assert.StartsWith("Chưa khớp danh bạ: \"Phòng Nội vụ\".", wrong, StringComparison.Ordinal);
        Assert.StartsWith("Đã thêm nháp 3.", added, StringComparison.Ordinal);
        Assert.StartsWith("Đã giao 2 việc, số 8 đến 9", done, StringComparison.Ordinal);
        Assert.Contains("\"Các trường mầm non nộp báo cáo", await bot.SayAsync(Organisation.OtherPrincipal, "việc 8 căn cứ đâu"), StringComparison.Ordinal);
        Assert.Contains("việc 9", await bot.SayAsync(Organisation.Principal, "còn việc gì") + await bot.SayAsync(Organisation.Principal, "xem thêm"), StringComparison.Ordinal);
        Assert.Contains("không có việc 8", await bot.SayAsync(Organisation.Principal, "việc 8"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_survives_a_restart_and_is_published_once_by_two_clerks()
    {
        await using var bot = await Organisation.StartAsync();
        await SendLetterAsync(bot);
        await bot.RestartAsync();
        var card = RunningBot.Card((await bot.SendAsync(bot.Message(Organisation.Clerk, "giao đi")))[0]);
        var title = (string)card["actions"]![0]!["title"]!;

        var pressed = await Task.WhenAll(bot.PressAsync(Organisation.Clerk, card, title), bot.PressAsync(Organisation.Clerk, card, title));

        Assert.Single(pressed, answer => ((string)answer["fallbackText"]!).StartsWith("Đã giao 2 việc", StringComparison.Ordinal));
        Assert.Contains("Không có việc 10", await bot.SayAsync(Organisation.Clerk, "việc 10"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leader_assigns_a_task_in_words_after_a_look()
    {
        await using var bot = await Organisation.StartAsync();

        var check = await bot.SayAsync(Organisation.Leader, "giao các trường mầm non nộp báo cáo bếp ăn trước 15/12");
        var done = await bot.SayAsync(Organisation.Leader, "1");

        Assert.StartsWith("Em giao việc này nhé?\nViệc mới: Nộp báo cáo bếp ăn", check, StringComparison.Ordinal);
        Assert.Contains("thứ Ba 15/12/2026", check, StringComparison.Ordinal);
        Assert.StartsWith("Đã giao việc 8 \"Nộp báo cáo bếp ăn", done, StringComparison.Ordinal);
        Assert.Contains("việc 8", await bot.SayAsync(Organisation.OtherPrincipal, "còn việc gì"), StringComparison.Ordinal);
        Assert.Contains("không có việc 8", await bot.SayAsync(Organisation.Principal, "việc 8"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Extension_goes_up_is_decided_and_moves_the_deadline()
    {
        await using var bot = await Organisation.StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 5 xin gia hạn đến 15/1 vì chờ thẩm định");
        await bot.SayAsync(Organisation.Principal, "1");

        var waiting = await bot.SayAsync(Organisation.Leader, "có trường nào xin gia hạn không");
        var reject = await bot.SayAsync(Organisation.Leader, "không duyệt");
        var decided = await bot.SayAsync(Organisation.Leader, "duyệt");

        Assert.Contains("THCS Hoa Sen, việc 5: xin đến thứ Sáu 15/01/2027, \"chờ thẩm định\"", waiting, StringComparison.Ordinal);
        Assert.Equal("Lý do không duyệt là gì ạ?", reject);
        Assert.StartsWith("Đã duyệt: THCS Hoa Sen, việc 5", decided, StringComparison.Ordinal);
        Assert.Contains("15/01/2027", await bot.SayAsync(Organisation.Principal, "việc 5 hạn bao giờ"), StringComparison.Ordinal);
        Assert.Contains("31/12/2026", await bot.SayAsync(Organisation.OtherPrincipal, "việc 5 hạn bao giờ"), StringComparison.Ordinal);

        await bot.SayAsync(Organisation.Leader, "hoàn tác");
        Assert.Contains("31/12/2026", await bot.SayAsync(Organisation.Principal, "việc 5 hạn bao giờ"), StringComparison.Ordinal);
    }

    private static async Task SendLetterAsync(RunningBot bot)
    {
        var message = bot.Message(Organisation.Clerk, "");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/plain",
            ["name"] = "cong-van.txt",
            ["contentUrl"] = "data:text/plain;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Letter)),
        });
        Assert.Contains("2 việc nháp", RunningBot.Text((await bot.SendAsync(message))[0]), StringComparison.Ordinal);
    }

    private const string Letter = """
        ỦY BAN NHÂN DÂN
        PHƯỜNG SÔNG MÂY

        Số: 77/UBND-VHXH
        V/v báo cáo công tác bán trú

        Sông Mây, ngày 24 tháng 11 năm 2026

        Kính gửi: Các trường mầm non, tiểu học, THCS

        Ủy ban nhân dân phường yêu cầu các trường thực hiện một số nội dung sau:

        1. Các trường mầm non nộp báo cáo công tác bán trú trước ngày 10/12/2026.

        2. Giao Phòng Văn hóa – Xã hội chủ trì, phối hợp với các trường tổng hợp, báo cáo Ủy ban nhân dân phường trước ngày 20/12/2026.

        Nơi nhận: Như trên; Lưu VT.
        """;
}
