using System.Diagnostics;
using CsCheck;
using Directives.Language.Dates;
using Directives.Language.Messages;
using Directives.Language.Text;

namespace Directives.Language.Tests.Messages;

public class MessagePropertyTests
{
    private static readonly string[] Words =
    [
        "việc", "3", "5", "đến", "8", "xong", "chưa", "rồi", "đã", "nộp", "gia hạn", "xin", "thêm", "ngày", "tuần", "tháng", "sau", "trước", "15/12", "30/2", "32", "/", "-", ",", ".", "?", ":", "%", "60%",
        "trường", "nào", "THCS Ái Mộ", "giao", "nhắc", "tôi", "lúc", "8h", "thứ hai", "hằng", "mỗi", "quý", "IV", "năm", "2018", "9999", "0", "học kỳ", "rằm", "tháng giêng", "Tết", "\n", "task", "done", "by",
        "next", "Friday", "128-TB/QU", "\"", "đầu", "cuối", "nửa", "mùng", "định kỳ", "lần", "từ", "kể từ", "vì", "ghi chú", "2000000000", "99 tuần", "1999 năm nữa", "hai mươi mốt", "sáu", "31/12", "29/2",
    ];

    private static readonly Gen<string> Sentence = Gen.Int[0, Words.Length - 1].Select(word => Words[word]).Array[0, 14].Select(words => string.Join(' ', words));
    private static readonly Gen<string> Noise = Gen.String[Gen.Char, 0, 60];

    private readonly MessageReader _reader = new();

    [Fact]
    public void Read_composed_and_decomposed_text_gives_the_same_frame() => Sentence.Sample(text =>
        MessageCase.Describe(_reader.Read(Spellings.Decompose(text), MessageCase.At)) == MessageCase.Describe(_reader.Read(text, MessageCase.At)), iter: 2000);

    [Fact]
    public void Read_anything_gives_a_frame_without_a_date_outside_the_calendar() => Gen.OneOf(Sentence, Noise).Sample(text =>
    {
        var frame = _reader.Read(text, MessageCase.At);
        Assert.InRange(frame.Confidence, 0, 1);
        foreach (var request in frame.All)
        {
            DateOnly?[] days = [request.Slots.Deadline, request.Slots.Period?.From, request.Slots.Period?.To];
            Assert.All(days, day => Assert.True(day is null or { Year: >= 1900 and <= 2200 }));
        }
    }, iter: 3000);

    [Fact]
    public void Read_dates_on_any_day_stay_inside_the_calendar() => Gen.Select(Sentence, Gen.Int[0, 109_000], Gen.Enum<DatePurpose>()).Sample((text, day, purpose) =>
    {
        var today = new DateOnly(1901, 1, 1).AddDays(day);
        foreach (var mention in DateReader.Read(VietnameseText.Compose(text), new DateContext(today, purpose)))
        {
            DateOnly?[] days = [mention.Deadline, mention.Start, mention.Span?.From, mention.Span?.To];
            Assert.All(days, found => Assert.True(found is null or { Year: >= 1900 and <= 2200 }));
            Assert.True(mention.Span is not { From: { } from, To: { } to } || from <= to);
            Assert.InRange(mention.From, 0, mention.To);
        }
    }, iter: 2000);

    [Theory]
    [InlineData("việc 3, ")]
    [InlineData("từ 1/12 đến ")]
    [InlineData("và còn việc nào chưa xong, ")]
    [InlineData("hằng ")]
    [InlineData("(((((")]
    [InlineData("1/2/")]
    [InlineData("aaaaaaaa")]
    [InlineData("ế")]
    [InlineData("trường ")]
    [InlineData("12 ")]
    [InlineData("THCS Hoa Sen ")]
    [InlineData("hoa sen ")]
    [InlineData("việc 3 xong. việc 5 chưa. ")]
    [InlineData("xongviệcchưa")]
    [InlineData("abcdefgh ")]
    [InlineData("x1 ")]
    public void Read_a_very_long_message_takes_linear_time(string part)
    {
        string Repeated(int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));
        var text = Repeated(32_000);
        var best = long.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            _reader.Read(text, MessageCase.At);
            best = Math.Min(best, watch.ElapsedMilliseconds);
        }

        // About 5 ms on an idle machine; the bound leaves room for a busy one and still catches a quadratic step, which takes seconds.
        Assert.InRange(best, 0, 500);
    }
}
