using Directives.Language.Prose;

namespace Directives.Language.Tests.Prose;

public class HeadTests
{
    [Theory]
    [InlineData("SỞ NÔNG NGHIỆP|Số: 6/BC-SNN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT|NAM", "Sở Nông nghiệp")]
    [InlineData("CÔNG AN TỈNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA|HÀ BẮC|VIỆT NAM|Độc lập - Tự do - Hạnh|phúc", "Công an tỉnh Hà Bắc")]
    [InlineData("TỈNH ĐOÀN HÀ BẮC|***|ĐOÀN TNCS HỒ CHÍ MINH", "Tỉnh Đoàn Hà Bắc")]
    public void Issuer_has_no_word_of_the_mottos_beside_it(string lines, string issuer)
    {
        var head = HeadOf([.. lines.Split('|'), "Hà Bắc, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH", "Rà soát chợ"], "Lê Văn An");

        Assert.Equal(issuer, head.Issuer, ignoreCase: true);
    }

    [Theory]
    [InlineData("NGHỊ QUYẾT|CỦA BAN CHẤP HÀNH|ĐẢNG BỘ XÃ|về dồn điền, đổi thửa", "về dồn điền, đổi thửa")]
    [InlineData("QUYẾT ĐỊNH|Về việc giao nhiệm vụ bảo tồn và phát huy giá trị Dân ca Quan họ|Bắc Ninh năm 2026", "Về việc giao nhiệm vụ bảo tồn và phát huy giá trị Dân ca Quan họ Bắc Ninh năm 2026")]
    public void Title_is_whole_and_does_not_say_whose_paper_it_is(string lines, string title)
    {
        var head = HeadOf(["ĐẢNG ỦY XÃ HÀ BẮC", "Số 14-NQ/ĐU", .. lines.Split('|')], "Lê Văn An");

        Assert.Equal(title, head.Title);
    }

    [Theory]
    [InlineData("K’Brơi Thanh Tùng")]
    [InlineData("H'Hen Niê")]
    [InlineData("Y Thông Êban")]
    [InlineData("Đoàn Văn Hòa")]
    public void Signer_may_have_a_name_with_an_apostrophe_or_of_a_body(string signer) => Assert.Equal(signer, HeadOf(["UBND XÃ HÀ BẮC", "KẾ HOẠCH", "Rà soát chợ"], signer).Signer);

    private static DirectiveHead HeadOf(IEnumerable<string> lines, string signer) => DirectiveReader.Read(Papers.Of(
    [
        .. lines, "Căn cứ Luật Giá, các đơn vị thực hiện như sau:", "1. Phòng Kinh tế rà soát chợ tạm.", "GIÁM ĐỐC", signer,
    ])).Head;
}
