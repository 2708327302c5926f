using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

/// <summary>Which task is meant, which unit, and which of the sender's words are the note.</summary>
public class NamesAndNotesTests
{
    private readonly MessageReader _reader = new();

    [Theory]
    [InlineData("việc một trăm sáu hai xong rồi", 162)]
    [InlineData("việc một trăm linh tư xong rồi", 104)]
    [InlineData("nhiệm vụ thứ mười lăm xong rồi", 15)]
    [InlineData("nhiệm vụ thứ ba xong rồi", 3)]
    [InlineData("việc hai bảy xong rồi", 27)]
    [InlineData("n.v 12 xong rồi", 12)]
    [InlineData("nvu 12 da xong", 12)]
    [InlineData("mục 14 xong rồi", 14)]
    [InlineData("finished number 36 this morning", 36)]
    [InlineData("task no. 9 is done", 9)]
    [InlineData("task twenty-two is done", 22)]
    public void Read_a_reference_to_a_task_in_any_shape_gives_its_number(string text, int number)
    {
        var request = Assert.Single(_reader.Read(text, MessageCase.At).All);
        Assert.Equal(ReportedStatus.Done, request.Slots.Status);
        Assert.Equal(number, Assert.Single(request.Slots.Tasks).Number);
    }

    [Theory]
    [InlineData("việc 5 xong mục 3 rồi")]
    [InlineData("hạng mục 3 của việc 5 đã xong")]
    public void Read_an_item_of_a_task_is_no_task_and_leaves_the_task_open(string text)
    {
        var request = Assert.Single(_reader.Read(text, MessageCase.At).All);
        Assert.Equal(5, Assert.Single(request.Slots.Tasks).Number);
        Assert.NotEqual(ReportedStatus.Done, request.Slots.Status);
    }

    [Theory]
    [InlineData("việc thứ sáu tuần này")]
    [InlineData("có việc thứ sáu không")]
    public void Read_the_day_of_a_task_is_no_number(string text) =>
        Assert.Empty(_reader.Read(text, MessageCase.At).First.Slots.Tasks);

    [Theory]
    [InlineData("việc thu chi ai chủ trì", "thu chi")]
    [InlineData("vụ rà soát hộ nghèo ai chủ trì", "rà soát hộ nghèo")]
    [InlineData("cái vụ kiểm định ai chủ trì", "kiểm định")]
    [InlineData("nhiệm vụ chuyển đổi số ai chủ trì", "chuyển đổi số")]
    [InlineData("việc khai giảng ai chủ trì", "khai giảng")]
    [InlineData("nhiệm vụ dạy thêm học thêm ai chủ trì", "dạy thêm học thêm")]
    [InlineData("who leads the fire safety task", "fire safety")]
    public void Read_a_task_by_its_words_gives_the_whole_name_and_nothing_around_it(string text, string name) =>
        Assert.Equal(name, Assert.Single(_reader.Read(text, MessageCase.At).First.Slots.Tasks).Query);

    [Theory]
    [InlineData("việc 4 vướng kinh phí, đề nghị quận cấp bổ sung", "vướng kinh phí, đề nghị quận cấp bổ sung")]
    [InlineData("việc 4 bị kẹt vì nhà thầu bỏ ngang", "nhà thầu bỏ ngang")]
    [InlineData("việc 4 đang vướng: phụ huynh chưa đồng thuận", "phụ huynh chưa đồng thuận")]
    [InlineData("việc 4 tắc rồi em ơi, không có nhà thầu nào dự thầu", "không có nhà thầu nào dự thầu")]
    [InlineData("we're stuck on task 4: the oven has not been delivered", "the oven has not been delivered")]
    [InlineData("mất điện cả xã nên việc 4 xin thêm 3 ngày", "mất điện cả xã")]
    [InlineData("chờ phụ huynh ký đơn, việc 4 cho xin hạn đến 15/12", "chờ phụ huynh ký đơn")]
    [InlineData("việc 4 trùng lịch kiểm định, xin dời đến 15/12", "trùng lịch kiểm định")]
    [InlineData("xin gia hạn việc 4 (vì mưa bão) đến 15/12", "mưa bão")]
    [InlineData("em ghi chú vào việc 4 giúp thầy: hội đồng đã họp", "hội đồng đã họp")]
    public void Read_a_note_gives_the_reason_without_what_leads_to_it(string text, string note) =>
        Assert.Equal(note, Assert.Single(_reader.Read(text, MessageCase.At).All).Slots.Note);

    [Theory]
    [InlineData("giao Đoàn xã dọn vệ sinh trước 10/12", "Đoàn xã", "dọn vệ sinh")]
    [InlineData("giao Trạm y tế khám sức khỏe trước 10/12", "Trạm y tế", "khám sức khỏe")]
    [InlineData("giao Công an xã Tân Lập thống kê tạm trú trước 10/12", "Công an xã Tân Lập", "thống kê tạm trú")]
    [InlineData("giao Trung tâm Phục vụ hành chính công niêm yết thủ tục trước 10/12", "Trung tâm Phục vụ hành chính công", "niêm yết thủ tục")]
    [InlineData("giao Phòng Kinh tế, Hạ tầng và Đô thị sửa mương trước 10/12", "Phòng Kinh tế, Hạ tầng và Đô thị", "sửa mương")]
    [InlineData("assign GDTX Tân Phú to submit the report by 10 December", "GDTX Tân Phú", "submit the report")]
    public void Read_an_assignment_parts_the_units_name_from_the_task(string text, string unit, string note)
    {
        var request = Assert.Single(_reader.Read(text, MessageCase.At, SenderRole.Leader).All);
        Assert.Equal((unit, note), (request.Slots.Unit, request.Slots.Note));
    }
}
