namespace Directives.Core.Tests.Rosters;

public sealed class ImportRosterErrorTests
{
    private const string UnitHeader = "Mã|Tên|Loại|Thuộc|Từ ngày|Đến ngày";

    [Theory]
    [InlineData("|MN Sao Mai|mầm non|UBND xã||", "Đơn vị, dòng 3, cột D: không có đơn vị \"UBND xã\".", "Đơn vị, row 3, column D: there is no unit \"UBND xã\".")]
    [InlineData("|MN Sao Mai|mầm non|UBDN||", "Đơn vị, dòng 3, cột D: không có đơn vị \"UBDN\" (gần giống \"UBND\").", "Đơn vị, row 3, column D: there is no unit \"UBDN\" (similar: \"UBND\").")]
    [InlineData("|ubnd|mầm non|||", "Đơn vị, dòng 3, cột B: tên \"ubnd\" đã có ở Đơn vị, dòng 2.", "Đơn vị, row 3, column B: the name \"ubnd\" is already at Đơn vị, row 2.")]
    [InlineData("u1|MN Sao Mai|mầm non|||", "Đơn vị, dòng 3, cột A: mã \"u1\" đã có ở Đơn vị, dòng 2.", "Đơn vị, row 3, column A: the id \"u1\" is already at Đơn vị, row 2.")]
    [InlineData("|MN Sao Mai|mầm non|MN Sao Mai||", "Đơn vị, dòng 3, cột D: \"MN Sao Mai\" không thể thuộc chính nó.", "Đơn vị, row 3, column D: \"MN Sao Mai\" cannot stand under itself.")]
    [InlineData("|MN Sao Mai||UBND||", "Đơn vị, dòng 3, cột C: thiếu loại của \"MN Sao Mai\".", "Đơn vị, row 3, column C: the kind of \"MN Sao Mai\" is missing.")]
    [InlineData("|MN Sao Mai|mầm non||31/02/2025|", "Đơn vị, dòng 3, cột E: không hiểu \"31/02/2025\"; cần ngày, ví dụ 01/07/2025.", "Đơn vị, row 3, column E: \"31/02/2025\" is not understood; it needs a day, such as 01/07/2025.")]
    [InlineData("|MN Sao Mai|mầm non||02/01/2026|01/01/2026", "Đơn vị, dòng 3, cột F: ngày kết thúc trước ngày bắt đầu.", "Đơn vị, row 3, column F: the last day is before the first.")]
    [InlineData("||mầm non|||", "Đơn vị, dòng 3, cột B: thiếu tên.", "Đơn vị, row 3, column B: the name is missing.")]
    [InlineData("???|MN Sao Mai|mầm non|||", "Đơn vị, dòng 3, cột A: mã cần có chữ hoặc số.", "Đơn vị, row 3, column A: an id needs letters or digits.")]
    public async Task Unit_row_that_is_wrong_is_refused_at_its_cell(string row, string vietnamese, string english)
    {
        var error = Assert.Single(await Errors(RosterCsv.Sheet("Đơn vị", UnitHeader, "u1|UBND|ubnd|||", row)));

        Assert.Equal((vietnamese, english), (error.Text("vi"), error.Text("en")));
    }

    [Theory]
    [InlineData("MN A|mầm non|30/06/2026|MN A", "Đơn vị, dòng 2, cột D: \"MN A\" không thể sắp xếp thành chính nó.")]
    [InlineData("MN A|mầm non||MN B", "Đơn vị, dòng 2, cột D: \"MN A\" có đơn vị kế tục nhưng chưa ghi đến ngày nào.")]
    [InlineData("MN A|mầm non|30/06/2026|Đài Truyền thanh", "Đơn vị, dòng 2, cột D: không có đơn vị \"Đài Truyền thanh\".")]
    public async Task Successor_that_cannot_be_is_refused_at_its_cell(string row, string vietnamese)
    {
        var error = Assert.Single(await Errors(RosterCsv.Sheet("Đơn vị", "Tên|Loại|Đến ngày|Sắp xếp thành", row, "MN B|mầm non||")));

        Assert.Equal(vietnamese, error.Text("vi"));
    }

