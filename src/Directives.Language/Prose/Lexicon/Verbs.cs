namespace Directives.Language.Prose;

/// <summary>The words with which directives say what is to be done. Data, not rules: a word more is a line more.</summary>
internal static class Verbs
{
    /// <summary>What an issuer does to make others do something.</summary>
    public static PhraseSet Orders { get; } = new(
        """
        giao, giao cho, giao nhiệm vụ cho, phân công, yêu cầu, đề nghị, kính đề nghị, ủy quyền cho, nhất trí giao, thống nhất giao, đồng ý giao
        giao trách nhiệm cho, tiếp tục giao, trân trọng đề nghị, đề nghị đồng chí, nhắc nhở, ủy quyền, phân công nhiệm vụ cho, phân công cho
        """);

    /// <summary>Words that make the subject before them owe what follows.</summary>
    public static PhraseSet Modals { get; } = new(
        """
        cần, phải, cần phải, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, có trách nhiệm chủ trì, nghiêm túc, khẩn trương, chủ động, tiếp tục
        phụ trách, tự, tự giác, phấn đấu, quyết tâm, nỗ lực, được giao, được phân công, được giao nhiệm vụ, được giao trách nhiệm, thường xuyên, kịp thời, tích cực, trực tiếp
        quyết liệt, sớm, nhanh chóng, tập trung, chịu trách nhiệm chính, đồng thời, căn cứ
        là đơn vị chủ trì, là cơ quan chủ trì, là cơ quan thường trực, là đơn vị đầu mối, là cơ quan đầu mối, làm đầu mối, là đầu mối
        làm cơ quan đầu mối, làm cơ quan thường trực
        """);

    /// <summary>Telling others to do it: who does so directs.</summary>
    public static PhraseSet Directing { get; } = new(
        """
        chỉ đạo, lãnh đạo, lãnh đạo và chỉ đạo, chịu trách nhiệm chỉ đạo, trực tiếp chỉ đạo, phụ trách chỉ đạo, tập trung chỉ đạo, tăng cường chỉ đạo, quan tâm chỉ đạo
        tiếp tục chỉ đạo, thường xuyên chỉ đạo, có trách nhiệm chỉ đạo, chủ động chỉ đạo, khẩn trương chỉ đạo, tăng cường lãnh đạo, tập trung lãnh đạo, quyết liệt chỉ đạo
        """);

    /// <summary>Verbs without an end of their own: a duty that begins with one goes on, unless a date ends it.</summary>
    public static PhraseSet Ongoing { get; } = new(
        """
        tiếp tục, duy trì, tăng cường, nâng cao, đẩy mạnh, chú trọng, quan tâm, bảo đảm, đảm bảo, thường xuyên, chủ động, phát huy, giữ vững, bám sát
        đổi mới, theo dõi, đôn đốc, giám sát, quản lý, tạo điều kiện, hỗ trợ, giúp, giúp đỡ, tuyên truyền, vận động, động viên, khuyến khích, phát triển, củng cố
        mở rộng, thực hiện tốt, thực hiện nghiêm, thực hiện nghiêm túc, thực hiện đúng, thực hiện hiệu quả, thực hiện có hiệu quả, thực hiện đầy đủ
        thực hiện đồng bộ, quán triệt, siết chặt, chấn chỉnh, kịp thời, tích cực, hạn chế, phòng ngừa, ngăn chặn, phòng chống, giáo dục học sinh, giáo dục kỹ năng, giáo dục ý thức
        kiểm soát, chấp hành
        tuân thủ, bảo tồn, gìn giữ, nắm chắc, nắm vững, giám sát chặt chẽ, định hướng, phát huy vai trò, lắng nghe, không để, cảnh giác, đấu tranh, tiếp thu, đồng hành, khơi dậy
        lan tỏa, kiểm soát chặt chẽ, tăng, tiết kiệm, chăm lo, bảo vệ, bồi dưỡng, không ngừng, tập trung, nêu cao, khai thác, sử dụng, vận hành, xác định, thường trực, giữ gìn
        chăm sóc
        xử lý nghiêm, kiên quyết, quyết liệt, lồng ghép, ứng dụng, làm tốt, phối hợp chặt chẽ, thực hiện thường xuyên, bố trí trực, trực, coi trọng, kiểm tra, nghiêm túc
        thanh tra, tổ chức tuyên truyền, tổ chức quán triệt, tổ chức kiểm tra, tổ chức giám sát, tổ chức thực hiện tốt, tổ chức thực hiện nghiêm, cần chủ động, hướng dẫn
        triển khai, thực hiện, phổ biến, xử lý, giải quyết, tổ chức thực hiện, triển khai thực hiện, nắm, nắm bắt, ưu tiên, cụ thể hóa, thúc đẩy, tăng thời lượng, tăng tần suất
        sẵn sàng, gắn, gắn kết, chú ý, lưu ý, đề cao, tích cực tham gia
        """);

