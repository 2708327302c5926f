using Directives.Language.Text;

namespace Directives.Language.Tests.Text;

public class VietnameseTextTests
{
    [Theory]
    [InlineData("e\u0302\u0301", "ế")]
    [InlineData("e\u0301\u0302", "ế")]
    [InlineData("ê\u0301", "ế")]
    [InlineData("u\u031B\u0323", "ự")]
    [InlineData("u\u0323\u031B", "ự")]
    [InlineData("A\u0306\u0300", "Ằ")]
    [InlineData("\u00D0a\u0309m b\u0061o\u0309", "Đảm baỏ")]
    [InlineData("vi\u200Bệc\u00A03", "việc 3")]
    [InlineData("x\u0302", "x\u0302")]
    [InlineData("\u0301", "\u0301")]
    [InlineData("", "")]
    public void Compose_marks_in_any_order_gives_one_letter(string typed, string composed) => Assert.Equal(composed, VietnameseText.Compose(typed));

    [Fact]
    public void Compose_every_letter_of_the_table_comes_back_from_its_parts()
    {
        string[] shapes = ["a", "a\u0306", "a\u0302", "e", "e\u0302", "i", "o", "o\u0302", "o\u031B", "u", "u\u031B", "y"];
        string[] tones = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
        const string expected = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";
        var parts = string.Concat(shapes.SelectMany(shape => tones.Select(tone => shape + tone)));
        Assert.Equal(expected, VietnameseText.Compose(parts));
        Assert.Equal(expected.ToUpperInvariant(), VietnameseText.Compose(parts.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("Đồng chí NGUYỄN THỊ Ái Mộ", "dong chi nguyen thi ai mo")]
    [InlineData("128-TB/QU", "128-tb/qu")]
    public void Fold_text_keeps_its_length(string text, string folded)
    {
        Assert.Equal(folded, VietnameseText.Fold(text));
        Assert.Equal(text.Length, VietnameseText.Fold(text).Length);
    }

    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("Thuý", "thúy")]
    [InlineData("qúy", "quý")]
    [InlineData("quý", "quý")]
    [InlineData("gìơ", "giờ")]
    [InlineData("lựơng", "lượng")]
    [InlineData("nghịêm", "nghiệm")]
    [InlineData("baỏ", "bảo")]
    [InlineData("hòan", "hoàn")]
    [InlineData("hoàn", "hoàn")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("ngoài", "ngoài")]
    [InlineData("khuỷu", "khuỷu")]
    [InlineData("gì", "gì")]
    [InlineData("giá", "giá")]
    [InlineData("của", "của")]
    [InlineData("thuở", "thuở")]
    public void Comparable_either_tone_placement_is_one_spelling(string typed, string comparable) =>
        Assert.Equal(comparable, VietnameseText.Comparable(typed));

    [Theory]
    [InlineData("xong", false)]
    [InlineData("đa", true)]
    [InlineData("tuần", true)]
    [InlineData("2026 µ", false)]
    public void HasDiacritics_of_a_word(string word, bool expected) => Assert.Equal(expected, VietnameseText.HasDiacritics(word));
}
