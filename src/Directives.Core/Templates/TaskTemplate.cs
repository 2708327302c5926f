using Directives.Language.Prose;

namespace Directives.Core;

/// <summary>
/// The sheet of a directive's tasks as a clerk gets it: to look through in a spreadsheet, to correct, to fill in, and to send back. What
/// <see cref="TaskSheet"/> reads out of it is what was written.
/// </summary>
internal static class TaskTemplate
{
    private const int BlankRows = 20;

    // Where the two pairs of label and value of a line stand.
    private const int Left = 1;
    private const int LeftValue = 2;
    private const int Right = 6;
    private const int RightValue = 8;

    public static IReadOnlyList<SheetPage> Of(Directive? directive, IReadOnlyList<DirectiveTask> tasks, Roster roster, DateOnly today) =>
    [
        new SheetPage
        {
            Name = TaskColumns.SheetName,
            Above = Above(directive),
            Columns = Columns(roster, today),
            Rows = [.. tasks.Select(Row)],
            BlankRows = BlankRows,
        },
        Guide,
    ];

    /// <summary>The directive's words that a task comes from; null for one that no document gave.</summary>
    public static string? QuoteOf(DirectiveTask task) => task.Quote ?? (task.Draft.Source.To > task.Draft.Source.From ? task.Draft.Text : null);

    /// <summary>Whether a directive is known again by its number and year; otherwise the sheet says which draft it is.</summary>
    public static bool IsKnownByNumber(DirectiveHead head) => head is { Number: not null, Issued: not null };

    private static IReadOnlyList<SheetLine> Above(Directive? directive)
    {
        var head = directive?.Head ?? new DirectiveHead();
        return
        [
            new SheetLine(new SheetPlace(0, 15, new SheetCell.Words("BẢNG NHIỆM VỤ THEO VĂN BẢN CHỈ ĐẠO"), SheetStyle.Title)),
            Pair(HeadField.Kind, new SheetCell.Words(head.Kind), HeadField.Issued, SheetCell.Of(head.Issued)),
            Pair(HeadField.Number, new SheetCell.Words(head.Number), HeadField.Signer, new SheetCell.Words(head.Signer)),
            Pair(HeadField.Issuer, new SheetCell.Words(head.Issuer), HeadField.Recipients, new SheetCell.Words(TaskCells.Write(head.Recipients))),
            directive is not null && !IsKnownByNumber(head)
                ? Pair(HeadField.Title, new SheetCell.Words(head.Title), HeadField.Draft, new SheetCell.Words(directive.Id))
                : new SheetLine(
                    new SheetPlace(Left, 1, new SheetCell.Words(TaskColumns.Label(HeadField.Title)), SheetStyle.Label),
                    new SheetPlace(LeftValue, 13, new SheetCell.Words(head.Title))),
        ];
    }

    private static SheetLine Pair(HeadField left, SheetCell leftValue, HeadField right, SheetCell rightValue) => new(
        new SheetPlace(Left, 1, new SheetCell.Words(TaskColumns.Label(left)), SheetStyle.Label),
        new SheetPlace(LeftValue, 4, leftValue),
        new SheetPlace(Right, 2, new SheetCell.Words(TaskColumns.Label(right)), SheetStyle.Label),
        new SheetPlace(RightValue, 7, rightValue));

    private static IReadOnlyList<SheetColumn> Columns(Roster roster, DateOnly today)
    {
        string[] units =
        [
            .. roster.Groups.Select(group => group.Name),
            .. roster.Units.Where(unit => unit.IsValidOn(today)).Select(unit => unit.Name),
        ];
        const string Several = "Chọn trong danh sách hoặc tự ghi; nhiều nơi thì cách nhau bằng dấu chấm phẩy.";
        return
        [
            Column(TaskColumn.Number, 6.5, SheetFormat.Number) with { Hint = "Giữ nguyên số để sửa việc đó; việc thêm mới thì để trống." },
            Column(TaskColumn.Text, 40),
            Column(TaskColumn.Directing, 14, SheetFormat.Literal) with { Choices = units },
            Column(TaskColumn.Lead, 17, SheetFormat.Literal) with { Choices = units, Hint = Several },
            Column(TaskColumn.Coordinating, 18, SheetFormat.Literal) with { Choices = units, Hint = Several },
            Column(TaskColumn.Audience, 15, SheetFormat.Literal) with { Choices = units, Hint = "Nhóm mà đơn vị nào cũng phải làm, như: các trường." },
            Column(TaskColumn.ReportTo, 14, SheetFormat.Literal) with { Choices = units },
            Column(TaskColumn.Kind, 13, SheetFormat.Literal) with { Choices = TaskCells.Kinds, OnlyChoices = true },
            Column(TaskColumn.Deadline, 11, SheetFormat.Day) with { Hint = "Ngày/tháng/năm, như 31/12/2026." },
            Column(TaskColumn.Time, 6.5, SheetFormat.Time),
            Column(TaskColumn.Start, 11, SheetFormat.Day),
            Column(TaskColumn.Recurrence, 14, SheetFormat.Literal) with { Hint = "Như: hằng tháng; ngày 25 hằng tháng; 3 tháng một lần." },
            Column(TaskColumn.Targets, 16) with { Hint = "Mỗi dòng một chỉ tiêu, như: trường đạt chuẩn: 12/15" },
            Column(TaskColumn.Section, 14),
            Column(TaskColumn.Quote, 32),
        ];
    }

