namespace Directives.Language.Prose;

/// <summary>The nouns that names of doers are built of. Bodies are recognised by kind, not from a list of names: names change with every reform.</summary>
internal static class Actors
{
    /// <summary>Plural marks: what follows is a group.</summary>
    public static PhraseSet Plurals { get; } = new(
        "các, những, mọi, tất cả các, toàn thể các, toàn bộ các, từng, mỗi, toàn thể, 100 % các, hệ thống các, đa số các, một số, từng các, toàn thể cán bộ, các các");

    /// <summary>Kinds of bodies and posts that are never a mere part of a longer enumeration of kinds.</summary>
    public static PhraseSet Strong { get; } = new(
        """
        ubnd, hđnd, ủy ban nhân dân, hội đồng nhân dân, hđnd&ubnd, ubnd&hđnd, hđnd-ubnd, ubmttq, ub mttq, mttq, ủy ban mttq, mặt trận tổ quốc, mặt trận, ủy ban mặt trận tổ quốc
        ub mttqvn, mttqvn, ủy ban mttqvn, ubmttqvn, ủy ban mttq việt nam, mttq việt nam, ubmttq việt nam
        đảng ủy, cấp ủy, cấp ủy đảng, tổ chức đảng, chính quyền, đảng bộ, chi bộ, chi ủy, quận ủy, huyện ủy, thành ủy, tỉnh ủy, thị ủy, thường trực, ban thường vụ, btv
        ban chấp hành, bch, ban chỉ đạo, bcđ, ban giám hiệu, bgh
        công an, công an phường, văn phòng, thanh tra, kho bạc, kho bạc nhà nước, chi cục, cục, tổng cục, bộ, sở, hiệu trưởng, phó hiệu trưởng, chủ tịch, phó chủ tịch
        huyện ủy viên, quận ủy viên, thành ủy viên, tỉnh ủy viên, đảng ủy viên, ủy viên ban thường vụ, ủy viên, bí thư, phó bí thư, giám đốc, phó giám đốc, trưởng phòng
        phó trưởng phòng, trưởng ban, phó trưởng ban, trưởng, trưởng trạm, trưởng công an, thủ trưởng, người đứng đầu, chánh văn phòng
        phó chánh văn phòng, tổ trưởng, tổ phó, đội trưởng, nhóm trưởng, trưởng thôn, trưởng khu, công đoàn, đoàn thanh niên, đoàn tncs hồ chí minh, đoàn tncs, hội liên hiệp phụ nữ, hội lhpn
        hội phụ nữ, hội nông dân, hội cựu chiến binh, hội ccb, hội chữ thập đỏ, hội khuyến học, hội người cao tuổi, hội cha mẹ học sinh, liên đoàn lao động, lđlđ, hội đồng, ủy ban, ubkt
        đồng chí, đ/c, ông, bà, thầy, cô, bảo hiểm xã hội, bhxh, điện lực, ngân hàng, công ty, kế toán, thủ quỹ, văn thư, thủ thư, cấp dưỡng, lao công, tạp vụ, giáo viên, gvcn
        giáo viên chủ nhiệm, nhân viên, tổng phụ trách, tổng phụ trách đội
        cán bộ, công chức, viên chức, lãnh đạo, ban lãnh đạo, tập thể lãnh đạo, phụ huynh, cha mẹ học sinh, học sinh, hạt kiểm lâm, quân sự, ban chỉ huy quân sự, ban chqs, bchqs, tòa án, viện kiểm sát
        tòa án nhân dân, viện kiểm sát nhân dân, cơ quan ubkt, ngành, lực lượng, mặt trận và các đoàn thể, dân quân, bộ phận một cửa, ban quản lý, bql, bqlda, ban qlda, hội đồng trường, nhà trường
        trạm y tế, trung tâm y tế, ttyt, trung tâm phục vụ hành chính công, trung tâm hành chính công, nhà văn hóa, nhà thiếu nhi, bưu điện, phòng gd&đt, phòng gdđt, sở gd&đt
        sở gdđt, ban tuyên giáo, ban tuyên giáo và dân vận, ban tổ chức, ban dân vận, ủy ban kiểm tra, ban xây dựng đảng, ban kiểm tra
        tỉnh đoàn, thành đoàn, huyện đoàn, quận đoàn, thị đoàn, chi đoàn, liên đội, ban đại diện cha mẹ học sinh, ban đại diện, tổ chuyên môn, tổ công tác, tổ giúp việc
        đoàn kiểm tra, đoàn công tác, tổ dân phố, tdp, người phát ngôn, chuyên viên
        phòng giáo dục, phòng nội vụ, phòng y tế, phòng tài chính, phòng văn hóa, phòng kinh tế, phòng tư pháp, phòng tnmt, phòng lđtbxh, phòng tckh, báo và phát thanh
        báo và đài phát thanh, đài phát thanh, đài truyền thanh, chỉ huy trưởng, phó chỉ huy trưởng, chính trị viên, bộ trưởng, thứ trưởng, thủ tướng, thủ tướng chính phủ
        chính phủ, cục trưởng, vụ trưởng, viện trưởng, chi cục trưởng, tổng cục trưởng, tổng giám đốc, chánh thanh tra, chủ nhiệm, tổng biên tập, thư ký
        ủy ban bầu cử, ban bầu cử, tổ bầu cử, bộ chỉ huy, bộ đội biên phòng, đồn biên phòng, hạt trưởng, chủ rừng, chủ hộ, chủ đập, nông trường, lâm trường, ban quản trị
        cơ quan báo chí, học viện, liên minh hợp tác xã, ban quản lý rừng, thường vụ, ban trị sự, hội luật gia, trường chính trị, bộ tư lệnh, hội đồng bầu cử, ban cán sự
        ban thanh tra nhân dân, trưởng ban tổ chức, chủ tọa
         chủ đầu tư, nhà thầu, chủ cơ sở, người dân, nhân dân, tiểu thương, hộ dân, chủ nhà, ngư dân, công nhân, cử tri, nhà giáo, tình nguyện viên, cộng tác viên, lái xe
         chủ phương tiện, chủ tàu, thuyền trưởng, thí sinh, đại biểu, nhà hàng, khách sạn, nhà máy, chủ trang trại
        """);

