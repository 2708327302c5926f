using Directives.EndToEnd.Playground.Client;

namespace Directives.EndToEnd.Playground;

/// <summary>The tour of the README in a Teams client that is not ours, with words alone.</summary>
[Collection(Playgrounds.Name)]
public sealed class TourInWordsTests(TwoUsers users)
{
    [PlaygroundFact]
    public async Task Principal_and_leader_hold_the_whole_conversation_with_words()
    {
        await using var program = await TeamsWard.StartAsync(TeamsWard.Settings(), users.Principal, users.Leader);
        var (principal, leader) = (users.Principal, users.Leader);

        await AssertAnswersAsync(
            principal, "tuan nay co viec gi den han",
            "Tuần này THCS Hoa Sen có 3 việc đến hạn.", "Ngoài ra quá hạn: việc 7.", "việc 12: Tự kiểm tra bếp ăn, chưa thực hiện");
        await AssertAnswersAsync(principal, "việc 12 xong rồi", "✓ Đã ghi: việc 12 hoàn thành");
        await AssertAnswersAsync(principal, "nhầm rồi, hoàn tác", "Đã hoàn tác: việc 12", "trở lại chưa thực hiện");
        await AssertAnswersAsync(principal, "viec 12 dc 60%", "✓ Đã ghi: việc 12 đang thực hiện 60%");
        await AssertAnswersAsync(principal, "việc 12 chưa xong đâu", "Em không ghi hoàn thành.", "đang thực hiện 60%");
        await AssertAnswersAsync(principal, "việc 12 căn cứ đâu", "Thông báo 45-TB/ĐU", "Các trường có bếp ăn tự kiểm tra bếp ăn");
        await AssertAnswersAsync(principal, "việc 5 xin gia hạn đến 15/1 vì chờ thẩm định", "xin đến thứ Sáu 15/01/2027", "\"chờ thẩm định\"");
        await AssertAnswersAsync(principal, "1", "Đã gửi đề nghị.", "cho đến khi được duyệt");
        await AssertAnswersAsync(principal, "việc 7 vướng kinh phí, đề nghị phường hỗ trợ", "Đã ghi khó khăn của việc 7", "\"phường hỗ trợ\"");

        await AssertAnswersAsync(leader, "tổng hợp", "Tháng 11/2026", "Hoàn thành đúng hạn: 62/98 (63%)", "Chưa hoàn thành, quá hạn: 8/98 (8%)");
        await AssertAnswersAsync(leader, "việc nào quá hạn", "Có 3 việc quá hạn.", "việc 7: Lập phương án phòng cháy");
        await AssertAnswersAsync(leader, "trường nào chưa xong việc 7", "5/24 đơn vị chưa xong", "THCS Hoa Sen 50%");
        await AssertAnswersAsync(leader, "có trường nào xin gia hạn không", "THCS Hoa Sen xin gia hạn việc 5", "thứ Sáu 15/01/2027", "\"vướng kinh phí\"");
        await AssertAnswersAsync(leader, "duyệt Hoa Sen", "THCS Hoa Sen, việc 5", "gia hạn đến thứ Sáu 15/01/2027");
        await AssertAnswersAsync(leader, "trả lời Hoa Sen việc 7: phường sẽ cấp 20 triệu", "Đã ghi trả lời cho THCS Hoa Sen, việc 7", "phường sẽ cấp 20 triệu");
        await AssertAnswersAsync(leader, "đôn đốc các trường chưa xong việc 7", "Em sẽ nhắn 5 đơn vị");
        await AssertAnswersAsync(leader, "1", "Em đang gửi cho 5 đơn vị.");

        await principal.HearsAsync("Phan Văn Thử nhắc việc 7");
    }

    private static async Task AssertAnswersAsync(TeamsUser user, string words, params string[] expected)
    {
        var answer = await user.SayAsync(words);
        Assert.All(expected, part => Assert.Contains(part, answer, StringComparison.Ordinal));
    }
}
