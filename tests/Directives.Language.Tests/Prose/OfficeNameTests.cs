namespace Directives.Language.Tests.Prose;

public class OfficeNameTests
{
    [Theory]
    [InlineData("Phòng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ")]
    [InlineData("Phòng Cảnh sát quản lý hành chính về trật tự xã hội")]
    [InlineData("Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao")]
    [InlineData("Chi cục Quản lý chất lượng nông lâm sản")]
    [InlineData("Ban Quản lý dự án")]
    [InlineData("Phòng Quản lý đào tạo")]
    public void Office_has_its_field_behind_a_word_like_a_verb(string office)
    {
        var task = Papers.Task($"{office} tổng rà soát 12 hồ sơ trước ngày 30/11/2026.");

        Assert.Equal([office], task.Lead);
        Assert.Empty(task.Audience);
    }

    [Fact]
    public void Bodies_of_each_hamlet_are_a_group() => Assert.Equal(["Chi ủy các xóm"], Papers.Task("Chi ủy các xóm họp trước ngày 30/11/2026.").Audience);
}
