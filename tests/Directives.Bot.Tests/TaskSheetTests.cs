using System.Text;
using System.Text.Json.Nodes;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace Directives.Bot.Tests;

/// <summary>A directive's tasks as a spreadsheet, asked for and sent back in chat.</summary>
public abstract class TaskSheetTests : StoreTests
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Letter = """
        THÔNG BÁO
        1. THCS Hoa Sen nộp kế hoạch trước ngày 15/12/2026.
        2. MN Sao Mai báo cáo bếp ăn trước ngày 20/12/2026.
        3. TH Cỏ May kiểm kê thiết bị trước ngày 25/12/2026.
        """;

    [ContractFact]
    public async Task Draft_goes_out_as_a_file_and_comes_back_changed()
    {
        await using var bot = await StartAsync();
        await SendFileAsync(bot, "thong-bao.txt", Encoding.UTF8.GetBytes(Letter));

        var (said, file) = await AskAsync(bot, "xuất dự thảo ra excel");
        Assert.StartsWith("Dự thảo Thông báo", said, StringComparison.Ordinal);
        Assert.StartsWith("Bảng giống dự thảo", await SendFileAsync(bot, "bang.xlsx", file!), StringComparison.Ordinal);

        var answer = await SendFileAsync(bot, "bang.xlsx", Edited(file!, cells => cells.Count > 1 && cells[0] == "2" ? [cells[0], "MN Sao Mai báo cáo bếp ăn và nước uống", .. cells.Skip(2)] : cells, ["", "Việc thêm"]));

        Assert.Contains("sửa 1, thêm 1, bỏ 0 việc.", answer, StringComparison.Ordinal);
        var tasks = await DraftAsync(bot);
        Assert.Equal([1, 2, 3, 4], tasks.Select(task => task.Number));
        Assert.Equal(("MN Sao Mai báo cáo bếp ăn và nước uống", new DateOnly(2026, 12, 20)), (tasks[1].Draft.Text, tasks[1].Draft.Deadline));
        Assert.Contains("MN Sao Mai báo cáo bếp ăn trước ngày 20/12/2026", tasks[1].Quote, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Rows_that_are_gone_are_asked_about_before_tasks_are_dropped()
    {
        await using var bot = await StartAsync();
        await SendFileAsync(bot, "thong-bao.txt", Encoding.UTF8.GetBytes(Letter));
        var (_, file) = await AskAsync(bot, "xuất dự thảo ra excel");
        var fewer = Edited(file!, cells => cells[0] is "1" or "3" ? null : cells);

        Assert.Contains("không còn 2 việc của dự thảo", await SendFileAsync(bot, "bang.xlsx", fewer), StringComparison.Ordinal);
        Assert.Equal(3, (await DraftAsync(bot)).Count);
        Assert.Equal("Dạ, em không ghi gì.", await bot.SayAsync(Organisation.Clerk, "2"));
        Assert.Equal(3, (await DraftAsync(bot)).Count);

        await SendFileAsync(bot, "bang.xlsx", fewer);
        Assert.Contains("sửa 0, thêm 0, bỏ 2 việc.", await bot.SayAsync(Organisation.Clerk, "1"), StringComparison.Ordinal);
        Assert.Equal([2], (await DraftAsync(bot)).Select(task => task.Number));
        Assert.Empty(bot.Files);
    }

    [ContractFact]
    public async Task Sheet_that_waited_too_long_drops_nothing()
    {
        await using var bot = await StartAsync();
        await SendFileAsync(bot, "thong-bao.txt", Encoding.UTF8.GetBytes(Letter));
        var (_, file) = await AskAsync(bot, "xuất dự thảo ra excel");
        await SendFileAsync(bot, "bang.xlsx", Edited(file!, cells => cells[0] == "1" ? null : cells));

        bot.Clock.Advance(TimeSpan.FromMinutes(36));
        await bot.SayAsync(Organisation.Clerk, "1");

        Assert.Equal(3, (await DraftAsync(bot)).Count);
    }

    [ContractFact]
    public async Task Errors_are_said_with_their_places_and_nothing_is_stored()
    {
        await using var bot = await StartAsync();
        var (_, file) = await AskAsync(bot, "cho chị mẫu excel");

        var answer = await SendFileAsync(bot, "bang.xlsx", Edited(file!, cells => cells, ["1", "Nộp báo cáo", "", "", "", "", "", "", "mai"], ["1", "Nộp nữa"]));

        Assert.StartsWith("Bảng bang.xlsx có 2 chỗ cần sửa, em chưa lưu gì.", answer, StringComparison.Ordinal);
        Assert.Contains("Nhiệm vụ, dòng 101, cột I: \"mai\" không phải là ngày/tháng/năm, như 31/12/2026.", answer, StringComparison.Ordinal);
        Assert.Contains("Nhiệm vụ, dòng 102, cột A: số việc 1 đã có ở dòng 101.", answer, StringComparison.Ordinal);
        Assert.Single(await bot.Services.GetRequiredService<DirectiveTable>().ListAsync(default));
    }

    [ContractFact]
    public async Task Filled_in_template_becomes_a_draft_that_can_be_assigned()
    {
        await using var bot = await StartAsync();
        var (_, file) = await AskAsync(bot, "gửi mẫu nhập nhiệm vụ excel");

        var answer = await SendFileAsync(
            bot,
            "bang.xlsx",
            Edited(
                file!,
                cells => cells.Count > 1 && cells[1] == "Số, ký hiệu:" ? ["", "Số, ký hiệu:", "77-TB/ĐU"] : cells.Count > 1 && cells[1] == "Loại văn bản:" ? ["", "Loại văn bản:", "Thông báo", "", "", "", "Ngày ban hành:", "", "20/11/2026"] : cells,
                ["", "Nộp sổ sách", "", "THCS Hoa Sen; MN Sao Mai", "", "", "", "", "31/12/2026"]));
        Assert.Contains("Đã lập dự thảo Thông báo 77-TB/ĐU từ bảng: 1 việc", answer, StringComparison.Ordinal);

        await bot.SayAsync(Organisation.Clerk, "giao đi");
        Assert.Contains("Đã giao 1 việc", await bot.SayAsync(Organisation.Clerk, "1"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Published_directive_goes_out_and_is_not_changed_by_what_comes_back()
    {
        await using var bot = await StartAsync();
        var (said, file) = await AskAsync(bot, "gửi file excel của thông báo 45");
        Assert.Equal("Thông báo 45-TB/ĐU, 7 việc đã giao. Bảng này để xem và in.", said);

        // The small ward's directive has an id of its own: the same number from a sheet is what the table must refuse by that id.
        var rows = Rows(file!);
        Assert.Contains(rows, row => row.Cells.Contains("Kiểm tra bếp ăn"));
        await SendFileAsync(bot, "bang.xlsx", file!);
        await bot.SayAsync(Organisation.Clerk, "giao đi");
        await bot.SayAsync(Organisation.Clerk, "1");

        var answer = await SendFileAsync(bot, "bang.xlsx", Edited(file!, cells => cells, ["", "Việc thêm"]));

        Assert.StartsWith("Thông báo 45-TB/ĐU đã giao cho các đơn vị nên em không sửa theo bảng.", answer, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Sheet_from_anybody_but_a_clerk_is_not_read()
    {
        await using var bot = await StartAsync();
        var (_, file) = await AskAsync(bot, "mẫu excel cho chị xin");

        Assert.Equal("Việc này chỉ văn thư làm được.", await SendFileAsync(bot, "bang.xlsx", file!, Organisation.Leader));
    }

    [ContractFact]
    public async Task Directive_that_is_not_there_is_said()
    {
        await using var bot = await StartAsync();

        Assert.Equal("Em không thấy văn bản nào là \"thông báo 99\".", await bot.SayAsync(Organisation.Clerk, "gửi file excel của thông báo 99"));
    }

    private static async Task<(string Said, byte[]? File)> AskAsync(RunningBot bot, string words)
    {
        var reply = Assert.Single(await bot.SendAsync(bot.Message(Organisation.Clerk, words)));
        var address = (string?)reply["attachments"]?[0]?["contentUrl"];
        return ((string?)reply["text"] ?? "", address is null ? null : Convert.FromBase64String(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]));
    }

    private static async Task<string> SendFileAsync(RunningBot bot, string name, byte[] content, string person = Organisation.Clerk)
    {
        var message = bot.Message(person, "");
        message["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = Workbook,
            ["name"] = name,
            ["contentUrl"] = $"data:{Workbook};base64,{Convert.ToBase64String(content)}",
        });
        return string.Join('\n', (await bot.SendAsync(message)).Select(RunningBot.Text));
    }

    private static async Task<IReadOnlyList<DirectiveTask>> DraftAsync(RunningBot bot)
    {
        var table = bot.Services.GetRequiredService<DirectiveTable>();
        var draft = (await table.ListAsync(default)).Single(directive => directive.Stage == DirectiveStage.Draft);
        return await table.DraftAsync(draft.Id, default);
    }

    private static IReadOnlyList<SheetRow> Rows(byte[] file) => SheetReader.Read(new MemoryStream(file), "x.xlsx");

    /// <summary>As a spreadsheet program saves it again: other styles, all text, rows where the clerk put them.</summary>
    private static byte[] Edited(byte[] file, Func<IReadOnlyList<string>, IReadOnlyList<string>?> change, params IReadOnlyList<string>[] added)
    {
        var rows = Rows(file).Where(row => row.Sheet == "Nhiệm vụ").Select(row => change(row.Cells)).OfType<IReadOnlyList<string>>().ToList();
        while (rows.Count < 100) rows.Add([""]);
        rows.AddRange(added);
        return new WorkbookWriter().Write(
        [
            new SheetPage
            {
                Name = "Nhiệm vụ",
                HasHeader = false,
                Columns = [.. Enumerable.Range(0, 15).Select(i => new SheetColumn("", 10))],
                Rows = [.. rows.Select(cells => (IReadOnlyList<SheetCell>)[.. cells.Select(cell => new SheetCell.Words(cell))])],
            },
        ]);
    }
}
