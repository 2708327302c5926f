using System.Text;
using Directives.Documents;
using Directives.Language.Prose;

namespace Directives.Core.Tests.Faults;

/// <param name="Before">What is said before, without faults.</param>
/// <param name="Act">What is done while the store goes wrong; the id stays the same when it is delivered again. Gives whether it was told as done.</param>
internal sealed record Scenario(string Name, IReadOnlyList<Func<DomainParts, string, Task<bool>>> Before, Func<DomainParts, string, Task<bool>> Act)
{
    public const string Letter = """
        ỦY BAN NHÂN DÂN
        PHƯỜNG SÔNG MÂY

        Số: 77/UBND-VHXH
        V/v báo cáo công tác bán trú

        Sông Mây, ngày 24 tháng 11 năm 2026

        Kính gửi: Các trường mầm non, tiểu học, THCS

        Ủy ban nhân dân phường yêu cầu các trường thực hiện một số nội dung sau:

        1. Các trường mầm non nộp báo cáo công tác bán trú trước ngày 10/12/2026.

        2. Giao Phòng Văn hóa – Xã hội chủ trì, phối hợp với các trường tổng hợp, báo cáo Ủy ban nhân dân phường trước ngày 20/12/2026.

        Nơi nhận: Như trên; Lưu VT.
        """;

    public const string Replacement = """
        ĐẢNG ỦY PHƯỜNG SÔNG MÂY

        Số 52-TB/ĐU

        Sông Mây, ngày 24 tháng 11 năm 2026

        THÔNG BÁO
        Kết luận của Thường trực Đảng ủy

        Thường trực Đảng ủy giao nhiệm vụ như sau:

        1. Các trường kiểm tra bếp ăn trước ngày 10/12/2026.

        2. Phòng Văn hóa – Xã hội tổng hợp, báo cáo Đảng ủy trước ngày 20/12/2026.

        Thông báo này thay thế Thông báo số 45-TB/ĐU ngày 16/11/2026.
        """;

    public const string Amendment = """
        ĐẢNG ỦY PHƯỜNG SÔNG MÂY

        Số 53-TB/ĐU

        Sông Mây, ngày 24 tháng 11 năm 2026

        THÔNG BÁO
        Sửa đổi, bổ sung một số nội dung của Thông báo số 45-TB/ĐU ngày 16/11/2026

        Thường trực Đảng ủy giao nhiệm vụ như sau:

        1. Các trường kiểm kê thiết bị dạy học trước ngày 20/12/2026.
        """;

    public const string Extension = """
        ĐẢNG ỦY PHƯỜNG SÔNG MÂY

        Số 54-TB/ĐU

        Sông Mây, ngày 24 tháng 11 năm 2026

        THÔNG BÁO
        Về việc gia hạn thời gian thực hiện nhiệm vụ

        Đồng ý gia hạn thời gian thực hiện nhiệm vụ kiểm kê tài sản công tại Thông báo số 45-TB/ĐU ngày 16/11/2026 đến hết ngày 15/01/2027.
        """;

    private const string Picture = "Biên bản kiểm tra bếp ăn ngày 24/11/2026";

    private const string Extend = "việc 4 xin gia hạn đến 20/12/2026 vì chờ thẩm định";

