using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Directives.Bot.Notices;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Core.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests.Teams;

/// <summary>
/// Where several people read along the bot acts on what is said to it alone, by the rights of whoever says it, and shows what all may read; everything else
/// goes to that person's own chat.
/// </summary>
public abstract partial class GroupTests : TeamsTests
{
    private const string Own = "a:29:mau";
    private const string Title = "Nộp danh sách học sinh giỏi";
    private const string Hello =
        "Em là trợ lý nhắc việc của Đảng ủy phường Sông Mây. Ở đây em chỉ trả lời khi được gọi tên (@) hoặc khi tin của em được trả lời; "
        + "danh sách, tệp và câu hỏi em gửi riêng từng người.";

    private const string Privately = "Em trả lời riêng cô rồi ạ.";

    [ContractFact]
    public async Task Report_is_answered_in_one_line_and_the_first_one_says_how_the_bot_is_spoken_to()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);

        Assert.Equal(
            [(FakeTeams.Group, Hello + "\nĐã ghi: THCS Hoa Sen, việc 2 hoàn thành. Cô Đinh Thị Mẫu hoàn tác được đến 09:24.")],
            await SayAsync(teams, bot, "việc 2 xong rồi"));
        Assert.Equal([(FakeTeams.Group, "Đã hoàn tác: THCS Hoa Sen, việc 2 trở lại chưa thực hiện.")], await SayAsync(teams, bot, "hoàn tác"));
    }

    [ContractFact]
    public async Task What_one_person_may_see_goes_to_that_persons_own_chat()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartMetAsync(teams);

        foreach (var (said, privately) in new[]
        {
            ("tuần này có việc gì", Title), ("việc 2", Title), ("trường nào chưa nộp việc 3", "Việc này chỉ"), ("việc 6 xong", "việc 6"),
            ("việc 2 vướng kinh phí", "kinh phí"), ("việc 3, 4 xong", "Em hiểu như sau"), ("blah blah", "Em chưa hiểu"), ("trợ giúp", "nhắn như nói thường"),
        })
        {
            var sent = await SayAsync(teams, bot, said);

            Assert.Equal([Own, FakeTeams.Group], sent.Select(one => one.Conversation));
            Assert.Contains(privately, sent[0].Text, StringComparison.Ordinal);
            Assert.Equal(Privately, sent[1].Text);
        }
    }

    [ContractFact]
    public async Task Figures_of_a_leader_stay_out_of_the_channel()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartMetAsync(teams);
        await ChangeAsync(bot, person => person.Id == Ward.Leader ? person with { Email = "thu@songmay.gov.vn" } : person);
        teams.Add("29:thu", "thu@songmay.gov.vn");

        var sent = await teams.DeliverAsync(bot, teams.ChannelMessage("29:thu", FakeTeams.Bot + " tổng hợp"));

        Assert.Equal(["a:29:thu", FakeTeams.Channel + ";messageid=1700000000000"], sent.Select(one => one.Conversation));
        Assert.Contains("Chưa hoàn thành", sent[0].Text, StringComparison.Ordinal);
        Assert.Equal(Hello + "\nEm trả lời riêng đồng chí rồi ạ.", sent[1].Text);
    }

    [ContractFact]
    public async Task Message_that_is_not_for_the_bot_is_left_alone()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);
        var asked = teams.Asked.Count;
        var other = teams.GroupMessage(Account, "<at>Trợ lý</at> việc 2 xong");
        other["entities"] = new JsonArray(FakeTeams.Mention("28:another-bot", FakeTeams.Bot));
        var reply = teams.GroupMessage("29:la", "việc 2 xong");
        reply["replyToId"] = "of-somebody";

        foreach (var message in new[] { teams.GroupMessage(Account, "việc 2 xong"), teams.GroupMessage(Account, "Trợ lý việc 2 xong"), other, reply })
        {
            Assert.Empty(await teams.DeliverAsync(bot, message));
        }

        Assert.Equal(asked, teams.Asked.Count);
        Assert.Contains("chưa thực hiện", await teams.SayAsync(bot, Account, "việc 2"), StringComparison.Ordinal);
    }

    [ContractTheory]
    [InlineData("reply")]
    [InlineData("quote")]
    [InlineData("thread")]
    public async Task Answer_to_a_message_of_the_bots_needs_no_mention(string how)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);
        await teams.DeliverAsync(bot, FakeTeams.Installation(teams.GroupMessage(Account, ""), "add"));
        await teams.DeliverAsync(bot, FakeTeams.Installation(teams.ChannelMessage(Account, ""), "add"));
        var own = how == "thread" ? "sent-1" : "sent-0";
        var message = how == "thread" ? teams.ChannelMessage(Account, "việc 2 xong", thread: own) : teams.GroupMessage(Account, "việc 2 xong");
        if (how == "reply") message["replyToId"] = own;
        if (how == "quote") message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "messageReference", ["content"] = $$"""{"messageId":"{{own}}"}""" });

        Assert.StartsWith("Đã ghi: THCS Hoa Sen, việc 2 hoàn thành.", Assert.Single(await teams.DeliverAsync(bot, message)).Text, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Question_is_answered_by_whom_it_was_asked()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartMetAsync(teams);
        await ChangeAsync(bot, person => person.Id == Ward.OtherPrincipal ? person with { Email = "du@songmay.gov.vn" } : person);
        teams.Add("29:du", "du@songmay.gov.vn");
        Assert.Contains("Em hiểu như sau", (await SayAsync(teams, bot, "việc 3, 4 xong"))[0].Text, StringComparison.Ordinal);

        Assert.DoesNotContain(await teams.DeliverAsync(bot, teams.GroupMessage("29:du", FakeTeams.Bot + " 1")), sent => sent.Text.Contains("Đã ghi", StringComparison.Ordinal));
        Assert.Equal("Đã ghi: THCS Hoa Sen, việc 3 hoàn thành, việc 4 hoàn thành. Cô Đinh Thị Mẫu hoàn tác được đến 09:24.", (await SayAsync(teams, bot, "1")).Single().Text);
    }

    [ContractTheory]
    [InlineData(FakeTeams.Bot + " ")]
    [InlineData("")]
    public async Task Code_that_others_have_read_is_void(string before)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add("29:la", "la@songmay.gov.vn");
        var code = SixDigits().Match(await bot.SayAsync(Ward.Clerk, "mã liên kết cho Đinh Thị Mẫu")).Value;

        var sent = Assert.Single(await teams.DeliverAsync(bot, teams.GroupMessage("29:la", $"{before}liên kết {code}")));

        Assert.EndsWith("Mã gửi ở đây thì nhiều người thấy nên em đã hủy. Nhờ thầy/cô xin văn thư mã mới và nhắn riêng cho em.", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(code, sent.Text, StringComparison.Ordinal);
        Assert.StartsWith("Mã này không dùng được", await teams.SayAsync(bot, "29:la", $"liên kết {code}"), StringComparison.Ordinal);
        var next = SixDigits().Match(await bot.SayAsync(Ward.Clerk, "mã liên kết cho Đinh Thị Mẫu")).Value;
        Assert.StartsWith("Đã liên kết", await teams.SayAsync(bot, "29:la", $"liên kết {next}"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Whoever_is_not_known_is_told_nothing_of_tasks()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add("29:la", "la@songmay.gov.vn");
        teams.Add("29:khach", Address, role: "guest");

        foreach (var account in new[] { "29:la", "29:khach" })
        {
            var sent = Assert.Single(await teams.DeliverAsync(bot, teams.GroupMessage(account, FakeTeams.Bot + " việc 2")));
            Assert.Equal(FakeTeams.Group, sent.Conversation);
            Assert.EndsWith("Em chưa nhận ra tài khoản này nên chưa trả lời và chưa ghi gì. Thầy/cô nhắn riêng cho em nhé.", sent.Text, StringComparison.Ordinal);
        }

        Assert.Empty(teams.Opened);
    }

    [ContractFact]
    public async Task Group_of_another_organisation_is_told_nothing_of_this_one()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);
        var messages = new[] { FakeTeams.Installation(teams.GroupMessage(Account, ""), "add"), teams.GroupMessage(Account, FakeTeams.Bot + " việc 2") };
        foreach (var message in messages)
        {
            message["conversation"]!["tenantId"] = FakeTeams.OtherTenant;
            message["channelData"]!["tenant"]!["id"] = FakeTeams.OtherTenant;
        }

        Assert.Empty(await teams.DeliverAsync(bot, messages[0]));
        Assert.StartsWith("Em chưa nhận ra tài khoản này", Assert.Single(await teams.DeliverAsync(bot, messages[1])).Text, StringComparison.Ordinal);
        Assert.Empty(await GroupsAsync(bot));
    }

    [ContractFact]
    public async Task Person_whom_the_bot_never_met_is_known_by_the_address_and_a_chat_is_opened()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);

        var sent = await SayAsync(teams, bot, "việc 2");
        await SayAsync(teams, bot, "việc 3");

        Assert.Equal([Own, FakeTeams.Group], sent.Select(one => one.Conversation));
        var opened = Assert.Single(teams.Opened);
        Assert.Equal((Account, "28:bot", FakeTeams.Tenant), ((string?)opened["members"]![0]!["id"], (string?)opened["bot"]!["id"], (string?)opened["channelData"]!["tenant"]!["id"]));
        Assert.Equal((FakeTeams.Tenant, false), ((string?)opened["tenantId"], (bool?)opened["isGroup"]));
        bot.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(Own, (await teams.HearAsync(one => one.Text.StartsWith("Việc mới", StringComparison.Ordinal) || one.Text.Contains("được giao", StringComparison.Ordinal))).Conversation);
    }

    [ContractTheory]
    [InlineData(403, "BotNotInConversationRoster", "Em chưa nhắn riêng cho cô được. Cô mở khung chat với em và nhắn một câu, rồi hỏi lại giúp em.")]
    [InlineData(502, "BadGateway", "Em chưa chắc câu trả lời riêng đã đến. Cô xem khung chat với em; chưa thấy thì hỏi lại ở đó giúp em.")]
    public async Task Where_the_bot_cannot_write_to_the_person_the_group_is_told_what_to_do_and_no_more(int status, string code, string expected)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        teams.Refused[Account] = (status, code);

        Assert.Equal([(FakeTeams.Group, Hello + "\n" + expected)], await SayAsync(teams, bot, "việc 2"));

        // A report needs no private word.
        Assert.StartsWith("Đã ghi: THCS Hoa Sen, việc 2 hoàn thành.", (await SayAsync(teams, bot, "việc 2 xong")).Single().Text, StringComparison.Ordinal);
        teams.Refused.Clear();
        Assert.Equal(Own, (await SayAsync(teams, bot, "việc 2"))[0].Conversation);
    }

    [ContractTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Notices_go_to_the_persons_own_chat_whatever_was_said_in_a_group_last(bool isMet)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = isMet ? await StartKnownAsync(teams) : await StartWithAddressesAsync();
        teams.Add(Account, Address);
        teams.Refused[Account] = (403, "BotNotInConversationRoster");
        await SayAsync(teams, bot, "việc 3 xong");
        await teams.DeliverAsync(bot, teams.ChannelMessage(Account, FakeTeams.Bot + " việc 4 được 50%"));
        await StopBackgroundAsync(bot);
        var before = teams.Sent.Count;

        bot.Clock.Advance(TimeSpan.FromMinutes(15));
        await bot.Services.GetRequiredService<NoticeSender>().SendDueAsync(default);

        Assert.Equal(isMet ? [Own] : [], teams.Sent.Skip(before).Select(sent => sent.Conversation).Distinct());
    }

    [ContractFact]
    public async Task Group_is_greeted_once_however_often_the_bot_is_said_to_have_come()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);
        var joined = FakeTeams.Installation(teams.ChannelMessage(Account, ""), "add");
        var added = FakeTeams.Installation(teams.ChannelMessage(Account, ""), "add");
        added["type"] = "conversationUpdate";
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" }, new JsonObject { ["id"] = "29:la" });

        var sent = await Task.WhenAll(teams.DeliverAsync(bot, joined), teams.DeliverAsync(bot, added));
        await bot.RestartAsync();
        await teams.DeliverAsync(bot, joined);

        Assert.Equal(Hello, Assert.Single(teams.Sent).Text);
        var group = Assert.Single(await GroupsAsync(bot));
        Assert.Equal((FakeTeams.Channel, FakeTeams.Team, true, Ward.Principal, FakeTeams.Tenant), (group.ConversationId, group.TeamId, group.IsChannel, group.AddedBy, group.TenantId));
    }

    [ContractTheory]
    [InlineData("remove")]
    [InlineData("membersRemoved")]
    [InlineData("channelDeleted")]
    [InlineData("teamDeleted")]
    public async Task Group_that_is_left_or_gone_is_forgotten(string how)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);
        await teams.DeliverAsync(bot, FakeTeams.Installation(teams.ChannelMessage(Account, ""), "add"));
        var gone = FakeTeams.Installation(teams.ChannelMessage(Account, ""), how);
        if (how != "remove") gone["type"] = "conversationUpdate";
        if (how == "membersRemoved") gone["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
        else gone["channelData"]!["eventType"] = how;

        Assert.Empty(await teams.DeliverAsync(bot, gone));

        Assert.Empty(await GroupsAsync(bot));
    }

    [ContractFact]
    public async Task Members_who_come_or_go_are_nothing_to_the_bot()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);
        var asked = teams.Asked.Count;
        var update = FakeTeams.Installation(teams.ChannelMessage(Account, ""), "");
        update["type"] = "conversationUpdate";
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:la" });

        Assert.Empty(await teams.DeliverAsync(bot, update));
        Assert.Equal(asked, teams.Asked.Count);
    }

    [ContractFact]
    public async Task Button_pressed_in_a_group_answers_whoever_pressed_it()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartMetAsync(teams);
        var list = RunningBot.Card(Assert.Single(await bot.SendAsync(teams.Message(Account, "việc 2"))));

        Assert.Equal(Privately, await PressAsync(teams, bot, list["actions"]!.AsArray().Single(action => (string?)action!["title"] == "Xin gia hạn")!));
        Assert.Equal(Own, teams.Sent.Last().Conversation);
        var sent = teams.Sent.Count;
        Assert.Equal(
            "Đã ghi: THCS Hoa Sen, việc 2 hoàn thành. Cô Đinh Thị Mẫu hoàn tác được đến 09:24.",
            await PressAsync(teams, bot, list["actions"]!.AsArray().Single(action => (string?)action!["title"] == "Báo hoàn thành")!));
        Assert.Equal(sent, teams.Sent.Count);
    }

    [ContractFact]
    public async Task Commands_that_the_app_lists_for_groups_are_understood()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartMetAsync(teams);
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "manifest/manifest.json")))!;
        var lists = manifest["bots"]![0]!["commandLists"]!.AsArray().Where(list => (string?)list!["scopes"]![0] is "groupChat" or "team").ToArray();
        Assert.Equal(2, lists.Length);

        foreach (var title in lists.SelectMany(list => list!["commands"]!.AsArray().Select(command => (string)command!["title"]!)).Distinct())
        {
            var sent = await SayAsync(teams, bot, title);
            Assert.Equal([Own, FakeTeams.Group], sent.Select(one => one.Conversation));
            Assert.DoesNotContain("chưa hiểu", sent[0].Text, StringComparison.Ordinal);
        }
    }

    /// <summary>With the principal, whose own chat with the bot is there.</summary>
    private async Task<RunningBot> StartKnownAsync(FakeTeams teams)
    {
        var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        await teams.SayAsync(bot, Account, "việc 2");
        return bot;
    }

    /// <summary>Also the group has been greeted.</summary>
    private async Task<RunningBot> StartMetAsync(FakeTeams teams)
    {
        var bot = await StartKnownAsync(teams);
        await teams.DeliverAsync(bot, FakeTeams.Installation(teams.GroupMessage(Account, ""), "add"));
        return bot;
    }

    private static Task<IReadOnlyList<(string Conversation, string Text)>> SayAsync(FakeTeams teams, RunningBot bot, string text) =>
        teams.DeliverAsync(bot, teams.GroupMessage(Account, $"{FakeTeams.Bot} {text}"));

    private static async Task<string?> PressAsync(FakeTeams teams, RunningBot bot, JsonNode action)
    {
        var press = teams.GroupMessage(Account, "");
        press["type"] = "invoke";
        press["name"] = "adaptiveCard/action";
        press["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]!.DeepClone(), ["data"] = action["data"]!.DeepClone() },
        };
        using var response = await bot.Http.PostAsJsonAsync("/api/messages", press);
        var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal("application/vnd.microsoft.activity.message", (string?)answer["type"]);
        return (string?)answer["value"];
    }

    private static async Task<IReadOnlyList<GroupConversation>> GroupsAsync(RunningBot bot)
    {
        var groups = new List<GroupConversation>();
        await foreach (var group in bot.Services.GetRequiredService<GroupTable>().ListAsync(default)) groups.Add(group);
        return groups;
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
