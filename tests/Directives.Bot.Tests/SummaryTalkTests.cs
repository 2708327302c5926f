using System.Text.Encodings.Web;
using System.Text.Json;
using Directives.Bot.Notices;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Language.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests;

/// <summary>What leaders ask about figures, as they type it, over a ward whose first weeks have gone by.</summary>
public abstract class SummaryTalkTests : StoreTests
{
    // A Wednesday; what is asked is asked on Saturday 5 December.
    private static readonly DateTimeOffset Published = new(2026, 11, 18, 9, 14, 0, VietnamTime.Offset);

    public static TheoryData<string, string> Talks => new()
    {
        {
            "a summary is asked on about", """
            leader> tổng hợp tháng 11
            Tháng 11/2026, đến 23:59 thứ Hai 30/11/2026: 3 đơn vị, 7 việc.
            Hoàn thành đúng hạn: 2/7 (29%)
            Hoàn thành quá hạn: 1/7 (14%)
            Chưa hoàn thành, trong hạn: 0/7 (0%)
            Chưa hoàn thành, quá hạn: 4/7 (57%)
            Đúng hạn 2/7 việc đến hạn (29%).
            Ngoài ra 3 việc không thời hạn.
            Nhắn số: 1 Xem quá hạn · 2 Xem đề nghị (1)
            leader> trường nào?
            Tháng 11/2026 có 4 việc quá hạn, 3 đơn vị:
            TH Cỏ May: 2 việc, lâu nhất 10 ngày
            MN Sao Mai: 1 việc, lâu nhất 3 ngày
            THCS Hoa Sen: 1 việc, lâu nhất 3 ngày
            Nhắn số: 1 Xem quá hạn
            leader> so với tháng trước?
            Tháng 10/2026 không có việc nào đến hạn.
            leader> vuong gi
            Có 1 đề nghị, khó khăn đang chờ.
            MN Sao Mai, việc 3: vướng "vướng kinh phí"
            Nhắn, ví dụ: "trả lời MN Sao Mai việc 3: ...".
            """
        },
        {
            "one period against another", """
            leader> tổng hợp tuần này
            Tuần 30/11–06/12/2026, đến 09:14 thứ Bảy 05/12/2026: 3 đơn vị, 4 việc.
            Hoàn thành đúng hạn: 0/4 (0%)
            Hoàn thành quá hạn: 0/4 (0%)
            Chưa hoàn thành, trong hạn: 0/4 (0%)
            Chưa hoàn thành, quá hạn: 4/4 (100%)
            Ngoài ra 3 việc không thời hạn.
            Nhắn số: 1 Xem quá hạn · 2 Xem đề nghị (1)
            leader> so sánh tuần trước với tuần này
            Tuần 30/11–06/12/2026 so với tuần 23–29/11/2026:
            Hoàn thành: 0% (0/4 việc có hạn), trước là 33%: giảm 33 điểm.
            Quá hạn chưa xong: 4 việc, trước là 4: không đổi.
            Nhắn số: 1 Xem quá hạn
            leader> so voi tuan truoc
            Tuần 30/11–06/12/2026 so với tuần 23–29/11/2026:
            Hoàn thành: 0% (0/4 việc có hạn), trước là 33%: giảm 33 điểm.
            Quá hạn chưa xong: 4 việc, trước là 4: không đổi.
            Nhắn số: 1 Xem quá hạn
            """
        },
        {
            "a ratio says what it is of", """
            leader> tỷ lệ đúng hạn khối THCS quý này
            Tỷ lệ đúng hạn của khối THCS: 67% (2/3 việc đến hạn).
            Quý IV/2026, tính đến thứ Bảy 05/12/2026.
            Nhắn số: 1 Xem quá hạn
            leader> còn khối mầm non?
            Tỷ lệ đúng hạn của khối mầm non: 0% (0/2 việc đến hạn).
            Quý IV/2026, tính đến thứ Bảy 05/12/2026.
            Nhắn số: 1 Xem quá hạn
            leader> ty le hoan thanh quy nay
            Tỷ lệ hoàn thành: 21% (3/14 việc có hạn).
            Quý IV/2026, tính đến thứ Bảy 05/12/2026.
            Nhắn số: 1 Xem quá hạn
            leader> ti le hoan thanh quy nay
            Tỷ lệ hoàn thành: 21% (3/14 việc có hạn).
            Quý IV/2026, tính đến thứ Bảy 05/12/2026.
            Nhắn số: 1 Xem quá hạn
            leader> ty le dung han thang nay
            Tháng 12/2026 chưa có việc nào đến hạn.
            """
        },
        {
            "the best, the worst, and a comparison", """
            leader> đơn vị nào tốt nhất quý này
            Quý IV/2026, tỷ lệ đúng hạn cao nhất, tính trên việc đến hạn:
            THCS Hoa Sen: 67% (2/3)
            MN Sao Mai: 0% (0/2)
            TH Cỏ May: 0% (0/2)
            leader> truong nao cham nhat quy nay
            Quý IV/2026 có 4 việc quá hạn, 3 đơn vị:
            TH Cỏ May: 2 việc, lâu nhất 15 ngày
            MN Sao Mai: 1 việc, lâu nhất 8 ngày
            THCS Hoa Sen: 1 việc, lâu nhất 8 ngày
            Nhắn số: 1 Xem quá hạn
            leader> so sanh khoi tieu hoc voi khoi thcs quy nay
            Quý IV/2026, đúng hạn trên việc đến hạn:
            Khối tiểu học: 0% (0/2), quá hạn 2
            Khối THCS: 67% (2/3), quá hạn 1
            Tỷ lệ đúng hạn của khối THCS cao hơn 67 điểm.
            leader> bao nhieu truong xong viec 1
            Việc 1 "Lập kế hoạch phòng cháy": 2/3 đơn vị đã xong.
            Đã xong: MN Sao Mai, THCS Hoa Sen
            leader> tháng này có mấy việc quá hạn
            Tháng 12/2026 có 4 việc quá hạn, 3 đơn vị:
            TH Cỏ May: 2 việc, lâu nhất 15 ngày
            MN Sao Mai: 1 việc, lâu nhất 8 ngày
            THCS Hoa Sen: 1 việc, lâu nhất 8 ngày
            Nhắn số: 1 Xem quá hạn
            """
        },
        {
            "the reporting month and divisions", """
            leader> tổng hợp kỳ báo cáo tháng 12
            Kỳ báo cáo tháng 12/2026 (15/11–14/12/2026), đến 09:14 thứ Bảy 05/12/2026: 3 đơn vị, 7 việc.
            Hoàn thành đúng hạn: 2/7 (29%)
            Hoàn thành quá hạn: 1/7 (14%)
            Chưa hoàn thành, trong hạn: 0/7 (0%)
            Chưa hoàn thành, quá hạn: 4/7 (57%)
            Đúng hạn 2/7 việc đến hạn (29%).
            Ngoài ra 3 việc không thời hạn.
            Nhắn số: 1 Xem quá hạn · 2 Xem đề nghị (1)
            leader> kỳ báo cáo quý III
            Kỳ báo cáo quý III/2026 (15/06–14/09/2026) không có việc nào đến hạn.
            leader> tong hop theo khoi quy nay
            Quý IV/2026, theo khối, đúng hạn trên việc đến hạn:
            Tiểu học: 0% (0/2), quá hạn 2
            Mầm non: 0% (0/2), quá hạn 1
            THCS: 67% (2/3), quá hạn 1
            Phòng: chưa có việc đến hạn, đang có 1 việc
            Nhắn số: 1 Xem quá hạn
            leader> tổng hợp theo khối tháng này
            Tháng 12/2026, theo khối, đúng hạn trên việc đến hạn:
            Tiểu học: quá hạn từ kỳ trước 2, đang có 4 việc
            THCS: quá hạn từ kỳ trước 1, đang có 3 việc
            Mầm non: quá hạn từ kỳ trước 1, đang có 3 việc
            Phòng: chưa có việc đến hạn, đang có 1 việc
            Nhắn số: 1 Xem quá hạn
            """
        },
        {
            "figures of other schools are not a principal's", """
            principal> đơn vị nào tốt nhất quý này
            Việc này chỉ lãnh đạo, văn thư làm được.
            principal> tỷ lệ đúng hạn quý này
            Tỷ lệ đúng hạn của THCS Hoa Sen: 67% (2/3 việc đến hạn).
            Quý IV/2026, tính đến thứ Bảy 05/12/2026.
            Nhắn số: 1 Xem quá hạn
            """
        },
    };

