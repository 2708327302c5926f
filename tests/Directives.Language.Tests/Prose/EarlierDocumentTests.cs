using Directives.Language.Prose;

namespace Directives.Language.Tests.Prose;

/// <summary>What a document does to earlier ones, and what only looks like it.</summary>
public sealed class EarlierDocumentTests
{
    [Theory]
    [InlineData("Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 03/02/2026 của Ủy ban nhân dân phường.", DirectiveEffect.Replaces, "Kế hoạch", "12/KH-UBND", 2026)]
    [InlineData("Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 08/QĐ-UBND ngày 05 tháng 01 năm 2025.", DirectiveEffect.Replaces, "Quyết định", "08/QĐ-UBND", 2025)]
    [InlineData("Bãi bỏ Thông báo số 45-TB/ĐU ngày 16/11/2026.", DirectiveEffect.Replaces, "Thông báo", "45-TB/ĐU", 2026)]
    [InlineData("Sửa đổi, bổ sung một số nội dung của Kế hoạch số 12/KH-UBND như sau:", DirectiveEffect.Amends, "Kế hoạch", "12/KH-UBND", null)]
    [InlineData("Điều chỉnh nội dung tại điểm 2 mục II Kế hoạch số 12/KH-UBND ngày 03/02/2026.", DirectiveEffect.Amends, "Kế hoạch", "12/KH-UBND", 2026)]
    [InlineData("Điều chỉnh nội dung điểm 2 mục II của Kế hoạch số 12/KH-UBND ngày 03/02/2026.", DirectiveEffect.Amends, "Kế hoạch", "12/KH-UBND", 2026)]
    [InlineData("Thay thế phụ lục của Kế hoạch số 12/KH-UBND.", DirectiveEffect.Amends, "Kế hoạch", "12/KH-UBND", null)]
    [InlineData("Giao Phòng Nội vụ rà soát, sửa đổi, bổ sung Quy chế số 05/QC-UBND trước ngày 30/11/2026.", null, null, null, null)]
    [InlineData("Căn cứ Nghị định số 23/2018/NĐ-CP sửa đổi, bổ sung Nghị định số 42/2014/NĐ-CP;", null, null, null, null)]
    [InlineData("Thay thế thiết bị cũ theo Kế hoạch số 12/KH-UBND.", null, null, null, null)]
    [InlineData("Bổ sung kinh phí thực hiện Kế hoạch số 12/KH-UBND.", null, null, null, null)]
    [InlineData("Văn bản này không thay thế Kế hoạch số 12/KH-UBND.", null, null, null, null)]
    [InlineData("Thông báo số 30/TB-UBND đã được thay thế bằng Thông báo số 45/TB-UBND.", null, null, null, null)]
    public void A_sentence_acts_on_an_earlier_document_only_where_the_paper_itself_does(string sentence, DirectiveEffect? effect, string? kind, string? number, int? year)
    {
        var earlier = Read(sentence);

        if (effect is null)
        {
            Assert.Empty(earlier);
            return;
        }

        var one = Assert.Single(earlier);
        Assert.Equal((effect, kind, number, year, sentence), (one.Effect, one.Kind, one.Number, one.Year, one.Sentence));
    }

    [Fact]
    public void Several_documents_of_one_sentence_are_all_meant() => Assert.Equal(
        ["12/KH-UBND", "15/KH-UBND"],
        Read("Kế hoạch này thay thế Kế hoạch số 12/KH-UBND ngày 03/02/2026 và Kế hoạch số 15/KH-UBND ngày 10/02/2026.").Select(one => one.Number));

    [Theory]
    [InlineData("Gia hạn thời gian thực hiện nhiệm vụ kiểm kê tài sản công tại Thông báo số 45-TB/ĐU ngày 16/11/2026 đến hết ngày 15/01/2027.", "kiểm kê tài sản công")]
    [InlineData("Đồng ý gia hạn thời gian hoàn thành nhiệm vụ \"Kiểm kê tài sản công\" nêu tại Thông báo số 45-TB/ĐU đến ngày 15/01/2027.", "Kiểm kê tài sản công")]
    [InlineData("Điều chỉnh thời hạn thực hiện của Thông báo số 45-TB/ĐU ngày 16/11/2026 đến ngày 15/01/2027.", null)]
    public void More_time_is_read_with_its_task_and_its_day(string sentence, string? task)
    {
        var one = Assert.Single(Read(sentence));

        Assert.Equal((DirectiveEffect.Extends, "45-TB/ĐU", task, new DateOnly(2027, 1, 15)), (one.Effect, one.Number, one.Task, one.Until));
    }

    [Fact]
    public void More_time_for_an_earlier_task_is_no_task() => Assert.Equal(
        ["Các trường gửi danh sách trước ngày 10/12/2026."],
        Papers.Tasks(
            "1. Gia hạn thời gian thực hiện nhiệm vụ kiểm kê tài sản công tại Thông báo số 45-TB/ĐU đến hết ngày 15/01/2027.",
            "2. Các trường gửi danh sách trước ngày 10/12/2026.").Select(task => task.Text));

    [Fact]
    public void A_title_over_two_lines_is_read_whole()
    {
        var draft = DirectiveReader.Read(Papers.Of(
            "UBND PHƯỜNG SÔNG MÂY", "Số: 20/KH-UBND", "Sông Mây, ngày 25 tháng 11 năm 2026", "KẾ HOẠCH",
            "Sửa đổi, bổ sung một số nội dung của Kế hoạch", "số 12/KH-UBND ngày 03 tháng 02 năm 2026", "Các trường gửi danh sách trước ngày 10/12/2026."));

        var one = Assert.Single(draft.Earlier);
        Assert.Equal((DirectiveEffect.Amends, "Kế hoạch", "12/KH-UBND", 2026), (one.Effect, one.Kind, one.Number, one.Year));
    }

    private static IReadOnlyList<EarlierDocument> Read(string sentence) => DirectiveReader.Read(Papers.Of(
        "UBND PHƯỜNG SÔNG MÂY", "Số: 20/KH-UBND", "Sông Mây, ngày 25 tháng 11 năm 2026", "KẾ HOẠCH", "Công tác bán trú", "1. Các trường gửi danh sách trước ngày 10/12/2026.", sentence)).Earlier;
}
