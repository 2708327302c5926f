namespace Directives.Language.Prose;

/// <summary>The words that decide where the name of a doer goes on and where it ends. Data, not rules.</summary>
internal static class NameWords
{
    /// <summary>Bodies that are named after what they are for, in plain words (<c>hội đồng thẩm định</c>, <c>tổ kiểm tra</c>).</summary>
    public static PhraseSet NamedByPurpose { get; } = new(
        """
        hội đồng, ban chỉ đạo, ban tổ chức, ban chỉ huy, ủy ban, ban quản lý, ban vận động, ban điều hành, ban tuyển sinh, tổ, tổ công tác, tổ giúp việc, đoàn, đoàn công tác, đội, nhóm, tiểu ban
        trung tâm, trạm, chốt, bộ phận, quỹ, câu lạc bộ, ban
        """);

    public static PhraseSet Purposes { get; } = new(
        """
        bảo vệ, phục vụ, kiểm tra, giám sát, thẩm định, tư vấn, truyền thông, hỗ trợ, tuyên truyền, biên tập, biên soạn, vận động, khảo sát, trực, nuôi dưỡng, giúp, bồi thường
        giải phóng mặt bằng, tái định cư
        tuyển sinh, tuyển dụng, thi đua, khen thưởng, kỷ luật, bầu cử, coi thi, chấm thi, xét tốt nghiệp, xét tuyển, xét duyệt, nghĩa vụ quân sự, đánh giá, nghiệm thu, thanh lý
        đấu giá, hòa giải, quản trị, điều hành
        phòng chống, ứng phó, cứu nạn, cứu hộ, cứu trợ, giúp việc, rà soát, kiểm kê, xử lý, phản ứng nhanh, quản lý, thu gom, khánh tiết, lễ tân, hậu cần, tiếp nhận, giải quyết
        đón tiếp, xung kích, tự quản, liên ngành
        """);

