using System.Text.Json.Nodes;
using Directives.Bot.Notices;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Core.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests.Teams;

/// <summary>The app comes to a person, goes, is blocked, and comes again: they are greeted once, and told what waits for them wherever they can be.</summary>
public abstract class PersonalInstallTests : TeamsTests
{
    private const string Own = "a:29:mau";

    [ContractFact]
    public async Task Person_is_told_once_who_the_bot_is_what_it_keeps_and_what_can_be_asked()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);

        var sent = await Task.WhenAll(teams.DeliverAsync(bot, Install(teams)), teams.DeliverAsync(bot, Added(teams)));
        await bot.RestartAsync();
        await teams.DeliverAsync(bot, Install(teams));

        var hello = Assert.Single(teams.Sent);
        Assert.Equal(Own, hello.Conversation);
        Assert.StartsWith("Chào cô, em là trợ lý nhắc việc của Đảng ủy phường Sông Mây.\nĐể theo dõi việc được giao, em lưu tên, đơn vị,", hello.Text, StringComparison.Ordinal);
        Assert.Contains("\"tuần này có việc gì\"", hello.Text, StringComparison.Ordinal);
        Assert.EndsWith("Nhắn số: 1 Xem việc đến hạn · 2 Báo tiến độ · 3 Xin gia hạn · 4 Báo khó khăn", hello.Text, StringComparison.Ordinal);
        Assert.Contains("Nộp danh sách học sinh giỏi", await teams.SayAsync(bot, Account, "1"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Whoever_is_not_known_is_told_how_to_become_so()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, "la@songmay.gov.vn");

        await teams.DeliverAsync(bot, Install(teams));
        await teams.DeliverAsync(bot, Added(teams));

        Assert.Matches("^Chào thầy/cô, em là trợ lý .*\nĐể theo dõi .*\nĐồng ý thì nhắn mã văn thư cấp, ví dụ \"liên kết 123456\"\\.$", Assert.Single(teams.Sent).Text);
    }

    [ContractFact]
    public async Task Guest_is_told_that_nothing_can_be_done()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address, role: "guest");

        await teams.DeliverAsync(bot, Install(teams));
        await teams.DeliverAsync(bot, Added(teams));

        Assert.StartsWith("Tài khoản khách", Assert.Single(teams.Sent).Text, StringComparison.Ordinal);
    }

    [ContractTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Removed_app_is_not_written_to_and_works_again_when_it_is_back(bool isToldByInstallation)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        await teams.DeliverAsync(bot, Install(teams));
        await StopBackgroundAsync(bot);
        var removed = FakeTeams.Installation(teams.Message(Account, ""), "remove");
        if (!isToldByInstallation)
        {
            removed["type"] = "conversationUpdate";
            removed["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
        }

        await teams.DeliverAsync(bot, removed);
        Assert.Empty(await NoticesAsync(teams, bot));

        Assert.Single(await teams.DeliverAsync(bot, Install(teams)));
        Assert.Equal([Own], await NoticesAsync(teams, bot));
        // The link outlived it: nobody had to be asked for again.
        Assert.Single(teams.Asked);
    }

    [ContractFact]
    public async Task Upgrade_of_the_app_forgets_nothing()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        await teams.DeliverAsync(bot, Install(teams));
        await StopBackgroundAsync(bot);

        await teams.DeliverAsync(bot, FakeTeams.Installation(teams.Message(Account, ""), "remove-upgrade"));
        Assert.Empty(await teams.DeliverAsync(bot, FakeTeams.Installation(teams.Message(Account, ""), "add-upgrade")));

        Assert.Equal([Own], await NoticesAsync(teams, bot));
    }

    [ContractTheory]
    [InlineData(403, "MessageWritesBlocked")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(403, "BotDisabledByAdmin")]
    [InlineData(404, "ConversationNotFound")]
    public async Task Account_that_takes_nothing_is_left_alone_until_it_is_heard_of(int status, string code)
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        await teams.SayAsync(bot, Account, "việc 2");
        await StopBackgroundAsync(bot);
        teams.Refused[Own] = (status, code);

        for (var pass = 0; pass < 3; pass++) Assert.Empty(await NoticesAsync(teams, bot));
        Assert.Single(teams.Tried);
        Assert.Equal(code, (await AccountAsync(bot)).Unreachable);

        teams.Refused.Clear();
        await teams.SayAsync(bot, Account, "việc 2");
        Assert.Equal([Own], await NoticesAsync(teams, bot));
        Assert.Null((await AccountAsync(bot)).Unreachable);
    }

    [ContractFact]
    public async Task What_one_account_does_not_take_goes_to_the_other()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync();
        teams.Add("29:mau-2", "mau.teams@songmay.gov.vn");
        teams.Add(Account, Address);
        await teams.SayAsync(bot, "29:mau-2", "việc 2");
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await teams.SayAsync(bot, Account, "việc 2");
        await StopBackgroundAsync(bot);
        teams.Refused[Own] = (403, "MessageWritesBlocked");

        Assert.Empty(await NoticesAsync(teams, bot));

        Assert.Equal(["a:29:mau-2"], await NoticesAsync(teams, bot));
        Assert.Single(teams.Tried);
    }

    private static JsonObject Install(FakeTeams teams) => FakeTeams.Installation(teams.Message(Account, ""), "add");

    private static JsonObject Added(FakeTeams teams)
    {
        var added = FakeTeams.Installation(teams.Message(Account, ""), "add");
        added["type"] = "conversationUpdate";
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
        return added;
    }

    /// <summary>The conversations to which what is due was sent now.</summary>
    private static async Task<IEnumerable<string>> NoticesAsync(FakeTeams teams, RunningBot bot)
    {
        var before = teams.Sent.Count;
        bot.Clock.Advance(TimeSpan.FromMinutes(15));
        await bot.Services.GetRequiredService<NoticeSender>().SendDueAsync(default);
        return teams.Sent.Skip(before).Select(sent => sent.Conversation).Distinct();
    }

    private static async Task<ChatAccount> AccountAsync(RunningBot bot) =>
        Assert.Single(await bot.Services.GetRequiredService<TalkTable>().AccountsAsync(Ward.Principal, default));
}
