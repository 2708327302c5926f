using Directives.Bot.Tests.Hosting;

namespace Directives.Bot.Tests;

/// <summary>Conversations about drafts that nobody does, that are late already, or that a clerk sets right in words.</summary>
public abstract class DraftDoubtTests : StoreTests
{
    private const string Head = """
        ĐẢNG ỦY PHƯỜNG SÔNG MÂY

        Số 61-TB/ĐU

        Sông Mây, ngày 24 tháng 11 năm 2026

        THÔNG BÁO
        Kết luận của Thường trực Đảng ủy

        Thường trực Đảng ủy giao nhiệm vụ như sau:

        """;

    private static readonly Dictionary<string, string> Papers = new()
    {
        ["strangers"] = Head + """
            1. Công an phường báo cáo an ninh trường học trước ngày 10/12/2026.

            2. Các trường mầm non gửi thực đơn bán trú trước ngày 12/12/2026.
            """,
        ["nobody"] = Head + """
            1. Công an phường báo cáo an ninh trường học trước ngày 10/12/2026.
            """,
        ["late"] = Head.Replace("ngày 24", "ngày 10", StringComparison.Ordinal) + """
            1. Các trường mầm non gửi thực đơn bán trú trước ngày 20/11/2026.
            """,
        ["pair"] = Head + """
            1. THCS Hoa Sen nộp kế hoạch dạy học trước ngày 15/12/2026.

            2. MN Sao Mai nộp thực đơn bán trú trước ngày 10/12/2026.

            3. TH Cỏ May kiểm kê thiết bị trước ngày 25/12/2026.
            """,
        ["repeal"] = """
            ĐẢNG ỦY PHƯỜNG SÔNG MÂY

            Số 62-TB/ĐU

            Sông Mây, ngày 24 tháng 11 năm 2026

            THÔNG BÁO
            Về việc bãi bỏ văn bản

            Thông báo này bãi bỏ Thông báo số 99-TB/ĐU ngày 16/11/2026.
            """,
    };