    [ContractTheory]
    [MemberData(nameof(Talks))]
    public async Task Leader_is_answered_in_figures(string name, string talk)
    {
        Assert.NotEmpty(name);
        await using var bot = await StartInDecemberAsync();
        await TalkScript.AssertAsync(bot, talk, new Dictionary<string, string>());
    }

    [ContractFact]
    public async Task Card_of_a_summary_shows_the_share_and_what_is_due_next()
    {
        await using var bot = await StartInDecemberAsync(TimeSpan.FromDays(5));
        var replies = await bot.SendAsync(bot.Message(Organisation.Leader, "tổng hợp quý này"));
        // The picture, where there is one, comes after it.
        var card = replies[0]["attachments"]![0]!["content"]!.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        Assert.Contains("Đúng hạn 2/7 việc đến hạn (29%).", card, StringComparison.Ordinal);
        Assert.Contains("7 ngày tới có 3 việc đến hạn, gần nhất thứ Ba 15/12/2026.", card, StringComparison.Ordinal);
        Assert.Contains("Xem đề nghị (1)", card, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Report_that_names_the_reporting_period_is_no_question_about_figures()
    {
        await using var bot = await StartInDecemberAsync();
        Assert.StartsWith("Việc 3 \"Kiểm tra bếp ăn\"", await bot.SayAsync(Organisation.Principal, "việc 3 trong kỳ báo cáo này xong rồi"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Body_with_its_own_cut_off_day_is_told_of_its_reporting_month()
    {
        await using var bot = await StartAsync(Published, settings => settings["Summaries:CutOffDay"] = "20");
        var told = await bot.SayAsync(Organisation.Leader, "tổng hợp");

        Assert.StartsWith("Kỳ báo cáo tháng 11/2026 (21/10–20/11/2026), đến 09:14 thứ Tư 18/11/2026: 3 đơn vị, 3 việc.", told, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Digest_of_a_leader_says_the_week_in_five_lines()
    {
        await using var bot = await StartInDecemberAsync(TimeSpan.FromDays(-5));
        var leader = Organisation.Roster.FindPerson(Organisation.Leader)!;
        var digest = await bot.Services.GetRequiredService<LeaderDigest>().ComposeAsync(leader, Organisation.Roster, DigestRhythm.Week, default);

        Assert.Equal(
            """
            Tuần 23–29/11/2026: xong 2 việc (1 quá hạn).
            Đang quá hạn: 4 việc, 3 đơn vị (tuần trước 1 việc).
            Tuần này đến hạn: 0 việc.
            Chờ đồng chí: 0 đề nghị, 1 khó khăn.
            Chưa nhận được thông báo: 4 người.
            Nhắn số: 1 Xem đề nghị · 2 Xem quá hạn
            """.ReplaceLineEndings("\n"),
            Rendering.TextRenderer.Render(digest!, new Wording(Texts.Vietnamese, leader, VietnamTime.Day(bot.Clock.GetUtcNow()))));
    }

    // One task done in time by one school and late by another, one done early, an obstacle; then nothing until Saturday 5 December.
    private async Task<RunningBot> StartInDecemberAsync(TimeSpan? more = null)
    {
        var bot = await StartAsync(Published);
        await bot.StopBackgroundAsync();
        await bot.SayAsync(Organisation.Principal, "việc 1 xong rồi");
        bot.Clock.Advance(TimeSpan.FromDays(5));
        await bot.SayAsync(Organisation.OtherPrincipal, "việc 1 xong rồi");
        await bot.SayAsync(Organisation.Principal, "việc 2 xong rồi");
        await bot.SayAsync(Organisation.OtherPrincipal, "việc 3 vướng kinh phí");
        bot.Clock.Advance(TimeSpan.FromDays(12) + (more ?? TimeSpan.Zero));
        await bot.Services.GetRequiredService<PlanReminders>().RunAsync(default);
        await bot.Services.GetRequiredService<NoticeSender>().SendDueAsync(default);
        return bot;
    }
}
