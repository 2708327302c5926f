using System.Text.RegularExpressions;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Core.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests;

/// <summary>Whoever asks is told what is kept of them, and may have it erased; the record of tasks stays.</summary>
public abstract partial class MyDataTests : TeamsTests
{
    [ContractFact]
    public async Task What_is_kept_is_told_to_whom_it_is_of()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);
        await teams.SayAsync(bot, Account, "việc 2 xong rồi");
        await teams.SayAsync(bot, Account, "việc 3 vướng kinh phí, đề nghị cấp thêm");
        await bot.SayAsync(Ward.OtherPrincipal, "việc 3 xong rồi");

        var told = await teams.SayAsync(bot, Account, "dữ liệu của tôi");

        Assert.Equal(
            """
            Em lưu theo danh bạ: Đinh Thị Mẫu, Hiệu trưởng, THCS Hoa Sen, vai trò thủ trưởng đơn vị.
            Tài khoản đã liên kết: Teams (1).
            Đã ghi 2 báo cáo, đề nghị, khó khăn và 0 tệp minh chứng của cô.
            Nhắc việc: đang bật, bản tin 07:30 thứ Hai hằng tuần.
            Câu em chưa hiểu: che tên và số, không ghi của ai, giữ 90 ngày.
            Muốn hủy liên kết một người thì nhờ văn thư; muốn xóa thì nhắn "xóa dữ liệu của tôi".
            """.ReplaceLineEndings("\n"),
            told);
        foreach (var said in new[] { "cho tôi xem dữ liệu của tôi", "du lieu cua toi", "my data", "Dữ liệu cá nhân của tôi?" }) Assert.Equal(told, await teams.SayAsync(bot, Account, said));
        await teams.SayAsync(bot, Account, "tắt nhắc đến thứ hai");
        Assert.Contains("Nhắc việc: tắt đến thứ Hai 30/11/2026, bản tin", await teams.SayAsync(bot, Account, "dữ liệu của tôi"), StringComparison.Ordinal);
        Assert.Contains("vai trò lãnh đạo.\nChưa liên kết tài khoản nào.\nNhững việc đồng chí giao", await bot.SayAsync(Ward.Leader, "dữ liệu của tôi"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Words_that_are_not_kept_are_said_not_to_be()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartWithAddressesAsync(settings => settings["Unread:Keep"] = "false");
        teams.Add(Account, Address);
        teams.Add("29:la", "la@songmay.gov.vn");

        var unknown = Assert.Single(await teams.DeliverAsync(bot, Installed(teams, "29:la"))).Text;
        var known = Assert.Single(await teams.DeliverAsync(bot, Installed(teams, Account))).Text;

        Assert.All([unknown, known], hello => Assert.Contains("báo cáo, tệp minh chứng. Đơn vị mình", hello, StringComparison.Ordinal));
        Assert.All([unknown, known], hello => Assert.Contains("Xem hoặc xóa: nhắn \"dữ liệu của tôi\".", hello, StringComparison.Ordinal));
        Assert.Contains("Câu em chưa hiểu: em không giữ.", await teams.SayAsync(bot, Account, "dữ liệu của tôi"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Nothing_is_erased_before_a_yes_nor_from_a_group()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);

        var sent = await teams.DeliverAsync(bot, teams.GroupMessage(Account, FakeTeams.Bot + " xóa dữ liệu của tôi"));
        Assert.Equal(("a:" + Account, "Việc này cô nhắn riêng cho em, không nhắn từ nhóm."), sent[0]);
        Assert.Equal(
            """
            Em hủy liên kết mọi tài khoản của cô, xóa nơi nhắn tin, cài đặt nhắc, địa chỉ lịch và câu đang hỏi, đúng không ạ?
            Danh bạ và lịch sử việc (ai báo gì, lúc nào) vẫn giữ theo quy định lưu hồ sơ.
            Nhắn số: 1 Xóa dữ liệu · 2 Không xóa
            """.ReplaceLineEndings("\n"),
            await teams.SayAsync(bot, Account, "xóa dữ liệu của tôi"));
        Assert.Equal("Việc này cô nhắn riêng cho em, không nhắn từ nhóm.", (await teams.DeliverAsync(bot, teams.GroupMessage(Account, FakeTeams.Bot + " 1")))[0].Text);
        await teams.SayAsync(bot, Account, "xóa dữ liệu của tôi");
        await teams.SayAsync(bot, Account, "2");

        Assert.Contains("Teams (1)", await teams.SayAsync(bot, Account, "dữ liệu của tôi"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Erased_person_is_written_to_nowhere_and_the_record_of_tasks_stays()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);
        await StopBackgroundAsync(bot);
        await teams.SayAsync(bot, Account, "việc 2 xong rồi");
        await teams.SayAsync(bot, Account, "gửi việc tuần cho tôi 8h thứ ba");
        await teams.SayAsync(bot, Account, "erase my data");

        Assert.StartsWith("Đã xóa và hủy liên kết.", await teams.SayAsync(bot, Account, "1"), StringComparison.Ordinal);

        Assert.Empty(await RowsOfAsync(bot, row => !row.StartsWith("link|", StringComparison.Ordinal)));
        Assert.Equal(new PersonSettings(), await bot.Services.GetRequiredService<SettingsTable>().FindAsync(Ward.Principal, default));
        Assert.StartsWith("Tài khoản này chưa", await teams.SayAsync(bot, Account, "việc 2"), StringComparison.Ordinal);
        Assert.Contains("hoàn thành", await bot.SayAsync(Ward.Principal, "việc 2"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Clerks_are_told_once_and_a_new_code_lets_the_person_in_again()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);
        await StopBackgroundAsync(bot);
        await ChangeAsync(bot, person => person.Id == Ward.Clerk ? person with { Email = "nhap@songmay.gov.vn" } : person);
        teams.Add("29:nhap", "nhap@songmay.gov.vn");
        await teams.SayAsync(bot, "29:nhap", "chào");
        await teams.SayAsync(bot, Account, "xoa du lieu cua toi");
        await teams.SayAsync(bot, Account, "1");

        var told = (await PassAsync(bot, teams)).Concat(await PassAsync(bot, teams)).ToArray();

        Assert.Equal(
            "Đinh Thị Mẫu, THCS Hoa Sen đã xóa dữ liệu trò chuyện và hủy liên kết tài khoản; lịch sử việc vẫn giữ. Muốn dùng lại thì cần mã mới.",
            Assert.Single(told, sent => sent.Conversation == "a:29:nhap").Text);
        Assert.DoesNotContain(told, sent => sent.Conversation == "a:" + Account);
        var code = SixDigits().Match(await teams.SayAsync(bot, "29:nhap", "mã liên kết cho Đinh Thị Mẫu")).Value;
        Assert.StartsWith("Đã liên kết", await teams.SayAsync(bot, Account, "liên kết " + code), StringComparison.Ordinal);
        // Within minutes of the erasure: where the person can be written to is known anew.
        Assert.Single(await bot.Services.GetRequiredService<TalkTable>().AccountsAsync(Ward.Principal, default), account => account.UserId == Account);
    }

    [ContractFact]
    public async Task Leader_who_has_the_data_erased_sends_no_digest_any_more()
    {
        await using var teams = await FakeTeams.StartAsync();
        await using var bot = await StartKnownAsync(teams);
        await ChangeAsync(bot, person => person.Id == Ward.Leader ? person with { Email = "thu@songmay.gov.vn" } : person);
        teams.Add("29:thu", "thu@songmay.gov.vn");
        await teams.DeliverAsync(bot, teams.ChannelMessage("29:thu", FakeTeams.Bot + " gửi tổng hợp vào kênh này"));
        await teams.SayAsync(bot, "29:thu", "xóa dữ liệu của tôi");
        await teams.SayAsync(bot, "29:thu", "1");

        Assert.Null((await bot.Services.GetRequiredService<GroupTable>().FindAsync("msteams", FakeTeams.Channel, default))!.Value.Digest);
    }

    private async Task<RunningBot> StartKnownAsync(FakeTeams teams)
    {
        var bot = await StartWithAddressesAsync();
        teams.Add(Account, Address);
        await teams.SayAsync(bot, Account, "chào");
        return bot;
    }

    private static System.Text.Json.Nodes.JsonObject Installed(FakeTeams teams, string account) => FakeTeams.Installation(teams.Message(account, ""), "add");

    private static async Task<IReadOnlyList<string>> RowsOfAsync(RunningBot bot, Func<string, bool> isCounted)
    {
        var keys = new List<string>();
        await foreach (var row in bot.Services.GetRequiredService<IPartitionedStore>().RangeAsync(StoreTable.Talk, Keys.Talk(Ward.Principal), "", null, default)) keys.Add(row.Key);
        return [.. keys.Where(isCounted)];
    }

    [GeneratedRegex("[0-9]{6}")]
    private static partial Regex SixDigits();
}
