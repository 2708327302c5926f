using System.Text;

namespace Directives.Documents.Tests;

public class LegacyEncodingTests
{
    private const string Unicode = "Giao Phòng Nội vụ rà soát đội ngũ giáo viên, báo cáo Ủy ban trước ngày 30 tháng 11.";
    private const string Tcvn3 = "Giao Phßng Néi vô rµ so¸t ®éi ngò gi¸o viªn, b¸o c¸o ñy ban tr\u00ADíc ngµy 30 th¸ng 11.";
    private const string Vni = "Giao Phoøng Noäi vuï raø soaùt ñoäi nguõ giaùo vieân, baùo caùo UÛy ban tröôùc ngaøy 30 thaùng 11.";

    [Theory]
    [InlineData(Tcvn3)]
    [InlineData(Vni)]
    public void Old_encoding_is_brought_to_Unicode_from_bytes_and_from_Latin_letters(string old)
    {
        Assert.Equal(Unicode, DocumentReader.Read(Encoding.Latin1.GetBytes(old), "a.txt").Text, ignoreCase: true);
        Assert.Equal(Unicode, DocumentReader.Read(Encoding.UTF8.GetBytes(old), "a.txt").Text, ignoreCase: true);
        Assert.Equal(Unicode, DocumentReader.Read(new WordFile().Paragraph(old).ToBytes(), "a.docx").Text, ignoreCase: true);
    }

    [Theory]
    [InlineData(Unicode)]
    [InlineData("Các trường")]
    [InlineData("Le résumé est prêt à être envoyé à la préfecture, déjà daté et signé par l'élève.")]
    [InlineData("Bàn giao hồ sơ và cá nhân hóa.")]
    public void Unicode_text_stays_as_it_is(string text) => Assert.Equal(text, DocumentReader.Read(Encoding.UTF8.GetBytes(text), "a.txt").Text);
}
