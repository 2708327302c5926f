namespace Directives.Language.Prose;

/// <summary>The words that decide where the name of a doer goes on and where it ends. Data, not rules.</summary>
internal static class NameWords
{
    public static PhraseSet Purposes { get; } = new("bảo vệ, phục vụ, kiểm tra, giám sát, thẩm định, tư vấn, truyền thông, hỗ trợ, tuyên truyền, biên tập, biên soạn, vận động, khảo sát, trực, nuôi dưỡng, giúp");
    public static PhraseSet Offices { get; } = new("văn phòng, chánh văn phòng, phó chánh văn phòng, lãnh đạo văn phòng");
    public static PhraseSet Assemblies { get; } = new("hđnd, ubnd, hội đồng nhân dân, ủy ban nhân dân, đoàn đbqh, đoàn đại biểu quốc hội, đảng ủy, huyện ủy, quận ủy");
    public static PhraseSet Councils { get; } = new("ubnd, hđnd, ủy ban nhân dân, hội đồng nhân dân, đảng ủy, chủ tịch ubnd, công an, bí thư đảng ủy, chủ tịch");
    public static PhraseSet Places { get; } = new("phường, xã, thị trấn, huyện, quận, thành phố, thị xã, tỉnh, đặc khu");
    public static PhraseSet Numbered { get; } = new("khối, lớp, tổ, số, nhóm, thôn, khu, cụm, phố, đội, quận, phường, xã, khu vực, vùng, tiểu đoàn, trung đoàn");
    public static PhraseSet BareNames { get; } = new("nhà trường, trường, tổ, đơn vị, địa phương, ngành, cơ quan, gia đình");
    public static PhraseSet KindsOfMembers { get; } = new("cấp ủy, tổ chức đảng, chính quyền, đảng bộ, chi bộ, chi ủy, chi đoàn, công đoàn, cán bộ, công chức, viên chức, giáo viên, nhân viên, học sinh, phụ huynh, cha mẹ học sinh, văn phòng, bộ, ngành, huyện đoàn, quận đoàn, thành đoàn, thị đoàn, huyện ủy, quận ủy, thành ủy, thị ủy, đảng ủy, sở, phó hiệu trưởng, hiệu trưởng");
    // Nouns that begin like bodies and are none.
    public static PhraseSet NotBodies { get; } = new(
        """
        hội giảng, hội thi, hội nghị, hội thảo, hội trường, hội diễn, hội khỏe, hội khoẻ, hội thao, hội chợ, hội họp, hội viên, đội tuyển, đội ngũ, đội hình, lớp học, lớp dạy, lớp bồi dưỡng, lớp tập huấn, trường hợp, trường lớp
        quỹ lương, quỹ khuyến học, quỹ đất, phòng chống, phòng ngừa, phòng học, phòng cháy, phòng bệnh, phòng dịch, phòng chức năng, phòng bộ môn, viện trợ, bộ máy, bộ hồ sơ, bộ sách, bộ đề, bộ tiêu chí, sở thích, ngành nghề, cục bộ
        khoa học, đoàn kết, đoàn viên, đoàn phí, cơ sở vật chất, cơ sở dữ liệu, cơ sở hạ tầng, cơ sở pháp lý, xã hội hóa, xã hội, tổ hợp, trạm biến áp, bà con, đội viên, tổ chức thực hiện, công an ninh, lực lượng lao động, viện phí, thành phố thông minh, xã viên
        thành phần, đơn vị tính, đơn vị cung ứng, cơ quan ngôn luận, nhóm chỉ tiêu, khối lượng, trường học hạnh phúc, trường học an toàn, nhóm nhiệm vụ, đội mũ, ông bà, cụm từ, ngành học, tổ chức lễ, ban đêm, ban ngày, bộ phận cơ thể, khoa giáo, đài hoa, quận nội thành, lớp vỏ
        """);

    public static PhraseSet AfterNoun { get; } = new("có liên quan, liên quan, chính trị, đoàn thể, cá nhân, đảng, cơ sở đảng, xã hội, công đoàn");
    public static PhraseSet NeverInNames { get; } = new(
        """
        để, trong, trước, về, theo, khi, nhằm, từ, đến, với, cùng, đã, được, sẽ, là, có, do, bởi, tại, trên, qua, thông qua, cho, như, này, đó, hằng, hàng, nếu, mà, thì, ra
        không, chưa, đang, vào, chậm, hạn, số, ngày, tháng, năm, quý, định, sau, ở, và, của, gồm, nêu
        """);
}
