using System.Globalization;
using Directives.Language.Prose;

namespace Directives.Language.Tests.Prose;

public class DutyDatesTests
{
    [Theory]
    [InlineData("nộp báo cáo trước ngày 30/11", "2026-11-30")]
    [InlineData("nộp báo cáo chậm nhất 16h30 ngày 30/11/2026", "2026-11-30")]
    [InlineData("nộp báo cáo trước 10 giờ 00 ngày 17/11/2026", "2026-11-17")]
    [InlineData("hoàn thành sửa chữa trong tháng 12/2026", "2026-12-31")]
    [InlineData("hoàn thành sửa chữa trong quý I năm 2027", "2027-03-31")]
    [InlineData("tổ chức hội thi từ ngày 01/11/2026 đến ngày 05/11/2026", "2026-11-05")]
    [InlineData("thực hiện Công văn số 45/SGDĐT-VP ngày 30/10/2026 của Sở", null)]
    [InlineData("thực hiện Kế hoạch số 45/KH-UBND ban hành ngày 30/10/2026", null)]
    [InlineData("nộp báo cáo trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản", null)]
    [InlineData("thực hiện nhiệm vụ năm học 2026-2027", null)]
    [InlineData("xây dựng kế hoạch năm 2027", null)]
    [InlineData("chuẩn bị mở lớp mới từ năm học 2027-2028", null)]
    public void Only_a_date_that_says_when_is_a_deadline(string duty, string? deadline) =>
        Assert.Equal(deadline, Papers.Task($"Các trường {duty}.").Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("sinh hoạt chuyên môn 02 tuần/lần", "FREQ=WEEKLY;INTERVAL=2")]
    [InlineData("gửi báo cáo trước ngày 25 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=25")]
    [InlineData("hằng tháng đối chiếu số liệu trước ngày 25", "FREQ=MONTHLY;BYMONTHDAY=25")]
    [InlineData("báo cáo trước ngày 20 tháng cuối quý", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20")]
    [InlineData("báo cáo định kỳ hằng quý", "FREQ=MONTHLY;INTERVAL=3")]
    public void Rhythm_is_a_rule(string duty, string rule)
    {
        var task = Papers.Task($"Các trường {duty}.");

        Assert.Equal((TaskKind.Recurring, rule), (task.Kind, task.Recurrence));
    }

    [Fact]
    public void School_year_from_which_a_thing_holds_is_a_start() =>
        Assert.Equal(new DateOnly(2027, 9, 5), Papers.Task("Các trường chuẩn bị mở lớp mới từ năm học 2027-2028.").Start);
}
