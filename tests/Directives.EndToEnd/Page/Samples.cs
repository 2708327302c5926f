using Directives.Bot.Page;
using Directives.Core;

namespace Directives.EndToEnd.Page;

/// <summary>Invented people and cards, such as the program's own look like.</summary>
internal static class Samples
{
    public const string Principal = "dinh-thi-mau";

    public static PagePeople People { get; } = new("Đảng ủy phường Sông Mây", new DateTimeOffset(2026, 11, 25, 9, 14, 0, VietnamTime.Offset),
    [
        new("phan-van-thu", "Phan Văn Thử", "Bí thư", "Đảng ủy phường Sông Mây", Role.Leader),
        new("ho-thi-gia-dinh", "Hồ Thị Giả Định", "Phó Chủ tịch", "UBND phường Sông Mây", Role.Leader),
        new(Principal, "Đinh Thị Mẫu", "Hiệu trưởng", "THCS Hoa Sen", Role.Principal),
        new("ly-thi-vi-du", "Lý Thị Ví Dụ", "Hiệu trưởng", "MN Sao Mai", Role.Principal),
        new("mac-van-phong", "Mạc Văn Phỏng", "Hiệu trưởng", "TH Cỏ May", Role.Principal),
        new("ngo-thi-tuong-tuong", "Ngô Thị Tưởng Tượng", "Hiệu trưởng", "MN Họa Mi", Role.Principal),
        new("alex-sample", "Alex Sample", "Principal", "Trường Quốc tế Mây Trắng", Role.Principal, "en"),
        new("to-van-thi-nghiem", "Tô Văn Thí Nghiệm", "Trưởng phòng", "Phòng Nội vụ", Role.Principal),
        new("cao-thi-gia-thu", "Cao Thị Giả Thử", "Trưởng phòng", "Phòng Kinh tế, Hạ tầng và Đô thị", Role.Principal),
        new("la-van-minh-hoa", "La Văn Minh Họa", "Trưởng ban", "Ban Quản lý dự án", Role.Principal),
        new("vu-thi-nhap", "Vũ Thị Nháp", "Văn thư", "Văn phòng Đảng ủy", Role.Clerk),
        new("duong-van-tam", "Dương Văn Tạm", "Văn thư", "Văn phòng HĐND và UBND", Role.Clerk),
    ]);

    public const string TaskList = """
        {"type":"AdaptiveCard","version":"1.4","lang":"vi","fallbackText":"Tuần này THCS Hoa Sen có 2 việc đến hạn.","body":[
          {"type":"TextBlock","text":"Tuần này: 2 việc đến hạn","weight":"Bolder","size":"Medium","wrap":true},
          {"type":"TextBlock","text":"THCS Hoa Sen, đến 09:14 thứ Tư 25/11/2026","wrap":true,"spacing":"None","isSubtle":true},
          {"type":"Container","style":"attention","items":[{"type":"TextBlock","text":"! Quá hạn: 1 việc","weight":"Bolder","wrap":true}]},
          {"type":"Container","separator":true,"items":[
            {"type":"TextBlock","text":"**Thứ Năm 26/11/2026, ngày mai**","wrap":true},
            {"type":"TextBlock","text":"việc 8: Nộp danh sách học sinh giỏi","wrap":true,"spacing":"None"},
            {"type":"TextBlock","text":"◐ đang thực hiện 80%","wrap":true,"spacing":"None"},
            {"type":"ColumnSet","spacing":"Small","columns":[
              {"type":"Column","width":80,"style":"good","spacing":"None","minHeight":"8px","items":[{"type":"TextBlock","text":"\u00a0"}]},
              {"type":"Column","width":20,"style":"emphasis","spacing":"None","minHeight":"8px","items":[{"type":"TextBlock","text":"\u00a0"}]}]}]},
          {"type":"Container","separator":true,"items":[
            {"type":"TextBlock","text":"**Thứ Sáu 27/11/2026, còn 2 ngày**","wrap":true},
            {"type":"TextBlock","text":"việc 12: Kiểm tra bếp ăn","wrap":true,"spacing":"None"},
            {"type":"TextBlock","text":"○ chưa thực hiện","wrap":true,"spacing":"None"}]}],
         "actions":[
          {"type":"Action.Execute","title":"Báo tiến độ","verb":"progress","data":{"unit":"thcs-hoa-sen"}},
          {"type":"Action.Execute","title":"Xem quá hạn","verb":"overdue"}]}
        """;

