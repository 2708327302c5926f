using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

public sealed class SheetRequestTests
{
    [Theory]
    [InlineData("xuất dự thảo ra excel", null, true, false)]
    [InlineData("xuat du thao nay ra file excel giup chi nhe", null, true, false)]
    [InlineData("gửi file excel của thông báo 123", "thông báo 123", false, false)]
    [InlineData("gửi file excel của Thông báo 45-TB/ĐU", "Thông báo 45-TB/ĐU", false, false)]
    [InlineData("cho chị xin mẫu excel", null, false, true)]
    [InlineData("gửi mẫu nhập nhiệm vụ excel", null, false, true)]
    [InlineData("export the draft to excel", null, true, false)]
    [InlineData("cho em file excel", null, false, false)]
    [InlineData("gửi file excel của báo cáo 45", "báo cáo 45", false, false)]
    public void Wish_for_a_sheet_is_read(string text, string? directive, bool isDraft, bool isEmpty) =>
        Assert.Equal(new SheetRequest { Directive = directive, IsDraft = isDraft, IsEmpty = isEmpty }, SheetRequestReader.Read(text));

    [Theory]
    [InlineData("xuất báo cáo tổng hợp ra excel")]
    [InlineData("xuất báo cáo excel tháng 11")]
    [InlineData("xuat bao cao excel quy 4 nam 2026")]
    [InlineData("gửi file excel tổng hợp tuần này")]
    [InlineData("gửi danh bạ excel")]
    [InlineData("việc 3 xong rồi")]
    [InlineData("file excel bị lỗi")]
    [InlineData("gửi thông báo 123")]
    [InlineData("")]
    public void Other_words_are_none(string text) => Assert.Null(SheetRequestReader.Read(text));
}
