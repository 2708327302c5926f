using Directives.Bot.Hosting;
using Directives.Bot.Notices;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Core.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Directives.Bot.Tests.Notices;

/// <summary>What is said unasked, through the whole program and a channel's service over HTTP.</summary>
public sealed class ReminderTests
{
    private const string Principal = "29:mau", Leader = "29:thu", Clerk = "29:nhap";

    private static readonly Dictionary<string, string> Accounts = new() { [Ward.Principal] = Principal, [Ward.Leader] = Leader, [Ward.Clerk] = Clerk };

    [Fact]
    public async Task Digest_set_to_the_next_minute_arrives_unasked()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        Assert.Contains("lần tới thứ Tư 25/11/2026", await teams.SayAsync(bot, Leader, "gửi tổng hợp cho tôi 9h15 thứ tư hằng tuần"), StringComparison.Ordinal);
        Assert.Empty(await PassAsync(bot, teams, 0));

        var told = Assert.Single(await PassAsync(bot, teams, 1));

        Assert.Equal(
            ("a:" + Leader, """
            Tuần 16–22/11/2026: xong 0 việc (0 quá hạn).
            Đang quá hạn: 3 việc, 3 đơn vị (tuần trước 0 việc).
            Tuần này đến hạn: 4 việc.
            Nhắn số: 1 Xem quá hạn
            """.ReplaceLineEndings("\n")),
            told);
        Assert.Empty(await PassAsync(bot, teams, 1));
    }

    [Fact]
    public async Task Day_of_the_deadline_is_said_once_and_can_be_answered_with_a_digit()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        await teams.SayAsync(bot, Principal, "việc 2 xong rồi");
        GoTo(bot, 2026, 11, 27, 7, 59);
        Assert.DoesNotContain(await PassAsync(bot, teams, 0), one => one.Text.StartsWith("Hôm nay", StringComparison.Ordinal));

        var told = Assert.Single(await PassAsync(bot, teams, 1));

        // Task 1 was due a week ago and task 3 is due today.
        Assert.Equal(
            """
            Em nhắc 2 việc:
            Việc 3 "Kiểm tra bếp ăn": hạn thứ Sáu 27/11/2026, hôm nay, chưa thực hiện
            Việc 1 "Lập kế hoạch phòng cháy": hạn thứ Sáu 20/11/2026, quá hạn 7 ngày, chưa thực hiện
            """.ReplaceLineEndings("\n"),
            told.Text);
        Assert.Empty(await PassAsync(bot, teams, 5));
    }

    [Fact]
    public async Task One_task_that_is_due_can_be_reported_by_the_digit_under_it()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        await teams.SayAsync(bot, Principal, "việc 1 xong rồi");
        await teams.SayAsync(bot, Principal, "việc 2 xong rồi");
        GoTo(bot, 2026, 11, 27, 8, 0);

        var told = (await PassAsync(bot, teams, 0)).Single(one => one.Text.StartsWith("Hôm nay", StringComparison.Ordinal));

        Assert.Equal("Hôm nay, thứ Sáu 27/11/2026, là hạn việc 3 \"Kiểm tra bếp ăn\". Đang ghi: chưa thực hiện.\nNhắn số: 1 Báo hoàn thành · 2 Xin gia hạn", told.Text);
        Assert.StartsWith("Đã ghi lúc 08:00: việc 3", await teams.SayAsync(bot, Principal, "1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_monday_the_week_is_listed_in_place_of_the_days_reminder()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        await teams.SayAsync(bot, Principal, "việc 2 được 80%");
        GoTo(bot, 2026, 12, 14, 7, 30);

        var told = (await PassAsync(bot, teams, 0)).Single(one => one.Conversation == "a:" + Principal && one.Text.StartsWith("Tuần", StringComparison.Ordinal));

        Assert.Equal(
            """
            Tuần này THCS Hoa Sen có 1 việc đến hạn.
            Thứ Ba 15/12/2026: việc 4, chưa thực hiện
            Ngoài ra quá hạn: việc 1, việc 2, việc 3.
            """.ReplaceLineEndings("\n"),
            told.Text);
        GoTo(bot, 2026, 12, 14, 8, 0);
        Assert.Empty(await PassAsync(bot, teams, 0));
    }

    [Fact]
    public async Task List_on_another_day_has_the_reminders_of_what_falls_due_after_the_week()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        await teams.SayAsync(bot, Principal, "gửi việc tuần cho tôi 7h30 hằng ngày");
        // Task 4 falls due in seven days.
        GoTo(bot, 2026, 12, 8, 7, 30);

        var told = (await PassAsync(bot, teams, 0)).Single(one => one.Conversation == "a:" + Principal && one.Text.StartsWith("Tuần", StringComparison.Ordinal));

        Assert.Equal(
            """
            Tuần này không có việc nào đến hạn.
            Sau tuần này, sắp đến hạn:
            Thứ Ba 15/12/2026: việc 4, chưa thực hiện
            Ngoài ra quá hạn: việc 1, việc 2, việc 3.
            """.ReplaceLineEndings("\n"),
            told.Text);
    }

    [Fact]
    public async Task Digest_of_every_month_comes_on_its_day_and_a_rhythm_there_is_not_changes_nothing()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);

        Assert.StartsWith("Đã đặt: bản tin 08:00 ngày 26 hằng tháng, lần tới thứ Năm 26/11/2026.", await teams.SayAsync(bot, Leader, "gửi tổng hợp cho tôi 8h ngày 26 hằng tháng"), StringComparison.Ordinal);
        Assert.Contains("em chưa đổi gì", await teams.SayAsync(bot, Leader, "gửi tổng hợp cho tôi 9h thứ 3 và thứ 5 hằng tuần"), StringComparison.Ordinal);
        GoTo(bot, 2026, 11, 25, 20, 0);
        await PassAsync(bot, teams, 0);
        GoTo(bot, 2026, 11, 26, 8, 0);
        Assert.Contains(await PassAsync(bot, teams, 0), one => one.Conversation == "a:" + Leader && one.Text.StartsWith("Tháng", StringComparison.Ordinal));
        // The 26th of December is a Saturday.
        GoTo(bot, 2026, 12, 28, 8, 0);
        Assert.Contains(await PassAsync(bot, teams, 0), one => one.Conversation == "a:" + Leader && one.Text.StartsWith("Tháng", StringComparison.Ordinal));
    }

    [Fact]
    public async Task At_night_a_closed_page_lets_nothing_go_to_another_channel()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        GoTo(bot, 2026, 11, 25, 21, 0);
        // Last seen on the page, whose window is closed by now.
        await bot.Services.GetRequiredService<TalkTable>().SaveAccountAsync(
            new ChatAccount
            {
                Channel = PageSettings.Channel,
                UserId = "page",
                PersonId = Ward.Principal,
                ConversationId = "closed",
                ServiceUrl = bot.Http.BaseAddress + "page/connector",
                BotId = "bot",
                SeenAt = bot.Clock.GetUtcNow(),
            },
            default);

        Assert.DoesNotContain(await PassAsync(bot, teams, 0), one => one.Conversation == "a:" + Principal);

        GoTo(bot, 2026, 11, 26, 7, 0);
        Assert.Contains(await PassAsync(bot, teams, 0), one => one.Conversation == "a:" + Principal);
    }

    [Fact]
    public async Task Own_reminder_comes_at_its_time_and_not_for_what_is_done()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        await teams.SayAsync(bot, Principal, "nhắc tôi việc 5 lúc 16h");
        await teams.SayAsync(bot, Principal, "nhắc tôi việc 4 lúc 16h");
        await teams.SayAsync(bot, Principal, "việc 4 xong rồi");
        GoTo(bot, 2026, 11, 25, 15, 59);
        await PassAsync(bot, teams, 0);

        var told = Assert.Single(await PassAsync(bot, teams, 1));

        Assert.StartsWith("Em nhắc việc 5 \"Kiểm kê tài sản công\": hạn thứ Năm 31/12/2026, còn 36 ngày.", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Daily_digest_on_monday_tells_of_friday_and_the_days_off()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        await teams.SayAsync(bot, Leader, "gửi tổng hợp cho tôi 7h30 hằng ngày");
        GoTo(bot, 2026, 11, 27, 7, 30);
        await PassAsync(bot, teams, 0);
        GoTo(bot, 2026, 11, 27, 15, 0);
        await teams.SayAsync(bot, Principal, "việc 3 xong rồi");
        GoTo(bot, 2026, 11, 30, 7, 30);

        var told = (await PassAsync(bot, teams, 0)).Single(one => one.Conversation == "a:" + Leader && one.Text.Contains("Đang quá hạn", StringComparison.Ordinal));

        Assert.StartsWith("27–29/11/2026: xong 1 việc (0 quá hạn).", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_reminder_for_the_night_comes_when_the_night_is_over()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);

        Assert.Contains("lúc 07:00 thứ Năm 26/11/2026", await teams.SayAsync(bot, Principal, "nhắc tôi việc 5 lúc 10h tối nay"), StringComparison.Ordinal);
        Assert.Contains("lúc 07:00 thứ Năm 26/11/2026", await teams.SayAsync(bot, Principal, "nhắc tôi việc 4 lúc 5h sáng mai"), StringComparison.Ordinal);

        GoTo(bot, 2026, 11, 25, 22, 0);
        Assert.DoesNotContain(await PassAsync(bot, teams, 0), one => one.Text.StartsWith("Em nhắc việc", StringComparison.Ordinal));
        GoTo(bot, 2026, 11, 26, 7, 0);
        Assert.Equal(2, (await PassAsync(bot, teams, 0)).Count(one => one.Text.StartsWith("Em nhắc việc", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Head_who_has_moved_to_another_unit_is_told_nothing_of_the_former()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        await teams.SayAsync(bot, Principal, "nhắc tôi việc 5 lúc 16h");
        var rosters = bot.Services.GetRequiredService<RosterTable>();
        var basis = await rosters.ReadAsync(default);
        var roster = basis.Roster;
        var people = roster.People.Select(person => person.Id == Ward.Principal ? person with { UnitId = "mn-sao-mai" } : person).ToArray();
        await rosters.ReplaceAsync(new Roster(roster.Body, roster.Units, roster.Groups, people), basis, default);

        GoTo(bot, 2026, 11, 25, 9, 30);
        Assert.Empty(await PassAsync(bot, teams, 0));
        GoTo(bot, 2026, 11, 25, 16, 0);
        Assert.Empty(await PassAsync(bot, teams, 0));
    }

    [Fact]
    public async Task Muted_person_is_not_reminded_but_is_told_decisions()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        await PassAsync(bot, teams, 15);
        await teams.SayAsync(bot, Principal, "việc 4 xin gia hạn đến 20/12/2026 vì chờ thẩm định");
        await teams.SayAsync(bot, Principal, "1");
        await teams.SayAsync(bot, Principal, "tắt nhắc đến thứ hai");
        GoTo(bot, 2026, 11, 26, 9, 0);
        await PassAsync(bot, teams, 0);
        await teams.SayAsync(bot, Leader, "duyệt Hoa Sen");

        var told = await PassAsync(bot, teams, 11);

        Assert.Equal("a:" + Principal, Assert.Single(told).Conversation);
        Assert.Contains("được gia hạn đến Chủ nhật 20/12/2026", told[0].Text, StringComparison.Ordinal);
        GoTo(bot, 2026, 11, 27, 9, 0);
        Assert.DoesNotContain(await PassAsync(bot, teams, 0), one => one.Conversation == "a:" + Principal);
    }

    [Fact]
    public async Task Task_whose_obstacle_was_answered_is_reminded_of_again_and_the_unit_told_of_the_answer()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        await teams.SayAsync(bot, Principal, "việc 2 xong rồi");
        await teams.SayAsync(bot, Principal, "việc 1 vướng kinh phí");
        await teams.SayAsync(bot, Principal, "việc 3 vướng bếp hỏng");
        await teams.SayAsync(bot, Leader, "trả lời Hoa Sen việc 3: phường sửa trong tuần");

        var told = await PassAsync(bot, teams, 10);
        GoTo(bot, 2026, 11, 27, 8, 0);
        var reminded = (await PassAsync(bot, teams, 0)).Single(one => one.Text.StartsWith("Hôm nay", StringComparison.Ordinal));

        Assert.Contains(("a:" + Principal, "Phan Văn Thử trả lời về việc 3 \"Kiểm tra bếp ăn\": \"phường sửa trong tuần\""), told);
        Assert.DoesNotContain(told, one => one.Text.Contains("bếp hỏng", StringComparison.Ordinal));
        Assert.Contains("là hạn việc 3 \"Kiểm tra bếp ăn\"", reminded.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("iệc 1 ", reminded.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clerk_hears_on_monday_who_was_not_reached_and_why()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        await PassAsync(bot, teams, 15);
        GoTo(bot, 2026, 11, 30, 7, 30);

        var told = (await PassAsync(bot, teams, 0)).Single(one => one.Conversation == "a:" + Clerk);

        Assert.StartsWith("3 người chưa nhận được thông báo:\n", told.Text, StringComparison.Ordinal);
        Assert.Contains("Ngô Văn Ví Dụ, MN Sao Mai: chưa liên kết tài khoản, từ 25/11/2026", told.Text, StringComparison.Ordinal);
        Assert.Equal(told.Text, await teams.SayAsync(bot, Clerk, "ai chưa nhận được thông báo"));
    }

    [Fact]
    public async Task What_is_recorded_at_night_is_told_the_next_working_morning_as_was_said()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(teams);
        GoTo(bot, 2026, 11, 27, 20, 15);
        await teams.SayAsync(bot, Principal, "việc 5 vướng kinh phí, đề nghị phường cấp 20 triệu");
        Assert.Contains(
            "Em báo lãnh đạo lúc 07:00 thứ Hai 30/11/2026; đổi ý thì nhắn \"hoàn tác\" trước 20:25.",
            await teams.SayAsync(bot, Principal, "việc 4 vướng kinh phí, đề nghị phường cấp 10 triệu"),
            StringComparison.Ordinal);
        Assert.Empty(await PassAsync(bot, teams, 20));
        GoTo(bot, 2026, 11, 28, 9, 0);
        Assert.Empty(await PassAsync(bot, teams, 0));
        GoTo(bot, 2026, 11, 30, 7, 0);

        Assert.Equal(2, (await PassAsync(bot, teams, 0)).Count(one => one.Conversation == "a:" + Leader));
    }

    private static async Task<RunningBot> StartAsync(FakeTeams teams)
    {
        // What the program does by itself is done here step by step.
        var bot = await Organisation.StartAsync(settings: all =>
        {
            all["MicrosoftAppTenantId"] = FakeTeams.Tenant;
        });
        await bot.StopBackgroundAsync();
        var rosters = bot.Services.GetRequiredService<RosterTable>();
        var basis = await rosters.ReadAsync(default);
        var roster = basis.Roster;
        var people = roster.People.Select(person => Accounts.ContainsKey(person.Id) ? person with { Email = person.Id + "@songmay.gov.vn" } : person).ToArray();
        await rosters.ReplaceAsync(new Roster(roster.Body, roster.Units, roster.Groups, people), basis, default);
        foreach (var (person, account) in Accounts)
        {
            teams.Add(account, person + "@songmay.gov.vn");
            await teams.SayAsync(bot, account, "chào");
        }

        return bot;
    }

    private static void GoTo(RunningBot bot, int year, int month, int day, int hour, int minute)
    {
        var at = new DateTimeOffset(year, month, day, hour, minute, 0, VietnamTime.Offset);
        bot.Clock.Advance(at - bot.Clock.GetUtcNow());
    }

    private static async Task<IReadOnlyList<(string Conversation, string Text)>> PassAsync(RunningBot bot, FakeTeams teams, int minutes)
    {
        bot.Clock.Advance(TimeSpan.FromMinutes(minutes));
        teams.Sent.Clear();
        await bot.Services.GetRequiredService<PlanReminders>().RunAsync(default);
        await bot.Services.GetRequiredService<NoticeSender>().SendDueAsync(default);
        return [.. teams.Sent];
    }
}
