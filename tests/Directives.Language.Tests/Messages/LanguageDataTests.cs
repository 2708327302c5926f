using Directives.Language.Dates;

namespace Directives.Language.Tests.Messages;

public class LanguageDataTests
{
    private const string Usual = "năm học | mặc định | 5/9 | 15/1 | 16/1 | 31/5\n";

    [Theory]
    [InlineData("năm học | 2030-2031 | 5/9/2030 | 20/1/2031 | 21/1/2031", "lich.txt, line 2")]
    [InlineData("năm học | 2030-2031 | 5/9/2030 | 20/8/2030 | 21/1/2031 | 1/6/2031", "lich.txt, line 2: the four days are not in order.")]
    [InlineData("ngày | 31/2 | hội làng", "lich.txt, line 2: \"31/2/2000\" is not a day")]
    [InlineData("tết | 1/1", "lich.txt, line 2")]
    public void Parse_a_wrong_calendar_names_file_and_line(string line, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => SchoolCalendar.Parse(Usual + line, "lich.txt")).Message);

    [Fact]
    public void Parse_a_calendar_with_a_holiday_gives_the_day_after_it()
    {
        var calendar = SchoolCalendar.Parse(Usual + "âm lịch | 1/1 | tết\nnghỉ | 3/2/2027 | 9/2/2027 | tết", "lich.txt");
        var mention = Assert.Single(DateReader.Read("sau Tết", new DateContext(new DateOnly(2026, 11, 25), DatePurpose.Question) { Calendar = calendar }));
        Assert.Equal(new DateOnly(2027, 2, 10), mention.Span!.From);
    }

    [Fact]
    public void Parse_a_year_of_its_own_takes_its_days()
    {
        var calendar = SchoolCalendar.Parse(Usual + "năm học | 2019-2020 | 5/9/2019 | 20/1/2020 | 21/1/2020 | 15/7/2020", "lich.txt");
        Assert.Equal(new DateOnly(2020, 7, 15), calendar.Year(2019).End);
        Assert.Equal(new DateOnly(2021, 5, 31), calendar.Year(2020).End);
    }
}
