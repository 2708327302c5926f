using Directives.Bot.Tests.Hosting;

namespace Directives.Bot.Tests;

/// <summary>Talks in which a little more or less than a plain reading would change what is recorded.</summary>
public abstract class TalkTests : StoreTests
{
    [ContractFact]
    public async Task Approval_of_a_task_in_words_decides_no_other_request()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, """
            principal> việc 5 xin gia hạn đến 15/1/2027 vì chờ thẩm định
            Em gửi đề nghị gia hạn này nhé?
            Việc 5 "Kiểm kê tài sản công"
            Từ thứ Năm 31/12/2026 xin đến thứ Sáu 15/01/2027, thêm 15 ngày
            Lý do: "chờ thẩm định"
            Nhắn số: 1 Gửi đề nghị · 2 Không gửi
            principal> 1
            Đã gửi đề nghị. Hạn việc 5 "Kiểm kê tài sản công" vẫn là thứ Năm 31/12/2026 cho đến khi được duyệt.
            Em báo lãnh đạo lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            leader> duyệt gia hạn việc phòng cháy
            Không có đề nghị gia hạn nào như vậy, em chưa ghi gì. Đang chờ:
            THCS Hoa Sen, việc 5: xin đến thứ Sáu 15/01/2027, "chờ thẩm định"
            Nhắn, ví dụ: "duyệt THCS Hoa Sen", "không duyệt THCS Hoa Sen vì ...".
            leader> duyệt gia hạn việc 3
            Không có đề nghị gia hạn nào như vậy, em chưa ghi gì. Đang chờ:
            THCS Hoa Sen, việc 5: xin đến thứ Sáu 15/01/2027, "chờ thẩm định"
            Nhắn, ví dụ: "duyệt THCS Hoa Sen", "không duyệt THCS Hoa Sen vì ...".
            leader> duyệt gia hạn việc kiểm kê tài sản
            Đã duyệt: THCS Hoa Sen, việc 5 "Kiểm kê tài sản công" gia hạn đến thứ Sáu 15/01/2027.
            Em báo THCS Hoa Sen lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            """, new Dictionary<string, string>());
    }

    [ContractTheory]
    [InlineData("da nop bao cao thang 11 roi nhe")]
    [InlineData("da nop bao cao ban giam hieu roi")]
    public async Task Report_with_words_that_may_name_another_task_is_asked_about(string words)
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, "viec 3");

        Assert.StartsWith("Việc 3 \"Kiểm tra bếp ăn\" hoàn thành, đúng không ạ?", await bot.SayAsync(Organisation.Principal, words), StringComparison.Ordinal);
    }

    [ContractTheory]
    [InlineData("việc đó xong rồi nhé")]
    [InlineData("xong roi em")]
    [InlineData("đã kiểm tra xong rồi")]
    public async Task Report_of_the_task_just_shown_in_its_own_words_is_recorded(string words)
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, "viec 3");

        Assert.StartsWith("Đã ghi lúc 09:14: việc 3", await bot.SayAsync(Organisation.Principal, words), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Of_two_tasks_that_an_empty_list_names_the_person_says_which()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, """
            principal> hom nay co viec gi ko
            Hôm nay, thứ Tư 25/11/2026, không có việc nào đến hạn.
            Gần nhất: việc 2, thứ Năm 26/11/2026. Ngoài ra quá hạn: việc 1.
            principal> viec do xong roi
            Cô chọn việc nào ạ?
            Việc 2: Nộp danh sách học sinh giỏi, thứ Năm 26/11/2026
            Việc 1: Lập kế hoạch phòng cháy, thứ Sáu 20/11/2026
            Nhắn số việc: 2 hoặc 1
            """, new Dictionary<string, string>());
    }

    [ContractFact]
    public async Task Ordinal_beyond_what_was_shown_records_nothing()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Principal, "viec 3");

        Assert.Equal("Em vừa nêu việc 3, không có việc thứ 3; em chưa ghi gì.", await bot.SayAsync(Organisation.Principal, "cai thu ba xong roi"));
        Assert.Contains("chưa thực hiện", await bot.SayAsync(Organisation.Principal, "viec 3"), StringComparison.Ordinal);
    }

    private const string Request = """
        principal> việc 5 xin gia hạn đến 15/1/2027
        Em gửi đề nghị gia hạn này nhé?
        Việc 5 "Kiểm kê tài sản công"
        Từ thứ Năm 31/12/2026 xin đến thứ Sáu 15/01/2027, thêm 15 ngày
        Nhắn số: 1 Gửi đề nghị · 2 Không gửi
        """;

    [ContractTheory]
    [InlineData("có")]
    [InlineData("co")]
    [InlineData("dong y")]
    [InlineData("nhất trí ạ")]
    [InlineData("agree")]
    public async Task Yes_in_any_words_answers_the_open_question(string yes)
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, Request, new Dictionary<string, string>());

        Assert.StartsWith("Đã gửi đề nghị.", await bot.SayAsync(Organisation.Principal, yes), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Leaders_agreement_answers_the_question_put_to_the_leader()
    {
        await using var bot = await StartAsync();
        await bot.SayAsync(Organisation.Leader, "đôn đốc các trường chưa nộp việc 3");

        Assert.Equal("Em đang gửi cho 3 đơn vị.", await bot.SayAsync(Organisation.Leader, "đồng ý"));

        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await bot.SayAsync(Organisation.Leader, "đôn đốc các trường chưa nộp việc 3");
        Assert.Equal("3 đơn vị hôm nay đã được nhắc việc này, em không nhắc lại.", await bot.SayAsync(Organisation.Leader, "đồng ý"));
    }

    [ContractFact]
    public async Task Message_that_answers_nothing_leaves_the_question_open()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, Request + "\n" + """
            principal> thời tiết hôm nay thế nào
            Em chưa hiểu. Câu hỏi trên vẫn chờ cô trả lời.
            Nhắn số: 1 Gửi đề nghị · 2 Không gửi
            principal> 3
            Câu hỏi trên không có số 3 và vẫn chờ cô trả lời.
            Nhắn số: 1 Gửi đề nghị · 2 Không gửi
            principal> cảm ơn em
            Dạ, cần gì cô cứ nhắn em.
            Câu hỏi trên vẫn chờ cô trả lời.
            Nhắn số: 1 Gửi đề nghị · 2 Không gửi
            principal> vi chua co mau
            Em gửi đề nghị gia hạn này nhé?
            Việc 5 "Kiểm kê tài sản công"
            Từ thứ Năm 31/12/2026 xin đến thứ Sáu 15/01/2027, thêm 15 ngày
            Lý do: "chua co mau"
            Nhắn số: 1 Gửi đề nghị · 2 Không gửi
            principal> 1
            Đã gửi đề nghị. Hạn việc 5 "Kiểm kê tài sản công" vẫn là thứ Năm 31/12/2026 cho đến khi được duyệt.
            Em báo lãnh đạo lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            principal> đổi ý
            Đã hoàn tác nội dung vừa ghi cho việc 5 "Kiểm kê tài sản công". Chưa ai được báo.
            """, new Dictionary<string, string>());
    }

    [ContractTheory]
    [InlineData("thôi không xin nữa")]
    [InlineData("đổi ý")]
    [InlineData("không")]
    public async Task Question_is_declined_in_words(string words)
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, Request, new Dictionary<string, string>());

        Assert.Equal("Dạ, em không ghi gì.", await bot.SayAsync(Organisation.Principal, words));
        Assert.Contains("chưa có đề nghị gia hạn", await bot.SayAsync(Organisation.Principal, "việc 5 có được gia hạn chưa"), StringComparison.Ordinal);
    }

    [ContractFact]
    public async Task Question_which_task_is_declined_by_no_and_kept_by_a_wrong_number()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, """
            principal> bao cao kiem ke xong roi
            Có 2 việc khớp "kiem ke", cô chọn việc nào ạ?
            Việc 4: Kiểm kê thiết bị, thứ Ba 15/12/2026
            Việc 5: Kiểm kê tài sản công, thứ Năm 31/12/2026
            Nhắn số việc: 4 hoặc 5
            principal> 3
            Câu hỏi trên không có số 3 và vẫn chờ cô trả lời.
            Nhắn số việc: 4 hoặc 5
            principal> không
            Dạ, em không ghi gì.
            """, new Dictionary<string, string>());
    }

    [ContractFact]
    public async Task Correction_inside_a_message_does_not_undo_the_report_before_it()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, """
            principal> viec 2 xong
            Đã ghi lúc 09:14: việc 2 "Nộp danh sách học sinh giỏi" hoàn thành, trước hạn 1 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            principal> viec 3 dc 30% a nham 40%
            Đã ghi lúc 09:14: việc 3 "Kiểm tra bếp ăn" đang thực hiện 40% (trước là chưa thực hiện).
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            principal> viec 4 xong a nham viec 5
            Em chưa rõ cô sửa thành gì nên chưa ghi gì. Cô nhắn lại báo cáo đúng giúp em.
            principal> viec 3 xong chua
            Chưa ạ.
            Việc 3 "Kiểm tra bếp ăn" đang thực hiện 40%, cập nhật 09:14 thứ Tư 25/11/2026.
            """, new Dictionary<string, string>());
    }

    [ContractFact]
    public async Task Obstacle_of_a_task_that_is_done_opens_it_again_only_after_a_question()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, """
            principal> viec 5 xong
            Đã ghi lúc 09:14: việc 5 "Kiểm kê tài sản công" hoàn thành, trước hạn 36 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            principal> việc 5 vướng thiếu máy in nhãn
            Việc 5 "Kiểm kê tài sản công" đang ghi hoàn thành. Cô muốn mở lại và ghi khó khăn này ạ?
            Nhắn số: 1 Mở lại, ghi khó khăn · 2 Không ghi
            principal> 1
            Đã ghi khó khăn của việc 5 "Kiểm kê tài sản công": "thiếu máy in nhãn".
            Việc 5 trở lại đang thực hiện.
            Em báo lãnh đạo lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            """, new Dictionary<string, string>());
    }

    [ContractFact]
    public async Task Second_obstacle_keeps_the_first_and_a_leader_sees_both()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, """
            principal> việc 5 vướng kinh phí thuê thẩm định
            Đã ghi khó khăn của việc 5 "Kiểm kê tài sản công": "vướng kinh phí thuê thẩm định".
            Em báo lãnh đạo lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            principal> việc 5 thiếu máy in nhãn
            Đã ghi khó khăn của việc 5 "Kiểm kê tài sản công": "thiếu máy in nhãn".
            Khó khăn đã ghi trước vẫn giữ: "vướng kinh phí thuê thẩm định".
            Em báo lãnh đạo lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            leader> các vướng mắc chưa trả lời
            Có 1 đề nghị, khó khăn đang chờ.
            THCS Hoa Sen, việc 5: vướng "vướng kinh phí thuê thẩm định; 25/11: thiếu máy in nhãn"
            Nhắn, ví dụ: "trả lời THCS Hoa Sen việc 5: ...".
            """, new Dictionary<string, string>());
    }

    [ContractFact]
    public async Task Obstacle_is_answered_in_words_and_the_unit_told_when_it_can_no_longer_be_undone()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, """
            +1
            principal> việc 5 vướng kinh phí thuê thẩm định
            Đã ghi khó khăn của việc 5 "Kiểm kê tài sản công": "vướng kinh phí thuê thẩm định".
            Em báo lãnh đạo lúc 09:25; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            other> việc 3 vướng bếp hỏng
            Đã ghi khó khăn của việc 3 "Kiểm tra bếp ăn": "vướng bếp hỏng".
            Em báo lãnh đạo lúc 09:25; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            +1
            clerk> trả lời Hoa Sen: phường sẽ cấp 20 triệu
            Việc này chỉ lãnh đạo làm được.
            leader> trả lời việc 4 của Hoa Sen: phường sẽ cấp 20 triệu
            Không có khó khăn nào như vậy đang chờ trả lời, em chưa ghi gì.
            Việc 4 "Kiểm kê thiết bị" chưa thực hiện, chưa có báo cáo.
            leader> trả lời Hoa Sen việc 5:
            Cần ghi câu trả lời; em chưa ghi gì.
            THCS Hoa Sen, việc 5: vướng "vướng kinh phí thuê thẩm định"
            Nhắn, ví dụ: "trả lời THCS Hoa Sen việc 5: ...".
            leader> tra loi hoa sen: phường sẽ cấp 20 triệu
            Đã ghi trả lời cho THCS Hoa Sen, việc 5 "Kiểm kê tài sản công": "phường sẽ cấp 20 triệu".
            Em báo THCS Hoa Sen lúc 09:26; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            +1
            leader> hoàn tác
            Đã hoàn tác nội dung vừa ghi cho việc 5 "Kiểm kê tài sản công". Chưa ai được báo.
            +1
            leader> answer Hoa Sen task 5: phường sẽ cấp 15 triệu
            Đã ghi trả lời cho THCS Hoa Sen, việc 5 "Kiểm kê tài sản công": "phường sẽ cấp 15 triệu".
            Em báo THCS Hoa Sen lúc 09:28; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            leader> trả lời Hoa Sen việc 5: phường sẽ cấp 10 triệu
            Không có khó khăn nào như vậy đang chờ trả lời, em chưa ghi gì.
            Phan Văn Thử trả lời về việc 5 "Kiểm kê tài sản công": "phường sẽ cấp 15 triệu"
            leader> các vướng mắc chưa trả lời
            Có 1 đề nghị, khó khăn đang chờ.
            MN Sao Mai, việc 3: vướng "vướng bếp hỏng"
            Nhắn, ví dụ: "trả lời MN Sao Mai việc 3: ...".
            +10
            notices
            Phan Văn Thử: MN Sao Mai báo khó khăn của việc 3 "Kiểm tra bếp ăn": "vướng bếp hỏng".
            Nhắn, ví dụ: "trả lời MN Sao Mai việc 3: ...".
            Đinh Thị Mẫu: Phan Văn Thử trả lời về việc 5 "Kiểm kê tài sản công": "phường sẽ cấp 15 triệu"
            principal> lịch sử việc 5
            Quá trình của việc 5 "Kiểm kê tài sản công":
            09:14 thứ Tư 25/11/2026: được giao
            09:15 thứ Tư 25/11/2026: Đinh Thị Mẫu báo khó khăn
            09:16 thứ Tư 25/11/2026: Phan Văn Thử trả lời khó khăn: "phường sẽ cấp 20 triệu"
            09:17 thứ Tư 25/11/2026: hoàn tác, trở lại chưa thực hiện
            09:18 thứ Tư 25/11/2026: Phan Văn Thử trả lời khó khăn: "phường sẽ cấp 15 triệu"
            """, new Dictionary<string, string>());
    }

    [ContractFact]
    public async Task Answer_that_several_obstacles_fit_answers_none_of_them()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, """
            principal> việc 5 vướng kinh phí thuê thẩm định
            Đã ghi khó khăn của việc 5 "Kiểm kê tài sản công": "vướng kinh phí thuê thẩm định".
            Em báo lãnh đạo lúc 09:24; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            +1
            principal> việc 3 vướng bếp hỏng
            Đã ghi khó khăn của việc 3 "Kiểm tra bếp ăn": "vướng bếp hỏng".
            Em báo lãnh đạo lúc 09:25; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            leader> trả lời Hoa Sen: phường sẽ cấp 20 triệu
            2 khó khăn đang chờ trả lời, em chưa ghi gì:
            THCS Hoa Sen, việc 5: vướng "vướng kinh phí thuê thẩm định"
            THCS Hoa Sen, việc 3: vướng "vướng bếp hỏng"
            Nhắn, ví dụ: "trả lời THCS Hoa Sen việc 5: ...".
            leader> trả lời việc 3 rằng sửa trong tuần này
            Đã ghi trả lời cho THCS Hoa Sen, việc 3 "Kiểm tra bếp ăn": "sửa trong tuần này".
            Em báo THCS Hoa Sen lúc 09:25; đổi ý thì nhắn "hoàn tác" trước giờ đó.
            """, new Dictionary<string, string>());
    }

    [ContractFact]
    public async Task Task_wrongly_recorded_as_done_is_set_back_after_a_question()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, """
            principal> viec 3 xong
            Đã ghi lúc 09:14: việc 3 "Kiểm tra bếp ăn" hoàn thành, trước hạn 2 ngày.
            Nhầm thì nhắn "hoàn tác" trước 09:24.
            +20
            principal> viec 3 thuc ra chua xong
            Việc 3 "Kiểm tra bếp ăn" đang ghi hoàn thành. Cô muốn ghi lại là đang thực hiện ạ?
            Nhắn số: 1 Ghi đang làm · 2 Giữ nguyên
            principal> 2
            Dạ, em không ghi gì.
            principal> ghi lai 40% giup em
            Việc 3 "Kiểm tra bếp ăn" đang ghi hoàn thành. Cô muốn ghi lại là đang thực hiện 40% ạ?
            Nhắn số: 1 Ghi đang làm · 2 Giữ nguyên
            principal> 1
            Đã ghi lúc 09:34: việc 3 "Kiểm tra bếp ăn" đang thực hiện 40% (trước là hoàn thành).
            Nhầm thì nhắn "hoàn tác" trước 09:44.
            """, new Dictionary<string, string>());
    }

    [ContractFact]
    public async Task Principal_who_names_another_unit_is_told_whose_tasks_there_are()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, """
            principal> trường Sao Mai xong việc 3 rồi
            "trường Sao Mai" là đơn vị khác; cô chỉ báo được việc của THCS Hoa Sen. Em chưa ghi gì.
            principal> viec cua truong sao mai
            Cô chỉ xem được việc của THCS Hoa Sen.
            """, new Dictionary<string, string>());
    }

    [ContractFact]
    public async Task What_cannot_be_is_said_to_be_so()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, """
            leader> tong hop thang 13
            Không có tháng 13. Đồng chí nhắn lại tháng giúp em.
            principal> viec 7.5 xong
            Không có việc số 7.5, em chưa ghi gì. Cô nhắn lại số việc giúp em.
            principal> viec 3 xin gia hạn đến 31/2 vì chờ thẩm định
            Không có ngày 31/2, em chưa ghi gì. Cô nhắn lại ngày giúp em.
            principal> việc 3 xin gia hạn đến ngày 31 tháng 11
            Không có ngày 31 tháng 11, em chưa ghi gì. Cô nhắn lại ngày giúp em.
            principal> việc 3 xin gia hạn
            Việc 3 "Kiểm tra bếp ăn" hạn thứ Sáu 27/11/2026, cô xin đến ngày nào ạ? Nhắn, ví dụ: "việc 3 xin gia hạn đến 15/1 vì ...".
            principal> đến 31/11
            Không có ngày 31/11, em chưa ghi gì. Cô nhắn lại ngày giúp em.
            """, new Dictionary<string, string>());
    }

    [ContractFact]
    public async Task Question_asked_while_a_reason_is_awaited_is_answered()
    {
        await using var bot = await StartAsync();
        await TalkScript.AssertAsync(bot, Request, new Dictionary<string, string>());
        await bot.SayAsync(Organisation.Principal, "1");
        Assert.Equal("Lý do không duyệt là gì ạ?", await bot.SayAsync(Organisation.Leader, "không duyệt Hoa Sen"));

        Assert.StartsWith("Có 1 việc quá hạn.", await bot.SayAsync(Organisation.Leader, "viec nao qua han"), StringComparison.Ordinal);
    }
}
