using Directives.Zalo.ToZalo;

namespace Directives.Zalo.Tests.ToZalo;

public sealed class ZaloTextTests
{
    [Fact]
    public void Text_within_the_limit_is_one_message()
    {
        Assert.Equal(["Hết danh sách."], ZaloText.Split("Hết danh sách."));
        Assert.Single(ZaloText.Split(new string('a', ZaloText.MaxCharacters)));
    }

    [Theory]
    [InlineData(2_001, 2)]
    [InlineData(6_000, 3)]
    public void Text_over_the_limit_is_several(int characters, int messages) => Assert.Equal(messages, ZaloText.Split(new string('a', characters)).Count);

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Blank_text_is_no_message(string text) => Assert.Empty(ZaloText.Split(text));

    [Fact]
    public void Text_is_cut_between_lines_where_it_can_be() =>
        Assert.Equal(["việc 8: xong", "việc 12: chưa"], ZaloText.Split("việc 8: xong\nviệc 12: chưa", 18));

    [Fact]
    public void Line_that_just_fits_is_kept_whole() => Assert.Equal(["12345", "678"], ZaloText.Split("12345\n678", 5));

    [Fact]
    public void Long_line_is_cut_between_words() => Assert.Equal(["một hai", "ba bốn", "năm"], ZaloText.Split("một hai ba bốn năm", 8));

    [Fact]
    public void Long_word_is_cut_where_it_must_be() => Assert.Equal(["abcde", "fgh"], ZaloText.Split("abcdefgh", 5));

    [Fact]
    public void Character_of_two_units_is_not_cut() => Assert.Equal(["ab", "𝟙", "𝟚c"], ZaloText.Split("ab𝟙𝟚c", 3));

    [Fact]
    public void Mark_stays_with_its_letter() => Assert.Equal(["ab", "e\u0323\u0302c"], ZaloText.Split("abe\u0323\u0302c", 4));

    [Fact]
    public void Marks_without_end_are_cut_all_the_same()
    {
        var messages = ZaloText.Split("e" + new string('\u0301', 9), 4);
        Assert.Equal([4, 4, 2], messages.Select(message => message.Length));
    }

    [Fact]
    public void Messages_one_after_the_other_are_the_text()
    {
        const string sentence = "Việc 12 \"Kiểm tra bếp ăn\" 𝟙 hạn thứ Sáu 27/11/2026,\ncòn 2 ngày; chưa thực hiện.\n\n";
        var text = string.Concat(Enumerable.Repeat(sentence, 20)).Trim();
        for (var limit = 2; limit < 200; limit++)
        {
            var messages = ZaloText.Split(text, limit);
            Assert.All(messages, message =>
            {
                Assert.InRange(message.Length, 1, limit);
                Assert.False(char.IsLowSurrogate(message[0]) || char.IsHighSurrogate(message[^1]));
            });
            Assert.Equal(Packed(text), Packed(string.Concat(messages)));
        }

        static string Packed(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
    }
}
