using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Core.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests;

/// <summary>A clerk's code makes an account somebody's, on any channel that knows its users.</summary>
public abstract partial class LinkCodeTests : StoreTests
{
    private const string Question = "việc 2";
    private const string Known = "Nộp danh sách học sinh giỏi";
    private const string Wrong = "Mã này không dùng được";

    [ContractFact]
    public async Task Person_says_the_code_and_is_known_from_then_on()
    {
        await using var bot = await StartAsync();
        Assert.Contains("chưa liên kết", await SayAsync(bot, "z1", Question), StringComparison.Ordinal);
        var code = await CodeAsync(bot);

        Assert.Equal("Đã liên kết tài khoản này: Đinh Thị Mẫu, THCS Hoa Sen. Không phải cô thì báo văn thư ngay giúp em.", await SayAsync(bot, "z1", $"liên kết {code}"));
        Assert.Contains(Known, await SayAsync(bot, "z1", Question), StringComparison.Ordinal);
        Assert.Equal("Tài khoản này đã liên kết: Đinh Thị Mẫu, THCS Hoa Sen.", await SayAsync(bot, "z1", $"liên kết {code}"));
        Assert.DoesNotContain(bot.Logged, line => line.Contains(code, StringComparison.Ordinal) || line.Contains("z1", StringComparison.Ordinal));
    }

