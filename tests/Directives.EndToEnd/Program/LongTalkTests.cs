using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Directives.EndToEnd.Program;

/// <summary>
/// Twenty messages by one principal, in a hurry and without diacritics, in the page: follow-ups, corrections, an ambiguous report, a denial, a
/// promise, a request. Each gets the answer that a person would wish.
/// </summary>
[Collection(Browsers.Name)]
public sealed class LongTalkTests(Browser browser)
{
    private static readonly (string Said, string Answer)[] Talk =
    [
        ("chao em", "Chào cô, em là trợ lý nhắc việc của Đảng ủy phường Sông Mây\\."),
        ("tuan nay truong co viec gi den han", "Tuần này THCS Hoa Sen có 3 việc đến hạn\\."),
        ("con tuan sau?", "Tuần sau THCS Hoa Sen có \\d+ việc đến hạn\\."),
        ("viec bep an la gi vay", "Việc 12: .*bếp ăn"),
        ("han bao gio", "Việc 12 .*: hạn thứ Sáu 27/11/2026, còn 2 ngày\\."),
        ("can cu dau", "Thông báo 45-TB/ĐU, .*bếp ăn"),
        ("viec do lam duoc 40% roi", "Đã ghi: việc 12 đang thực hiện 40%"),
        ("nham, hoan tac", "Đã hoàn tác: việc 12 .* trở lại chưa thực hiện"),
        ("viec 12 dc 60%", "Đã ghi: việc 12 đang thực hiện 60%"),
        ("bao cao kiem ke xong roi", "Có 2 việc khớp \"kiem ke\", cô chọn việc nào ạ\\?"),
        ("5", "Đã ghi: việc 5 hoàn thành"),
        ("a nham roi, hoan tac giup co", "Đã hoàn tác: việc 5 .* trở lại đang thực hiện 20%"),
        ("viec 9 moi lam 20%", "Đã ghi: việc 9 đang thực hiện 20%"),
        ("viec 8 xong chua e", "Chưa ạ\\."),
        ("chua, mai moi nop viec 8", "Em không ghi hoàn thành\\. Việc 8 "),
        ("viec 7 vuong kinh phi mua binh chua chay, de nghi phuong ho tro", "Đã ghi khó khăn của việc 7 .*vuong kinh phi mua binh chua chay"),
        ("viec 9 xin gia han den 22/12 vi thieu nguoi", "Từ thứ Ba 15/12/2026 xin đến thứ Ba 22/12/2026, thêm 7 ngày"),
        ("1", "Đã gửi đề nghị\\. Hạn việc 9 .* vẫn là thứ Ba 15/12/2026"),
        ("viec nao qua han", "THCS Hoa Sen có 1 việc quá hạn\\."),
        ("cam on em nhe", "Dạ, cần gì cô cứ nhắn em\\."),
    ];

    [BrowserFact]
    public async Task Twenty_messages_without_diacritics_go_as_a_person_would_wish()
    {
        await using var program = await RunningProgram.StartAsync(new() { ["Clock__Now"] = "2026-11-25T09:10:00+07:00", ["Notices__Interval"] = "00:10:00" });
        var page = await browser.Open();
        await page.GotoAsync(program.Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đinh Thị Mẫu" }).First.ClickAsync();
        await page.Locator("#entry").WaitForAsync();
        var articles = page.GetByRole(AriaRole.Log).GetByRole(AriaRole.Article);
        // What waited for her comes first.
        await Expect(articles.First).ToBeVisibleAsync();

        foreach (var (said, answer) in Talk)
        {
            var before = await articles.CountAsync();
            await page.Locator("#entry").FillAsync(said);
            await page.Locator("#entry").PressAsync("Enter");
            await Expect(articles).ToHaveCountAsync(before + 2);
            await Expect(articles.Last).ToContainTextAsync(new Regex(answer, RegexOptions.Singleline));
        }

        await page.Context.CloseAsync();
    }
}
