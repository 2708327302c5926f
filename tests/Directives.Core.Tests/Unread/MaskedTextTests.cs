namespace Directives.Core.Tests.Unread;

/// <summary>What may be kept of a message: what was asked, and not of whom.</summary>
public sealed class MaskedTextTests
{
    [Theory]
    [InlineData("gọi em số 0912345678 nhé", "gọi em số <số> nhé")]
    [InlineData("sdt 0912.345.678 hoặc +84 (24) 3825-1234", "sdt <số> hoặc <số>")]
    [InlineData("CCCD 001084012345", "CCCD <số>")]
    [InlineData("mã 12345 và mã 1234", "mã <số> và mã 1234")]
    [InlineData("gửi vào lan.nguyen@truong.edu.vn giúp", "gửi vào <thư> giúp")]
    [InlineData("xem https://facebook.com/lan.nguyen.99 chưa", "xem <liên kết> chưa")]
    [InlineData("zalo.me/0912345678 nhé", "<liên kết> nhé")]
    [InlineData("<at>Lan Nguyễn</at> xem giúp", "<tên> xem giúp")]
    [InlineData("@Lan Nguyễn xem giúp", "<tên> xem giúp")]
    public void Numbers_and_addresses_are_masked(string text, string masked) => Assert.Equal(masked, MaskedText.Of(text, Ward.Roster));

    [Theory]
    [InlineData("hạn 15/12/2026 hay 15.12.2026")]
    [InlineData("việc 12, 13, 14 và 15 hồi 7h30")]
    [InlineData("kinh phí 10.000.000 đồng")]
    public void Dates_tasks_and_small_numbers_stay(string text) => Assert.Equal(text, MaskedText.Of(text, Ward.Roster));

    [Theory]
    [InlineData("nhờ cô Lan Anh xem giúp", "nhờ cô <tên> xem giúp")]
    [InlineData("thầy Hùng bảo sao", "thầy <tên> bảo sao")]
    [InlineData("đ/c Bình duyệt chưa", "đ/c <tên> duyệt chưa")]
    [InlineData("Đồng chí Bình duyệt chưa", "Đồng chí <tên> duyệt chưa")]
    [InlineData("co Lan bao sao", "co <tên> bao sao")]
    [InlineData("em Nguyễn Văn An bị ốm", "em <tên> bị ốm")]
    [InlineData("Nguyễn Văn An bị ốm", "<tên> bị ốm")]
    [InlineData("cháu nguyen van an bi om", "cháu <tên> bi om")]
    [InlineData("cô giáo Hạnh nghỉ", "cô giáo <tên> nghỉ")]
    public void Names_behind_titles_and_family_names_are_masked(string text, string masked) => Assert.Equal(masked, MaskedText.Of(text, Ward.Roster));

    [Theory]
    [InlineData("Đinh Thị Mẫu đang ở đâu", "<tên> đang ở đâu")]
    [InlineData("dinh thi mau dang o dau", "<tên> dang o dau")]
    [InlineData("Đinh Thi Mâu đang ở đâu", "<tên> đang ở đâu")]
    [InlineData("hỏi Minh Họa xem", "hỏi <tên> xem")]
    [InlineData("hỏi cô mẫu xem", "hỏi cô <tên> xem")]
    [InlineData("Mẫu ơi xem giúp", "<tên> ơi xem giúp")]
    [InlineData("THCS Hoa Sen nộp kiểu gì", "<đơn vị> nộp kiểu gì")]
    [InlineData("truong hoa sen nop kieu gi", "truong <đơn vị> nop kieu gi")]
    public void Names_of_the_roster_are_masked(string text, string masked) => Assert.Equal(masked, MaskedText.Of(text, Ward.Roster));

    [Theory]
    [InlineData("báo cáo có mẫu không")]
    [InlineData("Mẫu báo cáo lấy ở đâu")]
    [InlineData("cho em thử lại")]
    [InlineData("gửi văn thư rồi")]
    [InlineData("các trường nộp kiểu gì")]
    [InlineData("👍👍")]
    [InlineData("???")]
    public void Words_that_name_nobody_stay(string text) => Assert.Equal(text, MaskedText.Of(text, Ward.Roster));

    [Fact]
    public void Long_message_is_cut_between_words_after_it_is_masked()
    {
        var masked = MaskedText.Of(string.Concat(Enumerable.Repeat("một hai ba ", 17)) + "gọi số 0912345678 nhé cả nhà", Ward.Roster);

        Assert.InRange(masked.Length, 150, MaskedText.MaxCharacters);
        Assert.EndsWith("…", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("091", masked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u0000\u001b[31mđỏ\u202e\nhai\tba\ud800", "[31mđỏ hai ba")]
    [InlineData("\u0000\u200b", "")]
    public void Kept_words_are_one_line_of_letters(string text, string masked) => Assert.Equal(masked, MaskedText.Of(text, Ward.Roster));

    [Fact]
    public void Any_text_at_all_becomes_short_words_that_can_be_stored()
    {
        var random = new Random(4);
        for (var i = 0; i < 3_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 600)).Select(_ => random.Next(4) switch
            {
                0 => (char)random.Next(0, 0x10000),
                1 => "0123456789 .@<>/"[random.Next(16)],
                2 => "aăâeêioôơuưyđ Đ"[random.Next(15)],
                _ => (char)random.Next(32, 127),
            }));

            var masked = MaskedText.Of(text, Ward.Roster);

            Assert.InRange(masked.Length, 0, MaskedText.MaxCharacters);
            Assert.InRange(Keys.UnreadMessage(MaskedText.Key(masked), "m").Length, 1, StoreLimits.KeyCharacters);
            Assert.DoesNotContain(masked, char.IsControl);
        }
    }

    [Theory]
    [InlineData("báo cáo việc", "Bao cao viec!?")]
    [InlineData("hoà  giải", "hòa giải.")]
    public void Two_spellings_of_one_phrasing_have_one_key(string one, string other) => Assert.Equal(MaskedText.Key(one), MaskedText.Key(other));
}
