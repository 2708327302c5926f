using Directives.Language.Messages;
using Directives.Language.Prose;

namespace Directives.Language.Tests.Messages;

/// <summary>What a clerk says of a draft and what was there before it; and what is no such remark.</summary>
public sealed class EarlierEditTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("văn bản này thay thế thông báo 45", DirectiveEffect.Replaces, "Thông báo", "45", null)]
    [InlineData("van ban nay thay the thong bao so 45-TB/ĐU", DirectiveEffect.Replaces, "Thông báo", "45-TB/ĐU", null)]
    [InlineData("bãi bỏ kế hoạch 12/KH-UBND ngày 3/2/2025", DirectiveEffect.Replaces, "Kế hoạch", "12/KH-UBND", 2025)]
    [InlineData("sửa đổi kế hoạch 12 năm 2025.", DirectiveEffect.Amends, "Kế hoạch", "12", 2025)]
    [InlineData("sửa đổi, bổ sung kế hoạch 12", DirectiveEffect.Amends, "Kế hoạch", "12", null)]
    [InlineData("gia hạn thông báo 45", DirectiveEffect.Extends, "Thông báo", "45", null)]
    public void A_document_is_named_with_what_is_done_to_it(string words, DirectiveEffect effect, string kind, string number, int? year)
    {
        var document = EarlierEditReader.Read(words, Today)?.Document;

        Assert.Equal((effect, kind, number, year), (document?.Effect, document?.Kind, document?.Number, document?.Year));
    }

    [Theory]
    [InlineData("việc 2 thay việc 14", 2, new[] { 14 })]
    [InlineData("viec 2 thay the viec 14, 15 va viec 16", 2, new[] { 14, 15, 16 })]
    [InlineData("nháp 1 thay cho việc 14 và 15", 1, new[] { 14, 15 })]
    [InlineData("thay việc 14", null, new[] { 14 })]
    [InlineData("task 2 replaces task 14", 2, new[] { 14 })]
    [InlineData("việc 2 không thay việc nào", 2, new int[0])]
    public void A_task_is_named_with_those_whose_place_it_takes(string words, int? item, int[] tasks)
    {
        var edit = EarlierEditReader.Read(words, Today);

        Assert.True(edit?.IsSupersession);
        Assert.Equal(item, edit!.Item);
        Assert.Equal(tasks, edit.Tasks);
    }

    [Fact]
    public void Tasks_are_given_more_time_until_a_day()
    {
        var edit = EarlierEditReader.Read("gia hạn việc 14, 15 đến 15/1", Today)!;

        Assert.True(edit.IsExtension);
        Assert.Equal([14, 15], edit.Tasks);
        Assert.Equal(new DateOnly(2027, 1, 15), edit.Until);
    }

    [Theory]
    [InlineData("không thay thế văn bản nào")]
    [InlineData("văn bản này không sửa đổi văn bản nào")]
    public void Nothing_earlier_is_touched(string words) => Assert.True(EarlierEditReader.Read(words, Today)?.Nothing);

    [Theory]
    [InlineData("việc 4 chủ trì Phòng Nội vụ, hạn 31/12")]
    [InlineData("thay đổi hạn việc 2")]
    [InlineData("sửa thành: kiểm tra bếp ăn")]
    [InlineData("việc 2 thay")]
    [InlineData("việc 2 thay việc")]
    [InlineData("bổ sung minh chứng việc 3")]
    [InlineData("gia hạn việc 14")]
    [InlineData("thay thế thông báo")]
    [InlineData("thay thế thông báo 45 rồi giao luôn cho các trường")]
    [InlineData("")]
    public void Other_words_are_no_such_remark(string words) => Assert.Null(EarlierEditReader.Read(words, Today));

    [Theory]
    [InlineData("thu hồi", null, null)]
    [InlineData("Thu hồi việc vừa giao.", null, null)]
    [InlineData("thu hồi việc 31", 31, null)]
    [InlineData("thu hoi viec 31 vi trung viec 12", 31, "trung viec 12")]
    [InlineData("thu hồi việc 31, lý do: giao nhầm", 31, "giao nhầm")]
    [InlineData("withdraw task 31 because it was a mistake", 31, "it was a mistake")]
    public void A_withdrawal_names_its_task_and_its_reason(string words, int? task, string? reason) =>
        Assert.Equal(new Withdrawing(task, reason), WithdrawingReader.Read(words));

    [Theory]
    [InlineData("thu hồi công nợ việc 3")]
    [InlineData("thu hồi việc 31 và việc 32")]
    [InlineData("việc 31 thu hồi chưa")]
    public void Other_words_withdraw_nothing(string words) => Assert.Null(WithdrawingReader.Read(words));
}
