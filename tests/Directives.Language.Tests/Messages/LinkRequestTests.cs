using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

public sealed class LinkRequestTests
{
    [Theory]
    [InlineData("mã liên kết cho Nguyễn Văn A", "Nguyễn Văn A", false)]
    [InlineData("ma lien ket cho nguyen van a", "nguyen van a", false)]
    [InlineData("cho em xin mã liên kết của cô Đinh Thị Mẫu nhé.", "cô Đinh Thị Mẫu", false)]
    [InlineData("cấp mã liên kết mới cho THCS Hoa Sen ạ", "THCS Hoa Sen", false)]
    [InlineData("link code for Trần Văn Anh please", "Trần Văn Anh", false)]
    [InlineData("hủy liên kết của Nguyễn Văn A", "Nguyễn Văn A", true)]
    [InlineData("gỡ bỏ liên kết tài khoản của Lý Thanh Nha", "Lý Thanh Nha", true)]
    [InlineData("unlink Trần Văn Anh", "Trần Văn Anh", true)]
    public void Name_is_read(string text, string name, bool unlinks) => Assert.Equal(new LinkRequest(name, unlinks), LinkRequestReader.Read(text));

    [Theory]
    [InlineData("liên kết 482913")]
    [InlineData("mã liên kết của trường là 771204")]
    [InlineData("mã liên kết")]
    [InlineData("cho em liên kết mã 715203")]
    [InlineData("việc 3 xong rồi")]
    [InlineData("hủy liên kết")]
    public void Anything_else_is_not(string text) => Assert.Null(LinkRequestReader.Read(text));
}