    /// <summary>What offices deal with, in the words of their names. Nouns: after a name they can only go on with it.</summary>
    public static PhraseSet Compounds { get; } = new(
        """
        thị trường, dân sự, vật chất, cơ sở vật chất, bảo hiểm, bảo hiểm y tế, bảo hiểm xã hội, chữa bệnh, khám bệnh, bệnh tật, kiểm soát bệnh tật, dịch tễ, khí tượng, thủy văn
        khí tượng thủy văn, thủy lợi, công trình thủy lợi
        tái định cư, giải phóng mặt bằng, mặt bằng, dự toán, giao dịch, chính sách, chính sách xã hội, khu kinh tế, công nghiệp, khu công nghiệp, cụm công nghiệp, kiểm lâm, thú y
        chăn nuôi, trồng trọt, thực vật, bảo vệ thực vật
        khuyến nông, khuyến công, khuyến học, thủy sản, lâm nghiệp, đê điều, thiên tai, phòng chống thiên tai, chữa cháy, phòng cháy, cứu nạn, cứu hộ, cứu nạn cứu hộ, hải quan
        dự trữ, thống kê, thi hành án, thi hành án dân sự
        hộ tịch, đất đai, quyền sử dụng đất, bản đồ, đo đạc, quy hoạch, kiến trúc, đăng kiểm, xe cơ giới, hàng không, hàng hải, đường bộ, đường sắt, đường thủy, di sản, di tích
        danh thắng, bảo tàng, nghệ thuật, điện ảnh
        thương mại, đầu tư, việc làm, dịch vụ việc làm, nghề nghiệp, giáo dục nghề nghiệp, trẻ em, bảo trợ xã hội, người cao tuổi, người khuyết tật, người có công, dân số, gia đình
        an toàn thực phẩm, thực phẩm, dược phẩm
        cổ truyền, y học cổ truyền, phục hồi chức năng, đa khoa, cấp cứu, nước sạch, nông thôn mới, công viên, cây xanh, chiếu sáng, thoát nước, cấp nước, điện lực, phát thanh
        truyền hình, truyền thanh, báo chí, xuất bản, thông tấn
        bầu cử, tổ chức cán bộ, cán bộ, tổ chức bộ máy, biên chế, cải cách hành chính, thủ tục hành chính, tôn giáo, dân tộc, đối ngoại, ngoại vụ, quốc phòng, an ninh, kinh tế số
        chuyển đổi số, chính quyền số, dữ liệu, an toàn thông tin, công nghệ số
        đổi mới sáng tạo, sở hữu trí tuệ, đo lường, tiêu chuẩn, năng lượng, hóa chất, môi trường, biển và hải đảo, tài nguyên nước, khoáng sản, biến đổi khí hậu, ngân sách
        quản lý ngân sách, giá, công sản, tài sản công, đấu giá tài sản
        giáo dục thường xuyên, giáo dục mầm non, giáo dục phổ thông, giáo dục đại học, học sinh sinh viên, sinh viên, khảo thí, chất lượng giáo dục, quản lý chất lượng, nhà giáo
        thanh thiếu niên, thiếu nhi, hướng nghiệp
        khu bảo tồn, bảo tồn thiên nhiên, thiên nhiên, khu di tích, khu du lịch, khu đô thị, trung cấp, cao đẳng, đại học, đăng ký đất đai, cấp trên, cấp trên trực tiếp cơ sở
        trực tiếp cơ sở, một thành viên, hai thành viên, cổ phần, tư nhân, trách nhiệm hữu hạn, liên doanh, công chứng, luật sư, trợ giúp pháp lý, pháp luật, pháp lý, nội chính
        kiểm sát, xét xử
        ven biển, ven sông, ven đê, miền núi, vùng cao, vùng sâu, vùng xa, vùng trũng, vùng lũ, vùng dịch, biên giới, hải đảo, trọng điểm, nội thành, ngoại thành, nông thôn
        địa bàn, đóng trên địa bàn, cùng cấp, quốc gia, trung ương, liên quận, liên xã
        quản lý dự án, đầu tư công, giao thông vận tải, hạ tầng kỹ thuật, công trình giao thông, công trình công cộng, công cộng, cửa khẩu, thuế, tín dụng, hợp tác, văn nghệ
        phòng cháy và chữa cháy, quản lý hành chính về trật tự xã hội, quản lý hành chính, trật tự xã hội, trật tự an toàn xã hội, quản lý xuất nhập cảnh, xuất nhập cảnh
        điều tra tội phạm, điều tra tội phạm về ma túy, điều tra tội phạm về trật tự xã hội, điều tra tội phạm về tham nhũng, thi hành án hình sự, hỗ trợ tư pháp, cơ động
        nông lâm sản, nông lâm thủy sản, chất lượng nông lâm sản, chất lượng nông lâm thủy sản, tổng điều tra, bảo vệ môi trường, bảo vệ chính trị nội bộ
        văn học nghệ thuật, cựu thanh niên xung phong, thanh niên xung phong, từ thiện, nhân đạo
        """);

    /// <summary>Verbs in the names of offices that say what these are for: <c>Ban Hỗ trợ phụ nữ phát triển kinh tế</c>.</summary>
    public static PhraseSet Aims { get; } = new("phát triển, bảo tồn, bảo vệ, hỗ trợ, xúc tiến, phòng chống, quản lý khai thác");

    /// <summary>Kinds of people and parts of an office that are in charge of something by name: <c>bộ phận phụ trách tài chính</c>.</summary>
    public static PhraseSet Charged { get; } = new("bộ phận, cán bộ, công chức, viên chức, giáo viên, nhân viên, lãnh đạo, tổng, người, chuyên viên, kế toán, văn thư, tổ, nhóm");

    /// <summary>Bodies that are told apart by their trade, and the trades.</summary>
    public static PhraseSet Businesses { get; } = new("doanh nghiệp, cơ sở, hộ, gia đình, công ty, hợp tác xã, chủ, tổ chức, cá nhân");

