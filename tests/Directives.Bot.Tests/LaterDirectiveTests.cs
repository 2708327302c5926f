using Directives.Bot.Tests.Hosting;

namespace Directives.Bot.Tests;

/// <summary>Conversations about directives that replace, amend or extend an earlier one, and about taking a publishing back.</summary>
public abstract class LaterDirectiveTests : StoreTests
{
    private const string Head = """
        ĐẢNG ỦY PHƯỜNG SÔNG MÂY

        Số 52-TB/ĐU

        Sông Mây, ngày 24 tháng 11 năm 2026

        THÔNG BÁO

        """;

    private static readonly Dictionary<string, string> Papers = new()
    {
        ["replacement"] = Head + """
            Kết luận của Thường trực Đảng ủy

            Thường trực Đảng ủy giao nhiệm vụ như sau:

            1. Các trường kiểm tra bếp ăn trước ngày 10/12/2026.

            2. Phòng Văn hóa – Xã hội tổng hợp, báo cáo Đảng ủy trước ngày 20/12/2026.

            Thông báo này thay thế Thông báo số 45-TB/ĐU ngày 16/11/2026.
            """,
        ["amendment"] = Head + """
            Sửa đổi, bổ sung một số nội dung của Thông báo số 45-TB/ĐU ngày 16/11/2026

            Thường trực Đảng ủy giao nhiệm vụ như sau:

            1. Các trường kiểm kê thiết bị dạy học trước ngày 20/12/2026.
            """,
        ["extension"] = Head + """
            Về việc gia hạn thời gian thực hiện nhiệm vụ

            Đồng ý gia hạn thời gian thực hiện nhiệm vụ kiểm kê tài sản công tại Thông báo số 45-TB/ĐU ngày 16/11/2026 đến hết ngày 15/01/2027.
            """,
        ["other"] = Head.Replace("52", "53", StringComparison.Ordinal) + """
            Kết luận của Thường trực Đảng ủy

            Thường trực Đảng ủy giao nhiệm vụ như sau:

            1. Các trường gửi danh sách trước ngày 10/12/2026.

            2. Các trường gửi thực đơn trước ngày 15/12/2026.
            """,
        ["plain"] = Head + """
            Kết luận của Thường trực Đảng ủy

            Thường trực Đảng ủy giao nhiệm vụ như sau:

            1. Các trường mầm non gửi thực đơn bán trú trước ngày 10/12/2026.

            2. Phòng Văn hóa – Xã hội tổng hợp, báo cáo Đảng ủy trước ngày 20/12/2026.
            """,
    };

