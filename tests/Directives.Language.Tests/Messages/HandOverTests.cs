using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>What a clerk says of units that were reorganised.</summary>
public sealed class HandOverTests
{
    [Theory]
    [InlineData("giao lại việc 3, 4 của MN Sao Mai cho MN Bình Minh", "MN Sao Mai", "MN Bình Minh", new[] { 3, 4 })]
    [InlineData("giao lai cac viec cua MN Sao Mai cho TH Co May.", "MN Sao Mai", "TH Co May", new int[0])]
    [InlineData("chuyển việc 12 của Phòng Giáo dục sang Phòng Văn hóa – Xã hội", "Phòng Giáo dục", "Phòng Văn hóa – Xã hội", new[] { 12 })]
    public void Tasks_go_from_one_unit_to_another(string words, string from, string to, int[] tasks)
    {
        var said = HandOverReader.Read(words)!;

        Assert.Equal((from, to), (said.From, said.To));
        Assert.Equal(tasks, said.Tasks);
    }

    [Theory]
    [InlineData("đơn vị nào đã sắp xếp lại")]
    [InlineData("cac don vi da sap xep lai con viec gi?")]
    [InlineData("trường nào sáp nhập rồi")]
    public void Units_that_ended_are_asked_for(string words) => Assert.Null(HandOverReader.Read(words)!.From);

    [Theory]
    [InlineData("giao lại cho các trường")]
    [InlineData("chuyển tiền của trường cho phường")]
    [InlineData("giao các trường mầm non nộp báo cáo sắp xếp lại lớp học trước 15/12")]
    [InlineData("")]
    public void Other_words_hand_nothing_over(string words) => Assert.Null(HandOverReader.Read(words));
}
