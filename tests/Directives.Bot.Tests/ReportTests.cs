using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Directives.Bot.Tests.Hosting;
using Directives.Core;
using Directives.Documents;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Directives.Bot.Tests;

/// <summary>The report of a period as a file, asked for in chat.</summary>
public abstract partial class ReportTests : StoreTests
{
    private static readonly string[] Classes = ["Hoàn thành đúng hạn", "Hoàn thành quá hạn", "Chưa hoàn thành, trong hạn", "Chưa hoàn thành, quá hạn"];

    [ContractFact]
    public async Task Files_show_the_figures_of_the_chat()
    {
        await using var bot = await ReportedAsync();
        // Every class has its own number, so that no two can be mistaken for each other.
        var told = Told(await bot.SayAsync(Organisation.Leader, "tổng hợp từ 1/11 đến 31/12"));
        Assert.Equal([1, 2, 10, 1], told.Counts);

        var (said, sheet, _) = await AskAsync(bot, "xuất báo cáo excel từ 1/11 đến 31/12");
        var (_, letter, _) = await AskAsync(bot, "xuất báo cáo word từ 1/11 đến 31/12");

        Assert.Equal($"Báo cáo: Ngày 01/11–31/12/2026, {told.Total} việc, 4 đơn vị, số liệu 09:14 thứ Tư 25/11/2026.", said);
        var rows = SheetReader.Read(new MemoryStream(sheet), "x.xlsx");
        var figures = rows.Where(row => row.Sheet == "Số liệu").ToArray();
        var register = rows.Where(row => row.Sheet == "Sổ theo dõi").SkipWhile(row => row.Cells[0] != "Số việc\n(1)").Skip(1).ToArray();
        var text = DocumentReader.Read(letter, "x.docx").Text;
        foreach (var (word, count) in Classes.Zip(told.Counts))
        {
            Assert.Equal($"{count}", figures.Single(row => row.Cells[0] == word).Cells[2]);
            Assert.Equal(count, register.Count(row => row.Cells[4] == word));
            Assert.Contains($"{word}: {count}/{told.Total} việc", text, StringComparison.Ordinal);
        }

        var units = figures.SkipWhile(row => row.Cells[0] != "TT").Skip(1).ToArray();
        Assert.Equal(told.Counts, Enumerable.Range(3, 4).Select(column => units.Sum(row => int.Parse(row.Cells[column], CultureInfo.InvariantCulture))));
        // Worst first.
        Assert.Equal("TH Cỏ May", units[0].Cells[1]);
    }

    [ContractFact]
    public async Task Files_open_without_a_warning()
    {
        await using var bot = await ReportedAsync();

        using var sheet = SpreadsheetDocument.Open(new MemoryStream((await AskAsync(bot, "xuất báo cáo excel tháng 11")).File), isEditable: false);
        using var letter = WordprocessingDocument.Open(new MemoryStream((await AskAsync(bot, "xuất báo cáo word tháng 11")).File), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(sheet).Select(problem => problem.Description));
        Assert.Empty(new OpenXmlValidator().Validate(letter).Select(problem => problem.Description));
    }

    [ContractFact]
    public async Task Register_has_the_seven_columns_and_days_that_are_days()
    {
        await using var bot = await ReportedAsync();

        var rows = SheetReader.Read(new MemoryStream((await AskAsync(bot, "xuất báo cáo excel tháng 11")).File), "x.xlsx").Where(row => row.Sheet == "Sổ theo dõi").ToArray();

        Assert.Equal(
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            rows.Single(row => row.Cells[0].StartsWith("Số việc", StringComparison.Ordinal)).Cells.Select(cell => cell[(cell.LastIndexOf('\n') + 1)..]));
        var late = rows.Single(row => row.Cells[0] == "1" && row.Cells[2] == "TH Cỏ May").Cells;
        Assert.Equal("Thông báo 45-TB/ĐU ngày 16/11/2026, Đảng ủy phường Sông Mây\nLập kế hoạch phòng cháy", late[1]);
        Assert.Equal(("2026-11-20", "Chưa hoàn thành, quá hạn", "Chưa báo cáo, quá hạn 5 ngày"), (late[3], late[4], late[6]));
        var stuck = rows.Single(row => row.Cells[0] == "3" && row.Cells[2] == "MN Sao Mai").Cells;
        Assert.Equal("Chưa báo cáo\nKhó khăn: \"vướng kinh phí\"", stuck[6]);
    }

