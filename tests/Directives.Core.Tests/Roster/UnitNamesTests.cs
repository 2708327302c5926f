using Directives.Language.Text;

namespace Directives.Core.Tests.Rosters;

public sealed class UnitNamesTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly DateOnly DistrictDay = new(2018, 8, 17);
    private static readonly Lazy<Task<Roster>> Ward = new(() => RosterCsv.ImportAsync(RosterCsv.File("Data/ward-roster.csv")));
    private static readonly Lazy<Task<Roster>> District = new(() => RosterCsv.ImportAsync(RosterCsv.File("Data/district-roster.csv")));

    /// <summary>A name as somebody writes it, and the names of the units it means; <c>=</c> before a group's name.</summary>
    public static TheoryData<string, string> WardNames => new()
    {
        // Exactly, in another spelling, without diacritics.
        { "THCS Hoa Sen", "THCS Hoa Sen" },
        { "trường THCS Hoa Sen", "THCS Hoa Sen" },
        { "Trường Trung học cơ sở Hoa Sen", "THCS Hoa Sen" },
        { "truong thcs hoa sen", "THCS Hoa Sen" },
        { "thcs  HOA SEN", "THCS Hoa Sen" },
        { "Hoa Sen", "THCS Hoa Sen" },
        { "hoa sen", "THCS Hoa Sen" },
        { "trường Hoa Sen", "THCS Hoa Sen" },
        { "Tr. Hoa Sen", "THCS Hoa Sen" },
        { "cấp 2 Hoa Sen", "THCS Hoa Sen" },
        { "C2 Hoa Sen", "THCS Hoa Sen" },
        { "trường THCS Hoa Sen, phường Sông Mây", "THCS Hoa Sen" },
        { "MN Sao Mai", "MN Sao Mai" },
        { "mầm non Sao Mai", "MN Sao Mai" },
        { "Trường Mầm non Sao Mai", "MN Sao Mai" },
        { "mam non sao mai", "MN Sao Mai" },
        { "sao mai", "MN Sao Mai" },
        { "MN Hoạ Mi", "MN Họa Mi" },
        { "Họa Mi", "MN Họa Mi" },
        { "TH Cỏ May", "TH Cỏ May" },
        { "tiểu học Cỏ May", "TH Cỏ May" },
        { "TH co may", "TH Cỏ May" },
        { "Trường tiểu học Cỏ May phường Sông Mây", "TH Cỏ May" },
        { "tieu hoc ben xanh", "TH Bến Xanh" },
        { "THCS Bến Xanh", "THCS Bến Xanh" },
        { "Hiệu trưởng THCS Hoa Sen", "THCS Hoa Sen" },
        { "HT MN Sao Mai", "MN Sao Mai" },
        { "Ban giám hiệu trường TH Mây Trắng", "TH Mây Trắng" },
        { "BGH Mây Trắng", "TH Mây Trắng" },

        // Offices.
        { "Phòng Văn hóa – Xã hội", "Phòng Văn hóa – Xã hội" },
        { "Phòng Văn hoá - Xã hội", "Phòng Văn hóa – Xã hội" },
        { "Phòng Văn hóa và Xã hội", "Phòng Văn hóa – Xã hội" },
        { "phòng văn hóa xã hội phường", "Phòng Văn hóa – Xã hội" },
        { "Phòng VHXH", "Phòng Văn hóa – Xã hội" },
        { "phòng VH-XH", "Phòng Văn hóa – Xã hội" },
        { "P. VHXH", "Phòng Văn hóa – Xã hội" },
        { "VHXH", "Phòng Văn hóa – Xã hội" },
        { "phong vhxh phuong song may", "Phòng Văn hóa – Xã hội" },
        { "Phòng Văn hóa", "Phòng Văn hóa – Xã hội" },
        { "Trưởng phòng Văn hóa – Xã hội", "Phòng Văn hóa – Xã hội" },
        { "Lãnh đạo Phòng VHXH", "Phòng Văn hóa – Xã hội" },
        { "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế, hạ tầng và đô thị" },
        { "Phòng Kinh tế", "Phòng Kinh tế, hạ tầng và đô thị" },
        { "phòng KT-HT&ĐT", "Phòng Kinh tế, hạ tầng và đô thị" },
        { "phòng KTHTĐT", "Phòng Kinh tế, hạ tầng và đô thị" },
        { "Phòng Kinh tế - Hạ tầng", "Phòng Kinh tế, hạ tầng và đô thị" },
        { "Trung tâm phục vụ hành chính công", "Trung tâm phục vụ hành chính công" },
        { "Trung tâm Phục vụ hành chính công phường Sông Mây", "Trung tâm phục vụ hành chính công" },
        { "TTPVHCC", "Trung tâm phục vụ hành chính công" },
        { "TT PVHCC phường", "Trung tâm phục vụ hành chính công" },
        { "trung tâm hành chính công", "Trung tâm phục vụ hành chính công" },
        { "Công an phường", "Công an phường" },
        { "công an", "Công an phường" },
        { "CA phường", "Công an phường" },
        { "Trưởng Công an phường Sông Mây", "Công an phường" },
        { "Trạm Y tế", "Trạm Y tế phường" },
        { "Y tế phường", "Trạm Y tế phường" },
        { "UBND phường", "UBND phường Sông Mây" },
        { "UBND phường Sông Mây", "UBND phường Sông Mây" },
        { "Ủy ban nhân dân phường", "UBND phường Sông Mây" },
        { "Uỷ ban nhân dân phường Sông Mây", "UBND phường Sông Mây" },
        { "ubnd", "UBND phường Sông Mây" },
        { "UB phường", "UBND phường Sông Mây" },
        { "Chủ tịch UBND phường", "UBND phường Sông Mây" },
        { "HĐND phường", "HĐND phường Sông Mây" },
        { "Đảng ủy phường Sông Mây", "Đảng ủy phường Sông Mây" },
        { "Đảng uỷ", "Đảng ủy phường Sông Mây" },
        { "dang uy phuong", "Đảng ủy phường Sông Mây" },
        { "Thường trực Đảng ủy", "Đảng ủy phường Sông Mây" },
        { "Văn phòng Đảng ủy", "Văn phòng Đảng ủy" },
        { "VP ĐU", "Văn phòng Đảng ủy" },
        { "Chánh Văn phòng Đảng ủy phường", "Văn phòng Đảng ủy" },
        { "Văn phòng HĐND và UBND", "Văn phòng HĐND và UBND" },
        { "Văn phòng HĐND&UBND phường", "Văn phòng HĐND và UBND" },
        { "VP HĐND-UBND", "Văn phòng HĐND và UBND" },
        { "Ban Xây dựng Đảng", "Ban Xây dựng Đảng" },
        { "Ban XDĐ phường", "Ban Xây dựng Đảng" },
        { "UBKT Đảng ủy", "Ủy ban Kiểm tra Đảng ủy" },
        { "UBMTTQ phường", "?" },
        { "MTTQ phường", "Ủy ban MTTQ Việt Nam phường" },
        { "Ban CHQS", "Ban Chỉ huy quân sự phường" },

        // Groups.
        { "các trường", "=Các trường" },
        { "Các nhà trường", "=Các trường" },
        { "cac truong", "=Các trường" },
        { "tất cả các trường", "=Các trường" },
        { "toàn bộ các trường học trên địa bàn phường", "=Các trường" },
        { "các trường trên địa bàn phường Sông Mây", "=Các trường" },
        { "các trường thuộc phường", "=Các trường" },
        { "các cơ sở giáo dục trên địa bàn", "=Các trường" },
        { "ban giám hiệu các trường", "=Các trường" },
        { "Hiệu trưởng các trường", "=Các trường" },
        { "khối trường học", "=Các trường" },
        { "các trường mầm non", "=Khối mầm non" },
        { "khối mầm non", "=Khối mầm non" },
        { "khối MN", "=Khối mầm non" },
        { "cac truong mn", "=Khối mầm non" },
        { "mầm non", "=Khối mầm non" },
        { "hiệu trưởng các trường mầm non", "=Khối mầm non" },
        { "các trường tiểu học trên địa bàn phường", "=Khối tiểu học" },
        { "các trường TH", "=Khối tiểu học" },
        { "các trường THCS", "=Khối THCS" },
        { "khối trung học cơ sở", "=Khối THCS" },
        { "các trường phổ thông", "=Các trường phổ thông" },
        { "các trường có bếp ăn", "=Các trường có bếp ăn" },
        { "các phòng chuyên môn", "=Các phòng chuyên môn" },
        { "các phòng chuyên môn thuộc UBND phường", "=Các phòng chuyên môn" },

        // Groups named together.
        { "các trường mầm non, tiểu học", "18" },
        { "các trường MN và TH", "18" },
        { "các trường tiểu học và THCS", "=Các trường phổ thông" },
        { "các trường mầm non, tiểu học, THCS", "=Các trường" },
        { "các trường MN, TH, THCS trên địa bàn phường", "=Các trường" },
        { "hiệu trưởng các trường mầm non, tiểu học và trung học cơ sở", "=Các trường" },
        { "các đồng chí Hiệu trưởng các trường", "=Các trường" },
        { "các trường mầm non, phòng khám", "?Các trường" },
        { "các trường chất lượng cao", "?Các trường" },

        // Groups that nobody has listed.
        { "các đơn vị liên quan", "…" },
        { "các đơn vị có liên quan", "…" },
        { "cac don vi lien quan", "…" },
        { "các phòng, ban, ngành liên quan", "…" },
        { "các phòng, ban, đơn vị", "…" },
        { "các cơ quan, đơn vị, tổ chức, cá nhân", "…" },
        { "các ngành", "…" },
        { "lãnh đạo các đơn vị", "…" },

        // Several of one name: asked, not chosen.
        { "Bến Xanh", "TH Bến Xanh|THCS Bến Xanh" },
        { "trường Bến Xanh", "TH Bến Xanh|THCS Bến Xanh" },

        // Near is not the same.
        { "TH Cỏ Mây", "?TH Cỏ May" },
        { "THCS Hoa Sên", "?THCS Hoa Sen" },
        { "MN Sao May", "?MN Sao Mai" },
        { "TH Hoa Sen", "?THCS Hoa Sen" },
        { "Trường Tiểu học Hoa Gao Su", "?TH Hoa Gạo" },
        { "Ban QLDA", "?" },
        { "Phòng Nội vụ", "?" },
        { "Sở GD&ĐT", "?" },
        { "UBND thành phố", "?" },
        { "UBND phường Gió Xa", "?" },
        { "trường", "?" },
        { "", "?" },
        { "…", "?" },
    };

    public static TheoryData<string, string> DistrictNames => new()
    {
        // As a district's notice of conclusions writes them.
        { "phòng Nội vụ", "Phòng Nội vụ" },
        { "Nội vụ", "Phòng Nội vụ" },
        { "phòng GD&ĐT", "Phòng Giáo dục và Đào tạo" },
        { "phòng GD", "Phòng Giáo dục và Đào tạo" },
        { "GD-ĐT", "Phòng Giáo dục và Đào tạo" },
        { "GDĐT", "Phòng Giáo dục và Đào tạo" },
        { "phong gddt quan", "Phòng Giáo dục và Đào tạo" },
        { "PGD&ĐT", "Phòng Giáo dục và Đào tạo" },
        { "PGD", "Phòng Giáo dục và Đào tạo" },
        { "Phòng Giáo dục - Đào tạo quận Long Biên", "Phòng Giáo dục và Đào tạo" },
        { "ngành GD&ĐT quận", "Phòng Giáo dục và Đào tạo" },
        { "Lãnh đạo phòng GD&ĐT", "Phòng Giáo dục và Đào tạo" },
        { "TCKH", "Phòng Tài chính – Kế hoạch" },
        { "phòng TC-KH", "Phòng Tài chính – Kế hoạch" },
        { "Y tế", "Phòng Y tế" },
        { "Ban QLDA", "Ban Quản lý dự án đầu tư xây dựng quận" },
        { "Văn phòng QU", "Văn phòng Quận ủy" },
        { "VP QU", "Văn phòng Quận ủy" },
        { "Văn phòng Quận ủy", "Văn phòng Quận ủy" },
        { "Văn phòng Quận uỷ Long Biên", "Văn phòng Quận ủy" },
        { "Văn phòng HĐND&UBND quận", "Văn phòng HĐND và UBND quận" },
        { "Văn phòng HĐND-UBND quận", "Văn phòng HĐND và UBND quận" },
        { "UBND quận", "UBND quận Long Biên" },
        { "UBND Quận", "UBND quận Long Biên" },
        { "lãnh đạo UBND quận", "UBND quận Long Biên" },
        { "Quận ủy", "Quận ủy Long Biên" },
        { "Quận uỷ Long Biên", "Quận ủy Long Biên" },
        { "Thường trực Quận ủy", "Quận ủy Long Biên" },
        { "Công an quận Long Biên", "Công an quận" },
        { "THCS Ái Mộ", "Trường THCS Ái Mộ" },
        { "thcs ai mo", "Trường THCS Ái Mộ" },
        { "THCS Long Biên", "Trường THCS Long Biên" },
        { "Ngọc Thụy", "Trường THCS Ngọc Thụy|Trường Tiểu học Ngọc Thụy" },
        { "UBND phường Bồ Đề", "UBND phường Bồ Đề" },
        { "các nhà trường", "=Các trường" },
        { "các trường", "=Các trường" },
        { "các trường học", "=Các trường" },
        { "ban giám hiệu các trường", "=Các trường" },
        { "UBND các phường", "=UBND các phường" },
        { "các phường", "=UBND các phường" },
        { "các phòng, ban ngành liên quan", "…" },
        { "các phòng, ban, đơn vị có liên quan", "…" },
        { "các phòng, ban, ngành thuộc quận", "…" },
        { "Phòng Nội vụ quận Hoàn Kiếm", "?Phòng Nội vụ" },
        { "UBND quận Hoàn Kiếm", "?UBND quận Long Biên" },
    };

    [Theory]
    [MemberData(nameof(WardNames))]
    public async Task Name_in_a_ward_means(string name, string meaning) => Assert.Equal(meaning, Meaning(await Ward.Value, name, Today));

    [Theory]
    [MemberData(nameof(DistrictNames))]
    public async Task Name_in_a_district_means(string name, string meaning) => Assert.Equal(meaning, Meaning(await District.Value, name, DistrictDay));

    [Theory]
    [MemberData(nameof(WardNames))]
    public async Task Decomposed_name_means_the_same(string name, string meaning) =>
        Assert.Equal(meaning, Meaning(await Ward.Value, Decompose(name), Today));

    [Theory]
    [MemberData(nameof(WardNames))]
    public async Task Name_without_diacritics_means_the_same(string name, string meaning)
    {
        // Nearly right with diacritics may be right without: "co may" is Cỏ May.
        if (meaning.StartsWith('?')) return;
        var folded = VietnameseText.Fold(name);
        var asWritten = new string([.. folded.Zip(name, (fold, written) => char.IsUpper(written) ? char.ToUpperInvariant(fold) : fold)]);
        Assert.Equal(meaning, Meaning(await Ward.Value, asWritten, Today));
    }

    [Fact]
    public async Task Every_unit_and_group_is_found_by_its_own_names()
    {
        foreach (var roster in new[] { await Ward.Value, await District.Value })
        {
            foreach (var unit in roster.Units)
            {
                Assert.All(unit.Aliases.Prepend(unit.Name), name => Assert.Equal(unit.Name, Meaning(roster, name, DistrictDay)));
            }

            foreach (var group in roster.Groups)
            {
                Assert.All(group.Aliases.Prepend(group.Name), name => Assert.Equal("=" + group.Name, Meaning(roster, name, DistrictDay)));
            }
        }
    }

    [Fact]
    public async Task Name_of_a_unit_that_has_ended_means_nobody_afterwards()
    {
        var match = UnitNames.Of(await District.Value).Find("Phòng Nội vụ", new DateOnly(2025, 7, 1));

        Assert.Equal(UnitMatchKind.None, match.Kind);
        Assert.Empty(match.Nearest);
    }

    [Fact]
    public async Task Group_has_the_members_of_that_day()
    {
        var roster = await RosterCsv.ImportAsync(
            RosterCsv.Sheet("Đơn vị", "Tên|Loại|Từ ngày|Đến ngày", "MN Cũ|mầm non||31/05/2026", "MN Mới|mầm non|01/06/2026|", "MN Lâu|mầm non||"),
            RosterCsv.Sheet("Khối", "Tên|Gồm", "Các trường|mầm non"));

        Assert.Equal(["MN Cũ", "MN Lâu"], Find("31/05"), StringComparer.Ordinal);
        Assert.Equal(["MN Lâu", "MN Mới"], Find("01/06"), StringComparer.Ordinal);

        IEnumerable<string> Find(string day) => UnitNames.Of(roster)
            .Find("các trường", DateOnly.ParseExact(day + "/2026", "dd/MM/yyyy", null)).Units.Select(unit => unit.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Exact_name_goes_before_another_units_alias()
    {
        var roster = await RosterCsv.ImportAsync(RosterCsv.Sheet("Đơn vị", "Tên|Loại|Tên khác", "Phòng Văn hóa|phòng|", "Phòng Văn hóa – Xã hội|phòng|Phòng Văn hóa; VHXH"));

        Assert.Equal("Phòng Văn hóa", Meaning(roster, "phòng văn hóa", Today));
        Assert.Equal("Phòng Văn hóa – Xã hội", Meaning(roster, "Phòng VHXH", Today));
    }

    [Fact]
    public async Task Diacritics_tell_names_apart_and_their_absence_asks()
    {
        var roster = await RosterCsv.ImportAsync(RosterCsv.Sheet("Đơn vị", "Tên|Loại", "MN Hòa Bình|mầm non", "MN Hoa Bình|mầm non"));

        Assert.Equal("MN Hòa Bình", Meaning(roster, "MN Hoà Bình", Today));
        Assert.Equal("MN Hoa Bình|MN Hòa Bình", Meaning(roster, "mn hoa binh", Today));
    }

    [Fact]
    public void Names_of_a_roster_are_made_once()
    {
        var roster = new Roster("UBND", [new Unit("a", "UBND", "ubnd", null)], [], []);

        Assert.Same(UnitNames.Of(roster), UnitNames.Of(roster));
    }

    private static string Meaning(Roster roster, string name, DateOnly day)
    {
        var match = UnitNames.Of(roster).Find(name, day);
        return match.Kind switch
        {
            UnitMatchKind.Open => "…",
            UnitMatchKind.None => match.Nearest is [var nearest, ..] ? "?" + nearest : "?",
            _ when match.Group is { } group => "=" + group.Name,
            UnitMatchKind.Found when match.Units.Count > 1 => $"{match.Units.Count}",
            _ => string.Join('|', match.Units.Concat(match.Candidates).Select(unit => unit.Name).Order(StringComparer.Ordinal)),
        };
    }

    // Enough of NFD for the tests: every letter of the table that Vietnamese keyboards make of two.
    private static string Decompose(string text)
    {
        const string Marks = "\u0300\u0301\u0309\u0303\u0323";
        string[] rows = ["aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ"];
        var shapes = new Dictionary<char, string> { ['ă'] = "a\u0306", ['â'] = "a\u0302", ['ê'] = "e\u0302", ['ô'] = "o\u0302", ['ơ'] = "o\u031B", ['ư'] = "u\u031B" };
        return string.Concat(text.Select(letter =>
        {
            var lower = char.ToLowerInvariant(letter);
            var row = rows.FirstOrDefault(row => row.Contains(lower));
            if (row is null) return letter.ToString();
            var tone = row.IndexOf(lower, StringComparison.Ordinal);
            var shaped = shapes.GetValueOrDefault(row[0], row[0].ToString()) + (tone > 0 ? Marks[tone - 1].ToString() : "");
            return lower == letter ? shaped : char.ToUpperInvariant(shaped[0]) + shaped[1..];
        }));
    }
}
