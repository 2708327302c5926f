using Directives.Language.Messages;

namespace Directives.Language.Tests.Messages;

public sealed class DraftEditTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData("việc 4 chủ trì Phòng Nội vụ, hạn 31/12", 4, "Phòng Nội vụ", null, "2026-12-31")]
    [InlineData("nhap 4 han 31/12/2026 chu tri phong noi vu", 4, "phong noi vu", null, "2026-12-31")]
    [InlineData("chủ trì Phòng Văn hóa – Xã hội, phối hợp với Công an phường, TH Cỏ May", null, "Phòng Văn hóa – Xã hội", "Công an phường|TH Cỏ May", null)]
    [InlineData("hạn 15/1", null, null, null, "2027-01-15")]
    [InlineData("task 2 lead Phòng Nội vụ, due 31 December", 2, "Phòng Nội vụ", null, "2026-12-31")]
    public void Change_is_read_field_by_field(string text, int? item, string? lead, string? coordinating, string? deadline)
    {
        var edit = DraftEditReader.Read(text, Today)!;

        Assert.Equal(item, edit.Item);
        Assert.Equal(lead?.Split('|'), edit.Lead);
        Assert.Equal(coordinating?.Split('|'), edit.Coordinating);
        Assert.Equal(deadline is null ? null : DateOnly.ParseExact(deadline, "yyyy-MM-dd"), edit.Deadline);
    }

    [Fact]
    public void Words_of_a_task_go_on_to_the_end()
    {
        var edit = DraftEditReader.Read("việc 2 nội dung: rà soát, báo cáo hạn mức chi", Today)!;

        Assert.Equal("rà soát, báo cáo hạn mức chi", edit.Text);
    }

    [Fact]
    public void Drop_split_merge_and_add_are_read()
    {
        Assert.True(DraftEditReader.Read("bỏ việc 3", Today) is { Drop: true, Item: 3 });
        Assert.True(DraftEditReader.Read("bo viec nay", Today) is { Drop: true, Item: null });
        Assert.True(DraftEditReader.Read("tách nháp 5", Today) is { Split: true, Item: 5 });
        Assert.True(DraftEditReader.Read("gộp 2 và 3", Today) is { Item: 2, MergeWith: 3 });
        Assert.Equal("các trường nộp danh sách", DraftEditReader.Read("thêm việc: các trường nộp danh sách", Today)!.Add);
    }

    [Theory]
    [InlineData("việc 4")]
    [InlineData("việc 4 xong rồi")]
    [InlineData("tổng hợp")]
    [InlineData("hạn bao giờ")]
    [InlineData("việc 4 hạn bao giờ")]
    [InlineData("bỏ phiếu")]
    [InlineData("bạn là ai")]
    [InlineData("")]
    public void Other_words_are_no_change(string text) => Assert.Null(DraftEditReader.Read(text, Today));
}