    /// <summary>Kinds that occur in enumerations (<c>các phòng, ban, đơn vị</c>) as well as in names (<c>phòng Nội vụ</c>).</summary>
    public static PhraseSet Weak { get; } = new(
        """
        phòng, ban, trường, trường học, nhà trường, đơn vị, cơ quan, tổ chức, đoàn thể, địa phương, cơ sở, cơ sở giáo dục, cơ sở giáo dục mầm non, phường, xã, thị trấn, tổ, thôn, khu dân cư, khu phố
        nhóm lớp, lớp, khối, trung tâm, đội, đoàn, hội, trạm, đài, bệnh viện, viện, học viện, khoa, quỹ, hợp tác xã, doanh nghiệp, bộ phận, ban ngành, ngành, đoàn, tổ chuyên môn, chi nhánh, xí nghiệp
        gia đình, cá nhân, hộ, hộ gia đình, hộ kinh doanh, thành viên, phòng ban, phòng chuyên môn, ban quản lý, câu lạc bộ, nhóm trẻ, nhóm, cụm trường, cụm, sở ngành, quận, huyện
        thành phố, tỉnh, đảng viên, chi bộ, mầm non, tiểu học, điểm trường
        """);

    /// <summary>Stages of school, in which an enumeration inside one name goes on (<c>các trường mầm non, tiểu học, THCS</c>).</summary>
    public static PhraseSet Stages { get; } = new(
        """
        mầm non, mẫu giáo, nhà trẻ, tiểu học, trung học cơ sở, trung học phổ thông, thcs, thpt, th, mn, th&thcs, gdtx, gdnn-gdtx, trung học, phổ thông, mầm non công lập
        ngoài công lập, công lập, tư thục, dân lập, th và thcs, liên cấp
        """);

