using Directives.Bot.Notices;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Core.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests.Teams;

/// <summary>A leader's digest into a channel or group chat: switched on and off there in words, on time, once, and with nothing in it that not all may read.</summary>
public abstract class GroupDigestTests : TeamsTests
{
    private const string Leader = "29:thu", Clerk = "29:nhap";
    private const string OfLeader = "a:" + Leader;
    private const string Thread = FakeTeams.Channel + ";messageid=1700000000000";
    private const string Set = "gửi tổng hợp vào kênh này 7h sáng thứ hai hằng tuần";

    [ContractFact]
    public async Task Digest_comes_into_the_channel_as_a_thread_of_its_own_once_a_week()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);

        Assert.Equal(
            [(Thread, """
            Đã đặt: tổng hợp của đồng chí Phan Văn Thử gửi vào kênh này 07:00 thứ Hai hằng tuần, lần tới thứ Hai 30/11/2026.
            Chỉ có số liệu chung, không nêu tên đơn vị.
            Thôi nhận: lãnh đạo hoặc văn thư nhắn em "thôi gửi tổng hợp vào kênh này".
            """.ReplaceLineEndings("\n"))],
            await InChannelAsync(teams, bot, Leader, Set));
        GoTo(bot, 2026, 11, 30, 6, 59);
        Assert.DoesNotContain(await PassAsync(bot, teams), sent => sent.Conversation.StartsWith("19:", StringComparison.Ordinal));
        GoTo(bot, 2026, 11, 30, 7, 0);

        var told = Assert.Single(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);

        Assert.Equal(
            """
            Tổng hợp của đồng chí Phan Văn Thử, Phường Sông Mây.
            Tháng 11/2026, đến 07:00 thứ Hai 30/11/2026: 3 đơn vị, 7 việc.
            Hoàn thành đúng hạn: 0/7 (0%)
            Hoàn thành quá hạn: 0/7 (0%)
            Chưa hoàn thành, trong hạn: 0/7 (0%)
            Chưa hoàn thành, quá hạn: 7/7 (100%)
            Ngoài ra 3 việc không thời hạn.
            Tuần 23–29/11/2026: xong 0 việc (0 quá hạn).
            Đang quá hạn: 7 việc, 3 đơn vị (tuần trước 3 việc).
            Tuần này đến hạn: 0 việc.
            Thôi nhận: lãnh đạo hoặc văn thư nhắn em "thôi gửi tổng hợp vào kênh này".
            """.ReplaceLineEndings("\n"),
            told.Text);
        var opened = Assert.Single(teams.Opened, one => (bool?)one["isGroup"] == true);
        Assert.Equal((FakeTeams.Channel, FakeTeams.Tenant, "28:bot"), ((string?)opened["channelData"]!["channel"]!["id"], (string?)opened["tenantId"], (string?)opened["bot"]!["id"]));
        Assert.Null(RunningBot.Card(opened["activity"]!.AsObject())["actions"]);
        Assert.DoesNotContain(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);
        GoTo(bot, 2026, 12, 7, 8, 0);
        Assert.Single(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);
    }

    [ContractFact]
    public async Task Answer_to_a_digest_is_meant_for_the_bot()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        await InChannelAsync(teams, bot, Leader, Set);
        GoTo(bot, 2026, 11, 30, 7, 0);
        await PassAsync(bot, teams);
        var group = (await bot.Services.GetRequiredService<GroupTable>().FindAsync("msteams", FakeTeams.Channel, default))!.Value;

        var sent = await teams.DeliverAsync(bot, teams.ChannelMessage(Account, "việc 2 xong", thread: group.OwnMessages[^1]));

        Assert.StartsWith("Đã ghi: THCS Hoa Sen, việc 2 hoàn thành.", Assert.Single(sent).Text, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Late_units_are_named_in_a_group_only_where_that_was_said()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        await teams.DeliverAsync(bot, teams.GroupMessage(Account, FakeTeams.Bot + " việc 2 xong"));
        await teams.DeliverAsync(bot, teams.GroupMessage(Account, FakeTeams.Bot + " việc 3 vướng bếp hỏng, đề nghị sửa"));

        var set = Assert.Single(await InGroupAsync(teams, bot, Leader, "gui tong hop vao nhom nay kem ten don vi 7h30 thu sau hang tuan"));
        GoTo(bot, 2026, 11, 27, 7, 30);
        var told = Assert.Single(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Group);

        Assert.Contains("gửi vào nhóm này 07:30 thứ Sáu hằng tuần, lần tới thứ Sáu 27/11/2026.\nTổng hợp kèm tên đơn vị quá hạn.", set.Text, StringComparison.Ordinal);
        Assert.Contains("Đơn vị quá hạn: MN Sao Mai (1), TH Cỏ May (1), THCS Hoa Sen (1).", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bếp hỏng", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mẫu", told.Text, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Principal_can_neither_begin_nor_end_it()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);

        var sent = await InChannelAsync(teams, bot, Account, Set);
        Assert.Equal(["a:" + Account, Thread], sent.Select(one => one.Conversation));
        Assert.Equal("Việc này chỉ lãnh đạo, văn thư làm được.", sent[0].Text);
        await InChannelAsync(teams, bot, Leader, Set);
        await InChannelAsync(teams, bot, Account, "thôi gửi tổng hợp vào kênh này");

        Assert.Equal(Ward.Leader, (await DigestAsync(bot))?.By);
    }

    [ContractFact]
    public async Task Digest_ends_when_it_is_stopped_and_comes_back_with_undo()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        await InChannelAsync(teams, bot, Leader, Set);

        Assert.Equal([(Thread, "Em thôi gửi tổng hợp vào kênh trên Teams (em vào từ 25/11/2026).")], await InChannelAsync(teams, bot, Leader, "thôi gửi tổng hợp vào kênh này"));
        Assert.Null(await DigestAsync(bot));
        Assert.Equal([(Thread, "Đã hoàn tác, tổng hợp gửi vào nhóm hoặc kênh như trước.")], await InChannelAsync(teams, bot, Leader, "hoàn tác"));
        Assert.NotNull(await DigestAsync(bot));
        await InChannelAsync(teams, bot, Clerk, "stop sending the digest to this channel");

        Assert.Equal([(Thread, "Hiện không có tổng hợp nào gửi vào kênh này.")], await InChannelAsync(teams, bot, Leader, "đừng gửi tổng hợp vào kênh này nữa"));
        GoTo(bot, 2026, 11, 30, 7, 0);
        Assert.DoesNotContain(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);
    }

    [ContractFact]
    public async Task Own_chat_lists_where_digests_go_and_stops_them()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        Assert.StartsWith("Chưa có kênh hay nhóm nào nhận tổng hợp.", await teams.SayAsync(bot, Leader, "những kênh nào nhận tổng hợp"), StringComparison.Ordinal);
        Assert.StartsWith("Đồng chí nhắn câu này ngay trong kênh", await teams.SayAsync(bot, Leader, Set), StringComparison.Ordinal);
        await InChannelAsync(teams, bot, Leader, Set);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await InGroupAsync(teams, bot, Leader, "gửi tổng hợp vào nhóm này 16h hằng ngày");

        Assert.Equal(
            """
            2 nơi đang nhận tổng hợp:
            Kênh trên Teams (em vào từ 25/11/2026): 07:00 thứ Hai hằng tuần, lần tới thứ Hai 30/11/2026; số liệu của Phan Văn Thử
            Nhóm trên Teams (em vào từ 25/11/2026): 16:00 hằng ngày, lần tới thứ Tư 25/11/2026; số liệu của Phan Văn Thử
            Nhắn số: 1 Thôi gửi nơi 1 · 2 Thôi gửi nơi 2
            """.ReplaceLineEndings("\n"),
            await teams.SayAsync(bot, Leader, "những kênh nào nhận tổng hợp"));
        Assert.StartsWith("Em thôi gửi tổng hợp vào kênh", await teams.SayAsync(bot, Leader, "1"), StringComparison.Ordinal);

        Assert.Null(await DigestAsync(bot));
        Assert.StartsWith("1 nơi đang nhận", await teams.SayAsync(bot, Clerk, "kenh nao dang nhan tong hop"), StringComparison.Ordinal);
        Assert.Equal("Việc này chỉ lãnh đạo, văn thư làm được.", await teams.SayAsync(bot, Account, "những kênh nào nhận tổng hợp"));
    }

    [ContractFact]
    public async Task Digest_of_another_is_not_replaced()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        await InChannelAsync(teams, bot, Leader, Set);

        var sent = await InChannelAsync(teams, bot, Clerk, "gửi tổng hợp vào kênh này 8h hằng ngày");

        Assert.StartsWith("Tổng hợp của Phan Văn Thử đang gửi vào kênh này, em chưa đổi.", sent[0].Text, StringComparison.Ordinal);
        Assert.Equal((Ward.Leader, new TimeOnly(7, 0)), ((await DigestAsync(bot))!.By, (await DigestAsync(bot))!.Schedule.Time));
    }

    [ContractFact]
    public async Task Digest_ends_when_the_leader_leaves_the_roster()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        await InChannelAsync(teams, bot, Leader, Set);
        // Planned that morning, and the last day is over before it goes out.
        GoTo(bot, 2026, 11, 30, 0, 5);
        await PassAsync(bot, teams);
        await ChangeAsync(bot, person => person.Id == Ward.Leader ? person with { ValidTo = new DateOnly(2026, 11, 29) } : person);
        GoTo(bot, 2026, 11, 30, 7, 0);

        Assert.DoesNotContain(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);
        GoTo(bot, 2026, 12, 1, 7, 0);
        await PassAsync(bot, teams);
        Assert.Null(await DigestAsync(bot));
    }

    [ContractFact]
    public async Task Digest_ends_when_the_bot_leaves_the_team_wherever_that_is_said()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        await InChannelAsync(teams, bot, Leader, Set);
        // Teams tells it in the team's first channel.
        var gone = FakeTeams.Installation(teams.ChannelMessage(Leader, ""), "remove");
        gone["conversation"]!["id"] = FakeTeams.Team;
        await teams.DeliverAsync(bot, gone);
        GoTo(bot, 2026, 11, 30, 7, 0);

        Assert.DoesNotContain(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);
        Assert.Null(await DigestAsync(bot));
    }

    [ContractTheory]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    public async Task Channel_that_takes_nothing_ends_it_and_the_leader_is_told_once(int status, string code)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        await InChannelAsync(teams, bot, Leader, Set);
        teams.Refused[FakeTeams.Channel] = (status, code);
        GoTo(bot, 2026, 11, 30, 7, 0);

        await PassAsync(bot, teams);
        var told = await PassAsync(bot, teams);

        Assert.Equal(
            "Em không gửi được tổng hợp vào kênh trên Teams (em vào từ 25/11/2026) nữa: em không còn ở đó hoặc không được gửi. Em đã thôi gửi; muốn gửi lại thì thêm em vào rồi đặt lại.",
            Assert.Single(teams.Sent, sent => sent.Conversation == OfLeader && sent.Text.StartsWith("Em không gửi được", StringComparison.Ordinal)).Text);
        GoTo(bot, 2026, 12, 7, 7, 0);
        Assert.DoesNotContain(await PassAsync(bot, teams), sent => sent.Text.StartsWith("Em không gửi được", StringComparison.Ordinal));
        Assert.Single(teams.Tried);
    }

    [ContractFact]
    public async Task Send_whose_outcome_nobody_knows_is_not_repeated_and_the_next_one_comes()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        await InChannelAsync(teams, bot, Leader, Set);
        teams.Refused[FakeTeams.Channel] = (502, "BadGateway");
        GoTo(bot, 2026, 11, 30, 7, 0);
        await PassAsync(bot, teams);
        teams.Refused.Clear();
        Assert.DoesNotContain(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);
        GoTo(bot, 2026, 12, 7, 7, 0);

        Assert.Single(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);
    }

    [ContractFact]
    public async Task Missed_days_are_made_up_for_by_one_digest()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        await InChannelAsync(teams, bot, Leader, "gửi tổng hợp vào kênh này 8h hằng ngày");
        // Planned for Thursday and not sent on it; of Friday nothing was even planned.
        GoTo(bot, 2026, 11, 26, 0, 5);
        await PassAsync(bot, teams);
        GoTo(bot, 2026, 11, 30, 6, 0);
        Assert.DoesNotContain(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);
        GoTo(bot, 2026, 11, 30, 9, 0);

        var sent = (await PassAsync(bot, teams)).Concat(await PassAsync(bot, teams)).Concat(await PassAsync(bot, teams));

        Assert.Single(sent, one => one.Conversation == FakeTeams.Channel);
    }

    [ContractFact]
    public async Task Digest_is_sent_once_whatever_the_number_of_copies()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        await InChannelAsync(teams, bot, Leader, Set);
        GoTo(bot, 2026, 11, 30, 7, 0);
        var copies = Enumerable.Range(0, 3).Select(_ => (ActivatorUtilities.CreateInstance<PlanReminders>(bot.Services), ActivatorUtilities.CreateInstance<NoticeSender>(bot.Services)));

        await Task.WhenAll(copies.Select(async copy =>
        {
            await copy.Item1.RunAsync(default);
            await copy.Item2.SendDueAsync(default);
            await copy.Item2.SendDueAsync(default);
        }));

        Assert.Single(teams.Sent, sent => sent.Conversation == FakeTeams.Channel);
    }

    [ContractFact]
    public async Task Night_and_days_off_are_kept_free()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);

        Assert.Contains(
            "07:00 Chủ nhật hằng tuần, lần tới thứ Hai 30/11/2026.\nEm không nhắn từ 20:00 đến 07:00 nên để 07:00.",
            Assert.Single(await InChannelAsync(teams, bot, Leader, "gửi tổng hợp vào kênh này 22h chủ nhật hằng tuần")).Text,
            StringComparison.Ordinal);
        GoTo(bot, 2026, 11, 29, 9, 0);
        Assert.Empty(await PassAsync(bot, teams));
        GoTo(bot, 2026, 11, 30, 7, 0);
        Assert.Single(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);
    }

    [ContractFact]
    public async Task Another_time_on_the_same_day_moves_the_digest_and_never_doubles_it()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        await InChannelAsync(teams, bot, Leader, "gửi tổng hợp vào kênh này 9h30 hằng ngày");
        await InChannelAsync(teams, bot, Leader, "gửi tổng hợp vào kênh này 10h hằng ngày");
        GoTo(bot, 2026, 11, 25, 9, 30);
        Assert.DoesNotContain(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);
        GoTo(bot, 2026, 11, 25, 10, 0);
        Assert.Single(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);

        Assert.Contains("lần tới thứ Năm 26/11/2026", Assert.Single(await InChannelAsync(teams, bot, Leader, "gửi tổng hợp vào kênh này 11h hằng ngày")).Text, StringComparison.Ordinal);
        GoTo(bot, 2026, 11, 25, 11, 0);
        Assert.DoesNotContain(await PassAsync(bot, teams), sent => sent.Conversation == FakeTeams.Channel);
    }

    [ContractFact]
    public async Task Words_about_digests_in_groups_are_read_for_what_they_say()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartLedAsync(teams);
        foreach (var (said, expected) in new[]
        {
            ("gui tong hop vao kenh nay 7h sang thu hai hang tuan", "Week 1 07:00"), ("gửi tổng hợp vào kênh này", "Week 1 07:30"),
            ("send the digest to this channel every Monday at 7am", "Week 1 07:00"), ("gửi bản tin vào kênh này đúng 9h hằng ngày được không ạ?", "Day  09:00"),
            ("cho em gửi tổng hợp vào kênh này thôi", "Week 1 07:30"), ("gửi tổng hợp vào kênh này không kèm tên đơn vị", "Week 1 07:30"),
            ("tắt tổng hợp ở kênh này", ""), ("thoi gui tong hop vao kenh nay", ""), ("đừng gửi bản tin vào kênh này nữa nhé", ""), ("không cần gửi tổng hợp vào kênh này nữa", ""),
            ("dừng gửi tổng hợp vào kênh này", ""), ("stop sending the digest to this channel", ""), ("turn off the digest in this channel", ""), ("ngừng tổng hợp vào kênh này", ""),
            ("có gửi tổng hợp vào kênh này không", null), ("mấy giờ gửi tổng hợp vào kênh này?", null), ("gửi tổng hợp vào kênh này ngay bây giờ", null), ("tổng hợp", null),
        })
        {
            var groups = bot.Services.GetRequiredService<GroupTable>();
            var before = expected == "" ? new GroupDigest(Ward.Leader, new DigestSchedule(Language.Messages.DigestRhythm.Day, null, new TimeOnly(8, 0)), false, bot.Clock.GetUtcNow()) : null;
            await groups.ChangeDigestAsync(new GroupAddress("msteams", FakeTeams.Channel), _ => before, default);

            await InChannelAsync(teams, bot, Leader, said);

            var schedule = (await DigestAsync(bot))?.Schedule;
            Assert.Equal($"{said}: {(string.IsNullOrEmpty(expected) ? null : expected)}", $"{said}: {(schedule is null ? null : $"{schedule.Every} {schedule.Weekday} {schedule.Time:HH':'mm}")}");
            Assert.False((await DigestAsync(bot))?.NamesUnits == true, said);
        }
    }

    /// <summary>With the leader, the clerk and the principal in Teams, and the channel and the group greeted.</summary>
    private async Task<RunningBot> StartLedAsync(FakeTeams teams)
    {
        var bot = await StartWithAddressesAsync();
        await StopBackgroundAsync(bot);
        await ChangeAsync(bot, person => person.Id is Ward.Leader or Ward.Clerk ? person with { Email = person.Id + "@songmay.gov.vn" } : person);
        teams.Add(Account, Address);
        teams.Add(Leader, Ward.Leader + "@songmay.gov.vn");
        teams.Add(Clerk, Ward.Clerk + "@songmay.gov.vn");
        foreach (var account in new[] { Account, Leader, Clerk }) await teams.SayAsync(bot, account, "chào");
        await teams.DeliverAsync(bot, FakeTeams.Installation(teams.ChannelMessage(Account, ""), "add"));
        await teams.DeliverAsync(bot, FakeTeams.Installation(teams.GroupMessage(Account, ""), "add"));
        return bot;
    }

    private static Task<IReadOnlyList<(string Conversation, string Text)>> InChannelAsync(FakeTeams teams, RunningBot bot, string account, string text) =>
        teams.DeliverAsync(bot, teams.ChannelMessage(account, $"{FakeTeams.Bot} {text}"));

    private static Task<IReadOnlyList<(string Conversation, string Text)>> InGroupAsync(FakeTeams teams, RunningBot bot, string account, string text) =>
        teams.DeliverAsync(bot, teams.GroupMessage(account, $"{FakeTeams.Bot} {text}"));

    private static async Task<GroupDigest?> DigestAsync(RunningBot bot) =>
        (await bot.Services.GetRequiredService<GroupTable>().FindAsync("msteams", FakeTeams.Channel, default))?.Value.Digest;
}
