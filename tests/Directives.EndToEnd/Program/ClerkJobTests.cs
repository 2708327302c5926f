using System.Text.RegularExpressions;
using Directives.Documents.Tests.Directives;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directives.EndToEnd.Program;

/// <summary>A clerk's job in a real browser: a Word file sent, two tasks corrected in words, published; then each unit sees its own part and no other.</summary>
[Collection(Browsers.Name)]
public sealed partial class ClerkJobTests(Browser browser)
{
    private const string Plan = """
        ỦY BAN NHÂN DÂN                                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        PHƯỜNG SÔNG MÂY                                    Độc lập - Tự do - Hạnh phúc
        Số: 71/KH-UBND                                 Sông Mây, ngày 02 tháng 12 năm 2026

        KẾ HOẠCH
        Kiểm tra cuối học kỳ và bếp ăn bán trú

        UBND phường yêu cầu các đơn vị thực hiện:
        - Các trường THCS lập kế hoạch ôn tập cuối học kỳ, báo cáo UBND phường trước ngày 20/12/2026.
        - Phòng Văn hóa – Xã hội chủ trì, phối hợp với Trạm Y tế phường kiểm tra bếp ăn bán trú của các trường mầm non, hoàn thành trước ngày 25/12/2026.
        - Trường MN Sao Mai tổ chức chuyên đề giáo dục dinh dưỡng trước ngày 18/12/2026.

                                                       TM. ỦY BAN NHÂN DÂN
                                                       CHỦ TỊCH

                                                       Trịnh Quang Vọng
        """;

    [BrowserFact]
    public async Task Clerk_corrects_a_Word_files_draft_in_words_and_each_unit_sees_its_own_part()
    {
        await using var program = await RunningProgram.StartAsync(new() { ["Clock__Now"] = "2026-12-02T09:00:00+07:00", ["Notices__Interval"] = "00:10:00" });
        var clerk = await ChooseAsync(program, "Vũ Thị Nháp");
        await clerk.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "ke-hoach-71.docx",
            MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Buffer = WordDirective.Of(Plan),
        });
        await clerk.Locator("#entry").PressAsync("Enter");
        await Expect(Log(clerk).GetByText(new Regex("Đã đọc Kế hoạch 71/KH-UBND: 3 việc nháp, chưa giao ai")).First).ToBeVisibleAsync();

        await SayAsync(clerk, "việc 3 chủ trì MN Họa Mi, hạn 22/12");
        await Expect(Log(clerk).GetByText(new Regex("Nháp 3/3")).Last).ToBeVisibleAsync();
        await SayAsync(clerk, "việc 1 hạn 24/12");
        await Expect(Log(clerk).GetByText(new Regex("thứ Năm 24/12/2026")).Last).ToBeVisibleAsync();
        await SayAsync(clerk, "giao đi");
        await Expect(Log(clerk).GetByText(new Regex(@"Sắp giao 3 việc cho \d+ đơn vị")).Last).ToBeVisibleAsync();
        await SayAsync(clerk, "đúng rồi, giao đi");
        await Expect(Log(clerk).GetByText(Published()).Last).ToBeVisibleAsync();
        var first = int.Parse(Published().Match(await Log(clerk).InnerTextAsync()).Groups["first"].Value, System.Globalization.CultureInfo.InvariantCulture);
        var (revision, kitchens, nutrition) = (first, first + 1, first + 2);

        foreach (var principal in new[] { "Đinh Thị Mẫu", "Cù Thị Bãi Bồi" })
        {
            var school = await ChooseAsync(program, principal);
            await AssertAnswersAsync(school, $"việc {revision}", "thứ Năm 24/12/2026");
            await AssertAnswersAsync(school, $"việc {revision} căn cứ đâu", "Các trường THCS lập kế hoạch ôn tập cuối học kỳ");
            await AssertAnswersAsync(school, $"việc {kitchens} hạn bao giờ", "không có việc");
            await AssertAnswersAsync(school, $"việc {nutrition} hạn bao giờ", "không có việc");
        }

        var kindergarten = await ChooseAsync(program, "Lê Thị Líu Lo");
        await AssertAnswersAsync(kindergarten, $"việc {nutrition}", "thứ Ba 22/12/2026");
        await AssertAnswersAsync(kindergarten, $"việc {nutrition} ai chủ trì", "MN Họa Mi");
        await AssertAnswersAsync(kindergarten, $"việc {revision} hạn bao giờ", "không có việc");
        var other = await ChooseAsync(program, "Ngô Thị Ban Mai");
        await AssertAnswersAsync(other, $"việc {nutrition} hạn bao giờ", "không có việc");

        var office = await ChooseAsync(program, "Thân Thị Ca Dao");
        await AssertAnswersAsync(office, $"việc {kitchens} ai chủ trì", "Phòng Văn hóa – Xã hội");
        await AssertAnswersAsync(office, $"việc {kitchens} căn cứ đâu", "kiểm tra bếp ăn bán trú của các trường mầm non");
        var helper = await ChooseAsync(program, "Từ Thị Lành");
        await AssertAnswersAsync(helper, $"việc {kitchens}", "phối hợp");
    }

    private static async Task AssertAnswersAsync(IPage page, string words, string answer)
    {
        var answers = Log(page).GetByRole(AriaRole.Article).Filter(new() { HasText = answer });
        var before = await answers.CountAsync();
        await SayAsync(page, words);
        await Expect(answers).ToHaveCountAsync(before + 1, new() { Timeout = 15_000 });
    }

    private async Task<IPage> ChooseAsync(RunningProgram program, string person)
    {
        var page = await browser.Open();
        await page.GotoAsync(program.Address);
        await page.GetByRole(AriaRole.Button, new() { Name = person }).First.ClickAsync();
        await page.Locator("#entry").WaitForAsync();
        return page;
    }

    private static ILocator Log(IPage page) => page.GetByRole(AriaRole.Log);

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("#entry").FillAsync(text);
        await page.Locator("#entry").PressAsync("Enter");
    }

    [GeneratedRegex(@"Đã giao 3 việc, số (?<first>\d+) đến \d+, cho \d+ đơn vị")]
    private static partial Regex Published();
}