    /// <summary>Words in lower case that go on with a name.</summary>
    public static PhraseSet Inner { get; } = new(
        """
        quận, huyện, phường, xã, thị trấn, thành phố, tỉnh, thị xã, đặc khu, trường, trường học, học, mầm non, mẫu giáo, tiểu học, trung học, trung học cơ sở, trung học phổ thông
        phổ thông, công lập, ngoài công lập
        tư thục, dân lập, trên địa bàn, trực thuộc, thuộc, có liên quan, liên quan, nhà trường, cơ sở, giáo dục, ban, ngành, đoàn thể, đơn vị, tổ chức, cá nhân, địa phương, của, chuyên môn, văn phòng
        kế toán, y tế, chủ nhiệm, bộ môn, công an, nhân dân, chính trị, chính trị - xã hội, xã hội, nhà nước, phụ nữ, nông dân, cựu chiến binh, thanh niên, đội, dân phố, khu dân cư
        khu phố, các cấp, cấp, các, ủy, công chức
        viên chức, người lao động, lao động, giáo viên, nhân viên, học sinh, quân sự, văn thư, thủ quỹ, thư viện, thiết bị, một cửa, phụ trách, quản lý giáo dục, đảng, chính quyền
        hành chính, sự nghiệp, doanh nghiệp
        đô thị, hạ tầng, kinh tế, dự án, dự án đầu tư xây dựng, đầu tư xây dựng, quỹ đất, phát triển quỹ đất, nhóm, lớp, nhóm trẻ, nhóm lớp, độc lập, tư thục độc lập, khối, cụm
        ủy ban, phòng, phòng ban, mặt trận, cha mẹ học sinh, lãnh đạo
        thành viên, nêu trên, trên, nói trên, được giao, được phân công, ngành giáo dục, gdđt, gd&đt, liên cấp, chuyên trách, tổ, bộ phận, khoa, giúp việc, công tác, hội, đoàn
        bếp ăn, bán trú, nội trú, tài chính, tổng hợp, kỹ thuật
        cấp huyện, cấp xã, cấp tỉnh, cấp quận, cấp phường, cấp trường, khu vực, nội bộ, trật tự, trật tự đô thị, vệ sinh môi trường, an toàn giao thông, có tổ chức bán trú
        có bếp ăn, có bếp ăn bán trú, tổ chức bán trú, cấp dưới, ngoài nhà nước, công nghệ thông tin, cntt, thi đua, tham mưu tổng hợp, đảng viên, sở, trạm y tế, hợp tác xã
        kinh doanh, thuộc thẩm quyền, phụ trách ngành, kể trên, hiệu bộ, phụ trách bếp ăn, tư tưởng, chất lượng, pháp chế, nghiệp vụ, lao công, cấp dưỡng, tạp vụ, hậu cần, lễ tân
        khánh tiết, học sinh sinh viên, lĩnh vực, phụ trách lĩnh vực, phụ trách địa bàn, phụ trách khối, phục vụ hành chính công, hành chính công, dịch vụ công, sự nghiệp công
        """);

    /// <summary>Fields of which ministries and offices are named with a comma inside (<c>Phòng Kinh tế, Hạ tầng và Đô thị</c>).</summary>
    public static PhraseSet Fields { get; } = new(
        """
        viễn thông, chính trị tư tưởng, tổ chức cán bộ, khảo thí, quản lý chất lượng, kiểm định, nội vụ, tài chính, kế hoạch, tư pháp, y tế, tuyên giáo, dân vận, công thương
        giao thông, vận tải, dân tộc, tôn giáo, nông thôn, quản lý, quản lý đô thị, xây dựng, kinh tế, hạ tầng, đô thị, văn hóa, thể thao, du lịch, thông tin, truyền thông
        khoa học, công nghệ, giáo dục, đào tạo, lao động, thương binh, xã hội, tài nguyên, môi trường, nông nghiệp, khoa học tự nhiên, khoa học xã hội, giáo dục công dân
        giáo dục thể chất, ngữ văn, ngoại ngữ, tiếng anh, nghệ thuật, thể chất, ngoại ngữ, hành chính, tổng hợp, thể dục thể thao, khoa học và công nghệ, chế biến, phát triển thị trường
        """);

    /// <summary>A person: a comma and a post after the name still belong to it.</summary>
    public static PhraseSet Persons { get; } = new("đồng chí, đ/c, ông, bà, thầy, cô, bác, anh, chị, chú, bác sĩ, y sĩ, điều dưỡng, kỹ sư, các đồng chí, thầy giáo, cô giáo");

    public static PhraseSet Posts { get; } = new(
        """
        hiệu trưởng, phó hiệu trưởng, chủ tịch, phó chủ tịch, bí thư, phó bí thư, giám đốc, phó giám đốc, trưởng phòng, phó trưởng phòng, trưởng ban, phó trưởng ban
        chánh văn phòng, ủy viên, thành viên, trưởng, phó, tổ trưởng, chuyên viên, công chức, thủ trưởng, ubnd, tổng phụ trách, tổng phụ trách đội, kế toán, văn thư, giáo viên
        chánh thanh tra, đội trưởng, trạm trưởng, phó, chỉ huy trưởng, phó chỉ huy trưởng, cục trưởng, vụ trưởng, viện trưởng, bộ trưởng, thứ trưởng, tổng giám đốc, chánh thanh tra
        tổng biên tập, chủ nhiệm, kế toán trưởng, trưởng đoàn, trưởng thôn, ủy viên thường trực, thường trực
        """);
}
