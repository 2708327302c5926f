using Directives.Language.Prose;

namespace Directives.Core.Tests;

/// <summary>A small ward of three schools and an office, and one directive, whose tasks fall due around Wednesday 25/11/2026.</summary>
public static class Ward
{
    public const string Principal = "dinh-thi-mau";
    public const string OtherPrincipal = "ngo-van-vi-du";
    public const string OfficeHead = "le-thi-minh-hoa";
    public const string Leader = "phan-van-thu";
    public const string Clerk = "vu-thi-nhap";
    public const string EnglishPrincipal = "tran-van-anh";
    public const string DirectiveId = "tb-45";

    public static Roster Roster { get; } = new(
        "Đảng ủy phường Sông Mây",
        [
            new Unit("phuong", "Phường Sông Mây", "phường", null),
            new Unit("vhxh", "Phòng Văn hóa – Xã hội", "phòng", "phuong"),
            new Unit("thcs-hoa-sen", "THCS Hoa Sen", "THCS", "phuong"),
            new Unit("mn-sao-mai", "MN Sao Mai", "mầm non", "phuong"),
            new Unit("th-co-may", "TH Cỏ May", "tiểu học", "phuong"),
        ],
        [
            new UnitGroup("cac-truong", "các trường") { Kinds = ["THCS", "mầm non", "tiểu học"] },
            new UnitGroup("khoi-mam-non", "khối mầm non") { Kinds = ["mầm non"], Aliases = ["các trường mầm non"] },
        ],
        [
            new Person(Principal, "Đinh Thị Mẫu", "thcs-hoa-sen", Role.Principal, "Hiệu trưởng", Salutation.Cô),
            new Person(OtherPrincipal, "Ngô Văn Ví Dụ", "mn-sao-mai", Role.Principal, "Hiệu trưởng", Salutation.Thầy),
            new Person(EnglishPrincipal, "Trần Văn Anh", "th-co-may", Role.Principal, "Hiệu trưởng", Salutation.Thầy, "en"),
            new Person(OfficeHead, "Lê Thị Minh Họa", "vhxh", Role.Principal, "Trưởng phòng", Salutation.Chị),
            new Person(Leader, "Phan Văn Thử", "phuong", Role.Leader, "Bí thư", Salutation.ĐồngChí),
            new Person(Clerk, "Vũ Thị Nháp", "phuong", Role.Clerk, "Văn thư", Salutation.Chị),
        ]);

    /// <summary>The tasks in order, from number 1.</summary>
    private static readonly TaskDraft[] Drafts =
    [
        Draft(1, "Lập kế hoạch phòng cháy", new(2026, 11, 20), audience: ["các trường"]),
        Draft(2, "Nộp danh sách học sinh giỏi", new(2026, 11, 26), audience: ["THCS Hoa Sen"]),
        Draft(3, "Kiểm tra bếp ăn", new(2026, 11, 27), lead: ["các trường"], coordinating: ["Phòng Văn hóa – Xã hội"]),
        Draft(4, "Kiểm kê thiết bị", new(2026, 12, 15), audience: ["các trường"]),
        Draft(5, "Kiểm kê tài sản công", new(2026, 12, 31), audience: ["các trường"]),
        Draft(6, "Rà soát vị trí việc làm", new(2026, 12, 31), lead: ["Phòng Văn hóa – Xã hội"]),
        Draft(7, "Duy trì nền nếp chào cờ đầu tuần", null, audience: ["các trường"]),
    ];

    /// <summary>Puts the roster and the published directive into an empty store.</summary>
    public static async Task FillAsync(RosterTable rosters, DirectiveTable directives, PublishDirective publish, DateTimeOffset now)
    {
        await rosters.ReplaceAsync(Roster, await rosters.ReadAsync(default), default);
        var directive = new Directive
        {
            Id = DirectiveId,
            Head = new DirectiveHead { Kind = "Thông báo", Number = "45-TB/ĐU", Issuer = "Đảng ủy phường Sông Mây", Issued = new DateOnly(2026, 11, 16) },
            Stage = DirectiveStage.Draft,
            ImportedAt = now,
        };
        var tasks = Drafts.Select(draft => new DirectiveTask { DirectiveId = directive.Id, Number = draft.No, Title = draft.Text, Draft = draft }).ToArray();
        await directives.AddDraftAsync(directive, tasks, default);
        await publish.HandleAsync(directive.Id, default);
    }

    private static TaskDraft Draft(
        int no, string text, DateOnly? deadline, string[]? lead = null, string[]? audience = null, string[]? coordinating = null) => new()
        {
            No = no,
            Text = text,
            Kind = deadline is null ? TaskKind.Ongoing : TaskKind.OneOff,
            Deadline = deadline,
            Lead = lead ?? [],
            Audience = audience ?? [],
            Coordinating = coordinating ?? [],
            Source = new Source(0, text.Length),
        };
}
