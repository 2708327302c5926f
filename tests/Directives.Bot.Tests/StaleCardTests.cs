using System.Text.Json.Nodes;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Language.Messages;
using Microsoft.Extensions.DependencyInjection;
using static Directives.Bot.Tests.CardTests;

namespace Directives.Bot.Tests;

/// <summary>A button acts on what its card showed: changed since, it records nothing and shows what there is now. Each that changes something has its test.</summary>
public sealed class StaleCardTests
{
    private const string Old = "Thẻ này đã cũ, em chưa ghi gì.";

    [Theory]
    [InlineData("Báo hoàn thành")]
    [InlineData("Ghi tiến độ")]
    [InlineData("Gửi đề nghị")]
    [InlineData("Gửi khó khăn")]
    public async Task Report_or_request_of_a_task_that_changed_meanwhile_records_nothing_and_shows_it_anew(string button)
    {
        await using var bot = await Organisation.StartAsync();
        JsonNode card = await TaskAsync(bot, Organisation.Principal, 5);
        if (button != "Báo hoàn thành") card = await bot.PressAsync(Organisation.Principal, card, button switch { "Ghi tiến độ" => "Cập nhật %", "Gửi đề nghị" => "Xin gia hạn", _ => "Báo khó khăn" });
        await bot.SayAsync(Organisation.Principal, "việc 5 được 40%");

        var stale = await bot.PressAsync(Organisation.Principal, card, button, ("percent", "70"), ("until", "2027-01-15"), ("reason", "chờ"), ("note", "vướng kinh phí"));

        Assert.StartsWith(Old + " Việc 5 \"Kiểm kê tài sản công\" hiện là đang thực hiện 40%; đây là thẻ mới.", Text(stale), StringComparison.Ordinal);
        Assert.Contains("Báo hoàn thành", RunningBot.Buttons(stale));
        var task = await FindAsync(bot, "thcs-hoa-sen", 5);
        Assert.Equal((40, null, null), (task.Percent, task.Extension, task.Obstacle));
        Assert.StartsWith("Đã ghi lúc", Text(await bot.PressAsync(Organisation.Principal, stale, "Báo hoàn thành")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_reports_of_which_one_changed_meanwhile_record_none()
    {
        await using var bot = await Organisation.StartAsync();
        var ask = RunningBot.Card((await bot.SendAsync(bot.Message(Organisation.Principal, "việc 2, 3 xong rồi")))[0]);
        await bot.SayAsync(Organisation.Principal, "việc 3 được 40%");

        var stale = await bot.PressAsync(Organisation.Principal, ask, "Ghi các việc này");

        Assert.StartsWith(Old, Text(stale), StringComparison.Ordinal);
        Assert.False((await FindAsync(bot, "thcs-hoa-sen", 2)).State.IsDone);
    }

    [Fact]
    public async Task Undo_takes_back_what_its_own_card_told_of_and_nothing_that_came_after()
    {
        await using var bot = await Organisation.StartAsync();
        var first = await bot.PressAsync(Organisation.Principal, await TaskAsync(bot, Organisation.Principal, 3), "Báo hoàn thành");
        var second = await bot.PressAsync(Organisation.Principal, await TaskAsync(bot, Organisation.Principal, 2), "Báo hoàn thành");

        var stale = await bot.PressAsync(Organisation.Principal, first, "Hoàn tác");

        Assert.StartsWith("Thẻ này đã cũ", Text(stale), StringComparison.Ordinal);
        Assert.True((await FindAsync(bot, "thcs-hoa-sen", 3)).State.IsDone && (await FindAsync(bot, "thcs-hoa-sen", 2)).State.IsDone);
        Assert.StartsWith("Đã hoàn tác: việc 2", Text(await bot.PressAsync(Organisation.Principal, second, "Hoàn tác")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_button_of_a_question_about_a_task_that_changed_meanwhile_records_nothing()
    {
        await using var bot = await Organisation.StartAsync();
        var which = RunningBot.Card((await bot.SendAsync(bot.Message(Organisation.Principal, "kiểm kê xong rồi")))[0]);
        await bot.SayAsync(Organisation.Principal, "việc 5 được 40%");

        Assert.StartsWith(Old, Text(await bot.PressAsync(Organisation.Principal, which, "Việc 5")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Duyệt đến 15/01/2027")]
    [InlineData("Chọn ngày khác")]
    [InlineData("Không duyệt")]
    public async Task Decision_about_a_request_that_was_made_anew_decides_nothing_and_shows_it(string button)
    {
        await using var bot = await Organisation.StartAsync();
        await AskForTimeAsync(bot, Organisation.Principal, 5, "2027-01-15");
        var request = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem đề nghị");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.SayAsync(Organisation.Principal, "việc 5 xin gia hạn đến 20/1/2027 vì chờ thẩm định");
        await bot.SayAsync(Organisation.Principal, "1");

        var stale = await bot.PressAsync(Organisation.Leader, request, button, ("reason", "không"));

        Assert.StartsWith(Old, Text(stale), StringComparison.Ordinal);
        Assert.Contains("Duyệt đến 20/01/2027", RunningBot.Buttons(stale));
        Assert.Null((await FindAsync(bot, "thcs-hoa-sen", 5)).Decision);
    }

    [Fact]
    public async Task Decision_that_somebody_has_taken_meanwhile_is_not_taken_again()
    {
        await using var bot = await Organisation.StartAsync();
        await AskForTimeAsync(bot, Organisation.Principal, 5, "2027-01-15");
        var request = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem đề nghị");
        await bot.PressAsync(Organisation.Leader, request, "Duyệt đến 15/01/2027");

        Assert.Equal(
            Old.TrimEnd('.') + ": đề nghị đó không còn chờ.\nViệc 5 \"Kiểm kê tài sản công\" được gia hạn đến thứ Sáu 15/01/2027. Người duyệt: Phan Văn Thử.",
            Text(await bot.PressAsync(Organisation.Leader, request, "Không duyệt", ("reason", "x"))));
        Assert.NotNull((await FindAsync(bot, "thcs-hoa-sen", 5)).Decision!.Until);
    }

    [Fact]
    public async Task Answer_to_an_obstacle_that_was_reported_further_answers_nothing_and_shows_it()
    {
        await using var bot = await Organisation.StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 5 vướng kinh phí");
        var waiting = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem đề nghị");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await bot.SayAsync(Organisation.Principal, "việc 5 thiếu máy in nhãn");

        var stale = await bot.PressAsync(Organisation.Leader, waiting, "Trả lời", ("answer", "phường sẽ cấp"));

        Assert.StartsWith(Old, Text(stale), StringComparison.Ordinal);
        Assert.Contains("thiếu máy in nhãn", Text(stale), StringComparison.Ordinal);
        Assert.Null((await FindAsync(bot, "thcs-hoa-sen", 5)).Answer);
    }

    [Fact]
    public async Task Obstacle_that_was_answered_or_done_meanwhile_is_not_answered_again()
    {
        await using var bot = await Organisation.StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 5 vướng kinh phí");
        var waiting = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem đề nghị");
        await bot.PressAsync(Organisation.Leader, waiting, "Trả lời", ("answer", "phường sẽ cấp"));
        const string Gone = "Thẻ này đã cũ, em chưa ghi gì: khó khăn đó không còn chờ trả lời.\n";

        Assert.StartsWith(
            Gone + "Phan Văn Thử trả lời về việc 5 \"Kiểm kê tài sản công\": \"phường sẽ cấp\"",
            Text(await bot.PressAsync(Organisation.Leader, waiting, "Trả lời", ("answer", "không"))),
            StringComparison.Ordinal);
        await bot.SayAsync(Organisation.Principal, "việc 5 xong rồi");
        Assert.StartsWith(
            Gone + "Việc 5 \"Kiểm kê tài sản công\" hoàn thành", Text(await bot.PressAsync(Organisation.Leader, waiting, "Trả lời", ("answer", "không"))), StringComparison.Ordinal);
        Assert.Equal("phường sẽ cấp", (await FindAsync(bot, "thcs-hoa-sen", 5)).Answer!.Words);
    }

    [Fact]
    public async Task Reminder_whose_units_have_changed_is_shown_anew()
    {
        await using var bot = await Organisation.StartAsync();
        var units = RunningBot.Card((await bot.SendAsync(bot.Message(Organisation.Leader, "trường nào chưa xong việc 1")))[0]);
        var check = await bot.PressAsync(Organisation.Leader, units, "Đôn đốc đơn vị");
        await bot.SayAsync(Organisation.OtherPrincipal, "việc 1 xong rồi");

        var stale = await bot.PressAsync(Organisation.Leader, check, "Gửi 3 đơn vị");

        Assert.StartsWith(Old + "\nEm sẽ nhắn 2 đơn vị", Text(stale), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lưu, xem nháp sau")]
    [InlineData("Giao 2 việc")]
    [InlineData("Bỏ việc này")]
    public async Task Draft_task_that_was_changed_meanwhile_is_shown_anew(string button)
    {
        await using var bot = await Organisation.StartAsync();
        var draft = await bot.PressAsync(Organisation.Clerk, await SendLetterAsync(bot), "Xem từng nháp");
        await bot.SayAsync(Organisation.Clerk, "việc 1 hạn 12/12/2026");

        var stale = await bot.PressAsync(Organisation.Clerk, draft, button, ("until", "2026-12-30"));

        Assert.StartsWith(Old + "\nNháp 1/2", Text(stale), StringComparison.Ordinal);
        Assert.Contains("12/12/2026", Text(stale), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_of_a_draft_that_was_changed_meanwhile_is_asked_about_anew()
    {
        await using var bot = await Organisation.StartAsync();
        var check = await bot.PressAsync(Organisation.Clerk, await SendLetterAsync(bot), "Giao 2 việc");
        await bot.SayAsync(Organisation.Clerk, "bỏ việc 2");

        Assert.StartsWith(Old + "\nSắp giao 1 việc", Text(await bot.PressAsync(Organisation.Clerk, check, RunningBot.Buttons(check)[0])), StringComparison.Ordinal);
        Assert.Contains("Không có việc 8", await bot.SayAsync(Organisation.Clerk, "việc 8"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_card_that_was_answered_does_not_say_that_no_other_unit_waits()
    {
        await using var bot = await Organisation.StartAsync();
        await AskForTimeAsync(bot, Organisation.Principal, 5, "2027-01-15");
        var request = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem đề nghị");
        await bot.PressAsync(Organisation.Leader, request, "Duyệt đến 15/01/2027");
        await AskForTimeAsync(bot, Organisation.OtherPrincipal, 4, "2026-12-30");
        var show = RunningBot.Button(await MenuAsync(bot, Organisation.Leader), "Xem đề nghị");
        show["data"]!["command"] = CommandJson.Write(new Command(Intent.ListRequests, new Slots { Unit = "THCS Hoa Sen", Tasks = [new TaskReference(5)] }));

        var refreshed = await bot.PressAsync(Organisation.Leader, show, request, [("reason", "")], "automatic");

        Assert.Equal("Đề nghị của THCS Hoa Sen về việc 5 không còn chờ.", Text(refreshed));
    }

    [Fact]
    public async Task Reminder_that_is_agreed_to_twice_is_set_once_and_can_be_set_anew_after_an_undo()
    {
        await using var bot = await Organisation.StartAsync();
        var ask = RunningBot.Card((await bot.SendAsync(bot.Message(Organisation.Principal, "mai mới xong việc 3")))[0]);

        await bot.PressAsync(Organisation.Principal, ask, "Nhắc tôi");
        var twice = await bot.PressAsync(Organisation.Principal, ask, "Nhắc tôi");
        Assert.StartsWith("Em nhắc cô việc 3", Text(twice), StringComparison.Ordinal);
        Assert.Equal(1, await PlannedAsync(bot));

        await bot.PressAsync(Organisation.Principal, twice, "Hoàn tác");
        Assert.Equal(0, await PlannedAsync(bot));
        await bot.PressAsync(Organisation.Principal, ask, "Nhắc tôi");
        await bot.PressAsync(Organisation.Principal, ask, "Nhắc tôi");
        Assert.Equal(1, await PlannedAsync(bot));
    }

    private static async Task<int> PlannedAsync(RunningBot bot)
    {
        var (outbox, count) = (bot.Services.GetRequiredService<OutboxTable>(), 0);
        for (var shard = 0; shard < OutboxTable.Shards; shard++)
        {
            await foreach (var notice in outbox.DueAsync(shard, bot.Clock.GetUtcNow().AddDays(7), default)) count += notice.Value.Kind == NoticeKind.OwnReminder ? 1 : 0;
        }

        return count;
    }

    [Fact]
    public async Task Erasing_is_agreed_to_by_whom_it_was_asked_and_on_that_day()
    {
        await using var bot = await Organisation.StartAsync();
        var ask = RunningBot.Card((await bot.SendAsync(bot.Message(Organisation.Principal, "xóa dữ liệu của tôi")))[0]);

        var byAnother = await bot.PressAsync(Organisation.OtherPrincipal, ask, RunningBot.Buttons(ask)[0]);
        bot.Clock.Advance(TimeSpan.FromDays(1));
        var later = await bot.PressAsync(Organisation.Principal, ask, RunningBot.Buttons(ask)[0]);

        Assert.All([byAnother, later], answer => Assert.StartsWith(Old, Text(answer), StringComparison.Ordinal));
        Assert.StartsWith("Đã xóa", Text(await bot.PressAsync(Organisation.Principal, later, RunningBot.Buttons(later)[0])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_from_units_of_which_one_has_finished_meanwhile_is_asked_about_anew()
    {
        await using var bot = await Organisation.StartAsync();
        var check = RunningBot.Card((await bot.SendAsync(bot.Message(Organisation.Clerk, "thu hồi việc 1 vì giao nhầm")))[0]);
        await bot.SayAsync(Organisation.Principal, "việc 1 xong rồi");

        Assert.StartsWith(Old, Text(await bot.PressAsync(Organisation.Clerk, check, "Thu hồi")), StringComparison.Ordinal);
        Assert.Null((await FindAsync(bot, "mn-sao-mai", 1)).Ended);
    }

    [Fact]
    public async Task Button_of_a_card_that_was_handed_on_never_reports_for_the_other_unit()
    {
        await using var bot = await Organisation.StartAsync();
        var card = await TaskAsync(bot, Organisation.Principal, 3);
        var form = await bot.PressAsync(Organisation.Principal, card, "Xin gia hạn");

        var reported = await bot.PressAsync(Organisation.OtherPrincipal, card, "Báo hoàn thành");
        var asked = await bot.PressAsync(Organisation.OtherPrincipal, form, "Gửi đề nghị", ("until", "2027-01-15"), ("reason", "chờ"));
        var byLeader = await bot.PressAsync(Organisation.Leader, card, "Báo hoàn thành");

        Assert.All([reported, asked], answer => Assert.Equal("Thẻ này là việc của THCS Hoa Sen nên em chưa ghi gì.", Text(answer)));
        Assert.DoesNotContain("Đã ghi", Text(byLeader), StringComparison.Ordinal);
        Assert.Equal(1, (await FindAsync(bot, "mn-sao-mai", 3)).Version);
        Assert.Equal(1, (await FindAsync(bot, "thcs-hoa-sen", 3)).Version);
    }

    [Fact]
    public async Task Request_card_in_the_hands_of_a_principal_decides_nothing()
    {
        await using var bot = await Organisation.StartAsync();
        await AskForTimeAsync(bot, Organisation.Principal, 5, "2027-01-15");
        var request = await bot.PressAsync(Organisation.Leader, await MenuAsync(bot, Organisation.Leader), "Xem đề nghị");

        Assert.Equal("Việc này chỉ lãnh đạo làm được.", Text(await bot.PressAsync(Organisation.Principal, request, "Duyệt đến 15/01/2027")));
        Assert.NotNull((await FindAsync(bot, "thcs-hoa-sen", 5)).Extension);
    }

    [Theory]
    [InlineData("form", "0")]
    [InlineData("form", null)]
    [InlineData("command", "\"{\\\"intent\\\":\\\"NoLongerThere\\\",\\\"slots\\\":{}}\"")]
    public async Task Button_of_a_card_of_another_form_is_answered_by_the_menu(string part, string? value)
    {
        await using var bot = await Organisation.StartAsync();
        var card = await TaskAsync(bot, Organisation.Principal, 3);
        var button = RunningBot.Button(card, "Báo hoàn thành");
        button["data"]![part] = value is null ? null : JsonNode.Parse(value);

        var answer = await bot.PressAsync(Organisation.Principal, button, card, []);

        Assert.Equal(Old, Text(answer));
        Assert.Equal(["Xem việc đến hạn", "Báo tiến độ", "Xin gia hạn", "Báo khó khăn"], RunningBot.Buttons(answer));
        Assert.Equal(1, (await FindAsync(bot, "thcs-hoa-sen", 3)).Version);
    }

    [Fact]
    public async Task Card_that_is_refreshed_by_itself_shows_what_there_is_now_and_changes_nothing_of_the_talk()
    {
        await using var bot = await Organisation.StartAsync();
        var card = await TaskAsync(bot, Organisation.Principal, 3);
        await bot.SayAsync(Organisation.Principal, "việc 2 được 40%");
        var show = RunningBot.Button(await MenuAsync(bot, Organisation.Principal), "Xem việc đến hạn");
        show["data"]!["command"] = CommandJson.Write(new Command(Intent.ShowTask, new Slots { Tasks = [new TaskReference(3)] }));

        var refreshed = await bot.PressAsync(Organisation.Principal, show, card, [], "automatic");
        var changing = await bot.PressAsync(Organisation.Principal, RunningBot.Button(card, "Báo hoàn thành"), card, [], "automatic");

        Assert.StartsWith("Việc 3: Kiểm tra bếp ăn", Text(refreshed), StringComparison.Ordinal);
        Assert.Equal(1, (await FindAsync(bot, "thcs-hoa-sen", 3)).Version);
        Assert.Equal("BadRequest", (string?)changing["code"]);
        Assert.Contains("việc 2", await bot.SayAsync(Organisation.Principal, "việc đó xong rồi"), StringComparison.Ordinal);
    }
}