    /// <summary>Verbs whose duty is over when its result is there.</summary>
    public static PhraseSet Ending { get; } = new(
        """
        chủ trì, phối hợp, tham mưu, xây dựng, rà soát, đánh giá, tổ chức, hoàn thành, hoàn thiện, hoàn tất
        báo cáo, gửi, nộp, tổng hợp, đề xuất, trình, ban hành, bố trí, chuẩn bị, cung cấp, cập nhật, công khai, công bố, nhắc, nhắc nhở, xử lý, giải quyết
        khắc phục, lập, thành lập, phân công, giao, bàn giao, tiếp nhận, thẩm định, thẩm tra, phê duyệt, thông báo, đăng ký, đăng tải, đăng, khảo sát, thống kê, kê khai
        lựa chọn, chọn, sắp xếp, bổ sung, điều chỉnh, sửa đổi, mua sắm, mua, sửa chữa, cải tạo, đầu tư, huy động, tập huấn, đào tạo, tuyển sinh
        tuyển dụng, tuyển, dạy, giảng dạy, coi thi, chấm thi, chấm, phát động, tổng kết, sơ kết, khen thưởng, nghiên cứu, tham gia, cử, mời, họp, ký
        ký cam kết, cam kết, cân đối, phân bổ, quyết toán, thanh toán, chi trả, thu, rút kinh nghiệm, tự kiểm tra, tự đánh giá, tự rà soát, lưu trữ, lưu, niêm yết, truyền thông
        đưa tin, phát hiện, xác minh, lắp đặt, nghiệm thu, tiếp thu, giải trình, kiểm điểm, kiện toàn, số hóa, làm, lấy ý kiến, góp ý, tham vấn, kiến nghị, đề nghị
        thống nhất, tập luyện, tập dượt, luyện tập, duyệt, biểu diễn, khởi công, hiến máu, yêu cầu, ra quân, dọn dẹp, dọn, vệ sinh, tổng vệ sinh, trang trí, treo, tặng, thăm hỏi
        thăm, gặp mặt, đón, kết nạp, bổ nhiệm, luân chuyển, điều động, cấp, cấp phát, phát
        phân loại, xếp loại, đối chiếu, kiểm kê, thanh lý, di dời, di chuyển, trồng, cắt tỉa, phun, tiêm, tẩy, khám, đo, cân, nhập, xuất, chuyển, nối, kết nối, chỉnh sửa, chỉnh trang
        trả lời, tiếp, tiếp công dân, đối thoại, ghi, chép, thiết lập, mở, đóng, khóa, chuyển đổi, nhân rộng, xóa, tháo gỡ, tháo dỡ, thu hồi, thu thập, thu gom, cưỡng chế, kiểm định
        quy hoạch, quy định, xem xét, quyết định, lãnh đạo, nắm, báo, in, in ấn, sao, đưa, lên, tạo lập, viết, soạn, biên soạn, thí điểm
        áp dụng, khai báo, xác nhận, chứng nhận, công nhận, đề cử, giới thiệu, hiệp thương, bầu, bảo dưỡng, bảo trì, sửa, nâng cấp, trang bị, thay thế, thay, giải ngân
        thi, tập hợp, trao, trao đổi, ưu tiên, tính toán, kết luận, phản ánh, phân tích, tách, nhập liệu, vận động, ủng hộ, quyên góp
        phân cấp, phân nhóm, chia nhóm, phân loại, phân chia, chia, đăng cai, kê, kê cao, cắt cử, canh gác, gia cố, chằng chống, khử trùng, nạo vét, phát quang, ra đề, sơ tuyển
        phân tuyến, phân luồng, cắm, kẻ, lát, sơn, quét, hợp đồng, thuê, khởi công, thi công, giải phóng, đền bù, bồi thường, chi, chốt, nhận, dự, tham dự, truyền đạt
        đặt, xếp, bày, dựng, gắn biển, vẽ, cắt, cắt tỉa, chặt, dỡ, tháo, bơm, rào, rào chắn, che, che chắn, dán, nấu, quây, gói, biểu quyết, thông qua, ấn định, khoán, thả, cấy
        rải, tưới, hàn, lợp, khoan, đào, xây, hoàn nguyên, hoàn thổ, giải tỏa, kêu gọi, sơ tán, kiểm đếm, liên lạc, liên hệ, phát sóng, tuần tra, truy quét, trấn áp, khử khuẩn
        gia hạn, dừng, tạm dừng, đình chỉ, ngừng, chặn, chốt chặn, xóa bỏ, loại bỏ, di dân, bố trí lại, sắp xếp lại
        khoanh vùng, khoanh nuôi, thu hoạch, gieo, gieo cấy, làm đất, tái đàn, tiêu hủy, tiêu độc, lấy mẫu, xét nghiệm, điều trị, tư vấn, sàng lọc, khám sàng lọc, cách ly, truy vết
        tiêm chủng, bàn bạc, hội ý, giao ban, sinh hoạt
        đấu giá, đấu thầu, mời thầu, chấm dứt, thanh lý, bán, cho thuê, gia cố, duy tu, sơn sửa, cải tạo, chỉnh lý, hoàn trả, hoàn thuế, truy thu, thu thuế, lập dự toán, tất toán
        đối soát, làm sạch, chuẩn hóa, đồng bộ, tái cấu trúc, cắt giảm, rút ngắn
        đơn giản hóa, rà lại, soát xét, tham chiếu, chứng thực, niêm phong, tịch thu, xử phạt, lập biên bản, khởi tố, phòng vệ, ứng trực, ứng phó, ứng cứu, cứu trợ, chi viện
        huấn luyện, diễn tập, luyện quân, gọi, tuyển quân, giao quân
        hòa giải, thương thảo, đàm phán, ký hợp đồng, dịch, thuyết minh, dàn dựng, trưng bày, tôn vinh, tri ân, viếng, dâng hương, thắp nến, chiếu, phát thanh, phát hành
        trình chiếu, livestream, số hoá, cấp đổi, đổi, kích cầu, xúc tiến, quảng bá
        làm việc, đi thực tế, thâm nhập, khánh thành, bàn, hạ, hạ mực nước, xả, tích nước, vận chuyển, dự trữ, cung ứng, phân phối, bình ổn, niêm yết giá, thẩm tra, thẩm duyệt
        giám định, kiểm nghiệm, hiệu chuẩn, nhân bản, tra cứu, rà quét, vá
        căn cứ, dựa, điều tra, truy xuất, thu nộp, xác định, phát hành, nghiệm, hiệu chỉnh, khởi động, diễn tập, kích hoạt, chia sẻ, tích hợp, định hướng, tư vấn, quay, chụp
        tổng kiểm tra, tổng rà soát, tổng kiểm kê, tổng điều tra, tổng duyệt, tổng rà quét, tổng dọn vệ sinh, phúc tra, hậu kiểm, trích xuất
        đảm nhận, đảm nhiệm, có văn bản, có kế hoạch, có phương án, có biện pháp, có giải pháp
        """);

    /// <summary>Whether a phrase that says what is done begins at a word; a word with a capital inside a sentence is part of a name.</summary>
    public static bool Begins(IReadOnlyList<Word> words, int at, int end) => Length(words, at, end) > 0;

    public static int Length(IReadOnlyList<Word> words, int at, int end) => at >= end ? 0
        : Math.Max(Math.Max(Orders.Match(words, at, end), Modals.Match(words, at, end)),
            Math.Max(Math.Max(Ongoing.Match(words, at, end), Ending.Match(words, at, end)), Directing.Match(words, at, end)));

    public static int ActionLength(IReadOnlyList<Word> words, int at, int end) => at >= end ? 0
        : Math.Max(Math.Max(Ongoing.Match(words, at, end), Ending.Match(words, at, end)), Directing.Match(words, at, end));
}
