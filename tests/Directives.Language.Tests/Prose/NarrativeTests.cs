namespace Directives.Language.Tests.Prose;

public class NarrativeTests
{
    [Theory]
    [InlineData("Các trường đã triển khai tốt nhiệm vụ năm học.")]
    [InlineData("Ghi nhận, biểu dương Trường Tiểu học Hoa Sen.")]
    [InlineData("Tuy nhiên, một số trường còn chậm nộp báo cáo.")]
    [InlineData("Chất lượng giáo dục có chuyển biến mạnh mẽ. Tiếp tục dẫn đầu thành phố.")]
    [InlineData("Hiệu trưởng các trường chịu trách nhiệm trước Chủ tịch UBND phường về kết quả thực hiện.")]
    [InlineData("Trong quá trình thực hiện, nếu có vướng mắc, các trường báo cáo UBND phường để được giải quyết.")]
    [InlineData("Yêu cầu các đơn vị nghiêm túc tổ chức, triển khai thực hiện.")]
    [InlineData("Trên đây là kết luận của Chủ tịch UBND phường, thông báo để các đơn vị biết và thực hiện.")]
    [InlineData("Đồng chí Lê Văn An - Phó Chủ tịch UBND phường chủ trì cuộc họp.")]
    [InlineData("Căn cứ Công văn số 15/SGDĐT-VP ngày 03/9/2026 của Sở Giáo dục và Đào tạo.")]
    [InlineData("UBND phường sẽ xem xét khen thưởng các trường hoàn thành sớm.")]
    [InlineData("Việc bỏ phiếu sớm hơn do Ủy ban bầu cử quyết định theo quy định của Luật.")]
    [InlineData("Chợ tạm do các phường quản lý hiện đang xuống cấp.")]
    [InlineData("Văn phòng UBND phường thông báo để các đơn vị biết, thực hiện.")]
    public void Sentence_that_assigns_nothing_is_no_task(string sentence) => Assert.Empty(Papers.Tasks("1. " + sentence));

    [Fact]
    public void Purposes_are_no_tasks_and_aims_are_targets()
    {
        var tasks = Papers.Tasks("I. Mục đích, yêu cầu", "- Nâng cao nhận thức của giáo viên.", "II. Chỉ tiêu", "- 100% trường có thư viện.", "- Nâng cao chất lượng.", "III. Nhiệm vụ", "- Nâng cấp thư viện.");

        Assert.Equal(["100% trường có thư viện.", "Nâng cấp thư viện."], tasks.Select(task => task.Text));
        Assert.Equal(100, Assert.Single(tasks[0].Targets).AtLeast);
    }
}