    public const string Summary = """
        {"type":"AdaptiveCard","version":"1.4","lang":"vi","fallbackText":"Tháng 11/2026","body":[
          {"type":"TextBlock","text":"72 trên 120 việc hoàn thành đúng hạn, 60%","weight":"Bolder","size":"Medium","wrap":true},
          {"type":"TextBlock","text":"Tháng 11/2026, đến 09:14 thứ Tư 25/11/2026: 24 đơn vị, 120 việc","wrap":true,"spacing":"None"},
          {"type":"ColumnSet","columns":[
            {"type":"Column","width":60,"style":"good","spacing":"None","minHeight":"8px","items":[{"type":"TextBlock","text":"\u00a0"}]},
            {"type":"Column","width":5,"style":"warning","spacing":"None","minHeight":"8px","items":[{"type":"TextBlock","text":"\u00a0"}]},
            {"type":"Column","width":30,"style":"emphasis","spacing":"None","minHeight":"8px","items":[{"type":"TextBlock","text":"\u00a0"}]},
            {"type":"Column","width":5,"style":"attention","spacing":"None","minHeight":"8px","items":[{"type":"TextBlock","text":"\u00a0"}]}]},
          {"type":"ColumnSet","columns":[
            {"type":"Column","width":"stretch","items":[{"type":"TextBlock","text":"✓ Hoàn thành đúng hạn","color":"Good","weight":"Bolder","wrap":true}]},
            {"type":"Column","width":"auto","items":[{"type":"TextBlock","text":"72/120 (60%)","wrap":true}]}]},
          {"type":"ColumnSet","spacing":"Small","columns":[
            {"type":"Column","width":"stretch","items":[{"type":"TextBlock","text":"✓ Hoàn thành quá hạn","color":"Warning","weight":"Bolder","wrap":true}]},
            {"type":"Column","width":"auto","items":[{"type":"TextBlock","text":"6/120 (5%)","wrap":true}]}]},
          {"type":"ColumnSet","spacing":"Small","columns":[
            {"type":"Column","width":"stretch","items":[{"type":"TextBlock","text":"○ Chưa hoàn thành, trong hạn","weight":"Bolder","wrap":true}]},
            {"type":"Column","width":"auto","items":[{"type":"TextBlock","text":"36/120 (30%)","wrap":true}]}]},
          {"type":"ColumnSet","spacing":"Small","columns":[
            {"type":"Column","width":"stretch","items":[{"type":"TextBlock","text":"! Chưa hoàn thành, quá hạn","color":"Attention","weight":"Bolder","wrap":true}]},
            {"type":"Column","width":"auto","items":[{"type":"TextBlock","text":"6/120 (5%)","wrap":true}]}]},
          {"type":"Container","style":"emphasis","items":[
            {"type":"TextBlock","text":"Cần để ý","weight":"Bolder","wrap":true},
            {"type":"TextBlock","text":"việc 7: Lập kế hoạch phòng cháy, quá hạn 5 ngày, 3 đơn vị","wrap":true,"spacing":"Small"},
            {"type":"TextBlock","text":"việc 3: Rà soát đội ngũ, 5/24 đơn vị chưa xong","wrap":true,"spacing":"Small"}]}],
         "actions":[
          {"type":"Action.Execute","title":"Xem quá hạn","verb":"overdue"},
          {"type":"Action.Execute","title":"Xem đề nghị (2)","verb":"requests"},
          {"type":"Action.Execute","title":"Xuất Excel","verb":"export"}]}
        """;

    public const string Request = """
        {"type":"AdaptiveCard","version":"1.4","lang":"vi","fallbackText":"THCS Hoa Sen xin gia hạn việc 5","body":[
          {"type":"TextBlock","text":"THCS Hoa Sen xin gia hạn việc 5","weight":"Bolder","size":"Medium","wrap":true},
          {"type":"FactSet","facts":[
            {"title":"Việc","value":"Kiểm kê tài sản công"},
            {"title":"Hạn","value":"thứ Năm 31/12/2026"},
            {"title":"Xin đến","value":"thứ Sáu 15/01/2027, thêm 15 ngày"},
            {"title":"Lý do","value":"\"chờ thẩm định giá\\_1 \\*gấp\\*\""},
            {"title":"Tiến độ","value":"◐ đang thực hiện 60%"},
            {"title":"Lần xin","value":"1"}]},
          {"type":"Input.Date","id":"date","label":"Ngày khác","value":"2027-01-15"},
          {"type":"Input.ChoiceSet","id":"tell","label":"Báo cho","style":"compact","value":"unit","choices":[
            {"title":"Chỉ đơn vị","value":"unit"},{"title":"Đơn vị và Phòng Nội vụ","value":"both"}]},
          {"type":"Input.Text","id":"reason","label":"Lý do","isMultiline":true,"isRequired":true,"errorMessage":"Không duyệt thì cần lý do."}],
         "actions":[
          {"type":"Action.Execute","title":"Duyệt đến 15/01/2027","verb":"approve","data":{"request":"r5"},"associatedInputs":"none"},
          {"type":"Action.Execute","title":"Không duyệt","verb":"reject","data":{"request":"r5"},"style":"destructive"}]}
        """;

    public const string Recorded = """
        {"type":"AdaptiveCard","version":"1.4","lang":"vi","fallbackText":"Đã ghi","body":[
          {"type":"TextBlock","text":"✓ Đã ghi: việc 8 hoàn thành","weight":"Bolder","size":"Medium","color":"Good","wrap":true},
          {"type":"FactSet","facts":[
            {"title":"Việc","value":"Nộp danh sách học sinh giỏi"},{"title":"Lúc","value":"09:14"},{"title":"Người báo","value":"Đinh Thị Mẫu"}]}]}
        """;
}