    private static SheetColumn Column(TaskColumn column, double width, SheetFormat format = SheetFormat.Words) => new(TaskColumns.Heading(column), width, format);

    private static IReadOnlyList<SheetCell> Row(DirectiveTask task)
    {
        var draft = task.Draft;
        return
        [
            new SheetCell.Number(task.Number),
            new SheetCell.Words(draft.Text),
            new SheetCell.Words(TaskCells.Write(draft.Directing)),
            new SheetCell.Words(TaskCells.Write(draft.Lead)),
            new SheetCell.Words(TaskCells.Write(draft.Coordinating)),
            new SheetCell.Words(TaskCells.Write(draft.Audience)),
            new SheetCell.Words(TaskCells.Write(draft.ReportTo)),
            new SheetCell.Words(TaskCells.Write(draft.Kind)),
            SheetCell.Of(draft.Deadline),
            SheetCell.Of(draft.Time),
            SheetCell.Of(draft.Start),
            new SheetCell.Words(draft.Recurrence is { } rule ? RecurrenceText.Written(rule) : null),
            new SheetCell.Words(TaskCells.Write(draft.Targets)),
            new SheetCell.Words(draft.Section),
            new SheetCell.Words(QuoteOf(task)),
        ];
    }

    private static SheetPage Guide { get; } = new()
    {
        Name = "Hướng dẫn",
        HasHeader = false,
        IsLandscape = false,
        Columns = [new SheetColumn("", 24), new SheetColumn("", 72)],
        Above =
        [
            new SheetLine(new SheetPlace(0, 2, new SheetCell.Words("CÁCH ĐIỀN BẢNG NHIỆM VỤ"), SheetStyle.Title)),
            Explain("Trang Nhiệm vụ", "Mỗi dòng một việc. Không đổi tên các cột; có thể xóa cột không dùng, thêm cột ghi chú. Điền xong thì lưu và gửi tệp cho trợ lý, hoặc chạy lệnh import."),
            Explain("Phần đầu", "Loại, số, cơ quan ban hành và năm cho biết là văn bản nào: giữ nguyên để cập nhật dự thảo đã có, điền mới để lập dự thảo mới. Văn bản không có số hoặc ngày thì giữ Mã dự thảo."),
            Explain("Số việc", "Giữ nguyên số để sửa việc đó. Dòng không có số là việc thêm. Việc có trong dự thảo mà không còn trong bảng sẽ bị bỏ."),
            Explain("Nội dung nhiệm vụ", "Bắt buộc. Việc gì, kết quả là gì."),
            Explain("Cơ quan chỉ đạo, Chủ trì, Phối hợp, Báo cáo về", "Ghi tên đơn vị như trong danh bạ. Nhiều đơn vị thì cách nhau bằng dấu chấm phẩy: Phòng Nội vụ; Phòng Tài chính."),
            Explain("Đối tượng", "Nhóm mà đơn vị nào trong đó cũng phải làm: các trường mầm non."),
            Explain("Loại", "Có thời hạn, Định kỳ, Thường xuyên hoặc Chỉ tiêu. Để trống thì suy ra từ các cột khác."),
            Explain("Thời hạn, Giờ, Bắt đầu", "Ngày đủ ngày/tháng/năm: 31/12/2026. Giờ: 16:00 hoặc 16h30."),
            Explain("Định kỳ", "Như: hằng tháng; ngày 25 hằng tháng; 3 tháng một lần; thứ Hai hằng tuần; ngày 15 tháng 6 hằng năm. Cũng nhận quy tắc RRULE: FREQ=MONTHLY;BYMONTHDAY=25."),
            Explain("Chỉ tiêu", "Mỗi dòng trong ô một chỉ tiêu (Alt+Enter để xuống dòng). Như: trường đạt chuẩn: 12/15; trẻ 5 tuổi ra lớp: 98,5"),
            Explain("Mục, Căn cứ (câu gốc)", "Đề mục và nguyên văn câu trong văn bản mà việc này dựa vào."),
            Explain("Khi có lỗi", "Trợ lý nói rõ trang, dòng, cột nào sai và chưa lưu gì; sửa rồi gửi lại cả tệp. Văn bản đã giao thì không sửa bằng tệp này."),
        ],
    };

    private static SheetLine Explain(string what, string how) => new(
        new SheetPlace(0, 1, new SheetCell.Words(what), SheetStyle.Label),
        new SheetPlace(1, 1, new SheetCell.Words(how)));
}