    /// <summary>As <see cref="TalkScript"/> has them.</summary>
    public static TheoryData<string, string> Conversations => new()
    {
        {
            "some have no doer", """
            clerk> [strangers]
            Đã đọc Thông báo 61-TB/ĐU: 2 việc nháp, chưa giao ai. Cần bổ sung: 2.
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> giao đi
            Sắp giao 1 việc cho 1 đơn vị.
            Nháp chưa rõ đơn vị nào làm: 1 "Báo cáo an ninh trường học". Em để lại ở bản nháp.
            Chưa khớp danh bạ: "Công an phường".
            Nhắn, ví dụ: "việc 1 chủ trì ..." để giao luôn.
            Nhắn số: 1 Giao 1 việc · 2 Chưa giao
            clerk> 1
            Đã giao 1 việc, số 8 đến 8, cho 1 đơn vị.
            Còn để lại, chưa rõ đơn vị nào làm: nháp 1 "Báo cáo an ninh trường học".
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            leader> việc 8 giao cho ai
            Việc 8: Gửi thực đơn bán trú
            Chủ trì: Các trường mầm non.
            clerk> xem nháp còn lại
            Nháp 1/1: Báo cáo an ninh trường học
            Ai làm: Công an phường. Hạn thứ Năm 10/12/2026.
            Nhắn số: 1 Giao 1 việc · 2 Bỏ việc này
            clerk> chủ trì Phòng Văn hóa – Xã hội
            Nháp 1/1: Báo cáo an ninh trường học
            Ai làm: Phòng Văn hóa – Xã hội. Hạn thứ Năm 10/12/2026.
            Nhắn số: 1 Giao 1 việc · 2 Bỏ việc này
            clerk> giao đi
            Sắp giao 1 việc cho 1 đơn vị.
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 1
            Đã giao 1 việc, số 9 đến 9, cho 1 đơn vị.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            leader> việc 9 giao cho ai
            Việc 9: Báo cáo an ninh trường học
            Chủ trì: Phòng Văn hóa – Xã hội.
            clerk> [strangers]
            Thông báo 61-TB/ĐU đã nhập trước đây, đã giao; em không nhập lại.
            """
        },
        {
            "taken back after some were left", """
            clerk> [strangers]
            Đã đọc Thông báo 61-TB/ĐU: 2 việc nháp, chưa giao ai. Cần bổ sung: 2.
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> giao đi
            Sắp giao 1 việc cho 1 đơn vị.
            Nháp chưa rõ đơn vị nào làm: 1 "Báo cáo an ninh trường học". Em để lại ở bản nháp.
            Chưa khớp danh bạ: "Công an phường".
            Nhắn, ví dụ: "việc 1 chủ trì ..." để giao luôn.
            Nhắn số: 1 Giao 1 việc · 2 Chưa giao
            clerk> 1
            Đã giao 1 việc, số 8 đến 8, cho 1 đơn vị.
            Còn để lại, chưa rõ đơn vị nào làm: nháp 1 "Báo cáo an ninh trường học".
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            clerk> hoàn tác
            Đã hoàn tác: Thông báo 61-TB/ĐU trở lại bản nháp, 1 việc, chưa giao ai. Chưa đơn vị nào được báo.
            clerk> giao đi
            Sắp giao 1 việc cho 1 đơn vị.
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 1
            Đã giao 1 việc, số 8 đến 8, cho 1 đơn vị.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            """
        },
        {
            "a doer is named instead", """
            clerk> [strangers]
            Đã đọc Thông báo 61-TB/ĐU: 2 việc nháp, chưa giao ai. Cần bổ sung: 2.
            Nhắn số: 1 Xem từng nháp · 2 Giao 2 việc
            clerk> giao đi
            Sắp giao 1 việc cho 1 đơn vị.
            Nháp chưa rõ đơn vị nào làm: 1 "Báo cáo an ninh trường học". Em để lại ở bản nháp.
            Chưa khớp danh bạ: "Công an phường".
            Nhắn, ví dụ: "việc 1 chủ trì ..." để giao luôn.
            Nhắn số: 1 Giao 1 việc · 2 Chưa giao
            clerk> việc 1 chủ trì Phòng Văn hóa – Xã hội
            Nháp 1/2: Báo cáo an ninh trường học
            Ai làm: Phòng Văn hóa – Xã hội. Hạn thứ Năm 10/12/2026.
            Nhắn số: 1 Xem nháp sau · 2 Giao 2 việc · 3 Bỏ việc này
            clerk> giao đi
            Sắp giao 2 việc cho 2 đơn vị.
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 1
            Đã giao 2 việc, số 8 đến 9, cho 2 đơn vị.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            """
        },
        {
            "none has a doer", """
            clerk> [nobody]
            Đã đọc Thông báo 61-TB/ĐU: 1 việc nháp, chưa giao ai.
            Nhắn số: 1 Xem từng nháp · 2 Giao 1 việc
            clerk> giao đi
            Chưa tên nào khớp đơn vị trong danh bạ nên em chưa giao việc nào.
            Nháp chưa rõ đơn vị nào làm: 1 "Báo cáo an ninh trường học". Em để lại ở bản nháp.
            Chưa khớp danh bạ: "Công an phường".
            Nhắn, ví dụ: "việc 1 chủ trì ..." để giao luôn.
            """
        },
        {
            "repeals what is not here", """
            clerk> [repeal]
            Đã đọc Thông báo 62-TB/ĐU: không có việc mới.
            Văn bản này nhắc Thông báo 99-TB/ĐU (2026), em chưa có văn bản đó nên không thay việc nào.
            "Thông báo này bãi bỏ Thông báo số 99-TB/ĐU ngày 16/11/2026."
            Nhắn số: 1 Thực hiện
            clerk> 1
            Văn bản này nhắc Thông báo 99-TB/ĐU (2026), em chưa có văn bản đó nên không thay việc nào.
            "Thông báo này bãi bỏ Thông báo số 99-TB/ĐU ngày 16/11/2026."
            """
        },
        {
            "late already", """
            clerk> [late]
            Đã đọc Thông báo 61-TB/ĐU: 1 việc nháp, chưa giao ai. Cần bổ sung: 1.
            Nhắn số: 1 Xem từng nháp · 2 Giao 1 việc
            clerk> giao đi
            Sắp giao 1 việc cho 1 đơn vị.
            Nháp 1: hạn thứ Sáu 20/11/2026 đã qua, giao như vậy ạ?
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 2
            Dạ, em không ghi gì.
            clerk> việc 1 hạn 01/12/2020
            Hạn thứ Ba 01/12/2020 đã qua, chị xem lại giúp em.
            Nháp 1/1: Gửi thực đơn bán trú
            Ai làm: Các trường mầm non. Hạn thứ Ba 01/12/2020.
            Theo 5 rõ còn thiếu: rõ kết quả (nộp gì?).
            Nhắn số: 1 Giao 1 việc · 2 Bỏ việc này
            leader> giao THCS Hoa Sen nộp kế hoạch trước 01/12/2020
            Em giao việc này nhé?
            Việc mới: Nộp kế hoạch
            Ai làm: THCS Hoa Sen.
            Hạn thứ Ba 01/12/2020 đã qua, giao như vậy ạ?
            Nhắn số: 1 Giao việc · 2 Chưa giao
            """
        },
        {
            "merged and parted", """
            clerk> [pair]
            Đã đọc Thông báo 61-TB/ĐU: 3 việc nháp, chưa giao ai. Cần bổ sung: 2, 3.
            Nhắn số: 1 Xem từng nháp · 2 Giao 3 việc
            clerk> gộp 1 và 2
            Đã gộp nháp 2 vào nháp 1.
            Hai nháp khác hạn: em giữ hạn sớm hơn, thứ Năm 10/12/2026, thay cho thứ Ba 15/12/2026.
            Nháp 1/2: Nộp kế hoạch dạy học
            Ai làm: THCS Hoa Sen, MN Sao Mai. Hạn thứ Năm 10/12/2026.
            Theo 5 rõ còn thiếu: rõ trách nhiệm (ai chịu trách nhiệm?).
            Nhắn số: 1 Xem nháp sau · 2 Giao 2 việc · 3 Bỏ việc này
            clerk> tách 1
            Đã tách nháp 1 thành 2 việc.
            Nháp 1/3: Nộp kế hoạch dạy học
            Ai làm: THCS Hoa Sen. Hạn thứ Ba 15/12/2026.
            Nhắn số: 1 Xem nháp sau · 2 Giao 3 việc · 3 Bỏ việc này
            clerk> việc 4 hạn 11/12/2026
            Nháp 4 (3/3): Nộp thực đơn bán trú
            Ai làm: MN Sao Mai. Hạn thứ Sáu 11/12/2026.
            Theo 5 rõ còn thiếu: rõ kết quả (nộp gì?).
            Nhắn số: 1 Giao 3 việc · 2 Bỏ việc này
            """
        },
        {
            "put in words", """
            clerk> [pair]
            Đã đọc Thông báo 61-TB/ĐU: 3 việc nháp, chưa giao ai. Cần bổ sung: 2, 3.
            Nhắn số: 1 Xem từng nháp · 2 Giao 3 việc
            clerk> bỏ 1
            Đã bỏ nháp 1.
            Nháp 2 (1/2): Nộp thực đơn bán trú
            Ai làm: MN Sao Mai. Hạn thứ Năm 10/12/2026.
            Theo 5 rõ còn thiếu: rõ kết quả (nộp gì?).
            Nhắn số: 1 Xem nháp sau · 2 Giao 2 việc · 3 Bỏ việc này
            clerk> việc 3 chủ trì hoa sen và cỏ may
            Nháp 3 (2/2): Kiểm kê thiết bị
            Ai làm: hoa sen, cỏ may. Hạn thứ Sáu 25/12/2026.
            Theo 5 rõ còn thiếu: rõ kết quả (nộp gì?), rõ trách nhiệm (ai chịu trách nhiệm?).
            Nhắn số: 1 Giao 2 việc · 2 Bỏ việc này
            clerk> việc 3 phối hợp Phòng Văn hóa – Xã hội, MN Sao Mai
            Nháp 3 (2/2): Kiểm kê thiết bị
            Ai làm: hoa sen, cỏ may. Hạn thứ Sáu 25/12/2026.
            Phối hợp: Phòng Văn hóa – Xã hội, MN Sao Mai.
            Theo 5 rõ còn thiếu: rõ kết quả (nộp gì?), rõ trách nhiệm (ai chịu trách nhiệm?).
            Nhắn số: 1 Giao 2 việc · 2 Bỏ việc này
            clerk> việc 2 hạn 31/11
            Không có ngày 31/11, em giữ nguyên hạn. Chị nhắn lại ngày giúp em.
            clerk> thêm việc: các trường nộp danh sách trước 25/1
            Đã thêm nháp 4.
            Nháp 4 (3/3): Nộp danh sách
            Ai làm: các trường. Hạn thứ Hai 25/01/2027.
            Nhắn số: 1 Giao 3 việc · 2 Bỏ việc này
            """
        },
        {
            "withdrawn before anybody was told", """
            clerk> [pair]
            Đã đọc Thông báo 61-TB/ĐU: 3 việc nháp, chưa giao ai. Cần bổ sung: 2, 3.
            Nhắn số: 1 Xem từng nháp · 2 Giao 3 việc
            clerk> giao đi
            Sắp giao 3 việc cho 3 đơn vị.
            Nhắn số: 1 Giao ngay · 2 Chưa giao
            clerk> 1
            Đã giao 3 việc, số 8 đến 10, cho 3 đơn vị.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            +2
            clerk> thu hồi việc 8 vì giao nhầm
            Em thu hồi việc 8 "Nộp kế hoạch dạy học" của 1 đơn vị chưa xong nhé?
            Lý do: "giao nhầm"
            Nhắn số: 1 Thu hồi · 2 Không ghi
            clerk> 1
            Đã thu hồi việc 8 "Nộp kế hoạch dạy học" của 1 đơn vị. Chưa đơn vị nào được báo nên em không báo gì.
            +11
            notices
            Ngô Văn Ví Dụ: Việc mới: việc 9 "Nộp thực đơn bán trú", hạn thứ Năm 10/12/2026, theo Thông báo 61-TB/ĐU.
            Trần Văn Anh: New: task 10 "Kiểm kê thiết bị", due Friday 25 December 2026, by Thông báo 61-TB/ĐU.
            """
        },
        {
            "assigned to all schools by bare words", """
            leader> giao các trường nộp báo cáo thu chi trước 20/12
            Em giao việc này nhé?
            Việc mới: Nộp báo cáo thu chi
            Ai làm: các trường, 3 đơn vị.
            Hạn Chủ nhật 20/12/2026 (em hiểu là năm 2026).
            Nhắn số: 1 Giao việc · 2 Chưa giao
            leader> 1
            Đã giao việc 8 "Nộp báo cáo thu chi" cho 3 đơn vị.
            Em báo các đơn vị lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            leader> giao tất cả các trường nộp báo cáo sĩ số trước 20/12/2026
            Em giao việc này nhé?
            Việc mới: Nộp báo cáo sĩ số
            Ai làm: các trường, 3 đơn vị.
            Hạn Chủ nhật 20/12/2026.
            Nhắn số: 1 Giao việc · 2 Chưa giao
            leader> 2
            Dạ, em không ghi gì.
            """
        },
    };

    [ContractTheory]
    [MemberData(nameof(Conversations))]
    public async Task Conversation_about_doubtful_drafts_goes_as_a_person_would_wish(string what, string conversation)
    {
        Assert.NotEmpty(what);
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, conversation, Papers);
    }
}
