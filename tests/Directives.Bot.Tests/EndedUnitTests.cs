using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests;

/// <summary>Conversations about units that were reorganised.</summary>
public abstract class EndedUnitTests : StoreTests
{
    private static readonly Dictionary<string, string> Papers = [];

    [ContractFact]
    public async Task Tasks_of_an_ended_unit_go_to_its_one_successor_after_a_yes()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.OtherPrincipal, "việc 4 được 40%");
        await EndAsync(bot, "mn-binh-minh");

        await TalkScript.AssertAsync(
            bot,
            """
            other> việc 4
            Tài khoản này chưa có trong danh bạ nên em chưa trả lời và chưa ghi gì. Nhờ thầy/cô báo văn thư thêm vào.
            clerk> giao lại việc 4 của MN Sao Mai cho MN Bình Minh
            Em giao lại 1 việc của MN Sao Mai cho MN Bình Minh nhé?
            Việc 4: Kiểm kê thiết bị, thứ Ba 15/12/2026
            Nhắn số: 1 Giao cho MN Bình Minh · 2 Không ghi
            notices
            Vũ Thị Nháp: MN Sao Mai đã sắp xếp lại, hết ngày thứ Ba 24/11/2026: còn 5 việc đang mở, giao lại cho đơn vị nào?
            Việc 1: Lập kế hoạch phòng cháy, thứ Sáu 20/11/2026
            Việc 3: Kiểm tra bếp ăn, thứ Sáu 27/11/2026
            Việc 4: Kiểm kê thiết bị, thứ Ba 15/12/2026
            Việc 5: Kiểm kê tài sản công, thứ Năm 31/12/2026
            Việc 7: Duy trì nền nếp chào cờ đầu tuần
            Nhắn số: 1 Giao cho MN Bình Minh · 2 Không ghi
            clerk> đơn vị nào đã sắp xếp lại
            MN Sao Mai đã sắp xếp lại, hết ngày thứ Ba 24/11/2026: còn 5 việc đang mở, giao lại cho đơn vị nào?
            Việc 1: Lập kế hoạch phòng cháy, thứ Sáu 20/11/2026
            Việc 3: Kiểm tra bếp ăn, thứ Sáu 27/11/2026
            Việc 4: Kiểm kê thiết bị, thứ Ba 15/12/2026
            Việc 5: Kiểm kê tài sản công, thứ Năm 31/12/2026
            Việc 7: Duy trì nền nếp chào cờ đầu tuần
            Nhắn số: 1 Giao cho MN Bình Minh · 2 Không ghi
            clerk> 1
            Đã giao lại 5 việc của MN Sao Mai cho MN Bình Minh. Em đang báo đơn vị.
            successor> còn việc gì
            MN Bình Minh còn 5 việc chưa xong.
            Thứ Sáu 20/11/2026, quá hạn 5 ngày
            việc 1: Lập kế hoạch phòng cháy, chưa thực hiện
            Thứ Sáu 27/11/2026, còn 2 ngày
            việc 3: Kiểm tra bếp ăn, chưa thực hiện
            Thứ Ba 15/12/2026, còn 20 ngày
            việc 4: Kiểm kê thiết bị, 40%
            Thứ Năm 31/12/2026, còn 36 ngày
            việc 5: Kiểm kê tài sản công, chưa thực hiện
            Không thời hạn
            việc 7: Duy trì nền nếp chào cờ đầu tuần, chưa thực hiện
            successor> việc 4
            Việc 4: Kiểm kê thiết bị
            Hạn thứ Ba 15/12/2026, còn 20 ngày; đang thực hiện 40%.
            Thông báo 45-TB/ĐU, thứ Hai 16/11/2026: "Kiểm kê thiết bị"
            Nhắn số: 1 Báo hoàn thành · 2 Xin gia hạn
            successor> lịch sử việc 4
            Quá trình của việc 4 "Kiểm kê thiết bị":
            09:14 thứ Tư 25/11/2026: nhận lại từ MN Sao Mai
            Trước đó, của MN Sao Mai:
            09:14 thứ Tư 25/11/2026: được giao
            09:14 thứ Tư 25/11/2026: đang thực hiện 40%, Ngô Văn Ví Dụ báo
            09:14 thứ Tư 25/11/2026: giao lại cho MN Bình Minh
            clerk> đơn vị nào đã sắp xếp lại
            Không có đơn vị nào đã sắp xếp lại mà còn việc đang mở.
            leader> đơn vị nào còn việc chưa xong
            4 đơn vị còn việc chưa xong.
            THCS Hoa Sen: 6 việc
            MN Bình Minh: 5 việc
            TH Cỏ May: 5 việc
            Phòng Văn hóa – Xã hội: 1 việc
            notices
            Hoàng Thị Tiếp: Việc mới: việc 1 "Lập kế hoạch phòng cháy", hạn thứ Sáu 20/11/2026, theo Thông báo 45-TB/ĐU.
            Việc mới: việc 3 "Kiểm tra bếp ăn", hạn thứ Sáu 27/11/2026, theo Thông báo 45-TB/ĐU.
            Việc mới: việc 4 "Kiểm kê thiết bị", hạn thứ Ba 15/12/2026, theo Thông báo 45-TB/ĐU.
            Việc mới: việc 5 "Kiểm kê tài sản công", hạn thứ Năm 31/12/2026, theo Thông báo 45-TB/ĐU.
            Còn 1 việc mới nữa, nhắn "còn việc gì".
            """,
            Papers);
    }

    [ContractFact]
    public async Task Of_several_successors_none_is_taken_by_guess()
    {
        await using var bot = await StartAsync();
        await EndAsync(bot, "mn-binh-minh", "th-co-may");

        await TalkScript.AssertAsync(
            bot,
            """
            clerk> các đơn vị đã sắp xếp lại
            MN Sao Mai đã sắp xếp lại, hết ngày thứ Ba 24/11/2026: còn 5 việc đang mở, giao lại cho đơn vị nào?
            Việc 1: Lập kế hoạch phòng cháy, thứ Sáu 20/11/2026
            Việc 3: Kiểm tra bếp ăn, thứ Sáu 27/11/2026
            Việc 4: Kiểm kê thiết bị, thứ Ba 15/12/2026
            Việc 5: Kiểm kê tài sản công, thứ Năm 31/12/2026
            Việc 7: Duy trì nền nếp chào cờ đầu tuần
            Đơn vị kế tục: MN Bình Minh, TH Cỏ May.
            Nhắn, ví dụ: "giao lại việc 1 của MN Sao Mai cho MN Bình Minh".
            clerk> giao lai viec 3, 4 cua MN Sao Mai cho MN Binh Minh
            Em giao lại 2 việc của MN Sao Mai cho MN Bình Minh nhé?
            Việc 3: Kiểm tra bếp ăn, thứ Sáu 27/11/2026
            Việc 4: Kiểm kê thiết bị, thứ Ba 15/12/2026
            Nhắn số: 1 Giao cho MN Bình Minh · 2 Không ghi
            clerk> 1
            Đã giao lại 2 việc của MN Sao Mai cho MN Bình Minh. Em đang báo đơn vị.
            clerk> giao lại các việc của MN Sao Mai cho TH Cỏ May
            Em giao lại 3 việc của MN Sao Mai cho TH Cỏ May nhé?
            Việc 1: Lập kế hoạch phòng cháy, thứ Sáu 20/11/2026
            Việc 5: Kiểm kê tài sản công, thứ Năm 31/12/2026
            Việc 7: Duy trì nền nếp chào cờ đầu tuần
            Nhắn số: 1 Giao cho TH Cỏ May · 2 Không ghi
            clerk> 2
            Dạ, em không ghi gì.
            clerk> giao lại việc 3 của THCS Hoa Sen cho TH Cỏ May
            Danh bạ ghi THCS Hoa Sen vẫn hoạt động nên em không giao lại việc.
            clerk> giao lại việc 3 của MN Sao Mai cho TH Cỏ May
            Việc 3 "Kiểm tra bếp ăn" đã giao lại cho MN Bình Minh.
            """,
            Papers);
    }

    // MN Sao Mai ended yesterday; MN Bình Minh is new.
    private static async Task EndAsync(RunningBot bot, params string[] successors)
    {
        var rosters = bot.Services.GetRequiredService<RosterTable>();
        var stored = await rosters.ReadAsync(default);
        var (roster, next) = (stored.Roster, new Unit("mn-binh-minh", "MN Bình Minh", "mầm non", "phuong"));
        var units = roster.Units.Select(unit => unit.Id == "mn-sao-mai" ? unit with { ValidTo = new DateOnly(2026, 11, 24), Successors = successors } : unit);
        var head = new Person("hoang-thi-tiep", "Hoàng Thị Tiếp", next.Id, Role.Principal, "Hiệu trưởng", Salutation.Cô);
        await rosters.ReplaceAsync(new Roster(roster.Body, [.. units, next], roster.Groups, [.. roster.People, head]), stored, default);
        await bot.Services.GetRequiredService<EndedUnits>().PlanNoticesAsync(default);
    }
}