    [ContractFact]
    public async Task Letter_names_who_has_not_reported_what_is_overdue_and_what_waits()
    {
        await using var bot = await ReportedAsync();

        var (_, letter, _) = await AskAsync(bot, "xuất báo cáo word tháng 11");
        var text = DocumentReader.Read(letter, "x.docx").Text;

        Assert.Contains("ĐẢNG CỘNG SẢN VIỆT NAM", text, StringComparison.Ordinal);
        Assert.Contains("Kết quả thực hiện nhiệm vụ được giao tháng 11/2026", text, StringComparison.Ordinal);
        Assert.Contains("TH Cỏ May: 2 việc (việc 1, việc 3).", text, StringComparison.Ordinal);
        Assert.Contains("MN Sao Mai: 1 việc (việc 3).", text, StringComparison.Ordinal);
        Assert.DoesNotContain("THCS Hoa Sen: ", text, StringComparison.Ordinal);
        Assert.Contains("Lập kế hoạch phòng cháy (Thông báo 45-TB/ĐU): TH Cỏ May (hạn 20/11/2026, quá 5 ngày, chưa báo cáo).", text, StringComparison.Ordinal);
        Assert.Contains("MN Sao Mai, việc 3, Kiểm tra bếp ăn. Khó khăn: \"vướng kinh phí\".", text, StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Form_and_head_go_by_the_configuration()
    {
        await using var bot = await StartAsync(settings: all =>
        {
            all["Report:Form"] = "State";
            all["Report:Superior"] = "UBND thành phố Mẫu";
            all["Report:Place"] = "Sông Mây";
            all["Report:Notation"] = "UBND";
            all["Report:Signature:0"] = "TM. ỦY BAN NHÂN DÂN";
        });

        var (_, letter, _) = await AskAsync(bot, "xuất báo cáo word tháng 11");
        var text = DocumentReader.Read(letter, "x.docx").Text;

        foreach (var part in new[] { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "UBND THÀNH PHỐ MẪU", "/BC-UBND", "Sông Mây, ngày 25 tháng 11 năm 2026", "TM. ỦY BAN NHÂN DÂN" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [ContractFact]
    public async Task Report_is_narrowed_to_what_was_asked()
    {
        await using var bot = await ReportedAsync();

        var (said, file, _) = await AskAsync(bot, "xuất excel việc quá hạn tháng 11 của TH Cỏ May");

        Assert.StartsWith("Báo cáo: Tháng 11/2026, 1 việc, 1 đơn vị", said, StringComparison.Ordinal);
        var rows = SheetReader.Read(new MemoryStream(file), "x.xlsx");
        Assert.Contains(rows, row => row.Cells.Contains("Chỉ tính việc quá hạn chưa hoàn thành của TH Cỏ May."));
        Assert.DoesNotContain(rows, row => row.Cells.Contains("MN Sao Mai"));
    }

    [ContractFact]
    public async Task Button_of_a_summary_gives_its_figures_as_a_file()
    {
        await using var bot = await ReportedAsync();
        var told = Told(await bot.SayAsync(Organisation.Leader, "tổng hợp tháng 11"));

        var (said, _, name) = await AskAsync(bot, "Xuất Excel");

        Assert.StartsWith($"Báo cáo: Tháng 11/2026, {told.Total} việc", said, StringComparison.Ordinal);
        Assert.Equal("bao-cao-2026-11.xlsx", name);
    }

    [ContractFact]
    public async Task Clerk_asks_as_the_leader_does_and_a_principal_is_told_who_may()
    {
        await using var bot = await ReportedAsync();

        Assert.StartsWith("Báo cáo: Tháng 11/2026", (await AskAsync(bot, "xuất báo cáo excel tháng 11", Organisation.Clerk)).Said, StringComparison.Ordinal);
        Assert.Equal("Việc này chỉ lãnh đạo, văn thư làm được.", await bot.SayAsync(Organisation.Principal, "xuất báo cáo excel tháng 11"));
        Assert.Equal("Tháng 3/2026 không có việc nào đến hạn nên em không lập báo cáo.", await bot.SayAsync(Organisation.Leader, "xuất báo cáo excel tháng 3/2026"));
        Assert.StartsWith("Em lập báo cáo bằng Excel hoặc Word.", await bot.SayAsync(Organisation.Leader, "xuất báo cáo pdf tháng 11"), StringComparison.Ordinal);
        Assert.EndsWith(".docx", (await AskAsync(bot, "2")).Name, StringComparison.Ordinal);
    }

    /// <summary>The ward with one result in time, two late, an obstacle, and much not reported.</summary>
    private async Task<RunningBot> ReportedAsync()
    {
        var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, "việc 1 xong rồi");
        await bot.SayAsync(Organisation.OtherPrincipal, "việc 1 xong rồi");
        await bot.SayAsync(Organisation.Principal, "việc 2 xong rồi");
        await bot.SayAsync(Organisation.Principal, "việc 3 được 40%");
        await bot.SayAsync(Organisation.OtherPrincipal, "việc 3 vướng kinh phí");
        return bot;
    }

    private static (int[] Counts, int Total) Told(string answer)
    {
        var lines = ClassLine().Matches(answer);
        return ([.. lines.Select(line => int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture))], int.Parse(lines[0].Groups[2].Value, CultureInfo.InvariantCulture));
    }

    private static async Task<(string Said, byte[] File, string Name)> AskAsync(RunningBot bot, string words, string person = Organisation.Leader)
    {
        var reply = Assert.Single(await bot.SendAsync(bot.Message(person, words)));
        var attachment = reply["attachments"]?[0] ?? throw new InvalidDataException((string?)reply["text"]);
        var address = (string)attachment["contentUrl"]!;
        return ((string?)reply["text"] ?? "", Convert.FromBase64String(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]), (string)attachment["name"]!);
    }

    [GeneratedRegex(@"hạn: (\d+)/(\d+) \(")]
    private static partial Regex ClassLine();
}