    [Theory]
    [InlineData("An Văn Lê|THCS Hoa Sên|thủ trưởng||", "Cán bộ, dòng 2, cột B: không có đơn vị \"THCS Hoa Sên\" (gần giống \"THCS Hoa Sen\").")]
    [InlineData("An Văn Lê||thủ trưởng||", "Cán bộ, dòng 2, cột B: không có đơn vị \"\".")]
    [InlineData("An Văn Lê|THCS Hoa Sen|sếp||", "Cán bộ, dòng 2, cột C: không hiểu \"sếp\"; cần thủ trưởng, lãnh đạo hoặc văn thư.")]
    [InlineData("An Văn Lê|THCS Hoa Sen|||", "Cán bộ, dòng 2, cột C: ô trống; cần thủ trưởng, lãnh đạo hoặc văn thư.")]
    [InlineData("An Văn Lê|THCS Hoa Sen|văn thư|ngài|", "Cán bộ, dòng 2, cột D: không hiểu \"ngài\"; cần thầy, cô, anh, chị hoặc đồng chí.")]
    [InlineData("An Văn Lê|THCS Hoa Sen|văn thư||fr", "Cán bộ, dòng 2, cột E: không hiểu \"fr\"; cần vi hoặc en.")]
    public async Task Person_row_that_is_wrong_is_refused_at_its_cell(string row, string vietnamese)
    {
        var error = Assert.Single(await Errors(
            RosterCsv.Sheet("Đơn vị", "Tên|Loại", "THCS Hoa Sen|THCS"), RosterCsv.Sheet("Cán bộ", "Họ tên|Đơn vị|Vai trò|Xưng hô|Ngôn ngữ", row)));

        Assert.Equal(vietnamese, error.Text("vi"));
    }

    [Fact]
    public async Task Same_person_twice_is_refused()
    {
        var error = Assert.Single(await Errors(
            RosterCsv.Sheet("Đơn vị", "Tên|Loại", "THCS Hoa Sen|THCS"),
            RosterCsv.Sheet("Cán bộ", "Tên|Đơn vị|Vai trò", "Lê An|THCS Hoa Sen|thủ trưởng", "LÊ AN|thcs hoa sen|văn thư")));

        Assert.Equal("Cán bộ, dòng 3, cột A: \"LÊ AN\" của đơn vị này đã có ở Cán bộ, dòng 2.", error.Text("vi"));
    }

    [Fact]
    public async Task Circle_of_parents_is_refused_with_its_names()
    {
        var error = Assert.Single(await Errors(RosterCsv.Sheet("Đơn vị", "Tên|Loại|Thuộc", "A|ban|C", "B|ban|A", "C|ban|B")));

        Assert.Equal("Đơn vị, dòng 2, cột C: các đơn vị thuộc nhau thành vòng: A → C → B → A.", error.Text("vi"));
    }

