using Directives.EndToEnd.Playground.Client;

namespace Directives.EndToEnd.Playground;

/// <summary>The tour of the README in a Teams client that is not ours, with cards alone: the app's coming brings the first, each press the next.</summary>
[Collection(Playgrounds.Name)]
public sealed class TourInCardsTests(TwoUsers users)
{
    [PlaygroundFact]
    public async Task Principal_and_leader_hold_the_whole_conversation_with_cards()
    {
        await using var program = await TeamsWard.StartAsync(TeamsWard.Settings(), users.Principal, users.Leader);
        var (principal, leader) = (users.Principal, users.Leader);

        await principal.MeetsAsync("install");
        await AssertShowsAsync(
            principal, "Xem việc đến hạn",
            "THCS Hoa Sen còn 10 việc chưa xong.", "việc 12: Tự kiểm tra bếp ăn, chưa thực hiện", "Còn 5 việc");
        await AssertShowsAsync(principal, "Việc 12", "chưa thực hiện", "Thông báo 45-TB/ĐU", "Các trường có bếp ăn tự kiểm tra bếp ăn");
        await AssertShowsAsync(principal, "Báo hoàn thành", "✓ Đã ghi: việc 12 hoàn thành");
        await AssertShowsAsync(principal, "Hoàn tác", "Đã hoàn tác: việc 12", "trở lại chưa thực hiện");
        await AssertShowsAsync(principal, "Việc 12", "○ chưa thực hiện");
        await AssertShowsAsync(principal, "Cập nhật %", "Đã làm được (%)");
        await AssertShowsAsync(principal, "Ghi tiến độ", [("percent", "60")], "✓ Đã ghi: việc 12 đang thực hiện 60%");

        await AssertShowsAsync(principal, "Xem việc chưa xong", "việc 7: Lập phương án phòng cháy và chữa cháy, 50%");
        await AssertShowsAsync(principal, "Việc 7", "! đang thực hiện 50%");
        await AssertShowsAsync(principal, "Báo khó khăn", "Vướng ở đâu");
        await AssertShowsAsync(
            principal, "Gửi khó khăn",
            [("note", "vướng kinh phí"), ("proposal", "phường hỗ trợ")], "\"vướng kinh phí\"", "\"phường hỗ trợ\"");
        await AssertShowsAsync(principal, "Xem việc chưa xong");
        await AssertShowsAsync(principal, "Xem thêm", "việc 5: Kiểm kê tài sản công");
        await AssertShowsAsync(principal, "Việc 5", "thứ Năm 31/12/2026");
        await AssertShowsAsync(principal, "Xin gia hạn", "Xin đến ngày");
        await AssertShowsAsync(principal, "Gửi đề nghị", [("until", "2027-01-15"), ("reason", "chờ thẩm định")], "Đã gửi đề nghị.", "cho đến khi được duyệt");

        await leader.MeetsAsync("install");
        await AssertShowsAsync(leader, "Xem tổng hợp", "Tháng 11/2026", "Hoàn thành đúng hạn: 62/98 (63%)", "MN Họa Mi: quá hạn 1");
        await AssertShowsAsync(leader, "Xem quá hạn", "Có 3 việc quá hạn.");
        await AssertShowsAsync(leader, "Việc 7", "19/24 đơn vị đã xong");
        await AssertShowsAsync(leader, "Xem đơn vị chưa xong", "5/24 đơn vị chưa xong", "THCS Hoa Sen 50%");
        await AssertShowsAsync(leader, "Đôn đốc đơn vị", "Em sẽ nhắn 5 đơn vị");
        await AssertShowsAsync(leader, "Gửi 5 đơn vị", "Em đang gửi cho 5 đơn vị.");
        await AssertShowsAsync(leader, "Xem tổng hợp");
        await AssertShowsAsync(
            leader, "Xem đề nghị (2)",
            "THCS Hoa Sen xin gia hạn việc 5", "\"chờ thẩm định\"", "THCS Hoa Sen báo khó khăn việc 7", "\"phường hỗ trợ\"");
        await AssertShowsAsync(leader, "Duyệt đến 15/01/2027", "Đã duyệt: THCS Hoa Sen, việc 5");

        await principal.HearsAsync("Phan Văn Thử nhắc việc 7");
    }

    private static Task AssertShowsAsync(TeamsUser user, string button, params string[] expected) => AssertShowsAsync(user, button, [], expected);

    private static async Task AssertShowsAsync(TeamsUser user, string button, (string Field, string Value)[] filled, params string[] expected)
    {
        var shown = await user.PressAsync(button, filled);
        Assert.All(expected, part => Assert.Contains(part, shown, StringComparison.Ordinal));
    }
}
