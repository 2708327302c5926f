namespace Directives.Core.Tests.Rosters;

public sealed class ImportRosterTests : IDisposable
{
    private static readonly RosterSheet Units = RosterCsv.Sheet(
        "Đơn vị",
        "DANH SÁCH ĐƠN VỊ",
        "STT|Tên|Loại|Thuộc|Tên khác|Từ ngày|Đến ngày",
        "1|Đảng ủy phường Sông Mây|đảng ủy||Đảng ủy phường||",
        "2|UBND phường Sông Mây|ubnd|Đảng ủy phường|UBND|01/07/2025|",
        "3|MN Sao Mai|mầm non|UBND phường Sông Mây|||",
        "4|THCS Hoa Sen|THCS|ubnd|Hoa Sen; trường Hoa Sen||");

    private static readonly RosterSheet Groups = RosterCsv.Sheet(
        "Khối", "Tên|Gồm|Tên khác", "Các trường|mầm non; thcs|các nhà trường", "Trường điểm|THCS Hoa Sen|");

    private static readonly RosterSheet People = RosterCsv.Sheet(
        "Cán bộ",
        "Họ và tên|Đơn vị|Vai trò|Chức vụ|Xưng hô|Ngôn ngữ",
        "Đinh Thị Mẫu|THCS Hoa Sen|thủ trưởng|Hiệu trưởng|cô|",
        "Phan Văn Thử|Đảng ủy phường|lãnh đạo|Bí thư|đồng chí|",
        "Vũ Thị Nháp|Đảng ủy phường Sông Mây|văn thư|Văn thư|chị|en");

    private readonly FaultyStore _store = new(new InMemoryStore());
    private readonly RosterTable _table;
    private readonly ImportRoster _import;

    public ImportRosterTests()
    {
        _table = new RosterTable(_store);
        _import = new ImportRoster(_table);
    }

    public void Dispose() => _table.Dispose();

    [Fact]
    public async Task Import_of_three_sheets_gives_units_groups_and_people()
    {
        var roster = await Import(Units, Groups, People);

        Assert.Equal("Đảng ủy phường Sông Mây", roster.Body);
        Assert.Equal("ubnd-phuong-song-may", roster.FindUnit("thcs-hoa-sen")!.ParentId);
        Assert.Equal(["Hoa Sen", "trường Hoa Sen"], roster.FindUnit("thcs-hoa-sen")!.Aliases);
        Assert.Equal(new DateOnly(2025, 7, 1), roster.FindUnit("ubnd-phuong-song-may")!.ValidFrom);
        var schools = roster.Groups.Single(group => group.Id == "cac-truong");
        Assert.Equal(["mn-sao-mai", "thcs-hoa-sen"], roster.Members(schools, new DateOnly(2026, 11, 25)).Select(unit => unit.Id).Order());
        Assert.Equal(["thcs-hoa-sen"], roster.Groups.Single(group => group.Id == "truong-diem").UnitIds);
        Assert.Equal(new Person("dinh-thi-mau", "Đinh Thị Mẫu", "thcs-hoa-sen", Role.Principal, "Hiệu trưởng", Salutation.Cô), roster.FindPerson("dinh-thi-mau"));
        Assert.Equal((Role.Leader, Salutation.ĐồngChí), (roster.FindPerson("phan-van-thu")!.Role, roster.FindPerson("phan-van-thu")!.Salutation));
        Assert.Equal((Role.Clerk, "en"), (roster.FindPerson("vu-thi-nhap")!.Role, roster.FindPerson("vu-thi-nhap")!.Language));
    }

    [Theory]
    [InlineData("Email")]
    [InlineData("Thư điện tử")]
    public async Task Column_of_addresses_is_read_kept_where_it_is_missing_and_cleared_where_it_is_empty(string header)
    {
        var people = RosterCsv.Sheet("Cán bộ", $"Họ và tên|Đơn vị|Vai trò|{header}|Tài khoản Teams", "Đinh Thị Mẫu|THCS Hoa Sen|thủ trưởng|Mau.Dinh@songmay.gov.vn|mau@teams.vn");
        var mau = (await Import(Units, Groups, people)).FindPerson("dinh-thi-mau")!;
        Assert.Equal(("Mau.Dinh@songmay.gov.vn", "mau@teams.vn"), (mau.Email, mau.TeamsAccount));
        Assert.True(mau.HasAddress("mau.dinh@SONGMAY.gov.vn") && mau.HasAddress("MAU@teams.vn"));

        mau = (await Import(People)).FindPerson("dinh-thi-mau")!;
        Assert.Equal("Mau.Dinh@songmay.gov.vn", mau.Email);

        mau = (await Import(RosterCsv.Sheet("Cán bộ", $"Họ và tên|Đơn vị|Vai trò|{header}", "Đinh Thị Mẫu|THCS Hoa Sen|thủ trưởng|"))).FindPerson("dinh-thi-mau")!;
        Assert.Equal((null, "mau@teams.vn"), (mau.Email, mau.TeamsAccount));
    }

