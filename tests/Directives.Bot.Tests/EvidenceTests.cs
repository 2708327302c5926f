using System.Text.Json.Nodes;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests;

/// <summary>Files that principals send.</summary>
public abstract class EvidenceTests : StoreTests
{
    private static readonly byte[] Photo = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3];
    private static readonly byte[] OtherPhoto = [0xff, 0xd8, 0xff, 0xe0, 4, 5, 6];

    private const string Which = """
        Em nhận 1 tệp lúc 09:14. Minh chứng cho việc nào ạ?
        Việc 1: Lập kế hoạch phòng cháy, thứ Sáu 20/11/2026
        Việc 2: Nộp danh sách học sinh giỏi, thứ Năm 26/11/2026
        Việc 3: Kiểm tra bếp ăn, thứ Sáu 27/11/2026
        Việc 4: Kiểm kê thiết bị, thứ Ba 15/12/2026
        Việc 5: Kiểm kê tài sản công, thứ Năm 31/12/2026
        Không cần nữa thì nhắn "bỏ". Sau 30 phút em xóa tệp.
        Nhắn số việc: 1, 2, 3, 4 hoặc 5
        """;

    [ContractTheory]
    [InlineData("việc 3")]
    [InlineData("minh chứng việc 3")]
    [InlineData("em gửi ảnh việc 3 ạ")]
    [InlineData("nv3")]
    [InlineData("kiểm tra bếp ăn")]
    public async Task Photo_with_words_that_name_a_task_goes_with_it_and_its_status_stays(string words)
    {
        await using var bot = await StartAsync();

        Assert.Equal(
            "Đã gắn 1 tệp vào việc 3 \"Kiểm tra bếp ăn\"; trạng thái vẫn là chưa thực hiện.",
            await SendAsync(bot, words, ("bếp.jpg", Photo)));

        var detail = await bot.SayAsync(Organisation.Principal, "việc 3");
        Assert.Contains("chưa thực hiện", detail, StringComparison.Ordinal);
        Assert.Contains("Minh chứng: bếp.jpg.", detail, StringComparison.Ordinal);
        Assert.EndsWith(FileId.Hash(Photo), Assert.Single(bot.Files), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Photo_without_words_is_asked_about_and_goes_with_the_task_answered()
    {
        await using var bot = await StartAsync();

        Assert.Equal(Which, await SendAsync(bot, "", ("bếp.jpg", Photo)));
        Assert.Equal("Đã gắn 1 tệp vào việc 3 \"Kiểm tra bếp ăn\"; trạng thái vẫn là chưa thực hiện.", await bot.SayAsync(Organisation.Principal, "3"));

        var stored = (await bot.Services.GetRequiredService<WorkTable>().FindAsync("thcs-hoa-sen", 3, default))!.Value;
        Assert.Equal(new Evidence(FileId.Hash(Photo), "bếp.jpg", FileKind.Jpg, Photo.Length, bot.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)), Organisation.Principal), Assert.Single(stored.Evidence));
    }

    [ContractTheory]
    [InlineData("việc 7")]
    [InlineData("7")]
    [InlineData("của việc 7 ạ")]
    public async Task Task_that_was_not_listed_can_be_answered(string answer)
    {
        await using var bot = await StartAsync();
        await SendAsync(bot, "", ("bếp.jpg", Photo));

        Assert.StartsWith("Đã gắn 1 tệp vào việc 7", await bot.SayAsync(Organisation.Principal, answer), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Task_of_another_unit_is_asked_about_again()
    {
        await using var bot = await StartAsync();
        await SendAsync(bot, "", ("bếp.jpg", Photo));

        Assert.Equal("THCS Hoa Sen không có việc 6.\n" + Which, await bot.SayAsync(Organisation.Principal, "6"));
        Assert.StartsWith("Đã gắn 1 tệp", await bot.SayAsync(Organisation.Principal, "3"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Photos_sent_one_by_one_are_answered_together()
    {
        await using var bot = await StartAsync();
        await SendAsync(bot, "", ("1.jpg", Photo));

        Assert.StartsWith("Em nhận 2 tệp lúc 09:14.", await SendAsync(bot, "", ("2.jpg", OtherPhoto)), StringComparison.Ordinal);
        Assert.StartsWith("Đã gắn 2 tệp vào việc 3", await bot.SayAsync(Organisation.Principal, "3"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Photo_with_a_report_is_evidence_of_what_is_reported()
    {
        await using var bot = await StartAsync();

        var answer = await SendAsync(bot, "việc 3 xong rồi", ("bếp.jpg", Photo));

        Assert.StartsWith("Đã gắn 1 tệp vào việc 3 \"Kiểm tra bếp ăn\"", answer, StringComparison.Ordinal);
        Assert.Contains("Đã ghi lúc 09:14: việc 3 \"Kiểm tra bếp ăn\" hoàn thành", answer, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Files_that_nobody_names_the_task_of_are_deleted_after_half_an_hour()
    {
        await using var bot = await StartAsync();
        await SendAsync(bot, "", ("bếp.jpg", Photo));
        Assert.Single(bot.Files);

        bot.Clock.Advance(TimeSpan.FromMinutes(36));
        await bot.Services.GetRequiredService<Directives.Bot.Notices.HeldFileSweep>().RunAsync(default);

        Assert.StartsWith("Câu hỏi đó đã quá 30 phút", await bot.SayAsync(Organisation.Principal, "3"), StringComparison.Ordinal);
        Assert.Empty(bot.Files);
    }

    [ContractFact]
    public async Task Files_that_are_not_needed_are_deleted_at_once()
    {
        await using var bot = await StartAsync();
        await SendAsync(bot, "", ("bếp.jpg", Photo));

        Assert.Equal("Dạ, em đã xóa 1 tệp.", await bot.SayAsync(Organisation.Principal, "bỏ"));
        Assert.Empty(bot.Files);
    }

    [ContractFact]
    public async Task Same_file_for_the_same_task_is_kept_once()
    {
        await using var bot = await StartAsync();
        await SendAsync(bot, "việc 3", ("bếp.jpg", Photo));

        Assert.Equal("Việc 3 \"Kiểm tra bếp ăn\" đã có tệp này, em giữ nguyên.", await SendAsync(bot, "việc 3", ("khác tên.jpg", Photo)));
        Assert.StartsWith("Đã gắn 1 tệp", await SendAsync(bot, "việc 3", ("bếp.jpg", OtherPhoto)), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Evidence_can_be_taken_back_and_stands_in_the_history()
    {
        await using var bot = await StartAsync();
        await SendAsync(bot, "việc 3", ("bếp.jpg", Photo));
        Assert.Contains("Đinh Thị Mẫu gửi minh chứng", await bot.SayAsync(Organisation.Principal, "lịch sử việc 3"), StringComparison.Ordinal);

        Assert.StartsWith("Đã hoàn tác nội dung vừa ghi cho việc 3", await bot.SayAsync(Organisation.Principal, "hoàn tác"), StringComparison.Ordinal);
        Assert.DoesNotContain("Minh chứng:", await bot.SayAsync(Organisation.Principal, "việc 3"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Files_of_other_kinds_are_refused_with_the_reason_and_none_is_kept()
    {
        await using var bot = await StartAsync();

        var answer = await SendAsync(bot, "việc 3", ("bếp.jpg", Photo), ("hoá đơn.pdf.exe", [0x4d, 0x5a, 0, 3]));

        Assert.Equal("Em không đọc được hoá đơn.pdf.exe: minh chứng chỉ nhận .pdf, .docx, .xlsx, .jpg, .png, .heic, .txt. Chưa lưu gì.", answer);
        Assert.Empty(bot.Files);
    }

    [ContractFact]
    public async Task Held_files_survive_a_restart()
    {
        await using var bot = await StartAsync();
        await SendAsync(bot, "", ("bếp.jpg", Photo));
        await bot.RestartAsync();
        Assert.StartsWith("Đã gắn 1 tệp vào việc 3", await bot.SayAsync(Organisation.Principal, "3"), StringComparison.Ordinal);
    }

    private static async Task<string> SendAsync(RunningBot bot, string words, params (string Name, byte[] Content)[] files)
    {
        var message = bot.Message(Organisation.Principal, words);
        message["attachments"] = new JsonArray([.. files.Select(file => new JsonObject
        {
            ["contentType"] = "image/jpeg",
            ["name"] = file.Name,
            ["contentUrl"] = "data:image/jpeg;base64," + Convert.ToBase64String(file.Content),
        })]);
        return string.Join('\n', (await bot.SendAsync(message)).Select(RunningBot.Text));
    }
}