    public static PhraseSet Trades { get; } = new("khai thác, sản xuất, kinh doanh, chế biến, nuôi trồng, chăn nuôi, vận tải, cung cấp, cung ứng, thu mua, giết mổ, buôn bán, cho thuê, xây dựng");

    /// <summary>Second halves of fixed pairs: after a comma they go on with the name, for no office is called by them alone.</summary>
    public static PhraseSet SecondHalves { get; } = new(
        """
        truyền hình, chữa bệnh, chữa cháy, cứu hộ, sinh viên, vệ sinh lao động, chống thiên tai, chống tham nhũng, chống tội phạm, chống ma túy, chống dịch, tìm kiếm cứu nạn
        chống lụt bão, tiêu cực, lãng phí, học tập cộng đồng
        """);

    /// <summary>Kinds of people: with a capital inside the name of an office, what it deals with.</summary>
    public static PhraseSet People { get; } = new("cán bộ, công chức, viên chức, học sinh, sinh viên, giáo viên, người lao động, lao động, nhân dân, phụ huynh, lãnh đạo, đoàn viên");

    /// <summary>Things written with a capital that are no proper names: a name does not stretch to them.</summary>
    public static PhraseSet Things { get; } = new(
        """
        kế hoạch, đề án, quyết định, chương trình, nghị quyết, chỉ thị, thông báo, công văn, giấy, hội nghị, lễ, cổng, hệ thống, cơ sở, chiến dịch, tháng, ngày, tuần, đại hội
        hội thi, cuộc thi, quy chế, luật, nghị định, thông tư
        phiếu, sổ, dự án, bộ, công điện, kết luận, hướng dẫn, quy định, phương án, báo cáo, đợt, giải, phong trào, cuộc vận động, tết, festival, lễ hội, đêm, hội chợ, phiên
        tờ trình, biên bản, danh mục, phụ lục, quy trình, nền tảng
        """);

    /// <summary>Kinds of bodies that are such only with a capital and a name after it: <c>Vụ Kế hoạch</c>, but <c>27 vụ cháy</c>.</summary>
    public static PhraseSet CapitalHeads { get; } = new(
        """
        trung ương, vụ, báo, tạp chí, thuế, hải quan, cảnh sát, bộ đội, đồn, hạt, liên minh, hiệp hội, liên hiệp, cảng, cảng vụ, bảo tàng, thư viện, nhà hát, vườn, khu
        tổng công ty, tập đoàn, tiểu ban, phân hiệu, phân viện, nhà xuất bản, đoàn khối, khối
        bác, anh, chị, chú, bác sĩ, y sĩ, điều dưỡng, kỹ sư, thiếu úy, trung úy, thượng úy, đại úy, thiếu tá, trung tá, thượng tá, đại tá, trường đại học, trường cao đẳng
        bộ tư lệnh, sư đoàn, trung đoàn, tiểu đoàn, lữ đoàn, ga, bến xe, thông tấn xã, tổng hội, tòa soạn, nhà khách, chợ, làng
        """);

    public static PhraseSet Offices { get; } = new("văn phòng, chánh văn phòng, phó chánh văn phòng, lãnh đạo văn phòng");

    public static PhraseSet Assemblies { get; } = new("hđnd, ubnd, hội đồng nhân dân, ủy ban nhân dân, đoàn đbqh, đoàn đại biểu quốc hội, đảng ủy, huyện ủy, quận ủy");

    public static PhraseSet Councils { get; } = new("ubnd, hđnd, ủy ban nhân dân, hội đồng nhân dân, đảng ủy, chủ tịch ubnd, công an, bí thư đảng ủy, chủ tịch");

    public static PhraseSet Places { get; } = new("phường, xã, thị trấn, huyện, quận, thành phố, thị xã, tỉnh, đặc khu");

    public static PhraseSet Numbered { get; } = new("khối, lớp, tổ, số, nhóm, cơ sở, chi bộ, đội, thôn, khu, cụm, phố, đội, quận, phường, xã, khu vực, vùng, tiểu đoàn, trung đoàn");