    [ContractFact]
    public async Task Code_is_used_once()
    {
        await using var bot = await StartAsync();
        var code = await CodeAsync(bot);
        await SayAsync(bot, "z1", $"liên kết {code}");

        Assert.StartsWith(Wrong, await SayAsync(bot, "z2", $"liên kết {code}"), StringComparison.Ordinal);
        Assert.Contains("chưa liên kết", await SayAsync(bot, "z2", Question), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Of_many_accounts_that_say_a_code_at_once_one_is_linked()
    {
        await using var bot = await StartAsync();
        var code = await CodeAsync(bot);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(account => SayAsync(bot, $"z{account}", code)));

        Assert.Single(answers, answer => answer.StartsWith("Đã liên kết", StringComparison.Ordinal));
    }

    [ContractFact]
    public async Task Code_ends_after_fifteen_minutes_and_with_the_next_one()
    {
        await using var bot = await StartAsync();
        var first = await CodeAsync(bot);
        var second = await CodeAsync(bot);
        Assert.StartsWith(Wrong, await SayAsync(bot, "z1", $"liên kết {first}"), StringComparison.Ordinal);

        bot.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.StartsWith(Wrong, await SayAsync(bot, "z1", $"liên kết {second}"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Five_wrong_codes_pause_the_account_for_fifteen_minutes_and_no_other()
    {
        await using var bot = await StartAsync();
        var code = await CodeAsync(bot);
        var wrong = code == "000000" ? "000001" : "000000";
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SayAsync(bot, "z1", $"liên kết {wrong}")));
        Assert.Equal(5, answers.Count(answer => answer.StartsWith(Wrong, StringComparison.Ordinal)));

        Assert.Contains("tạm dừng", await SayAsync(bot, "z1", $"liên kết {code}"), StringComparison.Ordinal);
        Assert.StartsWith("Đã liên kết", await SayAsync(bot, "z2", $"liên kết {code}"), StringComparison.Ordinal);
        bot.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.StartsWith("Đã liên kết", await SayAsync(bot, "z1", $"liên kết {await CodeAsync(bot)}"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Wrong_code_that_is_delivered_again_counts_once()
    {
        await using var bot = await StartAsync();
        var message = Message("z1", "liên kết 000000");
        for (var delivery = 0; delivery < 8; delivery++) Assert.StartsWith(Wrong, RunningBot.Text(Assert.Single(await bot.SendAsync((JsonObject)message.DeepClone()))), StringComparison.Ordinal);

        Assert.StartsWith("Đã liên kết", await SayAsync(bot, "z1", $"liên kết {await CodeAsync(bot)}"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Linked_account_stays_its_persons_whatever_code_it_says()
    {
        await using var bot = await StartAsync();
        await SayAsync(bot, "z1", $"liên kết {await CodeAsync(bot)}");
        var other = await CodeAsync(bot, "Ngô Văn Ví Dụ");

        Assert.Contains("Đinh Thị Mẫu", await SayAsync(bot, "z1", $"liên kết {other}"), StringComparison.Ordinal);
        Assert.StartsWith("Đã liên kết tài khoản này: Ngô Văn Ví Dụ", await SayAsync(bot, "z2", $"liên kết {other}"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Clerk_takes_a_link_back_and_only_a_new_code_renews_it()
    {
        await using var bot = await StartAsync();
        await SayAsync(bot, "z1", $"liên kết {await CodeAsync(bot)}");
        var waiting = await CodeAsync(bot);

        Assert.Equal(
            "Đã hủy liên kết 1 tài khoản của Đinh Thị Mẫu, THCS Hoa Sen. Muốn dùng lại thì cần mã mới.",
            await bot.SayAsync(Ward.Clerk, "hủy liên kết của cô Đinh Thị Mẫu nhé"));
        Assert.Contains("chưa liên kết", await SayAsync(bot, "z1", Question), StringComparison.Ordinal);
        Assert.StartsWith(Wrong, await SayAsync(bot, "z1", $"liên kết {waiting}"), StringComparison.Ordinal);
        Assert.StartsWith("Đã liên kết", await SayAsync(bot, "z1", $"liên kết {await CodeAsync(bot)}"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Account_of_Teams_whose_address_nobody_has_is_linked_by_a_code_and_a_guest_is_not()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(settings: settings => settings["MicrosoftAppTenantId"] = FakeTeams.Tenant);
        teams.Add("29:mau", "rieng@songmay.gov.vn");
        teams.Add("29:guest", "la@songmay.gov.vn", role: "guest");
        var code = await CodeAsync(bot);

        Assert.Contains("khách", await teams.SayAsync(bot, "29:guest", $"liên kết {code}"), StringComparison.Ordinal);
        Assert.StartsWith("Đã liên kết", await teams.SayAsync(bot, "29:mau", $"liên kết {code}"), StringComparison.Ordinal);
        Assert.Contains(Known, await teams.SayAsync(bot, "29:mau", Question), StringComparison.Ordinal);
        Assert.Equal(FakeTeams.ObjectId("29:mau"), (await bot.Services.GetRequiredService<LinkTable>().FindAsync("msteams", "29:mau", default))!.Value.ObjectId);
    }

    [ContractFact]
    public async Task Unlinked_account_is_not_linked_again_by_its_address()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartAsync(settings: settings => settings["MicrosoftAppTenantId"] = FakeTeams.Tenant);
        var rosters = bot.Services.GetRequiredService<RosterTable>();
        var stored = await rosters.ReadAsync(default);
        var people = stored.Roster.People.Select(person => person.Id == Ward.Principal ? person with { Email = "mau@songmay.gov.vn" } : person).ToArray();
        await rosters.ReplaceAsync(new Roster(stored.Roster.Body, stored.Roster.Units, stored.Roster.Groups, people), stored, default);
        teams.Add("29:mau", "mau@songmay.gov.vn");
        Assert.Contains(Known, await teams.SayAsync(bot, "29:mau", Question), StringComparison.Ordinal);

        await bot.SayAsync(Ward.Clerk, "bỏ liên kết Đinh Thị Mẫu");

        Assert.Contains("chưa liên kết", await teams.SayAsync(bot, "29:mau", Question), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Only_a_clerk_gives_codes_and_only_for_somebody_in_office()
    {
        await using var bot = await StartAsync();

        Assert.Equal("Việc này chỉ văn thư làm được.", await bot.SayAsync(Ward.Principal, "mã liên kết cho Đinh Thị Mẫu"));
        Assert.Equal("Danh bạ không có ai tên \"Trần Văn Vắng\".", await bot.SayAsync(Ward.Clerk, "mã liên kết cho Trần Văn Vắng"));
        Assert.Contains("Phan Văn Thử", await bot.SayAsync(Ward.Clerk, "mã liên kết cho phường Sông Mây"), StringComparison.Ordinal);
        Assert.Matches("Vũ Thị Nháp.*[0-9]{6}", await bot.SayAsync(Ward.Clerk, "2"));
    }

    [ContractTheory]
    [InlineData("directline")]
    [InlineData("emulator")]
    [InlineData("webchat")]
    public async Task Channel_whose_clients_say_who_they_are_links_nobody(string channel)
    {
        await using var bot = await StartAsync();
        var code = await CodeAsync(bot);
        var message = Message("z1", $"liên kết {code}");
        message["channelId"] = channel;

        Assert.Contains("chưa có trong danh bạ", RunningBot.Text(Assert.Single(await bot.SendAsync(message))), StringComparison.Ordinal);
    }

    private static async Task<string> CodeAsync(RunningBot bot, string name = "Đinh Thị Mẫu") =>
        SixDigits().Match(await bot.SayAsync(Ward.Clerk, $"mã liên kết cho {name}")).Value;

    private static async Task<string> SayAsync(RunningBot bot, string account, string text) =>
        string.Join('\n', (await bot.SendAsync(Message(account, text))).Select(RunningBot.Text));

    private static JsonObject Message(string account, string text) => new()
    {
        ["type"] = "message",
        ["id"] = Guid.NewGuid().ToString("n"),
        ["channelId"] = "zalo",
        ["from"] = new JsonObject { ["id"] = account },
        ["recipient"] = new JsonObject { ["id"] = "oa" },
        ["conversation"] = new JsonObject { ["id"] = "oa:1:" + account },
        ["serviceUrl"] = "http://127.0.0.1:9/",
        ["deliveryMode"] = "expectReplies",
        ["text"] = text,
    };

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
