using System.Text.Json.Nodes;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests;

/// <summary>All that people do, done by pressing buttons and filling in fields: nobody types more than the word that brings up the menu.</summary>
public sealed class CardTests
{
    [Fact]
    public async Task Principal_does_all_of_a_task_on_cards()
    {
        await using var bot = await Organisation.StartAsync();
        var menu = await MenuAsync(bot, Organisation.Principal);

        var list = await bot.PressAsync(Organisation.Principal, menu, "Xem việc đến hạn");
        var more = await bot.PressAsync(Organisation.Principal, list, "Xem thêm");
        var task = await bot.PressAsync(Organisation.Principal, list, "Việc 3");
        var form = await bot.PressAsync(Organisation.Principal, task, "Cập nhật %");
        var recorded = await bot.PressAsync(Organisation.Principal, form, "Ghi tiến độ", ("percent", "60"), ("note", "đã kiểm tra 3 bếp"));
        var undone = await bot.PressAsync(Organisation.Principal, recorded, "Hoàn tác");
        task = await bot.PressAsync(Organisation.Principal, undone, "Việc 3");
        var done = await bot.PressAsync(Organisation.Principal, task, "Báo hoàn thành");

        Assert.Contains("việc 7", Text(more), StringComparison.Ordinal);
        Assert.DoesNotContain("việc 1:", Text(more), StringComparison.Ordinal);
        Assert.Equal(["Báo hoàn thành", "Cập nhật %", "Xin gia hạn", "Báo khó khăn"], RunningBot.Buttons(task));
        Assert.Contains("đang thực hiện 60%", Text(recorded), StringComparison.Ordinal);
        Assert.StartsWith("Đã hoàn tác: việc 3", Text(undone), StringComparison.Ordinal);
        Assert.Contains("hoàn thành, trước hạn 2 ngày", Text(done), StringComparison.Ordinal);
        Assert.Contains("Quá trình", (await bot.PressAsync(Organisation.Principal, list, "Việc 3")).ToJsonString(Readable), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Principal_asks_for_more_time_and_a_leader_rejects_it_with_a_reason_and_approves_another_day()
    {
        await using var bot = await Organisation.StartAsync();
        var task = await TaskAsync(bot, Organisation.Principal, 5);
        var form = await bot.PressAsync(Organisation.Principal, task, "Xin gia hạn");
        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.PressAsync(Organisation.Principal, form, "Gửi đề nghị", ("until", "2027-01-15")));
        var again = await bot.PressAsync(Organisation.Principal, form, "Gửi đề nghị", ("until", "2026-12-01"), ("reason", "chờ thẩm định"));
        var sent = await bot.PressAsync(Organisation.Principal, again, "Gửi đề nghị", ("until", "15/01/2027"), ("reason", "chờ thẩm định"));
        Assert.StartsWith("Thứ Ba 01/12/2026 không sau hạn hiện tại", Text(again), StringComparison.Ordinal);
        Assert.StartsWith("Đã gửi đề nghị.", Text(sent), StringComparison.Ordinal);

        var summary = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem tổng hợp");
        var request = await bot.PressAsync(Organisation.Leader, summary, "Xem đề nghị (1)");
        Assert.Equal(["Duyệt đến 15/01/2027", "Chọn ngày khác", "Không duyệt"], RunningBot.Buttons(request));
        var reasonless = await bot.PressAsync(Organisation.Leader, request, "Không duyệt");
        Assert.Contains("Không duyệt thì cần có lý do; em chưa ghi gì.", Text(reasonless), StringComparison.Ordinal);
        var rejected = await bot.PressAsync(Organisation.Leader, reasonless, "Không duyệt", ("reason", "cần số liệu họp"));
        Assert.StartsWith("Đã ghi không duyệt: THCS Hoa Sen, việc 5", Text(rejected), StringComparison.Ordinal);

        await bot.PressAsync(Organisation.Leader, rejected, "Hoàn tác");
        request = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem đề nghị");
        var other = await bot.PressAsync(Organisation.Leader, request, "Chọn ngày khác");
        var approved = await bot.PressAsync(Organisation.Leader, other, "Duyệt", ("until", "2027-01-08"));
        Assert.Contains("gia hạn đến thứ Sáu 08/01/2027", Text(approved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_requests_are_a_block_each_and_the_reason_is_asked_for_on_the_card_of_the_one()
    {
        await using var bot = await Organisation.StartAsync();
        await AskForTimeAsync(bot, Organisation.Principal, 5, "2027-01-15");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await AskForTimeAsync(bot, Organisation.OtherPrincipal, 4, "2026-12-30");
        var requests = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem đề nghị");

        var alone = await bot.PressAsync(Organisation.Leader, requests, "Không duyệt");
        var rejected = await bot.PressAsync(Organisation.Leader, alone, "Không duyệt", ("reason", "cần số liệu"));
        var approved = await bot.PressAsync(Organisation.Leader, requests, "Duyệt đến 30/12/2026");

        Assert.Equal("Lý do không duyệt là gì ạ?", Text(alone));
        Assert.StartsWith("Đã ghi không duyệt: THCS Hoa Sen", Text(rejected), StringComparison.Ordinal);
        Assert.StartsWith("Đã duyệt: MN Sao Mai, việc 4", Text(approved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Obstacle_is_filled_in_with_its_proposal_and_told_to_the_leader_on_a_card()
    {
        await using var bot = await Organisation.StartAsync();
        var form = await bot.PressAsync(Organisation.Principal, await TaskAsync(bot, Organisation.Principal, 5), "Báo khó khăn");

        var saved = await bot.PressAsync(Organisation.Principal, form, "Gửi khó khăn", ("note", "kinh phí"), ("proposal", "phường cấp 20 triệu"));
        var waiting = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem đề nghị");

        Assert.StartsWith("Đã ghi khó khăn của việc 5 \"Kiểm kê tài sản công\": \"kinh phí\".", Text(saved), StringComparison.Ordinal);
        Assert.Contains("phường cấp 20 triệu", waiting.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.Equal(["Trả lời"], RunningBot.Buttons(waiting));

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.PressAsync(Organisation.Leader, waiting, "Trả lời"));
        var wordless = await bot.PressAsync(Organisation.Leader, waiting, "Trả lời", ("answer", " "));
        var answered = await bot.PressAsync(Organisation.Leader, wordless, "Trả lời", ("answer", "phường sẽ cấp 15 triệu"));
        var task = await FindAsync(bot, "thcs-hoa-sen", 5);
        Assert.StartsWith("Cần ghi câu trả lời; em chưa ghi gì.", Text(wordless), StringComparison.Ordinal);
        Assert.StartsWith("Đã ghi trả lời cho THCS Hoa Sen, việc 5 \"Kiểm kê tài sản công\": \"phường sẽ cấp 15 triệu\".", Text(answered), StringComparison.Ordinal);
        Assert.Equal((null, "kinh phí", "phường sẽ cấp 15 triệu"), (task.Obstacle, task.Answer!.Note, task.Answer.Words));

        await bot.PressAsync(Organisation.Leader, answered, "Hoàn tác");
        Assert.NotNull((await FindAsync(bot, "thcs-hoa-sen", 5)).Obstacle);
    }

    [Fact]
    public async Task Several_obstacles_are_a_block_each_and_the_answer_is_asked_for_on_the_card_of_the_one()
    {
        await using var bot = await Organisation.StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 5 vướng kinh phí");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.SayAsync(Organisation.OtherPrincipal, "việc 3 vướng bếp hỏng");
        var waiting = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem đề nghị");

        var alone = await bot.PressAsync(Organisation.Leader, waiting, "Trả lời");
        var answered = await bot.PressAsync(Organisation.Leader, alone, "Trả lời", ("answer", "phường cấp"));

        Assert.StartsWith("THCS Hoa Sen, việc 5: vướng \"vướng kinh phí\"", Text(alone), StringComparison.Ordinal);
        Assert.StartsWith("Đã ghi trả lời cho THCS Hoa Sen, việc 5", Text(answered), StringComparison.Ordinal);
        Assert.NotNull((await FindAsync(bot, "mn-sao-mai", 3)).Obstacle);
    }

    [Fact]
    public async Task Several_reports_are_set_right_in_their_fields()
    {
        await using var bot = await Organisation.StartAsync();
        var ask = RunningBot.Card((await bot.SendAsync(bot.Message(Organisation.Principal, "việc 2, 3, 4 xong rồi")))[0]);

        var recorded = await bot.PressAsync(Organisation.Principal, ask, "Ghi các việc này", ("state3", "started"), ("state4", "drop"));

        Assert.Contains("việc 2 \"Nộp danh sách học sinh giỏi\" hoàn thành", Text(recorded), StringComparison.Ordinal);
        Assert.Contains("việc 3 \"Kiểm tra bếp ăn\" đang thực hiện", Text(recorded), StringComparison.Ordinal);
        Assert.DoesNotContain("việc 4", Text(recorded), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digits_that_mean_something_else_than_the_buttons_of_a_form_stand_on_it()
    {
        await using var bot = await Organisation.StartAsync();
        var form = await bot.PressAsync(Organisation.Principal, await TaskAsync(bot, Organisation.Principal, 3), "Cập nhật %");
        var ask = RunningBot.Card((await bot.SendAsync(bot.Message(Organisation.Principal, "việc 2, 3 xong rồi")))[0]);

        Assert.Contains("Nhắn số: 1 Báo hoàn thành · 2 Đang làm 25%", form["body"]!.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.DoesNotContain("Nhắn số", ask["body"]!.ToJsonString(Readable), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("250")]
    [InlineData("xong")]
    public async Task Report_whose_field_says_no_state_is_not_recorded(string value)
    {
        await using var bot = await Organisation.StartAsync();
        var ask = RunningBot.Card((await bot.SendAsync(bot.Message(Organisation.Principal, "việc 2, 3 xong rồi")))[0]);

        await bot.PressAsync(Organisation.Principal, ask, "Ghi các việc này", ("state3", value));

        Assert.True((await FindAsync(bot, "thcs-hoa-sen", 2)).State.IsDone);
        Assert.Equal(1, (await FindAsync(bot, "thcs-hoa-sen", 3)).Version);
    }

    [Fact]
    public async Task Note_that_is_longer_than_its_field_is_kept_whole()
    {
        await using var bot = await Organisation.StartAsync();
        var form = await bot.PressAsync(Organisation.Principal, await TaskAsync(bot, Organisation.Principal, 5), "Cập nhật %");
        var note = string.Join(' ', Enumerable.Repeat("đã", FilledForm.MaxCharacters));

        await bot.PressAsync(Organisation.Principal, form, "Ghi tiến độ", ("percent", "70"), ("note", note));

        var reported = new List<HistoryEvent>();
        await foreach (var one in bot.Services.GetRequiredService<WorkTable>().HistoryAsync("thcs-hoa-sen", 5, default)) reported.Add(one);
        Assert.Equal(note, reported[^1].Note);
    }

    [Theory]
    [InlineData("9999-12-31", "Ngày chưa đúng; em chưa ghi gì. Chọn lại ngày giúp em.")]
    [InlineData("2062-01-15", "Chủ nhật 15/01/2062 xa hơn 2 năm so với hạn hiện tại, em chưa ghi gì.")]
    public async Task Leader_grants_no_day_that_is_a_slip_of_the_finger(string day, string answer)
    {
        await using var bot = await Organisation.StartAsync();
        await AskForTimeAsync(bot, Organisation.Principal, 5, "2027-01-15");
        var other = await bot.PressAsync(Organisation.Leader, await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem đề nghị"), "Chọn ngày khác");

        var wrong = await bot.PressAsync(Organisation.Leader, other, "Duyệt", ("until", day));

        Assert.StartsWith(answer, Text(wrong), StringComparison.Ordinal);
        Assert.Null((await FindAsync(bot, "thcs-hoa-sen", 5)).Decision);
    }

    [Theory]
    [InlineData("...")]
    [InlineData("- ; -")]
    public async Task Task_without_a_word_is_not_assigned(string what)
    {
        await using var bot = await Organisation.StartAsync();
        var form = await bot.PressAsync(Organisation.Clerk, await MenuAsync(bot, Organisation.Clerk), "Giao việc");

        var again = await bot.PressAsync(Organisation.Clerk, form, "Xem lại rồi giao", ("note", what), ("who", "MN Sao Mai"));

        Assert.StartsWith("Cần ghi việc gì và giao cho ai; em chưa giao gì.", Text(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leader_goes_from_the_summary_to_units_and_tasks_and_has_them_reminded()
    {
        await using var bot = await Organisation.StartAsync();
        var summary = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem tổng hợp");

        var unit = await bot.PressAsync(Organisation.Leader, summary, "MN Sao Mai");
        var units = await bot.PressAsync(Organisation.Leader, summary, "Xem đơn vị chưa xong");
        var check = await bot.PressAsync(Organisation.Leader, units, "Đôn đốc đơn vị");
        var sending = await bot.PressAsync(Organisation.Leader, check, "Gửi 3 đơn vị");

        Assert.StartsWith("MN Sao Mai có 1 việc quá hạn.", Text(unit), StringComparison.Ordinal);
        Assert.StartsWith("Việc 1 \"Lập kế hoạch phòng cháy\": 3/3 đơn vị chưa xong", Text(units), StringComparison.Ordinal);
        Assert.StartsWith("Em đang gửi cho 3 đơn vị.", Text(sending), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clerk_assigns_a_task_on_a_form_after_a_look_and_pressing_twice_assigns_it_once()
    {
        await using var bot = await Organisation.StartAsync();
        var form = await bot.PressAsync(Organisation.Clerk, await MenuAsync(bot, Organisation.Clerk), "Giao việc");
        var unknown = await bot.PressAsync(Organisation.Clerk, form, "Xem lại rồi giao", ("note", "Nộp báo cáo bếp ăn"), ("who", "Trường Không Có"), ("until", "2026-12-15"));
        var check = await bot.PressAsync(Organisation.Clerk, unknown, "Xem lại rồi giao", ("note", "Nộp báo cáo bếp ăn"), ("who", "khối mầm non"), ("until", "2026-12-15"));

        var done = await bot.PressAsync(Organisation.Clerk, check, "Giao việc");
        var twice = await bot.PressAsync(Organisation.Clerk, check, "Giao việc");
        await bot.PressAsync(Organisation.Clerk, done, "Hoàn tác");
        var takenBack = await bot.PressAsync(Organisation.Clerk, check, "Giao việc");

        Assert.StartsWith("Đã giao việc 8", Text(done), StringComparison.Ordinal);
        Assert.Equal("Việc 8 \"Nộp báo cáo bếp ăn\" đã giao rồi, em không giao thêm.", Text(twice));
        Assert.Equal(["Hoàn tác", "Việc 8"], RunningBot.Buttons(twice));
        Assert.StartsWith(Old, Text(takenBack), StringComparison.Ordinal);
        Assert.Contains("Đã được thu hồi", await bot.SayAsync(Organisation.OtherPrincipal, "việc 8"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clerk_corrects_a_draft_in_its_fields_and_publishes_it()
    {
        await using var bot = await Organisation.StartAsync();
        var draft = await bot.PressAsync(Organisation.Clerk, await SendLetterAsync(bot), "Xem từng nháp");

        var badDay = await bot.PressAsync(Organisation.Clerk, draft, "Lưu, xem nháp sau", ("until", "31/11/2026"));
        var second = await bot.PressAsync(Organisation.Clerk, badDay, "Lưu, xem nháp sau", ("until", "2026-12-12"));
        var check = await bot.PressAsync(Organisation.Clerk, second, "Giao 2 việc", ("who", "THCS Hoa Sen; TH Cỏ May"));
        var done = await bot.PressAsync(Organisation.Clerk, check, "Giao ngay");

        Assert.StartsWith("Ngày chưa đúng", Text(badDay), StringComparison.Ordinal);
        Assert.StartsWith("Đã lưu nháp 1.\nNháp 2/2", Text(second), StringComparison.Ordinal);
        Assert.StartsWith("Đã lưu nháp 2.\nSắp giao 2 việc cho 3 đơn vị.", Text(check), StringComparison.Ordinal);
        Assert.StartsWith("Đã giao 2 việc, số 8 đến 9", Text(done), StringComparison.Ordinal);
        Assert.Contains("12/12/2026", await bot.SayAsync(Organisation.OtherPrincipal, "việc 8 hạn bao giờ"), StringComparison.Ordinal);
        Assert.Contains("Việc 9", await bot.SayAsync(Organisation.Principal, "việc 9"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_of_the_last_draft_is_said_before_publishing_is_offered()
    {
        await using var bot = await Organisation.StartAsync();
        var first = await bot.PressAsync(Organisation.Clerk, await SendLetterAsync(bot), "Xem từng nháp");
        var last = await bot.PressAsync(Organisation.Clerk, first, "Lưu, xem nháp sau");

        var saved = await bot.PressAsync(Organisation.Clerk, last, "Lưu", ("until", "2026-12-30"));

        Assert.StartsWith("Đã lưu nháp 2.\nSắp giao 2 việc", Text(saved), StringComparison.Ordinal);
        Assert.StartsWith("Đã bỏ nháp 2.\nSắp giao 1 việc", await bot.SayAsync(Organisation.Clerk, "bỏ nháp 2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_of_a_request_has_the_buttons_that_decide_it()
    {
        await using var bot = await Organisation.StartAsync();
        await AskForTimeAsync(bot, Organisation.Principal, 5, "2027-01-15");
        var (roster, task) = (Organisation.Roster, await FindAsync(bot, "thcs-hoa-sen", 5));
        var notice = new Notice
        {
            Id = "n",
            Kind = NoticeKind.ExtensionAsked,
            PersonId = Organisation.Leader,
            NotBefore = bot.Clock.GetUtcNow(),
            Tasks = [5],
            UnitId = "thcs-hoa-sen",
            Occasion = task.Extension!.At,
        };

        var reply = await bot.Services.GetRequiredService<ComposeNotice>().HandleAsync(notice, roster.FindPerson(Organisation.Leader)!, default);
        var card = JsonNode.Parse(Rendering.CardRenderer.Render(reply!, new Wording(Texts.Vietnamese, null, new DateOnly(2026, 11, 25)), ["29:leader"]).ToString())!;
        var refresh = card["refresh"]!["action"]!;
        var before = await bot.PressAsync(Organisation.Leader, refresh, card, [("reason", "")], "automatic");
        var approved = await bot.PressAsync(Organisation.Leader, card, "Duyệt đến 15/01/2027");
        var after = await bot.PressAsync(Organisation.Leader, refresh, card, [("reason", "")], "automatic");

        Assert.Equal("29:leader", (string?)card["refresh"]!["userIds"]![0]);
        Assert.Equal(RunningBot.Buttons(card), RunningBot.Buttons(before));
        Assert.Equal("Đề nghị của THCS Hoa Sen về việc 5 không còn chờ.", Text(after));
        Assert.Equal(["Duyệt đến 15/01/2027", "Chọn ngày khác", "Không duyệt"], RunningBot.Buttons(card));
        Assert.StartsWith("Đã duyệt: THCS Hoa Sen, việc 5", Text(approved), StringComparison.Ordinal);
    }

    private const string Old = "Thẻ này đã cũ, em chưa ghi gì.";

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Text(JsonNode card) => (string)card["fallbackText"]!;

    internal static async Task<JsonObject> MenuAsync(RunningBot bot, string person) => RunningBot.Card((await bot.SendAsync(bot.Message(person, "trợ giúp")))[0]);

    internal static async Task<JsonObject> TaskAsync(RunningBot bot, string person, int task) => RunningBot.Card((await bot.SendAsync(bot.Message(person, $"việc {task}")))[0]);

    internal static async Task AskForTimeAsync(RunningBot bot, string person, int task, string until)
    {
        var form = await bot.PressAsync(person, await TaskAsync(bot, person, task), "Xin gia hạn");
        Assert.StartsWith("Đã gửi đề nghị.", Text(await bot.PressAsync(person, form, "Gửi đề nghị", ("until", until), ("reason", "chờ thẩm định giá"))), StringComparison.Ordinal);
    }

    internal static async Task<Assignment> FindAsync(RunningBot bot, string unit, int task) =>
        (await bot.Services.GetRequiredService<WorkTable>().FindAsync(unit, task, default))!.Value;

    internal static async Task<JsonObject> SendLetterAsync(RunningBot bot)
    {
        var message = bot.Message(Organisation.Clerk, "");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "text/plain",
            ["name"] = "cong-van.txt",
            ["contentUrl"] = "data:text/plain;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Letter)),
        });
        return RunningBot.Card((await bot.SendAsync(message))[0]);
    }

    private const string Letter = """
        ỦY BAN NHÂN DÂN
        PHƯỜNG SÔNG MÂY

        Số: 77/UBND-VHXH

        Sông Mây, ngày 24 tháng 11 năm 2026

        Ủy ban nhân dân phường yêu cầu các trường thực hiện một số nội dung sau:

        1. Các trường mầm non nộp báo cáo công tác bán trú trước ngày 10/12/2026.

        2. Giao Phòng Văn hóa – Xã hội tổng hợp, báo cáo Ủy ban nhân dân phường trước ngày 20/12/2026.
        """;
}
