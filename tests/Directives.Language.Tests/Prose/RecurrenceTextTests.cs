using Directives.Language.Prose;

namespace Directives.Language.Tests.Prose;

public class RecurrenceTextTests
{
    [Theory]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=25", "hằng tháng, ngày 25")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3", "3 tháng một lần")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "3 tháng một lần, ngày cuối tháng")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,FR", "hằng tuần, thứ Hai, thứ Sáu")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "hằng tuần, các ngày làm việc")]
    [InlineData("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", "hằng năm, ngày 15 tháng 12")]
    [InlineData("FREQ=DAILY", "hằng ngày")]
    public void Rule_is_said_in_words(string rule, string words) => Assert.Equal(words, RecurrenceText.Of(rule));

    [Theory]
    [InlineData("hằng tháng", "FREQ=MONTHLY")]
    [InlineData("hàng tháng.", "FREQ=MONTHLY")]
    [InlineData("ngày 25 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=25")]
    [InlineData("Hằng tháng, ngày 25", "FREQ=MONTHLY;BYMONTHDAY=25")]
    [InlineData("3 tháng một lần", "FREQ=MONTHLY;INTERVAL=3")]
    [InlineData("6 tháng/lần", "FREQ=MONTHLY;INTERVAL=6")]
    [InlineData("hằng quý", "FREQ=MONTHLY;INTERVAL=3")]
    [InlineData("thứ Hai hằng tuần", "FREQ=WEEKLY;BYDAY=MO")]
    [InlineData("ngày 15 tháng 6 hằng năm", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15")]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=25", "FREQ=MONTHLY;BYMONTHDAY=25")]
    [InlineData("freq=weekly;byday=mo,fr", "FREQ=WEEKLY;BYDAY=MO,FR")]
    [InlineData("FREQ=MONTHLY;INTERVAL=2;INTERVAL=3", null)]
    [InlineData("FREQ=HOURLY", null)]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", null)]
    [InlineData("khi có yêu cầu", null)]
    [InlineData("ngày 25", null)]
    [InlineData("hằng tháng và hằng quý", null)]
    [InlineData("16h thứ Hai hằng tuần", null)]
    public void Rule_is_read_out_of_words_or_as_it_is(string text, string? rule) => Assert.Equal(rule, RecurrenceText.Read(text));

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,FR")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=25")]
    [InlineData("FREQ=MONTHLY;INTERVAL=3")]
    [InlineData("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15")]
    public void Common_rules_are_written_in_words_that_are_read_back(string rule)
    {
        Assert.DoesNotContain("FREQ", RecurrenceText.Written(rule), StringComparison.Ordinal);
        Assert.Equal(rule, RecurrenceText.Read(RecurrenceText.Written(rule)));
    }

    [Fact]
    public void Rule_that_words_would_lose_something_of_is_written_as_it_is() =>
        Assert.Equal("FREQ=MONTHLY;BYDAY=-1FR", RecurrenceText.Written("FREQ=MONTHLY;BYDAY=-1FR"));

    [Fact]
    public void Draft_table_says_the_rhythm_in_words()
    {
        var draft = DirectiveReader.Read(Papers.Of("THÔNG BÁO", "UBND phường yêu cầu:", "1. Hằng tháng, các trường báo cáo trước ngày 25."));

        Assert.Equal("FREQ=MONTHLY;BYMONTHDAY=25", draft.Tasks[0].Recurrence);
        Assert.DoesNotContain("FREQ", DraftTable.Write(draft), StringComparison.Ordinal);
    }
}
