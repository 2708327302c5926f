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

    [Fact]
    public void Draft_table_says_the_rhythm_in_words()
    {
        var draft = DirectiveReader.Read(Papers.Of("THÔNG BÁO", "UBND phường yêu cầu:", "1. Hằng tháng, các trường báo cáo trước ngày 25."));

        Assert.Equal("FREQ=MONTHLY;BYMONTHDAY=25", draft.Tasks[0].Recurrence);
        Assert.DoesNotContain("FREQ", DraftTable.Write(draft), StringComparison.Ordinal);
    }
}
