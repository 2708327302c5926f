using Directives.Language.Messages;

namespace Directives.Core.Tests;

public sealed class WordingTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 25);

    private static Wording Words(string language = "vi", Person? reader = null) => new(Texts.In(language), reader, Wednesday);

    private static Person Somebody(Role role, Salutation salutation, string language = "vi") =>
        new("dinh-thi-mau", "Đinh Thị Mẫu", "thcs-hoa-sen", role, "Hiệu trưởng", salutation, language);

    [Theory]
    [InlineData(2026, 11, 23, "thứ Hai 23/11/2026", "Monday 23 November 2026")]
    [InlineData(2026, 11, 24, "thứ Ba 24/11/2026", "Tuesday 24 November 2026")]
    [InlineData(2026, 11, 25, "thứ Tư 25/11/2026", "Wednesday 25 November 2026")]
    [InlineData(2026, 11, 26, "thứ Năm 26/11/2026", "Thursday 26 November 2026")]
    [InlineData(2026, 11, 27, "thứ Sáu 27/11/2026", "Friday 27 November 2026")]
    [InlineData(2026, 11, 28, "thứ Bảy 28/11/2026", "Saturday 28 November 2026")]
    [InlineData(2026, 11, 29, "Chủ nhật 29/11/2026", "Sunday 29 November 2026")]
    [InlineData(2027, 1, 4, "thứ Hai 04/01/2027", "Monday 4 January 2027")]
    public void Date_has_weekday_and_full_year(int year, int month, int day, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, Words().Date(new DateOnly(year, month, day)));
        Assert.Equal(english, Words("en").Date(new DateOnly(year, month, day)));
    }

    [Theory]
    [InlineData(0, "hôm nay", "today")]
    [InlineData(1, "ngày mai", "tomorrow")]
    [InlineData(3, "còn 3 ngày", "in 3 days")]
    [InlineData(1250, "còn 1.250 ngày", "in 1,250 days")]
    [InlineData(-1, "quá hạn 1 ngày", "1 day overdue")]
    [InlineData(-5, "quá hạn 5 ngày", "5 days overdue")]
    public void Time_left_is_counted_in_days(int days, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, Words().Left(Wednesday.AddDays(days)));
        Assert.Equal(english, Words("en").Left(Wednesday.AddDays(days)));
    }

    [Theory]
    [InlineData(2, "hoàn thành, trước hạn 2 ngày.", "done, 2 days early.")]
    [InlineData(1, "hoàn thành, trước hạn 1 ngày.", "done, 1 day early.")]
    [InlineData(0, "hoàn thành, đúng hạn.", "done, on time.")]
    [InlineData(-1, "hoàn thành, quá hạn 1 ngày.", "done, 1 day late.")]
    [InlineData(-3, "hoàn thành, quá hạn 3 ngày.", "done, 3 days late.")]
    public void Margin_tells_how_a_result_stands_to_its_due_day(int days, string vietnamese, string english)
    {
        (string, object)[] values =
        [
            ("time", new DateTimeOffset(2026, 11, 25, 2, 14, 0, TimeSpan.Zero)),
            ("task", new TaskName(12, "Kiểm tra bếp ăn")),
            ("margin", new Margin(Wednesday.AddDays(days), Wednesday)),
        ];
        Assert.Equal($"Đã ghi lúc 09:14: việc 12 \"Kiểm tra bếp ăn\" {vietnamese}", Words().Say("report.done", values));
        Assert.Equal($"Recorded 09:14: task 12 \"Kiểm tra bếp ăn\" {english}", Words("en").Say("report.done", values));
    }

    [Theory]
    [InlineData("2026-11-25", "2026-11-25", "Hôm nay, thứ Tư 25/11/2026,", "Today, Wednesday 25 November 2026,")]
    [InlineData("2026-11-26", "2026-11-26", "Ngày mai, thứ Năm 26/11/2026,", "Tomorrow, Thursday 26 November 2026,")]
    [InlineData("2026-11-24", "2026-11-24", "Hôm qua, thứ Ba 24/11/2026,", "Yesterday, Tuesday 24 November 2026,")]
    [InlineData("2026-12-15", "2026-12-15", "Ngày thứ Ba 15/12/2026,", "Tuesday 15 December 2026,")]
    [InlineData("2026-11-23", "2026-11-29", "Tuần này", "This week,")]
    [InlineData("2026-11-16", "2026-11-22", "Tuần trước", "Last week,")]
    [InlineData("2026-11-30", "2026-12-06", "Tuần sau", "Next week,")]
    [InlineData("2026-11-09", "2026-11-15", "Ngày 09–15/11/2026", "9–15 November 2026,")]
    [InlineData("2026-11-01", "2026-11-30", "Tháng 11/2026", "November 2026,")]
    [InlineData("2028-02-01", "2028-02-29", "Tháng 2/2028", "February 2028,")]
    [InlineData("2026-10-01", "2026-12-31", "Quý IV/2026", "Quarter IV 2026,")]
    [InlineData("2026-01-01", "2026-03-31", "Quý I/2026", "Quarter I 2026,")]
    [InlineData("2026-02-01", "2026-04-30", "Ngày 01/02–30/04/2026", "1 February–30 April 2026,")]
    [InlineData("2026-01-01", "2026-12-31", "Năm 2026", "2026,")]
    [InlineData("2026-11-16", "2026-11-20", "Ngày 16–20/11/2026", "16–20 November 2026,")]
    [InlineData("2026-11-28", "2026-12-04", "Ngày 28/11–04/12/2026", "28 November–4 December 2026,")]
    [InlineData("2026-12-28", "2027-01-03", "Ngày 28/12/2026–03/01/2027", "28 December 2026–3 January 2027,")]
    [InlineData(null, "2026-11-27", "Đến thứ Sáu 27/11/2026,", "Until Friday 27 November 2026,")]
    [InlineData("2026-11-27", null, "Từ thứ Sáu 27/11/2026,", "From Friday 27 November 2026,")]
    [InlineData(null, null, "Tất cả", "All,")]
    public void Period_goes_by_the_name_people_give_it(string? from, string? to, string vietnamese, string english)
    {
        var period = ("period", (object)new PeriodName(new Period(Day(from), Day(to))));
        Assert.Equal($"{vietnamese} không có việc nào đến hạn.", Words().Say("list.none", period));
        Assert.Equal($"{english} nothing is due.", Words("en").Say("list.none", period));
    }

    [Fact]
    public void Span_of_a_week_seen_from_another_one_gives_its_days()
    {
        var words = new Wording(Texts.Vietnamese, null, Wednesday.AddDays(14));
        Assert.StartsWith(
            "Ngày 16–22/11/2026 ",
            words.Say("list.none", ("period", new PeriodName(new Period(new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 22))))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Comma_of_a_period_is_not_doubled()
    {
        var heading = Words().Say(
            "sum.head",
            ("period", new PeriodName(new Period(Wednesday, Wednesday))),
            ("time", new DateTimeOffset(2026, 11, 25, 9, 14, 0, VietnamTime.Offset)),
            ("date", Wednesday),
            ("units", 24),
            ("n", 1250));
        Assert.Equal("Hôm nay, thứ Tư 25/11/2026, đến 09:14 thứ Tư 25/11/2026: 24 đơn vị, 1.250 việc.", heading);
    }

    [Theory]
    [InlineData(0, "0", "0")]
    [InlineData(999, "999", "999")]
    [InlineData(1250, "1.250", "1,250")]
    [InlineData(5000000, "5.000.000", "5,000,000")]
    public void Number_is_grouped_as_its_language_does(int number, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, Words().Number(number));
        Assert.Equal(english, Words("en").Number(number));
    }

    [Fact]
    public void Task_number_is_written_as_people_type_it()
    {
        Assert.Equal("Không có việc 1250.", Words().Say("task.unknown.all", ("no", 1250)));
        Assert.Equal("Ngoài ra quá hạn: việc 999, việc 1250.", Words().Say("list.alsoOverdue", ("tasks", new TaskNumbers([999, 1250]))));
        Assert.Equal("Assigned 3, numbers 1250 to 1252, units 1,400.", Words("en").Say("publish.done", ("n", 3), ("from", 1250), ("to", 1252), ("units", 1400)));
    }

    [Theory]
    [InlineData(new[] { 8 }, "Nhắn số việc: 8", "Reply with a task number: 8")]
    [InlineData(new[] { 8, 12 }, "Nhắn số việc: 8 hoặc 12", "Reply with a task number: 8 or 12")]
    [InlineData(new[] { 3, 8, 1250 }, "Nhắn số việc: 3, 8 hoặc 1250", "Reply with a task number: 3, 8 or 1250")]
    public void Choice_of_tasks_joins_the_last_with_or(int[] numbers, string vietnamese, string english)
    {
        Assert.Equal(vietnamese, Words().Say("choice.task", ("numbers", new NumberChoice(numbers))));
        Assert.Equal(english, Words("en").Say("choice.task", ("numbers", new NumberChoice(numbers))));
    }

    [Theory]
    [InlineData(Role.Principal, Salutation.Cô, "cô")]
    [InlineData(Role.Principal, Salutation.Thầy, "thầy")]
    [InlineData(Role.Principal, Salutation.Anh, "anh")]
    [InlineData(Role.Principal, Salutation.Unknown, "thầy/cô")]
    [InlineData(Role.Leader, Salutation.ĐồngChí, "đồng chí")]
    [InlineData(Role.Leader, Salutation.Chị, "chị")]
    [InlineData(Role.Leader, Salutation.Unknown, "anh/chị")]
    [InlineData(Role.Clerk, Salutation.Chị, "chị")]
    [InlineData(Role.Clerk, Salutation.Unknown, "anh/chị")]
    public void Reader_is_addressed_by_the_roster_and_never_guessed(Role role, Salutation salutation, string you)
    {
        Assert.Equal(you, Words(reader: Somebody(role, salutation)).You);
        Assert.Equal("you", Words("en", Somebody(role, salutation, "en")).You);
    }

    [Fact]
    public void Stranger_is_addressed_both_ways() => Assert.Equal("thầy/cô", Words().You);

    [Fact]
    public void State_is_said_with_its_percent()
    {
        WorkState[] states = [WorkState.NotStarted, WorkState.InProgress(null), WorkState.InProgress(60), WorkState.Done];
        Assert.Equal(["chưa thực hiện", "đang thực hiện", "đang thực hiện 60%", "hoàn thành"], states.Select(Words().State));
        Assert.Equal(["not started", "in progress", "in progress 60%", "done"], states.Select(Words("en").State));
    }

    [Fact]
    public void Line_and_each_sentence_in_it_begin_with_a_capital()
    {
        var words = Words(reader: Somebody(Role.Principal, Salutation.Cô));
        Assert.Equal("Em chưa hiểu. Cô muốn làm gì ạ?", words.Say("none.menu"));
        Assert.Equal("Cô chọn việc nào ạ?", words.Say("ask.which"));
        Assert.Equal("Đồng chí chọn việc nào ạ?", Words(reader: Somebody(Role.Leader, Salutation.ĐồngChí)).Say("ask.which"));
        Assert.Equal(
            "Em không ghi hoàn thành. Việc 3 \"rà soát\" đang thực hiện 60%.",
            words.Say("report.notDone.noDue", ("task", new TaskName(3, "rà soát")), ("state", WorkState.InProgress(60))));
    }

    [Fact]
    public void Phrase_inside_another_keeps_its_small_letter()
    {
        var words = Words(reader: Somebody(Role.Principal, Salutation.Cô));
        Assert.Equal("việc 12 \"Kiểm tra bếp ăn\"", words.Fill(new Phrase("task.name", ("no", 12), ("title", "Kiểm tra bếp ăn"))));
        Assert.Equal("Chào cô, em là trợ lý nhắc việc của Đảng ủy phường Sông Mây.", words.Say("hello.who", ("body", "Đảng ủy phường Sông Mây")));
        Assert.Equal("Việc này chỉ văn thư làm được.", words.Say("role.denied", ("role", (Phrase)"role.clerk")));
    }

    [Fact]
    public void Braces_in_a_persons_words_are_left_alone() =>
        Assert.Equal("Không có việc nào khớp \"{you} {n}\".", Words().Say("list.noMatch", ("words", "{you} {n}")));

    [Fact]
    public void Phrase_without_a_needed_value_says_which() =>
        Assert.Contains("'unit'", Assert.Throws<KeyNotFoundException>(() => Words().Say("list.empty")).Message, StringComparison.Ordinal);

    private static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", null);
}