    public static PhraseSet BareNames { get; } = new("nhà trường, trường, tổ, đơn vị, địa phương, ngành, cơ quan, gia đình");

    /// <summary>What one body is for or is made up of, though it is told in the plural: <c>Ban Quản lý các khu công nghiệp</c>, <c>Đoàn các cơ quan Đảng tỉnh</c>.</summary>
    public static PhraseSet Wholes { get; } = new(
        """
        cơ quan đảng, cơ quan tỉnh, cơ quan huyện, cơ quan thành phố, cơ quan chính quyền, cơ quan nhà nước, cơ quan trung ương, khu công nghiệp, khu kinh tế, khu chế xuất, cụm công nghiệp
        dự án, dịch vụ công, công trình công cộng, vấn đề xã hội
        """);

    public static PhraseSet KindsOfMembers { get; } = new(
        """
        cấp ủy, tổ chức đảng, chính quyền, đảng bộ, chi bộ, chi ủy, chi đoàn, công đoàn, cán bộ, công chức, viên chức, giáo viên, nhân viên, học sinh, phụ huynh, cha mẹ học sinh
        văn phòng, bộ, ngành, huyện đoàn, quận đoàn, thành đoàn, thị đoàn, huyện ủy, quận ủy, thành ủy, thị ủy, đảng ủy, thị hội, huyện hội, thành hội, quận hội, tỉnh hội, bản
        buôn, ấp, sóc, làng, xóm, khóm, bon, plei, thôn bản, khối phố, sở, phó hiệu trưởng, hiệu trưởng
        """);

    // Nouns that begin like bodies and are none.
    public static PhraseSet NotBodies { get; } = new(
        """
        hội giảng, hội thi, hội nghị, hội thảo, hội trường, hội diễn, hội khỏe, hội khoẻ, hội thao, hội chợ, hội họp, hội viên, đội tuyển, đội ngũ, đội hình, lớp học, lớp dạy
        lớp bồi dưỡng, lớp tập huấn, trường hợp, trường lớp
        quỹ lương, quỹ khuyến học, quỹ đất, phòng chống, phòng ngừa, phòng học, phòng cháy, phòng bệnh, phòng dịch, phòng chức năng, phòng bộ môn, viện trợ, bộ máy, bộ hồ sơ
        bộ sách, bộ đề, bộ tiêu chí, sở thích, ngành nghề, cục bộ
        khoa học, đoàn kết, đoàn viên, đoàn phí, cơ sở vật chất, cơ sở dữ liệu, cơ sở hạ tầng, cơ sở pháp lý, xã hội hóa, xã hội, tổ hợp, trạm biến áp, bà con, đội viên
        tổ chức thực hiện, công an ninh, lực lượng lao động, viện phí, thành phố thông minh, xã viên
        thành phần, đơn vị tính, đơn vị cung ứng, cơ quan ngôn luận, nhóm chỉ tiêu, khối lượng, trường học hạnh phúc, trường học an toàn, nhóm nhiệm vụ, đội mũ, ông bà, cụm từ
        ngành học, tổ chức lễ, ban đêm, ban ngày, bộ phận cơ thể, khoa giáo, đài hoa, quận nội thành, lớp vỏ
        """);

    public static PhraseSet AfterNoun { get; } = new("có liên quan, liên quan, chính trị, đoàn thể, cá nhân, đảng, cơ sở đảng, xã hội, công đoàn");

    public static PhraseSet NeverInNames { get; } = new(
        """
        để, trong, trước, về, theo, khi, nhằm, từ, đến, với, cùng, đã, được, sẽ, là, có, do, bởi, tại, trên, qua, thông qua, cho, như, này, đó, hằng, hàng, nếu, mà, thì, ra
        không, chưa, đang, vào, chậm, hạn, số, ngày, tháng, năm, quý, định kỳ, định kì, sau, ở, và, của, gồm, nêu
        """);
}
