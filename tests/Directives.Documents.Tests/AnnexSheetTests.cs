using Directives.Language.Prose;

namespace Directives.Documents.Tests;

public class AnnexSheetTests
{
    [Fact]
    public void Head_of_an_annex_is_that_of_the_paper_it_belongs_to()
    {
        var draft = Read([
            ["PHỤ LỤC II"],
            ["DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ"],
            ["(Kèm theo Kế hoạch số 45/KH-UBND ngày 12 tháng 01 năm 2026 của UBND xã Phúc Thịnh)"],
            ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
            [1, "Rà soát vùng lõm sóng di động", "Phòng Kinh tế", "15/3"],
        ]);

        Assert.Equal(("Kế hoạch", "45/KH-UBND", "DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ", "UBND xã Phúc Thịnh", new DateOnly(2026, 1, 12)),
            (draft.Head.Kind, draft.Head.Number, draft.Head.Title, draft.Head.Issuer, draft.Head.Issued));
        Assert.Equal(new DateOnly(2026, 3, 15), Assert.Single(draft.Tasks).Deadline);
    }

    [Fact]
    public void Heading_of_two_rows_and_a_row_of_numbers_tells_who_leads_and_who_helps()
    {
        var draft = Read(
            [
                ["STT", "Nhiệm vụ", "Cơ quan thực hiện", null, "Thời hạn", "Kết quả", null],
                [null, null, "Chủ trì", "Phối hợp", null, "Tên sản phẩm", "Cấp phê duyệt"],
                ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
                ["A", "NÔNG NGHIỆP"],
                [1, "Hỗ trợ chứng nhận hữu cơ cho 12 hợp tác xã", "Sở Tài chính\nSở Công Thương", "Hội Nông dân tỉnh", "31/12/2026", "Giấy chứng nhận", "UBND tỉnh"],
                ["Tổng số: 01 nhiệm vụ"],
            ],
            "A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:G1");

        var task = Assert.Single(draft.Tasks);
        Assert.Equal(["Sở Tài chính", "Sở Công Thương"], task.Lead);
        Assert.Equal(["Hội Nông dân tỉnh"], task.Coordinating);
        Assert.Equal("A NÔNG NGHIỆP", task.Section);
    }

    [Fact]
    public void What_stands_under_the_tasks_of_a_sheet_is_its_signature()
    {
        var draft = Read([
            ["TRƯỜNG TIỂU HỌC KIM ĐỒNG", null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["Số: 21/KH-THKĐ", null, "Kim Ngân, ngày 16 tháng 01 năm 2026"],
            ["KẾ HOẠCH"],
            ["TT", "Nhiệm vụ", "Người thực hiện", "Thời hạn"],
            [1, "Dự giờ giáo viên mới", "Phó Hiệu trưởng", "Hằng tháng"],
            [null, null, "HIỆU TRƯỞNG"],
            [null, null, "Phan Thị Tuyết Nga"],
        ]);

        Assert.Equal(("21/KH-THKĐ", "Trường Tiểu học Kim Đồng", "Phan Thị Tuyết Nga"), (draft.Head.Number, draft.Head.Issuer, draft.Head.Signer));
        Assert.Single(draft.Tasks);
    }

    private static DirectiveDraft Read(object?[][] rows, params string[] merged) =>
        DirectiveReader.Read(DocumentReader.Read(SheetFile.Of("Phụ lục", rows, merged), "a.xlsx"));
}