    /// <summary>As <see cref="TalkScript"/> has them.</summary>
    public static TheoryData<string, string> Conversations => new()
    {
        {
            "replaced", """
            principal> việc 2 xong rồi
            Đã ghi lúc 09:14: việc 2 "Nộp danh sách học sinh giỏi" hoàn thành, trước hạn 1 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            +1
            clerk> [replacement]
            Đã đọc Thông báo 52-TB/ĐU: 2 việc nháp, chưa giao ai. Cần bổ sung: 1.
            Thay thế Thông báo 45-TB/ĐU: 6 việc đang mở sẽ không còn phải làm (việc 1, việc 3, việc 4, việc 5, việc 6 và 1 việc khác).
            "Thông báo này thay thế Thông báo số 45-TB/ĐU ngày 16/11/2026."
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> giao đi
            Sắp giao 2 việc cho 4 đơn vị.
            Thay thế Thông báo 45-TB/ĐU: 6 việc đang mở sẽ không còn phải làm (việc 1, việc 3, việc 4, việc 5, việc 6 và 1 việc khác).
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 1
            Đã giao 2 việc, số 8 đến 9, cho 4 đơn vị.
            Không còn phải làm: việc 1, việc 3, việc 4, việc 5, việc 6 và 1 việc khác.
            Em báo các đơn vị lúc 09:25; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            +1
            principal> việc 3
            Việc 3: Kiểm tra bếp ăn
            Đã được thay bằng việc 8 (Thông báo 52-TB/ĐU).
            Thông báo 45-TB/ĐU, thứ Hai 16/11/2026: "Kiểm tra bếp ăn"
            principal> căn cứ đâu
            Việc 3: Kiểm tra bếp ăn
            Thông báo 45-TB/ĐU, thứ Hai 16/11/2026: "Kiểm tra bếp ăn"
            principal> việc 3 xong rồi
            Việc 3 "Kiểm tra bếp ăn" đã được thay bằng việc 8 (Thông báo 52-TB/ĐU).
            Em chưa ghi gì. Cô muốn ghi cho việc 8 "Kiểm tra bếp ăn" ạ?
            Nhắn số: 1 Ghi cho việc 8 · 2 Không ghi
            principal> 1
            Đã ghi lúc 09:16: việc 8 "Kiểm tra bếp ăn" hoàn thành, trước hạn 15 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:26.
            principal> việc 2
            Việc 2: Nộp danh sách học sinh giỏi
            Hạn thứ Năm 26/11/2026; hoàn thành lúc 09:14 thứ Tư 25/11/2026.
            Thông báo 45-TB/ĐU, thứ Hai 16/11/2026: "Nộp danh sách học sinh giỏi"
            principal> việc nào quá hạn
            THCS Hoa Sen không có việc nào quá hạn.
            principal> việc 4 hạn bao giờ
            Việc 4 "Kiểm kê thiết bị" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            principal> lịch sử việc 3
            Quá trình của việc 3 "Kiểm tra bếp ăn":
            09:14 thứ Tư 25/11/2026: được giao
            09:15 thứ Tư 25/11/2026: được thay theo Thông báo 52-TB/ĐU
            leader> việc 4
            Việc 4: Kiểm kê thiết bị
            Không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Thông báo 45-TB/ĐU, thứ Hai 16/11/2026: "Kiểm kê thiết bị"
            leader> trường nào chưa xong việc 4
            Việc 4 "Kiểm kê thiết bị" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            leader> đôn đốc các trường chưa xong việc 4
            Việc 4 "Kiểm kê thiết bị" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            leader> tổng hợp tháng này
            Tháng 11/2026, đến 09:16 thứ Tư 25/11/2026: 1 đơn vị, 1 việc.
            Hoàn thành đúng hạn: 1/1 (100%)
            Hoàn thành quá hạn: 0/1 (0%)
            Chưa hoàn thành, trong hạn: 0/1 (0%)
            Chưa hoàn thành, quá hạn: 0/1 (0%)
            +10
            notices
            Lê Thị Minh Họa: Việc mới: việc 9 "Tổng hợp, báo cáo Đảng ủy", hạn Chủ nhật 20/12/2026, theo Thông báo 52-TB/ĐU.
            Việc 3 "Kiểm tra bếp ăn" đã được thay bằng việc 8 (Thông báo 52-TB/ĐU).
            Việc 6 "Rà soát vị trí việc làm" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Ngô Văn Ví Dụ: Việc mới: việc 8 "Kiểm tra bếp ăn", hạn thứ Năm 10/12/2026, theo Thông báo 52-TB/ĐU.
            Việc 1 "Lập kế hoạch phòng cháy" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 3 "Kiểm tra bếp ăn" đã được thay bằng việc 8 (Thông báo 52-TB/ĐU).
            Việc 4 "Kiểm kê thiết bị" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 5 "Kiểm kê tài sản công" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 7 "Duy trì nền nếp chào cờ đầu tuần" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Trần Văn Anh: New: task 8 "Kiểm tra bếp ăn", due Thursday 10 December 2026, by Thông báo 52-TB/ĐU.
            Task 1 "Lập kế hoạch phòng cháy" no longer has to be done, by Thông báo 52-TB/ĐU.
            Task 3 "Kiểm tra bếp ăn" was replaced by task 8 (Thông báo 52-TB/ĐU).
            Task 4 "Kiểm kê thiết bị" no longer has to be done, by Thông báo 52-TB/ĐU.
            Task 5 "Kiểm kê tài sản công" no longer has to be done, by Thông báo 52-TB/ĐU.
            Task 7 "Duy trì nền nếp chào cờ đầu tuần" no longer has to be done, by Thông báo 52-TB/ĐU.
            Đinh Thị Mẫu: Việc 1 "Lập kế hoạch phòng cháy" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 3 "Kiểm tra bếp ăn" đã được thay bằng việc 8 (Thông báo 52-TB/ĐU).
            Việc 4 "Kiểm kê thiết bị" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 5 "Kiểm kê tài sản công" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 7 "Duy trì nền nếp chào cờ đầu tuần" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            """
        },
        {
            "said by the clerk", """
            clerk> [plain]
            Đã đọc Thông báo 52-TB/ĐU: 2 việc nháp, chưa giao ai. Cần bổ sung: 1.
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> văn bản này thay thế thông báo 45
            Thay thế Thông báo 45-TB/ĐU: 7 việc đang mở sẽ không còn phải làm (việc 1, việc 2, việc 3, việc 4, việc 5 và 2 việc khác).
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> không thay thế văn bản nào
            Thông báo 52-TB/ĐU không thay thế, sửa đổi văn bản nào.
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> sửa đổi kế hoạch 12 năm 2025
            Văn bản này nhắc Kế hoạch 12 (2025), em chưa có văn bản đó nên không thay việc nào.
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> không thay thế văn bản nào
            Thông báo 52-TB/ĐU không thay thế, sửa đổi văn bản nào.
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> việc 1 thay việc 3
            Nháp 1/2: Gửi thực đơn bán trú
            Ai làm: Các trường mầm non. Hạn thứ Năm 10/12/2026.
            Thay việc 3.
            Theo 5 rõ còn thiếu: rõ kết quả (nộp gì?).
            Nhắn số: 1 Xem nháp sau · 2 Giao 2 việc · 3 Bỏ việc này
            clerk> việc 1 không thay việc nào
            Nháp 1/2: Gửi thực đơn bán trú
            Ai làm: Các trường mầm non. Hạn thứ Năm 10/12/2026.
            Theo 5 rõ còn thiếu: rõ kết quả (nộp gì?).
            Nhắn số: 1 Xem nháp sau · 2 Giao 2 việc · 3 Bỏ việc này
            clerk> việc 1 thay việc 99
            Không có việc 99.
            """
        },
        {
            "amended", """
            clerk> [amendment]
            Đã đọc Thông báo 52-TB/ĐU: 1 việc nháp, chưa giao ai. Cần bổ sung: 1.
            Sửa đổi Thông báo 45-TB/ĐU: 7 việc đang mở vẫn giữ (việc 1, việc 2, việc 3, việc 4, việc 5 và 2 việc khác), trừ việc chị chọn thay.
            "Sửa đổi, bổ sung một số nội dung của Thông báo số 45-TB/ĐU ngày 16/11/2026"
            Việc mới nào thay việc cũ thì nhắn, ví dụ: "việc 2 thay việc 1".
            Nhắn số: 1 Xem từng nháp · 2 Giao 1 việc
            clerk> việc 1 thay việc 4
            Nháp 1/1: Kiểm kê thiết bị dạy học
            Ai làm: Các trường. Hạn Chủ nhật 20/12/2026.
            Thay việc 4.
            Theo 5 rõ còn thiếu: rõ kết quả (nộp gì?).
            Nhắn số: 1 Giao 1 việc · 2 Bỏ việc này
            clerk> giao đi
            Sắp giao 1 việc cho 3 đơn vị.
            Sửa đổi Thông báo 45-TB/ĐU: 7 việc đang mở vẫn giữ (việc 1, việc 2, việc 3, việc 4, việc 5 và 2 việc khác), trừ việc chị chọn thay.
            Được thay: việc 4.
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 1
            Đã giao 1 việc, số 8 đến 8, cho 3 đơn vị.
            Không còn phải làm: việc 4.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            principal> việc 4
            Việc 4: Kiểm kê thiết bị
            Đã được thay bằng việc 8 (Thông báo 52-TB/ĐU).
            Thông báo 45-TB/ĐU, thứ Hai 16/11/2026: "Kiểm kê thiết bị"
            principal> việc 5
            Việc 5: Kiểm kê tài sản công
            Hạn thứ Năm 31/12/2026, còn 36 ngày; chưa thực hiện.
            Thông báo 45-TB/ĐU, thứ Hai 16/11/2026: "Kiểm kê tài sản công"
            Nhắn số: 1 Báo hoàn thành · 2 Xin gia hạn
            principal> việc 4 xin gia hạn đến 25/12/2026
            Việc 4 "Kiểm kê thiết bị" đã được thay bằng việc 8 (Thông báo 52-TB/ĐU).
            Em chưa ghi gì. Cô muốn ghi cho việc 8 "Kiểm kê thiết bị dạy học" ạ?
            Nhắn số: 1 Ghi cho việc 8 · 2 Không ghi
            """
        },
        {
            "more time", """
            clerk> [extension]
            Đã đọc Thông báo 52-TB/ĐU: không có việc mới.
            Gia hạn theo văn bản này, Thông báo 45-TB/ĐU: việc 5 đến thứ Sáu 15/01/2027.
            "Đồng ý gia hạn thời gian thực hiện nhiệm vụ kiểm kê tài sản công tại Thông báo số 45-TB/ĐU ngày 16/11/2026 đến hết ngày 15/01/2027."
            Nhắn số: 1 Thực hiện
            clerk> 1
            Gia hạn theo văn bản này, Thông báo 45-TB/ĐU: việc 5 đến thứ Sáu 15/01/2027.
            "Đồng ý gia hạn thời gian thực hiện nhiệm vụ kiểm kê tài sản công tại Thông báo số 45-TB/ĐU ngày 16/11/2026 đến hết ngày 15/01/2027."
            Nhắn số: 1 Thực hiện · 2 Chưa thực hiện
            clerk> 1
            Đã thực hiện Thông báo 52-TB/ĐU.
            Đã gia hạn: việc 5.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            principal> việc 5 hạn bao giờ
            Việc 5 "Kiểm kê tài sản công": hạn thứ Sáu 15/01/2027, còn 51 ngày.
            leader> việc 5 hạn bao giờ
            Việc 5 "Kiểm kê tài sản công": hạn thứ Sáu 15/01/2027, còn 51 ngày.
            +10
            notices
            Ngô Văn Ví Dụ: Việc 5 "Kiểm kê tài sản công" được gia hạn đến thứ Sáu 15/01/2027, theo Thông báo 52-TB/ĐU.
            Trần Văn Anh: Task 5 "Kiểm kê tài sản công" extended to Friday 15 January 2027, by Thông báo 52-TB/ĐU.
            Đinh Thị Mẫu: Việc 5 "Kiểm kê tài sản công" được gia hạn đến thứ Sáu 15/01/2027, theo Thông báo 52-TB/ĐU.
            """
        },
        {
            "more time for another task", """
            clerk> [extension]
            Đã đọc Thông báo 52-TB/ĐU: không có việc mới.
            Gia hạn theo văn bản này, Thông báo 45-TB/ĐU: việc 5 đến thứ Sáu 15/01/2027.
            "Đồng ý gia hạn thời gian thực hiện nhiệm vụ kiểm kê tài sản công tại Thông báo số 45-TB/ĐU ngày 16/11/2026 đến hết ngày 15/01/2027."
            Nhắn số: 1 Thực hiện
            clerk> gia hạn việc 4 đến 20/12/2026
            Gia hạn theo văn bản này, Thông báo 45-TB/ĐU: việc 4 đến Chủ nhật 20/12/2026.
            "Đồng ý gia hạn thời gian thực hiện nhiệm vụ kiểm kê tài sản công tại Thông báo số 45-TB/ĐU ngày 16/11/2026 đến hết ngày 15/01/2027."
            Nhắn số: 1 Thực hiện
            clerk> 1
            Gia hạn theo văn bản này, Thông báo 45-TB/ĐU: việc 4 đến Chủ nhật 20/12/2026.
            "Đồng ý gia hạn thời gian thực hiện nhiệm vụ kiểm kê tài sản công tại Thông báo số 45-TB/ĐU ngày 16/11/2026 đến hết ngày 15/01/2027."
            Nhắn số: 1 Thực hiện · 2 Chưa thực hiện
            clerk> 1
            Đã thực hiện Thông báo 52-TB/ĐU.
            Đã gia hạn: việc 4.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            principal> việc 4 hạn bao giờ
            Việc 4 "Kiểm kê thiết bị": hạn Chủ nhật 20/12/2026, còn 25 ngày.
            clerk> hoàn tác
            Đã hoàn tác: Thông báo 52-TB/ĐU trở lại bản nháp. Chưa đơn vị nào được báo.
            Các việc cũ trở lại như trước khi giao.
            principal> việc 4 hạn bao giờ
            Việc 4 "Kiểm kê thiết bị": hạn thứ Ba 15/12/2026, còn 20 ngày.
            """
        },
        {
            "taken back", """
            clerk> [replacement]
            Đã đọc Thông báo 52-TB/ĐU: 2 việc nháp, chưa giao ai. Cần bổ sung: 1.
            Thay thế Thông báo 45-TB/ĐU: 7 việc đang mở sẽ không còn phải làm (việc 1, việc 2, việc 3, việc 4, việc 5 và 2 việc khác).
            "Thông báo này thay thế Thông báo số 45-TB/ĐU ngày 16/11/2026."
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> giao đi
            Sắp giao 2 việc cho 4 đơn vị.
            Thay thế Thông báo 45-TB/ĐU: 7 việc đang mở sẽ không còn phải làm (việc 1, việc 2, việc 3, việc 4, việc 5 và 2 việc khác).
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 1
            Đã giao 2 việc, số 8 đến 9, cho 4 đơn vị.
            Không còn phải làm: việc 1, việc 2, việc 3, việc 4, việc 5 và 2 việc khác.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            principal> việc 8
            Việc 8: Kiểm tra bếp ăn
            Hạn thứ Năm 10/12/2026, còn 15 ngày; chưa thực hiện.
            Thông báo 52-TB/ĐU, thứ Ba 24/11/2026: "Các trường kiểm tra bếp ăn trước ngày 10/12/2026."
            Nhắn số: 1 Báo hoàn thành · 2 Xin gia hạn
            clerk> hoàn tác
            Đã hoàn tác: Thông báo 52-TB/ĐU trở lại bản nháp, 2 việc, chưa giao ai. Chưa đơn vị nào được báo.
            Các việc cũ trở lại như trước khi giao.
            principal> việc 8
            Việc 8: Kiểm tra bếp ăn
            Đã được thu hồi.
            Thông báo 52-TB/ĐU, thứ Ba 24/11/2026: "Các trường kiểm tra bếp ăn trước ngày 10/12/2026."
            principal> việc 3
            Việc 3: Kiểm tra bếp ăn
            Hạn thứ Sáu 27/11/2026, còn 2 ngày; chưa thực hiện.
            Thông báo 45-TB/ĐU, thứ Hai 16/11/2026: "Kiểm tra bếp ăn"
            Nhắn số: 1 Báo hoàn thành · 2 Xin gia hạn
            leader> việc 8
            Không có việc 8.
            clerk> bỏ 1
            Đã bỏ nháp 1.
            Nháp 2 (1/1): Tổng hợp, báo cáo Đảng ủy
            Ai làm: Phòng Văn hóa – Xã hội. Hạn Chủ nhật 20/12/2026.
            Nhắn số: 1 Giao 1 việc · 2 Bỏ việc này
            clerk> thêm việc: Phòng Văn hóa – Xã hội gửi lịch kiểm tra
            Đã thêm nháp 3.
            Nháp 3 (2/2): Gửi lịch kiểm tra
            Ai làm: Phòng Văn hóa – Xã hội.
            Theo 5 rõ còn thiếu: rõ thời gian (hạn ngày nào?).
            Nhắn số: 1 Giao 2 việc · 2 Bỏ việc này
            clerk> giao đi
            Sắp giao 2 việc cho 1 đơn vị.
            Thay thế Thông báo 45-TB/ĐU: 7 việc đang mở sẽ không còn phải làm (việc 1, việc 2, việc 3, việc 4, việc 5 và 2 việc khác).
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 1
            Đã giao 2 việc, số 9 đến 10, cho 1 đơn vị.
            Không còn phải làm: việc 1, việc 2, việc 3, việc 4, việc 5 và 2 việc khác.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            +10
            notices
            Lê Thị Minh Họa: Việc mới: việc 9 "Tổng hợp, báo cáo Đảng ủy", hạn Chủ nhật 20/12/2026, theo Thông báo 52-TB/ĐU.
            Việc mới: việc 10 "Gửi lịch kiểm tra", theo Thông báo 52-TB/ĐU.
            Việc 3 "Kiểm tra bếp ăn" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 6 "Rà soát vị trí việc làm" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Ngô Văn Ví Dụ: Việc 1 "Lập kế hoạch phòng cháy" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 3 "Kiểm tra bếp ăn" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 4 "Kiểm kê thiết bị" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 5 "Kiểm kê tài sản công" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 7 "Duy trì nền nếp chào cờ đầu tuần" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Trần Văn Anh: Task 1 "Lập kế hoạch phòng cháy" no longer has to be done, by Thông báo 52-TB/ĐU.
            Task 3 "Kiểm tra bếp ăn" no longer has to be done, by Thông báo 52-TB/ĐU.
            Task 4 "Kiểm kê thiết bị" no longer has to be done, by Thông báo 52-TB/ĐU.
            Task 5 "Kiểm kê tài sản công" no longer has to be done, by Thông báo 52-TB/ĐU.
            Task 7 "Duy trì nền nếp chào cờ đầu tuần" no longer has to be done, by Thông báo 52-TB/ĐU.
            Đinh Thị Mẫu: Việc 1 "Lập kế hoạch phòng cháy" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 2 "Nộp danh sách học sinh giỏi" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 3 "Kiểm tra bếp ăn" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 4 "Kiểm kê thiết bị" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 5 "Kiểm kê tài sản công" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            Việc 7 "Duy trì nền nếp chào cờ đầu tuần" không còn phải thực hiện, theo Thông báo 52-TB/ĐU.
            """
        },
        {
            "taken back too late", """
            clerk> [plain]
            Đã đọc Thông báo 52-TB/ĐU: 2 việc nháp, chưa giao ai. Cần bổ sung: 1.
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> giao đi
            Sắp giao 2 việc cho 2 đơn vị.
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 1
            Đã giao 2 việc, số 8 đến 9, cho 2 đơn vị.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            +10
            clerk> hoàn tác
            Quá 10 phút, các đơn vị đã được báo nên em không hoàn tác Thông báo 52-TB/ĐU được.
            Chị thu hồi từng việc, ví dụ: "thu hồi việc 8 vì ...".
            clerk> thu hồi việc 8
            Lý do thu hồi việc 8 "Gửi thực đơn bán trú" là gì ạ?
            clerk> trùng với việc 3
            Em thu hồi việc 8 "Gửi thực đơn bán trú" của 1 đơn vị chưa xong nhé?
            Lý do: "trùng với việc 3"
            Nhắn số: 1 Thu hồi · 2 Không ghi
            clerk> 1
            Đã thu hồi việc 8 "Gửi thực đơn bán trú" của 1 đơn vị. Em đang báo các đơn vị.
            other> việc 8
            Việc 8: Gửi thực đơn bán trú
            Đã được thu hồi thứ Tư 25/11/2026, lý do: "trùng với việc 3".
            Thông báo 52-TB/ĐU, thứ Ba 24/11/2026: "Các trường mầm non gửi thực đơn bán trú trước ngày 10/12/2026."
            other> việc 8 xong
            Việc 8 "Gửi thực đơn bán trú" đã được thu hồi thứ Tư 25/11/2026, lý do: "trùng với việc 3".
            Em chưa ghi gì cho việc này.
            leader> việc 8
            Việc 8: Gửi thực đơn bán trú
            Đã được thu hồi thứ Tư 25/11/2026, lý do: "trùng với việc 3".
            Thông báo 52-TB/ĐU, thứ Ba 24/11/2026: "Các trường mầm non gửi thực đơn bán trú trước ngày 10/12/2026."
            clerk> thu hồi việc 8 vì nhầm
            Việc 8 "Gửi thực đơn bán trú" đã được thu hồi thứ Tư 25/11/2026, lý do: "trùng với việc 3".
            clerk> thu hồi việc 9 vì nhầm
            Em thu hồi việc 9 "Tổng hợp, báo cáo Đảng ủy" của 1 đơn vị chưa xong nhé?
            Lý do: "nhầm"
            Nhắn số: 1 Thu hồi · 2 Không ghi
            +1
            clerk> 1
            Đã thu hồi việc 9 "Tổng hợp, báo cáo Đảng ủy" của 1 đơn vị. Em đang báo các đơn vị.
            leader> thu hồi việc 3 vì nhầm
            Việc này chỉ văn thư làm được.
            notices
            Lê Thị Minh Họa: Việc 9 "Tổng hợp, báo cáo Đảng ủy" đã được thu hồi thứ Tư 25/11/2026, lý do: "nhầm".
            Ngô Văn Ví Dụ: Việc 8 "Gửi thực đơn bán trú" đã được thu hồi thứ Tư 25/11/2026, lý do: "trùng với việc 3".
            """
        },
        {
            "taken back after a report", """
            clerk> [plain]
            Đã đọc Thông báo 52-TB/ĐU: 2 việc nháp, chưa giao ai. Cần bổ sung: 1.
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> giao đi
            Sắp giao 2 việc cho 2 đơn vị.
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 1
            Đã giao 2 việc, số 8 đến 9, cho 2 đơn vị.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            other> việc 8 xong rồi
            Đã ghi lúc 09:14: việc 8 "Gửi thực đơn bán trú" hoàn thành, trước hạn 15 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            clerk> thu hồi
            MN Sao Mai đã báo cáo việc 8 "Gửi thực đơn bán trú" nên em không hoàn tác được.
            Chị thu hồi từng việc, ví dụ: "thu hồi việc 8 vì ...".
            other> hoàn tác
            Đã hoàn tác: việc 8 "Gửi thực đơn bán trú" trở lại chưa thực hiện. Chưa ai được báo.
            +1
            clerk> thu hồi
            Đã hoàn tác: Thông báo 52-TB/ĐU trở lại bản nháp, 2 việc, chưa giao ai. Chưa đơn vị nào được báo.
            +2
            clerk> thu hồi
            Em không thấy văn bản nào vừa giao để hoàn tác.
            """
        },
        {
            "taken back after something else was said", """
            clerk> [plain]
            Đã đọc Thông báo 52-TB/ĐU: 2 việc nháp, chưa giao ai. Cần bổ sung: 1.
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> giao đi
            Sắp giao 2 việc cho 2 đơn vị.
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 1
            Đã giao 2 việc, số 8 đến 9, cho 2 đơn vị.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            clerk> [other]
            Đã đọc Thông báo 53-TB/ĐU: 2 việc nháp, chưa giao ai. Cần bổ sung: 2.
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> bỏ 1
            Đã bỏ nháp 1.
            Nháp 2 (1/1): Gửi thực đơn
            Ai làm: Các trường. Hạn thứ Ba 15/12/2026.
            Theo 5 rõ còn thiếu: rõ kết quả (nộp gì?).
            Nhắn số: 1 Giao 1 việc · 2 Bỏ việc này
            clerk> hoàn tác
            Em hoàn tác việc giao Thông báo 52-TB/ĐU (2 việc) nhé?
            Nhắn số: 1 Hoàn tác việc giao · 2 Không ghi
            clerk> 2
            Dạ, em không ghi gì.
            """
        },
        {
            "assigned without a document and taken back", """
            clerk> giao các trường mầm non nộp báo cáo bếp ăn trước 15/12/2026
            Em giao việc này nhé?
            Việc mới: Nộp báo cáo bếp ăn
            Ai làm: khối mầm non.
            Hạn thứ Ba 15/12/2026.
            Nhắn số: 1 Giao việc · 2 Chưa giao
            clerk> 1
            Đã giao việc 8 "Nộp báo cáo bếp ăn" cho 1 đơn vị.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            other> việc 8
            Việc 8: Nộp báo cáo bếp ăn
            Hạn thứ Ba 15/12/2026, còn 20 ngày; chưa thực hiện.
            Giao việc của Vũ Thị Nháp, thứ Tư 25/11/2026: "nộp báo cáo bếp ăn"
            Nhắn số: 1 Báo hoàn thành · 2 Xin gia hạn
            clerk> hoàn tác
            Đã hoàn tác: Giao việc của Vũ Thị Nháp trở lại bản nháp, 1 việc, chưa giao ai. Chưa đơn vị nào được báo.
            other> việc 8
            Việc 8: Nộp báo cáo bếp ăn
            Đã được thu hồi.
            Giao việc của Vũ Thị Nháp, thứ Tư 25/11/2026: "nộp báo cáo bếp ăn"
            """
        },
    };

    [ContractTheory]
    [MemberData(nameof(Conversations))]
    public async Task Conversation_about_later_directives_goes_as_a_person_would_wish(string what, string conversation)
    {
        Assert.NotEmpty(what);
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, conversation, Papers);
    }
}