    [Fact]
    public async Task Parent_that_two_units_share_as_another_name_is_refused()
    {
        var error = Assert.Single(await Errors(RosterCsv.Sheet("Đơn vị", "Tên|Loại|Thuộc|Tên khác", "A|ban||X", "B|ban||X", "C|ban|X|")));

        Assert.Contains("có nhiều đơn vị tên \"X\"", error.Text("vi"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Khối tiểu học|tiểu học", "Khối, dòng 2, cột B: không có đơn vị \"tiểu học\".")]
    [InlineData("Khối trống|", "Khối, dòng 2, cột B: \"Khối trống\" chưa ghi gồm loại hoặc đơn vị nào.")]
    [InlineData("THCS hoa sen|THCS", "Khối, dòng 2, cột A: đã có đơn vị tên \"THCS hoa sen\".")]
    public async Task Group_row_that_is_wrong_is_refused_at_its_cell(string row, string vietnamese)
    {
        var error = Assert.Single(await Errors(RosterCsv.Sheet("Đơn vị", "Tên|Loại", "THCS Hoa Sen|THCS"), RosterCsv.Sheet("Khối", "Tên|Gồm", row)));

        Assert.Equal(vietnamese, error.Text("vi"));
    }

    [Theory]
    [InlineData("Đơn vị", "Tên|Thuộc", "Đơn vị, dòng 1: thiếu cột \"Loại\".")]
    [InlineData("Cán bộ", "Tên|Đơn vị", "Cán bộ, dòng 1: thiếu cột \"Vai trò\".")]
    [InlineData("Đơn vị", "Tên|Loại|Loại", "Đơn vị, dòng 1, cột C: cột \"Loại\" có hai lần.")]
    [InlineData("Đơn vị", "Cột 1|Cột 2", "Đơn vị, dòng 1: không thấy dòng tiêu đề có cột \"Tên\".")]
    [InlineData("Sheet1", "Cột 1|Cột 2", "Sheet1, dòng 1: không thấy dòng tiêu đề có cột \"Tên\".")]
    public async Task Header_that_is_wrong_is_refused_once(string sheet, string header, string vietnamese)
    {
        var error = Assert.Single(await Errors(RosterCsv.Sheet(sheet, header, "A|B|C", "D|E|F")));

        Assert.Equal(vietnamese, error.Text("vi"));
    }

    [Fact]
    public async Task Row_of_no_section_is_refused()
    {
        var error = Assert.Single(await Errors(RosterCsv.Sheet("danh-ba.csv", "Dòng|Tên|Loại", "đơn vị|A|ban", "trường|B|ban")));

        Assert.Equal("danh-ba.csv, dòng 3, cột A: cột \"Dòng\" cần là đơn vị, khối hoặc cán bộ.", error.Text("vi"));
    }

    [Fact]
    public async Task Empty_file_is_refused()
    {
        Assert.Equal("a.csv: tệp không có dòng nào.", Assert.Single(await Errors(RosterCsv.Sheet("a.csv"))).Text("vi"));
        Assert.Equal("a.csv: the file has no rows.", Assert.Single(await Errors(RosterCsv.Sheet("a.csv", "Dòng|Tên"))).Text("en"));
    }

    [Fact]
    public async Task All_errors_come_at_once_the_first_twenty_in_the_order_of_the_file()
    {
        using var table = new RosterTable(new InMemoryStore());
        var plan = await new ImportRoster(table).PlanAsync(
            [RosterCsv.Sheet("Đơn vị", ["Tên|Loại|Thuộc", .. Enumerable.Range(1, 30).Select(i => $"MN {i}|mầm non|UBND xã")]), RosterCsv.Sheet("Cán bộ", "Tên|Đơn vị|Vai trò", "A|MN 1|?")],
            CancellationToken.None);

        Assert.Equal(31, plan.ErrorCount);
        Assert.Equal(Enumerable.Range(2, 20), plan.Errors.Select(error => error.Row));
    }

    [Fact]
    public async Task File_with_an_error_stores_nothing()
    {
        var store = new FaultyStore(new InMemoryStore());
        using var table = new RosterTable(store);
        var import = new ImportRoster(table);
        var plan = await import.PlanAsync([RosterCsv.Sheet("Đơn vị", "Tên|Loại|Thuộc", "UBND|ubnd|", "MN A|mầm non|không có")], CancellationToken.None);

        Assert.False(plan.CanApply);
        await Assert.ThrowsAsync<InvalidOperationException>(() => import.ApplyAsync(plan, CancellationToken.None));
        Assert.Equal(0, store.Commits);
    }

    [Theory]
    [InlineData("1/7/2025", 2025, 7, 1)]
    [InlineData("01-07-2025", 2025, 7, 1)]
    [InlineData("2025-07-01", 2025, 7, 1)]
    [InlineData("2025-07-01 00:00:00", 2025, 7, 1)]
    [InlineData("2025-07-01T00:00:00", 2025, 7, 1)]
    [InlineData("45839", 2025, 7, 1)]
    public async Task Days_are_read_in_the_forms_that_spreadsheets_give(string text, int year, int month, int day)
    {
        var roster = await RosterCsv.ImportAsync(RosterCsv.Sheet("Đơn vị", "Tên|Loại|Từ ngày", $"UBND|ubnd|{text}"));

        Assert.Equal(new DateOnly(year, month, day), roster.Units[0].ValidFrom);
    }

    private static async Task<IReadOnlyList<SheetError>> Errors(params RosterSheet[] sheets)
    {
        using var table = new RosterTable(new InMemoryStore());
        var plan = await new ImportRoster(table).PlanAsync(sheets, CancellationToken.None);
        Assert.Null(plan.Next);
        return plan.Errors;
    }
}
