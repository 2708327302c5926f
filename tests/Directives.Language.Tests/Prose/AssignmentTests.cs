using Directives.Language.Prose;

namespace Directives.Language.Tests.Prose;

/// <summary>Who is told to do a thing, in the ways directives say it.</summary>
public class AssignmentTests
{
    [Theory]
    [InlineData("Giao Phòng Nội vụ rà soát đội ngũ giáo viên.", "Phòng Nội vụ")]
    [InlineData("Phòng Tài chính - Kế hoạch bố trí kinh phí sửa chữa.", "Phòng Tài chính - Kế hoạch")]
    [InlineData("Phòng Văn hóa, Thể thao và Du lịch tổ chức hội thi.", "Phòng Văn hóa, Thể thao và Du lịch")]
    [InlineData("Yêu cầu Hiệu trưởng các trường mầm non, tiểu học nộp báo cáo.", "Hiệu trưởng các trường mầm non, tiểu học")]
    [InlineData("Đề nghị Ủy ban MTTQ Việt Nam phường vận động nhân dân.", "Ủy ban MTTQ Việt Nam phường")]
    [InlineData("UBND các xã, phường cần bố trí quỹ đất cho trường học.", "UBND các xã, phường")]
    [InlineData("Các phòng, ban, đơn vị có liên quan phối hợp thực hiện công tác tuyên truyền.", "Các phòng, ban, đơn vị có liên quan")]
    [InlineData("Trường Tiểu học Hoa Sen và Trường THCS Lê Lợi thí điểm thư viện mở.", "Trường Tiểu học Hoa Sen|Trường THCS Lê Lợi")]
    [InlineData("Công an phường, Trạm Y tế, các trường thực hiện kiểm tra bếp ăn.", "Công an phường|Trạm Y tế|các trường")]
    [InlineData("Giao đồng chí Lê Văn An - Phó Chủ tịch UBND phường phụ trách, trực tiếp kiểm tra.", "đồng chí Lê Văn An - Phó Chủ tịch UBND phường")]
    [InlineData("Ban Quản lý dự án đầu tư xây dựng quận bàn giao công trình.", "Ban Quản lý dự án đầu tư xây dựng quận")]
    [InlineData("Văn phòng HĐND và UBND phường đôn đốc các đơn vị.", "Văn phòng HĐND và UBND phường")]
    [InlineData("Mỗi trường cử 02 giáo viên dự tập huấn.", "Mỗi trường")]
    [InlineData("Trạm Y tế trồng vườn thuốc nam tại các trường.", "Trạm Y tế")]
    [InlineData("Giao THCS Hoa Sen chủ trì tổ chức hội thi.", "THCS Hoa Sen")]
    [InlineData("MN Sao Mai và TH Cỏ Mây hoàn thành tự đánh giá.", "MN Sao Mai|TH Cỏ Mây")]
    [InlineData("Giao Hoa Sen chủ trì tổ chức hội thi.", "Hoa Sen")]
    [InlineData("Trung tâm Phục vụ hành chính công phường hướng dẫn các trường.", "Trung tâm Phục vụ hành chính công phường")]
    [InlineData("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường đôn đốc các đơn vị.", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường")]
    [InlineData("Báo Lam Giang, Đài Phát thanh và Truyền hình tỉnh tuyên truyền.", "Báo Lam Giang|Đài Phát thanh và Truyền hình tỉnh")]
    [InlineData("Bộ phận thiết bị, thư viện kiểm kê tài sản.", "Bộ phận thiết bị, thư viện")]
    [InlineData("Thầy Tuấn phụ trách đội tuyển lớp 11.", "Thầy Tuấn")]
    [InlineData("Tổ dân phố số 7 cam kết giữ gìn vệ sinh.", "Tổ dân phố số 7")]
    [InlineData("Tổ bảo vệ dọn dẹp sân trường.", "Tổ bảo vệ")]
    [InlineData("Các trường đã nộp báo cáo kiểm tra lại số liệu trước ngày 30/10/2026.", "Các trường")]
    [InlineData("Việc trang trí do Trạm Y tế đảm nhiệm, xong trước ngày 18/11/2026.", "Trạm Y tế")]
    [InlineData("Đội Quản lý thị trường số 9 kiểm tra chợ.", "Đội Quản lý thị trường số 9")]
    [InlineData("Hội đồng bồi thường, hỗ trợ và tái định cư phường niêm yết phương án.", "Hội đồng bồi thường, hỗ trợ và tái định cư phường")]
    [InlineData("Cục Quản lý Khám, chữa bệnh cập nhật hướng dẫn.", "Cục Quản lý Khám, chữa bệnh")]
    [InlineData("Thuế tỉnh Lâm Giang và Hải quan khu vực VIII tổ chức thu ngân sách.", "Thuế tỉnh Lâm Giang|Hải quan khu vực VIII")]
    [InlineData("UBND các xã có rừng cho các thôn ký cam kết.", "UBND các xã có rừng")]
    [InlineData("Danh sách được Trạm Y tế niêm yết trước ngày 18/11/2026.", "Trạm Y tế")]
    [InlineData("Việc di dời 43 hộ dân giao UBND xã Nậm Păm chủ trì, Công an xã phối hợp.", "UBND xã Nậm Păm")]
    public void Doer_named_in_the_sentence_leads(string sentence, string lead) =>
        Assert.Equal(lead, string.Join('|', Papers.Task(sentence).Lead));

    [Fact]
    public void Whoever_directs_others_does_not_lead()
    {
        var task = Papers.Task("Giao UBND phường chỉ đạo Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an phường và các trường kiểm tra bếp ăn.");

        Assert.Equal(["UBND phường"], task.Directing);
        Assert.Equal(["Phòng Văn hóa - Xã hội"], task.Lead);
        Assert.Equal(["Công an phường", "các trường"], task.Coordinating);
    }

    [Fact]
    public void Issuer_who_speaks_is_never_the_doer()
    {
        var tasks = DirectiveReader.Read(Papers.Of(
            "ĐẢNG ỦY PHƯỜNG SÔNG MÂY", "Số 12-TB/ĐU", "Sông Mây, ngày 05 tháng 10 năm 2026", "THÔNG BÁO", "Kết luận giao ban", "Thường trực Đảng ủy giao nhiệm vụ như sau:",
            "1. Giao THCS Hoa Sen chủ trì tổ chức hội thi.", "2. Rà soát danh sách.")).Tasks;

        Assert.Equal(["THCS Hoa Sen"], tasks[0].Lead);
        Assert.Empty(tasks[1].Lead);
    }

    [Fact]
    public void Schools_named_without_a_lead_in_are_doers()
    {
        var tasks = DirectiveReader.Read(Papers.Of(
            "UBND PHƯỜNG SÔNG MÂY", "Số: 14/TB-UBND", "Sông Mây, ngày 05 tháng 10 năm 2026", "THÔNG BÁO", "Về công tác tháng 10",
            "THCS Hoa Sen và TH Cỏ Mây hoàn thành tự đánh giá trước ngày 20/10/2026.", "MN Sao Mai nộp báo cáo thu chi.")).Tasks;

        Assert.Equal([["THCS Hoa Sen", "TH Cỏ Mây"], ["MN Sao Mai"]], tasks.Select(task => task.Lead));
    }

    [Fact]
    public void Items_numbered_inside_a_paragraph_are_duties_of_their_own()
    {
        var tasks = Papers.Tasks("1. Trạm Y tế thực hiện: (1) khám sức khỏe học sinh trước ngày 20/10/2026; (2) tập huấn nhân viên y tế. Công an phường kiểm tra phòng cháy.");

        Assert.Equal(["Trạm Y tế", "Trạm Y tế", "Công an phường"], tasks.Select(task => task.Lead[0]));
        Assert.Equal([new DateOnly(2026, 10, 20), null, null], tasks.Select(task => task.Deadline));
    }

    [Fact]
    public void Time_before_a_sentence_holds_for_all_its_parts()
    {
        var tasks = Papers.Tasks("1. Trước 30/10: Trạm Y tế khám sức khỏe; Công an phường kiểm tra phòng cháy.");

        Assert.All(tasks, task => Assert.Equal(new DateOnly(2026, 10, 30), task.Deadline));
    }

    [Fact]
    public void Who_comes_along_helps()
    {
        var task = Papers.Task("Công an phường cùng các trường duy trì mô hình cổng trường an toàn.");

        Assert.Equal(["Công an phường"], task.Lead);
        Assert.Equal(["các trường"], task.Coordinating);
    }

    [Fact]
    public void Directing_a_thing_names_no_doer()
    {
        var task = Papers.Task("Giao UBND phường chỉ đạo việc kiểm tra bếp ăn.");

        Assert.Equal(["UBND phường"], task.Directing);
        Assert.Empty(task.Lead);
    }

    [Fact]
    public void Subject_of_cooperation_leads() =>
        Assert.Equal(("Trạm Y tế", "các trường"), (string.Join('|', Papers.Task("Trạm Y tế phối hợp với các trường khám sức khỏe.").Lead), string.Join('|', Papers.Task("Trạm Y tế phối hợp với các trường khám sức khỏe.").Coordinating)));

    [Fact]
    public void Those_who_only_help_coordinate() =>
        Assert.Equal(["Đội Quản lý trật tự đô thị"], Papers.Task("Giao Công an phường chủ trì, Đội Quản lý trật tự đô thị phối hợp giải tỏa lòng đường.").Coordinating);

    [Theory]
    [InlineData("Các trường nộp báo cáo về UBND phường (qua Phòng Văn hóa - Xã hội).", "UBND phường|Phòng Văn hóa - Xã hội")]
    [InlineData("Phòng Nội vụ rà soát đội ngũ, báo cáo Thường trực Đảng ủy.", "Thường trực Đảng ủy")]
    [InlineData("Các trường gửi danh sách học sinh cho Trạm Y tế.", "Trạm Y tế")]
    public void Receiver_of_a_report_is_told(string sentence, string receivers) => Assert.Equal(receivers, string.Join('|', Papers.Task(sentence).ReportTo));

    [Fact]
    public void Two_doers_in_one_sentence_have_two_duties()
    {
        var tasks = Papers.Tasks("1. Giao Phòng Nội vụ thẩm định hồ sơ; Phòng Tài chính - Kế hoạch bố trí kinh phí, yêu cầu các trường công khai kết quả.");

        Assert.Equal(["Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "các trường"], tasks.Select(task => task.Lead[0]));
    }

    [Fact]
    public void Sentences_of_one_doer_are_one_duty_until_one_has_its_own_date()
    {
        var tasks = Papers.Tasks("1. Công an phường tăng cường tuần tra. Duy trì chốt trực. Báo cáo kết quả trước ngày 15/12/2026.");

        Assert.Equal(2, tasks.Count);
        Assert.Equal("Công an phường tăng cường tuần tra. Duy trì chốt trực.", tasks[0].Text);
        Assert.Equal(("Công an phường", new DateOnly(2026, 12, 15)), (tasks[1].Lead[0], tasks[1].Deadline));
    }

    [Fact]
    public void Items_under_the_name_of_an_office_are_its_own()
    {
        var tasks = Papers.Tasks("1. Phòng Văn hóa - Xã hội", "- Chủ trì, phối hợp với Công an phường kiểm tra.", "- Tổng hợp, báo cáo UBND phường.", "2. Các trường", "- Tự kiểm tra.");

        Assert.Equal(["Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội", "Các trường"], tasks.Select(task => task.Lead[0]));
        Assert.Equal("1. Phòng Văn hóa - Xã hội", tasks[0].Section);
        Assert.Equal(["Các trường"], tasks[2].Audience);
    }

    [Fact]
    public void List_of_what_a_report_holds_is_part_of_the_duty()
    {
        var task = Assert.Single(Papers.Tasks("1. Các trường báo cáo các nội dung sau:", "- Số lớp;", "- Số học sinh;", "- Số giáo viên."));

        Assert.Contains("Số giáo viên", task.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Labelled_lines_under_an_item_are_its_fields()
    {
        var task = Assert.Single(Papers.Tasks("1. Sửa chữa nhà xe", "- Đơn vị chủ trì: Ban Quản lý dự án", "- Đơn vị phối hợp: Trường Mầm non Sao Mai", "- Thời hạn: 30/11/2026"));

        Assert.Equal(("Ban Quản lý dự án", "Trường Mầm non Sao Mai", new DateOnly(2026, 11, 30)), (task.Lead[0], task.Coordinating[0], task.Deadline));
    }
}