    [Theory]
    [InlineData("mau.dinh")]
    [InlineData("mau@songmay.gov.vn; hoa@songmay.gov.vn")]
    [InlineData("@songmay.gov.vn")]
    public async Task Cell_that_is_not_one_address_is_an_error(string cell)
    {
        var plan = await _import.PlanAsync([Units, RosterCsv.Sheet("Cán bộ", "Họ và tên|Đơn vị|Vai trò|Email", $"Đinh Thị Mẫu|THCS Hoa Sen|thủ trưởng|{cell}")], CancellationToken.None);

        Assert.Contains(plan.Errors, error => error.Text("en").Contains("it needs one address", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_of_one_file_whose_first_column_says_what_a_row_is_gives_the_same()
    {
        var one = RosterCsv.Sheet(
            "danh-ba.csv",
            "Dòng|Tên|Loại|Thuộc|Gồm|Tên khác|Vai trò|Chức vụ|Xưng hô|Ngôn ngữ|Từ ngày|Đến ngày",
            "đơn vị|Đảng ủy phường Sông Mây|đảng ủy|||Đảng ủy phường||||||",
            "đơn vị|UBND phường Sông Mây|ubnd|Đảng ủy phường||UBND|||||01/07/2025|",
            "đơn vị|MN Sao Mai|mầm non|UBND|||||||",
            "đơn vị|THCS Hoa Sen|THCS|UBND||Hoa Sen; trường Hoa Sen||||",
            "khối|Các trường|||mầm non; thcs|các nhà trường",
            "khối|Trường điểm|||THCS Hoa Sen",
            "cán bộ|Đinh Thị Mẫu||THCS Hoa Sen|||thủ trưởng|Hiệu trưởng|cô|",
            "cán bộ|Phan Văn Thử||Đảng ủy phường|||lãnh đạo|Bí thư|đồng chí|",
            "cán bộ|Vũ Thị Nháp||Đảng ủy phường|||văn thư|Văn thư|chị|en");
        await Import(Units, Groups, People);

        Assert.True((await Plan(one)).IsUnchanged);
    }

    [Fact]
    public async Task Import_reads_english_headers_and_words_in_any_order_of_columns()
    {
        var roster = await Import(
            RosterCsv.Sheet("units.csv", "Kind|Parent|Name|ID", "ward||Ward Office|w1", "primary|w1|Oak School|s1"),
            RosterCsv.Sheet("groups", "Members|Name", "primary|Schools"),
            RosterCsv.Sheet("people.csv", "Role|Name|Unit|Language", "head|An Lê|s1|English"));

        Assert.Equal("w1", roster.FindUnit("s1")!.ParentId);
        Assert.Equal((Role.Principal, "en"), (roster.People[0].Role, roster.People[0].Language));
    }

    [Fact]
    public async Task Import_reads_who_came_after_a_unit_that_ended_and_a_file_without_the_column_leaves_it()
    {
        string[] units = ["MN A|mầm non|30/06/2026|MN C; MN B", "MN B|mầm non||", "MN C|mầm non||"];
        var roster = await Import(RosterCsv.Sheet("Đơn vị", ["Tên|Loại|Đến ngày|Sắp xếp thành", .. units]));

        Assert.Equal(["mn-c", "mn-b"], roster.FindUnit("mn-a")!.Successors);
        Assert.Equal(["mn-c", "mn-b"], (await Import(RosterCsv.Sheet("Đơn vị", "Tên|Loại", "MN A|mầm non"))).FindUnit("mn-a")!.Successors);
        var change = Assert.Single((await Plan(RosterCsv.Sheet("Đơn vị", "Tên|Loại|Sắp xếp thành", "MN A|mầm non|MN B", "MN B|mầm non|", "MN C|mầm non|"))).Changes);
        Assert.Equal(("Sắp xếp thành", "MN C; MN B", "MN B"), (change.Fields[0].Field.Vietnamese, change.Fields[0].Before, change.Fields[0].After));
    }

    [Fact]
    public async Task Plan_stores_nothing()
    {
        var plan = await Plan(Units, Groups, People);

        Assert.Equal(9, plan.Count(RosterChangeKind.Added));
        Assert.Equal(0, _store.Commits);
    }

    [Fact]
    public async Task Second_import_of_the_same_file_changes_nothing()
    {
        await Import(Units, Groups, People);
        var commits = _store.Commits;

        var plan = await Plan(Units, Groups, People);
        await _import.ApplyAsync(plan, CancellationToken.None);

        Assert.True(plan.IsUnchanged);
        Assert.Empty(plan.Changes);
        Assert.Equal(commits, _store.Commits);
    }

    [Fact]
    public async Task Second_import_updates_and_says_what_changes()
    {
        await Import(Units, Groups, People);
        var changed = RosterCsv.Sheet("Cán bộ", "Họ và tên|Đơn vị|Vai trò|Chức vụ", "Đinh Thị Mẫu|THCS Hoa Sen|lãnh đạo|Bí thư chi bộ");

        var plan = await Plan(changed);

        var change = Assert.Single(plan.Changes, change => change.Kind == RosterChangeKind.Changed);
        Assert.Equal(["Vai trò: thủ trưởng → lãnh đạo", "Chức vụ: Hiệu trưởng → Bí thư chi bộ"], change.Fields.Select(field => $"{field.Field.Vietnamese}: {field.Before} → {field.After}"));
        var roster = await Import(changed);
        Assert.Equal(3, roster.People.Count);
        Assert.Equal(Salutation.Cô, roster.FindPerson("dinh-thi-mau")!.Salutation);
    }

    [Fact]
    public async Task Column_that_is_there_and_empty_clears_and_a_column_that_is_not_keeps()
    {
        await Import(Units);

        var kept = await Import(RosterCsv.Sheet("Đơn vị", "Tên|Loại", "UBND phường Sông Mây|ubnd"));
        Assert.Equal(["UBND"], kept.FindUnit("ubnd-phuong-song-may")!.Aliases);
        Assert.Equal("dang-uy-phuong-song-may", kept.FindUnit("ubnd-phuong-song-may")!.ParentId);

        var cleared = await Import(RosterCsv.Sheet("Đơn vị", "Tên|Loại|Tên khác", "UBND phường Sông Mây|ubnd|"));
        Assert.Empty(cleared.FindUnit("ubnd-phuong-song-may")!.Aliases);
    }

    [Fact]
    public async Task Missing_from_a_later_file_is_reported_and_stays()
    {
        await Import(Units, Groups, People);

        var plan = await Plan(RosterCsv.Sheet("Đơn vị", "Tên|Loại|Thuộc", "Đảng ủy phường Sông Mây|đảng ủy|", "UBND phường Sông Mây|ubnd|dang-uy-phuong-song-may"));

        Assert.Equal(["MN Sao Mai", "THCS Hoa Sen"], plan.Changes.Where(change => change.Kind == RosterChangeKind.Missing).Select(change => change.Name).Order());
        Assert.Equal(4, plan.Next!.Units.Count);
        Assert.True(plan.IsUnchanged);
    }

    [Fact]
    public async Task Last_day_ends_a_unit()
    {
        await Import(Units);

        var plan = await Plan(RosterCsv.Sheet("Đơn vị", "Tên|Loại|Đến ngày", "MN Sao Mai|mầm non|2027-05-31"));

        Assert.Equal("MN Sao Mai", Assert.Single(plan.Changes, change => change.Kind == RosterChangeKind.Ended).Name);
    }

    [Fact]
    public async Task Id_keeps_a_unit_that_is_given_another_name_and_frees_the_old_one()
    {
        await Import(Units);

        var roster = await Import(RosterCsv.Sheet(
            "Đơn vị", "Mã|Tên|Loại|Thuộc", "mn-sao-mai|MN Sao Hôm|mầm non|UBND", "|MN Sao Mai|mầm non|UBND"));

        Assert.Equal("MN Sao Hôm", roster.FindUnit("mn-sao-mai")!.Name);
        Assert.Equal("MN Sao Mai", roster.FindUnit("mn-sao-mai-2")!.Name);
    }

    [Fact]
    public async Task Person_of_one_name_in_another_unit_is_somebody_else()
    {
        await Import(Units, People);

        var roster = await Import(RosterCsv.Sheet("Cán bộ", "Tên|Đơn vị|Vai trò", "Đinh Thị Mẫu|MN Sao Mai|thủ trưởng"));

        Assert.Equal("thcs-hoa-sen", roster.FindPerson("dinh-thi-mau")!.UnitId);
        Assert.Equal("mn-sao-mai", roster.FindPerson("dinh-thi-mau-2")!.UnitId);
    }

    [Fact]
    public async Task Person_with_an_id_can_move_to_another_unit()
    {
        await Import(Units, People);

        var roster = await Import(RosterCsv.Sheet("Cán bộ", "Mã|Tên|Đơn vị|Vai trò", "dinh-thi-mau|Đinh Thị Mẫu|MN Sao Mai|thủ trưởng"));

        Assert.Equal("mn-sao-mai", roster.FindPerson("dinh-thi-mau")!.UnitId);
        Assert.Equal(3, roster.People.Count);
    }

    [Fact]
    public async Task Names_that_differ_in_diacritics_only_get_different_ids_that_stay()
    {
        var sheet = RosterCsv.Sheet("Đơn vị", "Tên|Loại", "MN Hòa Bình|mầm non", "MN Hoa Bình|mầm non");
        await Import(sheet);

        var plan = await Plan(RosterCsv.Sheet("Đơn vị", "Tên|Loại", "MN Hoa Bình|mầm non", "MN Hoà Bình|mầm non"));

        Assert.Equal(2, plan.Next!.Units.Count);
        Assert.Equal("MN Hoa Bình", plan.Next.FindUnit("mn-hoa-binh-2")!.Name);
    }

    [Fact]
    public async Task Decomposed_text_is_stored_composed()
    {
        var roster = await Import(RosterCsv.Sheet("Đơn vị", "Tên|Loại", "  TH  Co\u0309 May|tie\u0302\u0309u ho\u0323c"));

        Assert.Equal(("TH Cỏ May", "tiểu học"), (roster.Units[0].Name, roster.Units[0].Kind));
    }

    [Fact]
    public async Task Import_broken_off_in_the_middle_is_completed_by_the_same_file()
    {
        var many = RosterCsv.Sheet("Đơn vị", ["Tên|Loại", .. Enumerable.Range(1, 250).Select(i => $"MN Số {i}|mầm non")]);
        _store.FailAt = 2;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Import(many));

        var roster = await Import(many);

        Assert.Equal(250, roster.Units.Count);
        Assert.True((await Plan(many)).IsUnchanged);
    }

    [Fact]
    public async Task Later_of_two_imports_at_once_conflicts()
    {
        var mine = await Plan(Units);
        await Import(Units, People);

        await Assert.ThrowsAsync<StoreConflictException>(() => _import.ApplyAsync(mine, CancellationToken.None));
    }

    [Fact]
    public async Task Columns_and_sheets_that_are_not_the_rosters_are_named()
    {
        var plan = await Plan(
            RosterCsv.Sheet("Hướng dẫn", "Điền từng sheet theo mẫu"),
            RosterCsv.Sheet("Đơn vị", "Tên|Loại|Số điện thoại", "UBND|ubnd|0900000000"));

        Assert.Equal(["Đơn vị: Số điện thoại", "Hướng dẫn"], plan.Ignored);
        Assert.DoesNotContain("0900000000", string.Join(' ', plan.Next!.Units));
    }

    private Task<RosterPlan> Plan(params RosterSheet[] sheets) => _import.PlanAsync(sheets, CancellationToken.None);

    private async Task<Roster> Import(params RosterSheet[] sheets)
    {
        var plan = await Plan(sheets);
        Assert.Empty(plan.Errors.Select(error => error.Text("en")));
        await _import.ApplyAsync(plan, CancellationToken.None);
        return await _table.LoadAsync(CancellationToken.None);
    }
}