    private static readonly HashSet<string> Acknowledging = new(StringComparer.Ordinal)
    {
        "undo.done", "undo.done.due", "undo.done.request", "extend.sent", "obstacle.saved", "obstacle.answered", "decided.approved", "decided.rejected",
        "nudge.sending", "publish.done", "draft.read", "draft.read.complete", "draft.known", "repeat.done", "report.same",
        "evidence.saved", "evidence.same", "publish.done.none", "unpublish.done", "withdraw.done", "withdraw.done.untold", "ended.line", "earlier.extends", "earlier.nothing", "earlier.replaces",
        "draft.read.effects", "handover.done", "handover.none",
    };

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("one report", [], Say(Ward.Principal, "việc 3 xong rồi")),
        new("a report by words", [], Say(Ward.Principal, "bếp ăn được 40%")),
        new("a report over another", [Say(Ward.Principal, "việc 3 được 40%")], Say(Ward.Principal, "việc 3 được 60%")),
        new("several reports", [Say(Ward.Principal, "việc 2, 3 xong rồi")], Say(Ward.Principal, "1")),
        new("undo", [Say(Ward.Principal, "việc 3 được 40%"), Say(Ward.Principal, "việc 3 xong rồi")], Say(Ward.Principal, "hoàn tác")),
        new("undo of several", [Say(Ward.Principal, "việc 2, 3 xong rồi"), Say(Ward.Principal, "1")], Say(Ward.Principal, "hoàn tác")),
        new("extension asked for", [Say(Ward.Principal, Extend)], Say(Ward.Principal, "1")),
        new("extension taken back", [Say(Ward.Principal, Extend), Say(Ward.Principal, "1")], Say(Ward.Principal, "hoàn tác")),
        new("extension approved", [Say(Ward.Principal, Extend), Say(Ward.Principal, "1")], Say(Ward.Leader, "duyệt Hoa Sen")),
        new("extension rejected", [Say(Ward.Principal, Extend), Say(Ward.Principal, "1")], Say(Ward.Leader, "không duyệt Hoa Sen vì đã gia hạn một lần")),
        new(
            "approval taken back",
            [Say(Ward.Principal, Extend), Say(Ward.Principal, "1"), Say(Ward.Leader, "duyệt Hoa Sen")],
            Say(Ward.Leader, "hoàn tác")),
        new("obstacle", [], Say(Ward.Principal, "việc 5 vướng kinh phí, đề nghị phường cấp 20 triệu")),
        new("obstacle answered", [Say(Ward.Principal, "việc 5 vướng kinh phí")], Say(Ward.Leader, "trả lời Hoa Sen việc 5: phường sẽ cấp 20 triệu")),
        new("draft imported", [], Send(Ward.Clerk, Letter)),
        new("draft task dropped", [Send(Ward.Clerk, Letter), Say(Ward.Clerk, "1")], Say(Ward.Clerk, "3")),
        new("draft task added", [Send(Ward.Clerk, Letter)], Say(Ward.Clerk, "thêm việc: TH Cỏ May gửi thực đơn")),
        new("draft task changed", [Send(Ward.Clerk, Letter)], Say(Ward.Clerk, "việc 1 hạn 12/12/2026")),
        new("draft tasks merged", [Send(Ward.Clerk, Letter)], Say(Ward.Clerk, "gộp 1 và 2")),
        new("evidence with its task", [], Send(Ward.Principal, Picture, "việc 3")),
        new("evidence with a report", [], Send(Ward.Principal, Picture, "việc 3 xong rồi")),
        new("evidence, and its task when asked", [Send(Ward.Principal, Picture)], Say(Ward.Principal, "3")),
        new("published", [Send(Ward.Clerk, Letter), Say(Ward.Clerk, "giao đi")], Say(Ward.Clerk, "1")),
        new("published, replacing another", [Say(Ward.Principal, "việc 2 xong rồi"), Send(Ward.Clerk, Replacement), Say(Ward.Clerk, "giao đi")], Say(Ward.Clerk, "1")),
        new("published but for what nobody does", [Send(Ward.Clerk, Letter), Say(Ward.Clerk, "việc 1 chủ trì Công an phường"), Say(Ward.Clerk, "giao đi")], Say(Ward.Clerk, "1")),
        new("said to replace one", [Send(Ward.Clerk, Letter)], Say(Ward.Clerk, "văn bản này thay thế thông báo 45")),
        new("a task said to supersede one", [Send(Ward.Clerk, Amendment)], Say(Ward.Clerk, "việc 1 thay việc 4")),
        new("published, amending another", [Send(Ward.Clerk, Amendment), Say(Ward.Clerk, "việc 1 thay việc 4"), Say(Ward.Clerk, "giao đi")], Say(Ward.Clerk, "1")),
        new("published, giving more time", [Send(Ward.Clerk, Extension), Say(Ward.Clerk, "1")], Say(Ward.Clerk, "1")),
        new(
            "publishing taken back",
            [Send(Ward.Clerk, Replacement), Say(Ward.Clerk, "giao đi"), Say(Ward.Clerk, "1")],
            Say(Ward.Clerk, "hoàn tác")),
        new(
            "published again after it was taken back",
            [Send(Ward.Clerk, Replacement), Say(Ward.Clerk, "giao đi"), Say(Ward.Clerk, "1"), Say(Ward.Clerk, "thu hồi"), Say(Ward.Clerk, "bỏ 1"), Say(Ward.Clerk, "giao đi")],
            Say(Ward.Clerk, "1")),
        new("task withdrawn", [Say(Ward.Principal, "việc 3 xong rồi"), Say(Ward.Clerk, "thu hồi việc 3 vì trùng việc khác")], Say(Ward.Clerk, "1")),
        new(
            "handed over to the unit that came after",
            [Say(Ward.OtherPrincipal, "việc 4 được 40%"), EndUnitAsync, Say(Ward.Clerk, "đơn vị nào đã sắp xếp lại")],
            Say(Ward.Clerk, "1")),
        new("units reminded", [Say(Ward.Leader, "đôn đốc các trường chưa nộp việc 1")], Say(Ward.Leader, "1")),
        new("roster imported", [], ImportRosterAsync),
    ];

    /// <summary>A second delivery of the same message has the same id.</summary>
    public static async Task<IReadOnlyList<Reply>> DeliverAsync(DomainParts parts, string person, string text, string id, IReadOnlyList<IncomingFile>? files = null) =>
        await parts.Get<Assistant>().HandleAsync(
            new IncomingMessage
            {
                Channel = "test",
                MessageId = id,
                Sender = (await parts.Get<RosterTable>().LoadAsync(default)).FindPerson(person)!,
                Text = text,
                Files = files ?? [],
            },
            default);

    private static Func<DomainParts, string, Task<bool>> Say(string person, string text) =>
        async (parts, id) => (await DeliverAsync(parts, person, text, id)).Any(Acknowledges);

    private static Func<DomainParts, string, Task<bool>> Send(string person, string file, string text = "") => async (parts, id) =>
        (await DeliverAsync(parts, person, text, id, [new IncomingFile("tep.txt", Encoding.UTF8.GetBytes(file))])).Any(Acknowledges);

    private static async Task<bool> EndUnitAsync(DomainParts parts, string id)
    {
        var rosters = parts.Get<RosterTable>();
        var next = new Unit("mn-binh-minh", "MN Bình Minh", "mầm non", "phuong");
        var units = Ward.Roster.Units.Select(unit => unit.Id == "mn-sao-mai" ? unit with { ValidTo = new DateOnly(2026, 11, 24), Successors = [next.Id] } : unit);
        var head = new Person("hoang-thi-tiep", "Hoàng Thị Tiếp", next.Id, Role.Principal, "Hiệu trưởng", Salutation.Cô);
        await rosters.ReplaceAsync(new Roster(Ward.Roster.Body, [.. units, next], Ward.Roster.Groups, [.. Ward.Roster.People, head]), await rosters.ReadAsync(default), default);
        return true;
    }

    // Enough changes for several transactions.
    private static async Task<bool> ImportRosterAsync(DomainParts parts, string id)
    {
        var rosters = parts.Get<RosterTable>();
        var more = Enumerable.Range(1, 250).Select(i => new Unit($"th-{i}", $"TH số {i}", "tiểu học", "phuong"));
        var next = new Roster(Ward.Roster.Body, [.. Ward.Roster.Units, .. more], Ward.Roster.Groups, Ward.Roster.People);
        await rosters.ReplaceAsync(next, await rosters.ReadAsync(default), default);
        return true;
    }

    private static bool Acknowledges(Reply reply) => reply switch
    {
        RecordedReply => true,
        DraftReply { Before.Count: > 0 } => true,
        SayReply say => say.Lines.Any(line => Acknowledging.Contains(line.Key)),
        _ => false,
    };
}

/// <summary>The real reader of documents.</summary>
internal sealed class TestDocuments : IDocumentReader
{
    public DocumentText Read(string fileName, ReadOnlyMemory<byte> content) => DocumentReader.Read(content.ToArray(), fileName);

    public IReadOnlyList<SheetRow> ReadRows(string fileName, ReadOnlyMemory<byte> content) =>
        SheetReader.Read(new MemoryStream(content.ToArray()), fileName);
}
