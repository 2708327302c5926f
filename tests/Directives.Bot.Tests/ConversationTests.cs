using Directives.Bot.Tests.Hosting;

namespace Directives.Bot.Tests;

/// <summary>Conversations through the whole program, as people type them.</summary>
public abstract class ConversationTests : StoreTests
{
    /// <summary>A conversation: "&gt; " is said by the person, the lines after it are the answer.</summary>
    public static TheoryData<string, string, string> Conversations => new()
    {
        {
            "due this week", Organisation.Principal, """
            > tuan nay truong em co viec gi den han
            Tuần này THCS Hoa Sen có 2 việc đến hạn.
            Thứ Năm 26/11/2026, ngày mai
            việc 2: Nộp danh sách học sinh giỏi, chưa thực hiện
            Thứ Sáu 27/11/2026, còn 2 ngày
            việc 3: Kiểm tra bếp ăn, chưa thực hiện
            Ngoài ra quá hạn: việc 1.
            """
        },
        {
            "overdue", Organisation.Principal, """
            > việc nào quá hạn r
            THCS Hoa Sen có 1 việc quá hạn.
            việc 1: Lập kế hoạch phòng cháy, chưa thực hiện
            Hạn thứ Sáu 20/11/2026, quá hạn 5 ngày.
            Nhắn số: 1 Báo hoàn thành
            > 1
            Đã ghi lúc 09:14: việc 1 "Lập kế hoạch phòng cháy" hoàn thành, quá hạn 5 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            > việc nào quá hạn
            THCS Hoa Sen không có việc nào quá hạn.
            """
        },
        {
            "nothing due today", Organisation.Principal, """
            > hom nay co viec gi ko
            Hôm nay, thứ Tư 25/11/2026, không có việc nào đến hạn.
            Gần nhất: việc 2, thứ Năm 26/11/2026. Ngoài ra quá hạn: việc 1.
            """
        },
        {
            "the week's list at a time of one's own, and undo", Organisation.Principal, """
            > gửi việc tuần cho tôi 7h sáng thứ hai
            Đã đặt: bản tin 07:00 thứ Hai hằng tuần, lần tới thứ Hai 30/11/2026.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            > hoàn tác
            Đã hoàn tác, cài đặt như trước.
            > 22h mỗi ngày gửi cho tôi danh sách việc
            Đã đặt: bản tin 07:00 hằng ngày, lần tới thứ Năm 26/11/2026.
            Em không nhắn từ 20:00 đến 07:00 nên để 07:00.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            > tắt bản tin
            Em không gửi bản tin nữa; nhắc việc vẫn gửi. Muốn nhận lại thì nhắn "bật bản tin".
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            """
        },
        {
            "no reminders for a while", Organisation.Principal, """
            > tat thong bao den thu hai
            Em ngừng nhắc đến 07:00 thứ Hai 30/11/2026; trả lời đề nghị vẫn gửi.
            Trong lúc đó đến hạn: việc 2, việc 3.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            > tắt nhắc 2 ngày
            Em ngừng nhắc đến 07:00 thứ Sáu 27/11/2026; trả lời đề nghị vẫn gửi.
            Trong lúc đó đến hạn: việc 2.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            > bật nhắc lại
            Em nhắc lại như thường.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            > tắt nhắc
            Em ngừng nhắc; trả lời đề nghị vẫn gửi. Muốn nhắc lại thì nhắn "bật nhắc lại".
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            """
        },
        {
            "a reminder of one's own", Organisation.Principal, """
            > nhắc tôi việc 5 lúc 8h sáng thứ hai
            Em nhắc cô việc 5 "Kiểm kê tài sản công" lúc 08:00 thứ Hai 30/11/2026.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            > hoàn tác
            Đã hoàn tác, em không nhắc nữa.
            > nhắc tôi việc 5 lúc 8h sáng nay
            08:00 thứ Tư 25/11/2026 đã qua, em chưa đặt. Cô nhắn lại giờ giúp em.
            > nhắc tôi việc 2
            Em nhắc cô việc 2 lúc 08:00 thứ Năm 26/11/2026 nhé?
            Nhắn số: 1 Nhắc tôi · 2 Không cần
            > không cần
            Dạ, em không ghi gì.
            > mai mới xong việc 3
            Em không ghi hoàn thành. Em nhắc cô việc 3 lúc 16:00 thứ Năm 26/11/2026 nhé?
            Nhắn số: 1 Nhắc tôi · 2 Không cần
            > 1
            Em nhắc cô việc 3 "Kiểm tra bếp ăn" lúc 16:00 thứ Năm 26/11/2026.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            """
        },
        {
            "who was not reached", Organisation.Clerk, """
            > ai chưa nhận được thông báo?
            Không có ai chưa nhận được thông báo.
            > nhắn tôi qua Zalo nhé
            Em chưa biết tài khoản Zalo của chị, nên chưa đổi gì.
            """
        },
        {
            "what day a day is, and why", Organisation.Principal, """
            > vì sao 28/8?
            Thứ Sáu 28/08/2026 là ngày làm việc.
            Đợt nghỉ từ thứ Bảy 29/08/2026 đến hết thứ Tư 02/09/2026.
            Thứ Hai 31/08/2026 là ngày nghỉ, làm bù thứ Bảy 22/08/2026: nghỉ hoán đổi dịp Quốc khánh. Căn cứ: Thông báo 9441/TB-BNV.
            > 8/2/2027 co nghi ko
            Thứ Hai 08/02/2027 là ngày nghỉ: Tết Nguyên đán. Căn cứ: Bộ luật Lao động, Điều 112.
            Đợt nghỉ từ thứ Sáu 05/02/2027 đến hết thứ Năm 11/02/2027.
            Nhắc trước hạn rơi vào đợt nghỉ thì em nhắc thứ Năm 04/02/2027; nhắc sau hạn thì thứ Sáu 12/02/2027.
            Lịch nghỉ năm 2027 chưa có thông báo trong lịch của em; ngày lễ em tính theo Bộ luật Lao động, chưa kể ngày hoán đổi.
            > mai có nghỉ không em
            Thứ Năm 26/11/2026 là ngày làm việc.
            """
        },
        {
            "detail, and a report of the task just shown", Organisation.Principal, """
            > nhiệm vụ bếp ăn là gì, hạn bao giờ
            Việc 3 "Kiểm tra bếp ăn": hạn thứ Sáu 27/11/2026, còn 2 ngày.
            > việc đó xong rồi nhé
            Đã ghi lúc 09:14: việc 3 "Kiểm tra bếp ăn" hoàn thành, trước hạn 2 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            """
        },
        {
            "done and undone", Organisation.Principal, """
            > việc 2 được 80%
            Đã ghi lúc 09:14: việc 2 "Nộp danh sách học sinh giỏi" đang thực hiện 80% (trước là chưa thực hiện).
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            > bc việc 2 đã nộp danh sách hsg rồi
            Đã ghi lúc 09:14: việc 2 "Nộp danh sách học sinh giỏi" hoàn thành, trước hạn 1 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            > nham roi hoan tac
            Đã hoàn tác: việc 2 "Nộp danh sách học sinh giỏi" trở lại đang thực hiện 80%. Chưa ai được báo.
            """
        },
        {
            "several at once are asked about", Organisation.Principal, """
            > việc 2, 3 xong rồi
            Em hiểu như sau, đúng không ạ?
            Việc 2 "Nộp danh sách học sinh giỏi": hoàn thành
            Việc 3 "Kiểm tra bếp ăn": hoàn thành
            Nhắn số: 1 Ghi các việc này · 2 Không ghi
            > 1
            Đã ghi lúc 09:14: việc 2 "Nộp danh sách học sinh giỏi" hoàn thành, trước hạn 1 ngày.
            Đã ghi lúc 09:14: việc 3 "Kiểm tra bếp ăn" hoàn thành, trước hạn 2 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            > hoàn tác
            Đã hoàn tác: việc 2 "Nộp danh sách học sinh giỏi" trở lại chưa thực hiện. Chưa ai được báo.
            Đã hoàn tác: việc 3 "Kiểm tra bếp ăn" trở lại chưa thực hiện. Chưa ai được báo.
            """
        },
        {
            "two tasks match the words", Organisation.Principal, """
            > bao cao kiem ke xong roi
            Có 2 việc khớp "kiem ke", cô chọn việc nào ạ?
            Việc 4: Kiểm kê thiết bị, thứ Ba 15/12/2026
            Việc 5: Kiểm kê tài sản công, thứ Năm 31/12/2026
            Nhắn số việc: 4 hoặc 5
            > 5
            Đã ghi lúc 09:14: việc 5 "Kiểm kê tài sản công" hoàn thành, trước hạn 36 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            """
        },
        {
            "a denial and a question record nothing", Organisation.Principal, """
            > việc 3 chưa xong đâu
            Em không ghi hoàn thành. Việc 3 "Kiểm tra bếp ăn" chưa thực hiện, hạn thứ Sáu 27/11/2026, còn 2 ngày.
            > viec 3 xong chua e
            Chưa ạ.
            Việc 3 "Kiểm tra bếp ăn" chưa thực hiện, chưa có báo cáo.
            """
        },
        {
            "a task of another unit, and one that is not there", Organisation.Principal, """
            > việc 6 xong rồi
            THCS Hoa Sen không được giao việc 6 nên em chưa ghi gì.
            > việc 99 hạn bao giờ
            THCS Hoa Sen không có việc 99.
            """
        },
        {
            "said twice", Organisation.Principal, """
            > việc 3 xong rồi
            Đã ghi lúc 09:14: việc 3 "Kiểm tra bếp ăn" hoàn thành, trước hạn 2 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            > việc 3 xong rồi
            Việc 3 "Kiểm tra bếp ăn" đã ghi hoàn thành lúc 09:14 thứ Tư 25/11/2026, em giữ nguyên.
            """
        },
        {
            "a coordinating office sees its part", Organisation.OfficeHead, """
            > con viec gi
            Phòng Văn hóa – Xã hội còn 2 việc chưa xong.
            Thứ Sáu 27/11/2026, còn 2 ngày
            việc 3 (phối hợp): Kiểm tra bếp ăn, chưa thực hiện
            Thứ Năm 31/12/2026, còn 36 ngày
            việc 6: Rà soát vị trí việc làm, chưa thực hiện
            """
        },
        {
            "a principal asks about another school", Organisation.Principal, """
            > MN Sao Mai có việc gì quá hạn
            Cô chỉ xem được việc của THCS Hoa Sen.
            """
        },
        {
            "a leader's summary and who has not reported", Organisation.Leader, """
            > tổng hợp
            Tháng 11/2026, đến 09:14 thứ Tư 25/11/2026: 3 đơn vị, 7 việc.
            Hoàn thành đúng hạn: 0/7 (0%)
            Hoàn thành quá hạn: 0/7 (0%)
            Chưa hoàn thành, trong hạn: 4/7 (57%)
            Chưa hoàn thành, quá hạn: 3/7 (43%)
            Đúng hạn 0/3 việc đến hạn (0%).
            Ngoài ra 3 việc không thời hạn.
            Nhắn số: 1 Xem quá hạn
            > 1
            Có 1 việc quá hạn.
            việc 1: Lập kế hoạch phòng cháy, xong 0/3 đơn vị
            Hạn thứ Sáu 20/11/2026, quá hạn 5 ngày.
            > trường nào chưa báo cáo việc 1
            Việc 1 "Lập kế hoạch phòng cháy": 3/3 đơn vị chưa xong, hạn thứ Sáu 20/11/2026, quá hạn 5 ngày.
            Chưa thực hiện: MN Sao Mai, TH Cỏ May, THCS Hoa Sen
            """
        },
        {
            "asking on", Organisation.Principal, """
            > hôm nay có việc gì đến hạn không
            Hôm nay, thứ Tư 25/11/2026, không có việc nào đến hạn.
            Gần nhất: việc 2, thứ Năm 26/11/2026. Ngoài ra quá hạn: việc 1.
            > thế còn ngày mai?
            Ngày mai, thứ Năm 26/11/2026, THCS Hoa Sen có 1 việc đến hạn.
            Thứ Năm 26/11/2026, ngày mai
            việc 2: Nộp danh sách học sinh giỏi, chưa thực hiện
            Ngoài ra quá hạn: việc 1.
            > căn cứ đâu?
            Việc 2: Nộp danh sách học sinh giỏi
            Thông báo 45-TB/ĐU, thứ Hai 16/11/2026: "Nộp danh sách học sinh giỏi"
            > tuần này có việc gì đến hạn
            Tuần này THCS Hoa Sen có 2 việc đến hạn.
            Thứ Năm 26/11/2026, ngày mai
            việc 2: Nộp danh sách học sinh giỏi, chưa thực hiện
            Thứ Sáu 27/11/2026, còn 2 ngày
            việc 3: Kiểm tra bếp ăn, chưa thực hiện
            Ngoài ra quá hạn: việc 1.
            > cái thứ hai xong rồi
            Đã ghi lúc 09:14: việc 3 "Kiểm tra bếp ăn" hoàn thành, trước hạn 2 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            """
        },
        {
            "a leader asks on about a school", Organisation.Leader, """
            > việc nào quá hạn
            Có 1 việc quá hạn.
            việc 1: Lập kế hoạch phòng cháy, xong 0/3 đơn vị
            Hạn thứ Sáu 20/11/2026, quá hạn 5 ngày.
            > thế còn trường Hoa Sen?
            THCS Hoa Sen có 1 việc quá hạn.
            việc 1: Lập kế hoạch phòng cháy, chưa thực hiện
            Hạn thứ Sáu 20/11/2026, quá hạn 5 ngày.
            """
        },
        {
            "more time is asked for, after a look at both dates", Organisation.Principal, """
            > viec 5 xin gia han den 15/1 vi cho tham dinh gia
            Em gửi đề nghị gia hạn này nhé?
            Việc 5 "Kiểm kê tài sản công"
            Từ thứ Năm 31/12/2026 xin đến thứ Sáu 15/01/2027, thêm 15 ngày (em hiểu là năm 2027)
            Lý do: "cho tham dinh gia"
            Nhắn số: 1 Gửi đề nghị · 2 Không gửi
            > 1
            Đã gửi đề nghị. Hạn việc 5 "Kiểm kê tài sản công" vẫn là thứ Năm 31/12/2026 cho đến khi được duyệt.
            Em báo lãnh đạo lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            > hoàn tác
            Đã hoàn tác nội dung vừa ghi cho việc 5 "Kiểm kê tài sản công". Chưa ai được báo.
            """
        },
        {
            "an obstacle with a proposal", Organisation.Principal, """
            > việc 5 vướng kinh phí thuê thẩm định, đề nghị phường cấp 20 triệu
            Đã ghi khó khăn của việc 5 "Kiểm kê tài sản công": "vướng kinh phí thuê thẩm định".
            Đề nghị: "phường cấp 20 triệu".
            Em báo lãnh đạo lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            """
        },
        {
            "progress without a task is asked for step by step", Organisation.Principal, """
            > Báo tiến độ
            Cô chọn việc nào ạ?
            Việc 1: Lập kế hoạch phòng cháy, thứ Sáu 20/11/2026
            Việc 2: Nộp danh sách học sinh giỏi, thứ Năm 26/11/2026
            Việc 3: Kiểm tra bếp ăn, thứ Sáu 27/11/2026
            Việc 4: Kiểm kê thiết bị, thứ Ba 15/12/2026
            Việc 5: Kiểm kê tài sản công, thứ Năm 31/12/2026
            Nhắn số việc: 1, 2, 3, 4 hoặc 5
            > 3
            Việc 3 "Kiểm tra bếp ăn" đang ghi chưa thực hiện. Cô báo thế nào ạ?
            Nhắn số: 1 Báo hoàn thành · 2 Đang làm 25% · 3 Đang làm 50% · 4 Đang làm 75%
            > 3
            Đã ghi lúc 09:14: việc 3 "Kiểm tra bếp ăn" đang thực hiện 50% (trước là chưa thực hiện).
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            """
        },
        {
            "hearsay and a homograph are asked about", Organisation.Principal, """
            > chị Lan bảo việc 3 xong rồi
            Cô xác nhận việc 3 "Kiểm tra bếp ăn" hoàn thành ạ?
            Nhắn số: 1 Ghi hoàn thành · 2 Không ghi
            > ko
            Dạ, em không ghi gì.
            """
        },
        {
            "a leader reminds those who have not reported, after a look", Organisation.Leader, """
            > đôn đốc các trường chưa nộp việc 3
            Em sẽ nhắn 3 đơn vị: MN Sao Mai, TH Cỏ May, THCS Hoa Sen.
            "Phan Văn Thử nhắc việc 3 "Kiểm tra bếp ăn", hạn thứ Sáu 27/11/2026. Nhờ đơn vị báo tiến độ hoặc khó khăn."
            Nhắn số: 1 Gửi 3 đơn vị · 2 Không gửi
            > 1
            Em đang gửi cho 3 đơn vị.
            """
        },
        {
            "a question about something else is not answered about the task just shown", Organisation.Principal, """
            > việc 3
            Việc 3: Kiểm tra bếp ăn
            Hạn thứ Sáu 27/11/2026, còn 2 ngày; chưa thực hiện.
            Thông báo 45-TB/ĐU, thứ Hai 16/11/2026: "Kiểm tra bếp ăn"
            Nhắn số: 1 Báo hoàn thành · 2 Xin gia hạn
            > thời tiết hôm nay thế nào
            Em chưa hiểu. Cô muốn làm gì ạ?
            Nhắn số: 1 Xem việc đến hạn · 2 Báo tiến độ · 3 Xin gia hạn · 4 Báo khó khăn
            """
        },
        {
            "what an extension lacks is asked for and completed", Organisation.Principal, """
            > việc 5 xin gia hạn
            Việc 5 "Kiểm kê tài sản công" hạn thứ Năm 31/12/2026, cô xin đến ngày nào ạ? Nhắn, ví dụ: "việc 5 xin gia hạn đến 15/1 vì ...".
            > đến 15/1/2027 vì thiếu người
            Em gửi đề nghị gia hạn này nhé?
            Việc 5 "Kiểm kê tài sản công"
            Từ thứ Năm 31/12/2026 xin đến thứ Sáu 15/01/2027, thêm 15 ngày
            Lý do: "thiếu người"
            Nhắn số: 1 Gửi đề nghị · 2 Không gửi
            > 1
            Đã gửi đề nghị. Hạn việc 5 "Kiểm kê tài sản công" vẫn là thứ Năm 31/12/2026 cho đến khi được duyệt.
            Em báo lãnh đạo lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            > việc 5 có được gia hạn chưa
            Đề nghị gia hạn việc 5 "Kiểm kê tài sản công" đến thứ Sáu 15/01/2027 đang chờ duyệt.
            """
        },
        {
            "what an obstacle lacks is asked for and completed", Organisation.Principal, """
            > việc 5 vướng
            Việc 5 "Kiểm kê tài sản công" vướng gì ạ? Nhắn, ví dụ: "việc 5 vướng kinh phí, đề nghị phường cấp bổ sung".
            > thiếu máy in nhãn
            Đã ghi khó khăn của việc 5 "Kiểm kê tài sản công": "thiếu máy in nhãn".
            Em báo lãnh đạo lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            """
        },
        {
            "a number alone after a list shows that task", Organisation.Principal, """
            > tuần này có việc gì đến hạn
            Tuần này THCS Hoa Sen có 2 việc đến hạn.
            Thứ Năm 26/11/2026, ngày mai
            việc 2: Nộp danh sách học sinh giỏi, chưa thực hiện
            Thứ Sáu 27/11/2026, còn 2 ngày
            việc 3: Kiểm tra bếp ăn, chưa thực hiện
            Ngoài ra quá hạn: việc 1.
            > 3
            Việc 3: Kiểm tra bếp ăn
            Hạn thứ Sáu 27/11/2026, còn 2 ngày; chưa thực hiện.
            Thông báo 45-TB/ĐU, thứ Hai 16/11/2026: "Kiểm tra bếp ăn"
            Nhắn số: 1 Báo hoàn thành · 2 Xin gia hạn
            """
        },
        {
            "English", Organisation.EnglishPrincipal, """
            > what's due this week
            This week, due for TH Cỏ May: 1.
            Friday 27 November 2026, in 2 days
            task 3: Kiểm tra bếp ăn, not started
            Also overdue: task 1.
            > task 3 is done
            Recorded 09:14: task 3 "Kiểm tra bếp ăn" done, 2 days early.
            Wrong? Reply "undo" before 09:24.
            > undo
            Undone: task 3 "Kiểm tra bếp ăn" is not started again. Nobody was told.
            """
        },
    };

    [ContractTheory]
    [MemberData(nameof(Conversations))]
    public async Task Conversation_goes_as_a_person_would_wish(string what, string person, string conversation)
    {
        Assert.NotEmpty(what);
        await using var bot = await StartAsync();
        var expected = conversation.ReplaceLineEndings("\n").Trim();

        var actual = new List<string>();
        foreach (var said in expected.Split('\n').Where(line => line.StartsWith("> ", StringComparison.Ordinal)))
        {
            actual.Add(said);
            actual.Add(await bot.SayAsync(person, said[2..]));
        }

        Assert.Equal(expected, string.Join('\n', actual));
    }
}
